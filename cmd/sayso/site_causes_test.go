package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// A cause is a page of the local site with one trouble, and what its record has to tell.
type cause struct {
	name, page string
	send       func(http.ResponseWriter, string) // nil is plainly
	blocks     []string                          // of the text, in their order; nil is not looked at
	without    string                            // that no text has
	title      string
	byline     string // joined by " + "
	date       string
	warning    string
	failure    string // there is no record, and the error says this
}

// tongues are the words of the pages in three languages.
type tongue struct {
	lang                   string
	by, and                string
	sentences              [4]string // of about a hundred letters
	names                  [2]string
	missing, consent       string
	login, stub, challenge string
	stamp, day             string // a line that tells the day, and the day
	names4                 string // a class of comments
	offer                  string // the head of a box
}

var tongues = []tongue{
	{lang: "fr", by: "Par", and: "et", names: [2]string{"Hélène Vautrin", "Marc Lestang"},
		sentences: [4]string{
			"La mairie de Marlou a voté jeudi soir le budget de la digue, qui passe à douze millions d'euros en trois ans.",
			"Les pêcheurs du port demandent depuis des mois que les travaux commencent avant les grandes marées de mars.",
			"La maire a répondu que les marchés seraient signés avant la fin de l'année et que le chantier durerait dix mois.",
			"Deux élus de l'opposition ont quitté la salle avant le vote, sans donner de raison à leurs collègues du conseil.",
		},
		missing: "Page introuvable", consent: "Avant de continuer", login: "Connectez-vous", stub: "La suite est réservée aux abonnés.", challenge: "Vérification de votre navigateur",
		stamp: "Publié le 3 septembre 2024", day: "2024-09-03", names4: "commentaires", offer: "À lire aussi"},
	{lang: "en", by: "By", and: "and", names: [2]string{"Rosalind Marlow", "Peter Dunning"},
		sentences: [4]string{
			"The council of Marlou voted on Thursday evening for the budget of the sea wall, which rises to twelve million euros.",
			"The fishermen of the harbour have asked for months that the works should begin before the spring tides of March.",
			"The mayor answered that the contracts would be signed before the end of the year and the works last ten months.",
			"Two members of the opposition left the hall before the vote, without giving any reason to their colleagues there.",
		},
		missing: "Page not found", consent: "Before you continue", login: "Sign in", stub: "Subscribe to continue reading.", challenge: "Just a moment...",
		stamp: "Published 3 September 2024", day: "2024-09-03", names4: "comments", offer: "Related articles"},
	{lang: "pt", by: "Por", and: "e", names: [2]string{"Joana Zorbal", "Pedro Quintela"},
		sentences: [4]string{
			"A câmara de Marlou votou na quinta-feira à noite o orçamento do paredão, que sobe para doze milhões de euros.",
			"Os pescadores do porto pedem há meses que as obras comecem antes das marés vivas do mês de março deste ano.",
			"A presidente respondeu que os contratos seriam assinados antes do fim do ano e que as obras durariam dez meses.",
			"Dois vereadores da oposição deixaram a sala antes da votação, sem dar qualquer razão aos seus colegas da câmara.",
		},
		missing: "Página não encontrada", consent: "Antes de continuar", login: "Iniciar sessão", stub: "Conteúdo exclusivo para assinantes.", challenge: "Verificando o seu navegador",
		stamp: "Publicado a 3 de setembro de 2024", day: "2024-09-03", names4: "comentarios", offer: "Leia também"},
}

// paged is a page of a language.
func (w tongue) paged(head, body string) string {
	return fmt.Sprintf("<!DOCTYPE html>\n<html lang=%s><head><meta charset=utf-8>%s</head><body>%s</body></html>", w.lang, head, body)
}

// told are the paragraphs of an article with something behind each.
func (w tongue) told(behind ...string) string {
	var b strings.Builder
	for i, s := range w.sentences {
		b.WriteString("<p>" + s + "</p>")
		if i < len(behind) {
			b.WriteString(behind[i])
		}
	}
	return b.String()
}

func (w tongue) article(head, top, rest string) string {
	return w.paged("<title>Marlou</title>"+head, "<article><h1>Zorbal Marlou Quintela</h1>"+top+w.told()+"</article>"+rest)
}

