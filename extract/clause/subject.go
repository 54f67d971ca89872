package clause

import "sayso/rules/token"

// maxPhrase is how many tokens a noun phrase has at most.
const maxPhrase = 30

// Left is the noun phrase before a token, back to a first token at most: the subject of the verb that stands there. Adverbs,
// brackets and what stands between two commas or dashes is gone over.
func (r *Reader) Left(i, floor int) (Phrase, bool) {
	var p Phrase
	end := r.back(i, floor)
	for end > floor {
		open := -1
		switch {
		case r.Is(end-1, ")", "]"):
			if open = r.opening(end-1, floor); open <= floor {
				return p, false
			}
		case r.Is(end-1, ",", "–", "—"):
			if rel := r.interrupted(end-1, floor); rel > floor {
				return r.antecedent(rel, floor)
			}
			if open = r.islandStart(end-1, floor); open < 0 {
				return p, false
			}
			p.Apposed = token.Range{Start: open + 1, End: end - 1}
		}
		if open < 0 {
			break
		}
		end = r.back(open, floor)
	}
	if end > floor && r.does(end-1, rel) {
		return r.antecedent(end-1, floor)
	}
	if end > floor && r.only(end-1, and|sub|that) {
		return p, false
	}
	p.Tokens = r.phraseBefore(end, floor)
	if p.Tokens.Len() == 0 {
		p.Tokens = r.beforeParticiple(end, floor)
	}
	if s := p.Tokens.Start; p.Tokens.Len() > 1 && s > floor+1 && r.only(s-1, rel) && r.Open(s) {
		return r.antecedent(s-1, floor) // others who oppose the plan say
	}
	if r.headed(p.Tokens) && !r.object(p.Tokens.Start, floor) {
		return p, true
	}
	if head := r.behindRelative(end, floor); head.Len() > 0 {
		return Phrase{Tokens: head}, true
	}
	return p, false
}

// behindRelative is the noun phrase of which a clause tells that ends before a token, or empty: "a man who had seen the fire said".
func (r *Reader) behindRelative(end, floor int) token.Range {
	verb := false
	for i := end - 1; i > floor+1 && i > end-maxIsland; i-- {
		switch {
		case r.finite(i):
			if verb && !r.finite(i+1) {
				return token.Range{}
			}
			verb, i = true, r.Verb(i).Tokens.Start
		case r.stops(i) || r.quotation(i) != nil:
			return token.Range{}
		case r.does(i, rel):
			head := r.phraseBefore(i, floor)
			if !verb || head.Len() == 0 || !r.Open(i-1) && !r.named(i-1) || r.Verb(i-1) != nil || !r.does(head.Start, det) && !r.named(head.Start) || !r.begins(head.Start, floor) {
				return token.Range{}
			}
			return head
		}
	}
	return token.Range{}
}

// Below reports whether a word right before a token begins a clause within another.
func (r *Reader) Below(i, floor int) bool {
	return i > floor && r.does(i-1, rel|that|sub) && !r.does(i-1, det|prep|adv|pron)
}

// Opens reports whether a clause within another opens the sentence of a token: a word begins it there, or one before it does.
func (r *Reader) Opens(i int) bool {
	start := r.text.Sentences[r.text.Tokens[i].Sentence].Start
	return i-start <= 3 && r.Below(i, start)
}

// headed reports whether a noun phrase has a noun, a name, a pronoun or a figure: an article alone is none.
func (r *Reader) headed(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if r.named(i) || r.quotation(i) != nil || r.does(i, pron) || r.word(i) && !r.isAside(i) && r.uses(i) == known || r.only(i, det) && at.Len() > 1 && i == at.End-1 {
			return true
		}
	}
	return false
}

