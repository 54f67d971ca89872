package match_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"sayso/extract/value"
	"sayso/rules"
	"sayso/rules/match"
	"sayso/rules/phrase"
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

// program is the pack's with names in a list of their own, and with copies of its rules under other names and behind
// other words, so that there are times as many.
func program(t testing.TB, p *rules.Pack, names []string, times int) *match.Program {
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
	g.Rules = g.Rules[:len(g.Rules):len(g.Rules)]
	for i := 1; i < times; i++ {
		for _, r := range p.Grammar.Rules {
			r.Name, r.Short = fmt.Sprint(r.Name, "-", i), fmt.Sprint(r.Short, "-", i)
			word := &phrase.Node{Op: phrase.Word, Text: fmt.Sprint("mot", i)}
			r.Match = slices.Clone(r.Match)
			for k, m := range r.Match {
				r.Match[k] = &phrase.Node{Op: phrase.Seq, Kids: []*phrase.Node{word, m}}
			}
			g.Rules = append(g.Rules, r)
		}
	}
	c, err := match.Compile(g)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// articles are texts of about 5 KB, 1 MB together.
func articles(w *writer) []string {
	all := make([]string, 200)
	for i := range all {
		all[i] = w.text(5 << 10)
	}
	return all
}

// pace is how long a pass over the articles takes, at best of several: its readers have read them all before.
func pace(c *match.Program, texts []string, pass func(r *match.Reader, text string)) time.Duration {
	r := c.NewReader()
	defer r.Close()
	best := time.Hour
	for range 4 {
		began := time.Now()
		for _, t := range texts {
			pass(r, t)
		}
		best = min(best, time.Since(began))
	}
	return best
}

func cut(r *match.Reader, text string)  { r.Tokenise(text) }
func full(r *match.Reader, text string) { r.Find(r.Tokenise(text)) }

// BenchmarkEngine reads articles with all rules and 100,000 names. In the same run it takes, by the name of the figure,
// the pace of the whole engine as a share of that of a bare pass (every token cut, folded, looked up, no rule) and of
// the mere cutting, and with 150,000 names and a million of that with a thousand, and with ten times the rules of that
// with the rules as they are.
func BenchmarkEngine(b *testing.B) {
	p := pack(b, "fr")
	names := invented(1_000_000)
	texts := articles(newWriter(p, names[:20000]))
	share := func(what string, c, of *match.Program, pass func(r *match.Reader, text string)) {
		shares := make([]float64, 3)
		for i := range shares {
			shares[i] = float64(pace(of, texts, pass)) / float64(pace(c, texts, full))
		}
		slices.Sort(shares)
		b.ReportMetric(shares[1], what)
	}
	few, many := program(b, p, names[:1000], 1), program(b, p, names[:100_000], 1)
	r := many.NewReader()
	defer r.Close()
	read := func() {
		for _, t := range texts {
			full(r, t)
		}
	}
	read()
	b.SetBytes(int64(len(texts)) * 5 << 10)
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
	bare, err := match.Compile(match.Grammar{Writing: p.Grammar.Writing})
	if err != nil {
		b.Fatal(err)
	}
	share("of-bare", many, bare, full)
	share("of-cutting", many, many, cut)
	share("150k-of-1k-names", program(b, p, names[:150_000], 1), few, full)
	share("1M-of-1k-names", program(b, p, names, 1), few, full)
	share("10x-of-1x-rules", program(b, p, names[:1000], 10), few, full)
}

// Reading takes no memory once everything has grown.
func TestNoAllocations(t *testing.T) {
	p := pack(t, "fr")
	c := program(t, p, nil, 1)
	texts := articles(newWriter(p, invented(1000)))[:20]
	r := c.NewReader()
	defer r.Close()
	read := func() {
		for _, t := range texts {
			full(r, t)
		}
	}
	read()
	if n := testing.AllocsPerRun(5, read); n > 0 {
		t.Errorf("%v allocations in %d articles", n, len(texts))
	}
}
