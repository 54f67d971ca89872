package evidence

import "sayso/rules/token"

// An emitter takes one piece of evidence.
type emitter func(what, value string)

// A role is what a token is to a span.
type role uint8

const (
	before2 role = iota
	before
	only
	first
	inner
	last
	onlyOpening
	firstOpening
	after
	after2
	roles
)

type roleNames struct{ word, list, shape, ends, class string }

var named = func() (all [roles]roleNames) {
	for r, n := range [roles]string{
		before2: "word but one before", before: "before", only: "only", first: "first", inner: "inner", last: "last",
		onlyOpening: "only opening", firstOpening: "opening", after: "after", after2: "word but one after",
	} {
		all[r] = roleNames{n + " word", n + " list", n + " shape", n + " ends", n + " class"}
	}
	return all
}()

// token tells what a token is in a role.
func (a *Article) token(i int, r role, emit emitter) {
	if i < 0 {
		emit(named[r].word, "")
		return
	}
	a.words[i].tell(r, emit)
	a.tellLong(i, r, emit)
}

// tell tells what a word by itself is in a role.
func (w *word) tell(r role, emit emitter) {
	n := &named[r]
	near := r != before2 && r != after2
	if near {
		emit(n.word, w.form)
	}
	emit(n.shape, w.shape)
	emit(n.class, w.class)
	for _, l := range w.lists {
		emit(n.list, l)
	}
	if w.suffix != "" && near {
		emit(n.ends, w.suffix)
	}
}

// tellLong tells of the forms of several tokens that a token begins or ends.
func (a *Article) tellLong(i int, r role, emit emitter) {
	var forms []listed
	switch r {
	case before, before2, last:
		forms = a.endingWith(i)
	case inner, only, onlyOpening:
		return
	default:
		forms = a.starting(i)
	}
	for _, f := range forms {
		for _, l := range f.lists {
			emit(named[r].list, l)
		}
	}
}

// beside is a token beside another, or -1 where it stands in another sentence.
func (a *Article) beside(i, of int) int {
	if i < 0 || i >= len(a.words) || a.Text.Tokens[i].Sentence != a.Text.Tokens[of].Sentence {
		return -1
	}
	return i
}

// firstRole is the role of the first token of a span of one or of several.
func (a *Article) firstRole(i int, alone bool) role {
	switch opening := a.opening[i]; {
	case alone && opening:
		return onlyOpening
	case alone:
		return only
	case opening:
		return firstOpening
	}
	return first
}

var numerals = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"}

// begins tells what all spans have that begin with a token.
func (a *Article) begins(i int, emit emitter) {
	emit("a", "name")
	if a.dateline(i) {
		emit("in", "dateline")
	}
	l := &a.lines[a.line[i]]
	if l.shape != "" {
		emit("line", l.shape)
	}
	if l.first {
		emit("line", "first")
	}
	if list := a.opposed(i); list != "" {
		emit("in apposition to noun", list)
	}
	if i == 0 {
		return
	}
	switch a.words[i-1].form {
	case "(":
		if i > 1 {
			emit("in bracket after", a.words[i-2].class)
		}
	case "-":
		if a.glued(i) && a.glued(i-1) {
			emit("after", "hyphen")
		}
	}
}

// ends tells what all spans have that end before a token.
func (a *Article) ends(end int, emit emitter) {
	if a.sport {
		emit("sport", a.words[end-1].class)
	}
	a.behind(end, emit)
	if end == len(a.words) {
		return
	}
	switch a.words[end].form {
	case "(":
		if end+2 < len(a.words) && !a.bracketsAcronym(end) {
			emit("before bracket", a.words[end+1].class)
		}
	case "-":
		if a.glued(end) && end+1 < len(a.words) && a.glued(end+1) {
			emit("before", "hyphen "+a.words[end+1].shape)
		}
	}
}

// bracketsAcronym reports whether the bracket that opens at a token holds an acronym alone.
func (a *Article) bracketsAcronym(i int) bool {
	return a.words[i+1].shape == "capitals" && a.words[i+2].form == ")"
}

// whole tells of a span as one.
func (a *Article) whole(x *extent, emit emitter) {
	if l := &a.lines[a.line[x.Start]]; l.shape != "" && l.at == x.Range {
		emit("whole line", l.shape)
	}
	if x.Len() == 1 && !a.partial && a.counted[a.of[x.Start]].spelt {
		emit("spelt", "in common words")
	}
	a.lists(x.Range, emit)
	a.elsewhere(x, emit)
	a.marks(x, emit)
}

// lists tells of the lists that a span is in as a whole.
func (a *Article) lists(at token.Range, emit emitter) {
	if at.Len() == 1 {
		return
	}
	for _, f := range a.starting(at.Start) {
		if f.at == at {
			for _, l := range f.lists {
				emit("list", l)
			}
		}
	}
}

// A relation is how the place of a rule lies to a span.
type relation uint8

const (
	same relation = iota
	sameOpening
	sameCommon // the same, and the language also writes the first word in lower case
	beginning
	ending
	inside
	beginningWith
	endingWith
	around
	across
	relations
)

