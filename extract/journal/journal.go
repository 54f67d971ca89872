// Package journal keeps how far a run over articles has come, so that the same run can be gone on with where it was cut off.
// A journal is a file of text: its first line says of which run it is, each line after it how far the run was; the last whole
// line counts.
package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// A Progress is how far a run has come.
type Progress struct {
	Done        int   // articles, those that were left out too, and errors
	Out, Listed int64 // bytes of the output, and of the list of failures
	Read        int   // articles that were read
	Failed      int   // that could not be
	Left        int   // that were left out
	Found       int   // annotations
}

// A Journal is one that is open.
type Journal struct {
	file *os.File
	last Progress
}

// Why a file is not gone on with.
var (
	ErrForeign = errors.New("is there and no journal of sayso's: it is not written over")
	ErrOther   = errors.New("is the journal of another run")
)

const (
	magic   = "sayso resume 3 " // begins a journal; the run's fingerprint follows
	older   = "sayso resume "   // begins those of other versions too
	maxLine = 1 << 10           // bounds a line, in bytes
)

// Open opens the journal in a file that can be read and written, and begins it where the file is empty. The fingerprint tells
// the run from others: it is one line. A journal of another run is ErrOther, any other file ErrForeign; neither is changed.
func Open(file *os.File, fingerprint string) (*Journal, error) {
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, ErrForeign
	}
	j := &Journal{file: file}
	head := magic + fingerprint + "\n"
	if info.Size() == 0 {
		_, err := file.WriteString(head + line(j.last))
		return j, err
	}
	if err := checkHead(file, head); err != nil {
		return nil, err
	}
	return j, j.seekLast(int64(len(head)), info.Size())
}

// checkHead holds that a file begins as the run's journal does.
func checkHead(file io.ReaderAt, head string) error {
	begins := make([]byte, len(head))
	n, err := file.ReadAt(begins, 0)
	switch {
	case err != nil && err != io.EOF:
		return err
	case string(begins[:n]) == head:
		return nil
	case bytes.HasPrefix(begins[:n], []byte(older)):
		return ErrOther
	}
	return ErrForeign
}

// seekLast takes in the last whole line behind the head, and cuts off what stands after it.
func (j *Journal) seekLast(head, size int64) error {
	from := max(head, size-2*maxLine)
	tail := make([]byte, size-from)
	if _, err := j.file.ReadAt(tail, from); err != nil {
		return err
	}
	end := bytes.LastIndexByte(tail, '\n') + 1
	if end > 0 {
		begins := bytes.LastIndexByte(tail[:end-1], '\n') + 1
		var err error
		if j.last, err = parse(tail[begins:end]); err != nil {
			return err
		}
	} else if from > head {
		return ErrForeign
	}
	if err := j.file.Truncate(from + int64(end)); err != nil {
		return err
	}
	_, err := j.file.Seek(0, io.SeekEnd)
	return err
}

const form = "%d %d %d %d %d %d %d\n"

func line(p Progress) string {
	return fmt.Sprintf(form, p.Done, p.Out, p.Listed, p.Read, p.Failed, p.Left, p.Found)
}

// parse is the progress in a line, which must be just what line writes.
func parse(text []byte) (p Progress, err error) {
	_, err = fmt.Sscanf(string(text), form, &p.Done, &p.Out, &p.Listed, &p.Read, &p.Failed, &p.Left, &p.Found)
	if err != nil || line(p) != string(text) {
		return Progress{}, ErrForeign
	}
	return p, nil
}

// Last is how far the run was when it was cut off; zero for one that begins.
func (j *Journal) Last() Progress { return j.last }

// Note writes how far the run has come.
func (j *Journal) Note(p Progress) error {
	_, err := j.file.WriteString(line(p))
	return err
}
