package source

import (
	"context"
	"iter"
)

// ahead gives what do makes of each item, in the items' order, while it works on up to n of them. When the consumer
// stops, what is under way is cancelled.
func ahead[T, R any](ctx context.Context, n int, items iter.Seq[T], do func(context.Context, T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan R, n-1) // the consumer holds one more
		go func() {
			defer close(queue)
			for item := range items {
				result := make(chan R, 1)
				select {
				case queue <- result:
				case <-ctx.Done():
					return
				}
				go func() { result <- do(ctx, item) }()
			}
		}()
		for result := range queue {
			if !yield(<-result) {
				return
			}
		}
	}
}
