package journal

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"sync"
)

// A digest tells a series of articles, their names and contents, from others.
type digest uint64

// then is the digest with one article more.
func (d digest) then(name string, sum uint32) digest {
	h := fnv.New64a()
	fmt.Fprintf(h, "%x %x %s", uint64(d), sum, name)
	return digest(h.Sum64())
}

// A ChangedError is an article that is another one than the run before read.
type ChangedError struct{ Name string }

// Error names it.
func (e *ChangedError) Error() string { return e.Name + " is not what was read there before" }

// A ShortError is inputs that end before the place where the run before was cut off.
type ShortError struct{ Have, Want int }

// Error says how many there are.
func (e *ShortError) Error() string {
	return fmt.Sprintf("the inputs hold %d articles, of which %d had been read", e.Have, e.Want)
}

// A trail is the digests of what is found: those of the run before are compared with, the others wait until they are noted.
type trail struct {
	mu      sync.Mutex
	before  *bufio.Reader // the lines of the run before, from the first
	known   int           // how many articles these tell of
	seen    int
	at      digest
	waiting []digest
	err     error
}

// follow has a trail follow one that was written.
func (t *trail) follow(lines io.Reader, known int) {
	t.before, t.known = bufio.NewReader(lines), known
}

// Saw takes in the next article that is found, by its name and a sum of its content. It reports false, and Err says why, where
// the run before read another one there.
func (t *trail) Saw(name string, sum uint32) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err != nil {
		return false
	}
	t.seen++
	t.at = t.at.then(name, sum)
	if t.seen > t.known {
		t.waiting = append(t.waiting, t.at)
		return true
	}
	text, err := t.before.ReadString('\n')
	if err == nil {
		var p Progress
		var at digest
		if p, at, err = parse(text); err == nil && (at != t.at || p.Done != t.seen) {
			err = &ChangedError{name}
		}
	}
	t.err = err
	return err == nil
}

// Err says why the inputs are not those of the run before; all says that they have been read to their ends.
func (t *trail) Err(all bool) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err == nil && all && t.seen < t.known {
		return &ShortError{t.seen, t.known}
	}
	return t.err
}

// next is the digest of the next article that is noted.
func (t *trail) next() (digest, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.waiting) == 0 {
		return 0, errors.New("an article is noted that was not found")
	}
	at := t.waiting[0]
	t.waiting = t.waiting[1:]
	return at, nil
}
