// Package quotes finds an article's statements: the words said, the words that report them, and who said them.
package quotes

import (
	"fmt"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
	"sort"
	"strings"
)

// A Quote is one statement on its way into the record.
type Quote struct {
	kind    string        // direct, mixed or indirect
	Content []token.Range // the words said, as tokens
	cue     token.Range
	speaker speaker
	match   *match.Match
	frame   string
}

// Hull is the tokens from the first word said to the last.
func (q *Quote) Hull() token.Range {
	return token.Range{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}

// A reading is an article and the names in it.
type reading struct {
	*view.View
	named *entities.Set
}

// A statement builder goes over the frames that the rules found and gives each its words.
type statements struct {
	*reading
	claimed map[int]*Quote // quotations already given to a statement, by their first token
	owner   []*Quote       // by token, the statement whose words it is among
	starts  map[int]*match.Quotation
	ends    map[int]*match.Quotation
	all     []*Quote
}

func (r *reading) newStatements() statements {
	s := statements{reading: r, claimed: map[int]*Quote{}, owner: make([]*Quote, len(r.Text.Tokens)), starts: map[int]*match.Quotation{}, ends: map[int]*match.Quotation{}}
	for i := range r.Quotations {
		q := &r.Quotations[i]
		s.starts[q.Tokens.Start] = q
		if !q.Open {
			s.ends[q.Tokens.End] = q
		}
	}
	return s
}

// frameOrder is the order in which frames take their quotations: an incise beside the marks is surest.
var frameOrder = []string{"incise", "quoted", "clause", "infinitive", "partial", "source", "colon"}

// Read gives the statements of an article with their speakers, in the order of the text.
func Read(v *view.View, named *entities.Set) []*Quote {
	r := &reading{v, named}
	s := r.newStatements()
	for _, frame := range frameOrder {
		for _, m := range r.Found(value.TypeQuote) {
			if s.Done() {
				return nil
			}
			if m.Value("frame") == frame {
				s.frame(m, frame)
			}
		}
	}
	s.turns()
	s.sort()
	s.float()
	s.sort()
	r.nameSpeakers(s.all)
	return s.all
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
	if frame != "incise" && s.withinQuotation(cue.Tokens.Start) {
		return
	}
	q := &Quote{match: m, cue: cue.Tokens, frame: frame}
	switch frame {
	case "incise":
		s.incise(q)
	case "quoted", "partial", "colon":
		if ok || s.saysMuch(m) {
			s.quoted(q)
		}
	case "source":
		s.source(q)
	default:
		s.clause(q)
	}
	if len(q.Content) > 0 {
		s.keep(q)
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

// incise handles a verb and speaker set after or between the words said.
func (s *statements) incise(q *Quote) {
	at := q.match.Tokens
	if in := s.Quotation(at.Start); in != nil {
		s.between(q, in)
		return
	}
	before := at.Start - 1
	if s.Is(before, ",") {
		before--
	}
	if closed := s.ends[before+1]; closed != nil {
		q.kind = "direct"
		if s.claim(q, closed) {
			s.goOn(q)
		}
		return
	}
	if s.Is(at.Start-1, ",") && at.Start-s.Sentence(at.Start).Start > fewest {
		start := s.Sentence(at.Start).Start
		for i := start; i < at.Start-1; i++ {
			if s.Is(i, ":") {
				start = i + 1
			}
		}
		s.told(q, token.Range{Start: start, End: at.Start - 1})
	}
}

// fewest is how many tokens stand before a verb and speaker that a told statement may lead.
const fewest = 4

// between splits the quotation in which an incise stands.
func (s *statements) between(q *Quote, in *match.Quotation) {
	if !s.Is(q.match.Tokens.Start-1, ",", "?", "!", "…", "–", "—") {
		return
	}
	if _, ok := s.claimed[in.Tokens.Start]; ok {
		return
	}
	s.claimed[in.Tokens.Start] = q
	q.kind = "direct"
	left := s.tidy(token.Range{Start: in.Inner.Start, End: q.match.Tokens.Start})
	right := s.tidy(token.Range{Start: min(s.inciseEnd(q.match), in.Inner.End), End: in.Inner.End})
	for _, part := range []token.Range{left, right} {
		if part.Len() > 0 {
			q.Content = append(q.Content, part)
		}
	}
}

// inciseEnd is where an incise ends, with the office that it gives its speaker: "said Anna Berg, the head of Acme".
func (s *statements) inciseEnd(m *match.Match) int {
	end := m.Tokens.End
	f, ok := m.Field("speaker")
	if !ok {
		return end
	}
	for _, role := range s.Within(value.TypeRole, f.Tokens) {
		end = max(end, role.Tokens.End)
	}
	switch {
	case end > m.Tokens.End && s.wordIn("oblique", end): // the head of the port of Lyon
		return s.nextMark(end)
	case s.Is(end, ",") && s.wordIn("relative", end+1): // Anna Berg, who runs a bar
		return s.nextMark(end + 1)
	}
	return end
}

// wordIn reports whether a token is a word of a list.
func (s *statements) wordIn(list string, i int) bool {
	if i >= len(s.Text.Tokens) {
		return false
	}
	_, ok := s.Program.Lookup(list, strings.ToLower(s.Text.Word(i)))
	return ok
}

// nextMark is the first mark of a sentence at a token or after it, or the sentence's end.
func (s *statements) nextMark(i int) int {
	for last := s.Sentence(i).End; i < last && s.Text.Tokens[i].Kind != token.Mark; i++ {
	}
	return i
}

// goOn joins the quotation that continues right after the incise.
func (s *statements) goOn(q *Quote) {
	at := q.match.Tokens.End
	for range 2 {
		if next := s.starts[at]; next != nil {
			if s.Paragraph(at) == s.Paragraph(q.cue.Start) && !s.attributed(next) {
				s.claim(q, next)
			}
			return
		}
		if !s.Is(at, ",", ".", ":", ";") {
			return
		}
		at++
	}
}

// attributed reports whether a quotation has a frame of its own right after it.
func (s *statements) attributed(q *match.Quotation) bool {
	for _, m := range s.Within(value.TypeQuote, token.Range{Start: q.Inner.Start, End: q.Tokens.End + 2}) {
		if m.Value("frame") == "incise" {
			return true
		}
	}
	return false
}

// quoted handles frames that hold their quotation: after a colon it is said whole, else it is part of a telling.
func (s *statements) quoted(q *Quote) {
	f, _ := q.match.Field("content")
	if in := s.Quotation(f.Tokens.Start); in != nil {
		q.kind = "direct"
		if q.frame == "partial" {
			q.kind = "mixed"
		}
		s.claim(q, in)
	}
}

// clause handles a verb and what it introduces: the words up to where the writer's own telling goes on.
func (s *statements) clause(q *Quote) {
	start := q.cue.End
	if f, ok := q.match.Field("content"); ok {
		start = f.Tokens.Start
	} else if f, ok := q.match.Field("that"); ok {
		start = f.Tokens.End
	}
	s.told(q, token.Range{Start: start, End: s.clauseEnd(start, q.match)})
}

// clauseEnd is where a reported clause that begins at a token ends.
func (s *statements) clauseEnd(start int, own *match.Match) int {
	end := s.Sentence(max(start-1, 0)).End
	for _, b := range s.Within(value.TypeBoundary, token.Range{Start: start + 2, End: end}) {
		if s.Quotation(b.Tokens.Start) == nil {
			end = b.Tokens.Start
			break
		}
	}
	for _, m := range s.Within(value.TypeQuote, token.Range{Start: start + 3, End: end}) {
		if m != own && s.Is(m.Tokens.Start-1, ",") && s.Quotation(m.Tokens.Start) == nil {
			return m.Tokens.Start - 1
		}
	}
	return end
}

// source handles a source named by a preposition: the rest of the sentence is what it says.
func (s *statements) source(q *Quote) {
	at, sentence := q.match.Tokens, s.Sentence(q.match.Tokens.Start)
	if at.Start-sentence.Start <= 2 {
		start := at.End
		for start < sentence.End && !s.Is(start, ",") {
			start++
		}
		if start < sentence.End {
			s.told(q, token.Range{Start: start + 1, End: sentence.End})
		}
		return
	}
	end := at.Start
	if s.Is(end-1, ",") {
		end--
	}
	s.told(q, token.Range{Start: s.tellingStart(sentence.Start, end), End: end})
}

// tellingStart is where the statement before a source begins: after the last frame that ends before it.
func (s *statements) tellingStart(start, end int) int {
	for _, b := range s.Within(value.TypeBoundary, token.Range{Start: start + 1, End: end - 2}) {
		if b.Tokens.End < end-2 && s.Quotation(b.Tokens.Start) == nil && b.Value("kind") == "turn" {
			start = b.Tokens.End
		}
	}
	return start
}

// told sets the words of a statement told without marks; of one partly in marks only those words count, and one
// wholly in marks is direct.
func (s *statements) told(q *Quote, region token.Range) {
	region = s.tidy(region)
	if region.Len() < 2 || s.overlapsOther(region) {
		return
	}
	inside := s.quotationsIn(region)
	if len(inside) == 0 {
		q.kind = "indirect"
		q.Content = []token.Range{region}
		return
	}
	q.kind = "mixed"
	if inside[0].Tokens.Start <= region.Start+1 && inside[0].Tokens.End >= region.End-1 {
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
		if s.Quotations[k].Inner.Len() > 0 && !s.labels(&s.Quotations[k]) {
			inside = append(inside, &s.Quotations[k])
		}
	}
	return inside
}

// maxLabel is how many words a label has.
const maxLabel = 3

// labels reports whether marks only set off a word or two of what is told: single marks do, and others before the noun that
// the words belong to, a "skinny" deal.
func (s *statements) labels(in *match.Quotation) bool {
	before, next := in.Tokens.Start-1, in.Tokens.End
	if in.Inner.Len() <= maxLabel && s.Is(in.Tokens.Start, "'", "‘") {
		return true
	}
	if in.Inner.Len() > maxLabel || before < 0 || next == len(s.Text.Tokens) || s.Text.Tokens[next].Kind != token.Word {
		return false
	}
	return s.FunctionWord(before) && !s.Listed(before, "oblique") && !s.FunctionWord(next) && !s.Capitalised(next)
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

// float takes in the quotations that stand alone as whole sentences after a statement: in a paragraph of their own they
// continue it, after a told sentence they are statements of the same speaker.
func (s *statements) float() {
	var last *Quote
	next, framed := 0, s.all
	for _, m := range s.Found(value.TypeStanding) {
		in := s.starts[m.Tokens.Start]
		if in == nil || !s.standsAlone(in) {
			continue
		}
		for ; next < len(framed) && framed[next].Content[0].Start < in.Tokens.Start; next++ {
			last = framed[next]
		}
		if _, ok := s.claimed[in.Tokens.Start]; ok {
			continue
		}
		near := last != nil && s.Paragraph(in.Tokens.Start)-s.Paragraph(last.end()-1) <= maxFloat
		if near && last.kind == "direct" && last.frame != "floating" && s.adjacent(last, in) {
			s.claim(last, in)
			continue
		}
		q := &Quote{kind: "direct", match: m, frame: "floating"}
		if near {
			q.speaker.previous = last
		} else if in.Inner.Len() < minUnattributed {
			continue
		}
		s.claim(q, in)
		s.keep(q)
		last = q
	}
}

// minSentence is how many tokens a quotation that begins like a sentence must have to be one.
const minSentence = 2

// minUnattributed is how many tokens a quotation must have to be a statement where no speaker is near.
const minUnattributed = 10

// maxFloat is how many paragraphs after a statement a quotation may still be its speaker's.
const maxFloat = 2

// end is where the statement and its frame end.
func (q *Quote) end() int {
	if q.frame == "floating" {
		return q.Hull().End
	}
	return max(q.Hull().End, q.match.Tokens.End)
}

// adjacent reports whether nothing but marks and the rest of the statement's own sentence stands between a statement and
// a quotation.
func (s *statements) adjacent(q *Quote, in *match.Quotation) bool {
	for i := max(q.end(), s.Sentence(q.end()-1).End); i < in.Tokens.Start; i++ {
		if s.Text.Tokens[i].Kind != token.Mark {
			return false
		}
	}
	return true
}

// standsAlone reports whether a quotation makes up whole sentences.
func (s *statements) standsAlone(in *match.Quotation) bool {
	start := in.Tokens.Start
	begins := start == s.Sentence(start).Start
	after := in.Tokens.End
	ends := after >= len(s.Text.Tokens) || after == s.Sentence(after).Start || s.Is(after, ".") && after+1 == s.Sentence(after).End
	return begins && ends && in.Inner.Len() >= 4
}

// Records are the statements as the record has them.
func Records(v *view.View, named *entities.Set, all []*Quote) []document.Quote {
	r := &reading{v, named}
	records := []document.Quote{}
	for i, q := range all {
		h := r.Place(q.outer())
		rec := document.Quote{ID: fmt.Sprintf("q%d", i+1), Kind: q.kind, Start: h.Start, End: h.End, Speaker: r.speakerRecord(q.speaker), Rule: r.Rule(q.match), Confidence: r.Confidence(q.match)}
		for _, c := range q.Content {
			rec.Content = append(rec.Content, r.Place(c))
		}
		if q.cue.Len() > 0 {
			rec.Cue = r.cueRecord(q)
		}
		if f, ok := q.match.Field("medium"); ok && q.frame != "floating" {
			text := r.Text.Slice(f.Tokens)
			rec.Medium = &text
		}
		rec.Addressee, rec.Relay = r.party(value.TypeHearer, q), r.party(value.TypeRelay, q)
		records = append(records, rec)
	}
	return records
}

// outer is the whole statement: the words said, the cue and the speaker.
func (q *Quote) outer() token.Range {
	h := q.Hull()
	for _, part := range []token.Range{q.cue, q.speaker.at} {
		if part.Len() > 0 {
			h.Start, h.End = min(h.Start, part.Start), max(h.End, part.End)
		}
	}
	return h
}

// cueRecord is the reporting word, with the lemma and stance that the pack's lists give it.
func (r *reading) cueRecord(q *Quote) *document.Cue {
	c := &document.Cue{Place: r.Place(q.cue), Stance: "neutral", Hedged: q.match.Value("hedge") != ""}
	for _, field := range []string{"lemma", "said", "said-participle", "saying", "source"} {
		if v := q.match.Value(field); v != "" {
			c.Lemma = v
			break
		}
	}
	if stance, ok := r.Program.Lookup("stance", c.Lemma); ok && stance != "" {
		c.Stance = stance
	}
	return c
}
