package entities

import (
	"os"
	"strings"
	"testing"

	"sayso/extract/names"
	"sayso/extract/view/viewtest"
)

// least is the share of people whose office a sentence states that have it.
const least = 0.9

// Each line of testdata/roles is a sentence, a person that it names, and the office that it gives them.
func TestOfficesThatSentencesState(t *testing.T) {
	for _, lang := range []string{"en", "fr", "pt"} {
		body, err := os.ReadFile("../../testdata/roles/" + lang + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(body)), "\n")
		right := 0
		for _, line := range lines {
			fields := strings.Split(line, "\t")
			if holds(Read(viewtest.Of(t, lang, "", fields[0])), fields[1], fields[2]) {
				right++
			} else {
				t.Logf("%s: %s", lang, fields[0])
			}
		}
		if float64(right) < least*float64(len(lines)) {
			t.Errorf("%s: %d of %d", lang, right, len(lines))
		}
	}
}

// holds reports whether a person has an office.
func holds(s *Set, person, office string) bool {
	for _, e := range s.All {
		for _, r := range e.Roles {
			if e.Name == person && names.Key(r.Office) == names.Key(office) {
				return true
			}
		}
	}
	return false
}
