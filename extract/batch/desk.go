package batch

import (
	"context"
	"errors"
	"time"

	"sayso/extract/article"
)

// A desk reads one article after another. What may take no longer than is allowed is read in a goroutine of its own, which is
// kept: its stack has grown by then to what articles need, and to grow it anew takes longer than to read a short one.
type desk struct {
	read  Reader
	limit time.Duration // of one article; 0 is for ever
	in    chan sheet    // to the goroutine, nil where there is none
	out   chan Result
}

// A sheet is an article with the context that it is read in.
type sheet struct {
	ctx     context.Context
	article article.Article
}

// take reads an article. What takes too long is told to stop, and not waited for: the next one has another goroutine.
func (d *desk) take(ctx context.Context, a article.Article) Result {
	if d.limit <= 0 {
		return d.read.Safely(ctx, a)
	}
	ctx, stop := context.WithTimeout(ctx, d.limit)
	defer stop()
	if d.in == nil {
		d.in, d.out = make(chan sheet, 1), make(chan Result, 1)
		go d.read.work(d.in, d.out)
	}
	d.in <- sheet{ctx, a}
	select {
	case r := <-d.out:
		if !errors.Is(r.Err, context.DeadlineExceeded) {
			return r
		}
	case <-ctx.Done():
		d.close()
	}
	err := ctx.Err()
	if err == context.DeadlineExceeded {
		err = &LateError{d.limit}
	}
	return Result{Err: failedWith(a, err), Took: d.limit}
}

// close lets the goroutine end once it has read what it is given.
func (d *desk) close() {
	if d.in != nil {
		close(d.in)
		d.in = nil
	}
}

// work reads what comes in; what comes out of it waits for nobody.
func (read Reader) work(in <-chan sheet, out chan<- Result) {
	for s := range in {
		out <- read.Safely(s.ctx, s.article)
	}
}
