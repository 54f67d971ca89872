package main

import (
	"context"
	"errors"
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
	flags *pflag.FlagSet // of the command that is run

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
	root := c.root()
	root.SetArgs(withDedup(args))
	ended := make(chan error, 1)
	go func() { ended <- root.ExecuteContext(ctx) }()
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

// root is the tree of commands. Inputs may stand at its root, for they look like inputs and no command does.
func (c *command) root() *cobra.Command {
	root := c.extractCommand("sayso [flags] INPUT...", bareInputs)
	root.Long = "sayso reads news articles in French, Portuguese and English and writes what they claim:\nwho said what, which sums of money, which dates, who and where."
	root.Example = rootExample
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.SetHelpFunc(help)
	root.SetFlagErrorFunc(flagError)
	root.PersistentPreRunE = c.configure
	spelt := c.extractCommand("extract [flags] INPUT...", nil)
	spelt.Short = "read articles, print what they claim (the same as sayso INPUT...)"
	spelt.Example = "  sayso extract article.html"
	root.AddCommand(spelt, c.showArticlesCommand(), c.reportCommand(), c.diffCommand(), c.explainCommand(), c.readCommand(), c.fetchCommand(), c.feedCommand(), c.rulesCommand(), c.ratesCommand(), c.schemaCommand(), c.versionCommand())
	root.AddCommand(topics()...)
	root.AddCommand(c.generators()...)
	root.SetHelpCommand(helpCommand(root))
	root.InitDefaultCompletionCmd()
	child(root, "completion").Short = "print the completion script of a shell"
	completions(root)
	return root
}

// flagError says which flag is wrong, and what was meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &invalid):
		return misused("--%s: %v", invalid.GetFlag().Name, invalid.Unwrap())
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		return misused("unknown flag --%s%s", unknown.GetSpecifiedName(), didYouMean("--", unknown.GetSpecifiedName(), names))
	}
	return misused("%v", err)
}
