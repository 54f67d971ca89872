package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
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
		if o.journal, err = journal.Open(record[0].File, c.fingerprint(s, format)); err != nil {
			return nil, notGoneOnWith(s.resume, err)
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

// spareInputs refuses to write over what is read: inputs, what a list, a folder or an archive among them holds, rule packs,
// rates and settings.
func (c *command) spareInputs(o *outputs, s *settings, format string, inputs []source.Input, from source.Options) error {
	written := map[string]fs.FileInfo{}
	for _, f := range o.files.All() {
		if !f.IsNew() && f.Info().Mode().IsRegular() {
			written[f.Name()] = f.Info()
		}
	}
	if f, ok := unwrapped(c.out).(*os.File); ok && s.output == "" {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			written["standard output"] = info
		}
	}
	if output.IsFile(format) { // it is written with files beside it
		for _, suffix := range []string{"-journal", "-wal", "-shm"} {
			if info, err := os.Stat(s.output + suffix); err == nil {
				written[s.output+suffix] = info
			}
		}
	}
	for name, info := range written {
		input, ok := source.Reading(info, inputs, from)
		if !ok {
			input, ok = s.uses(info)
		}
		if ok {
			return overwrites(name, input)
		}
	}
	return nil
}

// overwrite is the file of that name, emptied once it is certain that it is nothing that is used.
func overwrite(name string, uses func(fs.FileInfo) (string, bool)) (*files.File, error) {
	f, err := new(files.Set).Open(name)
	if err != nil {
		return nil, failure(named(name, err))
	}
	if input, ok := uses(f.Info()); ok {
		f.Close()
		return nil, overwrites(name, input)
	}
	return f, cut(f, journal.Bytes{}, "")
}

func overwrites(name, input string) error {
	if name == input {
		return misused("%s is an input: it cannot be written", name)
	}
	return misused("%s is an input, as %s: it cannot be written", name, input)
}

// uses is the file among rates, packs and settings that a file is.
func (s *settings) uses(file fs.FileInfo) (name string, ok bool) {
	used := append(configFiles(), s.rates)
	if s.rates == "" {
		used = append(used, ratesFile())
	}
	for _, dir := range append(usualDirs(), s.packs...) {
		filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				used = append(used, path)
			}
			return nil
		})
	}
	for _, name := range used {
		if info, err := os.Stat(name); err == nil && files.Same(info, file) {
			return name, true
		}
	}
	return "", false
}

// notGoneOnWith says why a journal does not serve.
func notGoneOnWith(name string, err error) error {
	if errors.Is(err, journal.ErrOther) {
		return misused("--resume: %s is the journal of another run: the same inputs, settings, rule packs and rates go on, others need another journal", name)
	}
	changed, short := (*journal.ChangedError)(nil), (*journal.ShortError)(nil)
	if errors.As(err, &changed) || errors.As(err, &short) {
		return misused("--resume: %v, as %s says: what has changed is read by a run of its own, with another journal and output", err, name)
	}
	return failure(fmt.Errorf("--resume: %w", named(name, err)))
}

// cut cuts a file to what the run before wrote up to its journal's last line.
func cut(f *files.File, written journal.Bytes, resume string) error {
	if f == nil {
		return nil
	}
	err := isWritten(f, written, resume)
	if err == nil {
		err = f.Cut(written.Length)
	}
	if err != nil {
		return failure(named(f.Name(), err))
	}
	return nil
}

// isWritten holds that a file begins with what a run wrote.
func isWritten(f *files.File, written journal.Bytes, resume string) error {
	if written.Length == 0 {
		return nil
	}
	in, err := os.Open(f.Name())
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	switch {
	case err != nil:
		return err
	case info.Size() < written.Length:
		return fmt.Errorf("is shorter than %s says: remove both to begin anew", resume)
	}
	same, err := written.BeginsWith(in)
	if err == nil && !same {
		err = fmt.Errorf("is not what was written as %s says: remove both to begin anew", resume)
	}
	return err
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
