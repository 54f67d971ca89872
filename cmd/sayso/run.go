package main

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"syscall"
	"time"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/batch"
	"sayso/extract/document"
	"sayso/extract/filter"
	"sayso/extract/journal"
	"sayso/extract/output"
	"sayso/extract/source"
)

// A run is one run over inputs.
type run struct {
	*settings
	*outputs
	extractor *extract.Extractor
	source    source.Options
	keepText  bool // the records hold the article's text
	out       output.Writer
	monitor   *monitor
	done      int // articles, those that were left out too, and errors
}

// open makes what the records of a run are written with.
func (c *command) open(r *run, format string, names []string) (err error) {
	r.monitor = &monitor{err: c.err, quiet: r.quiet, verbose: r.verbose, sums: c.sumsUp(r.settings)}
	if r.listed != nil {
		r.monitor.list = r.listed
	}
	if r.journal != nil {
		last := r.journal.Last()
		r.done = last.Done
		r.source.Watch = func(from article.Source, sum uint32) bool { return r.journal.Saw(source.Name(from), sum) }
		r.monitor.read, r.monitor.failed, r.monitor.left, r.monitor.found = last.Read, last.Failed, last.Left, last.Found
		r.monitor.before = last.Read + last.Failed
	}
	screen := r.output == "" && isTerminal(c.out)
	if isTerminal(c.err) && !r.quiet && !screen {
		r.source.Counter = new(source.Counter)
		r.monitor.progress = &progress{out: unwrapped(c.err), counter: r.source.Counter, size: source.Size(names, r.from)}
	}
	switch {
	case output.IsFile(format):
		if r.out, err = output.NewFile(format, r.output); err != nil {
			return failure(named(r.output, err))
		}
	case r.fields.Fields != nil:
		r.out, err = output.Select(format, r.records, r.fields.Fields)
	default:
		t := terminal(r.records.Writer, r.colour)
		t.Language = r.words
		if r.output != "" && r.output != "-" && !isPacked(r.output) {
			t.Page, t.Home = r.pages.open, filepath.Base(r.output)
		}
		if t.Language == "" && output.IsForPeople(format) {
			t.Language = readersLanguage()
		}
		r.out, err = output.New(format, r.records, t)
	}
	return err
}

// sumsUp reports whether a run says at its end what became of its inputs: where somebody sees it, or its records go to a file. In a
// pipe it says nothing.
func (c *command) sumsUp(s *settings) bool {
	screen := s.output == "" && isTerminal(c.out)
	return !s.quiet && !screen && (isTerminal(c.err) || s.output != "" && s.output != "-")
}

// all reads the inputs, and writes each record as soon as it and those before it are there.
func (r *run) all(outer context.Context, inputs []source.Input) error {
	ctx, cancel := context.WithCancel(outer)
	defer cancel()
	defer r.monitor.progress.clear()
	began := time.Now()
	filter := r.filter
	filter.Since = r.fetching.since
	p := batch.Pool{Workers: r.workers(), Limit: r.deadline, Wants: filter.Start(), Read: r.extractor.ExtractContext}
	if filter.Dedup { // the articles of the run before have to be looked at
		p.Known = r.done
	} else {
		r.source.Skip = r.done
	}
	articles := source.ReadInputs(ctx, inputs, r.source)
	if r.shared {
		articles = unshared(articles)
	}
	read := 0
	for result := range p.Run(ctx, articles) {
		if read++; read == 2 {
			collect(longRun, longRunBytes())
		}
		err := r.one(result)
		if err == nil {
			err = r.note()
		}
		if err != nil {
			return unwritten(err)
		}
		r.monitor.progress.show(r.monitor)
	}
	if r.journal != nil {
		if err := r.journal.Err(ctx.Err() == nil); err != nil {
			return resumeFault(r.resume, "", err)
		}
	}
	if err := r.out.Close(); err != nil {
		return unwritten(err)
	}
	r.monitor.summary(time.Since(began))
	r.tellPages()
	return r.result(outer.Err() != nil)
}

// unshared are articles without what the pages of a site share.
func unshared(all iter.Seq2[article.Article, error]) iter.Seq2[article.Article, error] {
	return filter.Unshared(all)
}

// note writes in the journal that one more is done.
func (r *run) note() error {
	r.done++
	if r.journal == nil {
		return nil
	}
	m := r.monitor
	at := journal.Progress{Done: r.done, Out: r.records.written, Read: m.read, Failed: m.failed, Left: m.left, Found: m.found}
	if r.listed != nil {
		at.Listed = r.listed.written
	}
	return r.journal.Note(at)
}

// one writes one record, or notes why there is none.
func (r *run) one(a batch.Result) error {
	switch {
	case a.Err != nil:
		return r.failure(a.Err)
	case a.Document == nil:
		r.monitor.left++
		return nil
	}
	r.narrow(a.Document, r.keepText)
	if err := r.out.Write(a.Document); err != nil {
		return err
	}
	if a.Document.Language.Code == nil {
		name := source.Name(a.Document.Source)
		return r.monitor.fail(name, &source.Error{Input: name, Err: unread(a.Document)})
	}
	r.monitor.document(a.Document, a.Took)
	return nil
}

// failure notes an input that could not be read; its record, where one is asked for, says so.
func (r *run) failure(err error) error {
	var failed *source.Error
	if !errors.As(err, &failed) {
		return err
	}
	if r.errors {
		if err := r.out.Write(extract.Unread(failed.ID, article.Source{Kind: failed.Kind, Location: failed.Input, Line: failed.Line}, failed.Err)); err != nil {
			return err
		}
	}
	return r.monitor.fail(failed.Name(), err)
}

// unread is why an article has a record without annotations. The reason is the last warning: reading ended there.
func unread(d *document.Document) error {
	if n := len(d.Warnings); n > 0 {
		return errors.New(d.Warnings[n-1])
	}
	return errors.New("not read: the language is unknown")
}

// unwritten is the end of a run whose output is gone. A reader that has had enough is no failure.
func unwritten(err error) error {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return &exit{exitFailed, err}
}

// result is how a run ended.
func (r *run) result(interrupted bool) error {
	switch {
	case interrupted:
		return silent(exitInterrupted)
	case r.monitor.failed > 0:
		return silent(exitFailed)
	case r.status && r.monitor.found == 0:
		return silent(exitNothing)
	}
	return nil
}
