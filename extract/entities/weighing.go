package entities

import (
	"slices"
	"strings"

	"sayso/extract/evidence"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// Evidence is what an article offers as evidence on its names.
func Evidence(v *view.View) *evidence.Article { return evidence.NewArticle(sourceOf(v, v.Found)) }

// sourceOf is the evidence of an article with the matches that are known of it.
func sourceOf(v *view.View, known func(kind string) []*match.Match) evidence.Source {
	r := &reading{View: v}
	s := evidence.Source{
		Text: v.Text, Reader: v.Reader(), Span: r.nameSpan,
		Rules:  v.Program.Rules(),
		Quoted: func(i int) bool { return v.Quotation(i) != nil },
	}
	for _, kind := range append([]string{value.TypeName}, kinds...) {
		for _, m := range known(kind) {
			if m.Value("kind") != "spelt" || r.spells(view.Span(m)) {
				s.Matches = append(s.Matches, m)
			}
		}
	}
	for _, m := range v.Reader().Excluded() {
		if slices.Contains(kinds, v.Makes(m)) {
			s.Matches = append(s.Matches, m)
		}
	}
	return s
}

// Trimmed is a span without words that owe their capital to the beginning of a sentence, and articles.
func Trimmed(v *view.View, at token.Range) token.Range {
	r := &reading{View: v}
	return r.trim(at, r.FunctionWord)
}

// nameSpan is the span of a match without words that owe their capital to the beginning of a sentence, and articles.
func (r *reading) nameSpan(m *match.Match) token.Range {
	at := view.Span(m)
	if kind := m.Value("kind"); kind == "known" || kind == "sure" && r.Text.Tokens[at.Start].Kind == token.Mark || r.isKnown(at) || startsWith(m, "first", at) { // it is taken as it stands: Le Monde, New York, Bill Hadley
		return at
	}
	return r.trim(at, r.FunctionWord)
}

// isKnown reports whether a span of several tokens is a form of some list.
func (r *reading) isKnown(at token.Range) bool {
	for end := range r.Reader().LongForms(at.Start) {
		if end == at.End {
			return true
		}
	}
	return false
}

// startsWith reports whether what a match captured in a field begins a span.
func startsWith(m *match.Match, field string, at token.Range) bool {
	f, ok := m.Field(field)
	return ok && f.Tokens.Len() > 0 && f.Tokens.Start == at.Start
}

// unadded takes off the brackets of what a writer adds to somebody's words: "Ivo [Zelko]".
var unadded = strings.NewReplacer("[", "", "]", "")

// weigh finds the mentions by all that speaks for them.
func (r *reading) weigh() []Mention {
	e := Evidence(r.View)
	defer e.Close()
	named := e.Names(r.Program)
	all := make([]Mention, 0, len(named))
	for _, n := range named {
		m := r.maker(e, n)
		if m == nil {
			continue
		}
		all = append(all, Mention{At: n.Range, Kind: evidence.Types[n.Kind], Text: unadded.Replace(r.Text.Slice(n.Range)), Match: m})
	}
	return all
}

// maker is the match that speaks for a name most: one of its kind in its very place, one without a kind there, one of
// its kind that overlaps it, any other that does.
func (r *reading) maker(e *evidence.Article, n evidence.Name) *match.Match {
	var best *match.Match
	most := 0
	e.Around(n.Range, func(m *match.Match, at token.Range) {
		rank := 1
		kind := r.Makes(m) == evidence.Types[n.Kind]
		switch same := at == n.Range; {
		case same && kind:
			rank = 5
		case same && r.Makes(m) == value.TypeName:
			rank = 4
		case kind && n.Range.Contains(at):
			rank = 3
		case r.Makes(m) == value.TypeName:
			rank = 2
		}
		if rank > most {
			best, most = m, rank
		}
	})
	return best
}
