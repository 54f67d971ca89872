package main

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"sayso/extract/source"
)

// A cutFn cuts files into parts. (Beam's own reader of lines is not used: it numbers no lines, which records have, and it
// takes the length of a compressed file for that of its content, and reads no further.)
type cutFn struct {
	From string
	Size int64
}

// ProcessElement cuts one file. One that is small is not looked at.
func (f *cutFn) ProcessElement(ctx context.Context, file fileio.FileMetadata, emit func(part)) error {
	if file.Size <= f.Size {
		emit(part{Path: file.Path, Size: file.Size, Piece: source.Whole})
		return nil
	}
	pieces, err := f.pieces(ctx, file.Path)
	for _, p := range pieces {
		size := p.End - p.Start
		if p.End < 0 {
			size = file.Size
		}
		emit(part{Path: file.Path, Size: size, Piece: p})
	}
	return err
}

func (f *cutFn) pieces(ctx context.Context, path string) ([]source.Piece, error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	in, err := fs.OpenRead(ctx, path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return source.Pieces(in, path, f.From, f.Size)
}

// A planFn puts the parts of all files together to shards.
type planFn struct{ Size int64 }

// ProcessElement gives the shards of all parts there are.
func (f *planFn) ProcessElement(_ int, parts func(*part) bool, emit func(shard)) {
	var all []part
	for p := new(part); parts(p); p = new(part) {
		all = append(all, *p)
	}
	for _, s := range plan(all, f.Size) {
		emit(s)
	}
}
