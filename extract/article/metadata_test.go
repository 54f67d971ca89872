package article

import (
	"strings"
	"testing"
)

const filler = "<article><p>The council voted on Monday to close the bridge, and it will stay closed until the spring, the mayor said.</p></article>"

func read(t *testing.T, head, body, pageURL string) Article {
	t.Helper()
	a, err := Parse([]byte("<html><head>"+head+"</head><body>"+body+filler+"</body></html>"), pageURL, "")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func ldJSON(json string) string { return `<script type="application/ld+json">` + json + `</script>` }

func TestLinkedData(t *testing.T) {
	for _, c := range []struct{ name, json, title, byline, date string }{
		{"plain", `{"@type":"NewsArticle","headline":"A","datePublished":"2024-05-06T01:00:00+02:00","author":{"name":"X Y"}}`, "A", "X Y", "2024-05-06"},
		{"list", `[{"@type":"Organization","name":"O"},{"@type":"BlogPosting","headline":"A","author":"X Y"}]`, "A", "X Y", ""},
		{"type by address", `{"@type":"https://schema.org/NewsArticle","headline":"A"}`, "A", "", ""},
		{"types", `{"@type":["Thing","AnalysisNewsArticle"],"headline":["A"],"author":["X Y",{"name":["Z W"]}]}`, "A", "X Y+Z W", ""},
		{"graph in a page", `{"@graph":[{"@type":"WebPage","mainEntity":{"@type":"LiveBlogPosting","headline":"A"}}]}`, "A", "", ""},
		{"trailing commas", `{"@type":"NewsArticle","headline":"A","author":[{"name":"X Y",},],}`, "A", "X Y", ""},
		{"control characters", "{\"@type\":\"NewsArticle\",\"headline\":\"A\n\tB\"}", "A B", "", ""},
		{"comment", "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A\"} -->", "A", "", ""},
		{"CDATA", "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"A\"}\n//]]>", "A", "", ""},
		{"bad escape", `{"@type":"NewsArticle","headline":"It\'s A"}`, "It's A", "", ""},
		{"entities and tags", `{"@type":"NewsArticle","headline":"A &amp; <i>B<\/i> &#8211; C"}`, "A & B – C", "", ""},
		{"given and family name", `{"@type":"NewsArticle","headline":"A","author":{"givenName":"X","familyName":"Y"}}`, "A", "X Y", ""},
		{"addresses are no names", `{"@type":"NewsArticle","headline":"A","author":["https://a.example/x","@xy","X Y","x y"]}`, "A", "X Y", ""},
		{"none of an article", `{"@type":"JobPosting","headline":"A"}`, "Shown", "", ""},
		{"broken", `{"@type":"NewsArticle","headline":`, "Shown", "", ""},
		{"loop", `{"@type":"NewsArticle","headline":"A","author":{"@id":"#a"},"publisher":{"@id":"#a","x":{"@id":"#a"}}}`, "A", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := read(t, ldJSON(c.json), "<h1>Shown</h1>", "")
			if a.Title != c.title || strings.Join(a.Byline, "+") != c.byline || a.Published.Date != c.date {
				t.Errorf("got %q, %q, %+v", a.Title, a.Byline, a.Published)
			}
		})
	}
}

func TestTitle(t *testing.T) {
	long := "The council voted on Monday to close the bridge until the spring and nobody in the town knows what to do about"
	for _, c := range []struct{ name, head, body, want string }{
		{"site by name", `<meta property="og:site_name" content="The Post"><title>Bridge closes | The Post</title>`, "", "Bridge closes"},
		{"site first", `<meta property="og:site_name" content="The Post"><title>The Post - Bridge closes</title>`, "", "Bridge closes"},
		{"site with more", `<meta property="og:site_name" content="Post"><title>Bridge closes – News – The Post</title>`, "<h1>Bridge closes</h1>", "Bridge closes"},
		{"site unknown, title shown", `<title>Bridge closes :: Harbour</title>`, "<h1>Bridge closes</h1>", "Bridge closes"},
		{"site unknown, title not shown", `<title>Bridge closes | Harbour</title>`, "", "Bridge closes | Harbour"},
		{"a dash of its own", `<meta property="og:site_name" content="The Post"><meta property="og:title" content="Bridge closes - for good">`, "", "Bridge closes - for good"},
		{"hyphens", `<title>Vice-mayor resigns</title>`, "", "Vice-mayor resigns"},
		{"cut", `<meta property="og:title" content="` + long[:60] + `…">`, "<h1>" + long + "</h1>", long},
		{"escaped twice", `<meta property="og:title" content="Mayor&amp;#8217;s bridge &amp;amp; road">`, "", "Mayor’s bridge & road"},
		{"Dublin Core", `<meta name="DC.Title" content="Bridge closes">`, "", "Bridge closes"},
		{"site glued to a section", `<meta property="og:site_name" content="Correio"><meta property="og:title" content="Ponte fecha hoje-Cidade|Correio"><meta name="headline" content="Ponte fecha hoje">`, "", "Ponte fecha hoje"},
		{"shared shorter", `<meta property="og:title" content="Le vieux pont ferme avant l'été">`, "<h1>Le vieux pont de pierre ferme avant l'été, selon la mairie</h1>", "Le vieux pont ferme avant l'été"},
		{"none", "", "", ""},
	} {
		if a := read(t, c.head, c.body, ""); a.Title != c.want {
			t.Errorf("%s: got %q, want %q", c.name, a.Title, c.want)
		}
	}
}

