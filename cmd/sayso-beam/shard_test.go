package main

import (
	"reflect"
	"slices"
	"testing"

	"sayso/extract/source"
)

func TestPlan(t *testing.T) {
	at := func(path string, start, size int64) part {
		return part{Path: path, Size: size, Piece: source.Piece{Start: start, End: start + size}}
	}
	a, b1, b2, c, d := at("a", 0, 4), at("b", 0, 10), at("b", 10, 3), at("c", 0, 0), at("d", 0, 1)
	want := []shard{{0, 3, []part{a, b1}}, {1, 3, []part{b2, c, d}}, {2, 3, []part{at("e", 0, 90)}}}
	got := plan([]part{at("e", 0, 90), d, b2, a, c, b1}, 4)
	want = []shard{{0, 4, []part{a}}, {1, 4, []part{b1}}, {2, 4, []part{b2, c, d}}, {3, 4, []part{at("e", 0, 90)}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("shards %v\nwant %v", got, want)
	}
	parts := []part{a, b1, b2, c, d}
	slices.Reverse(parts)
	if again := plan(parts, 4); !reflect.DeepEqual(again, plan([]part{a, b1, b2, c, d}, 4)) || len(again) != 3 {
		t.Errorf("in another order: %v", again)
	}
	if none := plan(nil, 4); len(none) != 0 {
		t.Errorf("of nothing: %v", none)
	}
}
