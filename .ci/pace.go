//go:build ignore

// Pace sets the library's paces beside each other, on one core and in one run: everything that it reads beside a bare pass that
// cuts a text into tokens and beside html.Parse, single parts beside everything, and a byte of a long text beside one of a
// short text. What it measures is the processor's time in the program, the median of rounds that take turns, so that other
// work on the machine counts little. The first ratio is set beside the one of an earlier version that a file keeps.
//
//	go run .ci/pace.go KEPT LANGUAGE=DUMP...
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/html"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/rules"
)

const rounds = 5

func main() {
	runtime.GOMAXPROCS(1)
	if err := pace(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "pace:", err)
		os.Exit(1)
	}
}

// A news is texts by their language.
type news map[string][]string

func pace(kept string, dumps []string) error {
	all := news{}
	for _, d := range dumps {
		language, file, _ := strings.Cut(d, "=")
		texts, err := textsOf(file)
		if err != nil {
			return err
		}
		all[language] = texts
	}
	if err := parts(kept, all.first(enough)); err != nil {
		return err
	}
	return growth(all)
}

// enough is how many bytes of a language tell its pace.
const enough = 512 << 10

// first are the first texts of each language, so many bytes of them.
func (n news) first(bytes int) news {
	some := news{}
	for language, texts := range n {
		for left, i := bytes, 0; left > 0 && i < len(texts); i++ {
			some[language] = append(some[language], texts[i])
			left -= len(texts[i])
		}
	}
	return some
}

// textsOf are those of a dump.
func textsOf(file string) (all []string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for lines := json.NewDecoder(f); ; {
		var line struct{ Text string }
		if err := lines.Decode(&line); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, line.Text)
	}
}

// spent is the processor's time of this program so far.
func spent() time.Duration {
	var use syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use) // of this process it cannot fail
	return time.Duration(use.Utime.Nano())
}

// A runner is something to measure: it works, and gives the bytes that it worked on.
type runner struct {
	name string
	run  func() (bytes int, err error)
}

// measure gives the paces of some runners in bytes a second, medians of rounds after one that warms up.
func measure(all []runner) ([]float64, error) {
	paces := make([][]float64, len(all))
	for round := range rounds + 1 {
		for i, r := range all {
			runtime.GC()
			began := spent()
			bytes, err := r.run()
			if err != nil {
				return nil, err
			}
			if round > 0 {
				paces[i] = append(paces[i], float64(bytes)/(spent()-began).Seconds())
			}
		}
	}
	medians := make([]float64, len(all))
	for i := range paces {
		slices.Sort(paces[i])
		medians[i] = paces[i][rounds/2]
	}
	return medians, nil
}

// reading reads texts with some parts of the record alone, or with all.
func reading(name string, all news, wanted ...string) (runner, error) {
	x, err := extract.New(extract.Options{Parts: wanted})
	return runner{name, func() (bytes int, err error) {
		for language, texts := range all {
			n, err := extractAll(x, language, texts)
			if bytes += n; err != nil {
				return bytes, err
			}
		}
		return bytes, nil
	}}, err
}

func extractAll(x *extract.Extractor, language string, texts []string) (bytes int, err error) {
	for _, text := range texts {
		bytes += len(text)
		a := article.Article{ID: "a", Text: text, Language: article.Hint{Code: language, From: "flag"}, Published: article.Published{Date: "2025-03-12", From: "input"}}
		if _, err := x.Extract(a); err != nil {
			return bytes, err
		}
	}
	return bytes, nil
}

// cutting cuts texts into tokens and does nothing else.
func cutting(all news) (runner, error) {
	library := rules.NewLibrary(extract.Types())
	readers := map[string]func(string) int{}
	for language := range all {
		p, err := library.Program(language, []string{"tense"})
		if err != nil {
			return runner{}, err
		}
		r := p.NewReader()
		readers[language] = func(text string) int { return len(r.Tokenise(text).Tokens) }
	}
	return runner{"cutting into tokens", func() (bytes int, err error) {
		for range 10 { // it is quick
			for language, texts := range all {
				for _, text := range texts {
					readers[language](text)
					bytes += len(text)
				}
			}
		}
		return bytes, nil
	}}, nil
}

