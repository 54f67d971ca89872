//go:build man

package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// generators are the commands of a build that makes the manual: go run -tags man ./cmd/sayso man FOLDER. The released program
// has none.
func (c *command) generators() []*cobra.Command {
	return []*cobra.Command{{Use: "man FOLDER", Hidden: true, Args: cobra.ExactArgs(1), RunE: func(cmd *cobra.Command, args []string) error {
		return manual(cmd.Root(), args[0])
	}}}
}

// manual writes a page of section 1 for each command and one of section 7 for each topic. Its date is SOURCE_DATE_EPOCH's, so
// that it is the same whenever it is made.
func manual(root *cobra.Command, dir string) error {
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		seconds = time.Now().Unix()
	}
	date := time.Unix(seconds, 0).UTC()
	for _, section := range []string{"man1", "man7"} {
		if err := os.MkdirAll(filepath.Join(dir, section), 0o777); err != nil {
			return err
		}
	}
	if err := commandPages(root, filepath.Join(dir, "man1"), date); err != nil {
		return err
	}
	for _, topic := range topics() {
		page := topicPage(topic, date)
		if err := os.WriteFile(filepath.Join(dir, "man7", "sayso-"+topic.Name()+".7"), page, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// commandPages writes the page of a command and those of the commands below it.
func commandPages(cmd *cobra.Command, dir string, date time.Time) error {
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	if err := os.WriteFile(filepath.Join(dir, name+".1"), render(name, "1", date, commandText(cmd, name)), 0o666); err != nil {
		return err
	}
	for _, below := range cmd.Commands() {
		if below.IsAvailableCommand() && below.Name() != "help" {
			if err := commandPages(below, dir, date); err != nil {
				return err
			}
		}
	}
	return nil
}

// commandText is the page of a command as Markdown, from what its help shows.
func commandText(cmd *cobra.Command, name string) string {
	var b strings.Builder
	part := func(title, text string) {
		if strings.TrimSpace(text) != "" {
			fmt.Fprintf(&b, "# %s\n%s\n\n", title, text)
		}
	}
	short := cmd.Short
	if !cmd.HasParent() {
		short = "read what news articles claim"
	}
	part("NAME", name+" - "+short)
	part("SYNOPSIS", "**"+strings.TrimSuffix(cmd.UseLine(), " [flags]")+"**")
	part("DESCRIPTION", cmp.Or(cmd.Long, cmd.Short))
	part("EXAMPLES", asIs(cmd.Example))
	part("OPTIONS", options(cmd))
	part("COMMANDS", asIs(names(cmd, func(c *cobra.Command) bool { return c.IsAvailableCommand() })))
	part("EXIT STATUS", "See **sayso-exit-codes(7)**.")
	part("SEE ALSO", seeAlso(cmd))
	return b.String()
}

// options are the flags of a command, each with what it is for.
func options(cmd *cobra.Command) string {
	var b strings.Builder
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		if f.Shorthand != "" {
			fmt.Fprintf(&b, "**-%s**, ", f.Shorthand)
		}
		fmt.Fprintf(&b, "**--%s** *%s*\n: %s", f.Name, value, usage)
		if f.Value.Type() == "duration" || f.Value.Type() == "string" && f.DefValue != "" {
			fmt.Fprintf(&b, " (default %s)", f.DefValue)
		}
		b.WriteString("\n\n")
	})
	return strings.ReplaceAll(b.String(), " **\n", "\n")
}

// seeAlso is the commands above and below, and from the top the topics.
func seeAlso(cmd *cobra.Command) string {
	var pages []string
	if cmd.HasParent() {
		pages = append(pages, "**"+strings.ReplaceAll(cmd.Parent().CommandPath(), " ", "-")+"(1)**")
	}
	for _, below := range cmd.Commands() {
		if below.IsAvailableCommand() && below.Name() != "help" {
			pages = append(pages, "**"+strings.ReplaceAll(below.CommandPath(), " ", "-")+"(1)**")
		}
	}
	if !cmd.HasParent() {
		for _, topic := range topics() {
			pages = append(pages, "**sayso-"+topic.Name()+"(7)**")
		}
	}
	return strings.Join(pages, ", ")
}

// topicPage is a topic as a page of the manual: its text as it stands.
func topicPage(topic *cobra.Command, date time.Time) []byte {
	text := topic.Long
	if topic.Name() == "fields" {
		text = fieldsHelp()
	}
	_, body, _ := strings.Cut(text, "\n\n")
	name := "sayso-" + topic.Name()
	return render(name, "7", date, fmt.Sprintf("# NAME\n%s - %s\n\n# DESCRIPTION\n%s\n\n# SEE ALSO\n**sayso(1)**\n", name, topic.Short, asIs(body)))
}

// asIs is text that is shown as it stands.
func asIs(text string) string {
	if text = strings.Trim(text, "\n"); text == "" {
		return ""
	}
	return "```\n" + text + "\n```"
}

// render is a page of the manual.
func render(name, section string, date time.Time, text string) []byte {
	head := fmt.Sprintf("%% \"%s\" \"%s\" \"%s\" \"sayso %s\" \"sayso\"\n", strings.ToUpper(name), section, date.Format("Jan 2006"), version)
	return md2man.Render([]byte(head + text))
}
