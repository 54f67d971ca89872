package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every help is one sentence, then examples; every flag is in a group, and the groups come in one order.
func TestHelpBeginsWithExamples(t *testing.T) {
	var out bytes.Buffer
	root := (&command{out: &out, err: &out}).root()
	seen := 0
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, below := range cmd.Commands() {
			walk(below)
		}
		if cmd.Hidden || cmd.Name() == "help" {
			return
		}
		seen++
		out.Reset()
		if err := cmd.Help(); err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(out.String(), "\n\n")
		if !strings.HasPrefix(rest, "Examples:\n  ") && !(cmd.IsAdditionalHelpTopicCommand() && (strings.HasPrefix(rest, "  sayso ") || strings.HasPrefix(rest, "  SAYSO_") || cmd.Name() == "recipes")) {
			t.Errorf("%s: the help does not begin with examples:\n%.200s", cmd.CommandPath(), &out)
		}
		holdGroups(t, cmd, out.String())
	}
	walk(root)
	if seen < 30 {
		t.Errorf("only %d pages of help", seen)
	}
}

// holdGroups holds that each flag of a command is in a group, and shown once, in the order of the groups.
func holdGroups(t *testing.T, cmd *cobra.Command, help string) {
	t.Helper()
	at := -1
	for _, g := range flagGroups {
		i := strings.Index(help, "\n"+g.title+":\n")
		if i >= 0 && i < at {
			t.Errorf("%s: %s is out of order", cmd.CommandPath(), g.title)
		}
		at = max(at, i)
	}
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && groupOf(f) == "" {
			t.Errorf("%s: --%s is in no group", cmd.CommandPath(), f.Name)
		}
		if !f.Hidden && !cmd.IsAdditionalHelpTopicCommand() && !strings.Contains(help, "--"+f.Name) {
			t.Errorf("%s: --%s is not shown", cmd.CommandPath(), f.Name)
		}
	})
}

func TestDifferences(t *testing.T) {
	was, is := "failed=true&format=jsonl&packs=a&program=1&rates=b&types=money", "format=jsonl&packs=c&program=1&rates=b&to=EUR&types=dates"
	want := "--failed (then true, now not set), the rule packs, --to (then not set, now EUR), --types (then money, now dates)"
	if got := differences(was, is); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := differences("", is); got != "the version of sayso" {
		t.Errorf("of an older journal: %q", got)
	}
}
