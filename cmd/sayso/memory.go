package main

import (
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
)

// How much garbage may gather, in percent of what is in use, and from how many bytes on it may not. A run over one
// article ends before a collection of its garbage pays, unless a pack of a million names is compiled first; one over
// many collects as Go does by itself, and more often before it takes more than one of one article may, unless what it keeps, its
// packs above all, takes half of that.
const (
	shortRun      = 400
	shortRunBytes = 170 << 20
	longRun       = 100
)

// longRunBytes is from how many bytes on garbage may not gather in a run over many articles.
func longRunBytes() int64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return math.MaxInt64
	}
	return max(shortRunBytes, 2*int64(live[0].Value.Uint64()))
}

// collect sets both, as far as the user's GOGC and GOMEMLIMIT do not.
func collect(percent int, bytes int64) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(bytes)
	}
}