// causes are the pages of one language: the body first, then title, authors and day, then what is no article.
func (w tongue) causes() []cause {
	all := w.sentences[:]
	data := func(more string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Zorbal Marlou Quintela"` + more + `}</script>`
	}
	glued := `<div class=story>` + w.sentences[0] + `<span></span>` + w.sentences[1] + `<br>` + w.sentences[2] + `<br/> ` + w.sentences[3] + `</div>`
	return append([]cause{
		{name: "over", page: w.paged("", `<div class="comments-enabled site"><h1>Zorbal Marlou Quintela</h1><article>`+w.told()+`</article></div><div class=comments><p>`+asideText+" "+strings.Repeat(w.sentences[0]+" ", 3)+`</p></div>`), blocks: all, without: asideText},
		{name: "glued", page: w.paged("", "<article><h1>Zorbal Marlou Quintela</h1>"+glued+"</article>"), blocks: all},
		{name: "told-beginning", page: w.paged(data(`,"articleBody":"`+strings.Repeat(w.sentences[0]+" ", 1)+strings.Repeat("x", 350)+`"`), "<article>"+strings.Repeat(w.told(), 1)+"</article>"), blocks: all},
		{name: "gap", page: w.paged("", `<article><h1>Zorbal Marlou Quintela</h1><div>`+"<p>"+w.sentences[0]+"</p><div><div class=x1><p>"+w.sentences[1]+`</p></div></div><p>`+w.sentences[2]+"</p><p>"+w.sentences[3]+`</p></div></article>`), blocks: all},
		{name: "slideshow", page: w.article("", "", "<div class=slideshow><a href=/x>"+asideText+"</a></div>"), blocks: all, without: asideText},
		{name: "slides", page: w.paged("", `<h1>Zorbal Marlou Quintela</h1><div class="gallery slideshow">`+w.told(`<figure><img src=a></figure>`)+`</div><div><p>`+strings.Repeat("<a href=/x>"+asideText+"</a> ", 20)+"</p></div>"), blocks: all},
		{name: "hidden", page: w.paged("", `<article><h1>Zorbal Marlou Quintela</h1><p>`+w.sentences[0]+"</p><p>"+w.sentences[1]+`</p><div style="display:none"><p>`+w.sentences[2]+"</p><p>"+w.sentences[3]+"</p></div></article>"), blocks: all},
		{name: "several", page: w.paged("<title>Zorbal Marlou Quintela</title>", "<article><h1><a href=/a>Outro Texto Inteiro</a></h1>"+strings.ReplaceAll(w.told(), "<p>", "<p>"+asideText+" ")+"</article><article><h1>Zorbal Marlou Quintela</h1>"+w.told()+"</article>"), blocks: all, title: "Zorbal Marlou Quintela", without: asideText},
		{name: "several-unknown", page: w.paged("<title>Marlou</title>", "<article><h2><a href=/a>Outro Texto Inteiro</a></h2>"+w.told()+"</article><article><h2><a href=/b>Zorbal Quintela</a></h2>"+w.told()+"</article>"), warning: "several articles"},
		{name: "names", page: w.article("", "", "<div class="+w.names4+"><p>"+asideText+" "+strings.Repeat(w.sentences[1]+" ", 4)+"</p></div>"), blocks: all, without: asideText},
		{name: "box", page: w.paged("", "<article><h1>Zorbal Marlou Quintela</h1>"+w.told()+"<h3>"+w.offer+"</h3><p>"+asideText+" quintela.</p></article>"), blocks: all, without: asideText},
		{name: "scripted", page: w.paged("<title>Zorbal Marlou Quintela</title>", `<div id=root></div><script>window.data = {"body": `+quotedJSON("<div>"+w.told()+"</div>")+`}</script>`), blocks: all, warning: "by a script"},
		{name: "seo", page: w.paged(`<title>Marlou: tudo</title><meta property="og:title" content="Zorbal Marlou Quintela | Marlou">`+strings.ReplaceAll(data(""), "Zorbal Marlou Quintela", "Marlou 2024 Zorbal"), "<h1>Marlou</h1><article><h1>Zorbal Marlou Quintela</h1>"+w.told()+"</article>"), title: "Zorbal Marlou Quintela"},
		{name: "two-authors", page: w.article(fmt.Sprintf(`<meta name=author content="%s %s %s %s">`, w.by, w.names[0], w.and, w.names[1]), "", ""), byline: w.names[0] + " + " + w.names[1], blocks: all},
		{name: "by-line", page: w.article("", "<p>"+w.by+" "+w.names[0]+"</p>", ""), byline: w.names[0], blocks: all},
		{name: "outlet", page: w.article(data(`,"author":{"name":"Marlou"},"publisher":{"name":"Marlou"}`), `<div class=byline>`+w.names[1]+"</div>"+"<p>"+w.by+" "+w.names[0]+"</p>", ""), byline: w.names[0]},
		{name: "empty-mark", page: w.article("", `<span itemprop=author></span><a rel=author href=/a>`+w.names[0]+"</a>", ""), byline: w.names[0]},
		{name: "day-above", page: w.paged("<title>Zorbal Marlou Quintela</title>", "<p class=date>"+w.stamp+"</p><article><h1>Zorbal Marlou Quintela</h1>"+w.told()+"</article>"), date: w.day, blocks: all},
		{name: "day-below", page: w.article("", "", "<ul><li>"+w.stamp+"</li></ul>"), date: w.day},
		{name: "day-in-story", page: w.article("", "<p>"+strings.TrimSuffix(w.sentences[0], ".")[:30]+", "+strings.Join(strings.Fields(w.stamp)[1:], " ")+".</p>", ""), date: ""},
		{name: "zone", page: w.article(`<meta property="article:published_time" content="Tue, Sep 3 2024 10:01:41 EDT">`, "", ""), date: "2024-09-03"},
	}, w.faults()...)
}

