package batch

import (
	"context"
	"sync"
)

// How many bytes of text the articles have together that are being read, or wait to be written: so many, and so many for every
// worker. A longer article is read alone. A dense text takes a kilobyte a byte while it is read, so two long ones are not read
// at once; the articles of news are a hundredth as long.
const (
	underWay         = 256 << 10
	underWayByWorker = 32 << 10
)

// A budget is what the workers of a pool share: bytes of text.
type budget struct {
	mu     sync.Mutex
	most   int
	used   int
	spared chan struct{} // something was given back
}

func newBudget(workers int) *budget {
	return &budget{most: underWay + workers*underWayByWorker, spared: make(chan struct{}, 1)}
}

// take waits until there is enough left, or everything, and takes it; it is false where the context ends before. One goroutine
// takes.
func (b *budget) take(ctx context.Context, n int) bool {
	for {
		b.mu.Lock()
		enough := b.used == 0 || b.used+n <= b.most
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