// beforeParticiple is the noun phrase that a participle and what a preposition begins stand behind: "a report released by the
// town said".
func (r *Reader) beforeParticiple(end, floor int) token.Range {
	i := end - 1
	for i > floor && end-i < maxCircumstance && r.Verb(i) == nil && r.quotation(i) == nil && (r.word(i) || r.Is(i, "-", "'", "’")) && !r.does(i, sub|rel|that) {
		i--
	}
	next := i + 1
	for next < end-1 && (r.isAside(next) || r.only(next, adv)) {
		next++
	}
	if i <= floor || end-i < 2 || r.Verb(i) == nil || r.Verb(i).Tokens.Len() > 1 || !r.only(next, prep) {
		return token.Range{}
	}
	if head := r.phraseBefore(i, floor); head.Len() > 0 && r.begins(head.Start, floor) && !r.does(head.End-1, pron) {
		return token.Range{Start: head.Start, End: end}
	}
	return token.Range{}
}

// Object reports whether a noun phrase that begins at a token stands right behind a verb.
func (r *Reader) Object(i, floor int) bool { return r.object(i, floor) }

// object reports whether a noun phrase stands right behind a verb, which it then belongs to.
func (r *Reader) object(i, floor int) bool {
	return i > floor && !r.does(i, pron) && r.finite(r.walk(i, floor)-1)
}

// antecedent is the noun phrase that a relative clause is about.
func (r *Reader) antecedent(i, floor int) (Phrase, bool) {
	if i-1 > floor && r.only(i-1, and) {
		for k := i - 2; k > floor; k-- {
			if r.only(k, rel) {
				return r.antecedent(k, floor) // officials who fled and who said
			}
		}
	}
	if r.Is(i-1, ",") {
		i--
	}
	if i <= floor || r.does(i, that) && !r.Is(i, ",") || r.only(i-1, prep|of) && !r.Is(i, ",") {
		return Phrase{}, false
	}
	end := i
	if r.Is(end-1, ")", "]") {
		end = max(floor, r.opening(end-1, floor))
	}
	p := Phrase{Tokens: r.phraseBefore(end, floor)}
	if p.Tokens.Len() == 0 {
		p.Tokens = r.governedBefore(end, floor)
	}
	if s := p.Tokens.Start; p.Tokens.Len() > 0 && s-1 > floor && r.Is(s-1, ",") {
		if head := r.phraseBefore(s-1, floor); head.Len() > 0 && r.begins(head.Start, floor) && !r.does(s, prep) {
			return Phrase{Tokens: head, Apposed: p.Tokens}, true
		}
	}
	return p, p.Tokens.Len() > 0
}

// governedBefore is the noun phrase that ends before a token and that a preposition governs, or empty.
func (r *Reader) governedBefore(end, floor int) token.Range {
	for i := end - 1; i >= floor && i > end-maxPhrase && r.Verb(i) == nil; i-- {
		if r.only(i, prep|of) && i+1 < end {
			return token.Range{Start: i + 1, End: end}
		}
	}
	return token.Range{}
}

// back goes back over what may stand between a subject and its verb.
func (r *Reader) back(i, floor int) int {
	for i > floor && (r.only(i-1, adv|neg|clitic|adv) || r.isAside(i-1) || r.spelt(i-1) && r.only(i-1, clitic|pron) && r.does(i-1, clitic) && i-2 >= floor && !r.Is(i-2, ",")) {
		i--
	}
	switch {
	case i > floor && r.isAside(i) && r.only(i-1, prep|of):
		i--
	case i > floor+1 && r.isAside(i) && r.Open(i-1) && r.only(i-2, prep): // no passado dia 2
		i -= 2
	}
	return i
}

// interrupted is the word that begins a clause about a noun and that what ends with the comma at a token parts from its verb,
// or -1: "who, on reaching the port, said".
func (r *Reader) interrupted(comma, floor int) int {
	for i := comma - 1; i > floor+1 && i > comma-maxIsland && r.Is(comma, ",") && r.quotation(i) == nil; i-- {
		if !r.Is(i, ",") {
			continue
		}
		if r.does(i-1, rel) && !r.Finite(token.Range{Start: i + 1, End: comma}) {
			return i - 1
		}
		break
	}
	return -1
}

