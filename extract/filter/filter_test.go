package filter

import (
	"strings"
	"testing"

	"sayso/extract/article"
)

// kept are the ids of the articles that a filter wants.
func kept(f Filter, all []article.Article) string {
	var ids []string
	wants := f.Start()
	for _, a := range all {
		if wants(a) {
			ids = append(ids, a.ID)
		}
	}
	return strings.Join(ids, " ")
}

func TestDaysAndLengths(t *testing.T) {
	on := func(id, day, text string) article.Article {
		return article.Article{ID: id, Published: article.Published{Date: day}, Text: text}
	}
	all := []article.Article{on("a", "2025-03-01", "One."), on("b", "2025-03-02", "Deux \u00e9t\u00e9s"), on("c", "", "Three."), on("d", "2025-03-03", "Four")}
	for want, f := range map[string]Filter{
		"a b c d": {}, "b c d": {Since: "2025-03-02"}, "a b c": {Until: "2025-03-02"}, "b c": {Since: "2025-03-02", Until: "2025-03-02"}, "b": {MinChars: 9},
	} {
		if got := kept(f, all); got != want {
			t.Errorf("%+v keeps %q, want %q", f, got, want)
		}
	}
}

func TestDoubles(t *testing.T) {
	all := []article.Article{
		{ID: "a", URL: "https://example.org/a", Text: "One and two."},
		{ID: "same-text", URL: "https://example.org/b", Text: "One\n and  two. "},
		{ID: "same-url", URL: "https://example.org/a", Text: "Two."},
		{ID: "new", Text: "Three."}, {ID: "new-too", Text: "Four."},
	}
	if got, want := kept(Filter{Dedup: true}, all), "a new new-too"; got != want {
		t.Errorf("keeps %q, want %q", got, want)
	}
}

func TestNearDoubles(t *testing.T) {
	report := "The regional court ordered the port authority on Thursday to reopen the northern quay, which had been closed since January after divers found cracks in eleven of its piles. The judge said that the authority had failed to show why smaller ships could not use the quay while the repairs went on, and gave it ten days to draw up a timetable for them."
	all := []article.Article{
		{ID: "a", Text: "PORTO (Agency) - " + report}, {ID: "copy", Text: "Lisbon, 6 March. " + report + " All rights reserved."},
		{ID: "b", Text: "The museum of glass opened its new wing on Friday with four hundred pieces that had been in store since the war, some of them in crates that nobody had opened, and its director said that it would take two more years to describe them all."},
		{ID: "short", Text: "One and two."}, {ID: "short-too", Text: "One and three."},
	}
	if got, want := kept(Filter{Dedup: true, Near: true}, all), "a b short short-too"; got != want {
		t.Errorf("keeps %q, want %q", got, want)
	}
	if got, want := kept(Filter{Dedup: true}, all), "a copy b short short-too"; got != want {
		t.Errorf("keeps %q, want %q", got, want)
	}
}

// A page claims an address of its own site, and no other site's.
func TestClaimedAddresses(t *testing.T) {
	all := []article.Article{
		{ID: "forged", Address: "https://evil.example/x", URL: "https://news.example.co.uk/a", Text: "Not so."},
		{ID: "true", Address: "https://news.example.co.uk/a", URL: "https://news.example.co.uk/a", Text: "So."},
		{ID: "mobile", Address: "https://m.example.co.uk/a", URL: "https://news.example.co.uk/a", Text: "So it is."},
		{ID: "neighbour", Address: "https://other.co.uk/b", URL: "https://news.example.co.uk/a", Text: "So it was."},
		{ID: "again", Address: "https://evil.example/x", URL: "https://news.example.co.uk/c", Text: "Not so, again."},
		{ID: "given", URL: "https://news.example.co.uk/a", Text: "So it will be."},
	}
	if got, want := kept(Filter{Dedup: true}, all), "forged true neighbour"; got != want {
		t.Errorf("keeps %q, want %q", got, want)
	}
}
