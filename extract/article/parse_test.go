package article

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const sentence = "L’été dernier, la mairie a payé 3 000 € à l’entreprise, et São Tomé n’a rien dit."

func in(t *testing.T, e encoding.Encoding, page string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCharset(t *testing.T) {
	page := func(head string) string {
		return "<html><head>" + head + "<title>x</title></head><body><p>" + sentence + "</p></body></html>"
	}
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		name        string
		page        []byte
		contentType string
	}{
		{"UTF-8", []byte(page("")), ""},
		{"UTF-8 with a mark", []byte("\ufeff" + page("")), ""},
		{"UTF-8, page says Latin 1", []byte(page(`<meta charset="iso-8859-1">`)), ""},
		{"UTF-8, server says Latin 1", []byte(page("")), "text/html; charset=iso-8859-1"},
		{"Windows 1252, page says so", in(t, charmap.Windows1252, page(`<meta http-equiv="content-type" content="text/html; charset=windows-1252">`)), ""},
		{"Windows 1252, page says Latin 1", in(t, charmap.Windows1252, page(`<meta charset="ISO-8859-1">`)), ""},
		{"Windows 1252, nobody says", in(t, charmap.Windows1252, page("")), ""},
		{"Latin 9, server says so", in(t, charmap.ISO8859_15, strings.ReplaceAll(page(""), "’", "'")), "text/html; charset=iso-8859-15"},
		{"UTF-16 with a mark", in(t, little, page("")), ""},
		{"UTF-16, server says so", in(t, big, page("")), "text/html; charset=utf-16be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Parse(c.page, "", c.contentType)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(a.Text, "'", "’"); got != sentence {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A page that was cut within a letter is still UTF-8.
func TestCutUTF8(t *testing.T) {
	page := []byte("<p>" + strings.Repeat(sentence+" ", 5) + "é")
	a, err := Parse(page[:len(page)-1], "", "text/html; charset=iso-8859-1")
	if err != nil || !strings.HasPrefix(a.Text, sentence) {
		t.Errorf("got %q, %v", a.Text, err)
	}
}

func TestNoArticle(t *testing.T) {
	for name, page := range map[string]string{
		"empty":      "",
		"white":      " \n\t ",
		"no text":    "<html><body><img src=a.png></body></html>",
		"script":     "<html><body><script>var text = 'not an article at all'</script></body></html>",
		"links":      `<ul><li><a href="/a">One thing</a></li><li><a href="/b">Another thing</a></li></ul>`,
		"only space": "<p>&nbsp;</p><p>\u200b</p>",
	} {
		if a, err := Parse([]byte(page), "", ""); !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: got %q, %v", name, a.Text, err)
		}
	}
	for name, page := range map[string]string{
		"png": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00", "pdf": "%PDF-1.7\n1 0 obj <<>>", "zip": "PK\x03\x04\x14\x00\x00\x00",
		"noise": strings.Repeat("\x01\x02\x03\x84\x93", 100),
	} {
		if a, err := Parse([]byte(page), "", "text/html"); err == nil {
			t.Errorf("%s: got %q", name, a.Text)
		}
	}
}

// Pages made to break or slow a reader: each is read, or refused, at once.
func TestHostile(t *testing.T) {
	paragraph := "<p>" + strings.Repeat(sentence+" ", 4) + "</p>"
	for name, page := range map[string]string{
		"deep":            strings.Repeat("<div>", 20_000) + paragraph + strings.Repeat("</div>", 20_000),
		"deep, not ended": strings.Repeat("<section><span>", 20_000) + paragraph,
		"giant attribute": `<p class="` + strings.Repeat("ad ", 500_000) + `">` + sentence + paragraph,
		"misnested":       strings.Repeat("<b><p><table><i>", 2_000) + paragraph,
		"not ended":       paragraph + "<p>more <a href='",
		"nothing closed":  "<table><tr><td><ul><li>" + paragraph + "<li><div>" + paragraph,
		"only end tags":   strings.Repeat("</div></p>", 1000) + paragraph,
		"NUL":             paragraph + strings.Repeat(paragraph, 20) + "\x00",
		"breaks":          paragraph + "<p>x" + strings.Repeat("<br> ", 20_000),
		"deep data":       `<script type="application/ld+json">` + strings.Repeat("[", 100_000) + "</script>" + paragraph,
		"headings":        paragraph + strings.Repeat("<h2>x</h2>", 20_000),
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Parse([]byte(page), "", "")
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(a.Text, sentence) {
				t.Errorf("the text is lost: %.100q", a.Text)
			}
		})
	}
}

