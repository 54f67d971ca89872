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

// endings are the signals that end a run. One that the program was started to ignore, as nohup does, stays ignored.
func endings() []os.Signal {
	var all []os.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			all = append(all, s)
		}
	}
	return all
}
