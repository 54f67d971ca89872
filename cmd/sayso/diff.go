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
		Long: `diff sets two articles side by side: a wire story and its republication, two papers on one event, a
translation. Values are compared, not words, so that the articles may be in two languages. What
only one has is marked A or B; ≠ is what the two have otherwise at the same place of the story;
what is the same is counted (--all shows it). Rounded figures, the same sum in the currency that the
other article converts it to, and a date within a longer one are the same, with a note.`,
		Example: "  sayso diff wire.html paper.html\n  sayso diff --all english.html french.html\n  sayso diff -f json a.html https://example.org/b.html | jq '.quotes[] | select(.verdict != \"same\")'\n  sayso diff -e -t money,dates a.html b.html || echo 'figures or dates differ'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return misused("diff takes two articles, found %d", len(args))
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	oneOf(cmd, &s.format, "format", "f", output.Comparisons, "text (at a terminal), jsonl (elsewhere) or json")
	s.addReading(cmd)
	f.BoolVar(&all, "all", false, "show what is the same too")
	f.BoolVarP(&s.status, "exit-status", "e", false, "exit with 1 where the articles differ")
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
		return unwritten(output.WriteComparison(c.out, s.format, compared, terminal(c.out, s.colour), all))
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
	return unwritten(errors.Join(output.WriteComparison(f, s.format, compared, terminal(f.File, s.colour), all), f.Close()))
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
