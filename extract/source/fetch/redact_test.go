package fetch

import "testing"

func TestRedact(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a@b":           "https://example.org/a@b",
		"https://me@example.org":            "https://***@example.org",
		"https://me:pass@example.org:8/a?b": "https://***@example.org:8/a?b",
		"https://me:p@ss@example.org?a@b":   "https://***@example.org?a@b",
		"ftp://a:b@c#d@e":                   "ftp://***@c#d@e",
		"dump@home.txt":                     "dump@home.txt",
	} {
		if got := Redact(address); got != want {
			t.Errorf("%s becomes %s, want %s", address, got, want)
		}
	}
}
