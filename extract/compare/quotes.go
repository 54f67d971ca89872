package compare

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
)

// A saying is a quote with what it is compared by.
type saying struct {
	document.Quote
	words   []string // folded
	values  []string // of the figures and dates in it
	named   []int    // the entities in it, by index
	entity  int      // the speaker's, or -1
	speaker string   // the speaker's name, folded; empty where there is none
	sure    bool     // the speaker is named, or goes by an office: no guess
}

// sayings are the quotes of an article.
func sayings(d *document.Document) []saying {
	var all []saying
	sums, times := figures(d), days(d)
	for _, q := range d.Quotes {
		s := saying{Quote: q, entity: -1, words: names.Words(said(q))}
		for _, g := range sums {
			for _, side := range g.sides {
				if within(side.Place, q) {
					s.values = append(s.values, g.value.own.String(), g.value.stated.String())
				}
			}
		}
		for _, g := range times {
			for _, side := range g.sides {
				if within(side.Place, q) {
					s.values = append(s.values, g.value.from+g.value.value)
				}
			}
		}
		for i, e := range d.Entities {
			if slices.ContainsFunc(e.Mentions, func(m document.Mention) bool { return within(m.Place, q) }) {
				s.named = append(s.named, i)
			}
		}
		if q.Speaker != nil {
			s.speaker = strings.Join(names.Words(q.Speaker.Name), " ")
			s.sure = q.Speaker.How == "name" || q.Speaker.How == "role"
			if q.Speaker.Entity != nil {
				s.entity = slices.IndexFunc(d.Entities, func(e document.Entity) bool { return e.ID == *q.Speaker.Entity })
			}
		}
		all = append(all, s)
	}
	return all
}

func within(p document.Place, q document.Quote) bool {
	return slices.ContainsFunc(q.Content, func(c document.Place) bool { return p.Start >= c.Start && p.End <= c.End })
}

// said is the words of a quote.
func said(q document.Quote) string {
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, c.Text)
	}
	return strings.Join(parts, " … ")
}

// A saidBoth is which quotes of two articles are the same statement.
type saidBoth struct {
	a, b       []saying
	ofA, ofB   []int // the partner's index, or -1
	translated bool
	line       alignment
}

// pairQuotes finds the statements that both articles have: in one language by their words, in two by the one who speaks, the
// place in the story and the figures and dates in them.
func pairQuotes(a, b *document.Document, names pairing, line alignment) saidBoth {
	s := saidBoth{a: sayings(a), b: sayings(b), line: line}
	s.ofA, s.ofB = none(len(s.a)), none(len(s.b))
	s.translated = a.Language.Code != nil && b.Language.Code != nil && *a.Language.Code != *b.Language.Code
	if s.translated {
		s.inOrder(func(x, y saying) float64 { return s.likeness(x, y, names) })
		return s
	}
	verbatim(wordsOf(s.a), wordsOf(s.b), s.ofA, s.ofB)
	s.byWords(.5)
	return s
}

func none(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = -1
	}
	return all
}

// verbatim pairs what has the same words, in its order.
func verbatim(a, b [][]string, ofA, ofB []int) {
	at := map[string][]int{}
	for j, words := range b {
		key := strings.Join(words, " ")
		at[key] = append(at[key], j)
	}
	for i, words := range a {
		key := strings.Join(words, " ")
		if same := at[key]; len(same) > 0 {
			ofA[i], ofB[same[0]] = same[0], i
			at[key] = same[1:]
		}
	}
}

func wordsOf(all []saying) [][]string {
	var words [][]string
	for _, s := range all {
		words = append(words, s.words)
	}
	return words
}

// unpaired are the indexes without a partner, the first of them.
func unpaired(partners []int) []int {
	var all []int
	for i, p := range partners {
		if p < 0 && len(all) < most/2 {
			all = append(all, i)
		}
	}
	return all
}

// byWords pairs the statements without a partner whose words are alike by that share, the most alike of each first.
func (s *saidBoth) byWords(least float64) {
	others := unpaired(s.ofB)
	for _, i := range unpaired(s.ofA) {
		best, top := -1, least
		for _, j := range others {
			if s.ofB[j] < 0 {
				if like := alikeWords(s.a[i].words, s.b[j].words); like >= top && (best < 0 || like > top) {
					best, top = j, like
				}
			}
		}
		if best >= 0 {
			s.ofA[i], s.ofB[best] = best, i
		}
	}
}

// mostWords bounds the words of a statement that are compared with those of another, which takes time by their product.
const mostWords = 200

