package compare

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/names"
)

// stories are articles that stand in testdata in three languages, with their day.
var stories = map[string]string{"shipyard": "2024-06-04", "budget": "2023-11-14", "flood": "2025-02-09"}

var extractor *extract.Extractor

// read reads a text: a title, an empty line and the article.
func read(t *testing.T, text, lang, day string) *document.Document {
	t.Helper()
	if extractor == nil {
		var err error
		if extractor, err = extract.New(extract.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	d, err := extractor.Extract(article.Article{
		ID: "a", Text: text, Source: article.Source{Kind: "file", Location: "a.txt"},
		Published: article.Published{Date: day, From: "flag"}, Language: article.Hint{Code: lang, From: "flag"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// story is the text of a story in a language.
func story(t *testing.T, name, lang string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name + "." + lang + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestTranslations compares each story with its translations: nine in ten figures, dates and speakers are found to be the same.
func TestTranslations(t *testing.T) {
	same, all := map[string]int{}, map[string]int{}
	for name, day := range stories {
		for _, pair := range [][2]string{{"en", "fr"}, {"en", "pt"}, {"fr", "pt"}} {
			c := Compare(read(t, story(t, name, pair[0]), pair[0], day), read(t, story(t, name, pair[1]), pair[1], day))
			for kind, items := range map[string][]Item{"figures": c.Money, "dates": c.Dates, "speakers": c.Speakers, "quotes": c.Quotes, "names": c.Entities} {
				all[kind] += len(items)
				for _, i := range items {
					if i.Verdict == Same {
						same[kind]++
					} else {
						t.Logf("%s %v: %s %+v", name, pair, kind, i)
					}
				}
			}
		}
	}
	for kind, least := range map[string]float64{"figures": .9, "dates": .9, "speakers": .9, "quotes": .85, "names": .7} {
		share := float64(same[kind]) / float64(all[kind])
		t.Logf("%s: %d of %d the same, %.3f", kind, same[kind], all[kind], share)
		if share < least || all[kind] < 40 && kind != "figures" {
			t.Errorf("%s: %d of %d, asked %.2f", kind, same[kind], all[kind], least)
		}
	}
}

// TestSeededDifferences changes one thing of an article: that is reported, and nothing else of its kind.
func TestSeededDifferences(t *testing.T) {
	for _, c := range []struct {
		about, story, lang string
		was, is            string
		items              func(*Comparison) []Item
		verdict            string
		note               string
		a, b               string // values
	}{
		{"a figure", "shipyard", "en", "64 million euros", "46 million euros", (*Comparison).money, Changed, "", "EUR 64000000", "EUR 46000000"},
		{"a figure", "budget", "fr", "900 millions", "700 millions", (*Comparison).money, Changed, "", "USD 900000000", "USD 700000000"},
		{"a figure", "flood", "pt", "35 milhões de libras", "53 milhões de libras", (*Comparison).money, Changed, "", "GBP 35000000", "GBP 53000000"},
		{"a currency", "shipyard", "pt", "75 milhões de euros", "75 milhões de dólares", (*Comparison).money, Changed, "", "EUR 75000000", "USD 75000000"},
		{"a figure rounded too far", "flood", "en", "620,000 pounds", "600,000 pounds", (*Comparison).money, Changed, "", "GBP 620000", "GBP 600000"},
		{"a rounded figure", "shipyard", "en", "18 million euros", "18.04 million euros", (*Comparison).money, Same, NoteRounded, "EUR 18000000", "EUR 18040000"},
		{"a figure that is gone", "shipyard", "fr", "prêtera au chantier 75 millions d'euros à 2 %", "prêtera de l'argent au chantier", (*Comparison).money, OnlyA, "", "EUR 75000000", ""},
		{"a qualifier", "budget", "en", "costs 84 million", "costs over 84 million", (*Comparison).money, Same, NoteQualifier, "USD 84000000", "USD 84000000"},
		{"a date", "shipyard", "en", "in May 2019", "in June 2018", (*Comparison).dates, Changed, "", "2019-05", "2018-06"},
		{"a date", "budget", "fr", "28 novembre", "29 novembre", (*Comparison).dates, Changed, "", "2023-11-28", "2023-11-29"},
		{"a date", "flood", "pt", "em dezembro de 1996", "em dezembro de 1969", (*Comparison).dates, Changed, "", "1996-12", "1969-12"},
		{"a vaguer date", "budget", "pt", "de 8 de maio de 2022", "de maio de 2022", (*Comparison).dates, Same, NoteWider, "2022-05-08", "2022-05"},
		{"a quote that is gone", "budget", "en", `"Nobody likes this budget, and everybody needs it," said the finance minister, Elena Marchetti.`, "The finance minister is Elena Marchetti.", (*Comparison).quotes, OnlyA, "", "Elena Marchetti", ""},
		{"a quote that is gone", "budget", "fr", `« Vous fermez des hôpitaux pour acheter des hélicoptères », a lancé Tomas Reuter, chef du Parti travailliste.`, "Tomas Reuter est chef du Parti travailliste.", (*Comparison).quotes, OnlyA, "", "Tomas Reuter", ""},
		{"a quote that is gone", "flood", "pt", `"Os nossos funcionários seguiram o plano à letra", garantiu o porta-voz, Mark Rowe.`, "O porta-voz é Mark Rowe.", (*Comparison).quotes, OnlyA, "", "Mark Rowe", ""},
		{"other words", "budget", "en", "closing hospitals to buy helicopters", "closing schools to buy new helicopters", (*Comparison).quotes, Changed, NoteReworded, "Tomas Reuter", "Tomas Reuter"},
		{"a shorter quote", "flood", "fr", "« Notre personnel a suivi le plan à la lettre »", "« Notre personnel a suivi le plan »", (*Comparison).quotes, Changed, NoteShortened, "Mark Rowe", "Mark Rowe"},
		{"another speaker", "budget", "pt", `dólares a mais em juros", disse na segunda-feira a presidente do banco, Helen Okafor`, `dólares a mais em juros", disse na segunda-feira Carla Nunes`, (*Comparison).quotes, Changed, NoteSpeaker, "Helen Okafor", "Carla Nunes"},
	} {
		text := story(t, c.story, c.lang)
		if strings.Count(text, c.was) != 1 {
			t.Fatalf("%s: %q stands %d times", c.story, c.was, strings.Count(text, c.was))
		}
		a := read(t, text, c.lang, stories[c.story])
		b := read(t, strings.Replace(text, c.was, c.is, 1), c.lang, stories[c.story])
		var told []Item
		for _, i := range c.items(Compare(a, b)) {
			if i.Verdict != Same || len(i.Notes) > 0 {
				told = append(told, i)
			}
		}
		if len(told) != 1 || told[0].Verdict != c.verdict || value(told[0].A) != c.a || value(told[0].B) != c.b || c.note != "" && !slices.Contains(told[0].Notes, c.note) {
			t.Errorf("%s in %s.%s: %+v", c.about, c.story, c.lang, told)
		}
	}
}

func (c *Comparison) money() []Item  { return c.Money }
func (c *Comparison) dates() []Item  { return c.Dates }
func (c *Comparison) quotes() []Item { return c.Quotes }

func value(sides []Side) string {
	if len(sides) == 0 {
		return ""
	}
	return sides[0].Value
}

func TestNoDifference(t *testing.T) {
	for name, day := range stories {
		for _, lang := range []string{"en", "fr", "pt"} {
			d := read(t, story(t, name, lang), lang, day)
			if c := Compare(d, d); c.Counts.Different() || c.Counts.Same < 20 {
				t.Errorf("%s.%s with itself: %+v", name, lang, c.Counts)
			}
		}
	}
}

// Articles on different stories, of one language or two, have nothing in common: their order, and what any article may hold (a
// place, a round sum), is no evidence.
func TestUnrelatedArticles(t *testing.T) {
	var names []string
	for _, lang := range []string{"en", "fr", "pt"} {
		for name := range stories {
			names = append(names, "testdata/"+name+"."+lang+".txt")
		}
	}
	others, _ := filepath.Glob("../../testdata/articles/*/*.txt")
	names = append(slices.Sorted(slices.Values(names)), others...)
	docs := make([]*document.Document, len(names))
	for i, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lang := filepath.Base(filepath.Dir(name))
		if lang == "testdata" {
			lang = strings.TrimSuffix(name, ".txt")[len(name)-6:]
		}
		docs[i] = read(t, string(text), lang, "2025-03-12")
	}
	pairs, languages := 0, map[string]bool{}
	for i, a := range docs {
		for j, b := range docs[:i] {
			story, _, _ := strings.Cut(filepath.Base(names[i]), ".")
			if other, _, _ := strings.Cut(filepath.Base(names[j]), "."); story == other {
				continue
			}
			pairs++
			languages[*a.Language.Code+*b.Language.Code] = true
			if c := Compare(a, b); c.Comparable || c.Counts.Same+c.Counts.Changed > 0 || c.Counts.OnlyA == 0 || c.Counts.OnlyB == 0 {
				t.Errorf("%s, %s: %v %+v", names[i], names[j], c.Comparable, c.Counts)
			}
		}
	}
	if pairs < 40 || len(languages) < 6 {
		t.Errorf("%d pairs of the languages %v", pairs, languages)
	}
}

func TestEmptyDocuments(t *testing.T) {
	empty := &document.Document{}
	full := read(t, story(t, "flood", "en"), "en", stories["flood"])
	if c := Compare(empty, empty); c.Counts != (Counts{}) || c.Money == nil || c.Quotes == nil {
		t.Errorf("%+v", c)
	}
	if c := Compare(full, empty); c.Counts.OnlyA == 0 || c.Counts.Same+c.Counts.Changed+c.Counts.OnlyB > 0 {
		t.Errorf("%+v", c.Counts)
	}
	if c := Compare(empty, full); c.Counts.OnlyB == 0 || c.Counts.Same+c.Counts.Changed+c.Counts.OnlyA > 0 {
		t.Errorf("%+v", c.Counts)
	}
}

func TestSameFigure(t *testing.T) {
	usd := func(n string) amount { return amount{number: n, currency: "USD"} }
	eur := func(n string) amount { return amount{number: n, currency: "EUR"} }
	for _, c := range []struct {
		a, b sum
		same bool
		note string
	}{
		{sum{own: eur("12000000")}, sum{own: eur("12000000")}, true, ""},
		{sum{own: eur("12340000")}, sum{own: eur("12300000")}, true, NoteRounded},
		{sum{own: eur("12.5")}, sum{own: eur("12.47")}, true, NoteRounded},
		{sum{own: eur("12340000")}, sum{own: eur("12400000")}, false, ""},
		{sum{own: eur("640000000")}, sum{own: eur("600000000")}, false, ""}, // one digit says too little
		{sum{own: eur("12000000"), stated: usd("13400000")}, sum{own: usd("13400000"), stated: eur("12000000")}, true, NoteConverted},
		{sum{own: eur("12000000"), stated: usd("13400000")}, sum{own: usd("13400000")}, true, NoteConverted},
		{sum{own: eur("12")}, sum{own: usd("12")}, false, ""},
		{sum{own: eur("12"), per: "hour"}, sum{own: eur("12")}, true, NotePer},
		{sum{own: amount{low: "2", high: "3", currency: "EUR"}}, sum{own: amount{low: "2", high: "3", currency: "EUR"}}, true, ""},
		{sum{own: amount{low: "2", high: "3", currency: "EUR"}}, sum{own: amount{low: "2", high: "4", currency: "EUR"}}, false, ""},
	} {
		notes, same := sameFigure(c.a, c.b)
		if same != c.same || strings.Join(notes, " ") != c.note {
			t.Errorf("%v, %v: %v %v", c.a, c.b, same, notes)
		}
	}
}

func TestAlikeNames(t *testing.T) {
	for _, c := range []struct {
		kind, a, b string
		want       bool
	}{
		{"person", "Anna Berg", "Berg", true},
		{"person", "Anna Berg", "A. Berg", true},
		{"person", "Anna Berg", "Karl Berg", false},
		{"person", "Anna Berg", "Anna Voss", false},
		{"organization", "Ministry for Industry", "ministère de l’Industrie", true},
		{"organization", "European Central Bank", "ECB", true},
		{"organization", "Banque centrale européenne", "BCE", true},
		{"organization", "Labour Party", "Conservative Party", false},
		{"location", "London", "Londres", true},
		{"location", "Lyon", "Lille", false},
		{"location", "São Tomé", "Sao Tome", true},
	} {
		if got := alikeNames(c.kind, names.Words(c.a), names.Words(c.b)); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}

func TestForward(t *testing.T) {
	row := forward([]anchor{{10, 12}, {20, 90}, {30, 33}, {30, 34}, {40, 41}, {50, 45}})
	if !slices.Equal(row, []anchor{{10, 12}, {30, 33}, {40, 41}, {50, 45}}) && !slices.Equal(row, []anchor{{10, 12}, {30, 34}, {40, 41}, {50, 45}}) {
		t.Errorf("%v", row)
	}
	l := alignment{[]anchor{{0, 0}, {100, 200}}}
	if l.at(50) != 100 || l.back(100) != 50 || l.at(110) != 210 {
		t.Errorf("at %d, back %d, beyond %d", l.at(50), l.back(100), l.at(110))
	}
}

// A comparison of two long articles that have little in common takes no time by the product of what they hold.
func TestLongArticles(t *testing.T) {
	long := func(seed int) *document.Document {
		d := &document.Document{}
		for i := range 5000 {
			number := strconv.Itoa(seed + 7*i)
			place := document.Place{Start: 10 * i, End: 10*i + 5, Text: number}
			d.Money = append(d.Money, document.Money{ID: "m" + number, Figure: document.Figure{Place: place, Amount: json.Number(number), Currency: "EUR"}})
			d.Quotes = append(d.Quotes, document.Quote{ID: "q" + number, Kind: "direct", Start: place.Start, End: place.End, Content: []document.Place{{Start: place.Start, End: place.End, Text: strings.Repeat(number+" ", 50)}}})
		}
		return d
	}
	c := Compare(long(1), long(2))
	if c.Counts.Same+c.Counts.Changed+c.Counts.OnlyA < 10000 || c.Counts.OnlyB == 0 {
		t.Errorf("%+v", c.Counts)
	}
}
