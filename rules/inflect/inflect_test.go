package inflect

import (
	"regexp"
	"slices"
	"testing"
)

const (
	present Set = 1 << iota
	past
	gerund
)

// toy is a class of words with all that paradigms can say.
func toy() *Class {
	cells := []Cell{{present, present, "er", "E"}, {past, past, "er", "a"}, {gerund, gerund, "er", "ant"}}
	return NewClass([]Paradigm{
		{Lemma: "-er", Cells: cells, Spelling: []Change{{"c", "a", "ça"}, {"é*", "E", "è*e"}, {"ay", "E", "aie/aye"}, {"e?", "E", "è?e"}}},
		{Lemma: "-ppeler", Like: "-er", Spelling: []Change{{"el", "E", "elle"}}},
		{Lemma: "aller", Like: "-er", Cells: []Cell{{present, present, "aller", "va"}}},
		{Lemma: "sortir", Cells: []Cell{{present, present, "sortir", "sort"}}},
		{Lemma: "-", Cells: []Cell{{present, present, "", ""}, {gerund, gerund, "", "ING"}}, Spelling: []Change{{"e", "ING", "ing"}}},
		{Lemma: "stop", Whole: regexp.MustCompile("^[^aeiou]+[aeiou][pt]$"), Like: "-", Spelling: []Change{{"?", "ING", "??ing"}}},
	})
}

func TestForms(t *testing.T) {
	c, f := toy(), NewFormer()
	for _, test := range []struct {
		lemma, like string
		want        []string
	}{
		{"parler", "", []string{"parle", "parla", "parlant"}},
		{"placer", "", []string{"place", "plaça", "plaçant"}},
		{"régler", "", []string{"règle", "régla", "réglant"}},
		{"payer", "", []string{"paie", "paye", "paya", "payant"}},
		{"lever", "", []string{"lève", "leva", "levant"}},
		{"appeler", "", []string{"appelle", "appela", "appelant"}},
		{"aller", "", []string{"alla", "allant", "va"}},
		{"ressortir", "sortir", []string{"ressort"}},
		{"verser", "parler", []string{"verse", "versa", "versant"}},
		{"bake", "", []string{"bake", "baking"}},
		{"drip", "", []string{"drip", "dripping"}},
	} {
		stem, n, ok := f.Stem(c, test.lemma, test.like)
		if !ok {
			t.Errorf("%s: no paradigm", test.lemma)
			continue
		}
		var got []string
		for _, form := range f.Signatures()[n] {
			got = append(got, stem+form.Text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.lemma, got, test.want)
		}
	}
}

// Words that inflect alike share a signature, whatever they begin with.
func TestSignatures(t *testing.T) {
	c, f := toy(), NewFormer()
	number := func(lemma string) int {
		_, n, _ := f.Stem(c, lemma, "")
		return n
	}
	if number("parler") != number("chanter") || number("placer") != number("tracer") {
		t.Error("words of one paradigm have signatures of their own")
	}
	if number("parler") == number("placer") {
		t.Error("a change of spelling is lost")
	}
}

// Paradigms of one name in two classes of words have nothing in common.
func TestTwoClasses(t *testing.T) {
	f := NewFormer()
	for _, ending := range []string{"s", "x"} {
		c := NewClass([]Paradigm{{Lemma: "-", Cells: []Cell{{present, present, "", ending}}}})
		if _, n, _ := f.Stem(c, "lot", ""); f.Signatures()[n][0].Text != ending {
			t.Errorf("%q: %v", ending, f.Signatures()[n])
		}
	}
}

// A lemma that is formed like one whose paradigm does not fit it has no forms.
func TestNoParadigm(t *testing.T) {
	c := NewClass(toy().paradigms[:4])
	for _, test := range [][2]string{{"finir", ""}, {"finir", "parler"}, {"partir", "sortir"}} {
		if _, _, ok := NewFormer().Stem(c, test[0], test[1]); ok {
			t.Errorf("%v inflects", test)
		}
	}
}