// parsing parses the project's pages.
func parsing(name string, parse func(page string) error) (runner, error) {
	files, err := filepath.Glob("testdata/articles/*/*.html")
	var pages []string
	for _, f := range files {
		page, err := os.ReadFile(f)
		if err != nil {
			return runner{}, err
		}
		pages = append(pages, string(page))
	}
	return runner{name, func() (bytes int, err error) {
		for range 10 {
			for _, page := range pages {
				if err := parse(page); err != nil {
					return bytes, err
				}
				bytes += len(page)
			}
		}
		return bytes, nil
	}}, err
}

// parts prints the paces of everything and of parts.
func parts(kept string, all news) error {
	var runners []runner
	add := func(r runner, err error) error {
		runners = append(runners, r)
		return err
	}
	for _, err := range []error{
		add(reading("everything", all)),
		add(cutting(all)),
		add(parsing("html.Parse, pages", func(page string) error {
			_, err := html.Parse(strings.NewReader(page))
			return err
		})),
		add(parsing("pages to text", func(page string) error {
			_, err := article.Parse([]byte(page), "", "")
			return err
		})),
		add(reading("money alone", all, "money")),
		add(reading("dates alone", all, "dates")),
		add(reading("entities alone", all, "entities")),
	} {
		if err != nil {
			return err
		}
	}
	paces, err := measure(runners)
	if err != nil {
		return err
	}
	whole := paces[0]
	for i, r := range runners {
		fmt.Printf("%-20s %8.2f MB/s  %7.2f times everything\n", r.name, paces[i]/1e6, paces[i]/whole)
	}
	return besideKept(kept, whole/paces[1])
}

// besideKept prints the pace of everything, in that of cutting, beside what the file keeps.
func besideKept(kept string, now float64) error {
	raw, err := os.ReadFile(kept)
	if err != nil {
		return err
	}
	var k struct {
		Version string  `json:"version"`
		Machine string  `json:"machine"`
		Ratio   float64 `json:"everything_beside_cutting"`
	}
	if err := json.Unmarshal(raw, &k); err != nil {
		return err
	}
	fmt.Printf("everything beside cutting %.5f; %.5f in %s on %s: %.2f times as fast\n", now, k.Ratio, k.Version, k.Machine, now/k.Ratio)
	return nil
}

// The lengths of texts that growth compares, and the one that the others are set beside.
const (
	shortest, longest = 1 << 10, 8 << 20
	usual             = 16 << 10
)

// growth prints, for each language, what a byte of a text of some length takes beside one of a text of the usual length.
func growth(all news) error {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	for language, texts := range all {
		prose := strings.Join(texts, "\n\n")
		var runners []runner
		for size := shortest; size <= min(longest, len(prose)); size *= 4 {
			pieces := cut(prose, size)
			runners = append(runners, runner{fmt.Sprintf("%d kB", size>>10), func() (int, error) { return extractAll(x, language, pieces) }})
		}
		if len(prose) >= longest {
			pieces := []string{prose[:longest]}
			runners = append(runners, runner{fmt.Sprintf("%d kB", longest>>10), func() (int, error) { return extractAll(x, language, pieces) }})
		}
		paces, err := measure(runners)
		if err != nil {
			return err
		}
		fmt.Printf("%s, time a byte beside that of texts of %d kB:", language, usual>>10)
		at := slices.IndexFunc(runners, func(r runner) bool { return r.name == fmt.Sprintf("%d kB", usual>>10) })
		for i, r := range runners {
			fmt.Printf("  %s %.2f", r.name, paces[at]/paces[i])
		}
		fmt.Println()
	}
	return nil
}

// cut is a text in pieces of a size, enough of them.
func cut(text string, size int) (all []string) {
	for have := 0; have < enough && len(text) >= size; have += size {
		all, text = append(all, strings.ToValidUTF8(text[:size], "")), text[size:]
	}
	return all
}
