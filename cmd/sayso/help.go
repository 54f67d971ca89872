package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

const rootExample = `  sayso article.html                         read a page, show what it claims
  sayso https://example.org/a.html           fetch it first
  sayso news/ > news.jsonl                   read a folder, a record a line
  sayso show article.html                    the article, coloured by what it claims
  sayso report news/ -o week.html            the same as a page for the browser
  sayso a.html | jq -r '.quotes[].speaker.name'
  sayso -t money -f csv a.html b.txt         sums of money as a table
  sayso -t money --to USD,BRL a.html         sums in other currencies too
  sayso --from text --lang fr -              read standard input
  sayso --date 2025-03-04 a.txt              the day that "yesterday" counts from`

// help prints the help of a command: what it is, examples, then the rest.
func help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintln(&b, about)
	if !cmd.IsAdditionalHelpTopicCommand() {
		usage(&b, cmd)
	}
	io.WriteString(cmd.OutOrStdout(), b.String())
}

func usage(b *strings.Builder, cmd *cobra.Command) {
	section(b, "Examples", cmd.Example)
	section(b, "Usage", "  "+strings.TrimSuffix(cmd.UseLine(), " [flags]"))
	section(b, "Commands", names(cmd, func(c *cobra.Command) bool { return c.IsAvailableCommand() || c.Name() == "help" }))
	section(b, "Flags", cmd.LocalFlags().FlagUsages())
	section(b, "Topics (sayso help TOPIC)", names(cmd, (*cobra.Command).IsAdditionalHelpTopicCommand))
}

func section(b *strings.Builder, title, content string) {
	if content = strings.TrimRight(content, "\n"); strings.TrimSpace(content) != "" {
		fmt.Fprintf(b, "\n%s:\n%s\n", title, content)
	}
}

// names are the commands below cmd that keep allows, each with its short description.
func names(cmd *cobra.Command, keep func(*cobra.Command) bool) string {
	var b strings.Builder
	for _, c := range cmd.Commands() {
		if keep(c) {
			fmt.Fprintf(&b, "  %-12s %s\n", c.Name(), c.Short)
		}
	}
	return b.String()
}

// helpCommand prints the help of a command or a topic.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:               "help [COMMAND|TOPIC]",
		Short:             "show the help of a command or a topic",
		ValidArgsFunction: first(func(*cobra.Command) []string { return commandNames(root) }),
		RunE: func(_ *cobra.Command, args []string) error {
			at := root
			for _, name := range args {
				below := child(at, name)
				if below == nil {
					return misused("no help on %q%s", strings.Join(args, " "), didYouMean("", name, commandNames(at)))
				}
				at = below
			}
			at.InitDefaultHelpFlag()
			return at.Help()
		},
	}
}

func child(cmd *cobra.Command, name string) *cobra.Command {
	for _, c := range cmd.Commands() {
		if c.Name() == name {
			return c
		}
	}
	return nil
}

// topics are pages of the manual that are no command.
func topics() []*cobra.Command {
	fields := &cobra.Command{Use: "fields", Short: "what the fields of a record are", Long: fieldsTopic}
	fields.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), fieldsHelp()) })
	return []*cobra.Command{
		fields,
		{Use: "exit-codes", Short: "what the exit codes mean", Long: exitCodesTopic},
		{Use: "formats", Short: "what the output formats are", Long: formatsTopic},
		{Use: "recipes", Short: "fifteen questions with their jq, Miller and SQL", Long: strings.TrimSuffix(recipesTopic, "\n")},
		{Use: "inputs", Short: "what can be read", Long: inputsTopic},
		{Use: "batch", Short: "how dumps are read, on one machine and on many", Long: batchTopic},
		{Use: "conversions", Short: "how sums are converted and checked", Long: conversionsTopic},
		{Use: "packs", Short: "how rule packs are written, found and tested", Long: packsTopic},
		{Use: "environment", Short: "what settings, variables and folders are read", Long: environmentTopic},
	}
}

//go:embed recipes.txt
var recipesTopic string

const exitCodesTopic = `Exit codes

  0    every input was read, whether or not anything was found in it
  1    with -e only: every input was read, and nothing was found
  2    some inputs failed; the others were printed. An article in a language
       that sayso does not read is one: its record holds no annotations
  3    nothing was done: wrong usage, a file that cannot be written, a mistake
       in a rule pack
  130  interrupted by a signal (INT, TERM or HUP); what was written is whole: lines,
       compressed files, Parquet, databases

sayso rules test: 0 all examples hold, 1 an example fails, 3 a pack does not load.
sayso rules lint: 0 nothing is found, 1 something is, 3 a pack does not load.`

