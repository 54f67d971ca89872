package evidence

import "slices"

// A mixture is of what words a span is: how many of those with capitals the lists know as common words, how many as names of
// people, and how many nobody knows: what carries over to names that were never read.
type mixture struct {
	words, lower            uint8 // many are all one
	common, people, unknown portion
	opening                 bool    // any word would have a capital at its beginning
	low                     portion // that the article writes in lower case elsewhere: a headline in capitals is read by that
	lowTold, titled         bool    // whether that is told, and of the words of a title
}

const (
	mostWords = 8
	mostLower = 4
)

// mixtureOf is that of a span.
func (a *Article) mixtureOf(x *extent) mixture {
	m := mixture{
		words: uint8(min(x.words, mostWords)), lower: uint8(min(x.lower, mostLower)), opening: a.opening[x.Start],
		common: share(x.usual, x.capitals), people: share(x.people, x.capitals), unknown: share(x.unknown, x.capitals),
	}
	if x.Len() > 1 && !a.partial {
		line := a.lines[a.line[x.Start]].shape
		m.lowTold, m.titled = x.low > 0, line == "title" || line == "capitals"
		if m.lowTold || m.titled {
			m.low = share(x.low, x.capitals)
		}
	}
	return m
}

// tell tells of a mixture.
func (m *mixture) tell(emit emitter) {
	emit("words", numerals[m.words])
	emit("lower words", numerals[m.lower])
	emit("common words", m.common.String())
	emit("people's words", m.people.String())
	emit("unknown words", m.unknown.String())
	if m.opening {
		emit("opening common words", m.common.String())
	}
	if m.lowTold {
		emit("lower elsewhere", m.low.String())
	}
	if m.titled {
		emit("title lower elsewhere", m.low.String())
	}
}

// key is a number for each mixture.
func (m *mixture) key() (n int) {
	n = int(m.words)*(mostLower+1) + int(m.lower)
	for _, p := range [...]portion{m.common, m.people, m.unknown, m.low} {
		n = n*portions + int(p)
	}
	for _, is := range [...]bool{m.opening, m.lowTold, m.titled} {
		n *= 2
		if is {
			n++
		}
	}
	return n
}

// between tells of a token between the ends of a span.
func (a *Article) between(i int, emit emitter) {
	w := a.words[i]
	if w.is(conjunction) {
		emit("conjunction before", a.words[i+1].class)
	}
	if w.is(capitalised) && w.class == "first-name" && slices.Contains(other, a.words[i-1].class) {
		emit("first name behind", a.words[i-1].class)
	}
}

// other are the classes of words that are no part of a person's name: behind them a first name begins another.
var other = []string{"common", "organization-word", "place-word", "event-word", "country", "demonym", "city", "body", "capitals"}

// A portion is how many some are of all, in words.
type portion uint8

const (
	noneOf portion = iota
	someOf
	mostOf
	allOf
	portions = iota
)

func (p portion) String() string { return [portions]string{"none", "some", "most", "all"}[p] }

// share is what portion some are of all.
func share(some, all int) portion {
	switch {
	case some == 0:
		return noneOf
	case some == all:
		return allOf
	case 2*some >= all:
		return mostOf
	}
	return someOf
}
