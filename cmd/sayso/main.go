// Command sayso reads news articles and writes what they claim: who said what, about which sums and dates. This
// package holds the flags, the streams and the exit codes; nothing in it knows news or a language.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	collect(shortRun, shortRunBytes)
	// The first signal ends the run after the current lines; the second one stops at once.
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, stop)
	c := &command{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(c.run(ctx, os.Args[1:]))
}

// endings are the signals that end a run. A hangup that nohup has ignored stays ignored.
func endings() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		all = append(all, syscall.SIGHUP)
	}
	return all
}
