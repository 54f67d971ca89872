// Command sayso-beam runs sayso's extraction as an Apache Beam pipeline: dumps of news in, as many files of records or of
// mentions out, on one machine or on many. It is a module of its own, so that sayso stays free of what Beam needs. This
// package holds the flags and the pipeline; a record is what sayso itself writes for the article.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx" // all runners, local files and gs://
)

// The exit codes, as far as sayso's say the same.
const (
	exitFailed = 2 // the pipeline failed
	exitUsage  = 3 // nothing was done
)

func main() {
	s := new(settings)
	if err := s.parse(flag.CommandLine, os.Args[1:]); errors.Is(err, flag.ErrHelp) {
		return
	} else if err != nil {
		os.Exit(exitUsage) // it has been said
	}
	beam.Init() // does not return on a worker
	ctx := context.Background()
	p, err := s.pipeline(ctx)
	if err != nil {
		end(exitUsage, err)
	}
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		end(exitFailed, err)
	}
	if result != nil {
		n := counted(result.Metrics())
		fmt.Fprintf(os.Stderr, "sayso-beam: %d records, %d of them of errors, %d of articles in other languages; %d left out\n", n[records], n[failures], n[refusals], n[left])
	}
}

// end ends the program with an error.
func end(code int, err error) {
	fmt.Fprintf(os.Stderr, "sayso-beam: %v\n", err)
	os.Exit(code)
}

// The names of the counters, all in the name space "sayso".
const (
	records  = "records"  // one for each article
	failures = "errors"   // of them, those that say why an article could not be read
	refusals = "refusals" // of them, those of articles in none of the languages
	left     = "left"     // articles that were left out, by --since, --until or --min-chars
)

// counted is what the counters of a run say.
func counted(m metrics.Results) map[string]int64 {
	all := map[string]int64{}
	for _, c := range m.AllMetrics().Counters() {
		if c.Namespace() == "sayso" {
			all[c.Name()] += c.Result()
		}
	}
	return all
}
