package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// topicTexts are the pages of the manual that are no command, each in a file that is called like it.
//
//go:embed topics/*.txt
var topicTexts embed.FS

// A topicName is what a topic is called, and what it is about.
type topicName struct{ name, about string }

var topicTable = []topicName{
	{"fields", "fields of a record"},
	{"exit-codes", "exit codes"},
	{"formats", "output formats"},
	{"recipes", "questions and tasks, with jq, Miller and SQL"},
	{"inputs", "files, folders, dumps, feeds and addresses"},
	{"batch", "dumps, on one machine and on many"},
	{"conversions", "currency conversion and its checks"},
	{"packs", "writing, finding and testing rule packs"},
	{"environment", "settings, variables and folders"},
}

// topics are those pages as commands that print them.
func topics() []*cobra.Command {
	var all []*cobra.Command
	for _, t := range topicTable {
		cmd := &cobra.Command{Use: t.name, Short: t.about}
		if t.name == "fields" { // made from the record itself
			cmd.Long = fieldsTopic
			cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), fieldsHelp()) })
		} else {
			cmd.Long = strings.TrimSuffix(topicText(t.name), "\n")
		}
		all = append(all, cmd)
	}
	return all
}

// topicText is the page of that name.
func topicText(name string) string {
	text, err := topicTexts.ReadFile("topics/" + name + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	return string(text)
}
