package batch

import (
	"context"
	"sync"
)

// maxUnderWay is how many bytes of text the articles have together that are being read, or wait to be written. A longer article is
// read alone.
const maxUnderWay = 2 << 20

// A budget is what the workers of a pool share: bytes of text.
type budget struct {
	mu     sync.Mutex
	used   int
	spared chan struct{} // something was given back
}

func newBudget() *budget { return &budget{spared: make(chan struct{}, 1)} }

// take waits until there is enough left, or everything, and takes it; it is false where the context ends before. One goroutine
// takes.
func (b *budget) take(ctx context.Context, n int) bool {
	for {
		b.mu.Lock()
		enough := b.used == 0 || b.used+n <= maxUnderWay
		if enough {
			b.used += n
		}
		b.mu.Unlock()
		if enough {
			return true
		}
		select {
		case <-b.spared:
		case <-ctx.Done():
			return false
		}
	}
}

func (b *budget) giveBack(n int) {
	b.mu.Lock()
	b.used -= n
	b.mu.Unlock()
	select {
	case b.spared <- struct{}{}:
	default:
	}
}
