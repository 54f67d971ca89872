package evidence

import "slices"

// mixture tells of the words with capitals in a span how many the lists know as common words, how many as names of
// people, and how many nobody knows: what carries over to names that were never read.
func (a *Article) mixture(x *extent, emit emitter) {
	emit("common words", share(x.usual, x.capitals))
	emit("people's words", share(x.people, x.capitals))
	emit("unknown words", share(x.unknown, x.capitals))
	if a.opening[x.Start] {
		emit("opening common words", share(x.usual, x.capitals))
	}
}

// between tells of a token between the ends of a span.
func (a *Article) between(i int, emit emitter) {
	w := a.words[i]
	if w.is(conjunction) {
		emit("conjunction before", a.words[i+1].class)
	}
	if w.capital && w.class == "first-name" && slices.Contains(other, a.words[i-1].class) {
		emit("first name behind", a.words[i-1].class)
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
func (a *Article) lowered(x *extent, line string, emit emitter) {
	if x.Len() == 1 || a.partial {
		return
	}
	if x.low > 0 {
		emit("lower elsewhere", share(x.low, x.capitals))
	}
	if line == "title" || line == "capitals" {
		emit("title lower elsewhere", share(x.low, x.capitals))
	}
}
