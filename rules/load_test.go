package rules

import (
	"errors"
	"strings"
	"testing"
)

func TestBroken(t *testing.T) {
	_, err := testLibrary("testdata/broken").Load("broken")
	var es Errors
	if !errors.As(err, &es) {
		t.Fatalf("got %v", err)
	}
	golden(t, "broken.txt", es.Error()+"\n")
}

// head is a header that lacks nothing.
const head = "pack: p\nlanguage: it\n"

// summary is one line for each error, without the source.
func summary(err error) string {
	var es Errors
	if !errors.As(err, &es) {
		return ""
	}
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = strings.TrimPrefix(e.Error(), "rules/p/")
	}
	return strings.Join(lines, "\n")
}

func TestMistakes(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"none":          {head, ""},
		"no header":     {"", "pack.yaml:1:1: the pack has no name\npack.yaml:1:1: the pack has no language"},
		"not a mapping": {"- a\n", "pack.yaml:1:1: expected a mapping, found a sequence\npack.yaml:1:1: the pack has no name\npack.yaml:1:1: the pack has no language"},
		"newer format":  {head + "format: 2\nnovelty: x\n", "pack.yaml:3:9: unknown format 2"},
		"documents":     {head + "---\nx: y\n", "pack.yaml:3:1: a second document"},
		"unknown base":  {head + "extends: nowhere\ndisable: [x]\n", `pack.yaml:3:10: there is no pack called "nowhere"`},
		"itself":        {head + "extends: p\n", `pack.yaml:3:10: pack "p" extends itself`},
		"not UTF-8":     {"pack: p\nlanguage: \xff\n", "pack.yaml:2:11: invalid UTF-8"},
		"big":           {head + strings.Repeat("#", maxYAML), "pack.yaml:1:1: file is bigger than 4 MB"},
		"control mark":  {head + "about: \x01\n", "pack.yaml:3:1: not YAML: control characters are not allowed"},
		"colon":         {head + "about: ha detto : sì\n", "pack.yaml:3:17: not YAML: mapping values are not allowed in this context"},
		"at sign":       {head + "about: @desk\n", "pack.yaml:3:8: not YAML: found character that cannot start any token"},
		"lost anchor":   {head + "about: *desk\n", "pack.yaml:3:8: not YAML: unknown anchor 'desk' referenced"},
		"flow":          {head + "lists:\n  a: [x]\n  b: [y?, z]\n  c: [z]\n", "pack.yaml:5:1: not YAML: did not find expected ',' or ']'"},
		"indentation":   {head + "lists:\n    a: [x]\n  b: [y]\nabout: x\n", "pack.yaml:5:1: not YAML: did not find expected key"},
		"two numbers":   {head + "numbers:\n  1: [a, b]\n  2: [B]\n", `pack.yaml:5:7: "b" already means 1 at rules/p/pack.yaml:4`},
		"number twice":  {head + "numbers:\n  1000: [a]\n  1e3: [b]\n", `pack.yaml:5:3: "1e3" is already written at rules/p/pack.yaml:4`},
		"can be empty":  {head + "phrases:\n  e: a?\nrules:\n  r:\n    makes: place\n    match:\n      - <e> b?\n      - a | b?\n      - a\n", "pack.yaml:9:9: a phrase that can match nothing\npack.yaml:10:9: a phrase that can match nothing"},
		"too large":     {head + "phrases:\n  e: a{60}\n  f: <e>{60}\nrules:\n  r:\n    makes: place\n    match: <f>{60}\n", "pack.yaml:9:12: phrase is too large once the phrases it names stand in it"},
		"not a list":    {head + "lists: {l: [a b]}\nphrases: {e: x}\nrules:\n  r: {makes: place, match: <!l> <!e> <!word>}\n", "pack.yaml:6:30: list \"l\" holds forms of several words\npack.yaml:6:35: \"e\" is not a list\npack.yaml:6:40: \"word\" is not a list"},
		"cycle of rules": {head + "phrases: {e: <role>}\nrules:\n  a: {makes: place, match: x <e>}\n  b: {makes: role, match: x <person:money>}\n  c: {makes: money, match: x <a>}\n  d: {makes: money, match: x}\n",
			"pack.yaml:5:31: a cycle of rules: a → b → c → a"},
		"a rule of itself":    {head + "rules:\n  a: {makes: place, match: x <place>}\n", "pack.yaml:4:31: a cycle of rules: a → a"},
		"rule and list":       {head + "lists: {day: [x]}\nrules:\n  day: {makes: place, match: <day> y}\n  place: {makes: place, match: z}\n", ""},
		"field of no type":    {head + "phrases:\n  e: <zone:word> <name:word>\n", `pack.yaml:4:7: no type has a field "zone"`},
		"sentences twice":     {head + "rules:\n  a:\n    makes: place\n    match: x\n    examples:\n      A b.: nothing\n      A b.: {}\n", `pack.yaml:9:7: "A b." is already written at line 8`},
		"accents":             {head + "lists: {l: {accents: some, forms: [x]}}\n", `pack.yaml:3:22: accents are "optional" or not spoken of`},
		"misspelt makes":      {head + "rules:\n  a:\n    mkaes: place\n    match: x\n", `pack.yaml:5:5: unknown key "mkaes"`},
		"twice in one pack":   {head + "lists: {a: [x]}\nphrases: {a: x}\nrules:\n  r: {makes: place, match: x}\n", `pack.yaml:4:11: list "a" is already defined at rules/p/pack.yaml:3`},
		"an escape in quotes": {head + "phrases:\n  e: 'it''s <nome>'\n  f: \"\\\"x\\\" <nome>\"\n  g: |\n    a\n    b <nome>\n", "pack.yaml:4:14: nothing is called \"nome\"\npack.yaml:5:14: nothing is called \"nome\"\npack.yaml:8:8: nothing is called \"nome\""},
		"escapes": {head + "phrases:\n  e: \"\\u00e9 \\x41 a\\tb <nome>\"\n  f: \"a \\\n    b\n    c <nome>\"\n  g: |\n    a\n      b <nome>\n  h: >\n\n    a b\n    <nome>\n",
			"pack.yaml:4:25: nothing is called \"nome\"\npack.yaml:7:8: nothing is called \"nome\"\npack.yaml:10:10: nothing is called \"nome\"\npack.yaml:14:6: nothing is called \"nome\""},
	} {
		_, err := loadFiles(map[string]string{"p/pack.yaml": c.body})
		if got := summary(err); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestFiles(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"rule":    {"rules:\n  r: {makes: place, match: y}\n", `more.yaml:2:3: rule "r" is already defined at rules/p/pack.yaml:5`},
		"writing": {"writing: {decimal: .}\n", `more.yaml:1:11: "decimal" is already written at rules/p/pack.yaml:3`},
		"syntax":  {"a: [\n", "more.yaml:1:1: not YAML: did not find expected node content"},
		"empty":   {"# nothing\n", ""},
		"adds":    {"lists: {+a: [y], b: {file: names.txt}}\n", "names.txt:3:1: an empty form"},
	} {
		_, err := loadFiles(map[string]string{
			"p/pack.yaml": head + "writing: {decimal: \",\"}\nrules:\n  r: {makes: place, match: x}\nlists: {a: [x]}\n",
			"p/more.yaml": c.body,
			"p/names.txt": "# names\nA b\nv\tx\t\ty\n",
		})
		if got := summary(err); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestDisabledRuleNamed(t *testing.T) {
	_, err := loadFiles(map[string]string{
		"b/pack.yaml": "pack: b\nlanguage: it\nrules:\n  r: {makes: place, match: x}\n  s: {makes: role, match: <person:r>}\n",
		"p/pack.yaml": head + "extends: b\ndisable: [r]\n",
	})
	var es Errors
	if !errors.As(err, &es) || es[0].Error() != `rules/b/pack.yaml:5:35: nothing is called "r"` || es[0].Hint != "the rule is switched off at rules/p/pack.yaml:4" {
		t.Errorf("got %v", err)
	}
}

func TestTooMany(t *testing.T) {
	_, err := loadFiles(map[string]string{"p/pack.yaml": head + "rules: [" + strings.Repeat("x,", 10) + "]\nlists:\n  a:\n" + strings.Repeat("    - a (\n", 1000)})
	var es Errors
	if !errors.As(err, &es) || len(es) != maxErrors {
		t.Errorf("got %d errors", len(es))
	}
}

func TestPrint(t *testing.T) {
	e := &Error{Pos: Pos{"a.yaml", 12, 7}, Msg: "wrong", Hint: "right", Source: "\té" + "e\u0301" + "日本x"}
	want := "a.yaml:12:7: wrong\n   12 | \té" + "e\u0301" + "日本x\n      | \t      ^\n      = right\n"
	if got := e.Print(); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	long := &Error{Pos: Pos{"a", 1, 500}, Msg: "m", Source: strings.Repeat("é", 499) + "x" + strings.Repeat("é", 499)}
	lines := strings.Split(long.Print(), "\n")
	if i, j := strings.Index(lines[1], "x"), strings.Index(lines[2], "^"); len([]rune(lines[1][:i])) != j {
		t.Errorf("caret at %d:\n%s", j, long.Print())
	}
}

func FuzzLoad(f *testing.F) {
	for _, seed := range []string{
		head, head + "lists:\n  a: [x(s), y]\n  b: {1: [z], file: n.txt}\nrules:\n  r: {makes: place, match: <a>, examples: {X: nothing}}\n",
		head + "about: a : b\n", head + "writing: {quotes: ['« »']}\nnumbers: {1e3: [a], joiner: e}\n", head + "tokens: {t: /[/}\nphrases: {e: <e>, f: '''x'' ('}\n",
		head + "extends: p\ndisable: [x]\n", "? [a]\n: &x *x\n", "a: |\n  b\n ---\n", head + "rules:\n  +r: {match: x}\n  =s: {examples: {X: [{a: {b: c}}]}}\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := loadFiles(map[string]string{"p/pack.yaml": string(body), "p/n.txt": "a\tb\nc\n"})
		if (p == nil) == (err == nil) {
			t.Fatalf("pack %v, error %v", p, err)
		}
		var es Errors
		if err != nil && (!errors.As(err, &es) || es.Error() == "") {
			t.Fatalf("error %v", err)
		}
	})
}
