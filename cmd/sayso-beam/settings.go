package main

import (
	"context"
	"flag"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"sayso/extract/document"
	"sayso/extract/filter"
	"sayso/extract/output"
)

// The values that flags may have.
var (
	formats = []string{"jsonl", "parquet"}
	kinds   = []string{"jsonl", "warc", "html", "text", "csv", "mhtml", "tar"} // that hold articles, and are read from any stream
)

// settings are the flags. Those that sayso has too mean the same.
type settings struct {
	input, output string
	format        string
	from          string
	date          string
	lang          string
	types         []string
	packs         []string
	filter        filter.Filter
	text          bool
	shardSize     int64
}

// parse reads the arguments: the flags of this program, which the usage shows, and those of Beam.
func (s *settings) parse(all *flag.FlagSet, args []string) error {
	own := flag.NewFlagSet("sayso-beam", flag.ContinueOnError)
	s.add(own)
	own.VisitAll(func(f *flag.Flag) { all.Var(f.Value, f.Name, f.Usage) })
	all.Init(own.Name(), flag.ContinueOnError)
	all.Usage = func() {
		fmt.Fprintln(all.Output(), "usage: sayso-beam --input GLOB --output PREFIX [flags] [--runner NAME and other flags of Beam]")
		own.SetOutput(all.Output())
		own.PrintDefaults()
	}
	return all.Parse(args)
}

func (s *settings) add(f *flag.FlagSet) {
	f.StringVar(&s.input, "input", "", "the dumps: a `glob` of files, local or gs://")
	f.StringVar(&s.output, "output", "", "what the names of the files that are written begin with: `prefix`-00000-of-00001.jsonl")
	f.StringVar(&s.format, "output-format", "jsonl", "jsonl, a record a line, or parquet, a row a mention")
	f.StringVar(&s.from, "from", "", "what the dumps are, one of "+strings.Join(kinds, ", ")+"; else their names and contents tell")
	f.StringVar(&s.date, "date", "", "the articles' day of publication (YYYY-MM-DD), whatever they say")
	f.StringVar(&s.lang, "lang", "", "the articles' `language`; found out if not given")
	f.Func("types", "only these `names`: "+strings.Join(document.Parts, ","), func(names string) error {
		s.types = append(s.types, strings.Split(names, ",")...)
		return nil
	})
	f.Func("pack", "a `folder` with rule packs, or one pack (may be repeated)", func(dir string) error {
		s.packs = append(s.packs, dir)
		return nil
	})
	f.StringVar(&s.filter.Since, "since", "", "only articles published on this day or later, as far as it is known (YYYY-MM-DD)")
	f.StringVar(&s.filter.Until, "until", "", "only articles published on this day or before, as far as it is known (YYYY-MM-DD)")
	f.IntVar(&s.filter.MinChars, "min-chars", 0, "only articles of this `number` of characters or more")
	f.BoolVar(&s.text, "text", false, "put the article's text in the record")
	f.Int64Var(&s.shardSize, "shard-size", 16<<20, "how many `bytes` of input are read for each file that is written, or a little more; more where a file cannot be cut")
}

// pipeline is what the settings ask for. What is wrong with them shows here, before anything is run.
func (s *settings) pipeline(ctx context.Context) (*beam.Pipeline, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if err := s.checkFiles(ctx); err != nil {
		return nil, err
	}
	packs, x, err := load(s.packs)
	if err != nil {
		return nil, err
	}
	if s.lang != "" {
		if err := allow("lang", s.lang, x.Languages()); err != nil {
			return nil, err
		}
	}
	p, root := beam.NewPipelineWithRoot()
	build(root, s, packs)
	return p, nil
}

// check finds flags that are missing, unknown or contradict each other.
func (s *settings) check() error {
	switch {
	case s.input == "":
		return fmt.Errorf("--input: name the files to read")
	case s.output == "":
		return fmt.Errorf("--output: name what the files that are written begin with")
	case s.text && !output.TakesText(s.format):
		return fmt.Errorf("--text: the format %s does not show the article's text", s.format)
	case s.filter.MinChars < 0:
		return fmt.Errorf("--min-chars: %d is less than 0", s.filter.MinChars)
	case s.shardSize < 1:
		return fmt.Errorf("--shard-size: %d is less than 1", s.shardSize)
	}
	for _, day := range []struct{ flag, value string }{{"date", s.date}, {"since", s.filter.Since}, {"until", s.filter.Until}} {
		if _, err := time.Parse(time.DateOnly, day.value); day.value != "" && err != nil {
			return fmt.Errorf("--%s: %q is not a day; write it as YYYY-MM-DD", day.flag, day.value)
		}
	}
	for _, name := range s.types {
		if err := allow("types", name, document.Parts); err != nil {
			return err
		}
	}
	if err := allow("from", s.from, append(kinds, "")); err != nil {
		return err
	}
	return allow("output-format", s.format, formats)
}

// allow holds that a flag has one of a few values.
func allow(flag, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return fmt.Errorf("--%s: %q is none of %s", flag, value, strings.Join(allowed, ", "))
}

// folderOf is the folder of a file, under the one name that all its names lead to where it is of this machine.
func folderOf(name string) string {
	dir := path.Dir(name)
	if strings.Contains(name, "://") {
		return dir
	}
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return dir
}

// checkFiles holds that there is something to read, that it is not written over, and that there is a way to write.
func (s *settings) checkFiles(ctx context.Context) error {
	to, err := filesystem.New(ctx, s.output)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	to.Close()
	from, err := filesystem.New(ctx, s.input)
	if err != nil {
		return fmt.Errorf("--input: %w", err)
	}
	defer from.Close()
	files, err := from.List(ctx, s.input)
	if err != nil {
		return fmt.Errorf("--input: %s: %w", s.input, err)
	}
	if len(files) == 0 {
		return fmt.Errorf("--input: %s: there is no such file", s.input)
	}
	for _, f := range files {
		if ok, _ := path.Match(path.Base(s.output)+"-?????-of-?????."+s.format, path.Base(f)); ok && folderOf(f) == folderOf(s.output) {
			return fmt.Errorf("--output: %s is an input: it cannot be written", f)
		}
	}
	return nil
}
