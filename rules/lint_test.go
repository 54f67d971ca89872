package rules

import (
	"strings"
	"testing"
)

func TestLint(t *testing.T) {
	examples := ", examples: {a b: {}, b a: nothing}"
	for name, c := range map[string]struct{ body, want string }{
		"nothing": {"lists: {l: [x]}\nrules:\n  r: {makes: place, match: <l> y" + examples + "}\n", ""},
		"unused": {
			"lists: {l: [x], read: [y]}\ntokens: {c: /x+/}\nphrases:\n  e: x <f>\n  f: y\n",
			"pack.yaml:3:9: nothing uses list \"l\"\npack.yaml:4:10: nothing uses token \"c\"\npack.yaml:6:3: nothing uses phrase \"e\"\npack.yaml:7:3: nothing uses phrase \"f\"",
		},
		"an old name that lives": {
			"rules:\n  r: {makes: place, match: a, was: [s, t]" + examples + "}\n  s: {makes: place, match: b" + examples + "}\n",
			"pack.yaml:4:37: rule \"s\" is there still: its name means both",
		},
		"used by contexts": {"lists: {l: [x], m: [y], n: [z]}\nrules:\n  r: {makes: place, match: a, after: <l>, before: <m>, except: <n> a" + examples + "}\n", ""},
		"two values": {
			"lists:\n  l: {A: [x(s), y], B: [z, xs, y]}\nrules:\n  r: {makes: place, match: <l>" + examples + "}\n",
			"pack.yaml:4:28: \"xs\" stands for \"A\" already\npack.yaml:4:32: \"y\" stands for \"A\" already",
		},
		"twice in a list": {
			"lists:\n  l: {A: [x(s), y, x], B: [z, \"z z?\"]}\nrules:\n  r: {makes: place, match: <l>" + examples + "}\n",
			"pack.yaml:4:20: \"x\" is in the list already",
		},
		"a phrase within another": {
			"lists: {l: [x]}\nrules:\n  r:\n    makes: place\n    match: [\"<l> y?\", <l> y, y <l>]\n    examples: {a b: {}, b a: nothing}\n",
			"pack.yaml:7:23: this phrase never comes first: the phrases before it find all that it finds",
		},
		"a rule within another": {
			"rules:\n  r: {makes: place, match: (a | b) c*" + examples + "}\n  s: {makes: place, match: b c" + examples + "}\n",
			"pack.yaml:5:28: this phrase never comes first: p.r finds all that it finds",
		},
		"contexts and types part rules": {
			"rules:\n  r: {makes: place, match: a, after: b" + examples + "}\n  s: {makes: place, match: a" + examples + "}\n" +
				"  t: {makes: money, match: a" + examples + "}\n  u: {makes: role, match: <named>" + examples + "}\n  named: {makes: place, match: a" + examples + "}\n", "",
		},
		"examples": {
			"rules:\n  none: {makes: place, match: a}\n  found: {makes: place, match: b, examples: {b: {}}}\n  left: {makes: place, match: c, examples: {d: nothing}}\n",
			"pack.yaml:4:3: rule \"none\" has no examples\npack.yaml:5:3: rule \"found\" has no example of what it must leave alone\npack.yaml:6:3: rule \"left\" has no example of what it finds",
		},
	} {
		p, err := loadFiles(map[string]string{"p/pack.yaml": head + c.body})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		found, err := p.Lint("read")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := summary(found); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// What a pack inherits is for its own author to mend.
func TestLintOwn(t *testing.T) {
	p, err := loadFiles(map[string]string{
		"p/pack.yaml":    head + "extends: base\nlists: {+l: [b]}\n",
		"base/pack.yaml": "pack: base\nlanguage: it\nlists: {l: [a], unused: [b]}\nrules:\n  r: {makes: place, match: <l>}\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	if found, err := p.Lint(); err != nil || len(found) > 0 {
		t.Errorf("got %v, %v", found, err)
	}
}

func TestPrintedFinding(t *testing.T) {
	p, err := loadFiles(map[string]string{"p/pack.yaml": head + "lists: {l: [x]}\n"})
	if err != nil {
		t.Fatal(err)
	}
	found, _ := p.Lint()
	if len(found) != 1 || !strings.HasSuffix(found[0].Print(), "    3 | lists: {l: [x]}\n      |         ^\n") {
		t.Errorf("got %q", found)
	}
}
