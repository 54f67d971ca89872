package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"sayso/extract/article"
)

// maxSize bounds a page, a text and a line of a dump, in bytes.
const maxSize = 64 << 20

// headSize is how much of an input is looked at to tell its kind.
const headSize = 4 << 10

// read reads one file or standard input: blank is its article before anything is known of it.
func (s *stream) read(in io.Reader, suffix string, blank article.Article) bool {
	buffered := bufio.NewReaderSize(in, 1<<16)
	kind, err := s.kindOf(suffix, buffered)
	if err != nil {
		return s.fail(blank.Source, err)
	}
	if kind == kindJSONL {
		return s.lines(buffered, blank)
	}
	content, err := readAll(buffered)
	if err == nil {
		err = checkContent(kind, content)
	}
	if err != nil {
		return s.fail(blank.Source, err)
	}
	if kind == kindText {
		blank.Text = string(content)
		return s.give(blank)
	}
	a, err := parse(content, "", "")
	if err != nil {
		return s.fail(blank.Source, err)
	}
	a.ID, a.Source = blank.ID, blank.Source
	return s.give(a)
}

// readAll reads no more than maxSize.
func readAll(in io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(in, maxSize+1))
	if err == nil && len(content) > maxSize {
		err = errTooLong
	}
	return content, err
}

var errTooLong = fmt.Errorf("longer than %d MB", maxSize>>20)

// parse reads a page. A fault of the reader costs this page alone.
func parse(page []byte, url, contentType string) (a article.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the page could not be read: internal error: %v", p)
		}
	}()
	a, err = article.Parse(page, url, contentType)
	if err == nil && isBlank(a.Text) {
		err = errors.New("no article text found in the page")
	}
	return a, err
}
