package evidence

import (
	"math"
	"slices"
	"sort"
	"strings"

	"sayso/rules/token"
)

// What agreement weighs.
const (
	sameForm = 1.0 // the kinds of the same form elsewhere
	anyName  = 1.0 // whether that is a name at all
	longForm = 1.0 // the kinds of a longer form that it is short for
	longName = 1.5 // that it is short for a name
	lastForm = 1.0 // that its last word is somebody's name elsewhere
	fullName = 1.5 // that it is that person's whole name, not the last word alone
	goesOn   = 5.0 // that it goes on where somebody's name ends elsewhere: as much as all that speaks for that name alone
	inSeries = 0.5 // the kinds of its neighbours in a series
	leniency = 0.4 // any name: the likeliest set leaves out more names than it invents
)

// A nameEnd is what a token is taken for as the last one of a name.
type nameEnd struct {
	alone Score   // by itself
	whole float64 // of longer names of people, summed
}

// Agree adds to the score of each candidate what the rest of the article takes it for, by the probabilities of all: one
// form mostly names one thing, a last name the one whose whole name stands elsewhere, an acronym what it spells, and the
// names of a series are of one kind.
func (a *Article) Agree(all []Candidate, p []Score) {
	a.decision++
	a.endings = sized(a.endings, len(a.words))
	clear(a.endings)
	for i := range all {
		if all[i].form == 0 {
			all[i].form = a.formOf(all[i].Range) + 1
		}
		a.taken(all[i].form - 1).same.note(p[i])
		a.shorten(all[i], p[i])
	}
	beside := a.series(all, p)
	for i := range all {
		score, taken := &all[i].Score, a.taken(all[i].form-1)
		score.add(Score{leniency, leniency, leniency, leniency})
		if same := &taken.same; same.places > 1 {
			rest := same.kinds
			for k, v := range p[i] {
				rest[k] = max(0, rest[k]-v)
			}
			score.lean(rest, sameForm)
			by := anyName * (rest.mass()/(same.places-1) - 0.5)
			score.add(Score{by, by, by, by})
		}
		if long := &taken.long; long.places > 0 {
			score.lean(long.kinds, longForm)
			by := longName * min(1, long.kinds.mass())
			score.add(Score{by, by, by, by})
		}
		if kin, alone := a.kin(&all[i], p[i]); kin[Person] > 0 {
			score.lean(kin, lastForm)
			score[Person] += fullName * min(1, alone)
		}
		score[Person] += goesOn * min(1, a.shorter(&all[i]))
		score.lean(beside[i], inSeries)
	}
}

// shorter is how often a name that goes on with a family name behind a small word, "Ivo Zelko | da Silva", stands elsewhere without
// that, as a person's.
func (a *Article) shorter(c *Candidate) float64 {
	i := c.End - 2
	if c.Len() < 4 || !a.words[i].is(lowered) || a.words[i].class != particle || a.words[i+1].class != "surname" || !a.nameable(c.Range) {
		return 0
	}
	return max(0, a.taken(a.formOf(token.Range{Start: c.Start, End: i})).same.kinds[Person]-a.taken(c.form-1).same.places)
}

// kin is what the last word of a name of several is taken for elsewhere, by itself and at the end of other names, where that is
// mostly a person: one family has one last name, "Anna Zelko and | Ivo Zelko". With it comes how much it is a person's by itself.
func (a *Article) kin(c *Candidate, p Score) (kinds Score, alone float64) {
	if c.Len() == 1 || !a.words[c.End-1].is(capitalised) {
		return Score{}, 0
	}
	last := a.lastName(c.Range)
	if last.Len() == c.Len() || !a.nameable(c.Range) {
		return Score{}, 0
	}
	own, of := a.taken(c.form - 1).same.kinds[Person]-p[Person], a.taken(a.formOf(last))
	here := &a.endings[c.End-1]
	for k, v := range of.same.kinds {
		kinds[k] = max(0, v-here.alone[k])
	}
	alone = kinds[Person]
	kinds[Person] += max(0, of.long.kinds[Person]-own-here.whole)
	if 2*kinds[Person] <= kinds.mass() {
		return Score{}, 0
	}
	return kinds, alone
}

// nameable reports whether all words of a span may be those of a person's name.
func (a *Article) nameable(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		switch w := a.words[i]; {
		case w.is(capitalised) && (w.is(bearer) || !slices.Contains(personal, w.class)), w.is(conjunction), w.shape == "number":
			return false
		}
	}
	return a.words[at.Start].is(capitalised)
}

// personal are the classes of words that may be in a person's name.
var personal = []string{"unknown", "first-name", "word-name", "surname", "initial", "city", "world-city", "place", "team", "thing", "mixed"}

