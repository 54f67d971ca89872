package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sayso/rules"
)

func (c *command) testCommand() *cobra.Command {
	cover := false
	cmd := onPacks("test [PACK...]", "run the examples of every rule",
		"  sayso rules test\n  sayso rules test fr\n  sayso rules test newsroom/\n  sayso rules test --cover newsroom/", cobra.ArbitraryArgs,
		func(l *rules.Library, names []string, asJSON bool) error { return c.test(l, names, cover, asJSON) })
	cmd.Flags().BoolVar(&cover, "cover", false, "list phrases, alternatives, exceptions and list entries that no example needs")
	cmd.Long = "Runs the examples of packs, including those of inherited rules. --cover removes each phrase,\nalternative and exception in turn and lists those without which every example still passes, and\nthe list entries that no example contains; inherited parts count in their own pack. Exits with 1\nif an example fails."
	return cmd
}

// test runs the examples of packs, with those of the rules that they inherit, and prints what fails.
func (c *command) test(l *rules.Library, names []string, cover, asJSON bool) error {
	t := trials{rules: map[string]bool{}, examples: map[rules.Pos]int{}, failed: map[string]bool{}}
	if cover {
		t.cover = &coverage{instances: true, dirs: map[string]bool{}, index: map[rules.Part]int{}}
	}
	err := eachPack(l, names, func(p *rules.Pack) error {
		report := p.Test()
		if report.Err != nil {
			return failure(report.Err)
		}
		t.add(p, report)
		return t.cover.add(p)
	})
	if asJSON {
		err = c.printTrials(&t, err)
	} else {
		t.print(c.out, c.err)
	}
	return ifFound(err, len(t.failures))
}

// trials gathers what was run. A rule that several packs inherit is tested in each, and counts once.
type trials struct {
	rules    map[string]bool
	examples map[rules.Pos]int // how many sentences each stands for
	failed   map[string]bool
	failures []rules.Failure
	untested []*rules.Rule // of the user's
	cover    *coverage     // nil where nobody asks
}

// add takes in what is new in a report.
func (t *trials) add(p *rules.Pack, report rules.Report) {
	for _, r := range report.Untested {
		if !p.Embedded && !t.rules[r.Name] {
			t.untested = append(t.untested, r)
		}
	}
	for _, r := range p.Rules {
		t.rules[r.Name] = true
		for _, e := range r.Examples {
			t.examples[e.Pos] = len(e.Variants())
		}
	}
	for _, f := range report.Failures {
		if !t.failed[f.String()] {
			t.failures = append(t.failures, f)
		}
		t.failed[f.String()] = true
	}
}

// sentences is how many sentences were run.
func (t *trials) sentences() int {
	n := 0
	for _, sentences := range t.examples {
		n += sentences
	}
	return n
}

// print prints the failures and how many there are of how many examples.
func (t *trials) print(out, err io.Writer) {
	for _, r := range t.untested {
		fmt.Fprintf(err, "%s: %s: the rule has no examples\n", r.Pos, r.Name)
	}
	for _, f := range t.failures {
		fmt.Fprintln(out, f)
	}
	t.cover.print(out)
	if len(t.rules) > 0 {
		fmt.Fprintf(out, "%s, %s, %d failed\n", count(len(t.rules), "rule", "rules"), count(t.sentences(), "example", "examples"), len(t.failures))
	}
}

// printTrials prints the same as JSON, with the mistakes of packs that do not load.
func (c *command) printTrials(t *trials, err error) error {
	errs, err := mistakes(err)
	record := struct {
		Rules    int             `json:"rules"`
		Examples int             `json:"examples"`
		Failures []failureRecord `json:"failures"`
		Untested []ruleSummary   `json:"untested"`
		Cover    *coverRecord    `json:"cover,omitempty"`
		Errors   []findingRecord `json:"errors"`
	}{len(t.rules), t.sentences(), []failureRecord{}, []ruleSummary{}, t.cover.record(), errs}
	for _, f := range t.failures {
		record.Failures = append(record.Failures, failureRecord{placed(f.Pos), f.Rule, f.Text, f.Diff, f.Hint})
	}
	for _, r := range t.untested {
		record.Untested = append(record.Untested, summaryOf(r))
	}
	if printed := printJSON(c.out, record); printed != nil {
		return printed
	}
	return err
}
