package extract_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"sayso/extract"
	"sayso/extract/article"
)

// mutations are ways in which a text is damaged on its way to us: marks lost, doubled and exchanged, pieces cut out, moved and
// repeated, letters of other alphabets, spaces of other kinds.
var mutations = []struct {
	name   string
	damage func(*rand.Rand, []rune) string
}{
	{"cut off", func(r *rand.Rand, t []rune) string { return string(t[:r.IntN(len(t))]) }},
	{"begun late", func(r *rand.Rand, t []rune) string { return string(t[r.IntN(len(t)):]) }},
	{"cut off behind a mark", func(r *rand.Rand, t []rune) string {
		i := r.IntN(len(t))
		for i < len(t)-1 && !unicode.IsPunct(t[i]) {
			i++
		}
		return string(t[:i+1])
	}},
	{"marks opened at the end", func(_ *rand.Rand, t []rune) string { return string(t) + " «" }},
	{"marks opened anywhere", inserted(" « ", " “ ", ` "`, " ‘")},
	{"marks closed anywhere", inserted(" »", "”", `"`, "’")},
	{"empty marks", inserted(" « » ", "“”", `""`, "« », « »")},
	{"marks with a mark in them", inserted("« . »", "“,”", `"-"`, "« — »")},
	{"one word in marks", inserted("« oui »", "“no”", `"sim"`)},
	{"marks lost", without("«»“”\"‘’")},
	{"closing marks lost", without("»”")},
	{"opening marks lost", without("«“")},
	{"commas lost", without(",")},
	{"full stops lost", without(".")},
	{"lines lost", without("\n")},
	{"spaces lost", without(" ")},
	{"marks made straight", exchanged("«»“”", `""""`)},
	{"full stops for commas", exchanged(",", ".")},
	{"commas for full stops", exchanged(".", ",")},
	{"hard spaces", exchanged(" ", "\u00a0")},
	{"a line for each space", exchanged(" ", "\n")},
	{"digits exchanged", exchanged("0123456789", "9876543210")},
	{"all capitals", func(_ *rand.Rand, t []rune) string { return strings.ToUpper(string(t)) }},
	{"all small", func(_ *rand.Rand, t []rune) string { return strings.ToLower(string(t)) }},
	{"accents apart", inserted("e\u0301", "\u0300", "\u200b", "\u202e", "𝄞")},
	{"said twice", func(r *rand.Rand, t []rune) string {
		i := r.IntN(len(t))
		return string(t[:i]) + string(t[i/2:])
	}},
	{"sentences moved", func(r *rand.Rand, t []rune) string {
		all := strings.SplitAfter(string(t), ". ")
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return strings.Join(all, "")
	}},
}

// inserted puts one of some signs at twenty places.
func inserted(signs ...string) func(*rand.Rand, []rune) string {
	return func(r *rand.Rand, t []rune) string {
		at := map[int]string{}
		for range 20 {
			at[r.IntN(len(t))] = signs[r.IntN(len(signs))]
		}
		var b strings.Builder
		for i, c := range t {
			b.WriteString(at[i])
			b.WriteRune(c)
		}
		return b.String()
	}
}

// without drops each of some signs with one chance in two.
func without(signs string) func(*rand.Rand, []rune) string {
	return func(r *rand.Rand, t []rune) string {
		return strings.Map(func(c rune) rune {
			if strings.ContainsRune(signs, c) && r.IntN(2) == 0 {
				return -1
			}
			return c
		}, string(t))
	}
}

// exchanged puts one sign for another with one chance in two.
func exchanged(from, to string) func(*rand.Rand, []rune) string {
	into := []rune(to)
	return func(r *rand.Rand, t []rune) string {
		return strings.Map(func(c rune) rune {
			if i := strings.IndexRune(from, c); i >= 0 && r.IntN(2) == 0 {
				return into[len([]rune(from[:i]))]
			}
			return c
		}, string(t))
	}
}

// Whatever became of an article, its record breaks no law: none has to be left out at run time. The record is of the damaged
// text, with that text's own places.
func TestRecordsObeyTheLaws(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range articles(t) {
		a := read(t, path)
		for _, code := range extract.Languages {
			if strings.Contains(path, "/"+code+"/") {
				a.Language = article.Hint{Code: code, From: "input"}
			}
		}
		a.Blocks = nil
		whole := []rune(a.Text)
		for j, m := range mutations {
			a.Text = m.damage(rand.New(rand.NewPCG(uint64(i), uint64(j))), whole)
			d, err := x.Extract(a)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range d.Warnings {
				if strings.Contains(w, "broke a law") {
					t.Errorf("%s, %s: %s", path, m.name, w)
				}
			}
		}
	}
}

// Sentences whose records broke a law once.
var lawless = map[string][]string{
	"fr": {"La rivière monte depuis le début de ce week-end.", "Le pont sera rouvert en fin de week-end, a dit le maire."},
	"en": {"The river has been rising since the start of this weekend.",
		`"There may be a greater risk of fire" when the heating system is on, the agency wrote last week, according to The Morning Post, "and the tenant does not notice it and is not ready to step in."`},
	"pt": {"O rio sobe desde o começo do fim de semana."},
}

func TestLawsHoldInHardSentences(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for code, all := range lawless {
		for _, text := range all {
			d, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: code, From: "input"}, Published: article.Published{Date: "2018-01-28"}})
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Warnings) > 0 || len(d.Dates)+len(d.Quotes) == 0 {
				t.Errorf("%s: %q, %d dates, %d quotes", text, d.Warnings, len(d.Dates), len(d.Quotes))
			}
		}
	}
}
