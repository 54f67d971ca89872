package main

import (
	"math"
	"os"
	"runtime/debug"
)

// How much garbage may gather, in percent of what is in use, and from how many bytes on it may not. A run over one
// article ends before a collection of its garbage pays, unless a pack of a million names is compiled first; one over
// many collects as Go does by itself.
const (
	shortRun      = 400
	shortRunBytes = 170 << 20
	longRun       = 100
	longRunBytes  = math.MaxInt64
)

// collect sets both, as far as the user's GOGC and GOMEMLIMIT do not.
func collect(percent int, bytes int64) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(bytes)
	}
}
