package rules

import (
	"fmt"
	"os"
	"time"
)

// settled is how long after its writing a file of the cache has reached the disk for certain, whatever happens to the machine.
const settled = 2 * time.Minute

// isSound reports whether a file of the cache passes a check of all its bytes. One that has passed it since it reached the disk
// is not checked again as long as nobody writes to it: a mark beside it tells of which size and time it was. To go over all of
// it would take longer than all else that is done to load it.
func (c cache) isSound(f *os.File, passes func() bool) bool {
	info, err := f.Stat()
	if err != nil {
		return passes()
	}
	mark, seen := f.Name()+".sound", fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano())
	if noted, err := os.ReadFile(mark); err == nil && string(noted) == seen {
		return true
	}
	if !passes() {
		return false
	}
	if age := time.Since(info.ModTime()); age > settled {
		_ = os.WriteFile(mark, []byte(seen), 0o600) // without it the file is checked again
	}
	return true
}
