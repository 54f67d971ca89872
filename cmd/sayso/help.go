package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

const rootExample = `  sayso article.html                         read a page, show what it claims
  sayso https://example.org/a.html           fetch it first
  sayso news/ > news.jsonl                   read a folder, a record a line
  sayso show article.html                    the article, coloured by what it claims
  sayso report news/ -o week.html            the same as a page for the browser
  sayso a.html | jq -r '.quotes[].speaker.name'
  sayso -t money -f csv a.html b.txt         sums of money as a table
  sayso -t money --to USD,BRL a.html         sums in other currencies too
  sayso --from text --lang fr -              read standard input
  sayso --date 2025-03-04 a.txt              the day that "yesterday" counts from`

// help prints the help of a command: what it is, examples, then the rest.
func help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintln(&b, about)
	if !cmd.IsAdditionalHelpTopicCommand() {
		usage(&b, cmd)
	}
	io.WriteString(cmd.OutOrStdout(), b.String())
}

func usage(b *strings.Builder, cmd *cobra.Command) {
	section(b, "Examples", cmd.Example)
	section(b, "Usage", "  "+strings.TrimSuffix(cmd.UseLine(), " [flags]"))
	section(b, "Commands", names(cmd, func(c *cobra.Command) bool { return c.IsAvailableCommand() || c.Name() == "help" }))
	section(b, "Flags", cmd.LocalFlags().FlagUsages())
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
