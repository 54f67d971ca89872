package output

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"sayso/extract/document"
	"sayso/extract/language"
	"sayso/extract/source"
)

// The layout: a label, then the annotation, then what it means.
const (
	indent     = 10 // columns before the annotation
	textColumn = 32 // columns of the annotation where its meaning stands beside it
	narrowest  = 40
	usual      = 80
)

// The styles of a terminal.
const (
	bold  = "\x1b[1m"
	dim   = "\x1b[2m"
	blue  = "\x1b[34m"
	plain = "\x1b[0m"
)

// A view writes documents for people.
type view struct {
	unended
	out   io.Writer
	term  Terminal
	begun bool
}

func newText(w io.Writer, t Terminal) Writer {
	if t.Width < narrowest {
		t.Width = usual
	}
	return &view{out: w, term: t}
}

// Write writes one document; an empty line stands between two.
func (v *view) Write(d *document.Document) error {
	p := page{term: v.term, doc: d}
	if v.begun {
		p.b.WriteByte('\n')
	}
	v.begun = true
	p.head()
	p.body()
	_, err := v.out.Write(p.b.Bytes())
	return err
}

// A page is one document being laid out.
type page struct {
	b    bytes.Buffer
	term Terminal
	doc  *document.Document
}

func (p *page) style(code, s string) string {
	if !p.term.Colour || s == "" {
		return s
	}
	return code + s + plain
}

// head is the title and where and when the article stood.
func (p *page) head() {
	d := p.doc
	title := clean(text(d.Title))
	if title == "" {
		title = clean(source.Name(d.Source))
	}
	for _, line := range wrap(title, p.term.Width) {
		fmt.Fprintln(&p.b, p.style(bold, line))
	}
	about := []string{clean(text(d.Site)), dayOf(d.Published.Date), languageOf(d.Language.Code)}
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

func dayOf(date *string) string {
	t, err := time.Parse(time.DateOnly, text(date))
	if err != nil {
		return ""
	}
	return t.Format("2 January 2006")
}

func languageOf(code *string) string {
	if code == nil {
		return "language unknown"
	}
	return language.Name(*code)
}

// body is one block for each type of annotation that the document has.
func (p *page) body() {
	d := p.doc
	if len(d.Quotes)+len(d.Money)+len(d.Dates)+len(d.Quantities)+len(d.Entities)+len(d.Claims)+len(d.Warnings) > 0 {
		p.b.WriteByte('\n')
	}
	for _, q := range d.Quotes {
		p.quote(q)
	}
	for _, m := range d.Money {
		p.row("MONEY", m.Text, english().money(m)...)
	}
	for _, x := range d.Dates {
		p.row("DATE", x.Text, english().date(x))
	}
	for _, n := range d.Quantities {
		p.row("NUMBER", n.Text, english().quantity(n))
	}
	for _, e := range d.Entities {
		p.row(label(e.Type), e.Name, english().entity(e))
	}
	for _, c := range d.Claims {
		p.paragraph("CLAIM", checked(c)+p.claimant(c)+c.Proposition+bracketed(english().claim(c)))
	}
	if len(d.Quotes)+len(d.Money)+len(d.Dates)+len(d.Quantities)+len(d.Entities)+len(d.Claims) == 0 && d.Language.Code != nil {
		p.paragraph("", english()["nothing"])
	}
	for _, w := range d.Warnings {
		p.paragraph("NOTE", w)
	}
}

// label is how a type of entity is called in the margin.
func label(kind string) string {
	switch kind {
	case "organization":
		return "ORG"
	case "location":
		return "PLACE"
	}
	return strings.ToUpper(kind)
}

// margin is the label, or as much space.
func (p *page) margin(label string) string {
	return "  " + p.style(blue, pad(label, indent-4)) + "  "
}

// row is an annotation with its meaning beside it, or below where there is no room.
func (p *page) row(label, s string, notes ...string) {
	lines := wrap(clean(s), p.term.Width-indent)
	last := len(lines) - 1
	for _, line := range lines[:last] {
		fmt.Fprintln(&p.b, p.margin(label)+line)
		label = ""
	}
	fits := columnsOf(lines[last]) < textColumn
	for _, n := range notes {
		fits = fits && indent+textColumn+columnsOf(n) <= p.term.Width
	}
	if !fits {
		fmt.Fprintln(&p.b, p.margin(label)+lines[last])
		p.below(notes)
		return
	}
	p.beside(label, lines[last], notes)
}

// beside is a line and its notes, in two columns.
func (p *page) beside(label, line string, notes []string) {
	for i, n := range notes {
		if i > 0 && n == "" {
			continue
		}
		left, n := line, clean(n)
		if n != "" {
			left = pad(line, textColumn)
		}
		fmt.Fprintln(&p.b, p.margin(label)+left+p.style(dim, n))
		label, line = "", ""
	}
}

// below is notes on lines of their own.
func (p *page) below(notes []string) {
	for _, n := range notes {
		if n == "" {
			continue
		}
		for _, line := range wrap(clean(n), p.term.Width-indent-2) {
			fmt.Fprintln(&p.b, p.margin("")+"  "+p.style(dim, line))
		}
	}
}

// paragraph is a text that takes the whole width.
func (p *page) paragraph(label, s string) {
	for _, line := range wrap(clean(s), p.term.Width-indent) {
		fmt.Fprintln(&p.b, p.margin(label)+line)
		label = ""
	}
}

// quote is the speaker, and below it the words.
func (p *page) quote(q document.Quote) {
	said := p.speaker(q)
	if q.Cue != nil && q.Speaker != nil {
		said += " · " + clean(q.Cue.Text)
	}
	p.paragraph("QUOTE", said+bracketed(english().stance(q.Stance)))
	words := q.Said()
	if q.Kind == "direct" {
		words = quoted(p.doc.Language.Code, words)
	}
	p.paragraph("", words)
}

// speaker is the name of who said it, with the first role that the article gives.
func (p *page) speaker(q document.Quote) string {
	s := q.Speaker
	if s == nil || s.Name == "" {
		return "(nobody is named)"
	}
	for _, e := range p.doc.Entities {
		if s.Entity != nil && e.ID == *s.Entity && len(e.Roles) > 0 {
			return s.Name + ", " + e.Roles[0].Text
		}
	}
	return s.Name
}

// quoted is, with the quotation marks of a language, a text.
func quoted(code *string, s string) string {
	if text(code) == "fr" {
		return "« " + s + " »"
	}
	return "“" + s + "”"
}

// checked is the sign of a claim that can be checked, or nothing.
func checked(c document.Claim) string {
	if c.Checkable {
		return "✓ "
	}
	return ""
}

// claimant is who makes a claim and how they stand to it, or nothing where the article itself does.
func (p *page) claimant(c document.Claim) string {
	name := nameOf(p.doc, c.Speaker)
	if c.By != nil {
		name = c.By.Name
	}
	if name == "" {
		return ""
	}
	return name + " " + english()[c.Stance] + ": "
}

// bracketed is a note behind a text, or nothing.
func bracketed(note string) string {
	if note == "" {
		return ""
	}
	return " [" + note + "]"
}
