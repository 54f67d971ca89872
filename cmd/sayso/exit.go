package main

import (
	"cmp"
	"errors"
	"fmt"
)

// The exit codes; the topic exit-codes documents them.
const (
	exitNothing     = 1 // nothing was found, where that was asked; no rate of a day; or an example failed
	exitFailed      = 2 // some inputs failed
	exitUsage       = 3 // nothing was done
	exitInterrupted = 130
)

// An exit is an error that knows the code the program ends with. Without an error of its own, all that there is to
// say has been said.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// ExitCode is the code that the program ends with.
func (e *exit) ExitCode() int { return e.code }

// silent ends the program with a code and no more words.
func silent(code int) error { return &exit{code: code} }

// failure is an error of the program's surroundings: a file, a pack.
func failure(err error) error { return &exit{exitUsage, err} }

// A misuse is a mistake in the command line.
type misuse struct{ msg string }

func (e *misuse) Error() string { return e.msg }

// ExitCode is the code that the program ends with.
func (e *misuse) ExitCode() int { return exitUsage }

func misused(format string, args ...any) error { return &misuse{fmt.Sprintf(format, args...)} }

// codeOf is the code that an error ends the program with.
func codeOf(err error) int {
	var coded interface{ ExitCode() int }
	switch {
	case err == nil:
		return 0
	case errors.As(err, &coded):
		return coded.ExitCode()
	}
	return exitUsage
}

// report says what went wrong, if it has not been said.
func (c *command) report(err error) {
	var done *exit
	if err == nil || errors.As(err, &done) && done.err == nil {
		return
	}
	fmt.Fprintf(c.err, "sayso: %s\n", c.blamed(err.Error()))
	if wrong := (*misuse)(nil); errors.As(err, &wrong) {
		fmt.Fprintf(c.err, "see %s --help\n", cmp.Or(c.path, "sayso"))
	}
}