// islandStart is the comma or dash that begins what the one at a token ends, where a noun phrase stands before it, or -1.
func (r *Reader) islandStart(end, floor int) int {
	for i := end - 1; i > floor && i > end-maxIsland; i-- {
		switch q := r.quotation(i); {
		case q != nil:
			i = q.Tokens.Start
		case r.Is(i, ")", "]"):
			i = max(r.opening(i, floor), floor)
		case r.mark(i) && r.text.Word(i) == r.text.Word(end):
			stop := i
			if r.Is(stop-1, ")", "]") {
				stop = max(r.opening(stop-1, floor), floor)
			}
			head := r.phraseBefore(stop, floor)
			if head.Len() == 0 || !r.begins(head.Start, floor) || !r.starts(head.Start) && head.Start > floor && !r.Is(head.Start-1, ",") && r.text.Tokens[head.Start].Kind != token.Number {
				continue
			}
			if r.does(i+1, rel) && r.Is(head.Start-1, ",") {
				continue // the name is set beside what stands before it
			}
			if r.only(i+1, rel) && r.Verb(end+1) != nil || !r.Finite(token.Range{Start: i + 1, End: end}) {
				return i // a clause about it has verbs of its own
			}
		}
	}
	return -1
}

// begins reports whether a clause may begin with the noun phrase at a token: it is in no apposition to another one.
func (r *Reader) begins(i, floor int) bool {
	if i <= floor {
		return true
	}
	if !r.Is(i-1, ",") {
		return !r.only(i-1, prep|of) && r.Verb(r.walk(i, floor)-1) == nil
	}
	start := i - 1
	for start > floor && !r.Is(start-1, ",", ";", ":", "–", "—") && r.quotation(start-1) == nil {
		start--
	}
	switch at := (token.Range{Start: start, End: i - 1}); {
	case at.Len() == 0, r.does(start, prep|sub|adv|and|of) && !r.does(start, det) && !r.named(start), r.isAside(start), r.quotation(start-1) != nil && !r.named(start):
		return true
	case r.Finite(at):
		return true
	case r.does(start, det) || r.named(start) || r.capital(start):
		return false
	}
	return true
}

// phraseBefore is the noun phrase that ends before a token, or empty.
func (r *Reader) phraseBefore(end, floor int) token.Range {
	at := r.trim(token.Range{Start: r.walk(end, floor), End: end})
	if at.Start-1 > floor && at.Len() > 1 && r.Is(at.Start-1, ",") && !r.starts(at.Start) && r.Open(at.Start) && r.holds(at, and) {
		if first := r.trim(token.Range{Start: r.walk(at.Start-1, floor), End: at.Start - 1}); first.Len() > 0 && r.does(first.Start, det) {
			return token.Range{Start: first.Start, End: end} // the food, tobacco and beer company
		}
	}
	return at
}

// holds reports whether a word of a range does one of some things.
func (r *Reader) holds(at token.Range, any uses) bool {
	for i := at.Start; i < at.End; i++ {
		if r.does(i, any) {
			return true
		}
	}
	return false
}

// walk goes back over the words before a token that a noun phrase, and what is told of place and time before it, may have.
func (r *Reader) walk(end, floor int) int {
	start := end
	for start > floor && end-start < maxPhrase {
		i := start - 1
		if q := r.quotation(i); q != nil {
			if q.Inner.Len() > maxNickname || q.Tokens.Start < floor {
				break
			}
			start = q.Tokens.Start
			continue
		}
		if r.named(i) {
			start = max(floor, r.parts.Names[r.name[i]-1].Start)
			continue
		}
		if open := r.opening(i, floor); r.Is(i, ")", "]") && open >= floor && open > i-maxNickname {
			start = open
			continue
		}
		if r.ends(i, end) {
			break
		}
		start--
		if r.only(i, pron) && !r.named(i) {
			break
		}
	}
	return start
}

