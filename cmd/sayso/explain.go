package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/source"
	"sayso/rules"
)

// explainCommand prints what every rule made of an article.
func (c *command) explainCommand() *cobra.Command {
	s := &settings{format: "text"}
	cmd := c.reading("explain [flags] INPUT...", cobra.ArbitraryArgs, func(ctx context.Context, inputs []string) error {
		return c.explain(ctx, s, inputs)
	})
	cmd.Short = "show every match of every rule, and why it was or was not used"
	cmd.Long = "For each match: the words and their offsets, the rule and its place in the pack, its fields and\nvalues, and the result: the id in the record, or the reason why there is none. Matches with\nneither serve other rules (names, tenses, notices). With --rule, near misses are listed too:\nplaces where only the required context is missing."
	cmd.Example = "  sayso explain article.html\n  sayso explain --rule weekday article.html\n  echo 'It cost 12 euros on Tuesday.' | sayso explain --lang en -"
	f := cmd.Flags()
	f.SortFlags = false
	oneOf(cmd, &s.format, "format", "f", []string{"text", "json"}, "text or json")
	someOf(cmd, &s.types, "types", "t", makes(), "only matches of these types (the types of rules, not of records)")
	f.StringVar(&s.rule, "rule", "", "only matches of this `rule`, such as fr.amount or amount")
	f.IntVar(&s.at, "at", -1, "only matches that cover this `offset` (in code points)")
	f.BoolVar(&s.kept, "kept", false, "only matches that the record uses")
	f.StringVarP(&s.lang, "lang", "l", "", "`language` of the articles: "+either(extract.Languages)+", or one of --pack (default: detected)")
	complete(cmd, "lang", extract.Languages)
	oneOf(cmd, &s.from, "from", "", source.Kinds, inputTypes())
	f.Var((*day)(&s.date), "date", "day of publication of all articles (YYYY-MM-DD), whatever they say")
	addPacks(cmd, &s.packs)
	s.fetching.add(cmd)
	_ = cmd.RegisterFlagCompletionFunc("rule", func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return ruleNames(cmd), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// makes are the types that rules make.
func makes() []string {
	var names []string
	for _, t := range extract.Types() {
		names = append(names, t.Name)
	}
	return names
}

// explain reads the inputs one after another.
func (c *command) explain(ctx context.Context, s *settings, inputs []string) error {
	dirs, err := packDirs(s.packs)
	if err != nil {
		return err
	}
	x, err := extract.New(extract.Options{PackDirs: dirs, Cache: packCache()})
	if err != nil {
		return broken(err)
	}
	if err := s.allowLanguage(x); err != nil {
		return err
	}
	asked, err := rulesCalled(s.rule, rules.NewLibrary(extract.Types(), dirs...))
	if err != nil {
		return err
	}
	from, err := c.source(s)
	if err != nil {
		return err
	}
	failed := false
	for a, err := range source.Read(ctx, inputs, from) {
		var d *document.Document
		all := []extract.Finding{}
		if err == nil {
			d, err = x.Explain(ctx, a, func(f extract.Finding) {
				if s.shows(f) && wanted(f, asked, s.types) {
					all = append(all, f)
				}
			})
		}
		if err == nil && d.Language.Code == nil {
			err = &source.Error{Input: source.Name(d.Source), Err: unread(d)}
		}
		if err != nil {
			failed = true
			fmt.Fprintf(c.err, "sayso: %v\n", err)
			continue
		}
		if err := c.printFindings(s, d, all); err != nil {
			return unwritten(err)
		}
	}
	if failed {
		return silent(exitFailed)
	}
	return nil
}

// rulesCalled are the full names of the rules of that name; none without a name.
func rulesCalled(name string, l *rules.Library) ([]string, error) {
	if name == "" {
		return nil, nil
	}
	var found, all []string
	err := eachPack(l, nil, func(p *rules.Pack) error {
		for _, r := range p.Rules {
			if all = append(all, r.Name); called(r, name) {
				found = append(found, r.Name)
			}
		}
		return nil
	})
	if err == nil && len(found) == 0 {
		err = unknownRule(name, all)
	}
	return found, err
}

// wanted reports whether a finding is of these rules and types; none given are all, without those that are out of place.
func wanted(f extract.Finding, rules, types []string) bool {
	return (len(rules) == 0 && !f.OutOfPlace() || slices.Contains(rules, f.Rule)) && (len(types) == 0 || slices.Contains(types, f.Makes))
}

// shows reports whether a finding covers the offset that is asked for, and is kept where only those are asked for.
func (s *settings) shows(f extract.Finding) bool {
	return (s.at < 0 || s.at >= f.Start && s.at < f.End) && (!s.kept || f.Record != "")
}

// printFindings prints those of one article.
func (c *command) printFindings(s *settings, d *document.Document, all []extract.Finding) error {
	if s.format == "json" {
		return printJSON(c.screen(), struct {
			ID       string            `json:"id"`
			Source   article.Source    `json:"source"`
			Findings []extract.Finding `json:"findings"`
		}{d.ID, d.Source, all})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", source.Name(d.Source), count(len(all), "match", "matches"))
	for _, f := range all {
		writeFinding(&b, f)
	}
	_, err := c.screen().Write([]byte(b.String()))
	return err
}

// writeFinding writes what became of a match, then its rule and its fields.
func writeFinding(b *strings.Builder, f extract.Finding) {
	fmt.Fprintf(b, "%d-%d  %s  %q", f.Start, f.End, f.Makes, f.Text)
	if f.Record != "" {
		fmt.Fprintf(b, "  %s", f.Record)
	}
	fmt.Fprintf(b, "\n    %s  %s\n", f.Rule, f.At)
	if f.Match != nil {
		fmt.Fprintf(b, "    match: %d-%d  %q\n", f.Match.Start, f.Match.End, f.Match.Text)
	}
	var fields []string
	for _, field := range f.Fields {
		if field.Text == "" || field.Text == field.Value {
			fields = append(fields, fmt.Sprintf("%s=%q", field.Name, field.Value))
		} else {
			fields = append(fields, fmt.Sprintf("%s=%q (%s)", field.Name, field.Text, field.Value))
		}
	}
	line(b, "fields", fields)
	var values []string
	for _, v := range f.Values {
		values = append(values, v.Name+"="+v.Value)
	}
	line(b, "means", values)
	writeSums(b, f.Sums)
	if f.Dropped != "" {
		fmt.Fprintf(b, "    dropped: %s", f.Dropped)
		if f.By != nil {
			fmt.Fprintf(b, ": %d-%d  %q, %s  %s", f.By.Start, f.By.End, f.By.Text, f.By.Rule, f.By.At)
		}
		b.WriteByte('\n')
	}
}

// shownPieces is how many pieces of evidence of a kind are shown.
const shownPieces = 8

// writeSums writes what a name weighs for each kind, and the heaviest evidence of the first.
func writeSums(b *strings.Builder, all []extract.Sum) {
	if len(all) == 0 {
		return
	}
	var sums, pieces []string
	for _, s := range all {
		sums = append(sums, fmt.Sprintf("%s %+.2f", s.Kind, s.Weight))
	}
	line(b, "weighs", sums)
	for _, p := range all[0].Pieces[:min(shownPieces, len(all[0].Pieces))] {
		pieces = append(pieces, fmt.Sprintf("%s %q %+.2f", p.What, p.Value, p.Weight))
	}
	line(b, all[0].Kind, pieces)
}

func line(b *strings.Builder, label string, parts []string) {
	if len(parts) > 0 {
		fmt.Fprintf(b, "    %s: %s\n", label, strings.Join(parts, "  "))
	}
}
