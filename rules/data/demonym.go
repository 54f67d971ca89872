//go:build ignore

package main

import "strings"

// demonyms writes the adjectives of countries. By hand stand, for each country, stems or whole forms: "-" after a
// form of French or Portuguese asks for its genders and numbers.
func demonyms(fetcher) error {
	inflect := map[string]func(string) []string{"fr": frenchGenders, "pt": portugueseGenders, "en": func(s string) []string { return []string{s} }}
	for _, pack := range languages {
		t := newTable()
		for _, line := range lines(pack, "demonym") {
			for entry := range strings.SplitSeq(line, ";") {
				code, rest, _ := strings.Cut(tidy(entry), " ")
				for form := range strings.SplitSeq(rest, ",") {
					if form = tidy(form); form != "" {
						t.add(code, inflect[pack](form)...)
					}
				}
			}
		}
		if err := t.write(pack, "demonym", "Adjectives of countries and of parts of the world: ISO 3166 code or UN M49 area, then forms."); err != nil {
			return err
		}
	}
	return nil
}

func frenchGenders(form string) []string {
	if whole, ok := strings.CutPrefix(form, "="); ok {
		return []string{whole}
	}
	feminine := form + "e"
	for _, e := range []struct{ from, to string }{
		{"ien", "ienne"}, {"éen", "éenne"}, {"on", "onne"}, {"ol", "ole"}, {"an", "ane"}, {"e", "e"}, {"c", "que"}, {"f", "ve"}, {"el", "elle"}, {"a", "a"}, {"i", "ie"},
	} {
		if stem, ok := strings.CutSuffix(form, e.from); ok {
			feminine = stem + e.to
			break
		}
	}
	plural := func(s string) string {
		switch {
		case strings.HasSuffix(s, "s"):
			return s
		case strings.HasSuffix(s, "al"):
			return strings.TrimSuffix(s, "al") + "aux"
		}
		return s + "s"
	}
	return []string{form, feminine, plural(form), plural(feminine)}
}

func portugueseGenders(form string) []string {
	if whole, ok := strings.CutPrefix(form, "="); ok {
		return []string{whole}
	}
	switch {
	case strings.HasSuffix(form, "ês"):
		stem := strings.TrimSuffix(form, "ês")
		return []string{form, stem + "esa", stem + "eses", stem + "esas"}
	case strings.HasSuffix(form, "eu"):
		stem := strings.TrimSuffix(form, "eu")
		return []string{form, stem + "eia", form + "s", stem + "eias"}
	case strings.HasSuffix(form, "ão"):
		stem := strings.TrimSuffix(form, "ão")
		return []string{form, stem + "ã", stem + "ães", stem + "ãs"}
	case strings.HasSuffix(form, "ol"):
		stem := strings.TrimSuffix(form, "ol")
		return []string{form, form + "a", stem + "óis", form + "as"}
	case strings.HasSuffix(form, "o"):
		stem := strings.TrimSuffix(form, "o")
		return []string{form, stem + "a", form + "s", stem + "as"}
	}
	return []string{form, form + "s"}
}
