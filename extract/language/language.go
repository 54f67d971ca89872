// Package language finds out which of our languages a text is in, or that it is in none of them. A text and a hint go
// in, a Result comes out; nothing is guessed: a text that fails the gate has no language.
package language

import "strings"

// A Candidate is one of our languages.
type Candidate struct {
	Code   string   // ISO 639-1
	Common []string // its commonest words, about 60: a fifth of any text is made of them
	Not    []string // words of its neighbours: those that are none of its commonest speak against it
	Parts  []string // parts of words of its neighbours, in lower case, that none of its own has
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
	sample    = 1000 // code points that are looked at
	tooShort  = 50   // below so many code points a text alone tells too little
	short     = 120  // below so many it has to be clearer than others
	gate      = 0.20 // share of commonest words that an answer needs
	clearGate = 0.10 // the same where the page says so too, or of a short text the models are certain
	certain   = 0.95 // confidence that is certainty
	ownWords  = 0.15 // share of a neighbour's own words by which it is known
	plain     = 0.45 // share of commonest words that outweighs the models in a short text
	outweighs = 3    // times the share of the neighbour that they name
	sure      = 0.50 // confidence that a short text needs
	hinted    = 0.50 // confidence in the page's word alone
)

// A Detector tells languages apart. It is safe to share; the models load when the first text needs them.
type Detector struct {
	candidates []candidate
	neighbours map[string]map[string]bool // by code: words of their own
	models     func(text string) (code string, confidence float64)
}

type candidate struct {
	Candidate
	common, not map[string]bool
	parts       []string
}

// New makes a detector for the candidates, who knows others by some words of their own, by ISO 639-1 codes. It costs next to
// nothing: no model is loaded.
func New(candidates []Candidate, neighbours map[string][]string) *Detector {
	d := &Detector{neighbours: map[string]map[string]bool{}}
	for code, words := range neighbours {
		d.neighbours[code] = set(words)
	}
	var codes []string
	for _, c := range candidates {
		common, not := set(c.Common), set(c.Not)
		for word := range common {
			delete(not, word)
		}
		d.candidates = append(d.candidates, candidate{c, common, not, c.Parts})
		codes = append(codes, c.Code)
	}
	d.models = models(codes)
	return d
}

// Detect tells the language of a text. The hint is what the page says of itself, a BCP 47 tag or empty: it decides for
// the shortest texts alone, and for others helps the language that they look like, since pages are often wrong about it.
func (d *Detector) Detect(text, hint string) Result {
	text, n := beginning(text)
	words := split(text)
	said := d.candidate(primary(hint))
	if n < tooShort {
		if said != nil && len(words) > 0 {
			return Result{Code: said.Code, Confidence: hinted, From: "html"}
		}
		return Result{From: "text", Reason: "the text is too short"}
	}
	if code, ok := d.vote(words); ok && (said != nil || hint == "") {
		return Result{Code: code, Confidence: voted, From: "text"}
	}
	return d.judged(d.sampled(text, words, n < short), said)
}

// judged asks the models, and lets their answer through the gate.
func (d *Detector) judged(s sampled, said *candidate) Result {
	code, confidence := d.models(s.plain)
	c := d.candidate(code)
	if clear := d.plainly(s, code); s.isShort && c == nil && clear != nil {
		c, code, confidence = clear, clear.Code, hinted
	}
	switch {
	case code == "":
		return Result{From: "text", Reason: "no language fits"}
	case c == nil:
		return Result{From: "text", Found: d.known(s, code), Reason: "another language"}
	case c.speaksAgainst(s):
		return Result{From: "text", Found: d.known(s, ""), Reason: "words of a neighbour of " + code}
	case s.share(c.common) < gate && (said != c && !(s.isShort && confidence >= certain) || s.share(c.common) < clearGate):
		return Result{From: "text", Reason: "too few of the commonest words of " + code}
	case s.isShort && said != c && (confidence < sure || d.isOutdone(c, s)):
		return Result{From: "text", Reason: "the text is too short"}
	}
	return Result{Code: code, Confidence: confidence, From: "text"}
}

// plainly is the language whose commonest words make up so much of a short text, and those of the neighbour that the models name
// so little, that names have misled them; nil where there is none.
func (d *Detector) plainly(s sampled, named string) *candidate {
	own, ok := d.neighbours[named]
	for i := range d.candidates {
		c := &d.candidates[i]
		if n := s.share(c.common); ok && n >= plain && n >= outweighs*s.share(own) && !d.isOutdone(c, s) {
			return c
		}
	}
	return nil
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