const formatsTopic = `Formats

  text     for people; the default at a terminal. It may change between versions
  jsonl    one article a line, as JSON; the default elsewhere
  json     the same objects, indented, one after another (jq reads them; jq -s
           makes an array)
  csv      one mention a row, with the same columns whatever there is:
           source,published,type,id,start,end,text,value,amount,currency,speaker,rule,
           stance,verb,qualifier,per,from,to,amount_min,amount_max,confidence
           A range is LOW..HIGH in amount, and in numbers in amount_min and _max;
           from and to are a date's first and last day. Before a cell that a spreadsheet would run as a formula stands a '
  parquet  one mention a row, days and numbers as such, null where nothing is
           known; for DuckDB, pandas, Spark
  sqlite   a database with the tables articles, entities, mentions, roles, money,
           conversions, dates, quotes and claims, with keys and indexes; for SQL
           and Datasette; names, name_articles and speakers count over all articles,
           a row a name or speaker. It needs -o FILE; one that sayso has made is made anew
  claims   a claim a line, with all that it refers to (--claims)
  claimreview
           a draft of a schema.org ClaimReview for each claim that can be checked
  webannotation
           an annotation a line, as the W3C's Web Annotation Data Model has it
  annotated
           the article itself, annotations in colour, or in brackets with their ids
           where there is no colour; sayso show pages it at a terminal
  html     one page for a browser with all articles, which needs nothing else;
           sayso report writes it

Without -f the suffix of -o tells the format: .jsonl, .csv, .parquet, .sqlite,
.html; another suffix is refused. With .gz or .zst behind it the file is
compressed.

start and end count Unicode code points of the article's text, end exclusive.
With --text the records of jsonl, json and sqlite hold that text. The order is
that of the inputs, whatever -j is; each record is written as soon as it is there.
--fields selects fields of jsonl, json and csv: see "sayso help fields".

In the records every field is always there: null where nothing is known or the field
does not apply, [] where a list holds nothing. --schema 1 writes the older form, in
which fields that do not apply are left out; "sayso help recipes" shows queries.`

const inputsTopic = `Inputs

  ADDRESS  https://... is fetched: robots.txt, each host's pace and a time limit
           are kept, private addresses are refused (--allow-private)
  FILE     .txt and .md are text, .html and .htm pages, .mhtml and .mht pages as
           browsers save them, .srt and .vtt subtitles, .eml messages, .jsonl,
           .ndjson, .csv, .tsv, .parquet, .warc, .arc and .mbox dumps, .zip and
           .tar bundles of all these, each as it is or compressed (.gz, .zst);
           other files are told by their content
  PART     news.jsonl:12, pages.zip/a.html: that part of a file alone, named as
           errors and --failed name it
  FOLDER   its .html .htm .mhtml .txt .md .eml .srt .vtt files and those below
           it, in the order of their names; hidden ones are passed over
  -        standard input

An input is an address, a path that holds "." or "/", or "-": a file called news
is ./news. Nothing is fetched but addresses that are named, or that a list or
feed holds which is read as such.

A dump is JSON Lines, one object a line: "text" or "html", and as far as known
"id", "url", "title", "date" and "lang". What is given wins over what would be
found. A line that cannot be read is reported with its number, and the next one
is read. A table (CSV, TSV, Parquet) has the same names in its first row. Other
names that are usual are found by themselves (body, content, link, headline,
publish_date, published ...); --columns text=body,date=published_at says others,
in JSON also text=story.body for what stands in an object. A text under such a
name that is mark-up is read as a page.

A date is a day (YYYY-MM-DD), a time stamp, seconds since 1970, or a day as the
article's language writes it: 12 March 2025, and 12/03/2025 where it is certain
which is the month ("lang": "en-GB" or "en-US" makes it so).

A WARC or ARC archive gives the pages among its answers. A record that is damaged,
or whose compression is, costs itself: errors name it by its number, and the next
one is looked for. Of a compressed file that is cut off all before the cut is read.

Subtitles are read as what is said, a paragraph for each speaker; when each part is
shown stands in "subtitles", in seconds. Messages and mailboxes are decoded: the
text, or else the page, with subject, sender and day; attachments are passed over.

A feed that is damaged keeps the items that can be read. Where the page of an item
cannot be had, the text that the feed itself holds is read, with a warning.

--from says what the inputs are, whatever they look like: html, text, jsonl, csv,
parquet, warc, mhtml, mail, mbox, subtitles, zip, tar, list (of inputs, one a line:
what --failed writes), urls (a list of addresses, one a line) or feed (RSS, Atom,
JSON feed or sitemap, whose articles are read). Text is never changed.

In a list blank lines and those that begin with "#" are passed over. A name that
a line cannot hold as it is, with a line break or a blank at its end, stands between
quotation marks, as "a\nb.txt". A list that is fetched from an address names
addresses alone: files in it are refused. Links in archives are not followed.

A page, a text, a list and a line may have 64 MB. What is compressed and holds more than
64 MB may hold no more than 300 times its own size.
A text of more than 128 kB is read in windows of that size; names alone are followed
from one into the next. A record holds 150,000 annotations: what is behind them is not
read, and a warning says so.

No input is written over: an output that is an input, or a file that a list, a
folder or an archive among the inputs holds, is refused before anything is done.`

