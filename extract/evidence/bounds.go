package evidence

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// Bounds are between what a score is, as far as some of the article shows.
type bounds struct{ low, high Score }

func (b *bounds) most() float64 { return max(b.high[0], b.high[1], b.high[2], b.high[3]) }

func (b *bounds) least() float64 { return max(b.low[0], b.low[1], b.low[2], b.low[3]) }

// add adds what surely counts.
func (b *bounds) add(by Score) {
	b.low.add(by)
	b.high.add(by)
}

// surely is add of what one piece weighs.
func (b *bounds) surely(by [Kinds]float32) {
	for k, v := range by {
		b.low[k] += float64(v)
		b.high[k] += float64(v)
	}
}

// may adds what perhaps counts.
func (b *bounds) may(by [Kinds]float32) {
	for k, v := range by {
		b.low[k] += float64(min(0, v))
		b.high[k] += float64(max(0, v))
	}
}

// widen adds what is between two numbers, for any kind.
func (b *bounds) widen(low, high float64) {
	b.low.add(Score{low, low, low, low})
	b.high.add(Score{high, high, high, high})
}

// What agreement adds to a score at least and at most, see Agree. The logarithm of a share is less than that of two, and of names that
// overlap one another there is one.
const (
	logTwo  = 0.7
	beside3 = 3 // names beside one in a series, at most
	longer2 = 2 // names that one is short for in its place: that holds it, and that stands before its bracket
)

// leastLean is the least that lean adds for the kinds in so many places.
func leastLean(places float64) float64 {
	return math.Log(2*doubt/(places+float64(Kinds)*doubt)) * places / (places + 0.5)
}

// bounds are those of what speaks for a span, with what agreement adds.
func (g *Glance) bounds(at token.Range) bounds {
	g.looks++
	again, more := g.again(at)
	if more {
		return g.unknown(at, again)
	}
	b := g.alone(at, again)
	b.widen(leniency, leniency)
	if g.inSeries(at) {
		b.widen(inSeries*leastLean(beside3), inSeries*logTwo)
	}
	shortens, mass, most := g.shortens(at), 0.0, 0.5
	for _, i := range again {
		p, other := 1.0, token.Range{Start: int(i), End: int(i) + at.Len()}
		if len(again) <= fewPlaces && g.shows(other) {
			p = g.likely(other, append(again, int32(at.Start)))
			shortens = shortens || g.shortens(other)
		} else {
			shortens = true
		}
		mass, most = mass+p, max(most, p)
	}
	if len(again) > 0 {
		b.widen(-anyName/2, anyName*(most-0.5)) // places of which nothing speaks for a name do not count
	}
	if mass >= nothing {
		b.widen(sameForm*leastLean(mass), sameForm*logTwo)
	}
	if s := g.spot(at.End - 1); at.Len() > 1 && s.capital {
		places := len(g.places(s)) + 1
		if s.many {
			places = len(g.words)
		}
		b.widen(lastForm*leastLean(2*float64(places)), lastForm*logTwo+fullName)
	}
	if at.Len() > 3 {
		b.widen(0, goesOn)
	}
	if shortens {
		b.widen(longForm*leastLean(longer2*float64(len(again)+1)), longForm*logTwo+longName)
	}
	return b
}

// unknown are the bounds where not all other places of a form are known.
func (g *Glance) unknown(at token.Range, again []int32) bounds {
	n := float64(len(g.words))
	again = append(again, make([]int32, fewPlaces+1)...) // too many to look at
	b := g.alone(at, again)
	b.widen(leniency, leniency)
	b.widen(inSeries*leastLean(beside3), inSeries*logTwo)
	b.widen((sameForm+lastForm)*leastLean(n)-anyName/2+longForm*leastLean(longer2*n), logTwo*(sameForm+lastForm+longForm)+anyName/2+longName+fullName+goesOn)
	return b
}

// fewPlaces is how many places of a form are looked at.
const fewPlaces = 6

// likely is the most that the probability of another place of a form can be.
func (g *Glance) likely(at token.Range, again []int32) float64 {
	if g.candidacy(at) == never {
		return 0
	}
	b := g.alone(at, again)
	return min(1, math.Exp(b.high[0])+math.Exp(b.high[1])+math.Exp(b.high[2])+math.Exp(b.high[3]))
}

// alone are the bounds of what speaks for a span by itself, whose form has other places; its own may be among them.
func (g *Glance) alone(at token.Range, again []int32) (b bounds) {
	own := g.span(at)
	b = bounds{own, own}
	g.written(at, &b)
	g.sportive(at.End-1, &b)
	g.ruledElsewhere(at, again, &b)
	if at.Len() == 1 {
		g.parts(at.Start, len(again) > 0, &b)
		if len(again) > 0 || g.words[at.Start].shape == "capitals" {
			b.may(g.memo.weight("spelt", "in common words"))
		}
	}
	return b
}

