// Package language finds out which of our languages a text is in, or that it is in none of them. A text and a hint go
// in, a Result comes out; nothing is guessed: a text that fails the gate has no language.
package language

import (
	"strings"
	"sync"
	"unicode"

	"github.com/pemistahl/lingua-go"
)

// A Candidate is one of our languages.
type Candidate struct {
	Code   string   // ISO 639-1
	Common []string // its commonest words: a fifth of a text is made of them
	Not    []string // words of its neighbours that speak against it
}

// A Result is what a text shows of its language.
type Result struct {
	Code       string  // one of the candidates', or empty
	Confidence float64 // of the answer, 0 to 1
	Found      string  // what the text seems to be where it is none of ours, ISO 639-1, or empty
	From       string  // text, or html where the page's own hint decided
	Reason     string  // why there is no answer
}

// The bounds of an answer.
const (
	sample     = 1000 // code points that are looked at
	short      = 120  // below so many code points a text alone tells too little
	gate       = 0.20 // share of commonest words that a text has to hold
	neighbours = 0.02 // share of a neighbour's words at which it is that neighbour's
)

// A Detector tells languages apart. It is safe to share; the models load when the first text asks for them.
type Detector struct {
	candidates []candidate
	models     func() lingua.LanguageDetector
}

type candidate struct {
	Candidate
	common, not map[string]bool
}

// decoys are the neighbours that would else be taken for one of ours.
var decoys = []lingua.Language{lingua.Spanish, lingua.Italian, lingua.German, lingua.Catalan, lingua.Romanian, lingua.Dutch, lingua.Latin, lingua.Polish, lingua.Swedish}

// New makes a detector for the candidates.
func New(candidates []Candidate) *Detector {
	d := &Detector{}
	for _, c := range candidates {
		d.candidates = append(d.candidates, candidate{c, set(c.Common), set(c.Not)})
	}
	d.models = sync.OnceValue(func() lingua.LanguageDetector {
		languages := append([]lingua.Language{}, decoys...)
		for _, c := range candidates {
			languages = append(languages, lingua.GetLanguageFromIsoCode639_1(lingua.GetIsoCode639_1FromValue(c.Code)))
		}
		return lingua.NewLanguageDetectorBuilder().FromLanguages(languages...).WithLowAccuracyMode().Build()
	})
	return d
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[strings.ToLower(w)] = true
	}
	return m
}

// Detect tells the language of a text. The hint is what the page says of itself, a code or empty: it decides for short
// texts alone.
func (d *Detector) Detect(text, hint string) Result {
	text, n := head(text)
	words := split(text)
	if n < short {
		if c := d.candidate(hint); c != nil && len(words) > 0 {
			return Result{Code: c.Code, Confidence: 0.5, From: "html"}
		}
		return Result{From: "text", Reason: "the text is too short"}
	}
	found, ok := d.models().DetectLanguageOf(text)
	if !ok {
		return Result{From: "text", Reason: "no language fits"}
	}
	code := strings.ToLower(found.IsoCode639_1().String())
	c := d.candidate(code)
	if c == nil {
		return Result{From: "text", Found: code, Reason: "another language"}
	}
	if share(words, c.common) < gate || share(words, c.not) > neighbours {
		return Result{From: "text", Reason: "too few of the commonest words of " + code}
	}
	return Result{Code: code, Confidence: d.models().ComputeLanguageConfidence(text, found), From: "text"}
}

func (d *Detector) candidate(code string) *candidate {
	for i := range d.candidates {
		if d.candidates[i].Code == code {
			return &d.candidates[i]
		}
	}
	return nil
}

// head is the beginning of a text, and how many code points it has.
func head(text string) (string, int) {
	n := 0
	for i := range text {
		if n == sample {
			return text[:i], n
		}
		n++
	}
	return text, n
}

// split gives the words in lower case; an apostrophe stays with the letters before it.
func split(text string) []string {
	text = strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	text = strings.ReplaceAll(text, "'", "' ")
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' })
}

// share is the part of the words that is in a set.
func share(words []string, in map[string]bool) float64 {
	if len(words) == 0 {
		return 0
	}
	n := 0
	for _, w := range words {
		if in[w] {
			n++
		}
	}
	return float64(n) / float64(len(words))
}
