package output

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"sayso/extract/document"
	"sayso/extract/source"
)

// A view writes documents for people.
type view struct {
	unended
	out   io.Writer
	term  Terminal
	begun bool
}

func newText(w io.Writer, t Terminal) Writer { return &view{out: w, term: t.fitted()} }

// Write writes one document; an empty line stands between two.
func (v *view) Write(d *document.Document) error {
	p := newPage(v.term, d)
	if v.begun {
		p.b.WriteByte('\n')
	}
	v.begun = true
	p.head(titleOf(d))
	p.body()
	_, err := v.out.Write(p.b.Bytes())
	return err
}

// A page is one document being laid out.
type page struct {
	b        bytes.Buffer
	term     Terminal
	words    words // of the reader's language
	doc      *document.Document
	index    index
	text     []rune // of the article
	headline int    // where the headline in the text ends; 0 is none
}

func newPage(t Terminal, d *document.Document) *page {
	body := []rune(text(d.Text))
	return &page{term: t, words: inLanguage(t.Language), doc: d, index: newIndex(d), text: body, headline: headlineEnd(body)}
}

// head is the title and where and when the article stood; its file, where the title is from the text.
func (p *page) head(title string) {
	d := p.doc
	file := ""
	if name := clean(source.Name(d.Source)); text(d.Title) == "" && title != name {
		file = name
	}
	for _, line := range wrap(title, p.term.Width) {
		fmt.Fprintln(&p.b, p.style(bold, line))
	}
	about := []string{clean(text(d.Site)), p.words.day(text(d.Published.Date)), p.words.language(d.Language.Code), file}
	fmt.Fprintln(&p.b, p.style(dim, join(about, " · ")))
}

// join leaves empty parts out.
func join(parts []string, sep string) string {
	var full []string
	for _, s := range parts {
		if s != "" {
			full = append(full, s)
		}
	}
	return strings.Join(full, sep)
}

// language is the name of a language, or that it is unknown.
func (w words) language(code *string) string {
	if code == nil {
		return w["language-unknown"]
	}
	return w.or(*code)
}

// body is one block for each type of annotation that the document has.
func (p *page) body() {
	d := p.doc
	found := len(d.Quotes) + len(d.Money) + len(d.Dates) + len(d.Quantities) + len(d.Entities) + len(d.Claims)
	if found+len(d.Warnings) > 0 || d.Language.Code != nil {
		p.b.WriteByte('\n')
	}
	title := p.titlePage()
	for _, rows := range []func(*page){(*page).quotes, (*page).sums, (*page).dates, (*page).quantities} {
		if title != nil {
			rows(title)
			_, _ = title.b.WriteTo(&p.b)
		}
		rows(p)
	}
	for _, e := range d.Entities {
		p.row("label-"+e.Type, e.Name, p.words.entity(e))
	}
	p.claims()
	if found == 0 && d.Language.Code != nil {
		p.paragraph("", p.words["nothing"])
	}
	for _, w := range d.Warnings {
		p.paragraph("label-note", w)
	}
}

// titlePage is a page for what the title says that is no part of the text, or nil.
func (p *page) titlePage() *page {
	d := p.doc.TitleDocument()
	if d == nil {
		return nil
	}
	title := []rune(text(d.Text))
	d.Entities = append(d.Entities, p.doc.Entities...) // for the roles of speakers
	return &page{term: p.term, words: p.words, doc: d, text: title, headline: len(title)}
}

func (p *page) quotes() {
	for _, q := range p.doc.Quotes {
		p.quote(q)
	}
}

func (p *page) sums() {
	for _, m := range p.doc.Money {
		p.row("label-money", m.Text, p.noted(m.Start, p.words.money(m)...)...)
	}
}

func (p *page) dates() {
	for _, x := range p.doc.Dates {
		p.row("label-date", x.Text, p.noted(x.Start, p.words.date(x))...)
	}
}

func (p *page) quantities() {
	for _, n := range p.doc.Quantities {
		p.row("label-number", n.Text, p.noted(n.Start, p.words.quantity(n))...)
	}
}

// inHeadline says of what begins in the headline that it does.
func (p *page) inHeadline(start int) string {
	if start < p.headline {
		return p.words["headline"]
	}
	return ""
}

// noted is what an annotation means, with a note where it begins in the headline.
func (p *page) noted(start int, meaning ...string) []string {
	meaning[0] = join([]string{meaning[0], p.inHeadline(start)}, " · ")
	return meaning
}

// longestHeadline is how many characters a headline has at most.
const longestHeadline = 200

// headlineEnd is where the headline of a text ends: its first line, where that is short, no sentence, and not all there is.
func headlineEnd(text []rune) int {
	for i, r := range text[:min(len(text), longestHeadline)] {
		if r != '\n' {
			continue
		}
		line := strings.TrimRight(string(text[:i]), "\r \u00a0\u202f\"'’”»)")
		if line == "" || strings.ContainsAny(line[len(line)-1:], ".:;,") || strings.TrimSpace(string(text[i:])) == "" {
			return 0
		}
		return i
	}
	return 0
}
