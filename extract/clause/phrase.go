package clause

import "sayso/rules/token"

// Beside is a noun phrase with what is set beside it.
func (r *Reader) Beside(at token.Range) Phrase {
	p := Phrase{Tokens: at}
	if q, _, ok := r.Right(at.Start, r.text.Sentences[r.text.Tokens[at.Start].Sentence].End); ok && q.Tokens.Start == at.Start && q.Tokens.End >= at.End {
		p.Apposed = q.Apposed
	}
	return p
}

// Before is the noun phrase that ends before a token, back to a first token at most, or empty: the words before a name.
func (r *Reader) Before(i, floor int) token.Range {
	at := r.phraseBefore(i, floor)
	if at.Len() > 0 && !r.does(at.Start, det) {
		return token.Range{}
	}
	return at
}

// Apposition is what is set beside the name that ends before a token, or empty.
func (r *Reader) Apposition(i int) token.Range {
	if i >= len(r.text.Tokens) {
		return token.Range{}
	}
	ceil := r.text.Sentences[r.text.Tokens[i-1].Sentence].End
	if r.Is(i, "(") {
		i = r.closing(i, ceil) + 1
	}
	if i+1 >= ceil || !r.Is(i, ",") || r.does(i+1, prep|sub|rel|and|pron|clitic|neg) && !r.does(i+1, det) || r.Verb(i+1) != nil {
		return token.Range{}
	}
	at := token.Range{Start: i + 1, End: r.segmentEnd(i+1, ceil)}
	if r.Finite(at) {
		return token.Range{}
	}
	return at
}

// Governed is the noun phrase behind the preposition at a token, or empty.
func (r *Reader) Governed(i, ceil int) token.Range {
	if i+1 >= ceil || !r.only(i, prep) {
		return token.Range{}
	}
	return token.Range{Start: i + 1, End: r.phraseEnd(i+1, ceil)}
}

// Within reports whether a token may stand within what a preposition begins: a word that is no verb, or a hyphen.
func (r *Reader) Within(i int) bool {
	return r.Verb(i) == nil && r.quotation(i) == nil && (r.word(i) || r.Is(i, "-", "'", "’")) && !r.does(i, sub|rel|that)
}

// Determines reports whether a word begins a noun phrase, joined to a preposition or alone.
func (r *Reader) Determines(i int) bool { return r.does(i, det) || r.Definite(i) }

// Impersonal reports whether a pronoun may mean nobody: one that the packs give no gender.
func (r *Reader) Impersonal(i int) bool {
	gender, ok := r.program.Lookup("pronoun", r.text.Word(i))
	return ok && gender == "any"
}

// Gerund reports whether a gerund begins at a token.
func (r *Reader) Gerund(i int) bool {
	v := r.Verb(i)
	return v != nil && v.Kind == "gerund" && v.Tokens.Start == i
}

// Dated reports whether an adverb or a date stands at a token, with its preposition.
func (r *Reader) Dated(i int) bool {
	return r.Adverb(i) || r.only(i, prep) && i+1 < len(r.aside) && r.isAside(i+1)
}

// FiniteAt reports whether a verb that tells a tense stands at a token.
func (r *Reader) FiniteAt(i int) bool { return r.finite(i) && r.Verb(i).Kind != "past" }

// AboutNoun reports whether the subject of the verb at a token stands behind a word that begins a clause about a noun, of which
// that clause tells: "which he says".
func (r *Reader) AboutNoun(i, floor int) bool {
	p, ok := r.Left(i, floor)
	start := p.Tokens.Start - 1
	return ok && start > floor && (r.does(start, rel) || r.does(start, that) && !r.does(start, drop))
}

// Relative reports whether a word that begins a clause about the noun before it stands right before the verb at a token.
func (r *Reader) Relative(i, floor int) bool {
	start := r.back(i, floor) - 1
	return start > floor && r.does(start, rel)
}

// NounClauseEnd is where a clause about a noun that begins at a token ends, up to an end: before the comma behind which the
// main clause goes on with its verb.
func (r *Reader) NounClauseEnd(i, ceil int) int {
	for k := i; k < ceil-1; k++ {
		if r.Is(k, ",") && r.FiniteAt(k+1) {
			return k
		}
	}
	return ceil
}
