package markdown

import (
	"testing"

	"sayso/extract/article"
)

func TestMarkdown(t *testing.T) {
	a := article.Article{Title: "Bridge [shut]", Byline: []string{"Ada Brook"}, Site: "Marl", Published: article.Published{Date: "2025-03-12"}, URL: "https://example.org/a"}
	for _, b := range []struct {
		kind article.Kind
		text string
	}{
		{article.Paragraph, "- no list, *no* stress"}, {article.Heading, "Works"}, {article.ListItem, "one"}, {article.ListItem, "two\nlines"},
		{article.Blockquote, "We will\nmend it"}, {article.Caption, "The arch"}, {article.Paragraph, "# no heading"},
	} {
		if a.Text != "" {
			a.Text += "\n\n"
		}
		start := len(a.Text)
		a.Text += b.text
		a.Blocks = append(a.Blocks, article.Block{Kind: b.kind, Start: start, End: len(a.Text)})
	}
	want := `# Bridge \[shut]

*Ada Brook · Marl · 2025-03-12*

<https://example.org/a>

\- no list, \*no\* stress

## Works

- one
- two
  lines

> We will
> mend it

*The arch*

\# no heading
`
	if got := Of(a); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := Of(article.Article{Text: "Plain text.\n"}); got != "Plain text.\n" {
		t.Errorf("got %q", got)
	}
}
