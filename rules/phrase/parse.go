package phrase

import (
	"strings"
	"unicode"
)

const (
	maxLength   = 16000 // code points in a phrase
	maxDepth    = 40    // groups inside groups
	maxSpelling = 64    // spellings that the endings of one word may give
)

// syntax holds the marks that mean something in a phrase; a backslash makes each of them a word.
const syntax = `()|<>?*+{}`

// Parse reads a phrase: words, references, groups, repeats and gaps. Its error is an *Error.
func Parse(text string) (*Node, error) { return parse(text, false) }

// ParseForm reads one form of a list: a phrase without gaps, whose references take the forms of other lists as they are.
// Its error is an *Error.
func ParseForm(text string) (*Node, error) { return parse(text, true) }

func parse(text string, form bool) (*Node, error) {
	p := parser{text: []rune(text), form: form}
	if len(p.text) > maxLength {
		return nil, &Error{Pos: maxLength, Msg: "phrase is too long", Hint: "split it into named phrases"}
	}
	n := p.alternatives("phrase")
	if p.err == nil && !p.end() {
		p.fail(p.pos, "unexpected )", `write \) for the mark itself`)
	}
	if p.err == nil && n.Weight(nil) >= MaxWeight {
		p.fail(0, "phrase is too large", "repeat less, or skip fewer words")
	}
	if p.err != nil {
		return nil, p.err
	}
	return n, nil
}

// A parser reads one phrase. After the first error it reads nothing more and its nodes mean nothing.
type parser struct {
	text  []rune
	pos   int
	depth int
	form  bool // gaps, and references that are more than a name, are mistakes
	err   *Error
}

// fail keeps the first error and moves to the end, so that every loop stops.
func (p *parser) fail(pos int, msg, hint string) {
	if p.err == nil {
		p.err = &Error{Pos: pos, Msg: msg, Hint: hint}
	}
	p.pos = len(p.text)
}

func (p *parser) end() bool { return p.pos >= len(p.text) }

// peek is the rune at the place of reading, or 0 at the end.
func (p *parser) peek() rune {
	if p.end() {
		return 0
	}
	return p.text[p.pos]
}

// eat reads r if it is next.
func (p *parser) eat(r rune) bool {
	if p.end() || p.text[p.pos] != r {
		return false
	}
	p.pos++
	return true
}

func (p *parser) space() {
	for !p.end() && unicode.IsSpace(p.peek()) {
		p.pos++
	}
}

// alternatives reads seq { "|" seq }; what names the whole in the message when it is empty.
func (p *parser) alternatives(what string) *Node {
	p.space()
	start := p.pos
	kids := []*Node{}
	for {
		p.space()
		at := p.pos
		kid := p.sequence()
		if p.err != nil {
			return nil
		}
		if kid == nil {
			p.empty(at, what, len(kids) > 0 || p.peek() == '|')
			return nil
		}
		kids = append(kids, kid)
		if !p.eat('|') {
			return join(Alt, start, kids)
		}
	}
}

func (p *parser) empty(at int, what string, alternative bool) {
	if alternative {
		p.fail(at, "empty alternative", "write (a | b)? for something that may be missing")
		return
	}
	p.fail(at, "empty "+what, "")
}

// sequence reads items up to "|", ")" or the end; nil where there are none.
func (p *parser) sequence() *Node {
	start := p.pos
	kids := []*Node{}
	for p.space(); !p.end() && p.peek() != '|' && p.peek() != ')'; p.space() {
		kids = append(kids, p.item())
	}
	if len(kids) == 0 {
		return nil
	}
	return join(Seq, start, kids)
}

// join is the only kid, or a node of them.
func join(op Op, pos int, kids []*Node) *Node {
	if len(kids) == 1 {
		return kids[0]
	}
	return &Node{Op: op, Pos: pos, Kids: kids}
}

