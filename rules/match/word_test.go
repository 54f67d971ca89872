package match

import (
	"fmt"
	"testing"

	"sayso/rules/token"
)

// However many words a run meets, a cache holds few of them: those that come again and again.
func TestAGlossaryStaysSmall(t *testing.T) {
	g := newWordCache()
	meet := func(source string) (isNew bool) {
		n, hash := g.find(source, token.Word)
		if n < 0 {
			g.put(word{source: source, kind: token.Word, kept: source}, hash)
		}
		return n < 0
	}
	again := 0
	for i := range 10 * maxWords {
		meet(fmt.Sprint("name", i))
		if meet("the") && i > 0 {
			again++
		}
		if g.full() {
			g.thin()
		}
		if len(g.words) > maxWords {
			t.Fatalf("%d words", len(g.words))
		}
	}
	if again > 0 {
		t.Errorf("a word that is always there was forgotten %d times", again)
	}
	if n, _ := g.find("the", token.Word); g.words[n].kept != "the" {
		t.Errorf("what is known of it is %v", g.words[n].kept)
	}
}
