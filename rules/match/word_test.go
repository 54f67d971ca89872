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
		w, hash := g.find(source, token.Word)
		if w == nil {
			g.put(word{source: source, kind: token.Word, kept: source}, hash)
		}
		return w == nil
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
	if w, _ := g.find("the", token.Word); w == nil || w.kept != "the" {
		t.Errorf("what is known of it is %v", w)
	}
}