func TestTooLong(t *testing.T) {
	paragraph := "<p>" + strings.Repeat(sentence+" ", 2000) + "</p>"
	a, err := Parse([]byte(strings.Repeat(paragraph, maxPage/len(paragraph)+1)), "", "")
	if err != nil || len(a.Warnings) != 1 || a.Warnings[0] != warningCut {
		t.Errorf("got %v, %v", a.Warnings, err)
	}
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"white space", "<p> one\n\t two <b>three</b>  four</p>", "paragraph: one two three four"},
		{"fixed spaces stay", "<p>12\u00a0000\u202f€ \u00a0 x</p>", "paragraph: 12\u00a0000\u202f€ \u00a0 x"},
		{"no space between words and signs", "<p><b>one</b>, <i>two</i>three</p>", "paragraph: one, twothree"},
		{"line break", "<p>one<br>two</p>", "paragraph: one two"},
		{"two line breaks", "<p>one<br> <!-- --> <br/>two</p>", "paragraph: one\nparagraph: two"},
		{"text without paragraphs", "<div>one <b>two</b><div>three</div>four</div>", "paragraph: one two\nparagraph: three\nparagraph: four"},
		{"kinds", "<h2>a</h2><ul><li>b</li></ul><blockquote><p>c</p><ul><li>d</li></ul></blockquote><table><caption>no</caption><tr><td>e</td></tr></table><p>f</p>",
			"heading: a\nlist-item: b\nblockquote: c\nblockquote: d\ntable-cell: e\nparagraph: f"},
		{"captions", "<p>a</p><figure><img src=x><figcaption>no</figcaption></figure><div class=wpCaption><p>no</p></div><figure><blockquote>b</blockquote></figure>", "paragraph: a\nblockquote: b"},
		{"not seen", "<p>a</p><p hidden>no</p><p aria-hidden=true>no</p><p style='color:red; display : none'>no</p><template>no</template>", "paragraph: a"},
		{"soft hyphens stay", "<p>re\u00ading</p>", "paragraph: re\u00ading"},
		{"an author quoted", "<p>a</p><blockquote>b<p class=author>c</p></blockquote>", "paragraph: a\nblockquote: b\nblockquote: c"},
		{"names of inline elements", "<p>a <span class=social>b</span></p>", "paragraph: a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			// A long paragraph of its own keeps the small ones from being most of the page.
			root, _, err := tree([]byte(c.page+"<p>"+strings.Repeat("z", 400)), "")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range pieces(root) {
				if p.kind != Caption && !strings.HasPrefix(p.text, "zz") {
					got = append(got, string(p.kind)+": "+p.text)
				}
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), c.want)
			}
		})
	}
}

