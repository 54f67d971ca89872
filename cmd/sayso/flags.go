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
	words    string // the language of what is shown to people
	exchange
	fetching
}

// add puts the flags of extraction on a command.
func (s *settings) add(cmd *cobra.Command) {
	cmd.Flags().SortFlags = false
	oneOf(cmd, &s.format, "format", "f", output.Formats(), "text (default at a terminal), jsonl (default elsewhere), json, csv, parquet, sqlite, annotated, html, claims, claimreview or webannotation; or by the suffix of --output")
	s.addReading(cmd)
	s.addInterface(cmd, "your locale")
	f := cmd.Flags()
	f.BoolVar(&s.claims, "claims", false, "claims only, one per line with everything they refer to (same as -f claims)")
	f.Var(&s.fields, "fields", "only these fields, for example money.amount,money.currency; with csv they are the columns")
	_ = cmd.RegisterFlagCompletionFunc("fields", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return output.FieldNames(), cobra.ShellCompDirectiveNoFileComp
	})
	f.BoolVar(&s.text, "text", false, "include the text of the article")
	oneOf(cmd, &s.form, "schema", "", forms(), "`number` of the record's version: "+strconv.Itoa(document.Schema)+" (default) or "+strconv.Itoa(document.FirstForm))
	s.form = strconv.Itoa(document.Schema)
	f.StringVar(&s.resume, "resume", "", "record progress in this `journal` file; run the same command again to resume")
	addFilter(f, &s.filter)
	f.BoolVar(&s.shared, "shared-boilerplate", false, "remove text that three or more pages of a site share")
	f.Var(&s.shard, "shard", "only part i of n of the articles: i/n")
	f.DurationVar(&s.deadline, "deadline", 2*time.Minute, "time `limit` for one article; 0 for none")
	f.BoolVar(&s.errors, "error-records", false, "write an error record for each failed input: one line out for each line in")
	f.StringVar(&s.failed, "failed", "", "write the names of failed inputs to this `file`, one per line")
	f.BoolVarP(&s.status, "exit-status", "e", false, "exit with 1 if nothing is found")
}

// addReading puts the flags on a command that every command has which reads articles.
func (s *settings) addReading(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&s.output, "output", "o", "", "write to this `file`; .gz and .zst are compressed")
	someOf(cmd, &s.types, "types", "t", typeNames(), "only these kinds: "+strings.Join(typeNames(), ","))
	f.StringVarP(&s.lang, "lang", "l", "", "`language` of the articles: "+either(extract.Languages)+", or one of --pack (default: detected)")
	complete(cmd, "lang", extract.Languages)
	oneOf(cmd, &s.from, "from", "", source.Kinds, inputTypes())
	f.Var(&s.columns, "columns", "names of the columns or fields to read, for example text=body,date=published_at")
	f.Var(&s.sure, "min-confidence", "only annotations whose rule was right at least this often when measured, for example 0.9")
	f.Var((*day)(&s.date), "date", "day of publication of all articles (YYYY-MM-DD), whatever they say")
	s.exchange.add(cmd)
	addPacks(cmd, &s.packs)
	f.IntVarP(&s.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "`number` of articles to read at once, at most four per core; the order of the output stays")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "no messages about failed inputs; the exit code still tells")
	f.BoolVarP(&s.verbose, "verbose", "v", false, "report what was found in each input")
	oneOf(cmd, &s.colour, "color", "", []string{"auto", "always", "never"}, "colours: auto, always or never")
	s.colour = "auto"
	s.fetching.add(cmd)
}

// addInterface puts the flag on a command that chooses the language of its words.
func (s *settings) addInterface(cmd *cobra.Command, byDefault string) {
	oneOf(cmd, &s.words, "interface", "", output.Languages(), "language of labels and dates: en, fr or pt (default: "+byDefault+")")
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

// newerField is the first of the fields asked for that the first form of the record lacks, or empty.
func (s *settings) newerField() string {
	for _, path := range s.fields.paths {
		if !document.IsInFirst(path) {
			return path
		}
	}
	return ""
}

// addFilter puts the flags on a command that leave out articles.
func addFilter(flags *pflag.FlagSet, f *filter.Filter) {
	flags.Var((*day)(&f.Until), "until", "only articles published on this day or earlier (YYYY-MM-DD); undated ones stay")
	flags.IntVar(&f.MinChars, "min-chars", 0, "only articles of at least this `number` of characters")
	flags.Var((*dedup)(f), "dedup", "skip articles whose address or text came before; near: also near-duplicates")
	flags.Lookup("dedup").NoOptDefVal = dedupExact
}

// cores is how many cores there are for the program.
var cores = runtime.GOMAXPROCS(0)

// workers is how many articles are worked on at once. More than a few a core take memory and save no time.
func (s *settings) workers() int { return min(s.jobs, 4*cores) }

// inputTypes says what --from takes.
func inputTypes() string {
	return "type of the inputs: " + either(source.Kinds) + " (default: by suffix or content)"
}

// either is names as a sentence gives them: a, b or c.
func either(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// addPacks puts --pack on a command.
func addPacks(cmd *cobra.Command, packs *[]string) {
	cmd.Flags().StringArrayVar(packs, "pack", nil, "`folder` of a rule pack, or of several packs (repeatable)")
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
		return misused("-f %s needs a file: -o FILE", format)
	case output.IsBinary(format) && isPacked(s.output):
		return misused("--output: %s: %s files cannot be compressed", s.output, format)
	case s.output != "" && s.output == s.failed:
		return misused("--output and --failed name the same file")
	case s.resume != "" && (s.output == "" || s.output == "-"):
		return misused("--resume needs an output file: -o FILE")
	case s.resume != "" && isPacked(s.output):
		return misused("--resume: a compressed file cannot be resumed; write %s and compress it at the end", strings.TrimSuffix(s.output, filepath.Ext(s.output)))
	case s.resume != "" && !output.StandsAlone(format):
		return misused("--resume: %s files cannot be resumed; jsonl, json, claims, claimreview and webannotation can", format)
	case s.resume != "" && (s.resume == s.output || s.resume == s.failed):
		return misused("--resume and another flag name the same file")
	case s.resume != "" && s.shared:
		return misused("--resume and --shared-boilerplate cannot be combined: what pages share is not kept between runs")
	case s.fetching.since != "" && s.filter.Until != "" && s.fetching.since > s.filter.Until:
		return misused("--since %s is later than --until %s", s.fetching.since, s.filter.Until)
	case s.schema() == document.FirstForm && s.newerField() != "":
		return misused("--fields: %s is not in records of --schema %d", s.newerField(), document.FirstForm)
	case s.filter.MinChars < 0:
		return misused("--min-chars: %d is less than 0", s.filter.MinChars)
	case len(s.types) > 0 && output.TakesAll(format):
		return misused("--types: -f %s always has claims with everything that they refer to", format)
	case s.fields.Fields != nil && !output.HasFields(format):
		return misused("--fields: %s has no fields to choose; jsonl, json and csv have", format)
	case s.errors && !slices.Contains([]string{"jsonl", "json"}, format):
		return misused("--error-records: %s has no records; jsonl and json have", format)
	case s.text && !output.TakesText(format):
		return misused("--text: %s does not hold the text of the article; jsonl, json and sqlite can", format)
	}
	return nil
}

// isPacked reports whether a file of that name is compressed.
func isPacked(name string) bool {
	return slices.Contains([]string{".gz", ".zst"}, strings.ToLower(filepath.Ext(name)))
}
