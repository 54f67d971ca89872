// Package budget bounds what is held at once: bytes are taken before something is held, and given back afterwards.
package budget

import (
	"context"
	"sync"
)

// A Budget is so many bytes, shared. One goroutine takes of it, others give back.
type Budget struct {
	mu     sync.Mutex
	most   int
	used   int
	spared chan struct{} // something was given back
}

// New is a budget of so many bytes.
func New(most int) *Budget { return &Budget{most: most, spared: make(chan struct{}, 1)} }

// Take waits until n bytes are left, or everything, so that what is longer than all of it is held alone, and takes them. It is
// false where the context ends before.
func (b *Budget) Take(ctx context.Context, n int) bool {
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

// GiveBack gives back what was taken.
func (b *Budget) GiveBack(n int) {
	b.mu.Lock()
	b.used -= n
	b.mu.Unlock()
	select {
	case b.spared <- struct{}{}:
	default:
	}
}
