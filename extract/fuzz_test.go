package extract

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/extract/article"
)

// FuzzExtract holds that any text is read, that its record breaks no law, and that every place in it, whatever it is of, holds
// words and is where they stand.
func FuzzExtract(f *testing.F) {
	x, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		"« Nous paierons 3 millions d'euros », a déclaré le maire, Paul Girard, aux journalistes.", "'It's over,' Jane Marlow told the '90s band. \"Go", "A “ponte” custou 3 mil\r\nreais, disse Ana Gomes, citada pela Lusa em 3 de março.",
		"e\u0301 \u200b« “ \" ' ‘ » a dit M. X.", "U.S.A... AT&T. H&M, GB-ENG 5G. (UE)", "Kim Jong-un, A. B. C et D & E, F, G et H",
		"« C'est fini », a dit Paul Durand, «", "« . » a dit M. X, « , ». “,” said Jane Marlow: “-”", "— , disse Ana. — – , dit-il. ''x'', `` '' he said that \"\" that \"a\".", "0 «“0!b Aa AC", "5 to 3 million euros, from May 3 to March 2, 2024",
	} {
		for i := range Languages {
			f.Add(s, i)
		}
	}
	f.Fuzz(func(t *testing.T, text string, language int) {
		if !utf8.ValidString(text) || len(text) > 4096 {
			return
		}
		code := Languages[((language%len(Languages))+len(Languages))%len(Languages)]
		d, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: code, From: "input"}, Published: article.Published{Date: "2025-03-12", From: "input"}})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range d.Warnings {
			if strings.Contains(w, "broke a law") {
				t.Fatal(w)
			}
		}
		record, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(record, &v); err != nil {
			t.Fatal(err)
		}
		holdPlaces(t, []rune(text), v)
	})
}

// holdPlaces looks at every object of a record that has a place and its text.
func holdPlaces(t *testing.T, text []rune, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			holdPlaces(t, text, e)
		}
	case map[string]any:
		start, isPlace := v["start"].(float64)
		end, _ := v["end"].(float64)
		if words, ok := v["text"].(string); ok && isPlace {
			if int(end) > len(text) || start >= end || !slices.Equal(text[int(start):int(end)], []rune(words)) {
				t.Fatalf("%v-%v is not %q", start, end, words)
			}
		}
		for _, e := range v {
			holdPlaces(t, text, e)
		}
	}
}
