package entities

import (
	"strings"
	"testing"

	"sayso/extract/view/viewtest"
)

// Each text is followed by the offices of its people: the office, what it is of, and whether it is over or to come.
func TestRoles(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "President Martha Quill met Finance Minister Ola Berg in Oslo. President Quill smiled.", "Martha Quill: President; Ola Berg: Finance Minister"},
		{"en", "Yesterday Former President Martha Quill left, and so did ex-minister Ola Berg.", "Martha Quill: President (former); Ola Berg: minister (former)"},
		{"en", "We met President-elect Martha Quill.", "Martha Quill: President (future)"},
		{"en", "The German Chancellor Anna Holt spoke. Norway's Prime Minister Ola Berg answered.", "Anna Holt: Chancellor; Ola Berg: Prime Minister of Norway"},
		{"en", "Mr. Tom Hale met Dr. Rita Cole.", ""},
		{"fr", "L'ancien président François Dubreuil a parlé. La ministre Anne Roux aussi.", "François Dubreuil: président (former); Anne Roux: ministre"},
		{"pt", "O presidente eleito João Teles falou à ministra Ana Roda.", "João Teles: presidente (future); Ana Roda: ministra"},
	} {
		s := Read(viewtest.Of(t, c.lang, "", c.text))
		named := map[string]string{}
		for _, e := range s.All {
			named[e.ID] = e.Name
		}
		var all []string
		for _, e := range s.All {
			for _, r := range e.Roles {
				said := e.Name + ": " + r.Office
				if r.Of != nil {
					said += " of " + named[*r.Of]
				}
				if r.When != "" {
					said += " (" + r.When + ")"
				}
				all = append(all, said)
			}
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
