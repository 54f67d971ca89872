// Package source finds the articles of inputs: files of text and HTML, folders of them, standard input, dumps as JSON
// Lines and WARC, compressed or not, pages as browsers save them, addresses on the web, lists of them and feeds. Names of inputs go in, a stream of articles comes out in the same
// order. An input that cannot be read is an error in the stream, which goes on after it; the text of an input that has no
// markup is never changed.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"time"

	"sayso/extract/article"
	"sayso/extract/source/feed"
	"sayso/extract/source/fetch"
)

// Options say how inputs are read. The zero value reads each by its suffix and content.
type Options struct {
	From   string        // the kind of all inputs, one of Kinds; empty is by suffix, then content
	Date   string        // the day of publication (YYYY-MM-DD) of all articles, whatever they say; or empty
	Lang   string        // the language of all articles, whatever they say; or empty
	Since  time.Time     // what feeds announced before is left out; or zero
	Stdin  io.Reader     // what the input "-" reads; nil is empty
	Client *fetch.Client // what addresses are fetched with; nil fetches none

	Workers int    // how many articles are parsed at once; less than 1 is 1
	Shard   Shard  // of the stream, what is read; the zero value is all
	Skip    int    // how many articles and errors of the shard are passed over without being parsed
	Meter   *Meter // is told how much was read; or nil
}

// An Error is an input, or one line of it, that could not be read.
type Error struct {
	Input string
	Line  int    // from 1; 0 where the input has no lines
	Kind  string // of the source, as in the record
	ID    string // of the article, as far as it is known; or empty
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

// Read is the stream of the inputs' articles. An input is an address (with "://"), the path of a file or folder, or "-"
// for standard input. The errors of the stream are of type *Error; a cancelled context ends it without one.
func Read(ctx context.Context, inputs []string, opt Options) iter.Seq2[article.Article, error] {
	return read(ctx, opt, func(s *stream) { s.inputs(inputs) })
}

// read is the stream of the articles that are found.
func read(ctx context.Context, opt Options, find func(*stream)) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		items := func(yield func(item) bool) {
			find(&stream{ctx: ctx, opt: opt, item: opt.pick(yield)})
		}
		for r := range ahead(ctx, max(opt.Workers, 1)+1, items, opt.read) {
			if ctx.Err() != nil || !yield(r.article, r.err) {
				return
			}
		}
	}
}

// Pages is the stream of the pages that the inputs name, as they are fetched: addresses or, where Options.From says so,
// lists of them or feeds. Its errors are those of Read.
func Pages(ctx context.Context, inputs []string, opt Options) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		s := &stream{ctx: ctx, opt: opt}
		s.failed = func(err error) bool { return yield(Page{}, err) }
		s.page = func(p Page) bool { return yield(p, nil) }
		s.inputs(inputs)
	}
}

// Entries is the stream of the articles that feeds and sitemaps announce. The inputs are addresses, files or "-", each a
// feed, a sitemap or a page that links to a feed. Its errors are those of Read.
func Entries(ctx context.Context, inputs []string, opt Options) iter.Seq2[feed.Entry, error] {
	opt.From = kindFeed
	return func(yield func(feed.Entry, error) bool) {
		s := &stream{ctx: ctx, opt: opt}
		s.failed = func(err error) bool { return yield(feed.Entry{}, err) }
		s.entry = func(e feed.Entry) bool { return yield(e, nil) }
		s.inputs(inputs)
	}
}

// A stream is one call of Read, Pages or Entries. Its methods report whether the stream goes on.
type stream struct {
	ctx    context.Context
	opt    Options
	failed func(error) bool
	// What takes what the stream finds. One of them is there.
	item  func(item) bool
	page  func(Page) bool
	entry func(feed.Entry) bool
}

// inputs reads inputs one after another; addresses that follow one another are fetched together, and parts of one file are
// read together.
func (s *stream) inputs(names []string) bool {
	for goesOn := true; len(names) > 0 && goesOn; {
		n := 1
		switch file := bundleOf(names[0]); {
		case isAddress(names[0]):
			for n < len(names) && isAddress(names[n]) {
				n++
			}
			goesOn = s.fetchAll(named(names[:n]), s.opt.From)
		case file != "":
			for n < len(names) && bundleOf(names[n]) == file {
				n++
			}
			goesOn = s.parts(file, names[:n])
		default:
			goesOn = s.input(names[0])
		}
		if !goesOn {
			return false
		}
		names = names[n:]
	}
	return true
}

// fail passes an error on. The name of the file is said once.
func (s *stream) fail(from article.Source, err error) bool {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return s.give(item{from: from, err: err})
}

// errNoAddress is the answer to a file where only the web will do.
var errNoAddress = errors.New("not an address (https://...); --from urls reads a list of them")

// input reads an input that is no address.
func (s *stream) input(name string) bool {
	from := article.Source{Location: name}
	if s.page != nil && s.opt.From != kindURLs && s.opt.From != kindFeed {
		return s.fail(from, errNoAddress)
	}
	if name == "-" {
		return s.standard()
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return s.fail(from, err)
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
	return s.open(whole{
		in: in, kind: s.opt.From,
		blank: article.Article{ID: "stdin", Source: article.Source{Kind: "stdin", Location: "-"}},
	})
}

func (s *stream) file(path string) bool {
	from := article.Source{Kind: "file", Location: path}
	f, err := os.Open(path)
	if err != nil {
		return s.fail(from, err)
	}
	defer f.Close()
	id, suffix := splitName(path)
	return s.open(whole{in: s.opt.Meter.counting(f), file: f, kind: s.opt.From, suffix: suffix, blank: article.Article{ID: id, Source: from}})
}
