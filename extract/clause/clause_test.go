package clause_test

import (
	"testing"

	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules"
)

// reader reads the clauses of a text, with its verbs alone: no name, date or boundary is known.
func reader(t *testing.T, lang, text string) (*clause.Reader, func(p clause.Phrase) string, int) {
	t.Helper()
	pack, err := rules.NewLibrary(value.Types()).Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	program, err := pack.Program()
	if err != nil {
		t.Fatal(err)
	}
	tokens := program.Tokenise(text)
	parts := clause.Parts{Quotations: program.Quotations(tokens)}
	for _, m := range program.Find(tokens) {
		if program.Rules()[m.Rule].Makes == value.TypePredicate {
			parts.Verbs = append(parts.Verbs, m)
		}
	}
	slice := func(p clause.Phrase) string {
		if p.Apposed.Len() > 0 {
			return tokens.Slice(p.Tokens) + " | " + tokens.Slice(p.Apposed)
		}
		return tokens.Slice(p.Tokens)
	}
	return clause.New(program, tokens, parts), slice, len(tokens.Tokens)
}

// said is the verb of saying of a text, the last one.
func said(t *testing.T, r *clause.Reader) clause.Verb {
	t.Helper()
	for i := len(r.Verbs()) - 1; i >= 0; i-- {
		if v := r.Verbs()[i]; v.Kind == "said" {
			return v
		}
	}
	t.Fatal("no verb of saying")
	return clause.Verb{}
}

// The subject before a verb is found over brackets, commas, dashes and what begins the sentence.
func TestLeft(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "Luc Aubert (LR) a indiqué que la cave était vide.", "Luc Aubert"},
		{"fr", "Le patron de Vinobel, Luc Aubert, a indiqué que la cave était vide.", "Le patron de Vinobel | Luc Aubert"},
		{"fr", "Luc Aubert, le patron de Vinobel, dont la cave a brûlé, a indiqué que tout était perdu.", "Luc Aubert | le patron de Vinobel, dont la cave a brûlé"},
		{"fr", "Dans un entretien le maire a indiqué que la cave était vide.", "le maire"},
		{"pt", "Segundo turno à parte, o ministro – de férias – disse que a adega está vazia.", "o ministro | de férias"},
		{"pt", "O banco fechou as portas, na terça, disse o ministro.", ""},
		{"en", "A report released by the town said that the cellar was empty.", "A report released by the town"},
		{"en", "Luke Abbott, who has run the cellar since 2010, said that the stock was lost.", "Luke Abbott | who has run the cellar since 2010"},
		{"en", "The town's head, 53, said that the cellar was empty.", "The town's head | 53"},
	} {
		r, slice, _ := reader(t, c.lang, c.text)
		p, ok := r.Left(said(t, r).Tokens.Start, 0)
		if got := slice(p); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

// The subject behind a verb is found over dates, places and those who are spoken to.
func TestRight(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "« Oui », a déclaré à la radio le ministre du Budget, Jean Durand.", "le ministre du Budget | Jean Durand"},
		{"fr", "« Oui », explique le très aimable instituteur dans une vidéo.", "le très aimable instituteur"},
		{"pt", "“Sim”, recordou, em entrevista, o professor Pedro Nogueira.", "o professor Pedro Nogueira"},
		{"en", "“Yes,” said the party's elated leader as he left.", "the party's elated leader"},
		{"pt", "“Sim”, disse.", ""},
	} {
		r, slice, n := reader(t, c.lang, c.text)
		p, _, ok := r.Right(said(t, r).Tokens.End, n)
		if got := slice(p); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

// What a verb introduces begins behind all that may stand between, and is no clause about a noun there.
func TestComplement(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       clause.Complement
	}{
		{"fr", "Luc Aubert a indiqué, lors d'une réunion à Mende, que la cave était vide.", clause.That},
		{"fr", "Le maire a annoncé une réforme que la ville attend.", clause.None},
		{"fr", "Le maire a précisé hier : « Oui. »", clause.Colon},
		{"pt", "O prefeito disse aos jornalistas que falta água.", clause.That},
		{"pt", "Barroso concordou com a ideia de que falta água.", clause.That},
		{"pt", "Barroso concordou com a reforma de que a vila precisa.", clause.None},
		{"en", "She said to the host that should raise eyebrows.", clause.None},
		{"en", "She called it a “failure”.", clause.Quoted},
		{"en", "She said in the hall of the house by the mill that the cellar was empty.", clause.That},
		{"en", "She said in the hall of the house at the end of the street by the mill on the hill near the church in the town of Leeds that the cellar was empty.", clause.None}, // too far behind
	} {
		r, _, n := reader(t, c.lang, c.text)
		v := r.Verbs()[0]
		for _, other := range r.Verbs() {
			if other.Kind == "said" || other.Kind == "label" {
				v = other
				break
			}
		}
		if got, _ := r.Complement(v.Tokens.End, n, false); got != c.want {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}
