package batch

import (
	"context"
	"iter"

	"sayso/extract/article"
	"sayso/extract/budget"
)

// A task is one article on its way; its result comes once.
type task struct {
	article article.Article
	result  chan Result
	takes   int // of the budget, until the result has been used
}

// start gives the tasks in the order of the articles. It stops, and closes the channel, when the articles end, or one of the
// contexts does: that of the run, or that of the articles which are being read.
func (p *Pool) start(ctx, reading context.Context, articles iter.Seq2[article.Article, error], shared *budget.Budget) <-chan task {
	workers := max(p.Workers, 1)
	waiting := make(chan task)
	ordered := make(chan task, 2*workers)
	for range workers {
		go func() {
			d := desk{read: p.Read, limit: p.Limit}
			defer d.close()
			for t := range waiting {
				t.result <- d.take(reading, t.article)
			}
		}()
	}
	ctx, cancel := context.WithCancel(ctx)
	context.AfterFunc(reading, cancel)
	go func() {
		defer cancel()
		defer close(waiting)
		defer close(ordered)
		known := p.Known
		for a, err := range articles {
			isKnown := known > 0
			known--
			if !p.feed(ctx, task{article: a, result: make(chan Result, 1)}, err, isKnown, shared, ordered, waiting) {
				return
			}
		}
	}()
	return ordered
}

// feed puts one task in the queue, and where there is an article that is wanted before the workers.
func (p *Pool) feed(ctx context.Context, t task, err error, isKnown bool, shared *budget.Budget, ordered, waiting chan<- task) bool {
	wanted := err == nil && p.Wants(t.article)
	if isKnown {
		return ctx.Err() == nil
	}
	if !wanted {
		t.result <- Result{Err: err}
	} else if t.takes = len(t.article.Text); !shared.Take(ctx, t.takes) {
		return false
	}
	select {
	case ordered <- t:
	case <-ctx.Done():
		return false
	}
	if wanted {
		select {
		case waiting <- t:
		case <-ctx.Done():
			close(t.result) // none comes
			return false
		}
	}
	return true
}