// faults are the pages that are no article, or not what they say.
func (w tongue) faults() []cause {
	p := "<p>" + w.sentences[0] + "</p>"
	return []cause{
		{name: "consent", page: w.paged("<title>Marlou</title>", "<h1>"+w.consent+"</h1>"+p), warning: "consent"},
		{name: "challenge", page: w.paged("<title>"+w.challenge+"</title>", p), warning: "tries whether a browser"},
		{name: "missing", page: w.paged("<title>"+w.missing+" - Marlou</title>", p), warning: "no such page"},
		{name: "login", page: w.paged("<title>"+w.login+"</title>", p+"<form><input type=password></form>"), warning: "sign in"},
		{name: "stub", page: w.paged("<title>Zorbal</title>", "<article><h1>Zorbal Marlou</h1>"+p+"<p>"+w.stub+"</p></article>"), warning: "beginning of the article"},
		{name: "stub-marked", page: w.paged("<title>Zorbal</title>", "<article><h1>Zorbal Marlou</h1>"+p+"<div class=paywall><button>x</button><p>xx</p></div></article>"), warning: "beginning of the article"},
		{name: "empty-shell", page: w.paged("<title>Zorbal</title>", "<div id=app></div><script src=a.js></script>"), failure: "written by scripts"},
		{name: "challenge-marks", page: w.paged("<title>Zorbal</title>", `<form id="challenge-form"></form><script src="/cdn-cgi/challenge-platform/x.js"></script>`), failure: "tries whether a browser"},
		{name: "list", page: w.paged("<title>Marlou</title>", strings.Repeat("<div><h2><a href=/a>Zorbal Marlou Quintela</a></h2><p>"+w.sentences[0][:80]+"</p></div>", 9)), warning: "front page"},
		{name: "lying-1252", page: w.paged("<title>Zorbal</title>", "<article>"+w.told()+"</article>"), blocks: w.sentences[:], send: sendAs("text/html; charset=utf-8", in1252)},
		{name: "mixed-1252", page: w.paged("<title>Zorbal</title>", "<article>"+w.told()+"<p>Zorbal\x92s q.</p></article>"), without: "\ufffd"},
		{name: "twice", page: w.paged("<title>Zorbal</title>", "<article>"+w.told()+"<p>“Ção é à”, zorbal “é”, «ú», é à.</p></article>"), send: sendAs("text/html; charset=utf-8", twiceEncoded), warning: "encoded twice"},
	}
}