// sportive adds what the last word of a span weighs where the article tells of sport.
func (g *Glance) sportive(last int, b *bounds) {
	if by := g.memo.weight("sport", g.words[last].class); !g.close {
		b.may(by)
	} else if g.tellsSport {
		b.surely(by)
	}
}

// ruledElsewhere adds what it weighs that rules hold for other places of a form, or several for one place.
func (g *Glance) ruledElsewhere(at token.Range, again []int32, b *bounds) {
	kinds, rules := g.rulesOf(at)
	several, hidden := rules > 1, false
	for _, i := range again {
		other := token.Range{Start: int(i), End: int(i) + at.Len()}
		if len(again) > fewPlaces || !g.shows(other) {
			hidden = true
			break
		}
		more, n := g.rulesOf(other)
		several = several || n > 0
		for k := range kinds {
			kinds[k] = kinds[k] || more[k]
		}
	}
	if several || hidden {
		for _, n := range often[1:] {
			b.may(g.memo.weight("elsewhere", n))
		}
	}
	for k, t := range Types {
		if hidden || several && kinds[k] {
			b.may(g.memo.weight("elsewhere", t))
		}
	}
}

// inSeries reports whether a name may stand in a series with a span, or in brackets behind one of the two.
func (g *Glance) inSeries(at token.Range) bool {
	joins := func(i int) bool {
		return i >= 0 && i < len(g.words) && (g.words[i].form == "," || g.words[i].form == "(" || g.words[i].is(conjunction))
	}
	return joins(g.beside(at.Start-1, at.Start)) || joins(at.End)
}

// rulesOf is how many rules hold for a span, and the kinds that they know.
func (g *Glance) rulesOf(at token.Range) (kinds [Kinds]bool, rules int) {
	for i := g.heldFrom(at.Start); i < len(g.matches) && g.matches[i].at.Start == at.Start; i++ {
		if m := &g.matches[i]; m.at == at {
			rules++
			kinds[m.kind] = kinds[m.kind] || !m.name
		}
	}
	return kinds, rules
}

// parts adds what it weighs that rules hold for several words of which a token is one, here or where its form stands elsewhere.
func (g *Glance) parts(i int, again bool, b *bounds) {
	var parts [Kinds]bool
	first, last := false, false
	for k := g.heldFrom(i - g.longest + 1); k < len(g.matches) && g.matches[k].at.Start <= i; k++ {
		m := &g.matches[k]
		if m.name || m.at.Len() < 2 || m.at.End <= i {
			continue
		}
		parts[m.kind] = true
		if m.kind == Person {
			first, last = first || m.at.Start == i, last || m.at.End == i+1
		}
	}
	tell := func(is bool, part string) {
		switch by := g.memo.weight("part of longer", part); {
		case is && g.words[i].is(capitalised):
			b.surely(by)
		case is || again:
			b.may(by)
		}
	}
	for k, is := range parts {
		tell(is, Types[k])
	}
	tell(last, "surname")
	tell(first, "first name")
}

// A spot is which tokens elsewhere are written like one, in capitals or not: a part of those spotted, once it is known.
type spot struct {
	known          bool
	lower, capital bool // whether any of them is in lower case, and with a capital
	many           bool // there are more than those spotted
	from, to       int32
}

// spot is that of a token; figures are all one.
func (g *Glance) spot(i int) *spot {
	s := &g.spots[i]
	if s.known {
		return s
	}
	s.known, s.from = true, int32(len(g.spotted))
	letter, form := g.letters[i], g.Reader.Form(i)
	for k, l := range g.letters {
		if l != letter || k == i || letter != figure && (g.Text.Tokens[k].Kind != g.Text.Tokens[i].Kind || !strings.EqualFold(g.Reader.Form(k), form)) {
			continue
		}
		low := token.IsLower(g.Reader.Form(k))
		s.lower, s.capital = s.lower || low, s.capital || !low
		if len(g.spotted)-int(s.from) == fewSpots {
			s.many = true
			if s.lower && s.capital {
				break
			}
			continue
		}
		g.spotted = append(g.spotted, int32(k))
	}
	s.to = int32(len(g.spotted))
	return s
}

// fewSpots is how many are kept for a token.
const fewSpots = 64

// places are the tokens of a spot, as far as they are kept.
func (g *Glance) places(s *spot) []int32 { return g.spotted[s.from:s.to] }

