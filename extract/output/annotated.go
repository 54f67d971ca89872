package output

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"sayso/extract/document"
	"sayso/extract/source"
)

// legend is the marks that the annotated text shows, with their styles; of several on one word the later in this list
// is shown.
var legend = []struct{ kind, style string }{
	{"quote", bold},
	{"speaker", underline},
	{"cue", dim},
	{"organization", "\x1b[35m"},
	{"location", "\x1b[36m"},
	{"misc", "\x1b[34m"},
	{"person", "\x1b[33m"},
	{"date", "\x1b[94m"},
	{"conversion", "\x1b[32m"},
	{"money", "\x1b[32m"},
}

// An annotated view writes articles whole, with their annotations in colour; without colour, in brackets with their
// ids, which are those of the record.
type annotated struct {
	unended
	out   io.Writer
	term  Terminal
	begun bool
}

func newAnnotated(w io.Writer, t Terminal) Writer {
	return &annotated{out: w, term: t.fitted()}
}

// Write writes one article; an empty line stands between two.
func (a *annotated) Write(d *document.Document) error {
	p := newPage(a.term, d)
	if a.begun {
		p.b.WriteByte('\n')
	}
	a.begun = true
	p.head(cmp.Or(clean(text(d.Title)), clean(source.Name(d.Source)))) // its headline is in the text
	p.legend()
	p.b.WriteByte('\n')
	p.article()
	for _, w := range d.Warnings {
		p.paragraph("label-note", w)
	}
	_, err := a.out.Write(p.b.Bytes())
	return err
}

// legend says what the colours mean that the article has.
func (p *page) legend() {
	if !p.term.Colour {
		return
	}
	has := map[string]bool{}
	for _, m := range marks(p.doc) {
		has[m.kind] = true
	}
	var parts []string
	for _, l := range legend {
		if label := p.words["mark-"+l.kind]; label != "" && has[l.kind] {
			parts = append(parts, p.style(l.style, label))
		}
	}
	fmt.Fprintln(&p.b, strings.Join(parts, " "))
}

// article is the text in lines no wider than the terminal.
func (p *page) article() {
	f := flow{page: p}
	for _, s := range segments(len(p.text), marks(p.doc)) {
		style := ""
		for _, l := range legend {
			for _, m := range s.marks {
				if m.kind == l.kind {
					style = combined(style, l.style, l.kind)
				}
			}
		}
		f.add(p.opened(s), "")
		for _, r := range p.text[s.start:s.end] {
			f.rune(r, style)
		}
		f.add(p.closed(s), "")
	}
	f.flush()
	f.line()
}

// combined is a style with one more: a colour takes the place of another, while weight and underline stay.
func combined(style, more, kind string) string {
	switch kind {
	case "quote", "speaker", "cue":
		return style + more
	}
	keep := ""
	for _, s := range []string{bold, underline} {
		if strings.Contains(style, s) {
			keep += s
		}
	}
	return keep + more
}

// underline is the style of the words that name a speaker.
const underline = "\x1b[4m"

// opened and closed are the brackets of the marks that begin and end with a segment, where there is no colour. The
// words round a quotation are left plain: its id stands at the quotation.
func (p *page) opened(s segment) string {
	return p.brackets(s.marks, func(m mark) string {
		if m.start == s.start {
			return "["
		}
		return ""
	})
}

func (p *page) closed(s segment) string {
	inner := slices.Clone(s.marks)
	slices.Reverse(inner) // what opened last closes first
	return p.brackets(inner, func(m mark) string {
		if m.end == s.end {
			return " " + m.id + "]"
		}
		return ""
	})
}

func (p *page) brackets(all []mark, of func(mark) string) string {
	if p.term.Colour {
		return ""
	}
	var b strings.Builder
	for _, m := range all {
		if m.kind != "speaker" && m.kind != "cue" {
			b.WriteString(of(m))
		}
	}
	return b.String()
}

// A flow breaks styled text into lines, word by word.
type flow struct {
	*page
	word  strings.Builder // with its styles
	width int             // columns of the word
	used  int             // columns of the line under way
	style string          // that the word is in
	gap   bool            // a space is due before the word
	ends  int             // line ends since the last word
}

// add appends a text to the word under way.
func (f *flow) add(s, style string) {
	for _, r := range s {
		f.rune(r, style)
	}
}

// rune takes in one code point of the text.
func (f *flow) rune(r rune, style string) {
	if r == '\n' {
		f.flush()
		f.ends++
		return
	}
	if unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' {
		f.flush()
		f.gap = true
		return
	}
	shown := clean(string(r))
	if shown == "" {
		return
	}
	if f.term.Colour && style != f.style {
		f.word.WriteString(ended(f.style) + style)
		f.style = style
	}
	f.word.WriteString(shown)
	f.width += columnsOf(shown)
}

// ended is what ends a style.
func ended(style string) string {
	if style == "" {
		return ""
	}
	return plain
}

// flush puts the word under way on the line, or on the next one.
func (f *flow) flush() {
	if f.word.Len() == 0 {
		return
	}
	switch {
	case f.ends > 0 && f.used > 0:
		f.line()
		if f.ends > 1 {
			f.b.WriteByte('\n')
		}
	case f.used > 0 && f.gap && f.used+1+f.width > f.term.Width:
		f.line()
	case f.used > 0 && f.gap:
		f.b.WriteByte(' ')
		f.used++
	}
	f.b.WriteString(f.word.String() + ended(f.style))
	f.used += f.width
	f.word.Reset()
	f.width, f.style, f.gap, f.ends = 0, "", false, 0
}

// line ends the line under way.
func (f *flow) line() {
	if f.used > 0 {
		f.b.WriteByte('\n')
	}
	f.used = 0
}
