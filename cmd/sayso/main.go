// Command sayso reads news articles and writes what they claim: who said what, about which sums and dates. This
// package holds the flags, the streams and the exit codes; nothing in it knows news or a language.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	collect(shortRun, shortRunBytes)
	// The first interrupt ends the run after the current lines; the second one stops at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	c := &command{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(c.run(ctx, os.Args[1:]))
}
