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

// topics are those pages as commands that print them.
func topics() []*cobra.Command {
	fields := &cobra.Command{Use: "fields", Short: "fields of a record", Long: fieldsTopic}
	fields.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), fieldsHelp()) })
	return []*cobra.Command{
		fields,
		topic("exit-codes", "exit codes"),
		topic("formats", "output formats"),
		topic("recipes", "questions and tasks, with jq, Miller and SQL"),
		topic("inputs", "files, folders, dumps, feeds and addresses"),
		topic("batch", "dumps, on one machine and on many"),
		topic("conversions", "currency conversion and its checks"),
		topic("packs", "writing, finding and testing rule packs"),
		topic("environment", "settings, variables and folders"),
	}
}

func topic(name, about string) *cobra.Command {
	return &cobra.Command{Use: name, Short: about, Long: strings.TrimSuffix(topicText(name), "\n")}
}

// topicText is the page of that name.
func topicText(name string) string {
	text, err := topicTexts.ReadFile("topics/" + name + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	return string(text)
}
