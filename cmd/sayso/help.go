package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

const rootExample = `  sayso article.html                     read a page and show what it claims
  sayso https://example.org/a.html       download it first
  sayso show article.html                print the article with its annotations in colour
  sayso report news/ -o week.html        write a page for the browser
  sayso news > news.jsonl                read a folder; one JSON record per article
  sayso -o news.sqlite news              ... or a database
  sayso --claims a.html                  claims only, one per line
  sayso -t money -f csv a.html b.txt     sums of money as a table
  sayso -t money --to USD,BRL a.html     ... also converted
  sayso --date 2025-03-04 a.txt          the day that "yesterday" refers to
  sayso --from text - < a.txt            read standard input
  sayso a.html | jq -r '.quotes[].speaker.name'`

// help prints the help of a command: one sentence, examples, then the rest.
func (c *command) help(cmd *cobra.Command, _ []string) {
	if !cmd.HasParent() {
		c.grow(cmd)
	}
	var b strings.Builder
	switch {
	case cmd.IsAdditionalHelpTopicCommand():
		fmt.Fprintln(&b, cmd.Long)
	case cmd.Short == "":
		fmt.Fprintln(&b, cmd.Long)
		usage(&b, cmd)
	default:
		fmt.Fprintln(&b, strings.ToUpper(cmd.Short[:1])+cmd.Short[1:]+".")
		usage(&b, cmd)
	}
	io.WriteString(cmd.OutOrStdout(), b.String())
}

// helpWidth is the columns of a help that no terminal gives a width.
const helpWidth = 100

func usage(b *strings.Builder, cmd *cobra.Command) {
	section(b, "Examples", cmd.Example)
	section(b, "Usage", "  "+strings.TrimSuffix(cmd.UseLine(), " [flags]"))
	if cmd.Short != "" && cmd.Long != "" {
		fmt.Fprintf(b, "\n%s\n", cmd.Long)
	}
	section(b, "Commands", names(cmd, func(c *cobra.Command) bool { return c.IsAvailableCommand() || c.Name() == "help" }))
	width := helpWidth
	if w := terminal(cmd.OutOrStdout(), "never").Width; w > 0 {
		width = w
	}
	titles, sets := grouped(cmd)
	for i, set := range sets {
		section(b, titles[i], set.FlagUsagesWrapped(width))
	}
	section(b, "Topics (sayso help TOPIC)", names(cmd, (*cobra.Command).IsAdditionalHelpTopicCommand))
}

func section(b *strings.Builder, title, content string) {
	if content = strings.TrimRight(content, "\n"); strings.TrimSpace(content) != "" {
		fmt.Fprintf(b, "\n%s:\n%s\n", title, content)
	}
}

// names are the commands below cmd that keep allows, each with its short description.
func names(cmd *cobra.Command, keep func(*cobra.Command) bool) string {
	var b strings.Builder
	for _, c := range cmd.Commands() {
		if keep(c) {
			fmt.Fprintf(&b, "  %-12s %s\n", c.Name(), c.Short)
		}
	}
	return b.String()
}

// helpCommand prints the help of a command or a topic.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:               "help [COMMAND|TOPIC]",
		Short:             "show the help of a command or a topic",
		ValidArgsFunction: first(func(*cobra.Command) []string { return commandNames(root) }),
		RunE: func(_ *cobra.Command, args []string) error {
			at := root
			for _, name := range args {
				below := child(at, name)
				if below == nil {
					return misused("no help on %q%s", strings.Join(args, " "), didYouMean("", name, commandNames(at)))
				}
				at = below
			}
			at.InitDefaultHelpFlag()
			return at.Help()
		},
	}
}

func child(cmd *cobra.Command, name string) *cobra.Command {
	for _, c := range cmd.Commands() {
		if c.Name() == name {
			return c
		}
	}
	return nil
}
