package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso/rules"
)

func (c *command) testCommand() *cobra.Command {
	return onPacks("test [PACK...]", "run the examples of every rule",
		"  sayso rules test\n  sayso rules test fr\n  sayso rules test newsroom/", cobra.ArbitraryArgs, c.test)
}

// test runs the examples of packs, with those of the rules that they inherit, and prints what fails.
func (c *command) test(l *rules.Library, names []string) error {
	t := trials{rules: map[string]bool{}, examples: map[rules.Pos]bool{}, failed: map[string]bool{}}
	err := eachPack(l, names, func(p *rules.Pack) error {
		report := p.Test()
		if report.Err != nil {
			return failure(report.Err)
		}
		c.print(&t, p, report)
		return nil
	})
	if len(t.rules) > 0 {
		fmt.Fprintf(c.out, "%d rules, %d examples, %d failed\n", len(t.rules), len(t.examples), len(t.failed))
	}
	if err == nil && len(t.failed) > 0 {
		return silent(exitNothing)
	}
	return err
}

// trials counts what was run. A rule that several packs inherit is tested in each, and counts once.
type trials struct {
	rules    map[string]bool
	examples map[rules.Pos]bool
	failed   map[string]bool
}

// print prints what is new in a report: failures, and rules of the user's that have no examples.
func (c *command) print(t *trials, p *rules.Pack, report rules.Report) {
	for _, r := range report.Untested {
		if !p.Embedded && !t.rules[r.Name] {
			fmt.Fprintf(c.err, "%s: %s: the rule has no examples\n", r.Pos, r.Name)
		}
	}
	for _, r := range p.Rules {
		t.rules[r.Name] = true
		for _, e := range r.Examples {
			t.examples[e.Pos] = true
		}
	}
	for _, f := range report.Failures {
		if !t.failed[f.String()] {
			fmt.Fprintln(c.out, f)
		}
		t.failed[f.String()] = true
	}
}
