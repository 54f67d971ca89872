package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/compare"
	"sayso/extract/document"
	"sayso/extract/output"
	"sayso/extract/source"
)

// diffCommand sets two articles side by side.
func (c *command) diffCommand() *cobra.Command {
	s := new(settings)
	all := false
	cmd := &cobra.Command{
		Use:   "diff [flags] A B",
		Short: "compare two articles: figures, dates, quotes, speakers, names",
		Long: `Compares a wire story and its republication, two papers on one event, or a translation. It compares
values, not words, so the articles may be in different languages. A and B mark what only one article
has, ≠ marks what differs; what is the same is counted (--all lists it). A rounded figure, the same
sum in another currency and a date within a longer one count as the same, with a note. Articles
without common names, figures, dates or quoted words are reported as not comparable.`,
		Example: "  sayso diff wire.html paper.html\n  sayso diff --all english.html french.html\n  sayso diff -f json a.html https://example.org/b.html | jq '.quotes[] | select(.verdict != \"same\")'\n  sayso diff -e -t money,dates a.html b.html || echo 'figures or dates differ'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return misused("diff compares two articles; %d given", len(args))
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	oneOf(cmd, &s.format, "format", "f", output.Comparisons, "text (default at a terminal), jsonl (default elsewhere) or json")
	s.addReading(cmd)
	s.addInterface(cmd, "your locale")
	f.BoolVar(&all, "all", false, "also show what is the same")
	f.BoolVarP(&s.status, "exit-status", "e", false, "exit with 1 if the articles differ")
	cmd.RunE = func(cmd *cobra.Command, inputs []string) error { return c.diff(cmd.Context(), s, inputs, all) }
	return cmd
}

// diff reads both articles and writes their comparison.
func (c *command) diff(ctx context.Context, s *settings, inputs []string, all bool) error {
	if s.format == "" {
		s.format = "jsonl"
		if s.output == "" && isTerminal(c.out) {
			s.format = "text"
		}
	}
	if inputs[0] == inputs[1] {
		return misused("diff takes two articles, found %s twice", inputs[0])
	}
	x, err := c.extractor(s)
	if err != nil {
		return err
	}
	from, err := c.source(s)
	if err != nil {
		return err
	}
	var docs [2]*document.Document
	for i, in := range inputs {
		if docs[i], err = onlyArticle(ctx, x, in, from); err != nil {
			return &exit{exitFailed, err}
		}
		s.narrow(docs[i], true)
	}
	compared := compare.Compare(docs[0], docs[1])
	if err := c.writeComparison(s, inputs, from, compared, all); err != nil {
		return err
	}
	if s.status && compared.Counts.Different() {
		return silent(exitNothing)
	}
	return nil
}

// writeComparison writes a comparison to the file of --output, else to standard output.
func (c *command) writeComparison(s *settings, names []string, from source.Options, compared *compare.Comparison, all bool) error {
	if s.output == "" || s.output == "-" {
		return unwritten(output.WriteComparison(c.out, s.format, compared, s.terminal(c.out), all))
	}
	f, err := overwrite(s.output, func(file fs.FileInfo) (string, bool) {
		if name, ok := source.Reading(file, source.Inputs(names, from), from); ok {
			return name, true
		}
		return s.uses(file)
	})
	if err != nil {
		return err
	}
	return unwritten(errors.Join(output.WriteComparison(f, s.format, compared, s.terminal(f.File), all), f.Close()))
}

// onlyArticle is the one article of an input, read.
func onlyArticle(ctx context.Context, x *extract.Extractor, input string, from source.Options) (*document.Document, error) {
	var only *article.Article
	for a, err := range source.Read(ctx, []string{input}, from) {
		switch {
		case err != nil:
			return nil, err
		case only != nil:
			return nil, &source.Error{Input: input, Err: fmt.Errorf("more than one article; name one, as %s:1", input)}
		}
		only = &a
	}
	if only == nil {
		return nil, &source.Error{Input: input, Err: errors.New("no article")}
	}
	d, err := x.Extract(*only)
	if err == nil && d.Language.Code == nil {
		err = &source.Error{Input: source.Name(d.Source), Err: unread(d)}
	}
	return d, err
}
