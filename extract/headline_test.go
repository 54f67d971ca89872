package extract_test

import (
	"testing"

	"sayso/extract"
	"sayso/extract/article"
)

// The title of a page is read too: its figures, dates and statements stand in it, and who is named in the text has the id and
// the full name of the text.
func TestHeadline(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, title, text, speaker, said, sum string }{
		{"en", "“We will not close the mine,” says Okafor, as Velmont loses $40 million", "Grace Okafor runs Velmont. The group lost a lot.", "Grace Okafor", "We will not close the mine", "40000000"},
		{"fr", "« Nous ne fermerons pas la mine », affirme Kerbrat, malgré 40 millions d’euros de pertes", "Yann Kerbrat dirige Velmont. Le groupe a beaucoup perdu.", "Yann Kerbrat", "Nous ne fermerons pas la mine", "40000000"},
		{"pt", "“Não vamos fechar a mina”, diz Prates, apesar de perder 40 milhões de euros", "Lúcia Prates dirige a Velmont. O grupo perdeu muito.", "Lúcia Prates", "Não vamos fechar a mina", "40000000"},
	} {
		a := article.Article{Title: c.title, Text: c.text, Language: article.Hint{Code: c.lang, From: "flag"}}
		d, err := x.Extract(a)
		if err != nil {
			t.Fatal(err)
		}
		h := d.Headline
		if h == nil || len(h.Quotes) != 1 || len(h.Money) != 1 || h.Quotes[0].Speaker == nil {
			t.Errorf("%s: headline %+v", c.title, h)
			continue
		}
		q := h.Quotes[0]
		if q.Speaker.Name != c.speaker || q.Said() != c.said || h.Money[0].Amount.String() != c.sum {
			t.Errorf("%s: %s says %q, %s", c.title, q.Speaker.Name, q.Said(), h.Money[0].Amount)
		}
		if q.Speaker.Entity == nil || *q.Speaker.Entity != d.Entities[0].ID {
			t.Errorf("%s: the speaker is %v, in the text %s", c.title, q.Speaker.Entity, d.Entities[0].ID)
		}
		if title := []rune(c.title); string(title[q.Content[0].Start:q.Content[0].End]) != q.Content[0].Text {
			t.Errorf("%s: the words do not stand at their place", c.title)
		}
		before := len(d.Entities[0].Mentions)
		if before != 1 {
			t.Errorf("%s: %d mentions of %s in the text", c.title, before, d.Entities[0].Name)
		}
		d.Keep([]string{"money"})
		if d.Headline == nil || len(d.Headline.Quotes) != 0 || len(d.Headline.Money) != 1 {
			t.Errorf("%s: not kept alone: %+v", c.title, d.Headline)
		}
		a.Text = c.title + "\n\n" + c.text
		if d, err := x.Extract(a); err != nil || d.Headline != nil {
			t.Errorf("%s: a title in the text is read twice (%v)", c.title, err)
		}
	}
}