// shorten notes the forms that a candidate may be said shorter by: a person by the last name, an organization without its
// legal form or the noun for what it is, and whatever an acronym beside it spells by that.
func (a *Article) shorten(c Candidate, p Score) {
	if c.Len() == 1 {
		a.endings[c.Start].alone = p
		return
	}
	long := func(f form) *taken { return &a.taken(f).long }
	last := c.End - 1
	if name := a.lastName(c.Range); name.Len() < c.Len() && a.words[last].is(capitalised) {
		long(a.formOf(name)).note(Score{Person: p[Person]})
		a.endings[last].whole += p[Person]
	}
	if a.words[last].is(legal) {
		short := c.Range
		short.End--
		long(a.formOf(short)).note(Score{Organization: p[Organization]})
	}
	if i := a.acronymBeside(c.End); i >= 0 && a.spells(c.Range, a.words[i].form) {
		long(a.of[i]).note(p)
	}
}

// lastName is the last word of a span, with what hyphens and elisions join to it: "Linda | Thomas-Greenfield", "Awa | N'Dri-Kacou".
func (a *Article) lastName(at token.Range) token.Range {
	name := token.Range{Start: at.End - 1, End: at.End}
	for name.Start > at.Start {
		before := a.words[name.Start-1].form
		switch {
		case name.Start-2 >= at.Start && a.hyphen(name.Start-1):
			name.Start -= 2
		case a.glued(name.Start) && (strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’")):
			name.Start--
		default:
			return name
		}
	}
	return name
}

// acronymBeside is the token of the acronym that stands behind a name that ends at a token, "(GDP)" or ", or GDP", or -1.
func (a *Article) acronymBeside(i int) int {
	switch {
	case i+2 >= len(a.words):
		return -1
	case a.words[i].form == "(" && a.words[i+1].is(capitalised) && a.words[i+2].form == ")":
		return i + 1
	case a.words[i].form == "," && a.words[i+1].is(conjunction) && a.words[i+2].shape == "capitals":
		return i + 2
	}
	return -1
}

// series is for each candidate the kinds of those beside it in a series, "A, B and C", and of the one in brackets behind it,
// "Celia (Ana Roth)".
func (a *Article) series(all []Candidate, p []Score) []Score {
	a.neighbours = sized(a.neighbours, len(all))
	beside := a.neighbours
	clear(beside)
	for i := range all {
		if p[i].mass() < nothing {
			continue
		}
		next := a.joined(all[i].End)
		if next < 0 {
			next = a.bracketed(all[i].End)
		}
		if next < 0 {
			continue
		}
		from := sort.Search(len(all), func(k int) bool { return all[k].Start >= next })
		for k := from; k < len(all) && all[k].Start == next; k++ {
			if p[k].mass() >= nothing {
				beside[i].add(p[k])
				beside[k].add(p[i])
			}
		}
	}
	return beside
}

// joined is the token behind the comma or conjunction that stands at one, in its sentence, or -1.
func (a *Article) joined(i int) int {
	if i >= len(a.words) || a.words[i].form != "," && !a.words[i].is(conjunction) {
		return -1
	}
	next := i + 1
	if next < len(a.words) && a.words[next].is(conjunction) {
		next++
	}
	if next >= len(a.words) || a.Text.Tokens[next].Sentence != a.Text.Tokens[i].Sentence {
		return -1
	}
	return next
}

// bracketed is the first of several tokens with capitals in the bracket that opens at a token, or -1.
func (a *Article) bracketed(i int) int {
	if i+3 < len(a.words) && a.words[i].form == "(" && a.words[i+1].shape == "capital" && a.words[i+2].shape == "capital" {
		return i + 1
	}
	return -1
}

// spells reports whether the letters of an acronym, in lower case, stand in a span in their order, the first at its
// start; two letters begin words.
func (a *Article) spells(at token.Range, acronym string) bool {
	rest := strings.ReplaceAll(acronym, ".", "")
	if len(rest) < 2 || a.words[at.Start].form == "" || a.words[at.Start].form[0] != rest[0] {
		return false
	}
	few := len(rest) == 2
	for i := at.Start; i < at.End; i++ {
		for n, c := range a.words[i].form {
			if rest != "" && (n == 0 || !few) && strings.HasPrefix(rest, string(c)) {
				rest = rest[len(string(c)):]
			}
		}
	}
	return rest == ""
}

// hopeless reports whether no kind is near enough for the rest of the article to make it a name.
func hopeless(s Score) bool { return max(s[0], s[1], s[2], s[3]) < despair }

func (s Score) mass() float64 {
	sum := 0.0
	for _, v := range s {
		sum += v
	}
	return sum
}

const (
	despair = -8.0 // more than agreement can weigh
	doubt   = 0.1  // what each kind has without any evidence
	nothing = 0.05 // less than that says nothing
)

// lean adds the logarithms of the shares of the kinds in some places, the more the surer these are of any name.
func (s *Score) lean(kinds Score, weight float64) {
	sum := kinds.mass()
	if sum < nothing {
		return
	}
	for k := range s {
		s[k] += weight * math.Log(2*(kinds[k]+doubt)/(sum+float64(Kinds)*doubt)) * sum / (sum + 0.5)
	}
}
