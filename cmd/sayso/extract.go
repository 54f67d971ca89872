package main

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/output"
	"sayso/extract/source"
)

// extractCommand is the command that reads articles, under one of its two names.
func (c *command) extractCommand(use string, args cobra.PositionalArgs) *cobra.Command {
	if args == nil {
		args = cobra.ArbitraryArgs
	}
	s := new(settings)
	cmd := c.reading(use, args, func(ctx context.Context, inputs []string) error { return c.extract(ctx, s, inputs) })
	s.add(cmd)
	return cmd
}

// reading is a command that does something with inputs: those named, else what is piped in.
func (c *command) reading(use string, args cobra.PositionalArgs, do func(ctx context.Context, inputs []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Args: args, DisableFlagsInUseLine: true}
	cmd.RunE = func(cmd *cobra.Command, inputs []string) error {
		switch {
		case len(inputs) > 0:
		case isPiped(c.in):
			inputs = []string{"-"}
		case cmd.Flags().NFlag() == 0:
			return cmd.Help()
		default:
			return misused("no input: name a file or a folder, or - for standard input")
		}
		return do(cmd.Context(), inputs)
	}
	return cmd
}

// extract reads the inputs and writes their records.
func (c *command) extract(ctx context.Context, s *settings, inputs []string) (err error) {
	format, err := c.format(s)
	if err != nil {
		return err
	}
	if err := s.check(format); err != nil {
		return err
	}
	if output.IsBinary(format) && s.output == "" && isTerminal(c.out) {
		return misused("-f %s is not for a terminal: -o FILE", format)
	}
	runtime.GOMAXPROCS(s.jobs)
	x, err := c.extractor(s)
	if err != nil {
		return err
	}
	from, err := c.source(s)
	if err != nil {
		return err
	}
	r := run{settings: s, extractor: x, source: from, keepText: s.text || s.fields.Has("text") || output.NeedsText(format)}
	defer r.close(&err)
	if err := c.open(&r, format, inputs); err != nil {
		return err
	}
	return r.all(ctx, inputs)
}

// extractor is what reads articles as the flags say.
func (c *command) extractor(s *settings) (*extract.Extractor, error) {
	dirs, err := packDirs(s.packs)
	if err != nil {
		return nil, err
	}
	rates, err := s.books()
	if err != nil {
		return nil, err
	}
	to, err := s.targets(rates)
	if err != nil {
		return nil, err
	}
	x, err := extract.New(extract.Options{PackDirs: dirs, Cache: packCache(), Rates: rates, To: to})
	if err != nil {
		return nil, broken(err)
	}
	return x, s.allowLanguage(x)
}

// format is the format of a run: for people at a terminal, a record or a claim a line elsewhere.
func (c *command) format(s *settings) (string, error) {
	if s.claims && s.format != "" && s.format != "claims" {
		return "", misused("--claims is -f claims: it contradicts -f %s", s.format)
	}
	switch {
	case s.format != "":
		return s.format, nil
	case output.Of(suffixOf(s.output)) != "" && !s.claims:
		return output.Of(suffixOf(s.output)), nil
	case s.output == "" && isTerminal(c.out):
		if s.claims {
			s.types = []string{"claims"}
		}
		return "text", nil
	case s.claims:
		return "claims", nil
	}
	return "jsonl", nil
}

// allowLanguage holds that the language is one that there are rules for.
func (s *settings) allowLanguage(x *extract.Extractor) error {
	if s.lang == "" {
		return nil
	}
	if err := allow(s.lang, x.Languages()); err != nil {
		return misused("--lang: %v", err)
	}
	return nil
}

// source is how the inputs are read.
func (c *command) source(s *settings) (source.Options, error) {
	client, err := s.client()
	return source.Options{
		From: s.from, Date: s.date, Lang: s.lang, Since: s.fetching.sinceDay(), Stdin: c.in, Client: client,
		Workers: s.jobs, Shard: source.Shard(s.shard),
	}, err
}

