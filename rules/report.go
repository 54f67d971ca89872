package rules

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A Report is what running the examples of a pack gave.
type Report struct {
	Rules    int // rules in force
	Examples int // sentences that were run
	Failures []Failure
	Untested []*Rule // rules without examples: a failure in an embedded pack, a warning in a user's
	Err      error   // the pack does not compile: nothing was run
}

// OK reports whether the pack compiles and keeps all of its examples; an embedded pack must have some for each rule.
func (r Report) OK() bool { return r.Err == nil && len(r.Failures) == 0 }

// A Failure is an example that gives something else.
type Failure struct {
	Pos
	Rule string   // "<pack>.<rule>"
	Text string   // the sentence; empty where the rule has no examples
	Diff []string // "key: expected X, found Y", or another sentence
	Hint string   // what else matched there, or empty
}

// String is the place, the rule and the sentence, and one line for each difference.
func (f Failure) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", f.Pos, f.Rule)
	if f.Text != "" {
		fmt.Fprintf(&b, ": %q", f.Text)
	}
	for _, d := range f.Diff {
		fmt.Fprintf(&b, "\n%8s %s", "", d)
	}
	if f.Hint != "" {
		fmt.Fprintf(&b, "\n%5s = %s", "", f.Hint)
	}
	return b.String()
}

// Test runs every example of every rule in force, inherited ones too.
func (p *Pack) Test() Report { return p.TestRules(func(*Rule) bool { return true }) }

// TestRules runs the examples of the rules that keep allows.
func (p *Pack) TestRules(keep func(*Rule) bool) Report {
	var report Report
	program, err := p.Program()
	if err != nil {
		return Report{Err: err}
	}
	for i, rule := range p.Rules {
		if keep(rule) {
			p.testRule(program, i, &report)
		}
	}
	return report
}

func (p *Pack) testRule(program *match.Program, index int, report *Report) {
	rule := p.Rules[index]
	report.Rules++
	if len(rule.Examples) == 0 {
		report.Untested = append(report.Untested, rule)
		if p.Embedded {
			report.Failures = append(report.Failures, Failure{Pos: rule.Pos, Rule: rule.Name, Diff: []string{"the rule has no examples"}})
		}
	}
	for _, e := range rule.Examples {
		for _, v := range e.Variants() {
			report.Examples++
			t := trial{pack: p, rule: index, text: program.Tokenise(v.Text), want: v.Want}
			if diff := t.run(program); len(diff) > 0 {
				report.Failures = append(report.Failures, Failure{Pos: v.Pos, Rule: rule.Name, Text: v.Text, Diff: diff, Hint: t.hint()})
			}
		}
	}
}

// A trial is one example being run.
type trial struct {
	pack   *Pack
	rule   int // the rule under test
	text   *token.Text
	want   []Expectation
	own    []*match.Match // made by the rule
	others []*match.Match
}

// run is the differences between what is wanted and what a program finds.
func (t *trial) run(program *match.Program) []string {
	t.find(program)
	return t.compare(t.want)
}

// find sorts what a program finds. Where no name of a kind must be found, none must be either that a name of another kind
// excludes: what loses there is evidence still.
func (t *trial) find(program *match.Program) {
	found, excluded := program.FindAll(t.text)
	t.sort(found)
	if rule := t.pack.Rules[t.rule]; len(t.want) == 0 && t.pack.types[rule.Makes].Group != "" {
		t.sort(excluded)
	}
}

// holds reports whether a program finds what is wanted; the trial stays as it is.
func (t trial) holds(program *match.Program) bool { return len(t.run(program)) == 0 }

func (t *trial) sort(all []*match.Match) {
	for _, m := range all {
		if m.Rule == t.rule {
			t.own = append(t.own, m)
		} else {
			t.others = append(t.others, m)
		}
	}
}

// compare is the differences between what is wanted and what was found.
func (t *trial) compare(want []Expectation) []string {
	switch {
	case len(t.own) == 0 && len(want) > 0:
		return []string{"expected " + count(len(want)) + ", found no match"}
	case len(t.own) != len(want):
		return []string{"expected " + count(len(want)) + ", found " + count(len(t.own)) + ": " + t.quoted(t.own)}
	}
	var diff []string
	for i, w := range want {
		prefix := ""
		if len(want) > 1 {
			prefix = fmt.Sprintf("match %d: ", i+1)
		}
		for _, d := range t.compareOne(w, t.own[i]) {
			diff = append(diff, prefix+d)
		}
	}
	return diff
}

func count(n int) string {
	switch n {
	case 0:
		return "no match"
	case 1:
		return "1 match"
	}
	return fmt.Sprintf("%d matches", n)
}

func (t *trial) compareOne(want Expectation, m *match.Match) []string {
	found := t.values(m)
	var diff []string
	for _, w := range want {
		if value := found[w.Key]; !same(w.Value, value) {
			diff = append(diff, fmt.Sprintf("%s: expected %s, found %s", w.Key, w.Value, orNothing(value)))
		}
	}
	return diff
}

// values is what a match means; for a type that does not say, its fields as they stand.
func (t *trial) values(m *match.Match) map[string]string {
	made := t.pack.types[t.pack.Rules[m.Rule].Makes]
	if made.Value != nil {
		return made.Value(t.text, m)
	}
	found := map[string]string{"text": t.text.Slice(m.Tokens)}
	for _, f := range slices.Backward(m.Fields) {
		found[f.Name] = cmp.Or(f.Value, t.text.Slice(f.Tokens))
		if f.Of == nil {
			continue
		}
		for key, value := range t.values(f.Of) {
			found[f.Name+"."+key] = value
		}
	}
	return found
}

// decimal is the numbers that are compared as numbers; their size is bounded.
var decimal = lazyRegexp(`^[+-]?\d{1,100}(\.\d{1,100})?(e[+-]?\d{1,2})?$`)

// same reports whether an expected value is the found one. "nothing" is an empty value too.
func same(want, found string) bool {
	want, found = strings.TrimSpace(want), strings.TrimSpace(found)
	if want == found || want == nothing && found == "" {
		return true
	}
	if !decimal().MatchString(want) || !decimal().MatchString(found) {
		return false
	}
	a, aok := new(big.Rat).SetString(want)
	b, bok := new(big.Rat).SetString(found)
	return aok && bok && a.Cmp(b) == 0
}

func orNothing(s string) string {
	if s == "" {
		return nothing
	}
	return s
}

// maxNamed is how many matches a message names.
const maxNamed = 4

// quoted is the texts of matches.
func (t *trial) quoted(all []*match.Match) string {
	var texts []string
	for _, m := range all[:min(len(all), maxNamed)] {
		texts = append(texts, fmt.Sprintf("%q", t.text.Slice(m.Tokens)))
	}
	return strings.Join(texts, ", ")
}

// hint names what other rules made of the sentence.
func (t *trial) hint() string {
	var texts []string
	for _, m := range t.others[:min(len(t.others), maxNamed)] {
		texts = append(texts, fmt.Sprintf("%s %q", t.pack.Rules[m.Rule].Name, t.text.Slice(m.Tokens)))
	}
	if len(texts) == 0 {
		return ""
	}
	return "other rules matched: " + strings.Join(texts, ", ")
}
