package rules_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"sayso/extract/value"
	"sayso/rules"
	"sayso/rules/match"
)

// A program that has foreseen some texts finds in all what it found before, opened from its image too: as long as its readers
// lean on what was foreseen, and when they have grown out of it. Two images of it are the same.
func TestWhatIsForeseenChangesNothing(t *testing.T) {
	pack, err := rules.NewLibrary(value.Types()).ForLanguage("pt")
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := pack.Program()
	if err != nil {
		t.Fatal(err)
	}
	foreseen, err := match.Compile(pack.Grammar)
	if err != nil {
		t.Fatal(err)
	}
	foreseen.Foresee(exampleTexts(pack, 20))
	opened := reopened(t, foreseen)
	texts := exampleTexts(pack, 3)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		all := strings.Fields(texts[r.IntN(len(texts))] + " " + texts[r.IntN(len(texts))])
		r.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		texts = append(texts, strings.Join(all, " "))
	}
	one, another := fresh.NewReader(), opened.NewReader()
	other := foreseen.NewReader()
	for _, text := range texts {
		want := everything(fresh, one, text)
		for _, x := range []struct {
			p *match.Program
			r *match.Reader
		}{{opened, another}, {foreseen, other}} {
			if got := everything(x.p, x.r, text); got != want {
				t.Fatalf("%q:\n got %s\nwant %s", text, got, want)
			}
		}
	}
}

// everything is all that a reader finds, and the lists of each word.
func everything(p *match.Program, r *match.Reader, text string) string {
	tokens := r.Tokenise(text)
	found := r.Find(tokens)
	var shown []string
	for _, kind := range value.Types() {
		shown = append(shown, shownAs(p, tokens, found, kind.Name))
	}
	for i := range tokens.Tokens {
		lists := slices.Sorted(slices.Values(r.Lists(i)))
		shown = append(shown, strings.Join(lists, " "))
		for _, list := range lists {
			v, _ := r.Value(i, list)
			lower, _ := r.LowerValue(i, list)
			shown = append(shown, v, lower)
		}
	}
	return strings.Join(shown, "\n")
}

// reopened is the program of an image.
func reopened(t *testing.T, p *match.Program) *match.Program {
	t.Helper()
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if err := p.WriteImage(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two images differ")
	}
	words := make([]uint64, one.Len()/match.Align+1)
	image := unsafe.Slice((*byte)(unsafe.Pointer(&words[0])), one.Len())
	copy(image, one.Bytes())
	opened, err := match.OpenImage(image)
	if err != nil {
		t.Fatal(err)
	}
	return opened
}
