package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/batch"
	"sayso/extract/document"
	"sayso/extract/filter"
	"sayso/extract/output"
	"sayso/extract/source"
)

// A readFn reads the articles of a shard and writes their records. Its exported fields travel to the workers.
type readFn struct {
	Output, Format   string
	From, Date, Lang string
	Types            []string
	Filter           filter.Filter
	Text             bool
	Packs            []folder

	extractor *extract.Extractor
	counters  map[string]beam.Counter
}

// Setup makes what all shards of a worker are read with.
func (f *readFn) Setup() (err error) {
	f.counters = map[string]beam.Counter{}
	for _, name := range []string{records, failures, refusals, left} {
		f.counters[name] = beam.NewCounter("sayso", name)
	}
	f.extractor, err = shared(f.Packs)
	return err
}

// ProcessElement reads and writes one shard. An article that cannot be read costs itself; the error is the file system's.
func (f *readFn) ProcessElement(ctx context.Context, s shard) error {
	return create(ctx, s.name(f.Output, f.Format), func(w io.Writer) error {
		out, err := output.New(f.Format, w, output.Terminal{})
		if err != nil {
			return err
		}
		for _, p := range s.Parts {
			if err := f.part(ctx, p, out); err != nil {
				return fmt.Errorf("%s: %w", p.Path, err)
			}
		}
		return out.Close()
	})
}

// part reads the articles of one part.
func (f *readFn) part(ctx context.Context, p part, out output.Writer) error {
	fs, err := filesystem.New(ctx, p.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenRead(ctx, p.Path)
	if err != nil {
		return err
	}
	defer file.Close()
	piece, err := p.Piece.In(file)
	if err != nil {
		return err
	}
	in := &watched{Reader: piece}
	opt := source.Options{From: f.From, Date: f.Date, Lang: f.Lang}
	for a, err := range source.ReadPiece(ctx, in, p.Path, p.Piece, opt) {
		if err := f.write(ctx, out, a, err); err != nil {
			return err
		}
	}
	return errors.Join(in.err, ctx.Err())
}

// write writes the record of an article that is wanted, or of why there is none, and counts it.
func (f *readFn) write(ctx context.Context, out output.Writer, a article.Article, err error) error {
	var d *document.Document
	if err == nil {
		if !f.Filter.Wants(a) {
			f.counters[left].Inc(ctx, 1)
			return nil
		}
		result := batch.Reader(f.extractor.ExtractContext).Safely(ctx, a)
		d, err = result.Document, result.Err
	}
	f.counters[records].Inc(ctx, 1)
	if failed := (*source.Error)(nil); errors.As(err, &failed) {
		log.Warnf(ctx, "%v", err)
		f.counters[failures].Inc(ctx, 1)
		return out.Write(extract.Unread(failed.ID, article.Source{Kind: failed.Kind, Location: failed.Input, Line: failed.Line}, failed.Err))
	} else if err != nil {
		return err
	}
	if d.Language.Code == nil {
		f.counters[refusals].Inc(ctx, 1)
	}
	d.Keep(f.Types)
	if !f.Text {
		d.Text = nil
	}
	return out.Write(d)
}
