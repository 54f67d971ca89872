package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A sitePage is a page of the local test site: an article of the project in the dress of one kind of page.
type sitePage struct {
	lang, title, byline, day string
	paragraphs               []string
}

// stories are the articles of the site, by language.
var stories = map[string][]string{
	"fr": {"horlogerie-jura", "proces-cooperative", "tramway-referendum", "festival-ombres"},
	"en": {"glove-museum", "rail-fares", "rift-geothermal", "water-vote-ohio"},
	"pt": {"adega-douro", "ferrovia-goias", "metro-margem-sul", "vacina-instituto"},
}

var bylines = map[string]string{"fr": "Hélène Vautrin", "en": "Rosalind Marlow", "pt": "Joana Zorbal"}

// asideText stands in what is no part of an article; no text of ours may hold it.
const asideText = "Zorbalec aside"

// story reads an article of the project as the site tells it.
func story(t *testing.T, lang, name string) sitePage {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../testdata/articles", lang, name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range strings.Split(narrow(string(text)), "\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			all = append(all, p)
		}
	}
	return sitePage{lang: lang, title: all[0], byline: bylines[lang], day: "2024-09-03", paragraphs: all[1:]}
}

// others are texts of languages that are refused.
var others = map[string]string{
	"es": "El ayuntamiento aprobó ayer el presupuesto del próximo año, que asciende a tres millones de euros. La alcaldesa explicó que las obras del puente empezarán en septiembre y que los vecinos podrán opinar hasta entonces.",
	"ca": "L'ajuntament va aprovar ahir el pressupost de l'any vinent, que puja a tres milions d'euros. L'alcaldessa va explicar que les obres del pont començaran al setembre i que els veïns hi podran dir la seva fins aleshores.",
	"it": "Il consiglio comunale ha approvato ieri il bilancio del prossimo anno, che ammonta a tre milioni di euro. La sindaca ha spiegato che i lavori del ponte cominceranno a settembre e che gli abitanti potranno dire la loro fino ad allora.",
	"ro": "Consiliul local a aprobat ieri bugetul pentru anul viitor, care se ridică la trei milioane de euro. Primărița a explicat că lucrările la pod vor începe în septembrie și că locuitorii își vor putea spune părerea până atunci.",
	"gl": "O concello aprobou onte o orzamento do vindeiro ano, que ascende a tres millóns de euros. A alcaldesa explicou que as obras da ponte comezarán en setembro e que os veciños poderán opinar ata daquela.",
	"ht": "Konsèy la te vote yè bidjè ane kap vini an, ki monte twa milyon ewo. Majistra a te esplike ke travay sou pon an ap kòmanse nan mwa septanm epi moun katye a ka bay opinyon yo jis lè sa a.",
}

type siteRecord struct {
	ID       string   `json:"id"`
	Title    *string  `json:"title"`
	Byline   []string `json:"byline"`
	Text     *string  `json:"text"`
	Warnings []string `json:"warnings"`
	Source   struct {
		Location string `json:"location"`
	} `json:"source"`
	Published struct {
		Date *string `json:"date"`
	} `json:"published"`
	Language struct {
		Code *string `json:"code"`
	} `json:"language"`
}

// site is the local test site, and what its pages tell by their paths.
func site(t *testing.T) (server *httptest.Server, want map[string]sitePage, dressed map[string]dress) {
	t.Helper()
	want, dressed = map[string]sitePage{}, map[string]dress{}
	mux := http.NewServeMux()
	server = httptest.NewServer(mux)
	t.Cleanup(server.Close)
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n") })
	for lang, names := range stories {
		for i, d := range dresses() {
			path := "/" + lang + "/" + d.name
			p := story(t, lang, names[i%len(names)])
			want[path], dressed[path] = p, d
			send := d.send
			if send == nil {
				send = plainly
			}
			body := d.make(p, server.URL+path)
			mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) { send(w, body) })
		}
	}
	for code, text := range others {
		mux.HandleFunc("/other/"+code, func(w http.ResponseWriter, _ *http.Request) {
			plainly(w, whole(sitePage{lang: code, title: "Marlou", paragraphs: []string{text, text}}, "", "", ""))
		})
	}
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/fr/graph", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/private/a", func(w http.ResponseWriter, _ *http.Request) { plainly(w, "x") })
	mux.HandleFunc("/forbidden", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusForbidden) })
	mux.HandleFunc("/picture", sendPicture)
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(20 * time.Second):
		}
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "5000")
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<p>cut")
	})
	mux.HandleFunc("/empty", func(w http.ResponseWriter, _ *http.Request) {
		plainly(w, "<html><body><nav><a href=/>x</a></nav></body></html>")
	})
	return server, want, dressed
}

