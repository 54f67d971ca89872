package evidence

import (
	"slices"
	"sort"
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A Glance tells of some places of an article that no name can lie over them, by what their sentences show and the most that the
// rest of the article could add. It costs little beside weighing all names.
type Glance struct {
	*scorer
	alone, several Score // the most that the rest adds to a name of one word, and of several, whose form stands nowhere else
	part           Score // to one of one word that is a part of longer ones
	again          Score // to one whose form stands elsewhere, or may be short for another
}

// NewGlance reads the paragraphs of some places, which are sorted; the matches are those about them.
func NewGlance(s Source, w Weights, places []token.Range) *Glance {
	a := &Article{Source: s, partial: true}
	a.memory = remembered(s.Reader)
	a.scratch = a.memory.borrow(len(s.Text.Tokens))
	a.lines = sized(a.lines, len(s.Text.Paragraphs))
	g := &Glance{scorer: &scorer{Article: a}}
	next, end := 0, 0 // paragraph and token
	var read []token.Range
	for _, at := range places {
		if next > 0 && at.Start < s.Text.Paragraphs[next-1].End {
			continue
		}
		for s.Text.Paragraphs[next].End <= at.Start {
			next++
		}
		read = append(read, s.Text.Paragraphs[next])
		end, next = g.readParagraph(next, end), next+1
	}
	a.Matches = slices.DeleteFunc(s.Matches, func(m *match.Match) bool {
		n := sort.Search(len(read), func(k int) bool { return read[k].End > m.Tokens.Start })
		return n == len(read) || !read[n].Contains(m.Tokens)
	})
	a.sortLong()
	a.hold()
	g.scorer = a.newScorer(w)
	g.bound()
	return g
}

// readParagraph reads a paragraph with what is looked at about it, but for the words before a token, and gives where that ends.
func (g *Glance) readParagraph(n, from int) int {
	p, t := g.Text.Paragraphs[n], g.Text
	end := max(from, min(p.End+pronouns, len(g.words)))
	for i := max(p.Start-beforeParagraph, from); i < end; i++ {
		g.readWord(i)
	}
	g.readLine(n, p)
	for k := int(t.Tokens[p.Start].Sentence); k < len(t.Sentences) && t.Sentences[k].Start < p.End; k++ {
		g.open(t.Sentences[k])
	}
	return end
}

const beforeParagraph = 2 // tokens that are looked at before a name

// bound sums up the most that features of the rest of the article, and agreement with it, can weigh.
func (g *Glance) bound() {
	most := func(sum *Score, what string, values ...string) {
		var best Score
		for _, v := range values {
			for k, by := range g.memo.weight(what, v) {
				best[k] = max(best[k], float64(by))
			}
		}
		sum.add(best)
	}
	both := func(sum *Score) {
		most(sum, "elsewhere", often[1:]...) // several rules may hold for one place
		sum.add(Score{likely, likely, likely, likely})
	}
	both(&g.several)
	both(&g.alone)
	most(&g.alone, "spelt", "in common words")
	for _, part := range append(Types[:], "surname", "first name") {
		most(&g.part, "part of longer", part)
	}
	for _, t := range Types {
		most(&g.again, "elsewhere", t)
	}
	g.again.add(Score{agreed, agreed, agreed, agreed})
}

// What agreement adds to a score at most, see Agree: to any, and to one whose form stands elsewhere or is short for another. The
// logarithm of a share is less than that of two.
const (
	logTwo = 0.7
	likely = leniency + logTwo*inSeries
	agreed = logTwo*(sameForm+longForm) + anyName/2 + longName
)

// Free reports whether no name can lie over a place; where only longer ones count, over all of it and more.
func (g *Glance) Free(at token.Range, longer bool) bool {
	fits := func(c token.Range) bool {
		if longer {
			return c.Contains(at) && c != at
		}
		return c.Overlaps(at)
	}
	g.runs = g.runs[:0]
	s := g.Text.Sentences[g.Text.Tokens[at.Start].Sentence]
	for i := max(s.Start, at.Start-maxTokens); i < min(at.End, s.End); i++ {
		if g.mayBegin(i) {
			g.run(i, s.End)
		}
	}
	for _, c := range g.runs {
		if fits(c) && g.mayBe(c) {
			return false
		}
	}
	for i := g.heldFrom(at.Start - g.longest + 1); i < len(g.matches) && g.matches[i].at.Start < at.End; i++ {
		if c := g.matches[i].at; fits(c) && g.mayBe(c) {
			return false
		}
	}
	return true
}

// mayBe reports whether a span may be a name, all that may speak for it taken together.
func (g *Glance) mayBe(at token.Range) bool {
	sum := g.span(at)
	again := g.shortens(at) || g.recurs(at)
	switch {
	case at.Len() > 1:
		sum.add(g.several)
	case again || g.inLonger(at.Start):
		sum.add(g.alone)
		sum.add(g.part)
	default:
		sum.add(g.alone)
	}
	if again {
		sum.add(g.again)
	}
	sum.add(g.written(at))
	sport := g.memo.weight("sport", g.words[at.End-1].class)
	for k, by := range sport {
		sum[k] += max(0, float64(by))
	}
	return max(sum[0], sum[1], sum[2], sum[3]) > 0
}

// recurs reports whether the form of a span stands elsewhere in the article.
func (g *Glance) recurs(at token.Range) bool {
	for i := 0; i+at.Len() <= len(g.words); i++ {
		if i != at.Start && g.alikeFrom(i, at) {
			return true
		}
	}
	return false
}

// alikeFrom reports whether the words of a span stand from a token on, in capitals or not; figures are all one.
func (g *Glance) alikeFrom(from int, at token.Range) bool {
	for k := range at.Len() {
		i, j := from+k, at.Start+k
		x, y := &g.Text.Tokens[i], &g.Text.Tokens[j]
		if x.Kind != y.Kind || x.Kind != token.Number && !strings.EqualFold(g.Reader.Form(i), g.Reader.Form(j)) {
			return false
		}
	}
	return true
}

// shortens reports whether a span may be short for a longer one in its own place: a last name with a hyphen or an elision, a
// body without its legal form, or one word that is the last of several or stands behind a mark.
func (g *Glance) shortens(at token.Range) bool {
	if at.End < len(g.words) && g.beside(at.End, at.Start) >= 0 && g.words[at.End].is(legal) {
		return true
	}
	if at.Len() == 1 {
		return g.beside(at.Start-1, at.Start) >= 0
	}
	for i := at.Start; i < at.End; i++ {
		if f := g.words[i].form; f == "-" || strings.HasSuffix(f, "'") || strings.HasSuffix(f, "’") {
			return true
		}
	}
	return false
}

// inLonger reports whether a rule holds for several words of which a token is one.
func (g *Glance) inLonger(i int) bool {
	for k := g.heldFrom(i - g.longest + 1); k < len(g.matches) && g.matches[k].at.Start <= i; k++ {
		if m := g.matches[k].at; m.Len() > 1 && m.End > i {
			return true
		}
	}
	return false
}

// written is the most that it can weigh how the article writes the words with capitals of a span elsewhere, see first and lowered.
func (g *Glance) written(at token.Range) Score {
	g.sum = Score{}
	capitals, low := 0, 0
	for i := at.Start; i < at.End; i++ {
		if !g.words[i].capital {
			continue
		}
		capitals++
		lower, capital := g.placesOf(i)
		if lower {
			low++
		}
		if i == at.Start {
			g.firstWord(at, lower, capital)
		}
	}
	if at.Len() == 1 {
		return g.sum
	}
	if low > 0 {
		g.emit("lower elsewhere", share(low, capitals).String())
	}
	if line := g.lines[g.line[at.Start]].shape; line == "title" || line == "capitals" {
		g.emit("title lower elsewhere", share(low, capitals).String())
	}
	return g.sum
}

// firstWord adds what it weighs how a span's first word is written elsewhere; whether a place explains a capital there is not known.
func (g *Glance) firstWord(at token.Range, lower, capital bool) {
	kind := "first word"
	if at.Len() == 1 {
		kind = "only word"
	}
	if lower {
		g.emit(kind, "lower elsewhere")
	}
	with, without := g.memo.weight(kind, "capital elsewhere"), g.memo.weight(kind, "no capital elsewhere")
	if !g.opening[at.Start] {
		without = [Kinds]float32{}
	}
	for k := range g.sum {
		if capital {
			without[k] = max(with[k], without[k])
		}
		g.sum[k] += float64(without[k])
	}
}

// placesOf reports whether the word at a token stands elsewhere in lower case, and with a capital.
func (g *Glance) placesOf(at int) (lower, capital bool) {
	form := g.Reader.Form(at)
	for i := range g.words {
		if other := g.Reader.Form(i); i != at && strings.EqualFold(other, form) {
			if token.IsLower(other) {
				lower = true
			} else {
				capital = true
			}
		}
	}
	return lower, capital
}
