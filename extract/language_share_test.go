package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// The articles of the project, cut at lengths, each paragraph a beginning: the share that is told has to be as high, and none
// may be taken for another language.
func TestLanguageOfParts(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		chars int
		least float64
	}{{60, 0.90}, {130, 0.95}, {300, 0.98}, {1000, 0.99}} {
		all, right := 0, 0
		for _, code := range Languages {
			for _, part := range parts(t, code, c.chars) {
				all++
				switch got := x.detector().Detect(part, ""); got.Code {
				case code:
					right++
				case "":
					t.Logf("%q is not told: %s", part, got.Reason)
				default:
					t.Errorf("%q is taken for %s", part, got.Code)
				}
			}
		}
		if share := float64(right) / float64(all); all < 40 || share < c.least {
			t.Errorf("%d characters: %d of %d are told, %.3f, want %.2f", c.chars, right, all, share, c.least)
		}
	}
}

// parts are the beginnings of a language's articles and of their paragraphs that are so long.
func parts(t *testing.T, code string, chars int) (all []string) {
	t.Helper()
	files, err := filepath.Glob("../testdata/articles/" + code + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		paragraphs := strings.Split(string(text), "\n\n")
		for i := range paragraphs {
			rest := strings.Join(strings.Fields(strings.Join(paragraphs[i:], " ")), " ")
			if utf8.RuneCountInString(rest) >= chars {
				all = append(all, string([]rune(rest)[:chars]))
			}
		}
	}
	return all
}

// Sentences of other languages, which are the author's own: none is read, whatever the page says.
func TestLanguagesOfOthers(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for code, text := range map[string]string{
		"gl":  "O alcalde dixo o martes que a ponte non vai abrir ata despois do verán, e que as obras custarán dous millóns.",
		"gl2": "A conselleira explicou que as axudas chegarán ás familias cando remate o prazo.",
		"es":  "La alcaldesa dijo el martes que el puente no se abrirá hasta después del verano y que costará dos millones.",
		"es2": "Los vecinos piden que el ayuntamiento repare la carretera antes del invierno.",
		"ca":  "L'alcaldessa va dir dimarts que el pont no s'obrirà fins després de l'estiu i que costarà dos milions.",
		"it":  "La sindaca ha detto martedì che il ponte non aprirà prima della fine dell'estate e che costerà due milioni.",
		"it2": "I residenti chiedono che il comune ripari la strada prima dell'inverno.",
		"oc":  "Lo conse diguèt dimars que lo pont serà pas dubèrt abans la fin de l'estiu e que costarà dos milions.",
		"ro":  "Primarul a spus marți că podul nu va fi deschis înainte de sfârșitul verii și că va costa două milioane.",
		"nl":  "De burgemeester zei dinsdag dat de brug pas na de zomer opengaat en dat ze twee miljoen gaat kosten.",
		"de":  "Die Bürgermeisterin sagte am Dienstag, dass die Brücke erst nach dem Sommer öffnet und zwei Millionen kostet.",
		"cs":  "Starostka v úterý řekla, že most bude otevřen až po létě a že bude stát dva miliony korun.",
		"pl":  "Burmistrz powiedziała we wtorek, że most zostanie otwarty dopiero po lecie i będzie kosztował dwa miliony.",
		"sv":  "Borgmästaren sade på tisdagen att bron inte öppnar förrän efter sommaren och kommer att kosta två miljoner.",
		"hu":  "A polgármester kedden azt mondta, hogy a hidat csak a nyár után nyitják meg, és kétmillióba kerül.",
		"tr":  "Belediye başkanı salı günü köprünün yazdan önce açılmayacağını ve iki milyona mal olacağını söyledi.",
		"eu":  "Alkateak astelehenean esan zuen zubia ez dela uda amaitu arte irekiko eta bi milioi kostatuko dela.",
	} {
		for _, hint := range []string{"", "fr", "pt", "en"} {
			if got := x.detector().Detect(text, hint); got.Code != "" {
				t.Errorf("%s with the hint %q is taken for %s", code, hint, got.Code)
			} else if got.Found != "" && got.Found != code[:2] {
				t.Errorf("%s is called %s", code, got.Found)
			}
		}
	}
}
