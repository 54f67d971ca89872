package evidence

import "sayso/rules/token"

// mixture tells of the words with capitals in a span how many the lists know as common words, how many as names of
// people, and how many nobody knows: what carries over to names that were never read.
func (a *Article) mixture(at token.Range, emit emitter) {
	capitals, common, people, unknown := 0, 0, 0, 0
	for i := at.Start; i < at.End; i++ {
		w := a.words[i]
		if !w.capital {
			continue
		}
		capitals++
		switch {
		case w.class == "first-name" || w.class == "surname":
			people++
		case w.class == "unknown":
			unknown++
		case w.common:
			common++
		}
	}
	emit("common words", share(common, capitals))
	emit("people's words", share(people, capitals))
	emit("unknown words", share(unknown, capitals))
	if a.opening[at.Start] {
		emit("opening common words", share(common, capitals))
	}
}

// share is how many some are of all, in words.
func share(some, all int) string {
	switch {
	case some == 0:
		return "none"
	case some == all:
		return "all"
	case 2*some >= all:
		return "most"
	}
	return "some"
}
