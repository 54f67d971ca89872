// Package batch reads articles with a number of workers, and gives what became of them in the articles' order. An article that
// takes too long, or meets a fault of the program, costs itself.
package batch

import (
	"context"
	"fmt"
	"iter"
	"time"

	"sayso/extract/article"
	"sayso/extract/budget"
	"sayso/extract/document"
	"sayso/extract/source"
)

// A Reader makes the record of an article. It stops soon after its context has ended.
type Reader func(context.Context, article.Article) (*document.Document, error)

// A Result is what became of one article: its record, an error, or neither where it is left out.
type Result struct {
	Document *document.Document
	Err      error // a *source.Error, but for those of the stream of articles
	Took     time.Duration
}

// A LateError is an article that was not read in time.
type LateError struct{ Limit time.Duration }

// Error says how long it was waited for.
func (e *LateError) Error() string { return fmt.Sprintf("not read within %v, the deadline", e.Limit) }

// Safely reads one article. A fault of the program is its error.
func (read Reader) Safely(ctx context.Context, a article.Article) (result Result) {
	began := time.Now()
	defer func() {
		result.Took = time.Since(began)
		if p := recover(); p != nil {
			result.Err = fmt.Errorf("internal error: %v", p)
		}
		if result.Err != nil {
			result.Err = failedWith(a, result.Err)
		}
	}()
	doc, err := read(ctx, a)
	return Result{Document: doc, Err: err}
}

// failedWith is the error of an article.
func failedWith(a article.Article, err error) error {
	return &source.Error{Input: a.Source.Location, Line: a.Source.Line, Kind: a.Source.Kind, ID: a.ID, Err: err}
}

// A Pool reads many articles.
type Pool struct {
	Workers int           // at once; less than 1 is 1
	Limit   time.Duration // of one article, 0 is for ever; what takes longer is told to stop, and not waited for
	Known   int           // of the first articles: a run before has read them; Wants is asked of them, and no more
	Wants   func(article.Article) bool
	Read    Reader
}

// How many bytes of text the articles have together that are being read, or wait to be written: so many, and so many for every
// worker. A longer article is read alone. A dense text takes a kilobyte a byte while it is read, so two long ones are not read
// at once; the articles of news are a hundredth as long.
const (
	underWay         = 256 << 10
	underWayByWorker = 32 << 10
)

// Grace is how long what is being read is waited for once a run is cancelled.
const Grace = time.Second

// Run gives what becomes of the articles. Once the context is cancelled no more are begun; those that are being read, and
// have not ended within the grace, are left out with all after them.
func (p *Pool) Run(ctx context.Context, articles iter.Seq2[article.Article, error]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		reading, stop := context.WithCancel(context.WithoutCancel(ctx)) // what is being read is not cut off at once
		defer stop()
		shared := budget.New(underWay + max(p.Workers, 1)*underWayByWorker)
		tasks := p.start(ctx, reading, articles, shared)
		var end <-chan time.Time
		cancelled := ctx.Done()
		for {
			t, ok := next(ctx, tasks)
			for waiting := ok; waiting; {
				var r Result
				select {
				case r, ok = <-t.result:
					ok = ok && yield(r)
					waiting = false
					shared.GiveBack(t.takes)
				case <-cancelled:
					cancelled, end = nil, time.After(Grace)
				case <-end:
					waiting, ok = false, false
				}
			}
			if !ok {
				return
			}
		}
	}
}

// next is the next task. A cancelled context is the end as soon as nothing more is ready: the source may be waiting for its
// input for ever.
func next(ctx context.Context, tasks <-chan task) (t task, ok bool) {
	select {
	case t, ok = <-tasks:
		return t, ok
	default:
	}
	select {
	case t, ok = <-tasks:
	case <-ctx.Done():
	}
	return t, ok
}
