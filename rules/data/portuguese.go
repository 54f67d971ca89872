//go:build ignore

package main

import (
	"regexp"
	"strings"
)

// portuguesePlurals are the plural and the feminine of a noun or an adjective, by its ending.
func portuguesePlurals(word string) []string {
	if strings.HasSuffix(word, "mente") {
		return nil
	}
	made := []string{portuguesePlural(word)}
	feminine := map[string]string{"o": "a", "or": "ora", "ês": "esa", "eu": "eia"}
	for ending, other := range feminine {
		if stem, ok := strings.CutSuffix(word, ending); ok && (ending != "o" || portugueseAdjective(word)) {
			made = append(made, stem+other, portuguesePlural(stem+other))
		}
	}
	return made
}

// portugueseAdjective tells the words in o that have a feminine in a.
func portugueseAdjective(word string) bool {
	return regexp.MustCompile(`(ico|ado|ido|rio|ano|ivo|oso|inho|eiro|ino|igo|nto|sto|rto|rno|eto|lto|uto|xo|vo|no|co|so|do|to|ro|lo)$`).MatchString(word) &&
		!regexp.MustCompile(`(mento|ão|tério|sário|ismo|erno)$`).MatchString(word)
}

func portuguesePlural(word string) string {
	endings := []struct{ from, to string }{
		{"ão", "ões"}, {"al", "ais"}, {"el", "eis"}, {"ível", "íveis"}, {"ável", "áveis"}, {"il", "is"}, {"ol", "óis"},
		{"ul", "uis"}, {"m", "ns"}, {"ês", "eses"}, {"r", "res"}, {"z", "zes"}, {"s", "s"},
	}
	switch word {
	case "mão", "cidadão", "irmão":
		return word + "s"
	case "alemão":
		return "alemães"
	case "capitão":
		return "capitães"
	case "fácil", "difícil", "útil", "míssil", "inútil", "fértil", "móvel":
		return strings.TrimSuffix(strings.TrimSuffix(word, "il"), "el") + "eis"
	case "mal":
		return "males"
	case "gol", "gás", "mês", "país":
		return map[string]string{"gol": "gols", "gás": "gases", "mês": "meses", "país": "países"}[word]
	case "papel", "hotel", "anel":
		return strings.TrimSuffix(word, "el") + "éis"
	}
	for _, e := range []string{"ível", "ável"} {
		if strings.HasSuffix(word, e) {
			return strings.TrimSuffix(word, "el") + "eis"
		}
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e.from); ok {
			return stem + e.to
		}
	}
	return word + "s"
}

// stemChanges keep the sound of a Portuguese verb's stem before e (first) or a and o (second).
var stemChanges = []struct{ ending, stem, beforeE, beforeA string }{
	{"car", "c", "qu", "c"}, {"gar", "g", "gu", "g"}, {"çar", "ç", "c", "ç"}, {"cer", "c", "c", "ç"},
	{"ger", "g", "g", "j"}, {"gir", "g", "g", "j"}, {"guir", "gu", "gu", "g"}, {"guer", "gu", "gu", "g"},
}

// conjugated are the forms of a regular Portuguese verb that news use; irregular forms stand in the list itself.
func conjugated(verb string) []string {
	if len(verb) < 4 || strings.HasSuffix(verb, "or") {
		return nil
	}
	stem, class := verb[:len(verb)-2], verb[len(verb)-2:]
	e, a := stem, stem
	for _, c := range stemChanges {
		if before, ok := strings.CutSuffix(verb, c.ending); ok {
			e, a = before+c.beforeE, before+c.beforeA
			break
		}
	}
	made := join(verb, "á", "ão", "emos", "ia", "iam", "em", "mos")
	switch {
	case strings.HasSuffix(verb, "ear"):
		made = append(made, join(stem, "ando", "ado", "ada", "ados", "adas", "ou", "amos", "aram", "ava", "avam", "asse", "assem", "ei")...)
		return append(made, join(stem, "io", "ia", "iam", "ie", "iem")...)
	case class == "ar":
		made = append(made, join(stem, "ando", "ado", "ada", "ados", "adas", "a", "am", "amos", "ou", "aram", "ava", "avam", "ávamos", "asse", "assem")...)
		return append(append(made, join(e, "e", "em", "emos", "ei")...), a+"o")
	case strings.HasSuffix(verb, "air"):
		return append(made, join(stem, "indo", "ído", "ída", "ídos", "ídas", "i", "em", "ímos", "iu", "íram", "ía", "íam", "ia", "iam", "io", "ísse")...)
	case strings.HasSuffix(verb, "uir") && !strings.HasSuffix(verb, "guir"):
		return append(made, join(stem, "indo", "ído", "ída", "ídos", "ídas", "i", "em", "ímos", "iu", "íram", "ía", "íam", "a", "am", "ísse", "íssem")...)
	case class == "er":
		made = append(made, join(stem, "endo", "ido", "ida", "idos", "idas", "e", "em", "emos", "eu", "eram", "ia", "iam", "esse", "essem", "i")...)
	case class == "ir":
		made = append(made, join(stem, "indo", "ido", "ida", "idos", "idas", "e", "em", "imos", "iu", "iram", "ia", "iam", "isse", "issem", "i")...)
	}
	return append(made, join(a, "o", "a", "am", "amos")...)
}

func join(stem string, endings ...string) []string {
	for i, ending := range endings {
		endings[i] = stem + ending
	}
	return endings
}
