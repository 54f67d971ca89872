package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/extract/source"
)

// A monitor tells on standard error, and in the list of failures, what becomes of inputs, and counts it.
type monitor struct {
	err            io.Writer
	quiet, verbose bool
	sums           bool      // several articles are summed up at the end
	list           io.Writer // the names of inputs that failed; nil is nowhere
	progress       *progress // nil is none

	read, failed, left, found int            // left out
	before                    int            // of those that were read or failed, the ones of the run that this one resumes
	warned                    map[string]int // how many articles had a warning, by its words
}

// document notes an article that was read.
func (m *monitor) document(d *document.Document, took time.Duration) {
	m.read++
	m.found += found(d)
	if m.verbose {
		m.say("%s: %s", source.Shown(d.Source), held(d, took))
	}
	for _, w := range d.Warnings {
		m.warn(source.Shown(d.Source), w)
	}
}

// maxWarned is how many different warnings a run remembers, and prints without --verbose.
const maxWarned = 100

// warn prints a warning of an article. Without --verbose, a warning that many articles share is printed for the first of them alone,
// with the number of the others at the end. That an article has no date is not printed then: many texts have none.
func (m *monitor) warn(name, warning string) {
	if m.warned == nil {
		m.warned = map[string]int{}
	}
	if _, known := m.warned[warning]; !m.verbose && (warning == extract.Undated || !known && len(m.warned) == maxWarned) {
		return
	}
	m.warned[warning]++
	if m.verbose || !m.quiet && m.warned[warning] == 1 {
		m.say("%s: warning: %s", name, warning)
	}
}

// warnedAgain says of how many articles more a warning holds that was printed for the first of them.
func (m *monitor) warnedAgain() {
	if m.verbose || m.quiet {
		return
	}
	for _, w := range slices.Sorted(maps.Keys(m.warned)) {
		if n := m.warned[w] - 1; n > 0 {
			m.say("the same warning for %d more: %s", n, w)
		}
	}
}

// fail notes an input that could not be read.
func (m *monitor) fail(name string, err error) error {
	m.failed++
	if !m.quiet {
		m.say("%v", err)
	}
	if m.list == nil {
		return nil
	}
	_, wrong := fmt.Fprintln(m.list, source.ListLine(name))
	return wrong
}

// say prints a line.
func (m *monitor) say(format string, args ...any) {
	m.progress.clear()
	fmt.Fprintf(m.err, "sayso: "+format+"\n", args...)
}

// summary says what became of all inputs: where it is asked for, and of more than one.
func (m *monitor) summary(took time.Duration) {
	m.warnedAgain()
	if !m.verbose && !(m.sums && m.read+m.failed+m.left > 1) {
		return
	}
	line := fmt.Sprintf("%s read, %d failed", count(m.read, "article", "articles"), m.failed)
	if m.left > 0 {
		line += fmt.Sprintf(", %d left out", m.left)
	}
	m.say("%s; %s in %.1f s (%.1f articles/s)", line, count(m.found, "annotation", "annotations"), took.Seconds(), float64(m.read+m.failed-m.before)/took.Seconds())
}

// held is what was found in an article, in one line.
func held(d *document.Document, took time.Duration) string {
	line := "language unknown"
	if d.Language.Code != nil {
		line = *d.Language.Code
	}
	for _, t := range types {
		line += fmt.Sprintf(", %d %s", t.count(d), t.name)
	}
	return line + fmt.Sprintf(" (%d ms)", took.Milliseconds())
}

// A progress is one line of a terminal, written again and again.
type progress struct {
	out     io.Writer
	counter *source.Counter
	size    int64 // of the inputs, in bytes; 0 where it is not known
	start   progressMark
	last    time.Time
	shown   bool
}

// A progressMark is where the pace is measured from: the first article that is done. What a resumed run passes over, and what it
// takes to load the rules, do not count.
type progressMark struct {
	at       time.Time
	articles int
	bytes    int64
}

// When progress is first shown, and how often.
const (
	patience = 2 * time.Second
	interval = 200 * time.Millisecond
)

// show rewrites the line, unless it is too early for that.
func (p *progress) show(m *monitor) {
	if p == nil {
		return
	}
	now, total := time.Now(), m.read+m.failed
	if p.start.at.IsZero() {
		p.start = progressMark{now, total, p.counter.Read()}
	}
	if now.Sub(p.start.at) < patience || now.Sub(p.last) < interval {
		return
	}
	p.last, p.shown = now, true
	pace := float64(total-p.start.articles) / now.Sub(p.start.at).Seconds()
	fmt.Fprintf(p.out, "\r\x1b[K  %s · %d failed · %.1f/s%s", count(total, "article", "articles"), m.failed, pace, p.estimate(now))
}

// estimate is how much of the inputs has been read, and how long the rest will take.
func (p *progress) estimate(now time.Time) string {
	if p.size == 0 {
		return ""
	}
	read := p.counter.Read()
	done := read - p.start.bytes // since the pace is measured
	if done <= 0 || read >= p.size {
		return ""
	}
	left := time.Duration(float64(now.Sub(p.start.at)) * float64(p.size-read) / float64(done))
	return fmt.Sprintf(" · %.0f %% · %v left", 100*float64(read)/float64(p.size), left.Round(time.Second))
}

// clear takes the line away.
func (p *progress) clear() {
	if p != nil && p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}
