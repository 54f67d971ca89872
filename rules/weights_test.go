package rules

import (
	"strings"
	"testing"

	"sayso/rules/match"
)

func TestWeightsAreAddedToInheritedOnes(t *testing.T) {
	pack, err := loadFiles(map[string]string{
		"base/pack.yaml":    "pack: base\nlanguage: fr\n",
		"base/weights.yaml": "before word:\n  \"in\": [0.5, 0, 1, 0]\nline:\n  \"first\": [1, 1, 1, 1]\n",
		"p/pack.yaml":       "pack: p\nlanguage: fr\nextends: base\n",
		"p/weights.yaml":    "before word:\n  \"in\": [-0.25, 0, 1, 0]\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Program()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, value string
		want        [4]float32
	}{
		{"before word", "in", [4]float32{0.25, 0, 2, 0}},
		{"line", "first", [4]float32{1, 1, 1, 1}},
		{"pack", "p", [4]float32{1}}, {"pack", "base", [4]float32{1}}, {"pack", "other", [4]float32{}},
		{"before", "word in", [4]float32{}},
	} {
		if got := p.Weight(c.what, c.value); got != c.want {
			t.Errorf("%s %s: %v, want %v", c.what, c.value, got, c.want)
		}
	}
}

func TestWeightsAreReadAsWritten(t *testing.T) {
	var b strings.Builder
	all := []match.Weight{{What: "before word", Value: "\"", By: [4]float32{1, -2, 0.25, 0}}, {What: "before word", Value: "", By: [4]float32{0, 0, 0, 3}}}
	if err := WriteWeights(&b, all); err != nil {
		t.Fatal(err)
	}
	pack, err := loadFiles(map[string]string{"p/pack.yaml": "pack: p\nlanguage: fr\n", "p/weights.yaml": b.String()})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][4]float32{}
	for _, w := range pack.Grammar.Weights {
		found[w.What+" "+w.Value] = w.By
	}
	for _, w := range all {
		if found[w.What+" "+w.Value] != w.By {
			t.Errorf("%v: %v", w, found)
		}
	}
}

func TestWeightsThatAreNone(t *testing.T) {
	for body, want := range map[string]string{
		"before word: [1, 2, 3, 4]\n":                  "weights.yaml:1:14: not weights of evidence",
		"before word: {\"in\": [1, 2]}\n":              "weights.yaml:1:21: not weights for four types",
		"before word: {\"in\": [1, 2, .nan, 4]}\n":     "weights.yaml:1:21: not weights for four types",
		"before word: {\"in\": [1, 2, 3, 99999999]}\n": "weights.yaml:1:21: not weights for four types",
		"before word: {\"in\": [1, 2, 3, \"much\"]}\n": "weights.yaml:1:21: not weights for four types",
	} {
		_, err := loadFiles(map[string]string{"p/pack.yaml": "pack: p\nlanguage: fr\n", "p/weights.yaml": body})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s error %v, want %s", body, err, want)
		}
	}
}
