package claims

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract/view/viewtest"
)

// rightEnough is the share of the sentences of a language that must be read as they say.
const rightEnough = 0.92

// Sentences of the kinds that news is made of, each with the claim that it makes.
func TestSentences(t *testing.T) {
	for _, lang := range viewtest.Languages {
		content, err := os.ReadFile(filepath.Join(viewtest.Root(), "testdata", "claims", lang+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		all, right := 0, 0
		for line := range strings.Lines(string(content)) {
			text, want, ok := strings.Cut(strings.TrimSpace(line), " | ")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			all++
			if got := firstClaim(t, lang, text); got == want {
				right++
			} else {
				t.Logf("%s: %s\n got %s\nwant %s", lang, text, got, want)
			}
		}
		if all < 120 || float64(right) < rightEnough*float64(all) {
			t.Errorf("%s: %d of %d are read rightly", lang, right, all)
		}
	}
}

// firstClaim is what a text's first claim is like, or "-".
func firstClaim(t *testing.T, lang, text string) string {
	all := read(viewtest.Of(t, lang, "2025-07-15", text))
	if len(all) == 0 {
		return "-"
	}
	words := []string{all[0].Stance}
	if all[0].Negated {
		words = append(words, "not")
	}
	if all[0].Hedged {
		words = append(words, "hedged")
	}
	if all[0].Checkable {
		words = append(words, "check")
	}
	return strings.Join(append(words, all[0].Reasons...), " ")
}
