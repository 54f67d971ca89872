package main

import (
	"context"
	"fmt"
	"iter"
	"time"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/source"
)

// An answer is what became of one input: a document, an error, or neither where it is left out.
type answer struct {
	doc  *document.Document
	err  error
	took time.Duration
}

// A task is one article on its way; its answer comes once.
type task struct {
	article article.Article
	answer  chan answer
}

// A pool reads articles with a number of workers.
type pool struct {
	workers int
	within  time.Duration // an article takes longer: it costs itself; 0 is for ever
	known   int           // of the first articles: a run before has read them
	wants   func(article.Article) bool
	read    func(article.Article) (*document.Document, error)
}

// run gives the tasks in the order of the articles. It stops, and closes the channel, when the articles end or the
// context is cancelled.
func (p *pool) run(ctx context.Context, articles iter.Seq2[article.Article, error]) <-chan *task {
	waiting := make(chan *task)
	ordered := make(chan *task, 2*p.workers)
	for range p.workers {
		go func() {
			for t := range waiting {
				t.answer <- p.attempt(t.article)
			}
		}()
	}
	go func() {
		defer close(waiting)
		defer close(ordered)
		for a, err := range articles {
			if !p.feed(ctx, &task{a, make(chan answer, 1)}, err, ordered, waiting) {
				return
			}
		}
	}()
	return ordered
}

// feed puts one task in the queue, and where there is an article that is wanted before the workers.
func (p *pool) feed(ctx context.Context, t *task, err error, ordered, waiting chan<- *task) bool {
	wanted := err == nil && p.wants(t.article)
	if p.known > 0 {
		p.known--
		return ctx.Err() == nil
	}
	if !wanted {
		t.answer <- answer{err: err}
	}
	select {
	case ordered <- t:
	case <-ctx.Done():
		return false
	}
	if wanted {
		waiting <- t
	}
	return true
}

// attempt reads one article, and waits for it no longer than is allowed. What takes longer goes on by itself: the reading is
// linear, so that it ends, and nothing else can end it.
func (p *pool) attempt(a article.Article) answer {
	if p.within <= 0 {
		return p.safely(a)
	}
	done := make(chan answer, 1)
	go func() { done <- p.safely(a) }()
	late := time.NewTimer(p.within)
	defer late.Stop()
	select {
	case r := <-done:
		return r
	case <-late.C:
		return answer{err: failedWith(a, fmt.Errorf("not read within %v (--deadline)", p.within)), took: p.within}
	}
}

// safely reads one article. A fault of the program costs this article alone.
func (p *pool) safely(a article.Article) (result answer) {
	began := time.Now()
	defer func() {
		result.took = time.Since(began)
		if p := recover(); p != nil {
			result.err = fmt.Errorf("internal error: %v", p)
		}
		if result.err != nil {
			result.err = failedWith(a, result.err)
		}
	}()
	doc, err := p.read(a)
	return answer{doc: doc, err: err}
}

// failedWith is the error of an article.
func failedWith(a article.Article, err error) error {
	return &source.Error{Input: a.Source.Location, Line: a.Source.Line, Kind: a.Source.Kind, ID: a.ID, Err: err}
}

// next is the next task, or nil at the end. A cancelled context is the end as soon as nothing more is ready: the
// source may be waiting for its input for ever.
func next(ctx context.Context, tasks <-chan *task) *task {
	select {
	case t := <-tasks:
		return t
	default:
	}
	select {
	case t := <-tasks:
		return t
	case <-ctx.Done():
		return nil
	}
}
