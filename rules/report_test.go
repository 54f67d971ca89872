package rules

import (
	"strings"
	"testing"
)

func TestExamples(t *testing.T) {
	p, err := testLibrary().Load("it")
	if err != nil {
		t.Fatal(err)
	}
	r := p.Test()
	for _, f := range r.Failures {
		t.Error(f)
	}
	if !r.OK() || r.Rules != 4 || r.Examples != 9 {
		t.Errorf("report: %+v", r)
	}
}

// TestExamplesFail runs the base's examples on a pack that took a word away, and examples that are wrong.
func TestExamplesFail(t *testing.T) {
	p, err := testLibrary("testdata/desk").Load("desk")
	if err != nil {
		t.Fatal(err)
	}
	r := p.Test()
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	var b strings.Builder
	for _, f := range r.Failures {
		b.WriteString(f.String() + "\n")
	}
	golden(t, "desk.txt", b.String())
}

func TestUntested(t *testing.T) {
	p, err := loadFiles(map[string]string{"p/pack.yaml": head + "rules:\n  r: {makes: place, match: x}\n"})
	if err != nil {
		t.Fatal(err)
	}
	if r := p.Test(); r.OK() || len(r.Untested) != 1 || r.Failures[0].String() != "rules/p/pack.yaml:4:3: p.r\n         the rule has no examples" {
		t.Errorf("embedded: %+v", r)
	}
	p.Embedded = false
	if r := p.Test(); !r.OK() || len(r.Untested) != 1 {
		t.Errorf("private: %+v", r)
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		want, found string
		same        bool
	}{
		{"a", " a ", true}, {"1e3", "1000", true}, {"12.50", "12.5", true}, {"12", "12a", false}, {"2020-03-03", "2014", false},
		{nothing, "", true}, {nothing, "x", false}, {"1e99999999", "1e99999998", false}, {"-2", "-2.0", true},
	} {
		if same(c.want, c.found) != c.same {
			t.Errorf("%q, %q: not %v", c.want, c.found, c.same)
		}
	}
}
