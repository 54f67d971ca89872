package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagGroups is the groups of flags in the order in which every help shows them, and the flags of each in theirs.
var flagGroups = []struct {
	title string
	names []string
}{
	{"Input", []string{"from", "columns", "lang", "date", "pack", "beside"}},
	{"Output", []string{"format", "output", "warc", "types", "fields", "claims", "text", "to", "rates", "all", "long", "kept", "cover", "as", "add", "folds", "no-descriptions", "schema", "interface", "color", "exit-status", "quiet", "verbose"}},
	{"Filters", []string{"since", "until", "min-chars", "min-confidence", "rule", "at", "dedup", "shared-boilerplate"}},
	{"Batch", []string{"jobs", "failed", "resume", "shard", "deadline", "error-records"}},
	{"Fetching", []string{"timeout", "user-agent", "cache", "offline", "ignore-robots", "allow-private"}},
	{"Help", []string{"help", "version"}},
}

// groupKey is the annotation of a flag that names its group.
const groupKey = "sayso_group"

// group annotates the flags of a command and of those below it with their groups.
func group(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	for _, g := range flagGroups {
		for _, name := range g.names {
			if cmd.Flags().Lookup(name) != nil {
				_ = cmd.Flags().SetAnnotation(name, groupKey, []string{g.title})
			}
		}
	}
	for _, below := range cmd.Commands() {
		group(below)
	}
}

// groupOf is the group of a flag, empty where it has none.
func groupOf(f *pflag.Flag) string {
	if titles := f.Annotations[groupKey]; len(titles) > 0 {
		return titles[0]
	}
	return ""
}

// grouped is the flags of a command, a set for each group that it has flags of.
func grouped(cmd *cobra.Command) (titles []string, sets []*pflag.FlagSet) {
	for _, g := range flagGroups {
		set := pflag.NewFlagSet(g.title, pflag.ContinueOnError)
		set.SortFlags = false
		for _, name := range g.names {
			if f := cmd.LocalFlags().Lookup(name); f != nil && !f.Hidden && groupOf(f) == g.title {
				set.AddFlag(f)
			}
		}
		if set.HasFlags() {
			titles, sets = append(titles, g.title), append(sets, set)
		}
	}
	return titles, sets
}