const batchTopic = `Batch runs

  sayso -o news.jsonl --failed failed.txt --resume news.journal dump.warc.gz
  sayso -o again.jsonl --from list failed.txt

Articles are read on all cores (-j), a few at a time, and written in the order of
the input, the same bytes for any -j. What cannot be read is said on standard
error and named in --failed; the rest goes on, and the exit code is 2. With
--resume the same command goes on where it was cut off, at any moment, and its
output is in the end what a run that was not cut off writes. The journal knows what
was read and written: inputs that have changed, other settings (flags, variables,
files), rule packs or rates, and an output that was edited are refused by name;
articles that were added at the end are read. While a run writes its files no other
one does (on Linux). A signal (INT, TERM or
HUP) gives what is being read a second to end, and closes what is written; a second
signal stops at once.

Beyond one machine sayso is a filter: with --from jsonl -f jsonl --error-records
each line that comes in is one line that goes out, in order, with the "id" of the
line; one that cannot be read is a record with "error". (An empty line is none.)
The same line gives the same record wherever it is read, but for source.line:
nothing is fetched, nothing is kept, and --date stands for what a dump does not
know of its articles.

  GNU parallel, 10 MB of lines to each process:
    parallel --pipepart -a dump.jsonl --block 10M -k \
      sayso -j1 --from jsonl -f jsonl --error-records - > news.jsonl

  Slurm, an array of a hundred jobs, each every hundredth article:
    #SBATCH --array=1-100
    sayso -j $SLURM_CPUS_PER_TASK --shard $SLURM_ARRAY_TASK_ID/100 \
      -o news.$SLURM_ARRAY_TASK_ID.jsonl --resume journal.$SLURM_ARRAY_TASK_ID dump.warc.gz

  Kubernetes, a Job with completionMode: Indexed and completions: 100 (its indexes
  begin with 0):
    command: [sh, -c, "sayso --shard $((JOB_COMPLETION_INDEX + 1))/100
      -o /out/news.$JOB_COMPLETION_INDEX.jsonl /in/dump.jsonl.zst"]

  Spark, with sayso on each worker:
    spark.sparkContext.textFile("dump/*.jsonl").pipe(
      "sayso -j1 --from jsonl -f jsonl --error-records -").saveAsTextFile("news")

  Hadoop Streaming, which takes any exit code but 0 for a failure:
    hadoop jar hadoop-streaming.jar -D mapreduce.job.reduces=0 -files sayso \
      -D stream.non.zero.exit.is.failure=false -input dump -output news \
      -mapper "./sayso -j1 --from jsonl -f jsonl --error-records -"
  (Hadoop ends each line with a tab, which JSON allows.)

A shard of an archive is read past the others' articles without parsing them. A
pipeline for Apache Beam stands in cmd/sayso-beam of the project.`

