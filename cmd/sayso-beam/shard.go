package main

import (
	"cmp"
	"fmt"
	"slices"

	"sayso/extract/source"
)

// A part is a piece of a file.
type part struct {
	Path  string
	Size  int64 // of the piece in bytes
	Piece source.Piece
}

// A shard is what is read for one file that is written.
type shard struct {
	Number int // from 0
	Of     int // how many there are
	Parts  []part
}

// plan puts parts together to shards of no less than size bytes but for the last, in the order of the files' names. The same
// parts give the same shards, in whatever order they come.
func plan(parts []part, size int64) []shard {
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Piece.Start, b.Piece.Start))
	})
	var all []shard
	left := int64(0)
	for _, p := range parts {
		if left <= 0 {
			all = append(all, shard{Number: len(all)})
			left = size
		}
		last := &all[len(all)-1]
		last.Parts = append(last.Parts, p)
		left -= p.Size
	}
	for i := range all {
		all[i].Of = len(all)
	}
	return all
}

// name is the name of the file that is written.
func (s shard) name(prefix, format string) string {
	return fmt.Sprintf("%s-%05d-of-%05d.%s", prefix, s.Number, s.Of, format)
}
