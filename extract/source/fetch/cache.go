package fetch

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// A cache is a folder of answers, one file an address: a line of JSON with the header, then the body. It never decides
// that a page still holds: the server is asked each time, for the page or for the word that it has not changed.
type cache struct {
	dir string // empty is no cache
}

// A label is the first line of a file of the cache.
type label struct {
	URL string `json:"url"`
	*answer
}

func (c cache) path(u *url.URL) string {
	return filepath.Join(c.dir, fmt.Sprintf("%x", sha256.Sum256([]byte(u.String()))))
}

// load is the answer that is kept for an address, or nil. A file that cannot be read is none.
func (c cache) load(u *url.URL) *answer {
	if c.dir == "" {
		return nil
	}
	file, err := os.ReadFile(c.path(u))
	if err != nil {
		return nil
	}
	head, body, _ := bytes.Cut(file, []byte("\n"))
	l := label{answer: new(answer)}
	if json.Unmarshal(head, &l) != nil || l.URL != u.String() {
		return nil
	}
	l.answer.Body = body
	return l.answer
}

// save keeps an answer. A reader never sees half of it.
func (c cache) save(u *url.URL, a *answer) error {
	if c.dir == "" {
		return nil
	}
	head, err := json.Marshal(label{u.String(), a})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	f, err := os.CreateTemp(c.dir, "new-")
	if err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	_, err = f.Write(append(append(head, '\n'), a.Body...))
	if wrong := f.Close(); err == nil {
		err = wrong
	}
	if err == nil {
		err = os.Rename(f.Name(), c.path(u))
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("cache: %w", err)
	}
	return nil
}
