package main

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A command is the program with its streams.
type command struct {
	in    io.Reader
	out   io.Writer
	err   io.Writer
	flags *pflag.FlagSet    // of the command that is run
	path  string            // that command with those above it, as it is called
	setBy map[string]string // by the name of a flag, the variable or the place of a file that gave its value

	writing sync.Mutex // held while there are files that need to be closed
}

// farewell is how long a command that was interrupted may take to end.
const farewell = 1500 * time.Millisecond

// run does what the arguments say and gives the exit code.
func (c *command) run(ctx context.Context, args []string) int {
	if _, ok := c.err.(*messages); !ok {
		c.err = &messages{c.err}
	}
	printed := &printer{to: unwrapped(c.out)}
	c.out = printed
	args = withDedup(args)
	root := c.rootFor(args)
	root.SetArgs(args)
	ended := make(chan error, 1)
	go func() {
		ran, err := root.ExecuteContextC(ctx)
		c.path = ran.CommandPath()
		ended <- err
	}()
	err := c.wait(ctx, ended)
	if err == nil {
		err = unwritten(printed.err) // of help and lists too
	}
	c.report(err)
	return codeOf(err)
}

// wait waits for the end of a command. One that was interrupted may be waiting for its input for ever: it is given up, once
// what it writes is closed.
func (c *command) wait(ctx context.Context, ended <-chan error) error {
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(farewell):
	}
	c.writing.Lock()
	select {
	case err := <-ended:
		return err
	case <-time.After(farewell / 10):
		return silent(exitInterrupted)
	}
}

// trunk is the root of the commands. Inputs may stand at it, for they look like inputs and no command does.
func (c *command) trunk() *cobra.Command {
	root := c.extractCommand("sayso [flags] INPUT...", c.bareInputs)
	root.Long = "sayso reads news articles in French, Portuguese and English and extracts what they claim:\nquotes with their speakers, sums of money, dates, figures, names and checkable claims."
	root.Example = rootExample
	root.Version = version
	root.SetVersionTemplate("sayso {{.Version}}\n")
	root.Flags().BoolP("version", "V", false, "print the version")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.SetHelpFunc(c.help)
	root.SetFlagErrorFunc(flagError)
	root.PersistentPreRunE = c.configure
	return root
}

// speltCommand is the root's own command by its name.
func (c *command) speltCommand() *cobra.Command {
	spelt := c.extractCommand("extract [flags] INPUT...", nil)
	spelt.Short = "read articles and print what they claim (same as sayso INPUT...)"
	spelt.Example = "  sayso extract article.html"
	return spelt
}
