package rules

import (
	"strings"
	"testing"
)

func TestWriteConfidence(t *testing.T) {
	var b strings.Builder
	err := WriteConfidence(&b, map[string]Count{"x.b": {9, 12}, "x.a": {10, 10}, "x.few": {3, 3}})
	want := "# How often each rule was right on gold. Written by sayso rules score, never by hand.\nx.a: {right: 10, of: 10}\nx.b: {right: 9, of: 12}\n"
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestPrecision(t *testing.T) {
	for c, want := range map[Count]float64{{9, 12}: 0.75, {2, 3}: 0, {0, 10}: 0, {10, 10}: 1, {1, 3000}: 0, {192, 603}: 0.32} {
		if got := c.Precision(); got != want {
			t.Errorf("%v: %v, want %v", c, got, want)
		}
	}
}

func TestConfidenceOfAPack(t *testing.T) {
	for content, want := range map[string]string{
		"p.r: {right: 9, of: 12}":  "",
		"other: {right: 1, of: 1}": "",
		"- x":                      "confidence.yaml:1:1: not the counts of rules",
		"p.r: 0.9":                 "confidence.yaml:1:6: not a count: {right: 9, of: 10}",
		"p.r: {right: 12, of: 9}":  "confidence.yaml:1:6: not a count",
		"p.r: {of: 9, right: 2}":   "confidence.yaml:1:6: not a count",
		"p.r: {right: 9":           "confidence.yaml:1:",
	} {
		p, err := loadFiles(map[string]string{
			"p/pack.yaml":       "pack: p\nlanguage: fr\nrules:\n  r:\n    makes: place\n    match: [zut]\n",
			"p/confidence.yaml": content,
		})
		switch {
		case want != "":
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v, want %s", content, err, want)
			}
		case err != nil:
			t.Errorf("%q: %v", content, err)
		default:
			if got := p.Rule("p.r").Measured; strings.HasPrefix(content, "p.r") != (got.Of == 12) {
				t.Errorf("%q: %v", content, got)
			}
		}
	}
}
