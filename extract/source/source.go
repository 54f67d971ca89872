// Package source finds the articles of inputs: files of text and HTML, subtitles, messages, folders of them, standard input,
// dumps as JSON Lines, tables, archives and mailboxes, compressed or not, pages as browsers save them, addresses on the web, lists
// of them and feeds. Names of inputs go in, a stream of articles comes out in the same
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
	"slices"
	"strings"
	"time"

	"sayso/extract/article"
	"sayso/extract/pattern"
	"sayso/extract/printable"
	"sayso/extract/source/feed"
	"sayso/extract/source/fetch"
)

// Options say how inputs are read. The zero value reads each by its suffix and content.
type Options struct {
	From    string        // the kind of all inputs, one of Kinds; empty is by suffix, then content
	Date    string        // the day of publication (YYYY-MM-DD) of all articles, whatever they say; or empty
	Lang    string        // the language of all articles, whatever they say; or empty
	Columns Columns       // what the records of dumps call what is read of them; or nil
	Since   time.Time     // what feeds announced before is left out; or zero
	Stdin   io.Reader     // what the input "-" reads; nil is empty
	Client  *fetch.Client // what addresses are fetched with; nil fetches none

	Words func() article.Words // that pages in languages have; it is called when the first page is read; or nil

	Workers int      // how many articles are parsed at once; less than 1 is 1
	Shard   Shard    // of the stream, what is read; the zero value is all
	Skip    int      // how many articles and errors of the shard are passed over without being parsed
	Counter *Counter // is told how much was read; or nil

	// Distinct is whether no two articles of the stream have one id: the later one gets its place in its own, and a warning.
	// It costs some twenty bytes an article. Of those passed over the ids count too.
	Distinct bool

	Written []fs.FileInfo // files that are being written: they are not read

	// Watch is told of each article of the shard that is found, and of each error, in their order, before it is read: its
	// source, and a sum of its content, which is 0 of pages from the web and of errors. Where it answers false the stream ends.
	// nil is nobody.
	Watch func(from article.Source, sum uint32) bool
}

// An Error is an input, or one line of it, that could not be read.
type Error struct {
	Input string
	Line  int    // from 1; 0 where the input has no lines
	Kind  string // of the source, as in the record
	ID    string // of the article, as far as it is known; or empty
	Err   error
}

// Error is the message, which begins with the input's name as it is shown.
func (e *Error) Error() string { return printable.Name(e.Name()) + ": " + e.Err.Error() }

// Unwrap is what went wrong with the input.
func (e *Error) Unwrap() error { return e.Err }

// Name is the input with its line, as it can be read again.
func (e *Error) Name() string { return Name(article.Source{Location: e.Input, Line: e.Line}) }

// Shown is a source as messages show it: its name on one line, without what would speak to a terminal.
func Shown(s article.Source) string { return printable.Name(Name(s)) }

// Name is a source's location and line.
func Name(s article.Source) string {
	if s.Line > 0 {
		return fmt.Sprintf("%s:%d", s.Location, s.Line)
	}
	return s.Location
}

// Read is the stream of the inputs' articles. An input is an address (with "://"), the path of a file or folder, or "-"
// for standard input. The errors of the stream are of type *Error; a cancelled context ends it without one.
func Read(ctx context.Context, inputs []string, opt Options) iter.Seq2[article.Article, error] {
	return read(ctx, opt, func(s *stream) { s.inputs(Inputs(inputs, opt)) })
}

// ReadInputs is Read of what Inputs has given.
func ReadInputs(ctx context.Context, inputs []Input, opt Options) iter.Seq2[article.Article, error] {
	return read(ctx, opt, func(s *stream) { s.inputs(inputs) })
}

// read is the stream of the articles that are found.
func read(ctx context.Context, opt Options, find func(*stream)) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		items := func(yield func(item) bool) {
			find(&stream{ctx: ctx, opt: opt, item: opt.pick(yield)})
		}
		ids := newRegister()
		for r := range ahead(ctx, max(opt.Workers, 1)+1, items, item.length, opt.read) {
			if opt.Distinct {
				r = ids.distinct(r)
			}
			if ctx.Err() != nil || !r.passed && !yield(r.article, r.err) {
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
		s.inputs(Inputs(inputs, opt))
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
		s.inputs(Inputs(inputs, opt))
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
func (s *stream) inputs(all []Input) bool {
	for goesOn := true; len(all) > 0 && goesOn; {
		first, n := all[0], 1
		alike := func(is func(name string) bool) []string {
			for n < len(all) && all[n].From == first.From && is(all[n].Name) {
				n++
			}
			return namesOf(all[:n])
		}
		switch file := bundleOf(first.Name); {
		case isAddress(first.Name):
			goesOn = s.fetchAll(named(alike(isAddress)), first.From)
		case file != "":
			goesOn = s.parts(file, first.From, alike(func(name string) bool { return bundleOf(name) == file }))
		default:
			goesOn = s.input(first)
		}
		if !goesOn {
			return false
		}
		all = all[n:]
	}
	return true
}

func namesOf(all []Input) []string {
	names := make([]string, len(all))
	for i, in := range all {
		names[i] = in.Name
	}
	return names
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

// errWritten is the answer to an input that the run itself writes.
var errWritten = errors.New("is being written: it is not read")

// brokenScheme is the beginning of an address that lacks a stroke or a colon.
var brokenScheme = pattern.Lazy(`^(https?)(?::/?|//)`)

// input reads an input that is no address.
func (s *stream) input(in Input) bool {
	from := article.Source{Location: in.Name}
	if s.page != nil && in.From != kindURLs && in.From != kindFeed {
		return s.fail(from, errNoAddress)
	}
	if in.err != nil {
		return s.fail(from, in.err)
	}
	if in.Name == "-" {
		return s.standard(in.From)
	}
	info, err := os.Stat(in.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && brokenScheme().MatchString(in.Name):
		return s.fail(from, fmt.Errorf("not an address (%s, if it is meant as one)", brokenScheme().ReplaceAllString(in.Name, "$1://")))
	case errors.Is(err, fs.ErrNotExist) && isHost(in.Name):
		return s.fail(from, fmt.Errorf("no such file (https://%s, if it is an address)", in.Name))
	case err != nil:
		return s.fail(from, err)
	case info.IsDir():
		return s.folder(in.Name, in.From)
	}
	return s.file(in.Name, in.From)
}

func (s *stream) standard(kind string) bool {
	in := s.opt.Stdin
	if in == nil {
		in = strings.NewReader("")
	}
	return s.open(whole{
		in: in, kind: kind,
		blank: article.Article{ID: "stdin", Source: article.Source{Kind: "stdin", Location: "-"}},
	})
}

func (s *stream) file(path, kind string) bool {
	from := article.Source{Kind: "file", Location: path}
	f, err := os.Open(path)
	if err != nil {
		return s.fail(from, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && s.isWritten(info) {
		return s.fail(from, errWritten)
	}
	id, suffix := splitName(path)
	return s.open(whole{in: s.opt.Counter.counting(f), file: f, kind: kind, suffix: suffix, blank: article.Article{ID: id, Source: from}})
}

// isWritten reports whether a file is one that the run writes.
func (s *stream) isWritten(file fs.FileInfo) bool {
	return file.Mode().IsRegular() && slices.ContainsFunc(s.opt.Written, func(w fs.FileInfo) bool { return os.SameFile(w, file) })
}
