package main

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"sayso/extract/files"
	"sayso/extract/journal"
	"sayso/extract/output"
	"sayso/extract/source"
)

// outputs are what a run writes: its files, and what goes through to them.
type outputs struct {
	name    string // of the file of records
	files   files.Set
	records *counter // nil where the format is a file
	listed  *counter // the list of failures; nil is none
	packer  io.WriteCloser
	journal *journal.Journal // nil is none
	pages   pages
}

// A counter counts and sums what is written through it.
type counter struct {
	io.Writer
	written journal.Bytes
}

// Write writes and counts.
func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.written.Add(p[:n])
	return n, err
}

// inputs are what is to be read. A list that comes slowly is waited for until the run is interrupted.
func (c *command) inputs(ctx context.Context, names []string, from source.Options) ([]source.Input, error) {
	all := make(chan []source.Input, 1)
	go func() { all <- source.Inputs(names, from) }()
	select {
	case inputs := <-all:
		return inputs, nil
	case <-ctx.Done():
		return nil, silent(exitInterrupted)
	}
}

// openOutputs opens the files of a run, and empties them, or cuts them to where the run before them came, once it is certain
// that none of them is an input.
func (c *command) openOutputs(s *settings, format string, names []string, inputs []source.Input, from source.Options) (_ *outputs, err error) {
	o := &outputs{name: s.output}
	defer func() {
		if err != nil {
			o.files.Abandon()
		}
	}()
	o.pages = pages{name: s.output, uses: func(file fs.FileInfo) (string, bool) {
		if input, ok := source.Reading(file, inputs, from); ok {
			return input, true
		}
		return s.uses(file)
	}}
	record, err := o.open(s.resume, s.output, s.failed)
	if err != nil {
		return nil, err
	}
	if s.from == "list" { // the lists themselves are read too
		for _, name := range names {
			inputs = append(inputs, source.Input{Name: name})
		}
	}
	if err := c.spareInputs(o, s, format, inputs, from); err != nil {
		return nil, err
	}
	var last journal.Progress
	if s.resume != "" {
		fingerprint := c.fingerprint(s, format)
		if o.journal, err = journal.Open(record[0].File, fingerprint); err != nil {
			return nil, resumeFault(s.resume, fingerprint, err)
		}
		last = o.journal.Last()
	}
	if !output.IsFile(format) { // which looks first whether the file is its own
		err = cut(record[1], last.Out, s.resume)
	}
	if err == nil {
		err = cut(record[2], last.Listed, s.resume)
	}
	if err == nil {
		err = o.connect(c, s, format, record, last)
	}
	return o, err
}

// open opens files by their names, in their order; the file of a stream, or without a name, is nil.
func (o *outputs) open(resume, output, failed string) (opened [3]*files.File, err error) {
	if output == "-" {
		output = ""
	}
	for i, name := range []string{resume, output, failed} {
		if name == "" {
			continue
		}
		open := o.files.Open
		if i == 0 {
			if err := plainFile(name); err != nil {
				return opened, failure(named(name, err))
			}
			open = o.files.OpenBoth
		}
		if opened[i], err = open(name); err != nil {
			if shared := (*files.SharedError)(nil); errors.As(err, &shared) {
				return opened, misused("%v", shared)
			}
			return opened, failure(named(name, err))
		}
	}
	return opened, nil
}

// plainFile holds that a file is a plain one, or not there: a pipe would be waited for.
func plainFile(name string) error {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return journal.ErrForeign
	}
	return nil
}

// connect makes the streams to the files.
func (o *outputs) connect(c *command, s *settings, format string, opened [3]*files.File, last journal.Progress) error {
	if f := opened[2]; f != nil {
		o.listed = &counter{f, last.Listed}
	}
	if output.IsFile(format) {
		return nil
	}
	out := c.out
	switch f := opened[1]; {
	case f != nil:
		out = f
	case !output.IsForPeople(format): // which sees to it itself, and has its colours
		out = c.screen()
	}
	var err error
	switch strings.ToLower(filepath.Ext(s.output)) {
	case ".gz":
		o.packer = gzip.NewWriter(out)
	case ".zst":
		o.packer, err = zstd.NewWriter(out)
	}
	if o.packer != nil {
		out = o.packer
	}
	o.records = &counter{out, last.Out}
	return err
}

// written are the files as those who read can tell them.
func (o *outputs) written(out io.Writer) []fs.FileInfo {
	all := o.files.Infos()
	if f, ok := unwrapped(out).(*os.File); ok {
		if info, err := f.Stat(); err == nil {
			all = append(all, info)
		}
	}
	return all
}

// close closes the files; a file that could not be written to its end is an error.
func (o *outputs) close(err *error) {
	if o.packer != nil {
		if wrong := o.packer.Close(); wrong != nil && *err == nil {
			*err = &exit{exitFailed, named(o.name, wrong)}
		}
	}
	if f, wrong := o.files.Close(); wrong != nil && *err == nil {
		*err = &exit{exitFailed, named(f.Name(), wrong)}
	}
}

// suffixOf is a file's suffix, that of what it holds where it is compressed.
func suffixOf(name string) string {
	if isPacked(name) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return filepath.Ext(name)
}

// named is an error of a file with its name, said once.
func named(name string, err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return &source.Error{Input: name, Err: err}
}
