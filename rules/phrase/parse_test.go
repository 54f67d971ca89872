package phrase

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// show writes a tree in one line: word@pos, <field:name>@pos, seq[…], alt[…], {m,n}(…), gap{n}.
func show(n *Node) string {
	switch n.Op {
	case Word:
		return fmt.Sprintf("%s@%d", n.Text, n.Pos)
	case Gap:
		return fmt.Sprintf("gap{%d}@%d", n.Max, n.Pos)
	case Repeat:
		return fmt.Sprintf("{%d,%d}(%s)", n.Min, n.Max, show(n.Kids[0]))
	case Ref:
		return showRef(n)
	}
	parts := make([]string, len(n.Kids))
	for i, kid := range n.Kids {
		parts[i] = show(kid)
	}
	return map[Op]string{Seq: "seq", Alt: "alt"}[n.Op] + "[" + strings.Join(parts, " ") + "]"
}

func showRef(n *Node) string {
	switch {
	case n.Not:
		return fmt.Sprintf("<!%s>@%d", n.Name, n.NamePos())
	case n.Named:
		return fmt.Sprintf("<%s:%s>@%d,%d", n.Field, n.Name, n.FieldPos(), n.NamePos())
	}
	return fmt.Sprintf("<%s>@%d", n.Name, n.NamePos())
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"mille":                           "mille@0",
		"  a  b ":                         "seq[a@2 b@5]",
		"a b | c":                         "alt[seq[a@0 b@2] c@6]",
		"(a | b)? c":                      "seq[{0,1}(alt[a@1 b@5]) c@9]",
		"((a))":                           "a@2",
		"a* b+ c{2} d{0,3} e{1, 2}":       "seq[{0,8}(a@0) {1,8}(b@3) {2,2}(c@6) {0,3}(d@11) {1,2}(e@18)]",
		"<bound>? <amount:number>":        "seq[{0,1}(<bound>@1) <amount:number>@10,17]",
		"<!stop> x":                       "seq[<!stop>@2 x@8]",
		"député(e|s|es) noir":             "seq[alt[député@0 députée@0 députés@0 députées@0] noir@15]",
		"premi( er | ère )":               "alt[premi@0 premier@0 première@0]",
		"mot(|s)":                         "alt[mot@0 mots@0]",
		"franc(s)-maçon(s)":               "alt[franc-maçon@0 franc-maçons@0 francs-maçon@0 francs-maçons@0]",
		"élu(e)?":                         "{0,1}(alt[élu@0 élue@0])",
		"d'(un | une)":                    "seq[d'@0 alt[un@3 une@8]]",
		"d’(un)":                          "seq[d’@0 un@3]",
		",(a | b)":                        "seq[,@0 alt[a@2 b@6]]",
		"<x> ... <y>":                     "seq[<x>@1 gap{6}@4 <y>@9]",
		"a ...{12} b":                     "seq[a@0 gap{12}@2 b@10]",
		"(a ...)? b":                      "seq[{0,1}(seq[a@1 gap{6}@3]) b@9]",
		"....":                            "....@0",
		"fin...":                          "fin...@0",
		`\... x`:                          "seq[...@0 x@5]",
		`\( (soit)? <to:money> \)`:        "seq[(@0 {0,1}(soit@4) <to:money>@12,15 )@22]",
		`a\ b \\ C\+\+`:                   `seq[a b@0 \@5 C++@8]`,
		"<content:quoted> ,? <cue:said>":  "seq[<content:quoted>@1,9 {0,1}(,@17) <cue:said>@21,25]",
		": « % - M. l' a-t-il 1er US$ R$": "seq[:@0 «@2 %@4 -@6 M.@8 l'@11 a-t-il@14 1er@21 US$@25 R$@29]",
		"<number>% x":                     "seq[<number>@1 %@8 x@10]",
		"mot<x>":                          "seq[mot@0 <x>@4]",
		"<écart-type:day_2>":              "<écart-type:day_2>@1,12",
	} {
		n, err := Parse(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := show(n); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "0 empty phrase",
		"  ":                             "2 empty phrase",
		"a |":                            "3 empty alternative",
		"| a":                            "0 empty alternative",
		"(a || b)":                       "4 empty alternative",
		"a ( )":                          "4 empty group",
		"é (a <b>":                       "8 missing )",
		"mot(e|s":                        "7 missing )",
		"a )":                            "2 unexpected )",
		"a > b":                          "2 unexpected >",
		"a }":                            "2 unexpected }",
		"? a":                            "0 nothing to repeat before ?",
		"a * b":                          "2 nothing to repeat before *",
		"5 + 3":                          "2 nothing to repeat before +",
		"a??":                            "2 a repeat of a repeat",
		"a{1}{2}":                        "4 a repeat of a repeat",
		"a{x}":                           "2 expected a number",
		"a{2":                            "3 missing }",
		"a{,2}":                          "2 expected a number",
		"a{2,}":                          "4 expected a number",
		"a{3,2}":                         "1 a repeat that can never hold",
		"a{0}":                           "1 a repeat that can never hold",
		"a{99999999999999999999}":        "2 a count is at most 64",
		"... ...{1,2}":                   "7 a gap has one number",
		"...?":                           "3 a gap cannot be repeated",
		"5 < 6":                          "3 expected a name",
		"<a":                             "2 missing >",
		"<a b>":                          "2 missing >",
		"<a:>":                           "3 expected a name",
		"<!a:b>":                         "3 <!name> captures nothing",
		"<>":                             "1 expected a name",
		`fin\`:                           `3 nothing after \`,
		"mot(le chat)":                   "7 an ending is a part of one word",
		"mot(e|<x>)":                     "6 an ending is a part of one word",
		"((a{64}){64}){64}":              "0 phrase is too large",
		strings.Repeat("(", 1000):        "40 groups are nested too deeply",
		strings.Repeat("é", 16001):       "16000 phrase is too long",
		"a" + strings.Repeat("(b|c)", 9): "0 a word with too many spellings",
	} {
		checkError(t, text, want, Parse)
	}
}

func TestParseForm(t *testing.T) {
	if n, err := ParseForm("a (dit | déclaré)? fort(e)"); err != nil || n.Op != Seq {
		t.Errorf("got %v, %v", n, err)
	}
	if n, err := ParseForm("a <b.c>"); err != nil || n.Kids[1].Name != "b.c" {
		t.Errorf("%+v %v", n, err)
	}
	checkError(t, "a <b:c>", "2 a form of a list takes the forms of another as they are", ParseForm)
	checkError(t, "a <!b>", "2 a form of a list takes the forms of another as they are", ParseForm)
	checkError(t, "a ... b", "2 a form of a list cannot skip words", ParseForm)
}

func checkError(t *testing.T, text, want string, parse func(string) (*Node, error)) {
	t.Helper()
	_, err := parse(text)
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%.40q: no error, want %s", text, want)
		return
	}
	if got := fmt.Sprintf("%d %s", e.Pos, e.Msg); got != want {
		t.Errorf("%.40q: got %s, want %s", text, got, want)
	}
}

func TestExpand(t *testing.T) {
	for text, want := range map[string]string{
		"dollar(s) vert(s)":       "dollar vert,dollar verts,dollars vert,dollars verts",
		"a (dit | déclaré)":       "a dit,a déclaré",
		"(très)? bien":            "bien,très bien",
		"non{1,3}":                "non,non non,non non non",
		"(a | b | a)":             "a,b",
		"(un | deux){2}":          "un un,un deux,deux un,deux deux",
		"(a{1,8} | b{1,8}){1,20}": "",
		"a <b>":                   "",
	} {
		n, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := n.Expand(100)
		if ok != (want != "") || (ok && !slices.Equal(got, strings.Split(want, ","))) {
			t.Errorf("%q: got %q, %v", text, got, ok)
		}
	}
}

func TestNullable(t *testing.T) {
	for text, want := range map[string]bool{
		"a": false, "a?": true, "a? b": false, "a? b*": true, "a | b?": true, "(a?){1,2}": true, "...": true, "<x>": false,
	} {
		n, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if n.Nullable(nil) != want {
			t.Errorf("%q: nullable is not %v", text, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"<bound>? <amount:number> <scale>? (de | d')? <currency>", "député(e|s|es){1,2} ...{3} <!x>", `\( a\`, "((", "a{1,", "mot(e|", "....", "é|", "<a:b",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := Parse(text)
		if err != nil {
			checkPos(t, text, err)
			return
		}
		n.Walk(func(kid *Node) {
			if kid.Pos < 0 || kid.Pos >= len([]rune(text)) {
				t.Errorf("%q: node at %d", text, kid.Pos)
			}
		})
		n.Nullable(nil)
		n.Expand(50)
	})
}

// checkPos holds that an error stands inside the text or at its end, and that it says something.
func checkPos(t *testing.T, text string, err error) {
	var e *Error
	if !errors.As(err, &e) || e.Msg == "" || e.Pos < 0 || e.Pos > len([]rune(text)) {
		t.Errorf("%q: bad error %#v", text, err)
	}
}
