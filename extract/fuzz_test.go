package extract

import (
	"encoding/json"
	"slices"
	"testing"
	"unicode/utf8"

	"sayso/extract/article"
)

// FuzzExtract holds that any text is read, and that every place of its record is where its words stand.
func FuzzExtract(f *testing.F) {
	x, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		"« Nous paierons 3 millions d'euros », a déclaré le maire, Paul Girard, aux journalistes.", "'It's over,' Jane Marlow told the '90s band. \"Go", "A “ponte” custou 3 mil\r\nreais, disse Ana Gomes, citada pela Lusa em 3 de março.",
		"e\u0301 \u200b« “ \" ' ‘ » a dit M. X.", "U.S.A... AT&T. H&M, GB-ENG 5G. (UE)", "Kim Jong-un, A. B. C et D & E, F, G et H",
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
			if int(end) > len(text) || start > end || !slices.Equal(text[int(start):int(end)], []rune(words)) {
				t.Fatalf("%v-%v is not %q", start, end, words)
			}
		}
		for _, e := range v {
			holdPlaces(t, text, e)
		}
	}
}
