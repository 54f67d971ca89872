package main

import (
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/extract/filter"
	"sayso/extract/output"
	"sayso/extract/source"
)

// settings are the flags of extraction.
type settings struct {
	at       int // -1 is anywhere
	kept     bool
	format   string
	output   string
	types    []string
	lang     string
	from     string
	date     string
	columns  columns
	packs    []string
	text     bool
	jobs     int
	failed   string
	status   bool
	quiet    bool
	verbose  bool
	colour   string
	claims   bool
	fields   fields
	resume   string
	filter   filter.Filter
	shared   bool // what the pages of a site share is left out
	shard    shard
	errors   bool // are records too
	deadline time.Duration
	rule     string // of explain
	form     string // of the record, its number
	sure     least  // the least confidence
	words    string // of report: the language of its interface
	exchange
	fetching
}

// add puts the flags of extraction on a command.
func (s *settings) add(cmd *cobra.Command) {
	cmd.Flags().SortFlags = false
	oneOf(cmd, &s.format, "format", "f", output.Formats(), "text (at a terminal), jsonl (elsewhere), json, csv, parquet, sqlite, annotated, html, claims, claimreview or webannotation; else by the suffix of --output")
	s.addReading(cmd)
	f := cmd.Flags()
	f.BoolVar(&s.claims, "claims", false, "the claims alone, a line each with all that it refers to (-f claims)")
	f.Var(&s.fields, "fields", "only these fields of the record, or as the columns of csv: money.amount,money.currency")
	complete(cmd, "fields", output.FieldNames())
	f.BoolVar(&s.text, "text", false, "put the article's text in the record")
	oneOf(cmd, &s.form, "schema", "", forms(), "the record's form: "+strconv.Itoa(document.Schema)+", or the older "+strconv.Itoa(document.FirstForm))
	s.form = strconv.Itoa(document.Schema)
	f.StringVar(&s.resume, "resume", "", "keep a `journal` in this file: the same command goes on where it was cut off")
	addFilter(f, &s.filter)
	f.BoolVar(&s.shared, "shared-boilerplate", false, "leave out of each page what three pages or more of its site have in common")
	f.Var(&s.shard, "shard", "only every n-th article, beginning with the i-th: i/n")
	f.DurationVar(&s.deadline, "deadline", 2*time.Minute, "how `long` one article may take to be read; 0 is for ever")
	f.BoolVar(&s.errors, "error-records", false, "write a record with its error for each input that fails: a line in, a line out")
	f.StringVar(&s.failed, "failed", "", "write the names of inputs that failed to this `file`, one a line")
	f.BoolVarP(&s.status, "exit-status", "e", false, "exit with 1 where nothing is found")
}

// addReading puts the flags on a command that every command has which reads articles.
func (s *settings) addReading(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&s.output, "output", "o", "", "write to this `file` and not to standard output; compressed where its name ends in .gz or .zst")
	someOf(cmd, &s.types, "types", "t", typeNames(), "only these: "+strings.Join(typeNames(), ","))
	f.StringVarP(&s.lang, "lang", "l", "", "the articles' `language`, "+either(extract.Languages)+" or one of --pack; found out if not given")
	complete(cmd, "lang", extract.Languages)
	oneOf(cmd, &s.from, "from", "", source.Kinds, "what the inputs are: "+either(source.Kinds))
	f.Var(&s.columns, "columns", "what the records of dumps call what is read of them: text=body,date=published_at")
	f.Var(&s.sure, "min-confidence", "only annotations whose rule was right at least so often where that was measured: 0.9")
	f.Var((*day)(&s.date), "date", "the articles' day of publication (YYYY-MM-DD), whatever they say")
	s.exchange.add(cmd)
	addPacks(cmd, &s.packs)
	f.IntVarP(&s.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "work on this `number` of articles at once, on as many cores, at most four a core; the order stays")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "say nothing of inputs that fail; the exit code does")
	f.BoolVarP(&s.verbose, "verbose", "v", false, "say what was found in each input")
	oneOf(cmd, &s.colour, "color", "", []string{"auto", "always", "never"}, "auto, always or never")
	s.colour = "auto"
	s.fetching.add(cmd)
}

