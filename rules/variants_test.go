package rules

import (
	"fmt"
	"slices"
	"testing"
)

func TestVariants(t *testing.T) {
	for text, want := range map[string][]string{
		"It cost 12 euros ($13).": {"It cost 12 euros ($13)."},
		"It (fell | rose).":       {"It fell.", "It rose."},
		"(A | The) day in (| early | mid) May (2024)": {
			"A day in May (2024)", "The day in May (2024)", "A day in early May (2024)", "A day in mid May (2024)",
		},
		"(| Old) ships (left | came) (late": {"ships left (late", "Old ships left (late", "ships came (late"},
		"It (ended (":                       {"It (ended ("},
	} {
		var got []string
		for _, v := range (Example{Text: text}).Variants() {
			got = append(got, v.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", text, got, want)
		}
	}
}

// What is expected follows the alternatives of the text: the same group, or else one of as many.
func TestVariantsExpect(t *testing.T) {
	e := Example{Text: "in (early | mid) (May | June)", Want: []Expectation{{{Key: "text", Value: "(May | June)"}, {Key: "mod", Value: "(start | mid)"}, {Key: "is", Value: "x"}}}}
	var got []string
	for _, v := range e.Variants() {
		line := v.Text
		for _, p := range v.Want[0] {
			line += fmt.Sprintf(" %s=%s", p.Key, p.Value)
		}
		got = append(got, line)
	}
	want := []string{"in early May text=May mod=start is=x", "in mid May text=May mod=mid is=x", "in early June text=June mod=start is=x"}
	if !slices.Equal(got, want) {
		t.Errorf(" got %q\nwant %q", got, want)
	}
}
