// Package journal keeps how far a run over articles has come, so that the same run can be gone on with where it was cut off.
// A journal is a file of text: its first line says of which run it is, each line after it how far the run was; the last whole
// line counts.
package journal

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
)

// A Progress is how far a run has come.
type Progress struct {
	Done   int   // articles, those that were left out too, and errors
	Out    Bytes // of the output
	Listed Bytes // of the list of failures
	Read   int   // articles that were read
	Failed int   // that could not be
	Left   int   // that were left out
	Found  int   // annotations
}

// Bytes are what a file begins with.
type Bytes struct {
	Length int64
	Sum    uint32 // CRC-32 (Castagnoli)
}

var table = crc32.MakeTable(crc32.Castagnoli)

// Add adds what is written next.
func (b *Bytes) Add(p []byte) {
	b.Length += int64(len(p))
	b.Sum = crc32.Update(b.Sum, table, p)
}

// BeginsWith reports whether a file begins with those bytes. The error is the file's.
func (b Bytes) BeginsWith(file io.ReaderAt) (bool, error) {
	sum := crc32.New(table)
	n, err := io.Copy(sum, io.NewSectionReader(file, 0, b.Length))
	return n == b.Length && sum.Sum32() == b.Sum, err
}

// A Journal is one that is open. It is safe for use by the one goroutine that finds articles and the one that notes them.
type Journal struct {
	file *os.File
	last Progress
	trail
}

// Why a file is not gone on with.
var (
	ErrForeign = errors.New("exists and is not a journal of sayso: it is not overwritten")
	ErrOther   = errors.New("is the journal of another run")
)

const (
	magic   = "sayso resume 5 " // begins a journal; the run's fingerprint follows
	older   = "sayso resume "   // begins those of other versions too
	maxLine = 1 << 10           // bounds a line, in bytes
	maxHead = 1 << 16           // bounds the first one
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
		_, err := file.WriteString(head)
		return j, err
	}
	if err := checkHead(file, fingerprint); err != nil {
		return nil, err
	}
	if err := j.seekLast(int64(len(head)), info.Size()); err != nil {
		return nil, err
	}
	j.trail.follow(io.NewSectionReader(file, int64(len(head)), info.Size()), j.last.Done)
	return j, nil
}

// An OtherError is a journal of another run: with its fingerprint, or an empty one where another version of the program has
// written it.
type OtherError struct{ Fingerprint string }

// Error is that of ErrOther.
func (e *OtherError) Error() string { return ErrOther.Error() }

// Unwrap is ErrOther.
func (e *OtherError) Unwrap() error { return ErrOther }

// checkHead holds that a file begins as the run's journal does.
func checkHead(file io.ReaderAt, fingerprint string) error {
	begins := make([]byte, maxHead)
	n, err := file.ReadAt(begins, 0)
	if err != nil && err != io.EOF {
		return err
	}
	head, _, ended := strings.Cut(string(begins[:n]), "\n")
	was, current := strings.CutPrefix(head, magic)
	switch {
	case current && ended && was == fingerprint:
		return nil
	case current:
		return &OtherError{was}
	case strings.HasPrefix(head, older):
		return &OtherError{}
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
		if j.last, _, err = parse(string(tail[begins:end])); err != nil {
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

const form = "%d %d %08x %d %08x %d %d %d %d %016x\n"

func line(p Progress, at digest) string {
	return fmt.Sprintf(form, p.Done, p.Out.Length, p.Out.Sum, p.Listed.Length, p.Listed.Sum, p.Read, p.Failed, p.Left, p.Found, at)
}

// parse is what a line says, which must be just what line writes.
func parse(text string) (p Progress, at digest, err error) {
	_, err = fmt.Sscanf(text, form, &p.Done, &p.Out.Length, &p.Out.Sum, &p.Listed.Length, &p.Listed.Sum, &p.Read, &p.Failed, &p.Left, &p.Found, &at)
	if err != nil || line(p, at) != text {
		return Progress{}, 0, ErrForeign
	}
	return p, at, nil
}

// Last is how far the run was when it was cut off; zero for one that begins.
func (j *Journal) Last() Progress { return j.last }

// Note writes how far the run has come, one article further than before.
func (j *Journal) Note(p Progress) error {
	at, err := j.trail.next()
	if err == nil {
		_, err = j.file.WriteString(line(p, at))
	}
	return err
}
