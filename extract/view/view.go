// Package view holds what every room reads of one article: its text cut into tokens, what the rules found in it, its
// quotations, sentences and paragraphs, and the offsets of the record. A View is made once and never changes for who reads it:
// what rules of a later tier find is looked for when somebody asks for it.
package view

import (
	"context"
	"slices"
	"sort"
	"strings"
	"time"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A View is one article as the rules see it. Its ranges count tokens, end exclusive. It is good as long as the
// match.Reader that it was made with reads no other text.
type View struct {
	Program    *match.Program
	Text       *token.Text
	Quotations []match.Quotation // those in no other one, in the order of the text; lines of dialogue are among them
	Published  time.Time         // the day of publication, zero where unknown
	URL        string            // the article's address, or empty

	ctx     context.Context // of the reading; nil is one that never ends
	rules   []match.Rule
	offsets offsets
	found   [][]*match.Match // by the number of the type that they make, in the order of the text
	reader  *match.Reader    // nil where nothing was looked for
	tiers   int              // of rules that have run over all of the text
}

// New cuts an article's text, runs the rules over it and finds its quotations.
func New(p *match.Program, reader *match.Reader, a article.Article) *View {
	v, _ := NewContext(context.Background(), p, reader, a)
	return v
}

// NewContext is New until a context ends, whose error it gives then. Done tells of the same context later on.
func NewContext(ctx context.Context, p *match.Program, reader *match.Reader, a article.Article) (*View, error) {
	text := reader.Tokenise(a.Text)
	splitDatelines(text)
	v := Tokens(p, text)
	v.Published, _ = time.Parse(time.DateOnly, a.Published.Date[:min(len(a.Published.Date), len(time.DateOnly))])
	v.URL, v.reader = a.URL, reader
	v.ctx = ctx
	found, err := reader.FindContext(ctx, v.Text)
	if err != nil {
		return nil, err
	}
	v.note(found)
	v.tiers++
	v.Quotations = v.quotations()
	return v, nil
}

// note keeps what was found. Who goes over what was found before is not disturbed.
func (v *View) note(found []*match.Match) {
	many, all := make([]int, len(v.found)), len(found)
	for _, m := range found {
		k := v.Program.Type(m.Rule)
		if many[k]++; many[k] == 1 {
			all += len(v.found[k])
		}
	}
	room := make([]*match.Match, all)
	for k, n := range many {
		if n > 0 {
			n += len(v.found[k])
			v.found[k], room = append(room[:0:n], v.found[k]...), room[n:]
		}
	}
	for _, m := range found {
		k := v.Program.Type(m.Rule)
		v.found[k] = append(v.found[k], m)
	}
	for k, n := range many {
		if n > 0 && n < len(v.found[k]) {
			slices.SortStableFunc(v.found[k], func(a, b *match.Match) int { return a.Tokens.Start - b.Tokens.Start })
		}
	}
}

// look runs the rules of a type, and those that it leans on, in some ranges, where they have not run yet.
func (v *View) look(number int, places ...token.Range) {
	tier := v.Program.Tier(number)
	if v.reader == nil || tier < v.tiers {
		return
	}
	found, err := v.reader.Through(v.ctx, tier, places...)
	if err == nil && len(found) > 0 { // else nobody waits any more
		v.note(found)
	}
}

// Look makes ready what Within is going to be asked for in some ranges.
func (v *View) Look(kind string, places []token.Range) {
	if number, made := v.Program.TypeOf(kind); made {
		v.look(number, places...)
	}
}

// Done reports whether nobody waits for the article any more. Rooms ask it where they go over many things of a text, and
// leave the rest: what they have by then is thrown away.
func (v *View) Done() bool { return v.ctx != nil && v.ctx.Err() != nil }

// Tokens is a View of a text in which nothing was looked for: it tells of words and places alone.
func Tokens(p *match.Program, text *token.Text) *View {
	return &View{Program: p, Text: text, rules: p.Rules(), offsets: newOffsets(text.Source), found: make([][]*match.Match, p.Types())}
}

// quotations are those in no other quotation, with the lines of dialogue. Marks around nothing but marks say nothing, and are
// none.
func (v *View) quotations() []match.Quotation {
	var outer []match.Quotation
	for _, q := range v.Program.Quotations(v.Text) {
		if q.Depth == 0 && v.anyWord(q.Inner) {
			outer = append(outer, q)
		}
	}
	return v.withDialogue(outer)
}

// anyWord reports whether a range has a token that is no mark.
func (v *View) anyWord(at token.Range) bool {
	return slices.ContainsFunc(v.Text.Tokens[at.Start:max(at.Start, at.End)], func(t token.Token) bool { return t.Kind != token.Mark })
}

// Found are the matches of one type, in the order of the text.
func (v *View) Found(kind string) []*match.Match {
	number, made := v.Program.TypeOf(kind)
	if !made {
		return nil
	}
	if tier := v.Program.Tier(number); tier >= v.tiers {
		v.look(number, token.Range{End: len(v.Text.Tokens)})
		v.tiers = tier + 1
	}
	return v.found[number]
}

// Seen are the matches of one type that were found so far, in the order of the text.
func (v *View) Seen(kind string) []*match.Match {
	number, made := v.Program.TypeOf(kind)
	if !made {
		return nil
	}
	return v.found[number]
}

// Reader is the reader that the View was made with, nil where nothing was looked for.
func (v *View) Reader() *match.Reader { return v.reader }

// Within are the matches of one type that begin in a range of tokens.
func (v *View) Within(kind string, at token.Range) []*match.Match {
	number, made := v.Program.TypeOf(kind)
	if !made {
		return nil
	}
	v.look(number, at)
	all := v.found[number]
	from := sort.Search(len(all), func(k int) bool { return all[k].Tokens.Start >= at.Start })
	to := sort.Search(len(all), func(k int) bool { return all[k].Tokens.Start >= at.End })
	return all[from:max(from, to)]
}

// Rule is the name of the rule that made a match.
func (v *View) Rule(m *match.Match) string { return v.rules[m.Rule].Name }

// Makes is the type of annotation that a match's rule makes.
func (v *View) Makes(m *match.Match) string { return v.rules[m.Rule].Makes }

// Confidence is how often the rule of a match was right where that was measured, 0 to 1, else 0.
func (v *View) Confidence(m *match.Match) float64 { return v.rules[m.Rule].Confidence }

// Place is where the tokens of a range stand, in code points.
func (v *View) Place(t token.Range) document.Place {
	s := v.Text.Span(t)
	return document.Place{Start: v.offsets.at(s.Start), End: v.offsets.at(s.End), Text: v.Text.Source[s.Start:s.End]}
}

// Sentence is the sentence that a token stands in.
func (v *View) Sentence(i int) token.Range {
	return v.Text.Sentences[v.Text.Tokens[i].Sentence]
}

// Sentences are all sentences, in code points.
func (v *View) Sentences() []document.Span {
	all := make([]document.Span, len(v.Text.Sentences))
	for i, t := range v.Text.Sentences {
		p := v.Place(t)
		all[i] = document.Span{Start: p.Start, End: p.End}
	}
	return all
}

// Paragraph is the number of the paragraph that a token stands in, from 0 on.
func (v *View) Paragraph(i int) int {
	p := v.Text.Paragraphs
	return sort.Search(len(p), func(k int) bool { return p[k].End > i })
}

// ParagraphAt is the paragraph that a token stands in.
func (v *View) ParagraphAt(i int) token.Range { return v.Text.Paragraphs[v.Paragraph(i)] }

// Quotation is the quotation that a token stands in, marks not counted, or nil.
func (v *View) Quotation(i int) *match.Quotation {
	k := sort.Search(len(v.Quotations), func(k int) bool { return v.Quotations[k].Tokens.End > i })
	if k < len(v.Quotations) && v.Quotations[k].Inner.Start <= i && i < v.Quotations[k].Inner.End {
		return &v.Quotations[k]
	}
	return nil
}

// Is reports whether a token is one of some marks or words; a token before the text's first or after its last is none.
func (v *View) Is(i int, marks ...string) bool {
	if i < 0 || i >= len(v.Text.Tokens) {
		return false
	}
	w := v.Text.Word(i)
	for _, m := range marks {
		if w == m {
			return true
		}
	}
	return false
}

// Span is an annotation's own tokens: those of its field "text" where its rule has one, else of the whole match.
func Span(m *match.Match) token.Range { return value.Span(m) }

// lower is a token's word in lower case.
func (v *View) lower(i int) string { return strings.ToLower(v.Text.Word(i)) }
