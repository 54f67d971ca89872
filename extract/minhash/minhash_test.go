package minhash

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// A report of an agency, as two papers print it.
const report = `The regional court ordered the port authority on Thursday to reopen the northern quay, which had been closed since
January after divers found cracks in eleven of its piles. Judge Ana Marinho said that the authority had failed to show why ships
of less than two thousand tonnes could not use the quay while the repairs went on, and gave it ten days to draw up a timetable. The
fishermen's association, which brought the case, said its members had lost four million euros in ten weeks. "We asked for a plan
and were given a fence," its chairman told reporters outside the court. The authority said it would read the ruling before
deciding whether to appeal, and that the safety of crews came first.`

func TestCopiesOfAReportAreNear(t *testing.T) {
	one := Of("PORTO (Agency A) - " + report + "\n\n(Reporting by J. Doe; editing by R. Roe)")
	two := Of("LISBON, March 6 — " + strings.ReplaceAll(report, "\"", "\u201d") + " © 2025 Agency B. All rights reserved.")
	if !one.IsNear(two) {
		t.Errorf("%s\n%s", one, two)
	}
	for about, other := range map[string]string{
		"half of it":      report[:len(report)/2] + " Elsewhere the tide gauge at the southern mole was taken out for repairs, the third time this year, and a ferry ran late." + strings.Repeat(" No boat left.", 1),
		"another subject": "The museum of glass opened its new wing on Friday with four hundred pieces that had been in store since the war, some of them in crates that nobody had opened. Its director said that it would take her staff two more years to describe them all, and that lenders had been asked to wait.",
	} {
		if one.IsNear(Of(other)) {
			t.Errorf("%s is taken for a copy", about)
		}
	}
}

func TestShortTextsHaveNoKey(t *testing.T) {
	for _, text := range []string{"", "One two.", strings.Repeat("word ", least)} {
		if k := Of(text); !k.IsZero() || k.String() != "" {
			t.Errorf("%q has the key %s", text, k)
		}
	}
	if k := Of(report); len(k.String()) != 2*size {
		t.Errorf("key %s", k)
	}
	if got, want := Of(strings.ToUpper(report)), Of(report); got != want {
		t.Error("capitals make another key")
	}
}

// Of a thousand texts of the same few hundred words none is taken for another; each is found again with a tenth of its words
// changed.
func TestIndex(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() []string {
		words := make([]string, 200)
		for i := range words {
			words[i] = fmt.Sprint("w", random.IntN(400))
		}
		return words
	}
	var x Index
	var all [][]string
	for range 1000 {
		words := text()
		if x.Add(Of(strings.Join(words, " "))) {
			t.Fatal("a text is taken for another")
		}
		all = append(all, words)
	}
	missed := 0
	for _, words := range all {
		for range 8 {
			words[random.IntN(len(words))] = "x"
		}
		if !x.Add(Of(strings.Join(words, " "))) {
			missed++
		}
	}
	if missed > 10 {
		t.Errorf("%d of 1000 copies are missed", missed)
	}
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		Of(report)
	}
}
