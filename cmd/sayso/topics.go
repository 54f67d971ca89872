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
	fields := &cobra.Command{Use: "fields", Short: "what the fields of a record are", Long: fieldsTopic}
	fields.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), fieldsHelp()) })
	return []*cobra.Command{
		fields,
		topic("exit-codes", "what the exit codes mean"),
		topic("formats", "what the output formats are"),
		topic("recipes", "fifteen questions with their jq, Miller and SQL"),
		topic("inputs", "what can be read"),
		topic("batch", "how dumps are read, on one machine and on many"),
		topic("conversions", "how sums are converted and checked"),
		topic("packs", "how rule packs are written, found and tested"),
		topic("environment", "what settings, variables and folders are read"),
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
