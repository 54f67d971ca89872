package main

import (
	"slices"

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

// groupOf is the group of a flag, empty where it has none.
func groupOf(f *pflag.Flag) string {
	for _, g := range flagGroups {
		if slices.Contains(g.names, f.Name) {
			return g.title
		}
	}
	return ""
}

// grouped is the flags of a command, a set for each group that it has flags of.
func grouped(cmd *cobra.Command) (titles []string, sets []*pflag.FlagSet) {
	cmd.InitDefaultHelpFlag()
	for _, g := range flagGroups {
		set := pflag.NewFlagSet(g.title, pflag.ContinueOnError)
		set.SortFlags = false
		for _, name := range g.names {
			if f := cmd.LocalFlags().Lookup(name); f != nil && !f.Hidden {
				set.AddFlag(f)
			}
		}
		if set.HasFlags() {
			titles, sets = append(titles, g.title), append(sets, set)
		}
	}
	return titles, sets
}
