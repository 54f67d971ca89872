// Package token cuts a text into tokens and sentences. A text and the habits of its language go in, a Text comes
// out; the source is never copied or changed: every token is a span of bytes of it.
package token

// A Span is a half-open range of bytes of the source.
type Span struct{ Start, End int }

// A Range is a half-open range of token indexes.
type Range struct{ Start, End int }

// Len is the number of tokens in the range.
func (r Range) Len() int { return r.End - r.Start }

// Contains reports whether s lies wholly within r.
func (r Range) Contains(s Range) bool { return r.Start <= s.Start && s.End <= r.End }

// Overlaps reports whether the two ranges share a token.
func (r Range) Overlaps(s Range) bool { return r.Start < s.End && s.Start < r.End }

// Kind is what sort of token it is.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, with the digits and marks that belong to them: "H20", "l'", "M."
	Number             // digits with their group and decimal marks: "4 000", "12,5"
	Mark               // one punctuation mark or sign: "«", ",", "€"
)

// A Token is one word, number or mark of the text.
type Token struct {
	Span
	Kind     Kind
	Sentence int32 // index into Text.Sentences
	Glued    bool  // no space stands between it and the token before
}

// A Text is a source cut into tokens, sentences and paragraphs; all three are in the order of the source.
type Text struct {
	Source     string
	Tokens     []Token
	Sentences  []Range // tokens of each sentence
	Paragraphs []Range // tokens of each paragraph

	breaks []int // the tokens that begin a paragraph, and the end
}

// Span is the bytes that the tokens of r cover; an empty range gives an empty span.
func (t *Text) Span(r Range) Span {
	if r.Len() <= 0 {
		return Span{}
	}
	return Span{t.Tokens[r.Start].Start, t.Tokens[r.End-1].End}
}

// Slice is the source under the tokens of r.
func (t *Text) Slice(r Range) string {
	s := t.Span(r)
	return t.Source[s.Start:s.End]
}

// Writing is how a language writes: the only part of a pack that the tokeniser reads.
type Writing struct {
	Decimal       string   // the decimal mark
	Groups        []string // the marks between groups of three digits; " " stands for every kind of space
	Elisions      []string // forms cut off before a word: l', d'
	Clitics       []string // forms cut off after a word: 's, n't
	Prefixes      []string // forms cut off before a figure, as they stand: USD of USD5
	Abbreviations []string // words that keep their full stop and end no sentence: M., Dr.
	Quotes        []Pair   // the quotation marks, outermost first
}

// A Pair is an opening and a closing quotation mark.
type Pair struct{ Open, Close string }
