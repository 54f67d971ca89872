package output

import (
	"fmt"
	"strings"

	"sayso/extract/document"
)

// quote is the speaker and the verb, and below them the words.
func (p *page) quote(q document.Quote) {
	said := clean(p.speaker(q))
	if q.Cue != nil && q.Speaker != nil {
		said += " · " + p.each(italic, clean(q.Cue.Text))
	}
	p.lines("label-quote", said+bracketed(join([]string{p.words.note(q.Stance), p.inHeadline(q.Start)}, ", ")))
	p.paragraph("", p.quoted(q))
}

// speaker is the name of who said it, with the first role that the article gives.
func (p *page) speaker(q document.Quote) string {
	s := q.Speaker
	if s == nil || s.Name == "" {
		return "(" + p.words["nobody"] + ")"
	}
	if e := p.index.entity(s.Entity); e != nil && len(e.Roles) > 0 {
		return s.Name + ", " + e.Roles[0].Text
	}
	return s.Name
}

// pairs are the quotation marks that open, with those that close.
var pairs = map[rune]string{'«': "»", '“': "”", '„': "“”", '‘': "’", '‹': "›", '"': "\"", '”': "”", '»': "«"}

// quoted is the words of a statement in the quotation marks that the text has round them, without any where it has none.
func (p *page) quoted(q document.Quote) string {
	said := q.Said()
	if len(q.Content) == 0 {
		return said
	}
	open, before := p.beside(q.Content[0].Start, -1)
	end, after := p.beside(q.Content[len(q.Content)-1].End-1, 1)
	switch closing := pairs[open]; {
	case closing != "" && strings.ContainsRune(closing, end):
		return string(open) + before + said + after + string(end)
	case q.Kind == "direct" && text(p.doc.Language.Code) == "fr":
		return "«\u00a0" + said + "\u00a0»"
	case q.Kind == "direct":
		return "“" + said + "”"
	}
	return said
}

// beside is the character of the text that stands next to a place, in the direction of step, and a no-break space between them: full
// stops and commas before a closing mark are passed over.
func (p *page) beside(at, step int) (r rune, space string) {
	for i := at + step; i >= 0 && i < len(p.text); i += step {
		switch r := p.text[i]; {
		case r == ' ' || r == '\u00a0' || r == '\u202f':
			space = "\u00a0"
		case step > 0 && strings.ContainsRune(".,!?…", r):
		default:
			return r, space
		}
	}
	return 0, ""
}

// claims are what the article claims, and the meaning of the sign of what can be checked.
func (p *page) claims() {
	signed := false
	for _, c := range p.doc.Claims {
		signed = signed || c.Checkable
		p.paragraph("label-claim", checked(c)+p.claimant(c)+p.index.proposition(c)+bracketed(join([]string{p.words.claim(c), p.inHeadline(c.Start)}, ", ")))
	}
	if signed {
		fmt.Fprintln(&p.b, p.margin("")+p.style(dim, p.words["check-sign"]))
	}
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
	name := p.index.nameOf(c.Speaker)
	if c.By != nil {
		name = c.By.Name
	}
	if name == "" {
		return ""
	}
	return name + " " + p.words[c.Stance] + ": "
}

// proposition is what is claimed; the parts of an interrupted statement are told apart.
func (x index) proposition(c document.Claim) string {
	if c.Quote == nil || x.quotes[*c.Quote] == nil {
		return c.Proposition
	}
	if said := x.quotes[*c.Quote].Said(); strings.ReplaceAll(said, " … ", " ") == c.Proposition {
		return said
	}
	return c.Proposition
}

// bracketed is a note behind a text, or nothing.
func bracketed(note string) string {
	if note == "" {
		return ""
	}
	return " [" + note + "]"
}
