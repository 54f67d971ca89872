package extract

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/evidence"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A Finding is one place where a rule holds, and what became of it.
type Finding struct {
	document.Place
	Match   *document.Place `json:"match,omitempty"` // the whole match, where the annotation is a part of it
	Makes   string          `json:"makes"`
	Rule    string          `json:"rule"`
	At      string          `json:"at"` // file:line:column of the rule
	Fields  []FoundField    `json:"fields"`
	Values  []FoundField    `json:"values"`            // what the match means by itself, by property
	Record  string          `json:"record,omitempty"`  // the id of what the record holds of it
	Dropped string          `json:"dropped,omitempty"` // why it gives nothing
	By      *Winner         `json:"by,omitempty"`      // what it lost to
	Sums    []Sum           `json:"sums,omitempty"`    // of a name: what speaks for each kind
}

// A Sum is what speaks for a span being a name of a kind, as logarithms of odds against no name. The rest of the article
// adds to it, and of spans that overlap those with the greatest sum together win.
type Sum struct {
	Kind   string  `json:"kind"`
	Weight float64 `json:"weight"` // of all pieces
	Pieces []Piece `json:"pieces"` // the heaviest first
}

// A Piece is one piece of evidence: what it is, its value, and what it weighs.
type Piece struct {
	What   string  `json:"what"`
	Value  string  `json:"value"`
	Weight float64 `json:"weight"`
}

// A FoundField is a field of a match: the words that it stands for, none where the rule sets it, and their value.
type FoundField struct {
	Name  string `json:"name"`
	Text  string `json:"text,omitempty"`
	Value string `json:"value"`
}

// Why a match gives nothing that stands in the wrong place.
const (
	wantsBefore = "what must precede it does not"
	wantsAfter  = "what must follow it does not"
)

// OutOfPlace reports whether the finding gives nothing because what must stand beside it does not: a rule with a context
// leaves most places alone for that.
func (f Finding) OutOfPlace() bool { return f.Dropped == wantsBefore || f.Dropped == wantsAfter }

// A Winner is the match that another lost to, with the place of the whole match.
type Winner struct {
	document.Place
	Rule string `json:"rule"`
	At   string `json:"at"`
}

// Explain reads an article as Extract does, and tells of every place where a rule holds, in the order of the text: in the
// windows that it was read in, as far as it was read. The rules are loaded with their places, once a language.
func (x *Extractor) Explain(ctx context.Context, a article.Article, tell func(Finding)) (*document.Document, error) {
	d, a, err := x.read(ctx, a)
	if err != nil || d.Language.Code == nil {
		return d, err
	}
	pack, err := x.explained(*d.Language.Code)
	if err != nil {
		return d, err
	}
	program, err := pack.Program()
	if err != nil {
		return d, err
	}
	reader := program.NewReader()
	defer reader.Close()
	e := explainer{pack: pack, types: Types(), kept: kept(d)}
	e.places = placesByRule(e.kept)
	for rest := a.Text; rest != ""; e.offset += utf8.RuneCountInString(a.Text) {
		a.Text, rest = cutWindow(rest, window)
		if e.View, err = view.NewContext(ctx, program, reader, a); err != nil {
			return d, err
		}
		e.weighed = entities.Evidence(e.View)
		verdicts, err := program.Explain(ctx, e.Text)
		if err != nil {
			return d, err
		}
		for _, v := range verdicts {
			tell(e.finding(v))
		}
	}
	return d, nil
}

// explained is the pack for a language with the places of its rules, which the compiled ones do not have.
func (x *Extractor) explained(code string) (*rules.Pack, error) {
	load, _ := x.packs.LoadOrStore(code, sync.OnceValues(func() (*rules.Pack, error) { return x.library.ForLanguage(code) }))
	return load.(func() (*rules.Pack, error))()
}

// An explainer makes findings of one window of an article after another.
type explainer struct {
	*view.View
	offset  int // code points before the window
	weighed *evidence.Article

	pack   *rules.Pack
	types  []rules.Type
	kept   []keptPlace                // of the whole article
	places map[string]*token.Overlaps // the same by rule
}

// place is a place as the article counts.
func (e *explainer) place(at token.Range) document.Place {
	p := e.Place(at)
	p.Start, p.End = p.Start+e.offset, p.End+e.offset
	return p
}

func (e *explainer) finding(v match.Verdict) Finding {
	r := e.pack.Rules[v.Rule]
	span := value.Span(v.Match)
	f := Finding{Place: e.place(span), Makes: r.Makes, Rule: r.Name, At: r.Pos.String(), Fields: []FoundField{}, Values: []FoundField{}}
	if span != v.Tokens {
		whole := e.place(v.Tokens)
		f.Match = &whole
	}
	for _, field := range v.Fields {
		found := FoundField{Name: field.Name, Value: field.Value}
		if field.Tokens.Len() > 0 {
			found.Text = e.Text.Slice(field.Tokens)
		}
		if field.Of != nil {
			found.Value = e.pack.Rules[field.Of.Rule].Name
		}
		f.Fields = append(f.Fields, found)
	}
	f.Values = e.values(r.Makes, v.Match)
	if named[r.Makes] && v.Why == match.None {
		f.Sums = e.sums(span)
	}
	if v.Why == match.None {
		f.Record = e.record(f)
		if f.Record == "" && recorded[r.Makes] {
			f.Dropped = "the rest of the article speaks against it"
		}
		return f
	}
	f.Dropped = reason(v)
	if v.To != nil {
		winner := e.pack.Rules[v.To.Rule]
		f.By = &Winner{e.place(v.To.Tokens), winner.Name, winner.Pos.String()}
	}
	return f
}

