package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// The past year is this one as it ends, the coming one is this one as it begins; in between, the coming year is a length of time.
func TestNearingUnits(t *testing.T) {
	for _, c := range []struct{ lang, published, text, want string }{
		{"en", "2023-12-20", "This past year was dry.", "2023"},
		{"en", "2024-01-04", "This past year was dry.", "2023"},
		{"en", "2023-06-20", "This past year was dry.", "2022"},
		{"en", "2023-12-20", "The coming year will be dry.", "2024"},
		{"en", "2024-01-04", "The coming year will be dry.", "2024"},
		{"en", "2023-06-20", "The coming year will be dry.", "P1Y"},
		{"en", "2023-12-24", "This past week was dry.", "2023-W51"},
		{"fr", "2023-12-20", "L'année qui s'achève fut sèche.", "2023"},
		{"fr", "2024-01-04", "L'année qui commence sera sèche.", "2024"},
		{"pt", "2023-12-20", "O ano que termina foi seco.", "2023"},
		{"pt", "2023-12-20", "O ano que se aproxima será seco.", "2024"},
		{"pt", "2023-06-20", "O ano que termina em junho foi seco.", "P1Y"},
	} {
		all := read(viewtest.Of(t, c.lang, c.published, c.text))
		if len(all) == 0 || all[0].Value != c.want {
			t.Errorf("%s, %s: got %+v, want %s", c.published, c.text, all, c.want)
		}
	}
}
