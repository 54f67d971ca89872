package evidence

import (
	"math"
	"slices"
	"sort"
	"strings"

	"sayso/rules/token"
)

// A taken is what the places of one form are taken for: probabilities by kind, summed.
type taken struct {
	places float64
	kinds  Score
}

// A tally is what forms are taken for.
type tally struct {
	all    []taken
	number map[string]int // in all, by form
}

func newTally(many int) *tally {
	return &tally{make([]taken, 0, many), make(map[string]int, many)}
}

func (t *tally) note(form string, p Score) {
	n, ok := t.number[form]
	if !ok {
		n = len(t.all)
		t.number[form] = n
		t.all = append(t.all, taken{})
	}
	t.all[n].places++
	t.all[n].kinds.add(p)
}

// of is what a form is taken for, nil where nobody noted it.
func (t *tally) of(form string) *taken {
	if n, ok := t.number[form]; ok {
		return &t.all[n]
	}
	return nil
}

// What agreement weighs.
const (
	sameForm = 1.0 // the kinds of the same form elsewhere
	anyName  = 1.0 // whether that is a name at all
	longForm = 1.0 // the kinds of a longer form that it is short for
	longName = 1.5 // that it is short for a name
	inSeries = 0.5 // the kinds of its neighbours in a series
	leniency = 0.4 // any name: the likeliest set leaves out more names than it invents
)

// Agree adds to the score of each candidate what the rest of the article takes it for, by the probabilities of all: one
// form mostly names one thing, a last name the one whose whole name stands elsewhere, an acronym what it spells, and the
// names of a series are of one kind.
func (a *Article) Agree(all []Candidate, p []Score) {
	forms, long := newTally(len(all)), newTally(len(all)/4)
	keys := make([]string, len(all))
	for i := range all {
		keys[i] = a.form(all[i].Range)
		forms.note(keys[i], p[i])
		a.shorten(all[i], p[i], long)
	}
	beside := a.series(all, p)
	for i := range all {
		score, same := &all[i].Score, forms.of(keys[i])
		score.add(Score{leniency, leniency, leniency, leniency})
		if same.places > 1 {
			rest := same.kinds
			for k, v := range p[i] {
				rest[k] = max(0, rest[k]-v)
			}
			score.lean(rest, sameForm)
			by := anyName * (rest.mass()/(same.places-1) - 0.5)
			score.add(Score{by, by, by, by})
		}
		if whole := long.of(keys[i]); whole != nil {
			score.lean(whole.kinds, longForm)
			by := longName * min(1, whole.kinds.mass())
			score.add(Score{by, by, by, by})
		}
		score.lean(beside[i], inSeries)
	}
}

// legalForms are the lists of words that a name may leave out at its end.
var legalForms = []string{"organization-tail", "club-tail"}

// shorten notes the forms that a candidate may be said shorter by: a person by the last name, an organization without its
// legal form, and whatever an acronym beside it spells by that.
func (a *Article) shorten(c Candidate, p Score, long *tally) {
	if c.Len() == 1 {
		return
	}
	last := c.End - 1
	if name := a.lastName(c.Range); name.Len() < c.Len() && a.words[last].capital {
		long.note(a.form(name), Score{Person: p[Person]})
	}
	if overlap(a.words[last].lists, legalForms) {
		short := c.Range
		short.End--
		long.note(a.form(short), Score{Organization: p[Organization]})
	}
	if i := a.acronymBeside(c.End); i >= 0 && a.spells(c.Range, a.words[i].form) {
		long.note(a.words[i].form, p)
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
	case a.words[i].form == "(" && a.words[i+1].capital && a.words[i+2].form == ")":
		return i + 1
	case a.words[i].form == "," && slices.Contains(a.words[i+1].lists, "conjunction") && a.words[i+2].shape == "capitals":
		return i + 2
	}
	return -1
}

// series is for each candidate the kinds of those beside it in a series, "A, B and C", and of the one in brackets behind it,
// "Celia (Ana Roth)".
func (a *Article) series(all []Candidate, p []Score) []Score {
	beside := make([]Score, len(all))
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
	if i >= len(a.words) || a.words[i].form != "," && !slices.Contains(a.words[i].lists, "conjunction") {
		return -1
	}
	next := i + 1
	if next < len(a.words) && slices.Contains(a.words[next].lists, "conjunction") {
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
