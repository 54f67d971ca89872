package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/rules/token"
)

// head is the mention that names the head of a noun phrase, or nil: « le ministre Paul Roux », not « le maire de Lyon ».
func (r *reading) head(at token.Range) *entities.Mention {
	var head *entities.Mention
	all := r.named.From(at.Start)
	for i := range all {
		m := &all[i]
		if m.At.Start >= at.End {
			break
		}
		if r.possesses(m, at) {
			head = nil // what stands before it tells of the owner: Leeds mayor Anna Berg's office
			continue
		}
		if m.Kind == value.TypeMisc || r.governed(m, at) {
			continue
		}
		if head == nil || m.Kind == value.TypePerson && m.At.End == at.End && head.Kind != value.TypePerson {
			head = m
		}
	}
	return head
}

// joined reports whether a noun phrase is two names: both of them speak.
func (r *reading) joined(at token.Range) bool {
	n := 0
	all := r.named.From(at.Start)
	for i := range all {
		m := &all[i]
		if m.At.Start >= at.End {
			break
		}
		if speaks(m.Kind) && !r.governed(m, at) {
			n++
			if n > 1 && r.Listed(m.At.Start-1, "conjunction") {
				return true
			}
		}
	}
	return false
}

// governed reports whether a name in a noun phrase is not its head: it stands after a preposition, or owns what follows.
func (r *reading) governed(m *entities.Mention, at token.Range) bool {
	if next := m.At.End; next < at.End && (m.Kind != value.TypePerson || r.headLast() && r.belongs(at, next)) {
		if r.Is(next, "-") && r.Text.Tokens[next].Glued || r.headLast() && r.Text.Tokens[next].Kind == token.Word && !r.Capitalised(next) && !r.Listed(next, "oblique", "common") {
			return true
		}
	}
	if r.possesses(m, at) || r.hosts(m, at) {
		return true
	}
	if before := m.At.Start - 1; m.Kind == value.TypePerson && before > at.Start && !r.Text.Tokens[m.At.Start].Glued && r.FunctionWord(before) && r.Text.Tokens[before].Kind == token.Word && !r.Listed(before, "conjunction") {
		return true // the signatories of the letter to the king
	}
	for i := m.At.Start - 1; i >= at.Start; i-- {
		switch {
		case r.named.At(token.Range{Start: i, End: i + 1}) != nil:
			return false
		case r.Listed(i, "oblique"):
			return m.Kind != value.TypePerson || m.At.Start-i <= 1 || r.title(m.At.Start-1)
		case m.Kind != value.TypePerson && i > at.Start && r.Listed(i, "agent") && r.endsAsParticiple(i-1):
			return true // people interviewed by the agency
		}
	}
	return false
}

// endsAsParticiple reports whether the word at a token has an ending of participles.
func (r *reading) endsAsParticiple(i int) bool {
	w := r.Text.Word(i)
	for n := min(len(w)-2, maxParticiple); n > 0; n-- {
		if _, ok := r.Lookup("participle-ending", w[len(w)-n:]); ok {
			return true
		}
	}
	return false
}

// maxParticiple is the most bytes of an ending of participles.
const maxParticiple = 6

// belongs reports whether a noun phrase ends with a noun of those who speak behind a person's name: the Berg campaign's officials are not Berg.
func (r *reading) belongs(at token.Range, next int) bool {
	return r.Text.Tokens[next].Kind == token.Word && !r.Capitalised(next) && r.noun(token.Range{Start: next, End: at.End}) != ""
}

// possesses reports whether a name in a noun phrase owns what follows.
func (r *reading) possesses(m *entities.Mention, at token.Range) bool {
	return m.At.End < at.End && r.Listed(m.At.End, "owning")
}

// hosts reports whether a name in a noun phrase is where a text stands that is somebody's: « la page Facebook du musicien ».
func (r *reading) hosts(m *entities.Mention, at token.Range) bool {
	return m.Kind != value.TypePerson && m.At.Start > at.Start && m.At.End < at.End && r.Listed(m.At.Start-1, "host-noun") && r.Listed(m.At.End, "oblique")
}

