package match

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

func parse(t testing.TB, s string) *phrase.Node {
	t.Helper()
	n, err := phrase.Parse(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return n
}

func list(t testing.TB, name string, entries ...string) List {
	l := List{Name: name}
	for _, e := range entries {
		value, form, _ := strings.Cut(e, "=")
		l.Entries = append(l.Entries, Entry{value, parse(t, form)})
	}
	return l
}

// A small grammar with every construction: lists with values and long forms, name files, token classes, phrases,
// contexts, exceptions, gaps, stages.
func grammar(t testing.TB) Grammar {
	rule := func(name, makes string, phrases ...string) Rule {
		r := Rule{Name: "x." + name, Short: name, Makes: makes}
		for _, p := range phrases {
			r.Match = append(r.Match, parse(t, p))
		}
		return r
	}
	amount := rule("amount", "money", "<amount:number> <scale>? <unit>")
	amount.Except = []*phrase.Node{parse(t, "<number> dollars short")}
	place := rule("place", "place", "<town>")
	place.After = parse(t, "à | en direction de")
	past := rule("past", "tense", "a <word>")
	past.Before = parse(t, "hier")
	past.Set = []Constant{{"tense", "past"}}
	return Grammar{
		Writing: token.Writing{Decimal: ",", Groups: []string{" "}, Elisions: []string{"l'", "d'"}, Quotes: []token.Pair{{Open: "«", Close: "»"}, {Open: "“", Close: "”"}, {Open: "\"", Close: "\""}, {Open: "'", Close: "'"}}},
		Numbers: Numbers{Joiner: "et", Point: "virgule", Vigesimal: true, Words: map[string]int64{"un": 1, "deux": 2, "quatre": 4, "sept": 7, "dix": 10, "vingt": 20, "soixante": 60, "cent": 100, "mille": 1000}},
		Lists: []List{
			list(t, "scale", "1e3=mille", "1e6=million(s)", "1e6=M"), list(t, "unit", "USD=dollar(s)", "USD=dollar(s) américain(s)", "EUR=euro(s)", "USD=US$"),
			list(t, "said", "dire=dit", "déclarer=déclaré"),
			{Name: "town", Names: []NameFile{{Count: 3, All: maps.All(map[string]string{"FR": "Lyon", "US": "New York", "": "La Roche sur Yon"})}}},
			list(t, "stop", "=le", "=la", "=et"),
		},
		Classes: []Class{{"year", regexp.MustCompile(`^(?:(1[5-9]|20)\d\d)$`)}},
		Phrases: []Phrase{{"unit-of", parse(t, "(de | d')? <unit>")}},
		Types: []Type{
			{Name: "money", Fields: []string{"amount", "scale", "unit"}}, {Name: "place", Group: "entity", Fields: []string{"town"}},
			{Name: "person", Group: "entity"}, {Name: "tense", Fields: []string{"tense"}}, {Name: "quote", Fields: []string{"content", "cue", "speaker"}}, {Name: "pair", Fields: []string{"from", "to"}},
		},
		Rules: []Rule{
			amount, place, past,
			rule("person", "person", "<Capital>{2}"),
			rule("quote", "quote", "<content:quoted> ,? ... <cue:said> <speaker:person>", "<speaker:person> <cue:said> : <content:quoted>"),
			rule("pair", "pair", `<from:money> \( <to:money> \)`),
			rule("range", "money", "entre <amount:number> et <number> <unit>"),
		},
	}
}

func compiled(t testing.TB) *Program {
	p, err := Compile(grammar(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// show writes matches as "rule[text field=value …]".
func show(p *Program, s string) string {
	t := p.Tokenise(s)
	var all []string
	for _, m := range p.Find(t) {
		line := p.Rules()[m.Rule].Short + "[" + t.Slice(m.Tokens)
		for _, f := range m.Fields {
			v := f.Value
			if f.Of != nil {
				v = "→" + t.Slice(f.Of.Tokens)
			}
			line += fmt.Sprintf("|%s=%s", f.Name, v)
		}
		all = append(all, line+"]")
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	p := compiled(t)
	for _, c := range []struct{ about, text, want string }{
		{"value of a list and a number", "12,5 millions dollars", "amount[12,5 millions dollars|amount=12.5|scale=1e6|unit=USD]"},
		{"the longest form wins", "3 dollars américains", "amount[3 dollars américains|amount=3|unit=USD]"},
		{"a form with a capital matches as it stands", "3 M euros, 3 m euros", "amount[3 M euros|amount=3|scale=1e6|unit=EUR]"},
		{"a form in lower case matches any case", "3 EUROS", "amount[3 EUROS|amount=3|unit=EUR]"},
		{"a number in words is never cut", "mille cent euros", "amount[mille cent euros|amount=1100|unit=EUR]"},
		{"fours and twenties", "quatre-vingt-dix-sept euros", "amount[quatre-vingt-dix-sept euros|amount=97|unit=EUR]"},
		{"joined tens", "soixante et un euros", "amount[soixante et un euros|amount=61|unit=EUR]"},
		{"decimals in words", "deux virgule vingt-quatre euros, dix virgule un quatre euros", "amount[deux virgule vingt-quatre euros|amount=2.24|unit=EUR] amount[dix virgule un quatre euros|amount=10.14|unit=EUR]"},
		{"a point without decimals", "deux virgule euros", ""},
		{"two numbers in a row are two", "deux sept euros", "amount[sept euros|amount=7|unit=EUR]"},
		{"an exception drops what it touches", "3 dollars short", ""},
		{"context before", "à Lyon et Lyon", "place[Lyon|town=FR]"},
		{"context of several words, a name of several", "en direction de New York", "place[New York|town=US]"},
		{"types of one group exclude each other, the first defined of two equal ones wins", "à New York City", "place[New York|town=US]"},
		{"context after and a constant", "il a plu hier, il a plu", "past[a plu|tense=past]"},
		{"a quotation is one step, whatever is in it", "« Non. Jamais, dit. » a dit Paul Roux", "person[Paul Roux] quote[« Non. Jamais, dit. » a dit Paul Roux|content=Non. Jamais, dit.|cue=dire|speaker=→Paul Roux]"},
		{"a gap goes over no comma", "« Non » hier, ici dit Paul Roux", "person[Paul Roux]"},
		{"a phrase ends with its sentence", "3. Dollars. Entre 3 et", ""},
		{"one stage leans on another", "3 euros (4 dollars)", "pair[3 euros (4 dollars)|from=→3 euros|to=→4 dollars] amount[3 euros|amount=3|unit=EUR] amount[4 dollars|amount=4|unit=USD]"},
		{"leftmost first", "entre 3 et 4 euros", "range[entre 3 et 4 euros|amount=3|unit=EUR]"},
	} {
		if got := show(p, c.text); got != c.want && !sameParts(got, c.want) {
			t.Errorf("%s: %q\n got %s\nwant %s", c.about, c.text, got, c.want)
		}
	}
}

// sameParts compares without regard to the order of matches that begin at one token.
func sameParts(a, b string) bool {
	x, y := strings.Split(a, "] "), strings.Split(b, "] ")
	if len(x) != len(y) {
		return false
	}
	for _, p := range x {
		if !strings.Contains(b, strings.TrimSuffix(p, "]")) {
			return false
		}
	}
	return true
}

// Where a list says so, texts may leave accents out, all or some; they may not put any where a form has none.
func TestAccents(t *testing.T) {
	g := Grammar{
		Lists: []List{
			{Name: "loose", Accents: true, Entries: list(t, "", "1=été", "2=février", "3=la Rivière Dorée", "4=pré", "5=pre").Entries, Names: []NameFile{{Count: 3, All: maps.All(map[string]string{"FR": "Évian-les-Bains", "CI": "Côte d'Ivoire", "PT": "cá"})}}},
			list(t, "strict", "1=août"),
		},
		Types: []Type{{Name: "hit", Fields: []string{"loose", "strict"}}},
		Rules: []Rule{{Name: "x.hit", Short: "hit", Makes: "hit", Match: []*phrase.Node{parse(t, "<loose> | <strict>")}}},
	}
	p, err := Compile(g)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Eté":              "hit[Eté|loose=1]",
		"éte ete ÉTÉ":      "hit[éte|loose=1] hit[ete|loose=1] hit[ÉTÉ|loose=1]",
		"fevrier, févriér": "hit[fevrier|loose=2]",
		"éte février":    "hit[éte|loose=1] hit[février|loose=2]",
		"la Riviere Dorée": "hit[la Riviere Dorée|loose=3]",
		"la riviere doree": "",
		"pré pre":          "hit[pré|loose=4] hit[pre|loose=5]",
		"Evian-les-Bains":  "hit[Evian-les-Bains|loose=FR]",
		"Cote d’Ivoire":    "hit[Cote d’Ivoire|loose=CI]",
		"Ca":               "hit[Ca|loose=PT]",
		"aout août":        "hit[août|strict=1]",
	} {
		if got := show(p, text); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestNot(t *testing.T) {
	g := grammar(t)
	g.Rules = []Rule{{Name: "x.np", Short: "np", Makes: "place", Match: []*phrase.Node{parse(t, "la <!stop>{1,3}")}}}
	p, err := Compile(g)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := show(p, "la maison verte et la ville"), "np[la maison verte] np[la ville]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCycle(t *testing.T) {
	g := grammar(t)
	g.Rules = append(g.Rules, Rule{Name: "x.loop", Short: "loop", Makes: "money", Match: []*phrase.Node{parse(t, "<pair>")}})
	if _, err := Compile(g); err == nil || !strings.Contains(err.Error(), "refers to itself") {
		t.Errorf("got %v", err)
	}
}

func TestQuotations(t *testing.T) {
	p := compiled(t)
	for text, want := range map[string]string{
		"« un » et “ deux ”":                  "un|deux",
		"« un “ deux ” trois »":               "un “ deux ” trois|deux",
		"a \"b\" c \"d\" e":                   "b|d",
		"« ouvert\n\nautre « deux »":          "ouvert|deux",
		"rien » ici":                          "",
		"'un' et 'deux ou trois.' non":        "un|deux ou trois.",
		"the '90s and 'the dogs' bowl' isn't": "the dogs' bowl",
		"'tis \"said\" 'em":                   "said",
		"\"a 'b' c\" d'e 'f":                  "a 'b' c|b",
	} {
		tx := p.Tokenise(text)
		var got []string
		for _, q := range p.Quotations(tx) {
			got = append(got, tx.Slice(q.Inner))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"« 3 euros (4 dollars) » a dit Paul Roux", "entre 3 et 4 euros", "\xff« “ \" »", "quatre-vingt-"} {
		f.Add(s)
	}
	p := compiled(f)
	f.Fuzz(func(t *testing.T, s string) {
		text := p.Tokenise(s)
		first := fmt.Sprint(len(p.Find(text)))
		for _, m := range p.Find(text) {
			if m.Tokens.Start < 0 || m.Tokens.Len() <= 0 || m.Tokens.End > len(text.Tokens) {
				t.Fatalf("match at %v of %d tokens", m.Tokens, len(text.Tokens))
			}
			for _, fl := range m.Fields {
				if fl.Tokens.Len() < 0 || fl.Tokens.Len() > 0 && !m.Tokens.Contains(fl.Tokens) {
					t.Fatalf("field %s at %v outside %v", fl.Name, fl.Tokens, m.Tokens)
				}
			}
		}
		if again := fmt.Sprint(len(p.Find(text))); again != first {
			t.Fatalf("%s matches, then %s", first, again)
		}
	})
}