// forms are the numbers of the record's forms.
func forms() []string {
	var all []string
	for _, n := range document.Forms {
		all = append(all, strconv.Itoa(n))
	}
	return all
}

// schema is the number of the record's form.
func (s *settings) schema() int {
	n, err := strconv.Atoi(s.form)
	if err != nil { // a command without the flag
		return document.Schema
	}
	return n
}

// addFilter puts the flags on a command that leave out articles.
func addFilter(flags *pflag.FlagSet, f *filter.Filter) {
	flags.Var((*day)(&f.Until), "until", "only articles published on this day or before, as far as it is known (YYYY-MM-DD)")
	flags.IntVar(&f.MinChars, "min-chars", 0, "only articles of this `number` of characters or more")
	flags.Var((*dedup)(f), "dedup", "leave out articles whose address or text came before; near: those too that are nearly the same")
	flags.Lookup("dedup").NoOptDefVal = dedupExact
}

// cores is how many cores there are for the program.
var cores = runtime.GOMAXPROCS(0)

// workers is how many articles are worked on at once. More than a few a core take memory and save no time.
func (s *settings) workers() int { return min(s.jobs, 4*cores) }

// either is names as a sentence gives them: a, b or c.
func either(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// addPacks puts --pack on a command.
func addPacks(cmd *cobra.Command, packs *[]string) {
	cmd.Flags().StringArrayVar(packs, "pack", nil, "a `folder` with rule packs, or one pack (may be repeated)")
	_ = cmd.MarkFlagDirname("pack")
}

// check finds flags that contradict each other.
func (s *settings) check(format string) error {
	switch {
	case s.jobs < 1:
		return misused("--jobs: %d is less than 1", s.jobs)
	case s.quiet && s.verbose:
		return misused("--quiet and --verbose contradict each other")
	case output.IsFile(format) && (s.output == "" || s.output == "-"):
		return misused("-f %s: name the file that is written: -o FILE", format)
	case output.IsBinary(format) && isPacked(s.output):
		return misused("--output: %s: a file of the format %s is not compressed", s.output, format)
	case s.output != "" && s.output == s.failed:
		return misused("--output and --failed name the same file")
	case s.resume != "" && (s.output == "" || s.output == "-"):
		return misused("--resume: name the file that is written: -o FILE")
	case s.resume != "" && isPacked(s.output):
		return misused("--resume: a compressed file cannot be gone on with; write %s and compress it when it is whole", strings.TrimSuffix(s.output, filepath.Ext(s.output)))
	case s.resume != "" && !output.StandsAlone(format):
		return misused("--resume: a file of the format %s cannot be gone on with; jsonl, json, claims, claimreview and webannotation can", format)
	case s.resume != "" && (s.resume == s.output || s.resume == s.failed):
		return misused("--resume and another flag name the same file")
	case s.resume != "" && s.shared:
		return misused("--resume and --shared-boilerplate contradict each other: what pages share is not kept between runs")
	case s.filter.MinChars < 0:
		return misused("--min-chars: %d is less than 0", s.filter.MinChars)
	case len(s.types) > 0 && output.TakesAll(format):
		return misused("--types: the format %s shows claims with all that they refer to", format)
	case s.fields.Fields != nil && !output.HasFields(format):
		return misused("--fields: the format %s has none; jsonl, json and csv have", format)
	case s.errors && !slices.Contains([]string{"jsonl", "json"}, format):
		return misused("--error-records: the format %s has no records; jsonl and json have", format)
	case s.text && !output.TakesText(format):
		return misused("--text: the format %s does not show the article's text; add -f json or -f jsonl", format)
	}
	return nil
}

// isPacked reports whether a file of that name is compressed.
func isPacked(name string) bool {
	return slices.Contains([]string{".gz", ".zst"}, strings.ToLower(filepath.Ext(name)))
}