// A run is one run over inputs.
type run struct {
	*settings
	extractor *extract.Extractor
	source    source.Options
	keepText  bool // the records hold the article's text
	out       output.Writer
	journal   *journal
	files     []*os.File     // that are written
	packer    io.WriteCloser // compresses the output; nil is none
	point     *checkpoint    // nil is none
	written   *counter       // to the output
	listed    *counter       // to the list of failures
}

// open makes the files and writers of a run.
func (c *command) open(r *run, format string, inputs []string) (err error) {
	if r.resume != "" {
		if r.point, err = openCheckpoint(r.resume, c.args); err != nil {
			return err
		}
		r.files = append(r.files, r.point.file)
	}
	var out io.Writer = io.Discard
	if !output.IsFile(format) {
		out, err = r.create(r.output, c.out, inputs, func(p *checkpoint) int64 { return p.out })
	} else {
		err = notAnInput(r.output, inputs)
	}
	if err != nil {
		return err
	}
	list, err := r.create(r.failed, nil, inputs, func(p *checkpoint) int64 { return p.failed })
	if err != nil {
		return err
	}
	r.journal = &journal{err: c.err, quiet: r.quiet, verbose: r.verbose}
	if list != nil {
		r.listed = &counter{Writer: list}
		r.journal.list = r.listed
	}
	if out, err = r.pack(out); err != nil {
		return err
	}
	r.written = &counter{Writer: out}
	if p := r.point; p != nil {
		r.journal.read, r.journal.failed, r.journal.left, r.journal.found = p.read, p.failing, p.left, p.found
		r.written.n = p.out
		if r.listed != nil {
			r.listed.n = p.failed
		}
	}
	if isTerminal(c.err) && !r.quiet && !isTerminal(out) {
		r.source.Meter = new(source.Meter)
		r.journal.progress = &progress{out: c.err, began: time.Now(), meter: r.source.Meter, size: source.Size(inputs, r.from)}
	}
	if output.IsFile(format) {
		if r.out, err = output.NewFile(format, r.output); err != nil {
			return failure(named(r.output, err))
		}
		return nil
	}
	if r.fields.Fields != nil {
		r.out, err = output.Select(format, r.written, r.fields.Fields)
		return err
	}
	t := terminal(out, r.colour)
	t.Language = r.words
	r.out, err = output.New(format, r.written, t)
	return err
}

// suffixOf is a file's suffix, that of what it holds where it is compressed.
func suffixOf(name string) string {
	if isPacked(name) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return filepath.Ext(name)
}

// create is the file of that name, emptied, or cut to the length that a checkpoint tells; where there is no name, or it is
// "-", the stream itself.
func (r *run) create(name string, stream io.Writer, inputs []string, length func(*checkpoint) int64) (io.Writer, error) {
	if name == "" || name == "-" && stream != nil {
		return stream, nil
	}
	if err := notAnInput(name, inputs); err != nil {
		return nil, err
	}
	open := os.Create
	if r.point != nil {
		open = func(name string) (*os.File, error) { return r.point.reopen(name, length(r.point)) }
	}
	f, err := open(name)
	if err != nil {
		return nil, failure(named(name, err))
	}
	r.files = append(r.files, f)
	return f, nil
}

// pack is a writer that compresses what goes to an output of that name, or the output itself.
func (r *run) pack(out io.Writer) (io.Writer, error) {
	var err error
	switch strings.ToLower(filepath.Ext(r.output)) {
	case ".gz":
		r.packer = gzip.NewWriter(out)
	case ".zst":
		r.packer, err = zstd.NewWriter(out)
	default:
		return out, nil
	}
	return r.packer, err
}

// notAnInput refuses to write over what is to be read.
func notAnInput(name string, inputs []string) error {
	to, err := os.Stat(name)
	if err != nil {
		return nil // it does not exist yet
	}
	for _, in := range inputs {
		if from, err := os.Stat(in); err == nil && os.SameFile(from, to) {
			return misused("%s is an input: it cannot be written", name)
		}
	}
	return nil
}

