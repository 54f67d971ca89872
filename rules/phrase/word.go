package phrase

import (
	"strings"
	"unicode"
)

// word reads a word and the endings glued to it: claim(s|ed) is the bare word or the word with one of them, and
// brother(s)-in-law(s) has endings twice.
func (p *parser) word() *Node {
	start := p.pos
	spellings := []string{p.letters()}
	for p.err == nil && p.peek() == '(' && takesEndings(spellings[0]) {
		endings := p.endings()
		tail := p.letters()
		spellings = spell(spellings, endings, tail)
		if len(spellings) > maxSpelling {
			p.fail(start, "a word with too many spellings", "write them one by one")
		}
	}
	if len(spellings) == 1 {
		return &Node{Op: Word, Pos: start, Text: spellings[0]}
	}
	n := &Node{Op: Alt, Pos: start}
	for _, text := range spellings {
		n.Kids = append(n.Kids, &Node{Op: Word, Pos: start, Text: text})
	}
	return n
}

// takesEndings reports whether a bracket glued to the word opens endings: not after a mark (",(a | b)") and not
// after an apostrophe ("o'(a | b)"), where it opens a group.
func takesEndings(word string) bool {
	return strings.IndexFunc(word, unicode.IsLetter) >= 0 && !strings.HasSuffix(word, "'") && !strings.HasSuffix(word, "’")
}

// spell is every stem with every ending and the tail; the bare stem comes first, none comes twice.
func spell(stems, endings []string, tail string) []string {
	var all []string
	seen := map[string]bool{}
	for _, stem := range stems {
		for _, ending := range append([]string{""}, endings...) {
			if s := stem + ending + tail; !seen[s] {
				seen[s] = true
				all = append(all, s)
			}
		}
	}
	return all
}

// letters reads the runes of a word and resolves its escapes; it may be empty.
func (p *parser) letters() string {
	var b strings.Builder
	for !p.end() && inWord(p.peek()) {
		if p.eat('\\') && p.end() {
			p.fail(p.pos-1, `nothing after \`, `write \\ for the mark itself`)
			break
		}
		b.WriteRune(p.peek())
		p.pos++
	}
	return b.String()
}

// endings reads "(" ending { "|" ending } ")"; an ending may be empty.
func (p *parser) endings() []string {
	p.pos++
	var all []string
	for {
		p.space()
		all = append(all, p.letters())
		p.space()
		switch {
		case p.err != nil || p.eat(')'):
			return all
		case p.eat('|'):
		case p.end():
			p.fail(p.pos, "missing )", "")
		default:
			p.fail(p.pos, "an ending is a part of one word", "put a space before ( to start a group")
		}
	}
}
