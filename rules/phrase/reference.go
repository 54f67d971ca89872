package phrase

import "unicode"

// reference reads <name>, <field:name> or <!name>.
func (p *parser) reference() *Node {
	n := &Node{Op: Ref, Pos: p.pos}
	p.pos++
	n.Not = p.eat('!')
	n.Name = p.name()
	if colon := p.pos; p.eat(':') {
		if n.Not {
			p.fail(colon, "<!name> captures nothing", "leave the field out")
			return nil
		}
		n.Field, n.Named = n.Name, true
		n.Name = p.name()
	} else if !n.Not {
		n.Field = n.Name
	}
	if p.err == nil && !p.eat('>') {
		p.fail(p.pos, "missing >", "")
	}
	if p.form && (n.Not || n.Named) {
		p.fail(n.Pos, "a form of a list takes the forms of another as they are", "write <list> or <list.feature>")
	}
	return n
}

// name reads letters, digits, "-" and "_", with a "." before each feature of a list; whether something is called that is not the parser's business.
func (p *parser) name() string {
	start := p.pos
	for !p.end() && inName(p.peek()) {
		p.pos++
	}
	if p.err == nil && p.pos == start {
		p.fail(start, "expected a name", `write \< for the sign itself`)
		return ""
	}
	return string(p.text[min(start, p.pos):p.pos])
}

func inName(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '-' || r == '_' || r == '.'
}
