package source

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// A Counter counts the bytes of files as they are read, compressed as they are. It is safe for use by many goroutines.
type Counter struct{ read atomic.Int64 }

// Read is how many bytes have been read.
func (m *Counter) Read() int64 { return m.read.Load() }

// counting is a reader that the counter counts; no counter counts nothing.
func (m *Counter) counting(in io.Reader) io.Reader {
	if m == nil {
		return in
	}
	return io.TeeReader(in, m)
}

// Write counts.
func (m *Counter) Write(p []byte) (int, error) {
	m.read.Add(int64(len(p)))
	return len(p), nil
}

// Size is how many bytes the inputs have, or 0 where that is not known: of addresses, standard input and lists.
func Size(inputs []string, from string) int64 {
	if from == kindURLs || from == kindFeed || from == kindList {
		return 0
	}
	total := int64(0)
	for _, name := range inputs {
		n := sizeOf(name)
		if n == 0 {
			return 0
		}
		total += n
	}
	return total
}

func sizeOf(name string) (total int64) {
	filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && (path == name || isArticle(path, entry)) {
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				total += info.Size()
			}
		}
		return nil
	})
	return total
}
