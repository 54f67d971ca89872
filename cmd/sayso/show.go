package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// showArticlesCommand prints articles whole, with their annotations in colour; at a terminal through a pager.
func (c *command) showArticlesCommand() *cobra.Command {
	s := &settings{format: "annotated"}
	cmd := c.reading("show [flags] INPUT...", cobra.ArbitraryArgs, func(ctx context.Context, inputs []string) error {
		if s.output != "" || !isTerminal(c.out) {
			return c.extract(ctx, s, inputs)
		}
		return c.paged(func() error { return c.extract(ctx, s, inputs) })
	})
	cmd.Short = "print articles with their annotations in colour"
	cmd.Example = "  sayso show article.html\n  sayso show -t money,dates a.html b.txt\n  sayso show --color always a.html | less -R"
	s.addReading(cmd)
	s.addInterface(cmd, "your locale")
	return cmd
}

// reportCommand writes articles as one HTML page.
func (c *command) reportCommand() *cobra.Command {
	s := &settings{format: "html"}
	cmd := c.reading("report [flags] INPUT...", cobra.ArbitraryArgs, func(ctx context.Context, inputs []string) error {
		if s.output == "" && isTerminal(c.out) {
			return misused("a page is no text for a terminal: name a file with -o report.html")
		}
		return c.extract(ctx, s, inputs)
	})
	cmd.Short = "write one HTML page with articles, their claims and a timeline"
	cmd.Example = "  sayso report article.html -o report.html\n  sayso report news/ -o week.html\n  sayso report --interface pt -t quotes,money a.html -o a-report.html"
	s.addReading(cmd)
	s.addInterface(cmd, "that of the articles")
	return cmd
}

// paged runs what writes to the terminal through the user's pager, if there is one: that of PAGER, else less.
func (c *command) paged(do func() error) error {
	words := strings.Fields(os.Getenv("PAGER"))
	if len(words) == 0 {
		words = []string{"less", "-FRX"}
	}
	path, err := exec.LookPath(words[0])
	if err != nil || words[0] == "cat" {
		return do()
	}
	pager := exec.Command(path, words[1:]...)
	pager.Stdout, pager.Stderr = unwrapped(c.out), unwrapped(c.err)
	in, err := pager.StdinPipe()
	if err != nil || pager.Start() != nil {
		return do()
	}
	screen := c.out
	c.out = &screenPipe{Writer: in, screen: screen}
	err = do()
	c.out = screen
	in.Close()
	if wrong := pager.Wait(); err == nil && wrong != nil {
		return failure(wrong)
	}
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return err
}

// A screenPipe leads to a screen through a pager.
type screenPipe struct {
	io.Writer
	screen io.Writer
}
