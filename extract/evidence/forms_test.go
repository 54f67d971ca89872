package evidence

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sayso/rules/token"
)

// Two spans have one form where their words are the same, and only there; the next article begins with none.
func TestFormsOfSpans(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	m := new(memory)
	for range 3 {
		m.begin()
		a := &Article{memory: m}
		a.scratch = m.borrow(400)
		text := make([]string, len(a.of))
		for i := range a.of {
			text[i] = fmt.Sprint("w", random.IntN(3))
			a.of[i] = a.formOfWord(&word{form: text[i]})
		}
		known := map[string]form{}
		spans := map[form]string{}
		for start := range text {
			for end := start + 1; end <= min(len(text), start+6); end++ {
				words := strings.Join(text[start:end], " ")
				f := a.formOf(token.Range{Start: start, End: end})
				k, again := known[words]
				if again && k != f || spans[f] != "" && spans[f] != words {
					t.Fatalf("%q: %d, want %d; %d is %q", words, f, k, f, spans[f])
				}
				if !again && a.counted[f] != (counts{}) {
					t.Errorf("%q is counted %+v", words, a.counted[f])
				}
				known[words], spans[f] = f, words
				a.counted[f].spans++
			}
		}
		a.Close()
	}
}

// Forms of several tokens are found from both ends, in the order that they came in.
func TestLongForms(t *testing.T) {
	m := new(memory)
	a := &Article{memory: m}
	a.scratch = m.borrow(6)
	for _, at := range []token.Range{{Start: 1, End: 3}, {Start: 1, End: 4}, {Start: 2, End: 4}, {Start: 4, End: 6}} {
		a.long = append(a.long, listed{at: at})
	}
	a.sortLong()
	for i, want := range []struct{ starting, ending string }{
		{"[]", "[]"}, {"[{1 3} {1 4}]", "[]"}, {"[{2 4}]", "[{1 3}]"}, {"[]", "[{1 4} {2 4}]"}, {"[{4 6}]", "[]"}, {"[]", "[{4 6}]"},
	} {
		show := func(all []listed) string {
			places := []token.Range{}
			for _, f := range all {
				places = append(places, f.at)
			}
			return fmt.Sprint(places)
		}
		if got := show(a.starting(i)); got != want.starting {
			t.Errorf("starting with %d: %s, want %s", i, got, want.starting)
		}
		if got := show(a.endingWith(i)); got != want.ending {
			t.Errorf("ending with %d: %s, want %s", i, got, want.ending)
		}
	}
}
