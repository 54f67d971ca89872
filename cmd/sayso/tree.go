package main

import (
	"slices"

	"github.com/spf13/cobra"
)

// The tree of commands is made as far as the arguments may need it: to make all of it, some two hundred flags, takes longer
// than to read a short article.

// A branch is a command below the root, which is made when an argument is called like it.
type branch struct {
	name string
	make func(*command) *cobra.Command
}

var branches = []branch{
	{"extract", (*command).speltCommand},
	{"show", (*command).showArticlesCommand},
	{"report", (*command).reportCommand},
	{"diff", (*command).diffCommand},
	{"explain", (*command).explainCommand},
	{"read", (*command).readCommand},
	{"fetch", (*command).fetchCommand},
	{"feed", (*command).feedCommand},
	{"rules", (*command).rulesCommand},
	{"rates", (*command).ratesCommand},
	{"schema", (*command).schemaCommand},
	{"version", (*command).versionCommand},
}

// root is the whole tree.
func (c *command) root() *cobra.Command {
	root := c.trunk()
	c.grow(root)
	return root
}

// rootFor is the tree with what these arguments may name.
func (c *command) rootFor(args []string) *cobra.Command {
	root := c.trunk()
	var named []*cobra.Command
	for _, b := range branches {
		if slices.Contains(args, b.name) {
			named = append(named, b.make(c))
		}
	}
	switch {
	case slices.ContainsFunc(args, asksForAll):
		c.grow(root)
	default:
		root.AddCommand(named...)
	}
	return root
}

// asksForAll reports whether an argument may name what has to do with every command, or is the name of a topic.
func asksForAll(arg string) bool {
	if slices.Contains([]string{"help", "completion", "man", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd}, arg) {
		return true
	}
	return slices.ContainsFunc(topicTable, func(t topicName) bool { return t.name == arg })
}

// grow adds all that the root has below it.
func (c *command) grow(root *cobra.Command) {
	root.RemoveCommand(root.Commands()...)
	for _, b := range branches {
		root.AddCommand(b.make(c))
	}
	root.AddCommand(topics()...)
	root.AddCommand(c.generators()...)
	root.SetHelpCommand(helpCommand(root))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	shells(child(root, "completion"))
	completions(root)
}