func TestPublished(t *testing.T) {
	meta := func(name, content string) string { return `<meta name="` + name + `" content="` + content + `">` }
	for _, c := range []struct{ name, head, body, url, date, from string }{
		{"the data come first", ldJSON(`{"@type":"NewsArticle","datePublished":"2024-02-29"}`) + meta("date", "2023-01-01"), "", "", "2024-02-29", "json-ld"},
		{"own offset", meta("article:published_time", "2024-01-01T00:10:00+09:00"), "", "", "2024-01-01", "opengraph"},
		{"a change is no publication", meta("article:modified_time", "2024-01-01"), `<time itemprop="dateModified" datetime="2024-01-02">x</time>`, "", "", ""},
		{"names are spelt in many ways", meta("DC:date:issued", "2024-01-05"), "", "", "2024-01-05", "meta"},
		{"compact", meta("sailthru.date", "20240105"), "", "", "2024-01-05", "meta"},
		{"server's form", meta("date", "Tue, 5 Mar 2024 10:00:00 GMT"), "", "", "2024-03-05", "meta"},
		{"day first, surely", meta("date", "25/03/2024 10:00"), "", "", "2024-03-25", "meta"},
		{"month first, surely", meta("date", "03/25/2024"), "", "", "2024-03-25", "meta"},
		{"in doubt", meta("date", "03/04/2024"), "", "", "", ""},
		{"dotted", meta("date", "3.4.2024"), "", "", "2024-04-03", "meta"},
		{"no such day", meta("date", "2024-02-30"), "", "", "", ""},
		{"no year for news", meta("date", "0001-01-01"), "", "", "", ""},
		{"the epoch", meta("date", "1970-01-01T00:00:00Z"), "", "", "", ""},
		{"time", "", `<time datetime="2024-05-06T10:00">x</time>`, "", "2024-05-06", "time"},
		{"time of a comment", "", `<div class="comment-list"><li class=comment><time datetime="2024-05-06T10:00">x</time></li></div>`, "", "", ""},
		{"the time that is marked", "", `<time datetime="2024-05-07">x</time><time itemprop="datePublished" datetime="2024-05-06">x</time>`, "", "2024-05-06", "time"},
		{"address", "", "", "https://a.example/2024/5/06/x", "2024-05-06", "url"},
		{"address, compact", "", "", "https://a.example/x-20240506.html", "2024-05-06", "url"},
		{"address without a day", "", "", "https://a.example/2024/05/x-99999999", "", ""},
		{"nothing", "", "", "", "", ""},
	} {
		a := read(t, c.head, c.body, c.url)
		if a.Published != (Published{c.date, c.from}) {
			t.Errorf("%s: got %+v, want %s, %s", c.name, a.Published, c.date, c.from)
		}
	}
}

func TestByline(t *testing.T) {
	for _, c := range []struct{ name, head, body, want string }{
		{"joint", `<meta name=author content="X Y, Z W; V U | T S">`, "", "X Y+Z W+V U+T S"},
		{"hyphens and apostrophes", `<meta name=author content="Jean-Luc O’Neil">`, "", "Jean-Luc O’Neil"},
		{"address alone", `<meta property="article:author" content="https://www.facebook.com/xy">`, `<a rel=author href="/x">X Y</a>`, "X Y"},
		{"marked", "", `<span itemprop=author itemscope>By <span itemprop=name>X Y</span></span>`, "X Y"},
		{"link in a byline", "", `<div class="post-byline">By <a href="/x">X Y</a></div>`, "X Y"},
		{"one of a comment", "", `<div class="comments"><p class=comment><a rel=author href="/x">X Y</a> wrote</p></div>`, ""},
		{"too long", `<meta name=author content="` + strings.Repeat("x", 200) + `">`, "", ""},
	} {
		if got := strings.Join(read(t, c.head, c.body, "").Byline, "+"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLanguageAndAddress(t *testing.T) {
	a, err := Parse([]byte(`<html lang="pt_BR"><head><link rel="canonical" href="/b"></head>`+filler), "https://a.example/c?utm=1", "")
	if err != nil || a.Language != (Hint{"pt-BR", "html"}) || a.URL != "https://a.example/b" {
		t.Errorf("got %+v, %q, %v", a.Language, a.URL, err)
	}
	a = read(t, `<meta property="og:locale" content="fr_CA"><link rel=canonical href="javascript:x">`, "", "https://a.example/c")
	if a.Language.Code != "fr-CA" || a.URL != "https://a.example/c" {
		t.Errorf("got %+v, %q", a.Language, a.URL)
	}
}
