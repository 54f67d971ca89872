package output

import (
	"cmp"
	"slices"
	"strings"

	"sayso/extract/document"
)

// A reportArticle is one article of a report.
type reportArticle struct {
	ID         string
	Title      string
	About      string
	URL        string
	Language   string
	Warnings   []string
	Paragraphs [][]reportRun
	Lists      []reportList
	Timeline   []reportTime
}

// A reportRun is a piece of the text under the same annotations.
type reportRun struct {
	Anchors []string // of the annotations that begin here
	To      string   // the item of the innermost annotation
	Class   string   // the kinds of all of them
	Marks   string   // the ids of all of them
	Speaker string   // of the statement that it is part of
	Note    string
	Text    string
}

// A reportList is the annotations of one kind.
type reportList struct {
	reportFilter
	Items []reportItem
}

// A reportItem is one annotation in a list.
type reportItem struct {
	ID, To  string
	Kind    string
	Text    string
	Speaker string
	Verb    string // that reports what the speaker said
	Notes   []string
	Rule    string
}

func newReportArticle(id string, d *document.Document, w words) reportArticle {
	a := reportArticle{ID: id, Title: titleOf(d), About: aboutOf(d, w), URL: address(d), Language: text(d.Language.Code), Warnings: d.Warnings}
	items := a.items(d, w)
	for _, kind := range reportKinds {
		l := reportList{reportFilter: kind}
		for _, i := range items {
			if i.Kind == kind.Kind {
				l.Items = append(l.Items, i)
			}
		}
		if len(l.Items) > 0 {
			a.Lists = append(a.Lists, l)
		}
	}
	a.Paragraphs = a.paragraphs(d, items)
	a.Timeline = timeline(d, a.anchor, w)
	return a
}

// address is where the article stands on the web, or empty.
func address(d *document.Document) string {
	if u := text(d.URL); strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}

// anchor is the id of an annotation's place in the text, item that of its line in a list.
func (a reportArticle) anchor(id string) string { return a.ID + "-" + id }

func (a reportArticle) item(id string) string { return a.ID + "-" + id + "-note" }

// items are all annotations as the lists show them.
func (a reportArticle) items(d *document.Document, w words) []reportItem {
	var all []reportItem
	add := func(kind, id, text, speaker, rule string, notes ...string) {
		notes = slices.DeleteFunc(notes, func(s string) bool { return s == "" })
		all = append(all, reportItem{ID: a.item(id), To: a.anchor(id), Kind: kind, Text: text, Speaker: speaker, Notes: notes, Rule: rule})
	}
	for _, q := range d.Quotes {
		name := ""
		if q.Speaker != nil {
			name = q.Speaker.Name
		}
		add("quote", q.ID, clean(q.Said()), clean(name), q.Rule, w.note(q.Stance))
		if q.Cue != nil && name != "" {
			all[len(all)-1].Verb = clean(q.Cue.Text)
		}
	}
	for _, m := range d.Money {
		add("money", m.ID, clean(m.Text), "", m.Rule, w.money(m)...)
	}
	for _, x := range d.Dates {
		add("date", x.ID, clean(x.Text), "", x.Rule, w.date(x))
	}
	for _, e := range d.Entities {
		add(e.Type, e.ID, clean(e.Name), "", "", w.entity(e))
	}
	x := newIndex(d)
	for _, c := range d.Claims {
		add("claim", c.ID, clean(x.proposition(c)), clean(x.nameOf(c.Speaker)), "", claimStance(c, w), w.claim(c), checkable(c, w))
	}
	return all
}

// paragraphs are the text with its annotations.
func (a reportArticle) paragraphs(d *document.Document, items []reportItem) [][]reportRun {
	notes := map[string]reportItem{}
	for _, i := range items {
		notes[i.To] = i
	}
	begins := map[int][]string{}
	seen := map[string]bool{}
	all := marks(d)
	for _, c := range d.Claims { // a claim has its anchor, and no colour
		begins[c.Start] = append(begins[c.Start], a.anchor(c.ID))
	}
	for _, m := range all {
		if at := a.anchor(m.id); !seen[at] && m.kind != "speaker" && m.kind != "cue" {
			seen[at] = true
			begins[m.start] = append(begins[m.start], at)
		}
	}
	source := []rune(text(d.Text))
	var paragraphs [][]reportRun
	var runs []reportRun
	for _, s := range segments(len(source), withStarts(all, begins)) {
		run := a.run(s, notes)
		run.Anchors = begins[s.start]
		for i, line := range strings.Split(string(source[s.start:s.end]), "\n") {
			if i > 0 {
				paragraphs, runs = appendFull(paragraphs, runs), nil
				run.Anchors = nil
			}
			run.Text = line
			if strings.TrimSpace(line) == "" {
				run.To = "" // a link of space alone has nothing to read out
			}
			runs = append(runs, run)
		}
	}
	return appendFull(paragraphs, runs)
}

// withStarts adds empty marks where an anchor stands, so that a segment begins there.
func withStarts(all []mark, begins map[int][]string) []mark {
	all = slices.Clone(all)
	for at := range begins {
		all = append(all, mark{start: at, end: at})
	}
	slices.SortStableFunc(all, func(a, b mark) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	return all
}

// appendFull adds a paragraph that shows something.
func appendFull(paragraphs [][]reportRun, runs []reportRun) [][]reportRun {
	for _, r := range runs {
		if strings.TrimSpace(r.Text) != "" || len(r.Anchors) > 0 {
			return append(paragraphs, runs)
		}
	}
	return paragraphs
}

// run is a segment with what the annotations over it say.
func (a reportArticle) run(s segment, notes map[string]reportItem) reportRun {
	var r reportRun
	var kinds, ids, lines []string
	for _, m := range s.marks {
		if m.kind == "" || m.end == m.start {
			continue
		}
		i := notes[a.anchor(m.id)]
		kinds, ids = append(kinds, m.kind), append(ids, m.id)
		lines = append(lines, join(append(append([]string{i.Speaker}, i.Notes...), m.rule), " · "))
		r.To = a.item(m.id)
		r.Speaker = cmp.Or(r.Speaker, i.Speaker)
	}
	slices.Sort(kinds)
	r.Class, r.Marks, r.Note = strings.Join(slices.Compact(kinds), " "), strings.Join(ids, " "), strings.Join(lines, "\n")
	return r
}

// claimStance is how the speaker that a claim is listed under stands to it.
func claimStance(c document.Claim, w words) string {
	if c.Speaker == nil {
		return ""
	}
	return w.stance(c.Stance)
}

// checkable says that a claim can be checked.
func checkable(c document.Claim, w words) string {
	if !c.Checkable {
		return ""
	}
	return w["checkable"]
}
