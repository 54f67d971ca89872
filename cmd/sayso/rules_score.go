package main

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/gold"
	"sayso/extract/source"
	"sayso/rules"
)

// scoreCommand measures each rule on annotated articles.
func (c *command) scoreCommand() *cobra.Command {
	var packs []string
	var output string
	cmd := &cobra.Command{
		Use:   "score GOLD.jsonl...",
		Short: "measure how often each rule is right on annotated articles",
		Long: "Reads annotated articles, one JSON object per line with id, lang, ref (the day of publication), text and any of\n" +
			"entities, money, dates and quotes, and prints how many annotations of each rule are right. -o confidence.yaml\n" +
			"writes the counts of rules with ten annotations or more. Beside the pack.yaml of a pack, that file gives every\n" +
			"annotation of these rules its confidence.",
		Example: "  sayso rules score gold.jsonl\n  sayso rules score --pack newsroom/ -o newsroom/confidence.yaml gold.jsonl",
	}
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return misused("rules score needs a file of annotated articles")
		}
		return nil
	}
	addPacks(cmd, &packs)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write the counts to this `file`")
	cmd.RunE = func(_ *cobra.Command, files []string) error {
		dirs, err := packDirs(packs)
		if err != nil {
			return err
		}
		x, err := extract.New(extract.Options{PackDirs: dirs, Cache: packCache()})
		if err != nil {
			return broken(err)
		}
		s := gold.NewScore()
		for _, name := range files {
			if err := score(s, x, name); err != nil {
				return failure(err)
			}
		}
		if output == "" {
			return printScore(c.out, s)
		}
		return writeScore(output, files, s)
	}
	return cmd
}

// score reads one file of gold.
func score(s *gold.Score, x *extract.Extractor, name string) error {
	in, err := os.Open(name)
	if err != nil {
		return named(name, err)
	}
	defer in.Close()
	all, err := gold.Read(name, in)
	if err != nil {
		return err
	}
	for i := range all {
		d, err := x.Extract(all[i].Article())
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, all[i].Line, err)
		}
		if d.Language.Code == nil {
			return fmt.Errorf("%s:%d: %s", name, all[i].Line, strings.Join(d.Warnings, "; "))
		}
		s.Add(&all[i], d)
	}
	return nil
}

func printScore(out io.Writer, s *gold.Score) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "RULE\tRIGHT\tOF\tPRECISION")
	for _, name := range slices.Sorted(maps.Keys(s.Rules)) {
		n := s.Rules[name]
		fmt.Fprintf(w, "%s\t%d\t%d\t%.2f\n", name, n.Right, n.Of, share(n))
	}
	fmt.Fprintln(w, "\nGOLD\tFOUND\tOF\tRECALL")
	for _, layer := range slices.Sorted(maps.Keys(s.Found)) {
		n := s.Found[layer]
		fmt.Fprintf(w, "%s\t%d\t%d\t%.2f\n", layer, n.Right, n.Of, share(n))
	}
	if s.Named.Of > 0 {
		fmt.Fprintf(w, "names of entities found\t%d\t%d\t%.2f\n", s.Named.Right, s.Named.Of, share(s.Named))
	}
	for _, how := range slices.Sorted(maps.Keys(s.Said)) {
		n := s.Said[how]
		fmt.Fprintf(w, "speakers by %s\t%d\t%d\t%.2f\n", how, n.Right, n.Of, share(n))
	}
	return w.Flush()
}

func share(n rules.Count) float64 { return float64(n.Right) / float64(max(n.Of, 1)) }

func writeScore(name string, inputs []string, s *gold.Score) error {
	f, err := overwrite(name, func(file fs.FileInfo) (string, bool) {
		return source.Reading(file, source.Inputs(inputs, source.Options{}), source.Options{})
	})
	if err != nil {
		return err
	}
	err = rules.WriteConfidence(f, s.Rules)
	if wrong := f.Close(); err == nil {
		err = wrong
	}
	if err != nil {
		return failure(named(name, err))
	}
	return nil
}