// named is an error of a file with its name, said once.
func named(name string, err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return &source.Error{Input: name, Err: err}
}

// close closes the files; a file that could not be written to its end is an error.
func (r *run) close(err *error) {
	if r.packer != nil {
		if wrong := r.packer.Close(); wrong != nil && *err == nil {
			*err = &exit{exitFailed, named(r.output, wrong)}
		}
	}
	for _, f := range r.files {
		if wrong := f.Close(); wrong != nil && *err == nil {
			*err = &exit{exitFailed, named(f.Name(), wrong)}
		}
	}
}

// all reads the inputs, and writes each record as soon as it and those before it are there.
func (r *run) all(outer context.Context, inputs []string) error {
	ctx, cancel := context.WithCancel(outer)
	defer cancel()
	defer r.journal.progress.clear()
	began := time.Now()
	p := pool{workers: r.jobs, within: r.deadline, wants: r.sieve.wanted(r.source.Since), read: r.extractor.Extract}
	r.goOn(&p)
	tasks := p.run(ctx, source.Read(ctx, inputs, r.source))
	read := 0
	for t := next(ctx, tasks); t != nil; t = next(ctx, tasks) {
		if read++; read == 2 {
			collect(longRun, longRunBytes)
		}
		err := r.one(<-t.answer)
		if err == nil {
			err = r.note()
		}
		if err != nil {
			return unwritten(err)
		}
		r.journal.progress.show(r.journal)
	}
	if err := r.out.Close(); err != nil {
		return unwritten(err)
	}
	r.journal.summary(time.Since(began))
	return r.result(outer.Err() != nil)
}

// goOn has a run begin where the one before was cut off. Where no article may come twice, those before have to be looked at.
func (r *run) goOn(p *pool) {
	switch {
	case r.point == nil:
	case r.sieve.dedup:
		p.known = r.point.done
	default:
		r.source.Skip = r.point.done
	}
}

// note writes in the journal that one more is done.
func (r *run) note() error {
	if r.point == nil {
		return nil
	}
	listed := int64(0)
	if r.listed != nil {
		listed = r.listed.n
	}
	return r.point.note(r.journal, r.written.n, listed)
}

// one writes one record, or notes why there is none.
func (r *run) one(a answer) error {
	switch {
	case a.err != nil:
		return r.failure(a.err)
	case a.doc == nil:
		r.journal.left++
		return nil
	}
	r.narrow(a.doc, r.keepText)
	if err := r.out.Write(a.doc); err != nil {
		return err
	}
	if a.doc.Language.Code == nil {
		name := source.Name(a.doc.Source)
		return r.journal.fail(name, &source.Error{Input: name, Err: unread(a.doc)})
	}
	r.journal.document(a.doc, a.took)
	return nil
}

// failure notes an input that could not be read; its record, where one is asked for, says so.
func (r *run) failure(err error) error {
	var failed *source.Error
	if !errors.As(err, &failed) {
		return err
	}
	if r.errors {
		if err := r.out.Write(extract.Unread(failed.ID, article.Source{Kind: failed.Kind, Location: failed.Input, Line: failed.Line}, failed.Err)); err != nil {
			return err
		}
	}
	return r.journal.fail(failed.Name(), err)
}

// unread is why an article has a record without annotations. The reason is the last warning: reading ended there.
func unread(d *document.Document) error {
	if n := len(d.Warnings); n > 0 {
		return errors.New(d.Warnings[n-1])
	}
	return errors.New("not read: the language is unknown")
}

// unwritten is the end of a run whose output is gone. A reader that has had enough is no failure.
func unwritten(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return &exit{exitFailed, err}
}

// result is how a run ended.
func (r *run) result(interrupted bool) error {
	switch {
	case interrupted:
		return silent(exitInterrupted)
	case r.journal.failed > 0:
		return silent(exitFailed)
	case r.status && r.journal.found == 0:
		return silent(exitNothing)
	}
	return nil
}
