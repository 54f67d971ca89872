package rules

import (
	"slices"
	"strings"
)

// Variants are the examples, of one sentence each, that an example stands for. Where its text has groups of alternatives,
// (a | b | c), the first variant has the first of each; each other alternative stands in a variant more, beside the first
// ones of the other groups. An alternative may be empty. A group in what is expected goes with the group of the text that
// is the same, or else with the first of as many alternatives.
func (e Example) Variants() []Example {
	pieces := groups(e.Text)
	all := []Example{e.variant(pieces, -1, 0)}
	for i, alternatives := range pieces {
		for k := 1; k < len(alternatives); k++ {
			all = append(all, e.variant(pieces, i, k))
		}
	}
	return all
}

// variant is the example with another alternative than the first of one piece of its text.
func (e Example) variant(pieces [][]string, piece, other int) Example {
	e.Text = assembled(pieces, piece, other)
	want := make([]Expectation, len(e.Want))
	for i, w := range e.Want {
		for _, p := range w {
			parts := groups(p.Value)
			at := slices.IndexFunc(parts, func(group []string) bool { return len(group) > 1 && goesWith(group, pieces) == piece })
			p.Value = assembled(parts, at, other)
			want[i] = append(want[i], p)
		}
	}
	e.Want = want
	return e
}

// goesWith is which piece of the text a group of what is expected goes with, or -1.
func goesWith(group []string, pieces [][]string) int {
	if same := slices.IndexFunc(pieces, func(other []string) bool { return slices.Equal(group, other) }); same >= 0 {
		return same
	}
	return slices.IndexFunc(pieces, func(other []string) bool { return len(group) == len(other) })
}

// groups cuts a text into what stands in it as it is, each a piece with one alternative, and groups. Brackets without a bar
// are the text's own.
func groups(text string) [][]string {
	var pieces [][]string
	from := 0
	for open, r := range text {
		if r != '(' || open < from {
			continue
		}
		inside, _, closed := strings.Cut(text[open+1:], ")")
		if !closed || !strings.Contains(inside, "|") || strings.Contains(inside, "(") {
			continue
		}
		alternatives := strings.Split(inside, "|")
		for i, s := range alternatives {
			alternatives[i] = strings.TrimSpace(s)
		}
		pieces = append(pieces, []string{text[from:open]}, alternatives)
		from = open + len(inside) + len("()")
	}
	return append(pieces, []string{text[from:]})
}

// assembled is the text with the first alternative of each piece, and of one piece another. No two spaces meet where an
// alternative is empty, and none begins the text.
func assembled(pieces [][]string, piece, other int) string {
	text := ""
	for i, alternatives := range pieces {
		s := alternatives[0]
		if i == piece {
			s = alternatives[other]
		}
		if text == "" && i > 0 || strings.HasSuffix(text, " ") {
			s = strings.TrimPrefix(s, " ")
		}
		text += s
	}
	return text
}
