package extract

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sayso/rules"
)

var everyOpener = flag.Bool("hostile", false, "count the steps of every rule's opening words, at all sizes")

// repeated are patterns that reading took quadratic or cubic time for, or might.
var repeated = map[string][]string{
	"en": {"$1 ($", "he said that ", "Paul said that Mary said that ", "according to Paul Smith, ", "Paul Smith, Mary Jones and Ana Gomes, ", `"It is over," he said. `, "3 million euros ($9 million) on May 3, 2024. ",
		`"`, "“a, ” said Paul, “", "(", ", ", "5 %. ", "May 3, ", "last Monday ", "A. ", "aa ", "a\n\n", "Q: Yes?\nA: No.\n", "'a "},
	"fr": {"« dit-il, »", "« affirme Paul Durand, » ", ", dit-il, ", "selon Paul Durand, ", "« C'est fini », a dit le maire. ", "M. Paul Durand, maire de Lyon, a dit que le ministre, ", "« ", "\n— Oui, dit-il. ", "L'Union européenne (UE) "},
	"pt": {"disse que ", "segundo Ana Gomes, ", `"Acabou", disse ele. `, "o ministro da Economia, Paulo Guedes, disse que a ", "3 milhões de euros (9 milhões de dólares). "},
}

// written are patterns of many short statements and claims that point to them.
var written = map[string]string{
	"en": "“He was 3 years old”, said Paul. ",
	"fr": "« Il a eu 3 ans », dit Paul. ",
	"pt": "“Ele fez 3 anos”, disse Paulo. ",
}

// formats are those that a stream may have.
var formats = []string{"text", "annotated", "html", "csv", "claims", "claimreview", "webannotation", "json", "jsonl"}

// openers are the beginnings of the examples of every rule of a language: half of each one's words.
func openers(t *testing.T, language string) []string {
	t.Helper()
	pack, err := rules.NewLibrary(Types()).ForLanguage(language)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range pack.Rules {
		if len(r.Examples) > 0 {
			words := strings.Fields(r.Examples[0].Variants()[0].Text)
			all = append(all, strings.Join(words[:(len(words)+1)/2], " ")+" ")
		}
	}
	return all
}

// Reading takes linear time: whatever a text repeats, a byte of a long one takes no more steps than one of a short one, a tenth
// apart. Steps are the basic blocks that run, counted by a program built with -cover; no clock is looked at.
func TestStepsAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program anew")
	}
	sizes, share := []int{8 << 10, 32 << 10}, 40
	if *everyOpener {
		sizes, share = []int{16 << 10, 64 << 10, 256 << 10}, 1
	}
	c := newCounter(t)
	for _, language := range Languages {
		t.Run(language, func(t *testing.T) {
			for _, p := range repeated[language] {
				c.holdLinear(t, language, p, "", sizes)
				c.holdLinear(t, language, p, "explain", sizes)
			}
			for _, format := range formats {
				c.holdLinear(t, language, written[language], format, []int{8 << 10, 64 << 10})
			}
			for i, opener := range openers(t, language) {
				if i%share == 0 {
					c.holdLinear(t, language, opener, "", sizes)
				}
			}
		})
	}
}

// A counter counts the steps that a text takes.
type counter struct {
	t   *testing.T
	in  io.Writer
	out *bufio.Scanner
}

func newCounter(t *testing.T) *counter {
	t.Helper()
	program := filepath.Join(t.TempDir(), "steps")
	build := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg=sayso/extract/...,sayso/rules/match,sayso/rules/token", "-o", program, "./testdata/steps")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	run := exec.Command(program)
	in, err := run.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		run.Wait()
	})
	return &counter{t, in, bufio.NewScanner(out)}
}

// holdLinear holds that a byte of a pattern, read, explained or written in a format, takes no more than a tenth more steps from one
// size to the next. It may once, where the next does not: what thousands of mentions make a name is read as one from then on.
func (c *counter) holdLinear(t *testing.T, language, pattern, as string, sizes []int) {
	t.Helper()
	var each []float64
	grows := true
	for i, size := range sizes {
		each = append(each, float64(c.steps(language, pattern, as, size))/float64(size))
		grows = grows && (i == 0 || each[i] > 1.1*each[i-1])
	}
	if grows {
		t.Errorf("%q %s: %.0f steps a byte in texts of %d bytes", pattern, as, each, sizes)
	}
}

// steps is how many steps a pattern takes that is repeated up to a size in bytes.
func (c *counter) steps(language, pattern, as string, size int) int64 {
	c.t.Helper()
	task, err := json.Marshal(map[string]any{"Language": language, "Pattern": pattern, "As": as, "Size": size})
	if err != nil {
		c.t.Fatal(err)
	}
	fmt.Fprintf(c.in, "%s\n", task)
	if !c.out.Scan() {
		c.t.Fatalf("%q: the program ended", pattern)
	}
	sum, err := strconv.ParseInt(c.out.Text(), 10, 64)
	if err != nil {
		c.t.Fatal(err)
	}
	return sum
}
