package rules

import (
	"fmt"
	"strings"
	"testing"
)

// The parts that no example depends on, by their places; what is not named is covered.
func TestCover(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"phrases": {
			"rules:\n  r:\n    makes: place\n    match: [a b, c d]\n    examples: {a b: {}, a d: nothing}\n",
			"6:18 phrase c d",
		},
		"a phrase that another makes up for": {
			"rules:\n  r:\n    makes: place\n    match: [a b, a (b | c)]\n    examples: {a b: {}, a c: {}, a d: nothing}\n",
			"6:13 phrase a b\n6:21 alternative b",
		},
		"alternatives in groups, and endings, which are none": {
			"rules:\n  r:\n    makes: place\n    match: a(s) (b | (c | d)? e | \\| f)\n    examples: {a b: {}, a d e: {}, c: nothing}\n",
			"6:23 alternative c\n6:35 alternative \\| f",
		},
		"exceptions": {
			"rules:\n  r:\n    makes: place\n    match: a\n    except: [a b, c a, a d]\n    examples: {a: {}, a b: nothing, c a d: nothing}\n",
			"7:19 exception c a\n7:24 exception a d",
		},
		"an exception that an example only touches": {
			"rules:\n  r:\n    makes: place\n    match: a b\n    except: [b c]\n    examples: {a b: {}, b c: nothing}\n",
			"7:14 exception b c",
		},
		"contexts": {
			"rules:\n  r:\n    makes: place\n    match: a\n    after: [b, c]\n    before: [d, e]\n    examples: {b a d: {}, b a: nothing}\n",
			"7:16 phrase c\n8:17 phrase e",
		},
		"named phrases": {
			"phrases:\n  n: [x, y | z]\nrules:\n  r:\n    makes: place\n    match: a <n>\n    examples: {a x: {}, a z: {}, a: nothing}\n",
			"4:10 alternative y",
		},
		"entries": {
			"lists:\n  l: {A: [x(s), y z], B: [v w, u]}\nrules:\n  r:\n    makes: place\n    match: a <l>\n    examples: {a XS: {}, a v w: {}, a: nothing}\n",
			"4:17 entry y z\n4:32 entry u",
		},
		"an example that fails": {
			"rules:\n  r:\n    makes: place\n    match: a\n    examples: {a: nothing, b: {}}\n",
			"6:12 phrase a",
		},
	} {
		p, err := loadFiles(map[string]string{"p/pack.yaml": head + c.body})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		parts, err := p.Cover(false)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var uncovered []string
		for _, part := range parts {
			if !part.Covered {
				uncovered = append(uncovered, fmt.Sprintf("%d:%d %s %s", part.Line, part.Column, part.Kind, part.Text))
			}
		}
		if got := strings.Join(uncovered, "\n"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}
