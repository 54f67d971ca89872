// Package quotes finds an article's statements: the words said, the words that report them, and who said them.
package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
	"sort"
)

// A Quote is one statement on its way into the record.
type Quote struct {
	kind    string        // direct, mixed or indirect
	Content []token.Range // the words said, as tokens
	cue     token.Range
	subject clause.Phrase // the words for its speaker, empty where there are none
	speaker speaker
	match   *match.Match // of its verb, else of its words
	frame   string
	over    int         // where the words that report it end
	clause  token.Range // of a mixed statement, the told clause that holds its words
	heads   bool        // it is a headline or a crosshead, or begins one
}

// Hull is the tokens from the first word said to the last.
func (q *Quote) Hull() token.Range {
	return token.Range{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}

// A reading is an article and the names in it.
type reading struct {
	*view.View
	named *entities.Set
	known []known // by token, what lists know of it, once they were asked
}

func newReading(v *view.View, named *entities.Set) *reading {
	return &reading{View: v, named: named, known: make([]known, len(v.Text.Tokens))}
}

// A statement builder goes over the frames that the rules found and gives each its words.
type statements struct {
	*reading
	clauses *clause.Reader
	used    []bool         // by token, whether its verb has its statement
	claimed map[int]*Quote // quotations already given to a statement, by their first token
	owner   []*Quote       // by token, the statement whose words it is among
	starts  map[int]*match.Quotation
	ends    map[int]*match.Quotation
	all     []*Quote

	topics     []topic
	own        []token.Range // the words of the statement whose speaker is looked for: nobody in them is meant
	settled    int           // how many of them are resolved
	attributed attributes
}

func (r *reading) newStatements() statements {
	s := statements{reading: r, clauses: r.clauses(), used: make([]bool, len(r.Text.Tokens)), claimed: map[int]*Quote{}, owner: make([]*Quote, len(r.Text.Tokens))}
	if len(r.Quotations) > 0 {
		s.starts, s.ends = map[int]*match.Quotation{}, map[int]*match.Quotation{}
	}
	for i := range r.Quotations {
		q := &r.Quotations[i]
		s.starts[q.Tokens.Start] = q
		if !q.Open {
			s.ends[q.Tokens.End] = q
		}
	}
	return s
}

// frameOrder is the order in which frames take their quotations: an attribution beside the marks is surest.
var frameOrder = []string{"parenthetical", "quoted", "clause", "passive", "infinitive", "partial", "source", "colon", "backward"}

// Read gives the statements of an article with their speakers, in the order of the text, and what tells whom other words mean.
func Read(v *view.View, named *entities.Set) ([]*Quote, *Referents) {
	r := newReading(v, named)
	s := r.newStatements()
	s.answers()
	s.beside()
	s.sourcesBeside()
	s.introduces()
	for _, frame := range frameOrder {
		for _, m := range r.Found(value.TypeQuote) {
			if s.Done() {
				return nil, nil
			}
			if m.Value("frame") == frame {
				s.frame(m, frame)
			}
		}
	}
	s.turns()
	s.sort()
	s.freestanding()
	s.sort()
	meant := &Referents{&s, s.nameSpeakers(s.all)}
	s.nameHeads()
	return s.all, meant
}

func (s *statements) sort() {
	sort.SliceStable(s.all, func(i, j int) bool { return s.all[i].Content[0].Start < s.all[j].Content[0].Start })
}

// frame gives one reporting frame its words.
func (s *statements) frame(m *match.Match, frame string) {
	cue, ok := m.Field("cue")
	if !ok {
		cue.Tokens = token.Range{Start: m.Tokens.Start, End: m.Tokens.Start} // said without a verb of saying
	}
	if frame != "parenthetical" && s.withinQuotation(cue.Tokens.Start) {
		return
	}
	if cue.Tokens.Len() > 0 && s.used[cue.Tokens.End-1] {
		return
	}
	q := &Quote{match: m, cue: cue.Tokens, frame: frame, over: m.Tokens.End}
	if f, ok := m.Field("speaker"); ok {
		q.subject = s.clauses.Beside(f.Tokens)
		s.nameBehind(q)
	}
	switch frame {
	case "parenthetical":
		s.attribution(q)
	case "quoted", "partial", "colon":
		if ok || s.saysMuch(m) {
			s.beforeColon(q)
			s.quoted(q)
		}
	case "source":
		s.source(q)
	case "backward":
		s.backward(q)
	case "infinitive":
		s.infinitive(q)
	default:
		s.clause(q)
	}
	if len(q.Content) > 0 {
		s.keep(q)
	}
}

// beforeColon makes the noun phrase before a colon, where it is all that stands there, the speaker of a frame without a verb.
func (s *statements) beforeColon(q *Quote) {
	if q.frame != "colon" || q.subject.Tokens.Len() > 0 {
		return
	}
	colon := q.match.Tokens.Start
	sentence := s.clauses.Sentence(colon)
	if p, ok := s.clauses.Left(colon, sentence.Start); ok && s.clauses.First(p.Tokens.Start, sentence.Start) && s.canSpeak(p.Tokens) {
		q.subject = p
	} else if p, ok := s.clauses.Headed(sentence.Start); ok && s.Is(p.Tokens.End, ",") && s.canSpeak(p.Tokens) && !s.clauses.Finite(token.Range{Start: p.Tokens.End + 1, End: colon}) {
		q.subject = clause.Phrase{Tokens: p.Tokens, Apposed: token.Range{Start: p.Tokens.End + 1, End: colon}} // a name and what it is
	} else if at, ok := s.interviewOf(token.Range{Start: sentence.Start, End: colon}); ok {
		q.subject = clause.Phrase{Tokens: at}
	}
}

// saysMuch reports whether the quotation of a frame without a verb of saying is words said and no title or label: it has
// several words and begins like a sentence, or has many.
func (s *statements) saysMuch(m *match.Match) bool {
	f, _ := m.Field("content")
	in := s.Quotation(f.Tokens.Start)
	if in == nil {
		return false
	}
	n := in.Inner.Len()
	return n >= minUnattributed || n >= minSentence && s.Capitalised(in.Inner.Start)
}

// keep takes a statement in.
func (s *statements) keep(q *Quote) {
	s.all = append(s.all, q)
	for _, c := range q.Content {
		for i := c.Start; i < c.End; i++ {
			s.owner[i] = q
		}
	}
}

// withinQuotation reports whether a token stands inside a quotation: what is said there is not the writer's telling.
func (s *statements) withinQuotation(i int) bool { return s.Quotation(i) != nil }

// claim gives a quotation to a statement, or reports that another has it.
func (s *statements) claim(q *Quote, quotation *match.Quotation) bool {
	if _, ok := s.claimed[quotation.Tokens.Start]; ok {
		return false
	}
	s.claimed[quotation.Tokens.Start] = q
	q.Content = append(q.Content, s.tidy(quotation.Inner))
	return true
}

// attribution handles a verb and speaker that a rule finds behind or between the words said.
func (s *statements) attribution(q *Quote) {
	in := attribution{cue: q.cue, subject: q.subject, match: q.match, end: max(q.match.Tokens.End, q.subject.Apposed.End)}
	before := q.match.Tokens.Start - 1
	if quotation := s.Quotation(before + 1); quotation != nil {
		if s.claimed[quotation.Tokens.Start] == nil && s.Is(before, ",", "?", "!", "…", "–", "—") {
			s.split(quotation, in)
		}
		return
	}
	if s.Is(before, ",") {
		before--
	}
	if closed := s.ends[before+1]; closed != nil {
		s.attribute(closed, in)
		return
	}
	if sentence := s.clauses.Sentence(before + 1); s.Is(before+1, ",") {
		s.around(q, in, token.Range{Start: s.segment(before+1, sentence), End: before + 1}, sentence)
	}
}

// nextMark is the first mark of a sentence at a token or after it, or the sentence's end; behind the text's last token it is
// that end.
func (s *statements) nextMark(i int) int {
	if i >= len(s.Text.Tokens) {
		return i
	}
	for last := s.Sentence(i).End; i < last && s.Text.Tokens[i].Kind != token.Mark; i++ {
	}
	return i
}

// quoted handles frames that hold their quotation: after a colon it is said whole, else it is part of a telling.
func (s *statements) quoted(q *Quote) {
	f, _ := q.match.Field("content")
	if in := s.Quotation(f.Tokens.Start); in != nil && !(q.frame == "colon" && q.cue.Len() == 0 && s.head(q.subject.Tokens) == nil && s.entitled(in)) {
		q.kind = "direct"
		if q.frame == "partial" {
			q.kind = "mixed"
		}
		s.claim(q, in)
	}
}

// entitled reports whether a quotation of several words is a name and no sentence: three singles: “Still With You,” “Blue” …
func (s *statements) entitled(q *match.Quotation) bool {
	return q.Inner.Len() > 1 && s.isTitle(q) && !s.Is(q.Inner.End-1, ".", "!", "?", "…")
}

// clause handles a verb and what it introduces: the words up to where the writer's own telling goes on.
func (s *statements) clause(q *Quote) {
	start := q.cue.End
	if f, ok := q.match.Field("content"); ok {
		start = s.clauses.Denying(f.Tokens.Start, start)
	} else if f, ok := q.match.Field("that"); ok {
		start = f.Tokens.End
	}
	s.told(q, token.Range{Start: start, End: s.clauses.End(start, s.clauses.Sentence(max(start-1, 0)).End)})
}

// told sets the words of a statement told without marks; of one partly in marks only those words count, and one
// wholly in marks is direct.
func (s *statements) told(q *Quote, region token.Range) {
	if q.frame == "clause" {
		region.End = s.leadsBack(q, region)
	}
	region = s.tidy(region)
	if region.Len() < 2 && !s.clauses.Finite(region) || s.overlapsOther(region) {
		return
	}
	inside := s.quotationsIn(region)
	if len(inside) == 0 {
		q.kind = "indirect"
		q.Content = []token.Range{region}
		return
	}
	q.kind, q.clause = "mixed", region
	if s.clauses.Words(region) == 0 && s.clauses.Words(token.Range{Start: inside[0].Tokens.End, End: region.End}) == 0 && inside[0].Tokens.Start <= region.Start+1 && inside[0].Tokens.End >= region.End-1 {
		q.kind = "direct"
	}
	for _, in := range inside {
		s.claim(q, in)
	}
}

// quotationsIn are the quotations whose words lie in a range.
func (s *statements) quotationsIn(at token.Range) []*match.Quotation {
	var inside []*match.Quotation
	first := sort.Search(len(s.Quotations), func(k int) bool { return s.Quotations[k].Inner.Start >= at.Start })
	for k := first; k < len(s.Quotations) && s.Quotations[k].Inner.End <= at.End; k++ {
		if s.Quotations[k].Inner.Len() > 0 && !s.labels(&s.Quotations[k]) && !s.isTitle(&s.Quotations[k]) {
			inside = append(inside, &s.Quotations[k])
		}
	}
	return inside
}

// maxLabel is how many words a label has.
const maxLabel = 3

// labels reports whether marks only set off a word or two of what is told: single marks do outside of headlines, and others before the noun that
// the words belong to, a "skinny" deal.
func (s *statements) labels(in *match.Quotation) bool {
	before, next := in.Tokens.Start-1, in.Tokens.End
	if in.Inner.Len() <= maxLabel && s.Is(in.Tokens.Start, "'", "‘") && s.Paragraph(in.Tokens.Start) > 0 {
		return true
	}
	if in.Inner.Len() > maxLabel || before < 0 || next == len(s.Text.Tokens) || s.Text.Tokens[next].Kind != token.Word {
		return false
	}
	return s.FunctionWord(before) && !s.Listed(before, "oblique", "that") && !s.FunctionWord(next) && !s.Capitalised(next)
}

// overlapsOther reports whether a told statement has some of the region already, or any statement all of it.
func (s *statements) overlapsOther(region token.Range) bool {
	owned := 0
	for i := region.Start; i < region.End; i++ {
		if q := s.owner[i]; q != nil {
			owned++
			if q.kind == "indirect" {
				return true
			}
		}
	}
	return owned == region.Len()
}

// tidy takes off the marks at the ends that do not belong to the words said.
func (s *statements) tidy(at token.Range) token.Range {
	for at.Len() > 0 && s.Is(at.Start, ",", ";", ":", "–", "—", ".", ")") {
		at.Start++
	}
	for at.Len() > 0 && s.Is(at.End-1, ",", ";", ":", "–", "—", "(") {
		at.End--
	}
	if at.Len() > 0 && s.Is(at.End-1, ".") && s.Quotation(at.End-1) == nil {
		at.End--
	}
	return at
}

// end is where the statement and its frame end.
func (q *Quote) end() int {
	if q.frame == "floating" {
		return q.Hull().End
	}
	return max(q.Hull().End, q.over, q.cue.End)
}
