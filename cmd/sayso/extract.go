package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/output"
	"sayso/extract/source"
)

// extractCommand is the command that reads articles, under one of its two names.
func (c *command) extractCommand(use string, args cobra.PositionalArgs) *cobra.Command {
	if args == nil {
		args = cobra.ArbitraryArgs
	}
	s := new(settings)
	cmd := c.reading(use, args, func(ctx context.Context, inputs []string) error { return c.extract(ctx, s, inputs) })
	s.add(cmd)
	return cmd
}

// reading is a command that does something with inputs: those named, else what is piped in.
func (c *command) reading(use string, args cobra.PositionalArgs, do func(ctx context.Context, inputs []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Args: args, DisableFlagsInUseLine: true}
	cmd.RunE = func(cmd *cobra.Command, inputs []string) error {
		switch {
		case len(inputs) > 0:
		case isPiped(c.in):
			inputs = []string{"-"}
		case cmd.Flags().NFlag() == 0:
			return cmd.Help()
		default:
			return misused("no input; name a file, a folder, an address, or - for standard input")
		}
		return do(cmd.Context(), inputs)
	}
	return cmd
}

// extract reads the inputs and writes their records.
func (c *command) extract(ctx context.Context, s *settings, names []string) (err error) {
	format, err := c.format(s)
	if err != nil {
		return err
	}
	if err := s.check(format); err != nil {
		return err
	}
	if output.IsBinary(format) && s.output == "" && isTerminal(c.out) {
		return misused("-f %s is not for a terminal; add -o FILE", format)
	}
	runtime.GOMAXPROCS(s.workers())
	x, err := c.extractor(s)
	if err != nil {
		return err
	}
	from, err := c.source(s)
	if err != nil {
		return err
	}
	from.Distinct = true
	inputs, err := c.inputs(ctx, names, from)
	if err != nil {
		return err
	}
	out, err := c.openOutputs(s, format, names, inputs, from)
	if err != nil {
		return err
	}
	if s.output != "" || output.IsBinary(format) {
		c.writing.Lock()
		defer c.writing.Unlock()
	}
	defer out.close(&err)
	from.Written = out.written(c.out)
	r := run{settings: s, outputs: out, extractor: x, source: from, keepText: s.text || s.fields.Has("text") || output.NeedsText(format)}
	if err := c.open(&r, format, names); err != nil {
		out.files.Abandon()
		return err
	}
	return r.all(ctx, inputs)
}

// extractor is what reads articles as the flags say.
func (c *command) extractor(s *settings) (*extract.Extractor, error) {
	dirs, err := packDirs(s.packs)
	if err != nil {
		return nil, err
	}
	for _, dir := range usualDirs() {
		if s.verbose {
			fmt.Fprintf(c.err, "sayso: pack: %s, which needs not be named\n", dir)
		}
	}
	rates, err := s.books()
	if err != nil {
		return nil, err
	}
	to, err := s.targets(rates)
	if err != nil {
		return nil, err
	}
	x, err := extract.New(extract.Options{PackDirs: dirs, Cache: packCache(), Rates: rates, To: to, Parts: s.types})
	if err != nil {
		return nil, broken(err)
	}
	return x, s.allowLanguage(x)
}

// format is the format of a run: for people at a terminal, a record or a claim a line elsewhere.
func (c *command) format(s *settings) (string, error) {
	if s.claims && s.format != "" && s.format != "claims" {
		return "", misused("--claims and -f %s contradict each other: --claims is -f claims", s.format)
	}
	switch {
	case s.format != "":
		return s.format, nil
	case output.Of(suffixOf(s.output)) != "" && !s.claims:
		return output.Of(suffixOf(s.output)), nil
	case !s.claims && suffixOf(s.output) != "":
		return "", misused("--output: %s: no format has the suffix %s; name the format with -f, or use one of %s", s.output, suffixOf(s.output), strings.Join(output.Suffixes(), " "))
	case s.output == "" && isTerminal(c.out):
		if s.claims {
			s.types = []string{"claims"}
		}
		return "text", nil
	case s.claims:
		return "claims", nil
	}
	return "jsonl", nil
}

// allowLanguage holds that the language is one that there are rules for.
func (s *settings) allowLanguage(x *extract.Extractor) error {
	if s.lang == "" {
		return nil
	}
	known := x.Languages()
	if slices.Contains(known, s.lang) {
		return nil
	}
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(s.lang), "_", "-"), "-")
	if !slices.Contains(known, code) {
		code = output.LanguageNamed(s.lang)
	}
	if !slices.Contains(known, code) {
		return misused("--lang: %q is not a language that sayso reads; use %s", s.lang, either(known))
	}
	return misused("--lang: unknown %q; did you mean %q?", s.lang, code)
}

// pageWords are what pages in the languages of the packs call their parts and themselves, for whoever reads one.
func pageWords(packs []string) func() article.Words {
	return sync.OnceValue(func() article.Words {
		dirs, err := packDirs(packs)
		if err != nil {
			return article.Words{} // who loads the packs says so
		}
		return extract.PageWords(extract.Options{PackDirs: dirs, Cache: packCache()})
	})
}

// source is how the inputs are read.
func (c *command) source(s *settings) (source.Options, error) {
	client, err := s.client()
	return source.Options{
		From: s.from, Date: s.date, Lang: s.lang, Since: s.fetching.sinceDay(), Stdin: c.in, Client: client,
		Workers: s.workers(), Shard: source.Shard(s.shard), Words: pageWords(s.packs), Columns: s.columns.Columns,
	}, err
}
