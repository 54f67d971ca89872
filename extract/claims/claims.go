// Package claims draws what an article claims from its sentences and statements, and says of each claim who makes it, how
// they stand to it, and whether it can be checked.
package claims

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/quotes"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A Basis is what claims are drawn from: what the rooms before have made of the article.
type Basis struct {
	Named      *entities.Set
	Money      []document.Money
	Dates      []document.Date
	Quantities []document.Quantity
	Said       []*quotes.Quote
	Quotes     []document.Quote // the record of each of those said
	Meant      *quotes.Referents
	Authors    []string // who wrote the article, as far as it says
	Title      string   // of the article, empty where it has none
	Later      bool     // the text is a later part of an article's: it has no headline
}

// A reading is an article with its basis.
type reading struct {
	*view.View
	Basis
	at    map[string]int                // see places
	mains map[token.Range][]token.Range // see main, by the words that begin so
	verbs []bool                        // by token, see verbAt
	uses  []uses                        // by token
	said  [][]token.Range               // by statement, see words
	head  string                        // see headline
	tops  map[document.Span]string      // the topics of claims that have one, by where they stand
	known []*[]match.Reading            // by token, see forms
	found map[token.Range]found         // by sentence, see toMainVerb
	facts []facts                       // by token

	headWords []string // see saysAgain
}

// A uses is what a word does in a clause, once somebody has asked.
type uses struct {
	all   string
	asked bool
}

func span(c *document.Claim) document.Span { return document.Span{Start: c.Start, End: c.End} }

// Read draws the claims from an article's sentences: each statement is one, and each other sentence that gives a figure,
// a quantity or a comparison, or ties a name to a date. Stances are those of the statements, in their order.
func Read(v *view.View, b Basis) (all []document.Claim, stances []string) {
	r := &reading{
		View: v, Basis: b, at: b.places(), mains: map[token.Range][]token.Range{}, verbs: verbsOf(v), uses: make([]uses, len(v.Text.Tokens)),
		said: make([][]token.Range, len(b.Said)), tops: map[document.Span]string{}, known: make([]*[]match.Reading, len(v.Text.Tokens)), found: map[token.Range]found{}, facts: make([]facts, len(v.Text.Tokens)),
	}
	r.head = r.headline()
	stances = r.stances()
	all = []document.Claim{}
	said := 0 // the token where the last statement ends
	for _, s := range r.Text.Sentences {
		if r.Done() {
			return all, stances
		}
		from, to := r.saidIn(s)
		told := false // what the sentence says is said by somebody
		for i := from; i < to; i++ {
			said = max(said, r.Said[i].Hull().End)
			for _, words := range r.parts(i) {
				c, claims, stands := r.statement(i, words)
				if at := r.wider(i, words); claims && r.holdsCue(i, at) {
					claims = false // the article tells it
				} else if claims && at.Len() > 0 {
					words = []token.Range{at}
					c, _, stands = r.statement(i, words)
					stands = stands && r.tells(words)
				}
				told = told || claims || r.Quotes[i].Kind == "indirect"
				if claims && stands {
					all = append(all, c)
					r.tops[span(&c)] = r.topic(&c, words)
				}
			}
		}
		if !told && (from < to || s.Start >= said) {
			if c, ok := r.sentence(s); ok && r.stands(&c, []token.Range{s}) && !r.ofUnknown(&c, s) {
				all = append(all, c)
				r.tops[span(&c)] = r.topic(&c, []token.Range{s})
			}
		}
	}
	all = r.merged(all)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start }) // a told clause may begin before its words
	for i := range all {
		all[i].ID = "c" + strconv.Itoa(i+1)
		all[i].Key = r.key(&all[i])
		if all[i].Context != nil {
			all[i].Proposition = "[" + spaced(all[i].Context.Text) + "] " + all[i].Proposition
		}
		if top := r.tops[span(&all[i])]; top != "" {
			all[i].Proposition = "[" + top + "] " + all[i].Proposition
		}
	}
	return all, stances
}

// saidIn are the statements whose words begin in the sentence, by their numbers, end exclusive.
func (r *reading) saidIn(s token.Range) (from, to int) {
	from = sort.Search(len(r.Said), func(i int) bool { return r.Said[i].Hull().Start >= s.Start })
	to = sort.Search(len(r.Said), func(i int) bool { return r.Said[i].Hull().Start >= s.End })
	return from, max(from, to)
}

// sentence is the claim that a sentence of the article's own voice makes, if any.
func (r *reading) sentence(s token.Range) (document.Claim, bool) {
	words := []token.Range{s}
	c := r.claim(s, words)
	figures := len(c.Money)+len(c.Quantities) > 0
	dated := r.dated(&c) && len(c.Entities) > 0
	if !figures && !dated && !r.modal(s, "comparison") {
		return c, false
	}
	c.Negated, c.Source, c.Stance, c.Hedged = r.anyModal(r.main(words), "negated"), document.SourceArticle, r.stanceOf(own, words), r.hedged(own, words)
	r.judge(&c, own, words)
	if !r.tells(words) || r.asksReader(s) || !r.ends(s) {
		list := r.listOf(s)
		if list.Len() == 0 || !figures {
			return c, false
		}
		place := r.Place(list)
		c.Context = &place
	}
	if !figures && !slices.Contains(c.Reasons, reasonComparison) && !(dated && r.finite(words)) {
		return c, false
	}
	r.propose(&c, own, words)
	return c, true
}