// What stands beside the text is left out by what it is, not by what it says: the words here are no language's.
func TestSift(t *testing.T) {
	long := "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna."
	other := "Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat duis."
	a := Article{Title: "Lorem ipsum", Byline: []string{"Ana Lima"}}
	p := func(kind Kind, text string) piece { return piece{kind: kind, text: text} }
	link := func(text string) piece { return piece{kind: ListItem, text: text, linked: len(text)} }
	for _, c := range []struct {
		name string
		in   []piece
		want string
	}{
		{"title, byline and labels", []piece{p(Heading, "LOREM IPSUM."), p(Paragraph, "Xx Ana Lima, 3 xx 2024"), p(Paragraph, "Xxxx"), p(Paragraph, "Xx 03/04/2024 10:15"), p(Paragraph, long), p(Paragraph, "Xxx xxx")}, long},
		{"a short sentence stays", []piece{p(Paragraph, "Ut enim."), p(Paragraph, long), p(Paragraph, "Duis aute?")}, "Ut enim.|" + long + "|Duis aute?"},
		{"links with their heading and lead-in", []piece{p(Paragraph, long), p(Paragraph, "Xxx:"), link("Aaa bbb"), p(Paragraph, other), p(Heading, "Xxx"), link("Ccc"), link("Ddd")}, long + "|" + other},
		{"a heading between", []piece{p(Paragraph, long), p(Heading, "Xxx"), p(Paragraph, other), p(Heading, "Yyy")}, long + "|Xxx|" + other},
		{"said again", []piece{p(Paragraph, long), p(Paragraph, other), p(Paragraph, long)}, long + "|" + other},
		{"lifted out for show", []piece{p(Paragraph, long), p(Blockquote, "consectetur adipiscing elit, sed do eiusmod"), p(Paragraph, other)}, long + "|" + other},
		{"a quotation stays", []piece{p(Paragraph, long), p(Blockquote, "Excepteur sint occaecat cupidatat non proident"), p(Paragraph, other)}, long + "|Excepteur sint occaecat cupidatat non proident|" + other},
		{"about the author", []piece{p(Paragraph, long), p(Paragraph, other), p(Paragraph, "Ana Lima xxx xx xxxx, xx xxx.")}, long + "|" + other},
		{"time and address", []piece{{kind: Paragraph, text: "3 xx", timed: 4}, p(Paragraph, long), p(Paragraph, "https://a.example/b"), p(Paragraph, "ana@a.example"), p(Paragraph, other)}, long + "|ana@a.example|" + other},
	} {
		var got []string
		for _, p := range sift(c.in, a, "") {
			got = append(got, p.text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

// Where the page tells its text in the data, what stands around the same text is left out.
func TestToldText(t *testing.T) {
	text := strings.Repeat(sentence+" ", 8)
	body := "<article><p>A paragraph above that sells subscriptions, and is as long as any other paragraph of this page is.</p><p>" + text +
		"</p><p>A paragraph below that sells subscriptions, and is as long as any other paragraph of this page is.</p></article>"
	a, err := Parse([]byte(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":"`+text+`"}</script>`+body), "", "")
	if err != nil || a.Text != strings.TrimSpace(text) {
		t.Errorf("got %q, %v", a.Text, err)
	}
}

func TestTextIsInTheDataAlone(t *testing.T) {
	page := `<div id=app></div><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":"` + sentence + `\n\nSecond &amp; last."}</script>`
	a, err := Parse([]byte(page), "", "")
	if err != nil || a.Text != sentence+"\n\nSecond & last." || len(a.Blocks) != 2 {
		t.Errorf("got %q, %v", a.Text, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("<p>"+sentence), "https://news.example/2024/01/02/x", "text/html")
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","author":[{"name":"A B"}]},]}</script><article><h1>x</h1><p>a<br><br>b`), "", "")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00x\x00"), "::", "text/html; charset=utf-16")
	f.Add([]byte(strings.Repeat("<table><blockquote><ul><li>", 150)+sentence), "", "")
	f.Fuzz(func(t *testing.T, page []byte, pageURL, contentType string) {
		a, err := Parse(page, pageURL, contentType)
		if err != nil {
			return
		}
		checkBlocks(t, a)
		if a.Published.Date != "" && day(a.Published.Date) != a.Published.Date {
			t.Errorf("date %q", a.Published.Date)
		}
		if slices.Contains(a.Byline, "") {
			t.Error("an empty name")
		}
	})
}

// checkBlocks holds the package's invariant: the text is its blocks, parted by blank lines.
func checkBlocks(t *testing.T, a Article) {
	t.Helper()
	var texts []string
	for _, b := range a.Blocks {
		text := a.Text[b.Start:b.End]
		if text == "" || strings.ContainsAny(text, "\n\r\t") || strings.Contains(text, "  ") || b.Kind == Caption {
			t.Errorf("%s block %q", b.Kind, text)
		}
		texts = append(texts, text)
	}
	if strings.Join(texts, "\n\n") != a.Text || a.Text == "" || !utf8.ValidString(a.Text) {
		t.Errorf("text %q, blocks %q", a.Text, texts)
	}
}
