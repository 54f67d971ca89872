package evidence

import (
	"slices"

	"sayso/rules/token"
)

// mixture tells of the words with capitals in a span how many the lists know as common words, how many as names of
// people, and how many nobody knows: what carries over to names that were never read.
func (a *Article) mixture(at token.Range, emit emitter) {
	capitals, usual, people, unknown := 0, 0, 0, 0
	for i := at.Start; i < at.End; i++ {
		w := a.words[i]
		if i > at.Start && i+1 < at.End && w.is(conjunction) {
			emit("conjunction before", a.words[i+1].class)
		}
		if !w.capital {
			continue
		}
		if i > at.Start && i+1 < at.End && w.class == "first-name" && slices.Contains(other, a.words[i-1].class) {
			emit("first name behind", a.words[i-1].class)
		}
		capitals++
		switch {
		case w.class == "first-name" || w.class == "surname":
			people++
		case w.class == "unknown":
			unknown++
		case w.is(common):
			usual++
		}
	}
	emit("common words", share(usual, capitals))
	emit("people's words", share(people, capitals))
	emit("unknown words", share(unknown, capitals))
	if a.opening[at.Start] {
		emit("opening common words", share(usual, capitals))
	}
}

// other are the classes of words that are no part of a person's name: behind them a first name begins another.
var other = []string{"common", "organization-word", "place-word", "event-word", "country", "demonym", "city", "body", "capitals"}

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

// lowered tells of the words with capitals in a span of several how many the article writes in lower case elsewhere: a
// headline in capitals is read by that.
func (a *Article) lowered(at token.Range, line string, emit emitter) {
	if at.Len() == 1 || a.partial {
		return
	}
	capitals, low := 0, 0
	for i := at.Start; i < at.End; i++ {
		if w := a.words[i]; w.capital {
			capitals++
			if a.counted[a.of[i]].lower > 0 {
				low++
			}
		}
	}
	if low > 0 {
		emit("lower elsewhere", share(low, capitals))
	}
	if line == "title" || line == "capitals" {
		emit("title lower elsewhere", share(low, capitals))
	}
}
