package output

import (
	"fmt"
	"io"
	"strings"

	"sayso/extract/compare"
	"sayso/extract/document"
)

// Comparisons are the names of the formats of a comparison.
var Comparisons = []string{"text", "jsonl", "json"}

// WriteComparison writes a comparison: as an object on one line (jsonl), indented (json), or for people (text). For people what
// is the same is counted; with all it is shown too.
func WriteComparison(w io.Writer, format string, c *compare.Comparison, t Terminal, all bool) error {
	switch format {
	case "jsonl", "json":
		raw, err := marshal(c)
		if err != nil {
			return err
		}
		return writeObject(w, raw, map[string]string{"json": "  "}[format])
	case "text":
		l := ledger{page: *newPage(t.fitted(), &document.Document{}), all: all}
		l.comparison(c)
		_, err := w.Write(l.b.Bytes())
		return err
	}
	return fmt.Errorf("unknown format %q: one of %s", format, strings.Join(Comparisons, ", "))
}

// A ledger is a comparison being laid out.
type ledger struct {
	page
	all bool // what is the same is shown too
}

// signs are what the lines of an item begin with.
var signs = map[string]string{compare.Same: "=", compare.Changed: "≠", compare.OnlyA: "A", compare.OnlyB: "B"}

// notes are the notes of a comparison, by the keys of their words.
var notes = map[string]string{
	compare.NoteRounded:    "rounded",
	compare.NoteConverted:  "converted",
	compare.NoteQualifier:  "qualifier",
	compare.NotePer:        "other-unit",
	compare.NoteWider:      "wider",
	compare.NoteNarrower:   "narrower",
	compare.NoteReworded:   "reworded",
	compare.NoteShortened:  "shortened",
	compare.NoteExtended:   "extended",
	compare.NoteSpeaker:    "other-speaker",
	compare.NoteKind:       "other-kind",
	compare.NoteTranslated: "translated",
	compare.NoteCount:      "more-often",
}

func (l *ledger) comparison(c *compare.Comparison) {
	l.article("A", c.A)
	l.article("B", c.B)
	if !c.Comparable {
		fmt.Fprintln(&l.b)
		l.hang("", "", l.words["not-comparable"], "")
		if !l.all {
			return
		}
	}
	for _, part := range []struct {
		title string
		items []compare.Item
	}{{"diff-money", c.Money}, {"diff-dates", c.Dates}, {"diff-quotes", c.Quotes}, {"diff-speakers", c.Speakers}, {"diff-names", c.Entities}} {
		l.part(l.words[part.title], part.items)
	}
	if !c.Counts.Different() {
		fmt.Fprintf(&l.b, "\n%s\n", l.words["diff-none"])
	}
}

// article is what an article is known by.
func (l *ledger) article(letter string, a compare.Article) {
	title := clean(text(a.Title))
	if title == "" {
		title = clean(a.Source)
	}
	l.hang(l.style(bold, letter)+"  ", "   ", title, bold)
	fmt.Fprintln(&l.b, "   "+l.style(dim, join([]string{clean(text(a.Site)), l.words.day(text(a.Published)), l.words.or(text(a.Language))}, " · ")))
}

// part is the items of one kind: how many there are of each verdict, then those that differ.
func (l *ledger) part(title string, items []compare.Item) {
	if len(items) == 0 {
		return
	}
	counts := map[string]int{}
	for _, i := range items {
		counts[i.Verdict]++
	}
	var said []string
	for _, v := range []struct{ verdict, key string }{
		{compare.Same, "diff-same"}, {compare.Changed, "diff-changed"}, {compare.OnlyA, "diff-only-a"}, {compare.OnlyB, "diff-only-b"},
	} {
		if n := counts[v.verdict]; n > 0 {
			said = append(said, fmt.Sprint(n, " ", l.words[v.key]))
		}
	}
	fmt.Fprintf(&l.b, "\n%s  %s\n", l.style(bold, title), strings.Join(said, ", "))
	for _, i := range items {
		if i.Verdict != compare.Same || l.all {
			l.item(i)
		}
	}
}

// item is what the articles have, a line each.
func (l *ledger) item(i compare.Item) {
	var how []string
	for _, n := range i.Notes {
		how = append(how, l.words[notes[n]])
	}
	note := ""
	if len(how) > 0 {
		note = " (" + strings.Join(how, ", ") + ")"
	}
	sign := l.style(blue, signs[i.Verdict])
	switch {
	case len(i.B) == 0:
		l.side("  "+sign+"  ", i.A, note)
	case len(i.A) == 0:
		l.side("  "+sign+"  ", i.B, note)
	default:
		l.side("  "+sign+"  A ", i.A, note)
		l.side("     B ", i.B, "")
	}
}

// side is what one article has: its words and what they mean.
func (l *ledger) side(lead string, sides []compare.Side, note string) {
	s := sides[0]
	words := clean(s.Text)
	if s.Value != "" && s.Value != s.Text {
		words += " · " + clean(s.Value)
	}
	if len(sides) > 1 {
		words += " · " + l.words.counted(len(sides), "times")
	}
	margin := "     "
	if strings.HasSuffix(lead, "A ") || strings.HasSuffix(lead, "B ") {
		margin = "       "
	}
	l.hang(lead, margin, words+note, "")
}

// hang writes a text behind a lead, its further lines behind a margin.
func (l *ledger) hang(lead, margin, words, style string) {
	for _, line := range wrap(words, l.term.Width-len(margin)) {
		if style != "" {
			line = l.style(style, line)
		}
		fmt.Fprintln(&l.b, lead+line)
		lead = margin
	}
}
