package evidence

import (
	"slices"
	"sort"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A Glance tells of some places of an article that no name can lie over them, by what their sentences show and the most that the
// rest of the article could add, or take from the names that stand there instead. It costs little beside weighing all names.
type Glance struct {
	*scorer
	read       []token.Range // paragraphs
	close      bool          // all words and lines are read
	tellsSport bool          // where they are
	looks      int           // how many spans it has looked at
	sums       []float64
	others     []int32
}

// NewGlance reads the paragraphs of some places, which are sorted; the matches are those about them.
func NewGlance(s Source, w Weights, places []token.Range) *Glance {
	a := &Article{Source: s, partial: true}
	a.memory = remembered(s.Reader)
	a.scratch = a.memory.borrow(len(s.Text.Tokens))
	a.lines = sized(a.lines, len(s.Text.Paragraphs))
	g := &Glance{scorer: &scorer{Article: a}}
	next, end := 0, 0 // paragraph and token
	for _, at := range places {
		if next > 0 && at.Start < s.Text.Paragraphs[next-1].End {
			continue
		}
		for s.Text.Paragraphs[next].End <= at.Start {
			next++
		}
		g.read = append(g.read, s.Text.Paragraphs[next])
		end, next = g.readParagraph(next, end), next+1
	}
	a.Matches = slices.DeleteFunc(s.Matches, func(m *match.Match) bool {
		return !g.shows(m.Tokens)
	})
	a.sortLong()
	a.hold()
	g.scorer = a.newScorer(w)
	a.spots, a.spotted = sized(a.spots, len(a.words)), a.spotted[:0]
	clear(a.spots)
	g.readLetters()
	return g
}

// shows reports whether a place stands in the paragraphs that are read.
func (g *Glance) shows(at token.Range) bool {
	n := sort.Search(len(g.read), func(k int) bool { return g.read[k].End > at.Start })
	return n < len(g.read) && g.read[n].Contains(at)
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

const beforeParagraph = numericDate - 1 // tokens that are looked at before a name

// Free reports whether no name can lie over a place; where only longer ones count, over all of it and more.
func (g *Glance) Free(at token.Range, longer bool) bool {
	if !g.shows(at) {
		return false
	}
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

// mayBe reports whether a span may be a name: all that may speak for it taken together does, and more than surely speaks for
// names within it.
func (g *Glance) mayBe(at token.Range) bool {
	if g.candidacy(at) == never {
		return false
	}
	for g.looks <= maxLooks+len(g.words) {
		b := g.bounds(at)
		if most := b.most(); most <= 0 || most <= g.within(at)-slack {
			return false
		}
		if g.close {
			return true
		}
		g.lookClosely()
	}
	return true
}

// lookClosely reads the words and lines of the whole article.
func (g *Glance) lookClosely() {
	for i := range g.words {
		g.words[i] = g.wordAt(i)
	}
	g.readLines()
	g.close, g.tellsSport = true, g.sports()
}

const (
	slack    = 1e-6    // what rounding may add to a sum
	maxLooks = 1 << 10 // beside one for each token: where more are asked for it is cheaper to weigh all names
)

// within is the sum of what surely speaks for names within a span that do not overlap, at best.
func (g *Glance) within(at token.Range) float64 {
	g.sums = sized(g.sums, at.Len()+1)
	sums := g.sums // of what begins with a token or later
	sums[at.Len()] = 0
	for i := at.End - 1; i >= at.Start; i-- {
		best := sums[i+1-at.Start]
		try := func(c token.Range) {
			if c == at || c.End > at.End || g.candidacy(c) != always {
				return
			}
			rest := sums[c.End-at.Start]
			if b := g.bounds(c); b.least()+rest > best {
				best = b.least() + rest
			}
		}
		if g.mayBegin(i) {
			known := len(g.runs)
			g.run(i, at.End)
			for _, c := range g.runs[known:] {
				try(c)
			}
			g.runs = g.runs[:known]
		}
		for k := g.heldFrom(i); k < len(g.matches) && g.matches[k].at.Start == i; k++ {
			try(g.matches[k].at)
		}
		sums[i-at.Start] = best
	}
	return sums[0]
}

// A candidacy is whether a span is a candidate, as far as its sentence shows.
type candidacy int

const (
	never candidacy = iota
	perhaps
	always
)

// candidacy is that of a span, see isCandidate.
func (g *Glance) candidacy(at token.Range) candidacy {
	if at.Len() == 0 || g.torn(at) || g.halved(at) || g.dated(at) || g.calendar(at) || g.priced(at) || g.percent(at) || g.listing(at) || g.beheaded(at) {
		return never
	}
	if g.maybeJoint(at.End) || g.maybeJoint(at.Start-1) {
		return perhaps
	}
	for i := at.Start + 1; i < at.End-1; i++ {
		if g.hyphen(i) || g.words[i].form == "–" {
			return perhaps
		}
	}
	return always
}

// maybeJoint reports whether a token may join two parts of a family name, see joints.
func (g *Glance) maybeJoint(i int) bool {
	if i < 1 || i+1 >= len(g.words) || !g.words[i].is(lowered) || g.beside(i-1, i) < 0 || g.beside(i+1, i) < 0 {
		return false
	}
	return g.words[i-1].is(capitalised) && g.words[i+1].is(capitalised) && g.words[i+1].is(joined)
}
