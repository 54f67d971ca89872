package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment finds the paragraphs and sentences.
func (t *Text) segment() {
	if len(t.Tokens) == 0 {
		return
	}
	start := 0
	t.breaks = append(t.breaks, len(t.Tokens))
	for _, b := range t.breaks {
		if b > start {
			t.Paragraphs = append(t.Paragraphs, Range{start, b})
			t.sentences(Range{start, b})
			start = b
		}
	}
}

// sentences cuts one paragraph. A sentence ends after a full stop, question or exclamation mark and the closing
// marks glued to it, where what follows could begin a sentence.
func (t *Text) sentences(p Range) {
	start := p.Start
	for i := start; i < p.End; i++ {
		if !t.Ends(i) {
			continue
		}
		end := i + 1
		for end < p.End && t.closes(end) {
			end++
		}
		if end < p.End && (t.Tokens[end].Glued && !t.Opens(end) || !t.Begins(end)) {
			continue
		}
		t.sentence(Range{start, end})
		start, i = end, end-1
	}
	t.sentence(Range{start, p.End})
}

// maxSentence is how many tokens a sentence has at most. One that does not end there is cut, behind a mark in its last third where
// there is one: whatever goes over the words of a sentence takes a bounded time for each of them. Sentences of the news have
// half as many.
const maxSentence = 300

func (t *Text) sentence(r Range) {
	for r.Len() > maxSentence {
		cut := r.Start + maxSentence
		for cut > r.Start+maxSentence*2/3 && !t.divides(cut-1) {
			cut--
		}
		if !t.divides(cut - 1) {
			cut = r.Start + maxSentence
		}
		t.oneSentence(Range{r.Start, cut})
		r.Start = cut
	}
	t.oneSentence(r)
}

// divides reports whether a token is a mark between the parts of a sentence.
func (t *Text) divides(i int) bool {
	return t.Tokens[i].Kind == Mark && strings.Contains(",;:", t.Word(i))
}

func (t *Text) oneSentence(r Range) {
	if r.Len() <= 0 {
		return
	}
	for i := r.Start; i < r.End; i++ {
		t.Tokens[i].Sentence = int32(len(t.Sentences))
	}
	t.Sentences = append(t.Sentences, r)
}

// Split cuts sentences in two, so that each of the tokens begins one. They are in the order of the text.
func (t *Text) Split(starts []int) {
	if len(starts) == 0 {
		return
	}
	old := t.Sentences
	t.Sentences = make([]Range, 0, len(old)+len(starts))
	for _, r := range old {
		for len(starts) > 0 && starts[0] < r.End {
			if starts[0] > r.Start {
				t.oneSentence(Range{r.Start, starts[0]})
				r.Start = starts[0]
			}
			starts = starts[1:]
		}
		t.oneSentence(r)
	}
}

// Word is the source of one token.
func (t *Text) Word(i int) string { return t.Source[t.Tokens[i].Start:t.Tokens[i].End] }

// Ends reports whether a token is a mark that may end a sentence.
func (t *Text) Ends(i int) bool {
	if t.Tokens[i].Kind != Mark {
		return false
	}
	switch w := t.Word(i); w {
	case "!", "?", "…":
		return true
	default:
		return w[0] == '.'
	}
}

// closes reports whether the token is a closing mark that belongs to the sentence before it.
func (t *Text) closes(i int) bool {
	if t.Tokens[i].Kind != Mark {
		return false
	}
	switch w := t.Word(i); w {
	case ")", "]", "”", "’":
		return true
	case "»", "›":
		return true
	case "\"", "'", "''":
		return t.Tokens[i].Glued && (i+1 >= len(t.Tokens) || !t.Tokens[i+1].Glued || t.Tokens[i+1].Kind == Mark)
	case "!", "?", "…":
		return true
	default:
		return w[0] == '.'
	}
}

// Opens reports whether a token opens a quotation: a mark that closes none.
func (t *Text) Opens(i int) bool { return strings.Contains("«“‹‘", t.Word(i)) }

// Begins reports whether a token could begin a sentence.
func (t *Text) Begins(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Word(i))
	if t.Tokens[i].Kind == Mark {
		return strings.ContainsRune("«“‹‘\"'`([—–-¿¡•*", r)
	}
	return !unicode.IsLower(r)
}