// dated reports whether a date in a claim is one of the calendar or lasts so long: what is always on Mondays is no event.
func (r *reading) dated(c *document.Claim) bool {
	return slices.ContainsFunc(c.Dates, func(id string) bool {
		d := &r.Dates[r.at[id]]
		return d.From != nil || d.Type == "DURATION"
	})
}

// minThought is how many tokens words in marks have at least that are a thought by themselves.
const minThought = 4

// statement is the claim that a part of a statement makes; words in marks that are less than a thought make none, unless their clause
// gives a figure or tells of a time. stands tells whether it says enough by itself.
func (r *reading) statement(i int, words []token.Range) (c document.Claim, claims, stands bool) {
	q := &r.Quotes[i]
	c = r.claim(token.Range{Start: words[0].Start, End: words[len(words)-1].End}, words)
	c.Quote, c.Stance, c.Negated = &q.ID, r.stanceOf(i, words), r.anyModal(r.main(words), "negated")
	left := r.propose(&c, i, words)
	c.Source = document.SourceUnnamed
	if q.Speaker != nil {
		c.Speaker = q.Speaker.Entity
		if q.Speaker.Entity != nil {
			c.Source = document.SourceNamed
		}
	}
	c.Hedged = r.hedged(i, words)
	r.judge(&c, i, words)
	long := 0
	for _, at := range r.Said[i].Content {
		long += at.Len()
	}
	if q.Speaker == nil && r.ofNobody(words) {
		return c, false, false
	}
	if r.supposed(i) || r.reasonOnly(words[0]) || r.asks(words) && r.partOf(i, words) && !r.tells(words) {
		return c, r.asks(words), false
	}
	if !left && (!r.tells(words) && !r.asks(words) || q.Kind != "direct" && r.fragment(token.Range{Start: words[0].Start, End: words[len(words)-1].End}) || q.Kind == "direct" && (r.governedOnly(words[0]) || words[0].Len() == 1 && len(words) == 1)) {
		return c, false, false
	}
	thought := (r.finite(words) || r.introduced(words[0].Start) || q.Kind == "direct" && r.asks(words)) && (q.Kind != "mixed" || long >= minThought || r.toldWhole(i, words) || r.tense(words, "past", "future", "planned") != "")
	return c, len(c.Money)+len(c.Quantities) > 0 || left || thought, left || r.stands(&c, words)
}

// toldWhole reports whether a clause of which little is in marks is told in full: behind the word that begins it, or before the words that
// report it.
func (r *reading) toldWhole(i int, words []token.Range) bool {
	told, last := r.Said[i].Clause(), words[len(words)-1]
	return told.Len() > 0 && (r.Listed(told.Start-1, listThat) || last.End <= r.Said[i].Cue().Start) && r.clausal(r.Said[i], words[0]) && r.tells(words)
}

// introduced reports whether a word that begins a told clause stands before a token: what it brings in has a verb, known or not.
func (r *reading) introduced(i int) bool {
	if q := r.Quotation(i); q != nil && q.Inner.Start == i {
		i = q.Tokens.Start
	}
	return r.Listed(i-1, listThat)
}

// claim gathers what stands in the words of a claim; at is the place from the first of them to the last.
func (r *reading) claim(at token.Range, words []token.Range) document.Claim {
	c := document.Claim{Place: r.Place(at), Money: []string{}, Dates: []string{}, Quantities: []string{}, Entities: []string{}}
	for _, part := range words {
		p := r.Place(part)
		for _, m := range inside(r.Money, p, func(m document.Money) document.Place { return m.Place }) {
			c.Money = append(c.Money, m.ID)
		}
		for _, t := range inside(r.Dates, p, func(t document.Date) document.Place { return t.Place }) {
			c.Dates = append(c.Dates, t.ID)
		}
		for _, n := range inside(r.Quantities, p, func(n document.Quantity) document.Place { return n.Place }) {
			c.Quantities = append(c.Quantities, n.ID)
		}
		c.Entities = r.addNames(c.Entities, part)
	}
	return c
}

// inside are the annotations that begin in a place; all are in the order of the text.
func inside[T any](all []T, p document.Place, place func(T) document.Place) []T {
	from := sort.Search(len(all), func(i int) bool { return place(all[i]).Start >= p.Start })
	to := sort.Search(len(all), func(i int) bool { return place(all[i]).Start >= p.End })
	return all[from:max(from, to)]
}

// namesIn are the ids of the entities named in a range, each once.
func (r *reading) namesIn(at token.Range) []string { return r.addNames(nil, at) }

// addNames adds the ids of the entities named in a range that are not there yet.
func (r *reading) addNames(ids []string, at token.Range) []string {
	for _, m := range r.Named.From(at.Start) {
		if m.At.Start >= at.End {
			break
		}
		if id := m.Entity.ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// modal reports whether words of that kind, among others perhaps, stand in the range.
func (r *reading) modal(at token.Range, kind string) bool {
	return r.ofKind(value.TypeModality, at, kind)
}

// attitude is modal of the words that tell what somebody thinks or wishes.
func (r *reading) attitude(at token.Range, kind string) bool {
	return r.ofKind(value.TypeAttitude, at, kind)
}

// ofKind reports whether a match of a type and of that kind, among others perhaps, stands in a range.
func (r *reading) ofKind(of string, at token.Range, kind string) bool {
	return slices.ContainsFunc(r.Within(of, at), func(m *match.Match) bool {
		if first := (token.Range{Start: m.Tokens.Start, End: m.Tokens.Start + 1}); r.Capitalised(first.Start) && len(r.namesIn(first)) > 0 {
			return false // of somebody's name
		}
		for k := range strings.FieldsSeq(m.Value("kind")) {
			if k == kind {
				return true
			}
		}
		return false
	})
}
