package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/evidence"
	"sayso/extract/gold"
	"sayso/extract/learn"
	"sayso/rules"
)

// learnCommand learns what each piece of evidence on names weighs.
func (c *command) learnCommand() *cobra.Command {
	var packs, beside []string
	var output string
	var folds int
	var add bool
	cmd := &cobra.Command{
		Use:   "learn GOLD.jsonl...",
		Short: "learn the weights of the evidence for names from annotated articles",
		Long: "Reads annotated articles (the format of rules score, with entities) and learns how much each feature of a span\n" +
			"speaks for a name: matching rules, lists, shape, neighbours, position. The weights maximize the likelihood of\n" +
			"the annotated names, with regularization. The same articles always give the same weights.\n\n" +
			"-o weights.yaml writes them. Beside the pack.yaml of a pack, that file adds to the inherited weights, which stay\n" +
			"fixed. Articles in several languages give the weights that languages share, for a pack that others extend.\n\n" +
			"--add keeps the weights that the pack has and learns only those of evidence that has none yet, single words left\n" +
			"out: after new lists or features.\n\n" +
			"--folds N cross-validates: it learns N times without every N-th article and reports the names found in those.",
		Example: "  sayso rules learn --folds 5 gold.jsonl\n  sayso rules learn --pack newsroom/ -o newsroom/weights.yaml gold.jsonl",
	}
	cmd.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return misused("rules learn needs a file of annotated articles")
		case folds == 1 || folds < 0:
			return misused("--folds: %d is less than 2", folds)
		case add && folds > 0:
			return misused("--add and --folds exclude each other")
		}
		return nil
	}
	addPacks(cmd, &packs)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write the weights to this `file`")
	cmd.Flags().StringArrayVar(&beside, "beside", nil, "`file` with more annotated texts, of another kind, that count less (repeatable)")
	cmd.Flags().IntVar(&folds, "folds", 0, "cross-validate in `N` folds")
	cmd.Flags().BoolVar(&add, "add", false, "keep the weights that there are, learn those of new evidence")
	cmd.RunE = func(_ *cobra.Command, files []string) error {
		dirs, err := packDirs(packs)
		if err != nil {
			return err
		}
		x, err := extract.New(extract.Options{PackDirs: dirs, Cache: packCache()})
		if err != nil {
			return broken(err)
		}
		all, err := annotated(x, files, 1)
		if err != nil {
			return failure(err)
		}
		others, err := annotated(x, beside, learn.Aside)
		if err != nil {
			return failure(err)
		}
		all = append(all, others...)
		if folds > 0 {
			return printFolds(c.out, learn.Folds(all, folds))
		}
		table, err := learnt(dirs, all, add)
		if err != nil {
			return broken(err)
		}
		if output == "" {
			return rules.WriteWeights(c.out, table.List())
		}
		return writeFile(output, func(w io.Writer) error { return rules.WriteWeights(w, table.List()) })
	}
	return cmd
}

// annotated reads files of gold for learning.
func annotated(x *extract.Extractor, files []string, share float64) ([]*learn.Article, error) {
	var all []*learn.Article
	for _, name := range files {
		in, err := os.Open(name)
		if err != nil {
			return nil, named(name, err)
		}
		docs, err := gold.Read(name, in)
		in.Close()
		if err != nil {
			return nil, err
		}
		for i := range docs {
			a, err := learn.Read(x, &docs[i])
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, docs[i].Line, err)
			}
			a.Share = share
			a.Group, a.Index = strings.TrimSuffix(filepath.Base(name), ".jsonl"), i
			all = append(all, a)
		}
	}
	return all, nil
}

// learnt is what the articles teach, for a pack of their language or for one that the packs of their languages extend; with
// what that pack has, where it is kept.
func learnt(dirs []string, all []*learn.Article, add bool) (learn.Table, error) {
	langs := learn.Languages(all)
	sums, shared := map[string]learn.Table{}, learn.Table{}
	library := rules.NewLibrary(extract.Types(), dirs...)
	for _, lang := range langs {
		pack, err := library.ForLanguage(lang)
		if err != nil {
			return nil, err
		}
		sums[lang] = learn.NewTable(pack.Grammar.Weights)
		if pack.Extends == "" {
			continue
		}
		base, err := library.Load(pack.Extends)
		if err != nil {
			return nil, err
		}
		shared = learn.NewTable(base.Grammar.Weights)
	}
	switch {
	case add && len(langs) > 1:
		return shared.With(learn.Add(all, sums)), nil
	case add:
		return sums[langs[0]].Without(shared).With(learn.Add(all, sums)), nil
	case len(langs) > 1:
		return learn.Learn(all, nil), nil
	}
	return learn.Learn(all, map[string]learn.Table{langs[0]: shared}), nil
}

// printFolds prints how many of the names left out were found.
func printFolds(out io.Writer, counts map[string]*learn.Tally) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "GOLD\tNAMES\tF1\tSPANS")
	for _, t := range evidence.Types {
		fmt.Fprintf(w, "\t%s", strings.ToUpper(t))
	}
	fmt.Fprintln(w)
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		c := counts[name]
		fmt.Fprintf(w, "%s\t%d\t%.3f\t%.3f", name, c.Gold, learn.F1(c.Gold, c.Found, c.Right), learn.F1(c.Gold, c.Found, c.Span))
		for _, k := range c.Kinds {
			fmt.Fprintf(w, "\t%.3f", learn.F1(k.Gold, k.Found, k.Right))
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// writeFile writes a file.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return failure(named(name, err))
	}
	err = write(f)
	if wrong := f.Close(); err == nil {
		err = wrong
	}
	if err != nil {
		return failure(named(name, err))
	}
	return nil
}
