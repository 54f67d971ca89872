package match

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// An automaton finds what the expression finds that it stands for.
func TestExpressions(t *testing.T) {
	sources := []string{
		`[1-4]`, `(1[4-9]|20)?\d0`, `\p{Ll}[\p{Ll}'-]*`, `[«“"]`, `[A-ZÉÈ]{2,6}`, `\d{1,3}|\p{L}+`, `\p{Ll}{2,}(al|ales?|aux|ienne?s?)`,
		`(?i)straße|k`, `(?i:[a-f]x)é`, `.`, `.*`, `(?s).+`, `[^a-z]+`, `a*?b+?`, `\w+`, `(a|ab)(c|bcd)`, `\bab`, `a$|b`, `(a|b)*a(a|b){11}`, `(?:)`, `x{0}`, `[^\x00-\x{10FFFF}]`,
	}
	var classes []Class
	for _, s := range sources {
		classes = append(classes, Class{Name: s, Regexp: regexp.MustCompile("^(?:" + s + ")$")})
	}
	classes = append(classes, Class{Name: "loose", Regexp: regexp.MustCompile("ab")})
	x := newExpressions(classes, func(string) class { return 0 })
	left := 0
	for i := range x.all {
		if len(x.all[i].ends) == 0 {
			left++
		}
	}
	if left != 4 { // two that look around, the one of 4,096 states, the loose one
		t.Errorf("%d expressions have no automaton", left)
	}
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("aabbcdefxABÉÈéßſKkK0129'-«\"\n é\u0301\U0001F600ienals\ufffd")
	for range 20000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
		form := b.String()
		kinds := x.appendKinds(nil, form)
		for i := range x.all {
			if got, want := x.all[i].matches(form, kinds), classes[i].Regexp.MatchString(form); got != want {
				t.Fatalf("%s on %q: %v, want %v", classes[i].Name, form, got, want)
			}
		}
	}
}
