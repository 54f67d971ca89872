package extract

import (
	"strings"
	"testing"

	"sayso/extract/article"
)

// TestByline holds what is left of the authors that pages name, and what lines beside the title tell of them and the day.
func TestByline(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	line := func(text string) []article.Line { return []article.Line{{Text: text}} }
	named := func(text string) []article.Line { return []article.Line{{Text: text, Named: true}} }
	for _, c := range []struct {
		lang         string
		given        []string
		names, dates []article.Line
		region       string
		want, day    string
	}{
		{lang: "en", given: []string{"By Rosalind Marlow and Peter Dunning"}, want: "Rosalind Marlow + Peter Dunning"},
		{lang: "en", given: []string{"Rosalind Marlow", "PhD", "Staff Writer"}, want: "Rosalind Marlow"},
		{lang: "en", given: []string{"View all posts by Rosalind Marlow"}, want: "Rosalind Marlow"},
		{lang: "en", given: []string{"Marlow and Sons"}, want: "Marlow and Sons"},
		{lang: "en", names: line("By Rosalind Marlow on Tuesday"), want: "Rosalind Marlow"},
		{lang: "en", names: line("The harbour of Marlou"), want: ""},
		{lang: "en", names: named("Posted on May 3 by Rosalind Marlow"), want: "Rosalind Marlow"},
		{lang: "en", given: []string{"Marlou"}, names: named("Peter Dunning"), want: "Marlou"},
		{lang: "fr", given: []string{"Propos recueillis par Hélène Vautrin et Marc Lestang"}, want: "Hélène Vautrin + Marc Lestang"},
		{lang: "fr", given: []string{"Le Rivage et AFP"}, want: "Le Rivage et AFP"},
		{lang: "fr", given: []string{"La rédaction"}, want: ""},
		{lang: "fr", names: line("Par Hélène de la Vautrin"), want: "Hélène de la Vautrin"},
		{lang: "pt", given: []string{"Por Joana Zorbal e Pedro Quintela"}, want: "Joana Zorbal + Pedro Quintela"},
		{lang: "pt", given: []string{"Joana Zorbal", "Redação"}, want: "Joana Zorbal"},
		{lang: "pt", names: line("Por Joana dos Zorbal"), want: "Joana dos Zorbal"},
		{lang: "en", dates: line("Published on 3 September 2024"), day: "2024-09-03"},
		{lang: "en", dates: line("The bridge has been closed since 3 September 2024"), day: ""},
		{lang: "en", dates: named("03/09/2024"), region: "GB", day: "2024-09-03"},
		{lang: "en", dates: named("03/09/2024"), region: "US", day: "2024-03-09"},
		{lang: "en", dates: named("03/09/2024"), day: ""},
		{lang: "fr", dates: line("Mis à jour le 3 septembre 2024"), day: "2024-09-03"},
		{lang: "fr", dates: line("Le pont est fermé depuis le 3 septembre 2024"), day: ""},
		{lang: "pt", dates: line("Publicado a 3 de setembro de 2024"), day: "2024-09-03"},
	} {
		code := c.lang
		if c.region != "" {
			code += "-" + c.region
		}
		text := "Marlou."
		a, err := x.Clean(article.Article{
			Text: text, Blocks: []article.Block{{Kind: article.Paragraph, End: len(text)}}, Byline: c.given, NameLines: c.names, DateLines: c.dates,
			Language: article.Hint{Code: code, From: "flag"},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(a.Byline, " + "); got != c.want || a.Published.Date != c.day {
			t.Errorf("%s %q %v %v: byline %q, day %q; want %q, %q", c.lang, c.given, c.names, c.dates, got, a.Published.Date, c.want, c.day)
		}
	}
}