// readLetters reads with what the tokens of the article begin.
func (g *Glance) readLetters() {
	t := g.Text
	g.letters = sized(g.letters, len(t.Tokens))
	for i := range t.Tokens {
		g.letters[i] = letterOf(g.Reader.Form(i), t.Tokens[i].Kind)
	}
}

// letterOf is alike for tokens that may be one form: a letter in lower case of ASCII, or what stands for all figures or all others.
func letterOf(form string, kind token.Kind) uint8 {
	if kind == token.Number {
		return figure
	}
	first, _ := utf8.DecodeRuneInString(form)
	if first = unicode.ToLower(first); first < utf8.RuneSelf {
		return uint8(first)
	}
	return others
}

const (
	figure = 0x80 + iota
	others
)

// again are the tokens elsewhere in the article from which the form of a span stands and may be a name: with a capital, or with a first
// word that one may begin with; perhaps there are more than these.
func (g *Glance) again(at token.Range) (all []int32, more bool) {
	g.others = g.others[:0]
	s := g.spot(at.Start)
	for _, i := range g.places(s) {
		if g.alikeFrom(int(i), at) && (g.raised(int(i), int(i)+at.Len()) || g.mayHead(int(i))) {
			g.others = append(g.others, i)
		}
	}
	return g.others, s.many
}

// raised reports whether one of some words has a capital, or the one behind them, see shorten.
func (g *Glance) raised(start, end int) bool {
	for i := start; i < min(end+1, len(g.words)); i++ {
		if f := g.Reader.Form(i); !token.IsLower(f) || token.HasUpper(f) {
			return true
		}
	}
	return false
}

// mayHead reports whether a name may begin with a word in lower case.
func (g *Glance) mayHead(i int) bool {
	lists := lists()
	return slices.ContainsFunc(g.Reader.Lists(i), func(l string) bool { return lists[l].traits&head != 0 })
}

// alikeFrom reports whether the words of a span stand from a token on whose word is its first one.
func (g *Glance) alikeFrom(from int, at token.Range) bool {
	if from+at.Len() > len(g.words) {
		return false
	}
	for k := 1; k < at.Len(); k++ {
		i, j := from+k, at.Start+k
		x, y := &g.Text.Tokens[i], &g.Text.Tokens[j]
		if x.Kind != y.Kind || x.Kind != token.Number && (g.letters[i] != g.letters[j] || !strings.EqualFold(g.Reader.Form(i), g.Reader.Form(j))) {
			return false
		}
	}
	return true
}

// shortens reports whether a span may be short for a longer one in its own place: a last name, with what hyphens and elisions join
// to it, a body without its legal form, or what stands behind a mark.
func (g *Glance) shortens(at token.Range) bool {
	if g.beside(at.End, at.Start) >= 0 && g.words[at.End].is(legal) {
		return true
	}
	return at.Start > 0 && g.lastName(at) == at
}

// written adds what it can weigh how the article writes the words with capitals of a span elsewhere, see first and mixture.
func (g *Glance) written(at token.Range, b *bounds) {
	capitals, low := 0, 0
	for i := at.Start; i < at.End; i++ {
		if !g.words[i].is(capitalised) {
			continue
		}
		capitals++
		s := g.spot(i)
		if s.lower {
			low++
		}
		if i == at.Start {
			g.firstWord(at, s, b)
		}
	}
	if at.Len() == 1 {
		return
	}
	g.sum = Score{}
	if low > 0 {
		g.emit("lower elsewhere", share(low, capitals).String())
	}
	if line := g.lines[g.line[at.Start]].shape; line == "title" || line == "capitals" {
		g.emit("title lower elsewhere", share(low, capitals).String())
	}
	b.add(g.sum)
}

// firstWord adds what it weighs how a span's first word is written elsewhere; whether a place explains a capital there shows a close look alone.
func (g *Glance) firstWord(at token.Range, s *spot, b *bounds) {
	kind := "first word"
	if at.Len() == 1 {
		kind = "only word"
	}
	if s.lower {
		b.surely(g.memo.weight(kind, "lower elsewhere"))
	}
	with, without := g.memo.weight(kind, "capital elsewhere"), g.memo.weight(kind, "no capital elsewhere")
	if !g.opening[at.Start] {
		without = [Kinds]float32{}
	}
	switch {
	case !s.capital:
		with = without
	case !g.close || s.many:
	case slices.ContainsFunc(g.places(s), func(i int32) bool { return g.words[i].is(capitalised) && !g.opening[i] }):
		without = with
	default:
		with = without
	}
	for k := range with {
		b.low[k] += float64(min(with[k], without[k]))
		b.high[k] += float64(max(with[k], without[k]))
	}
}