const conversionsTopic = `Conversions

--to EUR,USD converts every sum. The rate is that of the past day, month or year
that dates the sum in its own clause, if one does (of a period, the last day), else
that of the day of publication. Without a day or a rate there is no number, and the
record says why and, where "sayso rates update" would bring one, says so.

How a rate was come by is its method, on the day that it was set on and how many
days_off that is:

  exact                  it was set on that day
  previous business day  it was set before the weekend or the holidays
  between                it lies between those of the days around it, at most 45
                         days apart; on is the nearer one
  nearest                of the nearest day, at most 31 away
  fixed parity           by the law
  later parity           of a currency before the euro, by the parity at which the
                         euro was to replace it

bound is the share by which a rate may be off, absent where it is that of the day.
It held for more than 99 % of 40,000 rates that were left out of the table for a
test, which were off by 0.3 % (a week's gap) to 0.6 % (a month's) in the median.

The article's own conversion, "12 million euros ($13.4 million)", is checked:

  consistent  within the rounding of both figures, 2 % and the bound of the day's
              rate
  other_date  not that day's rate, but that of the days from .. to, which its
              sentence or another date of the article (clue) speaks of
  at_odds     no rate of a day that may be meant
  no_rate     there is no rate to check it by

Brackets whose figures add up to the sum before them are its breakdown, no
conversion; what they give in a second currency too stands in also_stated.

Rates come from --rates FILE or the file that "sayso rates update" has fetched
(ecb: reference rates of the European Central Bank), then from a table that is
built in: fed (Federal Reserve) and imf (International Monetary Fund), days since
1999 and some before, to the end of 2024; currency-api, every few days after that;
law: rates that the law fixes. "sayso rates show" prints the same. Nothing is
fetched unasked.`

const packsTopic = `Rule packs

  sayso rules new newsroom          write a small pack to start from
  sayso rules test newsroom/        run its examples, and those that it inherits
  sayso rules lint newsroom/        find what is of no use in it
  sayso --pack newsroom a.html      read with it
  sayso explain --pack newsroom a.html
                                    see what its rules found, and what lost to what
  sayso rules score --pack newsroom gold.jsonl
                                    measure its rules on annotated articles

A pack is a folder with a pack.yaml and any other .yaml files. A pack that extends
another comes first: where both find something in the same place, it wins. Packs
are looked for in this order, and the first of a language reads it:

  --pack FOLDER     that pack, or the packs in that folder (may be repeated)
  .sayso/rules/     the project's, below the folder where sayso runs
  the user's        sayso/rules/ in the user's configuration folder
  built in          common, fr, pt, en

The language of rules is told by example in rules/README.md of the project;
"sayso schema pack" prints the JSON Schema by which editors complete and check it.`

const environmentTopic = `Settings and environment

Any flag of extraction has a default that can be set: by a variable, SAYSO_LANG=fr
or SAYSO_MIN_CHARS=200; by the project's file, .sayso/config.yaml in the folder
where sayso runs or the nearest one above it; by the user's, sayso/config.yaml in
the user's configuration folder. The command line comes before the variable, this
before the project's file, this before the user's. Files hold the names of flags:

  lang: fr
  types: [money, quotes]
  pack: [newsroom]      # counts from the folder that holds .sayso
  to: [EUR, USD]

What a run writes (output, failed, resume) and allow-private stand on the command
line alone. A project's file comes with its folder, which may be somebody else's:
it sets what is read for and how it is shown (lang, types, format, fields, text,
claims, color, to, since, until, min-chars, dedup, shared-boilerplate,
error-records, exit-status, jobs, verbose) and names packs and rates below that folder; it sets neither what
the network is asked nor where pages are kept. -v says what took effect from where,
"sayso version -v" names the files that hold.

  SAYSO_CACHE      the folder for compiled rule packs; "off" for none. Without it
                   they are kept in sayso/ of the user's cache folder
                   ($XDG_CACHE_HOME or ~/.cache, ~/Library/Caches,
                   %LocalAppData%). It can be deleted at any time
  XDG_CONFIG_HOME  sayso/rules in it holds the user's own packs, sayso/config.yaml
                   the user's settings; else in ~/.config
                   (~/Library/Application Support, %AppData%)
  XDG_DATA_HOME    sayso in it holds the rates that "sayso rates update" fetched;
                   else in ~/.local/share (%LocalAppData%)
  NO_COLOR         no colour at a terminal (--color always overrides it)
  PAGER            what "sayso show" pages with
  HTTPS_PROXY, HTTP_PROXY, NO_PROXY
                   the proxy that pages are fetched through, with --allow-private
                   alone: a proxy dials for us, so that private addresses cannot be
                   refused. Without it servers are asked directly

A compiled pack is kept by the content of its files, so that a change of any of
them holds at once; runs at the same time may share the folder.`