func sendPicture(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "image/png")
	w.Write([]byte("\x89PNG\r\n\x1a\n0000000000"))
}

// built is the real program.
func built(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sayso")
	if out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return name
}

// TestSite reads a site end to end: every page in every dress, in three languages, with the right title, date, byline,
// text and language, and with every fault of the network one clear error that costs one page.
func TestSite(t *testing.T) {
	server, want, dressed := site(t)
	faults := map[string]string{
		"/nowhere": "404 Not Found", "/forbidden": "403 Forbidden", "/loop": "redirect", "/private/a": "robots.txt", "/picture": "an image",
		"/slow": "no answer", "/cut": "", "/empty": "no article text",
	}
	addresses := []string{server.URL + "/moved", "http://127.0.0.1:1/none"}
	for path := range want {
		addresses = append(addresses, server.URL+path)
	}
	for path := range faults {
		addresses = append(addresses, server.URL+path)
	}
	for code := range others {
		addresses = append(addresses, server.URL+"/other/"+code)
	}
	slices.Sort(addresses)
	run := exec.Command(built(t), append([]string{"--allow-private", "--timeout", "2s", "-f", "jsonl", "--text"}, addresses...)...)
	var out, errs bytes.Buffer
	run.Stdout, run.Stderr = &out, &errs
	run.Env = append(os.Environ(), "HOME="+t.TempDir(), "SAYSO_CACHE=off")
	_ = run.Run()
	if code := run.ProcessState.ExitCode(); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	holdErrors(t, server.URL, errs.String(), faults)
	records := 0
	for line := range strings.Lines(out.String()) {
		var r siteRecord
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		path := strings.TrimPrefix(r.Source.Location, server.URL)
		switch p, known := want[path]; {
		case known:
			records++
			holdRecord(t, path, r, p, dressed[path])
		case strings.HasPrefix(path, "/other/"):
			if r.Language.Code != nil {
				t.Errorf("%s is read as %s", path, *r.Language.Code)
			}
		case path != "/moved":
			t.Errorf("a record of %s", path)
		}
	}
	if records != len(want) || records < 30 {
		t.Errorf("%d of %d pages have a record; %s", records, len(want), errs.String())
	}
}

// holdErrors holds that each fault has one line.
func holdErrors(t *testing.T, base, errs string, faults map[string]string) {
	t.Helper()
	for path, what := range faults {
		n := 0
		for line := range strings.Lines(errs) {
			if strings.HasPrefix(line, "sayso: "+base+path+": ") {
				n++
				if !strings.Contains(line, what) {
					t.Errorf("%s: %s does not say %q", path, line, what)
				}
			}
		}
		if n != 1 {
			t.Errorf("%s: %d errors", path, n)
		}
	}
}

// holdRecord holds a page's record to its article.
func holdRecord(t *testing.T, path string, r siteRecord, p sitePage, d dress) {
	t.Helper()
	is := func(what string, got *string, want string) {
		if got == nil || *got != want {
			t.Errorf("%s: %s is %s, want %q", path, what, shown(got), want)
		}
	}
	is("title", r.Title, p.title)
	is("language", r.Language.Code, p.lang)
	is("text", r.Text, strings.Join(p.paragraphs, "\n\n"))
	if !strings.Contains(d.without, "date") {
		is("date", r.Published.Date, p.day)
	}
	if !strings.Contains(d.without, "byline") && (len(r.Byline) != 1 || r.Byline[0] != p.byline) {
		t.Errorf("%s: byline is %q", path, r.Byline)
	}
	warned := slices.ContainsFunc(r.Warnings, func(w string) bool { return d.warning != "" && strings.Contains(w, d.warning) })
	if warned != (d.warning != "") {
		t.Errorf("%s: warnings are %q", path, r.Warnings)
	}
}

func shown(s *string) string {
	if s == nil {
		return "null"
	}
	return fmt.Sprintf("%.200q", *s)
}
