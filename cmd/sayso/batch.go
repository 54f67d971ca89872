package main

import (
	"context"
	"fmt"
	"iter"
	"time"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/source"
)

// An answer is what became of one input: a document or an error.
type answer struct {
	doc  *extract.Document
	err  error
	took time.Duration
}

// A task is one article on its way; its answer comes once.
type task struct {
	article article.Article
	answer  chan answer
}

// fanOut reads articles with a number of workers and gives the tasks in the order of the articles. It stops, and
// closes the channel, when the articles end or the context is cancelled.
func fanOut(ctx context.Context, workers int, articles iter.Seq2[article.Article, error], read func(article.Article) (*extract.Document, error)) <-chan *task {
	waiting := make(chan *task)
	ordered := make(chan *task, 2*workers)
	for range workers {
		go func() {
			for t := range waiting {
				t.answer <- attempt(t.article, read)
			}
		}()
	}
	go func() {
		defer close(waiting)
		defer close(ordered)
		for a, err := range articles {
			if !feed(ctx, &task{a, make(chan answer, 1)}, err, ordered, waiting) {
				return
			}
		}
	}()
	return ordered
}

// feed puts one task in the queue, and where there is an article before the workers.
func feed(ctx context.Context, t *task, err error, ordered, waiting chan<- *task) bool {
	if err != nil {
		t.answer <- answer{err: err}
	}
	select {
	case ordered <- t:
	case <-ctx.Done():
		return false
	}
	if err == nil {
		waiting <- t
	}
	return true
}

// attempt reads one article. A fault of the program costs this article alone.
func attempt(a article.Article, read func(article.Article) (*extract.Document, error)) (result answer) {
	began := time.Now()
	defer func() {
		result.took = time.Since(began)
		if p := recover(); p != nil {
			result.err = fmt.Errorf("internal error: %v", p)
		}
		if result.err != nil {
			result.err = &source.Error{Input: a.Source.Location, Line: a.Source.Line, Err: result.err}
		}
	}()
	doc, err := read(a)
	return answer{doc: doc, err: err}
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
