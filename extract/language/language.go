// Package language finds out which of our languages a text is in, or that it is in none of them. A text and a hint go
// in, a Result comes out; nothing is guessed: a text that fails the gate has no language.
package language

import "strings"

// A Candidate is one of our languages.
type Candidate struct {
	Code   string   // ISO 639-1
	Common []string // its commonest words, about 60: a fifth of any text is made of them
	Not    []string // words of its neighbours that it lacks itself: they speak against it
}

// A Result is what a text shows of its language.
type Result struct {
	Code       string  // one of the candidates', or empty: none of ours, or undetermined
	Confidence float64 // of the answer, 0 to 1
	Found      string  // what the text seems to be where it is none of ours, ISO 639-1, or empty
	From       string  // text, or html where the hint decided
	Reason     string  // why there is no answer; empty where there is one
}

// The bounds of an answer. Shares are parts of a text's words.
const (
	sample     = 1000 // code points that are looked at
	short      = 120  // below so many code points a text alone tells too little
	gate       = 0.20 // share of commonest words that an answer needs
	hintedGate = 0.15 // the same where the page says so too
	hinted     = 0.50 // confidence in the page's word alone
)

// A Detector tells languages apart. It is safe to share; the models load when the first text needs them.
type Detector struct {
	candidates []candidate
	models     func(text string) (code string, confidence float64)
}

type candidate struct {
	Candidate
	common, not map[string]bool
}

// New makes a detector for the candidates. It costs next to nothing: no model is loaded.
func New(candidates []Candidate) *Detector {
	d := &Detector{}
	var codes []string
	for _, c := range candidates {
		d.candidates = append(d.candidates, candidate{c, set(c.Common), set(c.Not)})
		codes = append(codes, c.Code)
	}
	d.models = models(codes)
	return d
}

// Detect tells the language of a text. The hint is what the page says of itself, a BCP 47 tag or empty: it decides for
// short texts alone, since pages are often wrong about it.
func (d *Detector) Detect(text, hint string) Result {
	text, n := beginning(text)
	words := split(text)
	said := d.candidate(primary(hint))
	if n < short {
		if said != nil && len(words) > 0 {
			return Result{Code: said.Code, Confidence: hinted, From: "html"}
		}
		return Result{From: "text", Reason: "the text is too short"}
	}
	if code, ok := d.vote(words); ok && (said != nil || hint == "") {
		return Result{Code: code, Confidence: voted, From: "text"}
	}
	return d.judged(text, words, said)
}

// judged asks the models, and lets their answer through the gate.
func (d *Detector) judged(text string, words []string, said *candidate) Result {
	code, confidence := d.models(text)
	c := d.candidate(code)
	switch {
	case code == "":
		return Result{From: "text", Reason: "no language fits"}
	case c == nil:
		return Result{From: "text", Found: code, Reason: "another language"}
	case c.speaksAgainst(words):
		return Result{From: "text", Reason: "words of a neighbour of " + code}
	case share(words, c.common) < gate && (said != c || share(words, c.common) < hintedGate):
		return Result{From: "text", Reason: "too few of the commonest words of " + code}
	}
	return Result{Code: code, Confidence: confidence, From: "text"}
}

func (d *Detector) candidate(code string) *candidate {
	for i := range d.candidates {
		if d.candidates[i].Code == code {
			return &d.candidates[i]
		}
	}
	return nil
}

// primary is the language of a BCP 47 tag, without country and script.
func primary(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	code, _, _ = strings.Cut(code, "_")
	return code
}
