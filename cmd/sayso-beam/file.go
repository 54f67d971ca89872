package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// create makes a file, which has its name once all is written: what bears the name is whole, though workers fail, or two of
// them do the same.
func create(ctx context.Context, name string, write func(io.Writer) error) error {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	unfinished := name + ".part-" + rand.Text()
	if err := fill(ctx, fs, unfinished, write); err != nil {
		if r, ok := fs.(filesystem.Remover); ok {
			r.Remove(ctx, unfinished) // as far as it is there
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	return filesystem.Rename(ctx, fs, unfinished, name)
}

// fill writes a file. One that is not whole is not closed before its context has ended, for a store of objects keeps what is
// closed.
func fill(outer context.Context, fs filesystem.Interface, name string, write func(io.Writer) error) error {
	ctx, cancel := context.WithCancel(outer)
	defer cancel()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(file, 1<<20)
	err = write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		cancel()
		file.Close()
		return err
	}
	return file.Close()
}

// watched is a file that remembers that it could not be read. That is the file system's fault, to be tried again, and not the
// dump's.
type watched struct {
	io.Reader
	err error
}

// Read reads.
func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}