// item reads an atom and its repeat.
func (p *parser) item() *Node {
	start := p.pos
	atom := p.atom()
	if p.err != nil || atom.Op == Gap {
		return atom
	}
	low, high, ok := p.repeat()
	if !ok {
		return atom
	}
	if strings.ContainsRune("?*+{", p.peek()) {
		p.fail(p.pos, "a repeat of a repeat", "put the first in a group, or write \\"+string(p.peek())+" for the mark itself")
	}
	return &Node{Op: Repeat, Pos: start, Kids: []*Node{atom}, Min: low, Max: high}
}

func (p *parser) atom() *Node {
	switch r := p.peek(); r {
	case '(':
		return p.group()
	case '<':
		return p.reference()
	case '?', '*', '+', '{':
		p.fail(p.pos, "nothing to repeat before "+string(r), `join it to what it repeats, or write \`+string(r)+" for the mark itself")
		return nil
	case '>', '}':
		p.fail(p.pos, "unexpected "+string(r), `write \`+string(r)+" for the mark itself")
		return nil
	}
	if p.atGap() {
		return p.gap()
	}
	return p.word()
}

func (p *parser) group() *Node {
	open := p.pos
	p.pos++
	p.depth++
	if p.depth > maxDepth {
		p.fail(open, "groups are nested too deeply", "name a part under phrases")
		return nil
	}
	inner := p.alternatives("group")
	p.depth--
	if p.err == nil && !p.eat(')') {
		p.fail(p.pos, "missing )", "")
	}
	return inner
}

// repeat reads ?, *, + or {m,n}, if one is next.
func (p *parser) repeat() (low, high int, ok bool) {
	switch {
	case p.eat('?'):
		return 0, 1, true
	case p.eat('*'):
		return 0, MaxRepeat, true
	case p.eat('+'):
		return 1, MaxRepeat, true
	case p.peek() == '{':
		low, high = p.counts()
		return low, high, true
	}
	return 0, 0, false
}

// counts reads {n} or {m,n}.
func (p *parser) counts() (low, high int) {
	start := p.pos
	p.pos++
	low = p.number()
	high = low
	if p.eat(',') {
		high = p.number()
	}
	switch {
	case p.err != nil:
	case !p.eat('}'):
		p.fail(p.pos, "missing }", "")
	case high == 0 || low > high:
		p.fail(start, "a repeat that can never hold", "write {least,most}")
	}
	return low, high
}

// number reads a count between spaces.
func (p *parser) number() int {
	p.space()
	start, n := p.pos, 0
	for ; p.peek() >= '0' && p.peek() <= '9' && n <= MaxCount; p.pos++ {
		n = n*10 + int(p.peek()-'0')
	}
	switch {
	case p.pos == start:
		p.fail(start, "expected a number", "write {least,most}")
	case n > MaxCount:
		p.fail(start, "a count is at most 64", "")
	}
	p.space()
	return n
}

// atGap reports whether "..." stands here as a word of its own.
func (p *parser) atGap() bool {
	if p.pos+3 > len(p.text) || string(p.text[p.pos:p.pos+3]) != "..." {
		return false
	}
	return p.pos+3 == len(p.text) || !inWord(p.text[p.pos+3])
}

func (p *parser) gap() *Node {
	n := &Node{Op: Gap, Pos: p.pos, Max: MaxGap}
	p.pos += 3
	if p.form {
		p.fail(n.Pos, "a form of a list cannot skip words", `write \... for the mark itself`)
		return nil
	}
	switch at := p.pos; p.peek() {
	case '?', '*', '+':
		p.fail(at, "a gap cannot be repeated", "... may skip nothing already; write ...{n} for up to n words")
	case '{':
		low, high := p.counts()
		if p.err == nil && low != high {
			p.fail(at, "a gap has one number", "write ...{n} for up to n words")
		}
		n.Max = high
	}
	return n
}

// inWord reports whether r belongs to a word when it is not escaped.
func inWord(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune(syntax, r) }
