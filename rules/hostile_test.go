package rules

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// hostilePacks are packs that mean no good, by what they try; each must end in an error that names a place. Those that
// are merely large are loaded.
var hostilePacks = map[string]func() map[string]string{
	"10 MB of YAML": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "about: " + strings.Repeat("x", 10<<20) + "\n"}
	},
	"10,000 deep in brackets": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "lists: " + strings.Repeat("[", 10000) + strings.Repeat("]", 10000) + "\n"}
	},
	"10,000 deep in mappings": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "lists: " + strings.Repeat("{a: ", 10000) + strings.Repeat("}", 10000) + "\n"}
	},
	"10,000 deep in a phrase": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "phrases:\n  a: " + strings.Repeat("(", 10000) + "x" + strings.Repeat(")", 10000) + "\n"}
	},
	"a million alternatives": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "phrases:\n  a: " + strings.Repeat("x | ", 1_000_000-1) + "x\n"}
	},
	"a million forms": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "lists:\n  a: [" + strings.Repeat("x,", 1_000_000) + "x]\n"}
	},
	"a million values of a form": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "lists:\n  a: [" + strings.Repeat("a(b|c)", 20) + "]\nrules:\n  r: {makes: place, match: <a>, set: {x: y}}\n"}
	},
	"repeats in repeats": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "phrases:\n  a: \"((((x){64}){64}){64}){64}\"\n"}
	},
	"phrases that double": func() map[string]string {
		var b strings.Builder
		b.WriteString(head + "phrases:\n  p0: x\n")
		for i := 1; i < 64; i++ {
			fmt.Fprintf(&b, "  p%d: <p%d> <p%d>\n", i, i-1, i-1)
		}
		return map[string]string{"p/pack.yaml": b.String() + "rules:\n  r: {makes: place, match: <p63>}\n"}
	},
	"a bomb of anchors": func() map[string]string {
		var b strings.Builder
		b.WriteString(head + "a0: &a0 [x]\n")
		for i := 1; i < 40; i++ {
			fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d]\n", i, i, i-1, i-1)
		}
		return map[string]string{"p/pack.yaml": b.String()}
	},
	"a repeat in an expression": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "tokens: {t: '/((a{100}){100}){100}/'}\n"}
	},
	"a deep expression": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "tokens: {t: '/" + strings.Repeat("(", 5000) + "a" + strings.Repeat(")", 5000) + "/'}\n"}
	},
	"a line of 10 MB in a name file": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + "lists: {a: {file: n.txt}}\n", "p/n.txt": strings.Repeat("x", 10<<20)}
	},
	"zero bytes": func() map[string]string {
		return map[string]string{"p/pack.yaml": head + strings.Repeat("\x00", 1<<20)}
	},
}

func TestHostilePacks(t *testing.T) {
	for about, files := range hostilePacks {
		_, err := loadFiles(files())
		var all Errors
		if !errors.As(err, &all) {
			t.Errorf("%s: %v", about, err)
			continue
		}
		if e := all[0]; e.File == "" || e.Line < 1 || len(e.Print()) > 2000 {
			t.Errorf("%s: %.300s", about, e.Print())
		}
	}
}

// Expressions whose automata would explode are read by the regular expression itself, which is linear.
func TestExplosiveExpression(t *testing.T) {
	p, err := loadFiles(map[string]string{"p/pack.yaml": head + "tokens: {t: '/(a|b)*a(a|b){20}/'}\nrules:\n  r: {makes: place, match: <t>}\n"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := p.Program()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{strings.Repeat("b", 5000) + "a" + strings.Repeat("b", 20): 1, strings.Repeat("b", 50000): 0} {
		if got := len(c.Find(c.Tokenise(text))); got != want {
			t.Errorf("%d letters: %d matches", len(text), got)
		}
	}
}

// BenchmarkHostilePacks shows how long the refusals take.
func BenchmarkHostilePacks(b *testing.B) {
	for about, files := range hostilePacks {
		all := files()
		b.Run(strings.ReplaceAll(about, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				_, _ = loadFiles(all)
			}
		})
	}
}
