package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"sayso/extract/article"
	"sayso/extract/source/gzip"
)

// lines reads JSON Lines: one article a line. A line that cannot be read is an error with its number, and the next
// line is read; blank lines count but are passed over. The blank article has the number of the line before the first.
func (s *stream) lines(in *bufio.Reader, blank article.Article) bool {
	from := article.Source{Kind: kindJSONL, Location: blank.Source.Location, Line: blank.Source.Line}
	for found := from.Line > 0; ; {
		line, err := nextLine(in)
		from.Line++
		if err == io.EOF {
			if !found {
				from.Line = 0
				return s.fail(from, errEmpty)
			}
			return true
		}
		if damage := (*gzip.DamageError)(nil); errors.As(err, &damage) {
			if !s.fail(from, err) {
				return false
			}
			damage.Resume()
			found = true
			continue
		}
		if err != nil && err != errTooLong {
			return s.fail(from, err)
		}
		if from.Line == 1 {
			line = bytes.TrimPrefix(line, []byte(bom))
		}
		if err == nil && len(bytes.TrimSpace(bytes.TrimPrefix(line, []byte(bom)))) == 0 {
			continue
		}
		if err == nil && !found && isOpening(line) {
			return s.fail(from, errNotLines)
		}
		found = true
		i := numbered(from, blank.ID)
		i.sum, i.size, i.err = s.sum(line), len(line), err
		i.read = func() (article.Article, error) { return s.opt.readLine(line) }
		i.own = func() string { return s.opt.Columns.idOf(line) }
		if !s.give(i) {
			return false
		}
	}
}

// errNotLines is the answer to one object, or a list of them, written over many lines.
var errNotLines = errors.New("not JSON Lines, one object a line (jq -c makes them: jq -c . for objects, jq -c '.[]' for a list)")

// isOpening reports whether the line opens an object or list that goes on below.
func isOpening(line []byte) bool {
	t := bytes.TrimSpace(line)
	return len(t) == 1 && (t[0] == '{' || t[0] == '[')
}

// numbered is the item of one line, row or record of a file: its article is called by its place where it has no name.
func numbered(from article.Source, file string) item {
	return item{from: from, id: fmt.Sprintf("%s:%d", file, from.Line)}
}

// maxPassed is how much of a line that is too long is passed over, in bytes: what goes on without end is no line.
const maxPassed = 1 << 30

// errEndless is the answer to a line that does not end.
var errEndless = fmt.Errorf("a line of more than %d MB: not read further", maxPassed>>20)

// nextLine is the next line without its end. The rest of a line that is too long is passed over. The error is io.EOF
// at the end of the input.
func nextLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	var long error
	for read := 0; ; {
		part, err := in.ReadSlice('\n')
		if read += len(part); read > maxPassed {
			return nil, errEndless
		}
		if long == nil {
			line = append(line, part...)
		}
		if len(line) > maxSize {
			line, long = nil, errTooLong
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) == 0 && long == nil:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		}
		return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")), long
	}
}
