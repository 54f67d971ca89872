package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract/pattern"
	"sayso/rules"
)

func (c *command) showCommand() *cobra.Command {
	oneArg := func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused("name one rule or list, such as fr.amount (sayso rules list and sayso rules lists name them all)")
		}
		return nil
	}
	return onPacks("show RULE|LIST", "show a rule with its lists and examples, or a list with its words", "  sayso rules show fr.amount\n  sayso rules show say", oneArg,
		func(l *rules.Library, args []string, asJSON bool) error { return c.show(l, args[0], asJSON) })
}

// show prints every rule and list of that name; without its pack's name it may be of several packs.
func (c *command) show(l *rules.Library, name string, asJSON bool) error {
	var shown, all []string
	records := []ruleRecord{}
	err := eachPack(l, nil, func(p *rules.Pack) error {
		for _, r := range p.Rules {
			all = append(all, r.Name)
			if !called(r, name) || slices.Contains(shown, r.Name) {
				continue
			}
			shown = append(shown, r.Name)
			if asJSON {
				records = append(records, recordOf(p, r))
				continue
			}
			if len(shown) > 1 {
				fmt.Fprintln(c.out)
			}
			if _, err := io.WriteString(c.out, describe(p, r)); err != nil {
				return err
			}
		}
		for _, info := range p.Lists() {
			full := info.Pack + "." + info.Name
			if info.Name != name && full != name || slices.Contains(shown, full) || asJSON {
				continue
			}
			if shown = append(shown, full); len(shown) > 1 {
				fmt.Fprintln(c.out)
			}
			if _, err := io.WriteString(c.out, describeList(p, info)); err != nil {
				return err
			}
		}
		return nil
	})
	if asJSON && (err != nil || len(shown) > 0) {
		errs, err := mistakes(err)
		if printed := printJSON(c.out, struct {
			Rules  []ruleRecord    `json:"rules"`
			Errors []findingRecord `json:"errors"`
		}{records, errs}); printed != nil {
			return printed
		}
		return err
	}
	if err == nil && len(shown) == 0 {
		return unknownRule(name, all)
	}
	return err
}

// called reports whether a rule has that name: with its pack's, without it, or one that it had before.
func called(r *rules.Rule, name string) bool {
	return r.Name == name || r.Short == name || slices.Contains(r.Was, name)
}

// unknownRule is the error for a name that none of these rules has, with the nearest one.
func unknownRule(name string, all []string) error {
	if !strings.Contains(name, ".") {
		all = slices.Clone(all)
		for i, full := range all {
			_, all[i], _ = strings.Cut(full, ".")
		}
	}
	return misused("there is no rule called %q%s", name, didYouMean("", name, all))
}

// describe is everything about a rule.
func describe(p *rules.Pack, r *rules.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  makes %s\n%s\n", r.Name, r.Makes, r.Pos)
	for _, line := range []string{r.About, r.Status, r.See} {
		if line != "" {
			fmt.Fprintln(&b, line)
		}
	}
	if n := r.Measured; n.Of > 0 {
		fmt.Fprintf(&b, "right on gold: %d of %d\n", n.Right, n.Of)
	}
	part(&b, "match", r.Match)
	part(&b, "after", r.After)
	part(&b, "before", r.Before)
	part(&b, "except", r.Except)
	var set []string
	for _, s := range r.Set {
		set = append(set, s.Field+": "+s.Value)
	}
	part(&b, "set", set)
	part(&b, "lists", lists(p, r))
	part(&b, "examples", examples(r))
	return b.String()
}

func part(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", title)
	for _, line := range lines {
		fmt.Fprintf(b, "  %s\n", strings.ReplaceAll(line, "\n", "\n  "))
	}
}

// reference is a name in a phrase: <list> or <field:list>.
var reference = pattern.Lazy(`<(?:[^<>:]*:)?([^<>:]+)>`)

// maxForms is how many forms of a list are shown.
const maxForms = 8

// lists are the lists that the phrases of a rule name, each with its first forms.
func lists(p *rules.Pack, r *rules.Rule) []string {
	var lines []string
	for _, name := range listNames(p, r) {
		lines = append(lines, name+": "+firstForms(p.Forms(name)))
	}
	return lines
}

// listNames are the lists that the phrases of a rule name.
func listNames(p *rules.Pack, r *rules.Rule) []string {
	var names, all []string
	for _, phrase := range slices.Concat(r.Match, r.After, r.Before, r.Except) {
		for _, m := range reference().FindAllStringSubmatch(phrase, -1) {
			if slices.Contains(names, m[1]) {
				continue
			}
			names = append(names, m[1])
			if len(p.Forms(m[1])) > 0 {
				all = append(all, m[1])
			}
		}
	}
	return all
}

func firstForms(forms []rules.Form) string {
	var texts []string
	for _, f := range forms[:min(len(forms), maxForms)] {
		texts = append(texts, f.Text)
	}
	line := strings.Join(texts, ", ")
	if more := len(forms) - len(texts); more > 0 {
		line += fmt.Sprintf(" and %d more", more)
	}
	return line
}

// examples are the sentences of a rule with what each must give.
func examples(r *rules.Rule) []string {
	var lines []string
	for _, e := range r.Examples {
		line := fmt.Sprintf("%q", e.Text)
		if len(e.Want) == 0 {
			line += "\n    nothing"
		}
		for _, want := range e.Want {
			line += "\n    " + properties(want)
		}
		lines = append(lines, line)
	}
	return lines
}

func properties(want rules.Expectation) string {
	var parts []string
	for _, p := range want {
		parts = append(parts, p.Key+": "+p.Value)
	}
	if len(parts) == 0 {
		return "a match"
	}
	return strings.Join(parts, ", ")
}
