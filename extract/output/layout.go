package output

import (
	"fmt"
	"strings"
)

// The layout: a label, then the annotation, then what it means.
const (
	textColumn = 32 // columns of the annotation where its meaning stands beside it
	narrowest  = 40
	usual      = 80
)

// The styles of a terminal.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	italic = "\x1b[3m"
	blue   = "\x1b[34m"
	plain  = "\x1b[0m"
)

// fitted is the terminal with a width that text can be laid out in.
func (t Terminal) fitted() Terminal {
	if t.Width < narrowest {
		t.Width = usual
	}
	return t
}

func (p *page) style(code, s string) string {
	if !p.term.Colour || s == "" {
		return s
	}
	return code + s + plain
}

// each is a text with every word of it in a style, so that lines may break between them.
func (p *page) each(code, s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = p.style(code, w)
	}
	return strings.Join(words, " ")
}

// indent is the columns before the annotation: the longest label's and the space round it.
func (p *page) indent() int {
	longest := 0
	for key, word := range p.words {
		if strings.HasPrefix(key, "label-") {
			longest = max(longest, columnsOf(word))
		}
	}
	return longest + 4
}

// margin is the label of that key, or as much space. A type that a pack makes is its own label.
func (p *page) margin(key string) string {
	label := p.words[key]
	if label == "" {
		label = strings.ToUpper(strings.TrimPrefix(key, "label-"))
	}
	return "  " + p.style(blue, pad(label, p.indent()-4)) + "  "
}

// row is an annotation with its meaning beside it, or below where there is no room.
func (p *page) row(label, s string, notes ...string) {
	indent := p.indent()
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
		p.notesBelow(notes)
		return
	}
	p.notesBeside(label, lines[last], notes)
}

// notesBeside is a line and its notes, in two columns.
func (p *page) notesBeside(label, line string, notes []string) {
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

// notesBelow is notes on lines of their own.
func (p *page) notesBelow(notes []string) {
	for _, n := range notes {
		if n == "" {
			continue
		}
		for _, line := range wrap(clean(n), p.term.Width-p.indent()-2) {
			fmt.Fprintln(&p.b, p.margin("")+"  "+p.style(dim, line))
		}
	}
}

// paragraph is a text that takes the whole width.
func (p *page) paragraph(label, s string) { p.lines(label, clean(s)) }

// lines is a text that is clean, with its styles.
func (p *page) lines(label, s string) {
	for _, line := range wrap(s, p.term.Width-p.indent()) {
		fmt.Fprintln(&p.b, p.margin(label)+line)
		label = ""
	}
}
