package evidence

import "sayso/rules/token"

// An emitter takes one piece of evidence.
type emitter func(what, value string)

// A role is what a token is to a span.
type role uint8

const (
	before2 role = iota
	before
	first
	firstOpening
	inner
	last
	only
	onlyOpening
	after
	after2
	roles
)

type roleNames struct{ word, list, shape, ends, class string }

var named = func() (all [roles]roleNames) {
	for r, n := range [roles]string{"word but one before", "before", "first", "opening", "inner", "last", "only", "only opening", "after", "word but one after"} {
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

// each calls do with the roles of the tokens of a span.
func (a *Article) each(at token.Range, do func(i int, r role)) {
	head, lone := first, only
	if a.opening[at.Start] {
		head, lone = firstOpening, onlyOpening
	}
	if at.Len() == 1 {
		do(at.Start, lone)
		return
	}
	do(at.Start, head)
	for i := at.Start; i < at.End; i++ {
		do(i, inner)
	}
	do(at.End-1, last)
}

var numerals = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"}

// whole tells of a span as one.
func (a *Article) whole(at token.Range, emit emitter) {
	emit("a", "name")
	l := &a.lines[a.line[at.Start]]
	words, lower := 0, 0
	for i := at.Start; i < at.End; i++ {
		w := a.words[i]
		if w.shape != "mark" {
			words++
		}
		if w.lower {
			lower++
		}
	}
	emit("words", numerals[min(words, 8)])
	a.mixture(at, emit)
	a.ofArticle(at, emit)
	emit("lower words", numerals[min(lower, 4)])
	a.lowered(at, l.shape, emit)
	emit("pattern", a.pattern(at))
	if l.shape != "" {
		emit("line", l.shape)
		if l.at == at {
			emit("whole line", l.shape)
		}
	}
	if l.first {
		emit("line", "first")
	}
	a.around(at, emit)
	a.lists(at, emit)
	a.rules(at, emit)
	a.elsewhere(at, emit)
	a.marks(at, emit)
}

// inPattern is how many words of a span its pattern shows.
const inPattern = 5

// pattern is the classes of a span's first words.
func (a *Article) pattern(at token.Range) string {
	if at.Len() == 1 {
		return a.words[at.Start].class
	}
	b := a.texts.buffer[:0]
	for i := at.Start; i < min(at.End, at.Start+inPattern); i++ {
		if i > at.Start {
			b = append(b, ' ')
		}
		b = append(b, a.words[i].class...)
	}
	return a.texts.of(b)
}

// ofArticle tells what the article as a whole says of a span.
func (a *Article) ofArticle(at token.Range, emit emitter) {
	if a.sport {
		emit("sport", a.words[at.End-1].class)
	}
	if a.dateline(at.Start) {
		emit("in", "dateline")
	}
	if at.Len() == 1 && !a.partial && a.counted[a.of[at.Start]].spelt {
		emit("spelt", "in common words")
	}
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

// rules tells of the rules that hold for a span, within it, around it and across its ends.
func (a *Article) rules(at token.Range, emit emitter) {
	for i := a.heldFrom(at.Start - a.longest + 1); i < len(a.matches) && a.matches[i].at.Start < at.End; i++ {
		m := &a.matches[i]
		if !m.at.Overlaps(at) {
			continue
		}
		kind := "name"
		if !m.name {
			kind = Types[m.kind]
		}
		switch {
		case m.at == at:
			emit("rule", m.rule)
			emit("kind", kind)
			if a.opening[at.Start] {
				emit(a.openingKind(at.Start), kind)
			}
		case m.at.Contains(at):
			switch {
			case m.at.Start == at.Start:
				emit("begins rule", m.rule)
			case m.at.End == at.End:
				emit("ends rule", m.rule)
			default:
				emit("inside rule", m.rule)
			}
			emit("inside kind", kind)
		case at.Contains(m.at):
			switch {
			case m.at.Start == at.Start:
				emit("begins with rule", m.rule)
			case m.at.End == at.End:
				emit("ends with rule", m.rule)
			default:
				emit("around rule", m.rule)
			}
			emit("around kind", kind)
		default:
			emit("across rule", m.rule)
			emit("across kind", kind)
		}
	}
}

// openingKind is what a rule's kind is called where any word would have a capital.
func (a *Article) openingKind(i int) string {
	if a.words[i].is(common) {
		return "opening common kind"
	}
	return "opening kind"
}

// elsewhere tells what other places of the article say of the form.
func (a *Article) elsewhere(at token.Range, emit emitter) {
	if a.partial {
		return
	}
	f := a.countsOf(at)
	var here [Kinds]int32
	spans := int32(0)
	for i := a.heldFrom(at.Start); i < len(a.matches) && a.matches[i].at.Start == at.Start; i++ {
		if m := &a.matches[i]; m.at == at {
			spans = 1
			if !m.name {
				here[m.kind]++
			}
		}
	}
	for k, n := range f.kinds {
		if n > here[k] {
			emit("elsewhere", Types[k])
		}
	}
	if n := f.spans - spans; n > 0 {
		emit("elsewhere", often[min(n, 3)])
	}
	if at.Len() == 1 {
		for k, n := range f.parts {
			if n > 0 {
				emit("part of longer", Types[k])
			}
		}
		if f.last > 0 {
			emit("part of longer", "surname")
		}
		if f.first > 0 {
			emit("part of longer", "first name")
		}
	}
	if a.words[at.Start].capital {
		a.first(at, emit)
	}
}

var often = [...]string{1: "often 1", 2: "often 2", 3: "often 3"}

// first tells how the article writes the first word of a span elsewhere, which has a capital.
func (a *Article) first(at token.Range, emit emitter) {
	kind := "first word"
	if at.Len() == 1 {
		kind = "only word"
	}
	f := &a.counted[a.of[at.Start]]
	if f.lower > 0 {
		emit(kind, "lower elsewhere")
	}
	inside := f.inside
	if !a.opening[at.Start] {
		inside--
	}
	if inside > 0 {
		emit(kind, "capital elsewhere")
	} else if a.opening[at.Start] {
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
func (a *Article) marks(at token.Range, emit emitter) {
	t := a.Text
	prev, next := "", ""
	if at.Start > 0 {
		prev = a.words[at.Start-1].form
	}
	if at.End < len(a.words) {
		next = a.words[at.End].form
	}
	if a.inMarks(at) {
		emit("in", "quotation marks")
	} else if a.Quoted(at.Start) {
		emit("in", "quotation")
	}
	if prev == "(" && next == ")" {
		emit("in", "brackets")
	}
	if next == "(" && at.End+2 < len(a.words) {
		w := a.words[at.End+1]
		closed := a.words[at.End+2].form == ")"
		if w.shape == "capitals" && closed {
			if a.spells(at, w.form) {
				emit("before", "acronym of it")
			} else {
				emit("before", "acronym")
			}
		} else {
			emit("before bracket", w.class)
		}
	}
	if prev == "(" && at.Start > 1 {
		emit("in bracket after", a.words[at.Start-2].class)
	}
	if prev == "-" && t.Tokens[at.Start].Glued && t.Tokens[at.Start-1].Glued {
		emit("after", "hyphen")
	}
	if next == "-" && t.Tokens[at.End].Glued && at.End+1 < len(t.Tokens) && t.Tokens[at.End+1].Glued {
		emit("before", "hyphen "+a.words[at.End+1].shape)
	}
}
