package match_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sayso/extract/value"
	"sayso/rules"
	"sayso/rules/match"
)

// A writer makes text at the statistics of news by program: words of the pack's own lists by Zipf's law, a name every
// dozen words, figures, dates and quotations, sentences of about twenty words, paragraphs of three sentences.
type writer struct {
	strings.Builder
	random *rand.Rand
	often  []string // the commonest words
	rare   []string
	forms  [][]string // of lists that the rules lean on
	names  []string
	zipf   *rand.Zipf
}

func newWriter(p *rules.Pack, names []string) *writer {
	w := &writer{random: rand.New(rand.NewPCG(1, 2)), names: names}
	for _, l := range p.Grammar.Lists {
		var texts []string
		for _, f := range p.Forms(l.Name) {
			texts = append(texts, f.Text)
		}
		switch {
		case l.Name == "common":
			w.often = texts
		case l.Name == "common-word":
			w.rare = texts
		case len(l.Names) == 0:
			w.forms = append(w.forms, texts)
		}
	}
	w.zipf = rand.NewZipf(w.random, 1.07, 4, uint64(len(w.rare)-1))
	return w
}

func pick[T any](w *writer, all []T) T { return all[w.random.IntN(len(all))] }

// text is about size bytes of news.
func (w *writer) text(size int) string {
	w.Reset()
	for w.Len() < size {
		for range 3 {
			w.sentence()
		}
		w.WriteString("\n\n")
	}
	return w.String()
}

func (w *writer) sentence() {
	n := 8 + w.random.IntN(24)
	for i := range n {
		if i > 0 {
			w.WriteByte(' ')
		}
		word := w.word()
		if i == 0 {
			r, size := utf8.DecodeRuneInString(word)
			word = string(unicode.ToUpper(r)) + word[size:]
		}
		w.WriteString(word)
		if w.random.IntN(14) == 0 {
			w.WriteByte(',')
		}
	}
	w.WriteString(". ")
}

func (w *writer) word() string {
	switch n := w.random.IntN(100); {
	case n < 42:
		return pick(w, w.often)
	case n < 84:
		return w.rare[(w.zipf.Uint64()*7919)%uint64(len(w.rare))]
	case n < 88:
		return pick(w, pick(w, w.forms))
	case n < 96:
		return pick(w, w.names)
	case n < 97:
		return fmt.Sprintf("%d €", w.random.IntN(900))
	case n < 98:
		return fmt.Sprint(1950 + w.random.IntN(80))
	case n < 99:
		return fmt.Sprintf("%d,%d", w.random.IntN(100), w.random.IntN(10))
	}
	return "« " + pick(w, w.rare) + " " + pick(w, w.often) + " »"
}

// invented are n names of two or three syllables a word, one to three words a name.
func invented(n int) []string {
	random := rand.New(rand.NewPCG(3, 4))
	syllable := func() string { return string("bcdfglmnprstv"[random.IntN(13)]) + string("aeiou"[random.IntN(5)]) }
	all := make([]string, n)
	for i := range all {
		words := make([]string, 1+random.IntN(3))
		for k := range words {
			s := syllable() + syllable() + syllable()
			if random.IntN(2) == 0 {
				s += syllable()
			}
			words[k] = strings.ToUpper(s[:1]) + s[1:]
		}
		all[i] = strings.Join(words, " ")
	}
	return all
}

func pack(t testing.TB, code string) *rules.Pack {
	p, err := rules.NewLibrary(value.Types()).Load(code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// grow adds names to a list of the pack's own, and copies of its rules under other words, so that they cost as rules do.
func program(t testing.TB, p *rules.Pack, names []string) *match.Program {
	g := p.Grammar
	if len(names) > 0 {
		l := match.List{Name: "bench-names", Names: []match.NameFile{{Count: len(names), All: func(yield func(value, form string) bool) {
			for _, n := range names {
				if !yield("", n) {
					return
				}
			}
		}}}}
		g.Lists = append(g.Lists[:len(g.Lists):len(g.Lists)], l)
	}
	c, err := match.Compile(g)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func BenchmarkEngine(b *testing.B) {
	p := pack(b, "fr")
	names := invented(150000)
	text := newWriter(p, names[:20000]).text(1 << 20)
	base := program(b, p, nil)
	run := func(name string, c *match.Program, do func(c *match.Program)) {
		b.Run(name, func(b *testing.B) {
			do(c)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				do(c)
			}
		})
	}
	run("bare", base, func(c *match.Program) { c.Tokenise(text) })
	full := func(c *match.Program) { c.Find(c.Tokenise(text)) }
	run("full", base, full)
	run("names=1000", program(b, p, names[:1000]), full)
	run("names=100000", program(b, p, names[:100000]), full)
	run("names=150000", program(b, p, names), full)
}