// maxNickname is how many tokens a name in quotation marks or a bracket within a noun phrase has.
const maxNickname = 7

// ends reports whether the token before a noun phrase belongs to it no more.
func (r *Reader) ends(i, end int) bool {
	if v := r.Verb(i); v != nil && !r.isAside(i) {
		return i+1 != end || v.Tokens.Len() > 1 || v.Kind == "other" || v.Kind == "past" || v.Kind == "gerund" || r.Verb(end) == nil
	}
	if r.mark(i) && !r.does(i, of) {
		return !r.Is(i, "-", "'", "’", "&", "/", "%", "$", "€", "£", ".") || r.stopsAt(i) || r.Is(i, ".") && !r.text.Tokens[i].Glued || r.Is(i, ".") && r.text.Tokens[i].Sentence != r.text.Tokens[min(i+1, len(r.text.Tokens)-1)].Sentence
	}
	u := r.uses(i)
	switch {
	case u&(sub|rel|that) != 0 && u&(det|prep|adv) == 0, u&neg != 0, u&that != 0 && u&det != 0 && i+1 < end && r.does(i+1, det|pron):
		return true
	case u&pron != 0 && u&det == 0:
		return i+1 != end && !r.Is(i+1, "-") // celui-ci
	case u&clitic != 0:
		return true
	}
	return false
}

// stopsAt reports whether a full stop at a token ends what stands before it, though what follows begins in lower case: it stands behind
// a noun that is no abbreviation.
func (r *Reader) stopsAt(i int) bool {
	return r.Is(i, ".") && i > 0 && i+1 < len(r.text.Tokens) && !r.text.Tokens[i+1].Glued && r.Open(i-1) && len(r.text.Word(i-1)) > maxEnding
}

// trim takes off a noun phrase what stands before it: conjunctions, adverbs, what is told of time and place without a
// comma.
func (r *Reader) trim(at token.Range) token.Range {
	for at.Len() > 0 && (r.only(at.Start, and|adv|neg) || r.isAside(at.Start) || !r.word(at.Start) && r.quotation(at.Start) == nil) {
		at.Start++
	}
	if at.Len() == 0 {
		return at
	}
	if r.only(at.Start, of) {
		return token.Range{}
	}
	if r.only(at.Start, prep|sub) {
		at = r.afterPreposition(at)
	}
	return r.joined(at)
}

// afterPreposition is the first noun phrase in a range that no preposition governs.
func (r *Reader) afterPreposition(at token.Range) token.Range {
	for i := at.Start + 1; i < at.End; i++ {
		if !r.starts(i) || r.does(i-1, prep|of|det|and) && !r.named(i-1) || r.Is(i-1, "-", "'", "’", "/") {
			continue
		}
		if r.named(i) && r.named(i-1) && r.name[i] == r.name[i-1] || r.capital(i) && r.capital(i-1) && !r.isAside(i-1) {
			continue
		}
		return token.Range{Start: i, End: at.End}
	}
	return token.Range{}
}

// starts reports whether a noun phrase may begin at a token.
func (r *Reader) starts(i int) bool {
	return r.does(i, det) || r.named(i) || r.capital(i) && !r.does(i, prep|of|sub|and|rel|adv) || r.does(i, pron)
}

// joined is a noun phrase without the end of another clause that a conjunction joins it to.
func (r *Reader) joined(at token.Range) token.Range {
	for i := at.End - 1; i > at.Start; i-- {
		if r.only(i, and) && r.starts(i+1) && !r.starts(at.Start) && r.text.Tokens[at.Start].Kind != token.Number && r.quotation(at.Start) == nil {
			return token.Range{Start: i + 1, End: at.End}
		}
	}
	return at
}
