package source

import (
	"context"
	"iter"

	"sayso/extract/budget"
)

// maxAhead is how many bytes of content the items have together that are worked on, or wait to be used. A longer one is worked on
// alone: while it is read, it is held several times.
const maxAhead = 4 << 20

// ahead gives what do makes of each item, in the items' order, while it works on up to n of them, and on no more than maxAhead
// bytes of content, which size tells. When the consumer stops, what is under way is cancelled.
func ahead[T, R any](ctx context.Context, n int, items iter.Seq[T], size func(T) int, do func(context.Context, T) R) iter.Seq[R] {
	type task struct {
		takes  int
		result chan R
	}
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		room := budget.New(maxAhead)
		queue := make(chan task, n-1) // the consumer holds one more
		go func() {
			defer close(queue)
			hands := make(chan func())
			defer close(hands)
			for item := range items {
				t := task{size(item), make(chan R, 1)}
				if !room.Take(ctx, t.takes) {
					return
				}
				select {
				case queue <- t:
				case <-ctx.Done():
					return
				}
				work := func() { t.result <- do(ctx, item) }
				select {
				case hands <- work:
				default:
					go workOn(work, hands)
				}
			}
		}()
		for t := range queue {
			if !yield(<-t.result) {
				return
			}
			room.GiveBack(t.takes)
		}
	}
}

// workOn does one thing after another, so that the stack of its goroutine grows once.
func workOn(work func(), next <-chan func()) {
	for more := true; more; work, more = <-next {
		work()
	}
}