func quotedJSON(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func in1252(s string) []byte {
	b, _ := charmap.Windows1252.NewEncoder().String(narrow(s))
	return []byte(b)
}

func twiceEncoded(s string) []byte {
	var b strings.Builder
	for _, c := range []byte(s) {
		r := charmap.Windows1252.DecodeByte(c)
		if r == '\ufffd' {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return []byte(b.String())
}

// TestSiteCauses reads a page for each trouble that pages have, in three languages.
func TestSiteCauses(t *testing.T) {
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	want := map[string]cause{}
	for _, w := range tongues {
		for _, c := range w.causes() {
			path := "/" + w.lang + "/" + c.name
			want[path] = c
			mux.HandleFunc(path, func(rw http.ResponseWriter, _ *http.Request) {
				if c.send != nil {
					c.send(rw, c.page)
				} else {
					plainly(rw, c.page)
				}
			})
		}
	}
	mux.HandleFunc("/sent-on", func(w http.ResponseWriter, _ *http.Request) {
		plainly(w, `<html><head><meta http-equiv="refresh" content="0; url=/fr/by-line"></head></html>`)
	})
	want["/sent-on"] = want["/fr/by-line"]
	mux.HandleFunc("/2024/zorbal-marlou-quintela", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusFound) })
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) { plainly(w, tongues[0].article("", "", "")) })
	want["/2024/zorbal-marlou-quintela"] = cause{warning: "site's front page"}
	var addresses []string
	for path := range want {
		addresses = append(addresses, server.URL+path)
	}
	slices.Sort(addresses)
	run := exec.Command(built(t), append([]string{"--allow-private", "-f", "jsonl", "--text"}, addresses...)...)
	var out, errs bytes.Buffer
	run.Stdout, run.Stderr = &out, &errs
	run.Env = append(os.Environ(), "HOME="+t.TempDir(), "SAYSO_CACHE=off")
	_ = run.Run()
	seen := map[string]bool{}
	for line := range strings.Lines(out.String()) {
		var r siteRecord
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		path := strings.TrimPrefix(r.Source.Location, server.URL)
		seen[path] = true
		holdCause(t, path, r, want[path])
	}
	for path, c := range want {
		if seen[path] == (c.failure != "") {
			t.Errorf("%s: a record: %v", path, seen[path])
		}
		if c.failure != "" && !slices.ContainsFunc(strings.Split(errs.String(), "\n"), func(line string) bool {
			return strings.HasPrefix(line, "sayso: "+server.URL+path+": ") && strings.Contains(line, c.failure)
		}) {
			t.Errorf("%s: no error says %q", path, c.failure)
		}
	}
}

// holdCause holds a record to what its page has to tell.
func holdCause(t *testing.T, path string, r siteRecord, c cause) {
	t.Helper()
	if r.Text == nil {
		t.Errorf("%s: no text", path)
		return
	}
	if want := strings.Join(c.blocks, "\n\n"); want != "" && *r.Text != want {
		t.Errorf("%s: text is %q", path, *r.Text)
	}
	if c.without != "" && strings.Contains(*r.Text, c.without) {
		t.Errorf("%s: text has %q: %q", path, c.without, *r.Text)
	}
	if c.title != "" && (r.Title == nil || *r.Title != c.title) {
		t.Errorf("%s: title is %s", path, shown(r.Title))
	}
	if c.byline != "" && strings.Join(r.Byline, " + ") != c.byline {
		t.Errorf("%s: byline is %q", path, r.Byline)
	}
	if c.date != "" && (r.Published.Date == nil || *r.Published.Date != c.date) {
		t.Errorf("%s: date is %s", path, shown(r.Published.Date))
	}
	if strings.HasSuffix(path, "day-in-story") && r.Published.Date != nil {
		t.Errorf("%s: date is %s", path, shown(r.Published.Date))
	}
	if c.warning != "" && !slices.ContainsFunc(r.Warnings, func(w string) bool { return strings.Contains(w, c.warning) }) {
		t.Errorf("%s: warnings are %q", path, r.Warnings)
	}
	if c.warning == "" && slices.ContainsFunc(r.Warnings, func(w string) bool { return !strings.Contains(w, "day of publication") }) {
		t.Errorf("%s: warnings are %q", path, r.Warnings)
	}
}
