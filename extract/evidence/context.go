package evidence

const (
	apposed  = 6  // tokens behind the comma in which an apposition's noun stands
	pronouns = 12 // tokens behind a name in which a pronoun may stand for it
)

// pronoun is what the next pronoun behind a name that ends before a token may stand for, person or thing, else empty.
func (a *Article) pronoun(end int) string {
	for i := end; i < min(end+pronouns, len(a.words)-1); i++ {
		switch w := a.words[i]; {
		case w.is(capitalised) || !w.is(person|thing):
		case w.is(person):
			return "person"
		default:
			return "thing"
		}
	}
	return ""
}

// opposed is the list of the noun that a name stands in apposition to, behind a comma, "the minister, | Zelko", or is an
// example of, "makers like | Zelko"; empty where there is none. Who has an office somewhere stands before that: "the director of
// the club, | Zelko".
func (a *Article) opposed(start int) (list string) {
	if start < 2 || a.words[start-1].form != "," && !a.words[start-1].is(example) {
		return ""
	}
	for i := start - 2; i >= max(0, start-apposed-2) && a.words[i].shape != "mark" && a.beside(i, start) >= 0; i-- {
		w := a.words[i]
		if !w.is(lowered) || len(w.nouns) == 0 {
			continue
		}
		if w.bearer != "" {
			return w.bearer
		}
		if list == "" {
			list = w.nouns[0]
		}
	}
	return list
}

// apposition is the lists of the first noun that a list knows from a token on, up to the next mark: of the noun of an apposition,
// "Zelko, a maker of clocks".
func (a *Article) apposition(i int) []string {
	for end := min(i+apposed, len(a.words)); i < end && a.words[i].is(lowered); i++ {
		switch w := a.words[i]; {
		case w.is(relative):
			return nil
		case !w.is(generic) && len(w.nouns) > 0:
			return w.nouns
		}
	}
	return nil
}

// behind tells what stands in apposition to a name, behind it, and the pronoun there, "Zelko … she".
func (a *Article) behind(end int, emit emitter) {
	last := a.words[end-1]
	if !last.is(capitalised) {
		return
	}
	if end < len(a.words) && a.words[end].form == "," {
		for _, list := range a.apposition(end + 1) {
			emit("apposed noun", list)
		}
	}
	if kind := a.pronoun(end); kind != "" {
		emit("pronoun", a.texts.of(append(append(append(a.texts.buffer[:0], kind...), ' '), last.class...)))
	}
}