// reason is why a match gives nothing.
func reason(v match.Verdict) string {
	switch {
	case v.Why == match.Precedes:
		return wantsBefore
	case v.Why == match.Follows:
		return wantsAfter
	case v.Why == match.Exception:
		return "it touches an exception of its rule"
	case v.To == nil:
		return "it overlaps another"
	case v.To.Tokens.Start < v.Tokens.Start:
		return "one that begins earlier overlaps it"
	case v.To.Tokens.End > v.Tokens.End:
		return "a longer one begins where it does"
	case v.To.Tokens == v.Tokens:
		return "a rule that was defined before holds there too"
	}
	return "another overlaps it"
}

// recorded are the types of which the record holds every match that stands.
var recorded = map[string]bool{
	value.TypeMoney: true, value.TypeDate: true, value.TypePerson: true, value.TypeOrganization: true, value.TypeLocation: true,
	value.TypeMisc: true, value.TypeQuote: true,
}

// named are the types whose spans are weighed as names.
var named = map[string]bool{
	value.TypePerson: true, value.TypeOrganization: true, value.TypeLocation: true, value.TypeMisc: true, value.TypeName: true,
}

// sums are what speaks for a span being a name, by kind, without words that owe their capital to the start of a sentence.
func (e *explainer) sums(span token.Range) []Sum {
	span = entities.Trimmed(e.View, span)
	var all []Sum
	for k, name := range evidence.Types {
		pieces, weight := e.weighed.Account(span, evidence.Kind(k), e.Program)
		sum := Sum{Kind: name, Weight: rounded(weight), Pieces: []Piece{}}
		for _, p := range pieces {
			sum.Pieces = append(sum.Pieces, Piece{p.What, p.Value, rounded(p.Weight)})
		}
		all = append(all, sum)
	}
	slices.SortStableFunc(all, func(a, b Sum) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}

// rounded is a weight in hundredths.
func rounded(w float64) float64 { return math.Round(100*w) / 100 }

// values are what a match means by itself, by name; what says no more than a field does is left out.
func (e *explainer) values(makes string, m *match.Match) []FoundField {
	values := []FoundField{}
	i := slices.IndexFunc(e.types, func(t rules.Type) bool { return t.Name == makes })
	if i < 0 {
		return values
	}
	for name, v := range e.types[i].Value(e.Text, m) {
		if f, ok := m.Field(name); v != "" && name != value.Text && !(ok && f.Value == v) {
			values = append(values, FoundField{Name: name, Value: v})
		}
	}
	slices.SortFunc(values, func(a, b FoundField) int { return cmp.Compare(a.Name, b.Name) })
	return values
}

// A keptPlace is where the record holds something that a rule made; any rule where it names none.
type keptPlace struct {
	rule, id   string
	start, end int
}

// kept are all places of a document.
func kept(d *document.Document) []keptPlace {
	var all []keptPlace
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			all = append(all, keptPlace{m.Rule, e.ID, m.Start, m.End})
		}
		for _, r := range e.Roles {
			all = append(all, keptPlace{r.Rule, e.ID, r.Start, r.End})
		}
	}
	for _, m := range d.Money {
		all = append(all, keptPlace{m.Rule, m.ID, m.Start, m.End})
		if s := m.Stated; s != nil {
			all = append(all, keptPlace{s.Rule, m.ID, m.Start, s.End}, keptPlace{"", m.ID, s.Start, s.End})
		}
	}
	for _, m := range d.Dates {
		all = append(all, keptPlace{m.Rule, m.ID, m.Start, m.End})
	}
	for _, q := range d.Quotes {
		all = append(all, keptPlace{q.Rule, q.ID, q.Start, q.End})
		if q.Cue != nil {
			all = append(all, keptPlace{q.Rule, q.ID, q.Cue.Start, q.Cue.End})
		}
	}
	return all
}

// placesByRule are the places that are kept, by rule.
func placesByRule(kept []keptPlace) map[string]*token.Overlaps {
	numbers, places := map[string][]int{}, map[string]*token.Overlaps{}
	for n, k := range kept {
		numbers[k.rule] = append(numbers[k.rule], n)
	}
	for rule, some := range numbers {
		places[rule] = token.NewOverlaps(some, func(n int) token.Range { return token.Range{Start: kept[n].start, End: kept[n].end} })
	}
	return places
}

// record is the id of what the record holds of a finding, or empty.
func (e *explainer) record(f Finding) string {
	at, every := token.Range{Start: f.Start, End: f.End}, func(int) bool { return true }
	n, found := e.places[f.Rule].First(at, every)
	if recorded[f.Makes] {
		if m, other := e.places[""].First(at, every); other && (!found || m < n) {
			n, found = m, true
		}
	}
	if !found {
		return ""
	}
	return e.kept[n].id
}
