package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// listStance is the packs' list of the stances that words of saying have by themselves, and futurePromises its value for
// those that promise what is to come.
const (
	listStance     = "speaker-stance"
	futurePromises = "future-promises"
)

// stances say how the speaker of each statement stands to it: by the words that report it, else by those that are said.
func (r *reading) stances() []string {
	all := make([]string, len(r.Quotes))
	for i := range r.Quotes {
		all[i] = r.stanceOf(i, r.words(i))
	}
	return all
}

// own is in place of a statement's number where the article says it in its own voice.
const own = -1

// stanceOf is the stance to the words of a statement.
func (r *reading) stanceOf(i int, words []token.Range) string {
	if i != own && r.Quotes[i].Cue != nil {
		switch s, ok := r.Lookup(listStance, r.Quotes[i].Cue.Stance); {
		case s == document.Promises && r.promised(words), (!ok || s == futurePromises) && r.commits(&r.Quotes[i], words):
			return document.Promises
		case s == document.Asks && !r.asks(words) && r.introduced(words[0].Start): // asked that it be done
			return document.Demands
		case s == document.Asks && !r.asks(words) && r.hasQuestion(i): // another sentence of it asks
		case ok && s != document.Promises && s != futurePromises:
			return s
		}
	}
	main := r.main(words)
	switch {
	case r.asks(words):
		return document.Asks
	case r.bids(words[0]) && (i == own && r.listOf(words[0]).Len() == 0 || i != own && r.Quotes[i].Kind == "direct"):
		return document.Demands
	case i != own && r.anyModal(main, "promise"):
		return document.Promises
	case i != own && r.anyModal(main, "demand"):
		return document.Demands
	case r.hedged(i, words):
		return document.Supposes
	}
	return document.Asserts
}

// hasQuestion reports whether a question mark stands among the words of a statement.
func (r *reading) hasQuestion(i int) bool {
	return slices.ContainsFunc(r.words(i), func(at token.Range) bool {
		for k := at.Start; k < at.End; k++ {
			if r.Is(k, "?") {
				return true
			}
		}
		return false
	})
}

// promised reports whether words tell of what is to come: what has been, or is, can be sworn to but not promised.
func (r *reading) promised(words []token.Range) bool {
	t := r.tense(words, "past", "future", "planned")
	return t == "future" || t == "planned" || t == "" && !r.finite(words)
}

// otherGender is, by the gender of a speaker, what begins with a pronoun that means somebody else.
var otherGender = map[string]string{"f": "commitment-m", "m": "commitment-f"}

// commits reports whether a told clause begins with what its speaker will do: a pronoun that can mean the speaker and a verb
// that tells what is to come.
func (r *reading) commits(q *document.Quote, words []token.Range) bool {
	if q.Kind == "direct" || q.Speaker == nil {
		return false
	}
	begin := token.Range{Start: words[0].Start, End: words[0].Start + 1}
	other := ""
	if q.Speaker.Entity != nil {
		other = otherGender[r.Named.All[r.at[*q.Speaker.Entity]].Gender]
	}
	return slices.ContainsFunc(r.Within(value.TypeModality, begin), func(m *match.Match) bool {
		return strings.HasPrefix(m.Value("kind"), "commitment") && m.Value("kind") != other
	})
}

// hedged reports whether the words of a statement are said with reserve, by themselves or by what reports them. A conditional
// behind a verb of the past tells what was to come then.
func (r *reading) hedged(i int, words []token.Range) bool {
	main := r.main(words)
	if r.anyModal(main, "hedged") || i != own && r.Quotes[i].Cue != nil && r.Quotes[i].Cue.Hedged {
		return true
	}
	return r.anyModal(main, "reported") && (i == own || r.tense([]token.Range{r.Said[i].Cue()}, "past") == "")
}

// anyModal reports whether words of a kind stand in some ranges.
func (r *reading) anyModal(words []token.Range, kind string) bool {
	return slices.ContainsFunc(words, func(at token.Range) bool { return r.modal(at, kind) })
}
