package entities

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract/view/viewtest"
)

// shorts are how the files of sentence starts call the types.
var shorts = map[string]string{"person": "PER", "organization": "ORG", "location": "LOC", "misc": "MISC"}

// enough is the share of sentence starts that must be read rightly, and everywhere that of all languages together.
const (
	enough     = 0.93
	everywhere = 0.97
)

// Where a sentence begins a capital tells nothing: testdata/traps/starts.LANGUAGE.txt has sentences of one article each and
// their names.
func TestSentenceStarts(t *testing.T) {
	all, good := 0, 0
	for _, lang := range viewtest.Languages {
		content, err := os.ReadFile(filepath.Join(viewtest.Root(), "testdata", "traps", "starts."+lang+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		of, right := 0, 0
		var wrong []string
		for line := range strings.Lines(string(content)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			text, want, _ := strings.Cut(line, " | ")
			var names []string
			for _, m := range Read(viewtest.Of(t, lang, "", text)).Mentions {
				names = append(names, m.Text+" "+shorts[m.Kind])
			}
			of++
			if got := strings.Join(names, ", "); got == want {
				right++
			} else {
				wrong = append(wrong, fmt.Sprintf("%s: got %s, want %s", text, got, want))
			}
		}
		if of < 60 || float64(right) < enough*float64(of) {
			t.Errorf("%s: %d of %d\n%s", lang, right, of, strings.Join(wrong, "\n"))
		}
		all, good = all+of, good+right
	}
	if float64(good) < everywhere*float64(all) {
		t.Errorf("%d of %d", good, all)
	}
}