// related are what a rule and its kind are called in a relation.
var related = [relations]struct{ rule, kind, opening string }{
	same: {"rule", "kind", ""}, sameOpening: {"rule", "kind", "opening kind"}, sameCommon: {"rule", "kind", "opening common kind"},
	beginning: {"begins rule", "inside kind", ""}, ending: {"ends rule", "inside kind", ""}, inside: {"inside rule", "inside kind", ""},
	beginningWith: {"begins with rule", "around kind", ""}, endingWith: {"ends with rule", "around kind", ""}, around: {"around rule", "around kind", ""},
	across: {"across rule", "across kind", ""},
}

// tell tells of a rule that holds in a relation to a span.
func (r *ruled) tell(by relation, emit emitter) {
	kind := "name"
	if !r.name {
		kind = Types[r.kind]
	}
	n := &related[by]
	emit(n.rule, r.rule)
	emit(n.kind, kind)
	if n.opening != "" {
		emit(n.opening, kind)
	}
}

// rules calls do with the rules that hold for a span, within it, around it and across its ends.
func (a *Article) rules(at token.Range, do func(m *held, by relation)) {
	for i := a.heldFrom(at.Start - a.longest + 1); i < len(a.matches) && a.matches[i].at.Start < at.End; i++ {
		if m := &a.matches[i]; m.at.End > at.Start {
			do(m, a.relation(m.at, at))
		}
	}
}

// relation is how a place lies to a span that it overlaps.
func (a *Article) relation(place, at token.Range) relation {
	starts, ends := place.Start == at.Start, place.End == at.End
	switch {
	case starts && ends:
		switch {
		case !a.opening[at.Start]:
			return same
		case a.words[at.Start].is(common):
			return sameCommon
		}
		return sameOpening
	case place.Contains(at):
		return one(starts, ends, beginning, ending, inside)
	case at.Contains(place):
		return one(starts, ends, beginningWith, endingWith, around)
	}
	return across
}

// one is the relation of two spans of which one holds the other.
func one(starts, ends bool, atStart, atEnd, between relation) relation {
	switch {
	case starts:
		return atStart
	case ends:
		return atEnd
	}
	return between
}

// elsewhere tells what other places of the article say of the form.
func (a *Article) elsewhere(x *extent, emit emitter) {
	if a.partial {
		return
	}
	f := a.formAt(x)
	if f < 0 {
		return // no rule holds for it anywhere
	}
	of := &a.counted[f]
	var here [Kinds]int32
	spans := int32(0)
	for i := a.heldFrom(x.Start); i < len(a.matches) && a.matches[i].at.Start == x.Start; i++ {
		if m := &a.matches[i]; m.at == x.Range {
			spans = 1
			if !m.name {
				here[m.kind]++
			}
		}
	}
	for k, n := range of.kinds {
		if n > here[k] {
			emit("elsewhere", Types[k])
		}
	}
	if n := of.spans - spans; n > 0 {
		emit("elsewhere", often[min(n, 3)])
	}
	if x.Len() > 1 {
		return
	}
	for k, n := range of.parts {
		if n > 0 {
			emit("part of longer", Types[k])
		}
	}
	if of.last > 0 {
		emit("part of longer", "surname")
	}
	if of.first > 0 {
		emit("part of longer", "first name")
	}
}

var often = [...]string{1: "often 1", 2: "often 2", 3: "often 3"}

// first tells how the article writes the first word of a span elsewhere, of one word or of several, where it has a capital.
func (a *Article) first(i int, alone bool, emit emitter) {
	if a.partial || !a.words[i].is(capitalised) {
		return
	}
	kind := "first word"
	if alone {
		kind = "only word"
	}
	f := &a.counted[a.of[i]]
	if f.lower > 0 {
		emit(kind, "lower elsewhere")
	}
	inside := f.inside
	if !a.opening[i] {
		inside--
	}
	if inside > 0 {
		emit(kind, "capital elsewhere")
	} else if a.opening[i] {
		emit(kind, "no capital elsewhere")
	}
}

// openingMark reports whether a mark opens a quotation.
func openingMark(mark string) bool {
	switch mark {
	case "«", "“", "\"", "‘", "'":
		return true
	}
	return false
}

// closingMark reports whether a mark closes a quotation.
func closingMark(mark string) bool {
	switch mark {
	case "»", "”", "\"", "’", "'":
		return true
	}
	return false
}

// inMarks reports whether a span stands alone in quotation marks.
func (a *Article) inMarks(at token.Range) bool {
	return at.Start > 0 && at.End < len(a.words) && openingMark(a.words[at.Start-1].form) && closingMark(a.words[at.End].form)
}

// marks tells of the marks around a span and of brackets.
func (a *Article) marks(x *extent, emit emitter) {
	if a.inMarks(x.Range) {
		emit("in", "quotation marks")
	} else if x.quoted {
		emit("in", "quotation")
	}
	if x.End == len(a.words) {
		return
	}
	switch a.words[x.End].form {
	case ")":
		if x.Start > 0 && a.words[x.Start-1].form == "(" {
			emit("in", "brackets")
		}
	case "(":
		if x.End+2 < len(a.words) && a.bracketsAcronym(x.End) {
			if a.spells(x.Range, a.words[x.End+1].form) {
				emit("before", "acronym of it")
			} else {
				emit("before", "acronym")
			}
		}
	}
}