// appositive is the person whose name is set beside a noun phrase, or nil: "the mayor, Anna Berg".
func (r *reading) appositive(p clause.Phrase) *entities.Mention {
	if p.Apposed.Len() == 0 || r.setsApart(p.Apposed.Start) {
		return nil
	}
	who := r.named.At(p.Apposed)
	if who == nil || who.Kind != value.TypePerson || who.At.Start > p.Apposed.Start+maxTitle || r.oblique(who) || r.governed(who, p.Apposed) || r.indefinite(p.Apposed) || r.several(p.Tokens) {
		return nil // somebody else is told of, or one of many
	}
	return who
}

// several reports whether the first word of a noun phrase tells that it means more than one.
func (r *reading) several(at token.Range) bool {
	g := r.genderOf(at)
	return g == "p" || g == "mp" || g == "fp"
}

// setsApart reports whether a word behind a comma begins something else than an apposition: a clause, an example.
func (r *reading) setsApart(i int) bool { return r.Listed(i, "relative", "as", "likening", "oblique") }

// maxTitle is how many tokens stand at most before a name that is set beside a noun.
const maxTitle = 5

// pronoun is the gender of a pronoun that a range is, or empty.
func (r *reading) pronoun(at token.Range) string {
	if at.Len() != 1 {
		return ""
	}
	for _, list := range []string{"pronoun", "tonic", "his-hers"} {
		if gender, ok := r.Lookup(list, r.Text.Word(at.Start)); ok {
			return gender
		}
	}
	return ""
}

// indefinite reports whether a noun phrase brings in somebody whom the text has not named.
func (r *reading) indefinite(at token.Range) bool {
	return r.Listed(at.Start, "indefinite-determiner", "indefinite")
}

// noun is what the head of a noun phrase can refer to, as lists know it, or empty: the first noun that they know, or the last
// one where nouns stand before what they tell of, as the officer does in "police officer".
func (r *reading) noun(at token.Range) string {
	head := ""
	for i := at.Start; i < at.End && (i == at.Start || !r.Listed(i, "oblique")); i++ {
		if class := r.classOf(i); class != "" {
			head = class
		}
		if head != "" && !r.headLast() {
			break
		}
	}
	return head
}

// plural reports whether the noun of a phrase tells by its form that it means several, where articles do not tell it: the last
// word before what belongs to it, which no name holds.
func (r *reading) plural(at token.Range) bool {
	noun := at.Start
	for noun+1 < at.End && r.Text.Tokens[noun+1].Kind == token.Word && !r.Listed(noun+1, "oblique") {
		noun++
	}
	if r.Text.Tokens[noun].Kind != token.Word || r.Capitalised(noun) || r.named.At(token.Range{Start: noun, End: noun + 1}) != nil {
		return false
	}
	w := r.Text.Word(noun)
	for n := min(maxEnding, len(w)-2); n > 0; n-- {
		if number, ok := r.Lookup("noun-ending", w[len(w)-n:]); ok {
			return number == "p"
		}
	}
	return false
}

// maxEnding is the most bytes of an ending that tells the number of a noun.
const maxEnding = 2

// headLast reports whether names and nouns stand before what belongs to them in the language.
func (r *reading) headLast() bool {
	_, last := r.Lookup("owning", "'s")
	return last
}

// canSpeak reports whether a noun phrase is somebody who can speak, for all that the lists know.
func (r *reading) canSpeak(at token.Range) bool {
	if r.pronoun(at) != "" || r.isLatter(at) != "" {
		return true
	}
	for i := at.Start; i < at.End; i++ {
		m := r.named.At(token.Range{Start: i, End: i + 1})
		switch {
		case m != nil && speaks(m.Kind):
			return true
		case m == nil && i > at.Start && r.Listed(i, "oblique"):
			return false
		case r.title(i) || r.Listed(i, "speaker-nouns", "people", "document", "source-noun", "text-noun"):
			return true
		}
	}
	return false
}
