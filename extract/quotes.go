package extract

import (
	"fmt"
	"sort"
	"strings"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A quote is one statement on its way into the record.
type quote struct {
	kind    string // direct, mixed or indirect
	content []token.Range
	cue     token.Range
	speaker speaker
	match   *match.Match
	frame   string
	number  int // its place in the record
}

// hull is the tokens from the first word said to the last.
func (q *quote) hull() token.Range {
	return token.Range{Start: q.content[0].Start, End: q.content[len(q.content)-1].End}
}

// A statement builder goes over the frames that the rules found and gives each its words.
type statements struct {
	*reading
	claimed map[int]*quote // quotations already given to a statement, by their first token
	owner   []*quote       // by token, the statement whose words it is among
	starts  map[int]*match.Quotation
	ends    map[int]*match.Quotation
	all     []*quote
}

func (r *reading) newStatements() statements {
	s := statements{reading: r, claimed: map[int]*quote{}, owner: make([]*quote, len(r.text.Tokens)), starts: map[int]*match.Quotation{}, ends: map[int]*match.Quotation{}}
	for i := range r.quotations {
		q := &r.quotations[i]
		s.starts[q.Tokens.Start] = q
		if !q.Open {
			s.ends[q.Tokens.End] = q
		}
	}
	return s
}

// frameOrder is the order in which frames take their quotations: an incise beside the marks is surest.
var frameOrder = []string{"incise", "quoted", "clause", "infinitive", "partial", "source", "colon"}

// readQuotes gives the statements of the article with their speakers, in the order of the text.
func (r *reading) readQuotes() []*quote {
	r.readDialogue()
	s := r.newStatements()
	for _, frame := range frameOrder {
		for _, m := range r.found[value.TypeQuote] {
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
	for i, q := range s.all {
		q.number = i
	}
	return s.all
}

func (s *statements) sort() {
	sort.SliceStable(s.all, func(i, j int) bool { return s.all[i].content[0].Start < s.all[j].content[0].Start })
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
	q := &quote{match: m, cue: cue.Tokens, frame: frame}
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
	if len(q.content) > 0 {
		s.keep(q)
	}
}

// saysMuch reports whether the quotation of a frame without a verb of saying is words said and no title or label: it has
// several words and begins like a sentence, or has many.
func (s *statements) saysMuch(m *match.Match) bool {
	f, _ := m.Field("content")
	in := s.quotation(f.Tokens.Start)
	if in == nil {
		return false
	}
	n := in.Inner.Len()
	return n >= minUnattributed || n >= minSentence && s.capital(in.Inner.Start)
}

// keep takes a statement in.
func (s *statements) keep(q *quote) {
	s.all = append(s.all, q)
	for _, c := range q.content {
		for i := c.Start; i < c.End; i++ {
			s.owner[i] = q
		}
	}
}

// withinQuotation reports whether a token stands inside a quotation: what is said there is not the writer's telling.
func (s *statements) withinQuotation(i int) bool { return s.quotation(i) != nil }

// claim gives a quotation to a statement, or reports that another has it.
func (s *statements) claim(q *quote, quotation *match.Quotation) bool {
	if _, ok := s.claimed[quotation.Tokens.Start]; ok {
		return false
	}
	s.claimed[quotation.Tokens.Start] = q
	q.content = append(q.content, s.tidy(quotation.Inner))
	return true
}

// incise handles a verb and speaker set after or between the words said.
func (s *statements) incise(q *quote) {
	at := q.match.Tokens
	if in := s.quotation(at.Start); in != nil {
		s.between(q, in)
		return
	}
	before := at.Start - 1
	if s.is(before, ",") {
		before--
	}
	if closed := s.ends[before+1]; closed != nil {
		q.kind = "direct"
		if s.claim(q, closed) {
			s.goOn(q)
		}
		return
	}
	if s.is(at.Start-1, ",") && at.Start-s.sentence(at.Start).Start > fewest {
		start := s.sentence(at.Start).Start
		for i := start; i < at.Start-1; i++ {
			if s.is(i, ":") {
				start = i + 1
			}
		}
		s.told(q, token.Range{Start: start, End: at.Start - 1})
	}
}

// fewest is how many tokens stand before a verb and speaker that a told statement may lead.
const fewest = 4

// between splits the quotation in which an incise stands.
func (s *statements) between(q *quote, in *match.Quotation) {
	if !s.is(q.match.Tokens.Start-1, ",", "?", "!", "…", "–", "—") {
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
			q.content = append(q.content, part)
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
	for _, role := range s.within(value.TypeRole, f.Tokens) {
		end = max(end, role.Tokens.End)
	}
	switch {
	case end > m.Tokens.End && s.wordIn("oblique", end): // the head of the port of Lyon
		return s.nextMark(end)
	case s.is(end, ",") && s.wordIn("relative", end+1): // Anna Berg, who runs a bar
		return s.nextMark(end + 1)
	}
	return end
}

// wordIn reports whether a token is a word of a list.
func (s *statements) wordIn(list string, i int) bool {
	if i >= len(s.text.Tokens) {
		return false
	}
	_, ok := s.program.Lookup(list, strings.ToLower(s.text.Word(i)))
	return ok
}

// nextMark is the first mark of a sentence at a token or after it, or the sentence's end.
func (s *statements) nextMark(i int) int {
	for last := s.sentence(i).End; i < last && s.text.Tokens[i].Kind != token.Mark; i++ {
	}
	return i
}

// goOn joins the quotation that continues right after the incise.
func (s *statements) goOn(q *quote) {
	at := q.match.Tokens.End
	for range 2 {
		if next := s.starts[at]; next != nil {
			if s.paragraph(at) == s.paragraph(q.cue.Start) && !s.attributed(next) {
				s.claim(q, next)
			}
			return
		}
		if !s.is(at, ",", ".", ":", ";") {
			return
		}
		at++
	}
}

// attributed reports whether a quotation has a frame of its own right after it.
func (s *statements) attributed(q *match.Quotation) bool {
	for _, m := range s.within(value.TypeQuote, token.Range{Start: q.Inner.Start, End: q.Tokens.End + 2}) {
		if m.Value("frame") == "incise" {
			return true
		}
	}
	return false
}

// quoted handles frames that hold their quotation: after a colon it is said whole, else it is part of a telling.
func (s *statements) quoted(q *quote) {
	f, _ := q.match.Field("content")
	if in := s.quotation(f.Tokens.Start); in != nil {
		q.kind = "direct"
		if q.frame == "partial" {
			q.kind = "mixed"
		}
		s.claim(q, in)
	}
}

// clause handles a verb and what it introduces: the words up to where the writer's own telling goes on.
func (s *statements) clause(q *quote) {
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
	end := s.sentence(max(start-1, 0)).End
	for _, b := range s.within(value.TypeBoundary, token.Range{Start: start + 2, End: end}) {
		if s.quotation(b.Tokens.Start) == nil {
			end = b.Tokens.Start
			break
		}
	}
	for _, m := range s.within(value.TypeQuote, token.Range{Start: start + 3, End: end}) {
		if m != own && s.is(m.Tokens.Start-1, ",") && s.quotation(m.Tokens.Start) == nil {
			return m.Tokens.Start - 1
		}
	}
	return end
}

// source handles a source named by a preposition: the rest of the sentence is what it says.
func (s *statements) source(q *quote) {
	at, sentence := q.match.Tokens, s.sentence(q.match.Tokens.Start)
	if at.Start-sentence.Start <= 2 {
		start := at.End
		for start < sentence.End && !s.is(start, ",") {
			start++
		}
		if start < sentence.End {
			s.told(q, token.Range{Start: start + 1, End: sentence.End})
		}
		return
	}
	end := at.Start
	if s.is(end-1, ",") {
		end--
	}
	s.told(q, token.Range{Start: s.tellingStart(sentence.Start, end), End: end})
}

// tellingStart is where the statement before a source begins: after the last frame that ends before it.
func (s *statements) tellingStart(start, end int) int {
	for _, b := range s.within(value.TypeBoundary, token.Range{Start: start + 1, End: end - 2}) {
		if b.Tokens.End < end-2 && s.quotation(b.Tokens.Start) == nil && b.Value("kind") == "turn" {
			start = b.Tokens.End
		}
	}
	return start
}

// told sets the words of a statement told without marks; of one partly in marks only those words count, and one
// wholly in marks is direct.
func (s *statements) told(q *quote, region token.Range) {
	region = s.tidy(region)
	if region.Len() < 2 || s.overlapsOther(region) {
		return
	}
	inside := s.quotationsIn(region)
	if len(inside) == 0 {
		q.kind = "indirect"
		q.content = []token.Range{region}
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
	first := sort.Search(len(s.quotations), func(k int) bool { return s.quotations[k].Inner.Start >= at.Start })
	for k := first; k < len(s.quotations) && s.quotations[k].Inner.End <= at.End; k++ {
		if s.quotations[k].Inner.Len() > 0 && !s.labels(&s.quotations[k]) {
			inside = append(inside, &s.quotations[k])
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
	if in.Inner.Len() <= maxLabel && s.is(in.Tokens.Start, "'", "‘") {
		return true
	}
	if in.Inner.Len() > maxLabel || before < 0 || next == len(s.text.Tokens) || s.text.Tokens[next].Kind != token.Word {
		return false
	}
	return s.functional(before) && !s.listed(before, "oblique") && !s.functional(next) && !s.capital(next)
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
	for at.Len() > 0 && s.is(at.Start, ",", ";", ":", "–", "—", ".", ")") {
		at.Start++
	}
	for at.Len() > 0 && s.is(at.End-1, ",", ";", ":", "–", "—", "(") {
		at.End--
	}
	if at.Len() > 0 && s.is(at.End-1, ".") && s.quotation(at.End-1) == nil {
		at.End--
	}
	return at
}

// float takes in the quotations that stand alone as whole sentences after a statement: in a paragraph of their own they
// continue it, after a told sentence they are statements of the same speaker.
func (s *statements) float() {
	var last *quote
	next, framed := 0, s.all
	for _, m := range s.found[value.TypeStanding] {
		in := s.starts[m.Tokens.Start]
		if in == nil || !s.standsAlone(in) {
			continue
		}
		for ; next < len(framed) && framed[next].content[0].Start < in.Tokens.Start; next++ {
			last = framed[next]
		}
		if _, ok := s.claimed[in.Tokens.Start]; ok {
			continue
		}
		near := last != nil && s.paragraph(in.Tokens.Start)-s.paragraph(last.end()-1) <= maxFloat
		if near && last.kind == "direct" && last.frame != "floating" && s.adjacent(last, in) {
			s.claim(last, in)
			continue
		}
		q := &quote{kind: "direct", match: m, frame: "floating"}
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
func (q *quote) end() int {
	if q.frame == "floating" {
		return q.hull().End
	}
	return max(q.hull().End, q.match.Tokens.End)
}

// adjacent reports whether nothing but marks and the rest of the statement's own sentence stands between a statement and
// a quotation.
func (s *statements) adjacent(q *quote, in *match.Quotation) bool {
	for i := max(q.end(), s.sentence(q.end()-1).End); i < in.Tokens.Start; i++ {
		if s.text.Tokens[i].Kind != token.Mark {
			return false
		}
	}
	return true
}

// standsAlone reports whether a quotation makes up whole sentences.
func (s *statements) standsAlone(in *match.Quotation) bool {
	start := in.Tokens.Start
	begins := start == s.sentence(start).Start
	after := in.Tokens.End
	ends := after >= len(s.text.Tokens) || after == s.sentence(after).Start || s.is(after, ".") && after+1 == s.sentence(after).End
	return begins && ends && in.Inner.Len() >= 4
}

// quoteRecords are the statements as the record has them.
func (r *reading) quoteRecords(all []*quote) []Quote {
	records := []Quote{}
	for i, q := range all {
		h := r.place(q.outer())
		rec := Quote{ID: fmt.Sprintf("q%d", i+1), Kind: q.kind, Start: h.Start, End: h.End, Speaker: r.speakerRecord(q.speaker), Rule: r.rule(q.match), Confidence: r.confidence(q.match)}
		for _, c := range q.content {
			rec.Content = append(rec.Content, r.place(c))
		}
		if q.cue.Len() > 0 {
			rec.Cue = r.cueRecord(q)
		}
		if f, ok := q.match.Field("medium"); ok && q.frame != "floating" {
			text := r.text.Slice(f.Tokens)
			rec.Medium = &text
		}
		rec.Addressee, rec.Relay = r.party(value.TypeHearer, q), r.party(value.TypeRelay, q)
		records = append(records, rec)
	}
	return records
}

// outer is the whole statement: the words said, the cue and the speaker.
func (q *quote) outer() token.Range {
	h := q.hull()
	for _, part := range []token.Range{q.cue, q.speaker.at} {
		if part.Len() > 0 {
			h.Start, h.End = min(h.Start, part.Start), max(h.End, part.End)
		}
	}
	return h
}

// cueRecord is the reporting word, with the lemma and stance that the pack's lists give it.
func (r *reading) cueRecord(q *quote) *Cue {
	c := &Cue{Place: r.place(q.cue), Stance: "neutral", Hedged: q.match.Value("hedge") != ""}
	for _, field := range []string{"lemma", "said", "said-participle", "saying", "source"} {
		if v := q.match.Value(field); v != "" {
			c.Lemma = v
			break
		}
	}
	if stance, ok := r.program.Lookup("stance", c.Lemma); ok && stance != "" {
		c.Stance = stance
	}
	return c
}
