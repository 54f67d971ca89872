// Package source finds the articles of inputs: files of text and HTML, folders of them, standard input and dumps as
// JSON Lines. Names of inputs go in, a stream of articles comes out in the same order. An input that cannot be read is
// an error in the stream, which goes on after it; the text of an input that has no markup is never changed.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"sayso/extract/article"
)

// Options say how inputs are read. The zero value reads each by its suffix and content.
type Options struct {
	From  string    // the kind of all inputs, one of Kinds; empty is by suffix, then content
	Date  string    // the day of publication (YYYY-MM-DD) of all articles, whatever they say; or empty
	Lang  string    // the language of all articles, whatever they say; or empty
	Stdin io.Reader // what the input "-" reads; nil is empty
}

// An Error is an input, or one line of it, that could not be read.
type Error struct {
	Input string
	Line  int // from 1; 0 where the input has no lines
	Err   error
}

// Error is the message, which begins with the input's name.
func (e *Error) Error() string { return e.Name() + ": " + e.Err.Error() }

// Unwrap is what went wrong with the input.
func (e *Error) Unwrap() error { return e.Err }

// Name is the input as messages show it: its name and line.
func (e *Error) Name() string { return Name(article.Source{Location: e.Input, Line: e.Line}) }

// Name is a source as messages show it: its location and line.
func Name(s article.Source) string {
	if s.Line > 0 {
		return fmt.Sprintf("%s:%d", s.Location, s.Line)
	}
	return s.Location
}

// Read is the stream of the inputs' articles. An input is the path of a file or folder, or "-" for standard input. The
// errors of the stream are of type *Error; a cancelled context ends it without one.
func Read(ctx context.Context, inputs []string, opt Options) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		s := stream{ctx, opt, yield}
		for _, in := range inputs {
			if !s.input(in) {
				return
			}
		}
	}
}

// A stream is one call of Read. Its methods report whether the stream goes on.
type stream struct {
	ctx   context.Context
	opt   Options
	yield func(article.Article, error) bool
}

// give passes an article on, with what the user said of all of them.
func (s *stream) give(a article.Article) bool {
	if s.opt.Date != "" {
		a.Published = article.Published{Date: s.opt.Date, From: "flag"}
	}
	if s.opt.Lang != "" {
		a.Language = article.Hint{Code: s.opt.Lang, From: "flag"}
	}
	return s.ctx.Err() == nil && s.yield(a, nil)
}

// fail passes an error on. The name of the file is said once.
func (s *stream) fail(from article.Source, err error) bool {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return s.ctx.Err() == nil && s.yield(article.Article{}, &Error{from.Location, from.Line, err})
}

// errFetch is the answer to an address.
var errFetch = errors.New("addresses are not fetched by this version: save the page and give its file")

func (s *stream) input(name string) bool {
	switch {
	case name == "-":
		return s.standard()
	case strings.Contains(name, "://"):
		return s.fail(article.Source{Location: name}, errFetch)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return s.fail(article.Source{Location: name}, err)
	case info.IsDir():
		return s.folder(name)
	}
	return s.file(name)
}

func (s *stream) standard() bool {
	in := s.opt.Stdin
	if in == nil {
		in = strings.NewReader("")
	}
	return s.read(in, "", article.Article{ID: "stdin", Source: article.Source{Kind: "stdin", Location: "-"}})
}

func (s *stream) file(path string) bool {
	from := article.Source{Kind: "file", Location: path}
	f, err := os.Open(path)
	if err != nil {
		return s.fail(from, err)
	}
	defer f.Close()
	suffix := filepath.Ext(path)
	id := strings.TrimSuffix(filepath.Base(path), suffix)
	return s.read(f, suffix, article.Article{ID: id, Source: from})
}