// alikeWords is the share of the words of two statements that they have in common, in order; where one is a part of the other,
// and no mere word or two, of that part.
func alikeWords(a, b []string) float64 {
	a, b = a[:min(len(a), mostWords)], b[:min(len(b), mostWords)]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := common(a, b)
	if short := min(len(a), len(b)); short >= 4 && 10*n >= 9*short {
		return max(.5, float64(2*n)/float64(len(a)+len(b)))
	}
	return float64(2*n) / float64(len(a)+len(b))
}

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	last := make([]int, len(b)+1)
	for _, w := range a {
		before := 0
		for j, x := range b {
			now := last[j+1]
			if w == x {
				last[j+1] = before + 1
			} else {
				last[j+1] = max(last[j+1], last[j])
			}
			before = now
		}
	}
	return last[len(b)]
}

// inOrder pairs the statements so that their order is kept and their likenesses add up to the most.
func (s *saidBoth) inOrder(like func(x, y saying) float64) {
	n, m := min(len(s.a), 2*most), min(len(s.b), 2*most)
	best := make([][]float64, n+1)
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+like(s.a[i], s.b[j]))
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch best[i][j] {
		case best[i+1][j]:
			i++
		case best[i][j+1]:
			j++
		default:
			s.ofA[i], s.ofB[j] = j, i
			i++
			j++
		}
	}
}

// likeness is how much speaks for two statements in two languages to be one, 0 where something speaks against it.
func (s *saidBoth) likeness(x, y saying, names pairing) float64 {
	speaker := s.sameSpeaker(x, y, names)
	score := 0.0
	switch {
	case speaker:
		score += 1
	case x.differs(y):
		return 0
	}
	shared := 0
	for _, v := range x.values {
		if v != "" && v != ".." && slices.Contains(y.values, v) {
			shared++
		}
	}
	for _, i := range x.named {
		if j := names.ofA[i]; j >= 0 && slices.Contains(y.named, j) {
			shared++
		}
	}
	long, short := float64(max(len(x.words), len(y.words))), float64(min(len(x.words), len(y.words)))
	if !speaker && shared == 0 && ((x.Kind == "indirect") != (y.Kind == "indirect") || short < long/2) {
		return 0 // their place in the story alone says too little of such two
	}
	score += min(float64(shared), 2)
	away := float64(distance(s.line.at(x.Start), y.Start))
	if away > 2*near && shared == 0 {
		return 0
	}
	score += 1 - min(away/(2*near), 1)
	if short < long/3 {
		score -= .5
	}
	if score < .8 {
		return 0
	}
	return score
}

// sameSpeaker reports whether two statements are by one.
func (s *saidBoth) sameSpeaker(x, y saying, names pairing) bool {
	if x.entity >= 0 && y.entity >= 0 {
		return names.ofA[x.entity] == y.entity
	}
	return x.speaker == y.speaker && x.speaker != ""
}

// differs reports whether two statements are by two for sure.
func (s saying) differs(o saying) bool { return s.sure && o.sure && s.entity >= 0 && o.entity >= 0 }

// items are the statements of both articles.
func (s *saidBoth) items(names pairing) []Item {
	var items []placed
	for i, x := range s.a {
		item := Item{Verdict: OnlyA, A: []Side{quoteSide(x)}}
		if j := s.ofA[i]; j >= 0 {
			item.B = []Side{quoteSide(s.b[j])}
			item.Verdict, item.Notes = s.verdict(x, s.b[j], names)
		}
		items = append(items, placed{x.Start, item})
	}
	for j, y := range s.b {
		if s.ofB[j] < 0 {
			items = append(items, placed{s.line.back(y.Start), Item{Verdict: OnlyB, B: []Side{quoteSide(y)}}})
		}
	}
	return inOrder(items)
}

// verdict is how two statements that are one agree.
func (s *saidBoth) verdict(x, y saying, names pairing) (string, []string) {
	verdict, notes := Same, []string{}
	if s.translated {
		notes = append(notes, NoteTranslated)
	} else if how := wording(x.words, y.words); how != "" {
		verdict, notes = Changed, append(notes, how)
	}
	if x.speaker != "" && y.speaker != "" && !s.sameSpeaker(x, y, names) && (!s.translated || x.differs(y)) {
		verdict, notes = Changed, append(notes, NoteSpeaker)
	}
	if (x.Kind == "indirect") != (y.Kind == "indirect") {
		notes = append(notes, NoteKind)
	}
	return verdict, notes
}

// wording is how the words of b differ from those of a, empty where they do not.
func wording(a, b []string) string {
	n := common(a[:min(len(a), mostWords)], b[:min(len(b), mostWords)])
	switch {
	case slices.Equal(a, b):
		return ""
	case n == len(b):
		return NoteShortened
	case n == len(a):
		return NoteExtended
	}
	return NoteReworded
}

func quoteSide(s saying) Side {
	value := ""
	if s.Speaker != nil {
		value = s.Speaker.Name
	}
	return Side{s.ID, value, document.Place{Start: s.Quote.Start, End: s.Quote.End, Text: said(s.Quote)}}
}
