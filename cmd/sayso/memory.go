package main

import (
	"os"
	"runtime/debug"
)

// A run over one article ends before a collection of its garbage pays; one over many collects as Go does by itself.
const (
	shortRun = 400
	longRun  = 100
)

// collect sets how much garbage may gather, in percent of what is in use, unless the user's GOGC says so.
func collect(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
