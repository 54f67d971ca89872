// Package browser tries the HTML report in a browser: a module of its own, so that the program does not depend on one.
package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The pages that are looked at in a browser: an article in each language, and all of the test articles.
var browsed = []struct {
	name   string
	inputs []string
}{
	{"en", []string{"../../testdata/articles/en/battery-plant.html"}},
	{"fr", []string{"../../testdata/articles/fr/usine-batteries.html"}},
	{"pt", []string{"../../testdata/articles/pt/fabrica-baterias.html"}},
	{"all", []string{"../../testdata/articles/en", "../../testdata/articles/fr", "../../testdata/articles/pt"}},
}

// TestReportInABrowser opens reports of the program that SAYSO names in a headless Chromium, named by CHROMIUM or on the path.
// With AXE, the file of axe-core's script, the page is checked for what keeps people out. make report-test has all three.
func TestReportInABrowser(t *testing.T) {
	program := chromium(t)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(t.TempDir()), chromedp.WSURLReadTimeout(time.Minute))
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	defer stop()
	browser, stopBrowser := chromedp.NewContext(allocator)
	defer stopBrowser()
	if err := chromedp.Do(browser, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	for _, b := range browsed {
		t.Run(b.name, func(t *testing.T) {
			file, docs := reportOf(t, b.inputs)
			tab, closeTab := chromedp.NewContext(browser)
			defer closeTab()
			heard := listen(t, tab)
			tab, cancel := context.WithTimeout(tab, 3*time.Minute)
			defer cancel()
			act(t, tab, chromedp.EmulateViewport(1280, 900), chromedp.Navigate("file://"+file))
			holdPlaces(t, tab, docs)
			holdFilters(t, tab)
			holdCard(t, tab)
			holdAxe(t, tab)
			for _, said := range heard() {
				t.Error(said)
			}
		})
	}
}

// chromium is the program, or the test is skipped.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	t.Skip("there is no chromium on this machine (nor in CHROMIUM): the report is not tried in a browser")
	return ""
}

// reportOf writes the report of inputs, and reads their records.
func reportOf(t *testing.T, inputs []string) (file string, docs []document) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "report.html")
	sayso(t, append([]string{"report", "-o", file}, inputs...))
	for line := range bytes.Lines(sayso(t, append([]string{"-f", "jsonl", "--text"}, inputs...))) {
		var d document
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return file, docs
}

// sayso runs the program, and gives what it prints.
func sayso(t *testing.T, args []string) []byte {
	t.Helper()
	program := os.Getenv("SAYSO")
	if program == "" {
		t.Fatal("SAYSO names no program: make report-test builds one")
	}
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("sayso %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// listen gathers what the page complains of and what it asks for.
func listen(t *testing.T, tab context.Context) func() []string {
	var mu sync.Mutex
	var heard []string
	add := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(tab, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			add("the script failed: %s", e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			add("the console says %s", e.Type)
		case *log.EventEntryAdded:
			add("the browser says %s", e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "file://") || e.Type != network.ResourceTypeDocument {
				add("the page asks for %s", e.Request.URL)
			}
		}
	})
	if err == nil {
		_, err = chromedp.Call(tab, network.Enable, network.EnableParams{})
	}
	if err == nil {
		_, err = chromedp.Call(tab, log.Enable, cdp.Empty{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(heard)
	}
}

func act(t *testing.T, tab context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(tab, steps...); err != nil {
		t.Fatal(err)
	}
}

// value is what a script gives.
func value[T any](t *testing.T, tab context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(tab, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// marked is, by article and annotation, the words that the page marks with it, in their order.
const marked = `(() => {
	const all = {};
	document.querySelectorAll("article").forEach((article) => {
		article.querySelectorAll(".text [data-marks]").forEach((a) => {
			a.dataset.marks.split(" ").forEach((id, i, ids) => {
				if (ids.indexOf(id) === i) { all[article.id + "-" + id] = (all[article.id + "-" + id] || "") + a.textContent; }
			});
		});
		article.querySelectorAll(".anchor").forEach((s) => {
			const r = document.createRange();
			r.setStartAfter(s);
			r.setEndAfter(article.querySelector(".text"));
			all["from " + s.id] = r.toString().slice(0, 60);
		});
		article.querySelectorAll(".side li[id]").forEach((li) => { all["item " + li.id] = "there"; });
	});
	return all;
})()`

// holdPlaces holds that every annotation of the records is on the page: at its place in the text, and in a list.
func holdPlaces(t *testing.T, tab context.Context, docs []document) {
	t.Helper()
	shown := value[map[string]string](t, tab, marked)
	held := 0
	for i, d := range docs {
		for id, want := range covered(d) {
			key := fmt.Sprintf("a%d-%s", i+1, id)
			if got := shown[key]; got != want {
				t.Errorf("%s marks %q, want %q", key, got, want)
			}
			if shown["item "+key+"-note"] == "" || shown["from "+key] == "" {
				t.Errorf("%s has no anchor or is in no list", key)
			}
			held++
		}
		for _, c := range d.Claims {
			key := fmt.Sprintf("a%d-%s", i+1, c.ID)
			words := strings.ReplaceAll(c.Text, "\n", "")
			if from := strings.ReplaceAll(shown["from "+key], "\n", ""); !strings.HasPrefix(from, prefix(words, 20)) {
				t.Errorf("%s begins at %q, want %q", key, from, c.Text)
			}
			held++
		}
	}
	if held < 20 {
		t.Errorf("only %d annotations", held)
	}
}

func prefix(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// covered is, by annotation, the parts of the text that it stands at, joined in their order. Line ends are not shown.
func covered(d document) map[string]string {
	text := []rune(d.Text)
	places := map[string][]bool{}
	add := func(id string, start, end int) {
		if places[id] == nil {
			places[id] = make([]bool, len(text))
		}
		for i := start; i < end; i++ {
			places[id][i] = true
		}
	}
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			add(e.ID, m.Start, m.End)
		}
	}
	for _, m := range d.Money {
		add(m.ID, m.Start, m.End)
		if m.Stated != nil {
			add(m.ID, m.Stated.Start, m.Stated.End)
		}
	}
	for _, x := range d.Dates {
		add(x.ID, x.Start, x.End)
	}
	for _, q := range d.Quotes {
		for _, c := range q.Content {
			add(q.ID, c.Start, c.End)
		}
		for _, at := range []*span{q.Speaker, q.Cue} {
			if at != nil {
				add(q.ID, at.Start, at.End)
			}
		}
	}
	all := map[string]string{}
	for id, in := range places {
		var b strings.Builder
		for i, r := range text {
			if in[i] && r != '\n' {
				b.WriteRune(r)
			}
		}
		all[id] = b.String()
	}
	return all
}

// holdFilters works the filters with the keyboard alone.
func holdFilters(t *testing.T, tab context.Context) {
	t.Helper()
	count := func(selector string) int {
		return value[int](t, tab, fmt.Sprintf("document.querySelectorAll(%q).length", selector))
	}
	money, dates := count(".text a.money"), count(".text a.date")
	tabTo(t, tab, `[data-filter="money"]`)
	act(t, tab, chromedp.KeyEvent(" "))
	if count(".text a.money") != 0 || count(".text a.date") != dates || count(`section[data-list="money"]:not([hidden])`) != 0 {
		t.Error("the filter of money does not take it away, or takes away more")
	}
	act(t, tab, chromedp.KeyEvent(" "))
	if count(".text a.money") != money {
		t.Error("the filter of money does not bring it back")
	}
	tabTo(t, tab, "[data-speakers]")
	act(t, tab, chromedp.KeyEvent(kb.ArrowDown))
	who := value[string](t, tab, `document.querySelector("[data-speakers]").value`)
	others := value[int](t, tab, `[...document.querySelectorAll(".side li[data-speaker]")].filter((li) => !li.hidden && li.dataset.speaker !== document.querySelector("[data-speakers]").value).length`)
	if his := count(".side li[data-speaker]:not([hidden])"); who == "" || his == 0 || others != 0 {
		t.Errorf("said by %q: %d statements, %d of others", who, his, others)
	}
	act(t, tab, chromedp.KeyEvent(kb.ArrowUp))
}

// tabTo presses the tabulator until what the selector means has the focus.
func tabTo(t *testing.T, tab context.Context, selector string) {
	t.Helper()
	for range 20 {
		act(t, tab, chromedp.KeyEvent(kb.Tab))
		if value[bool](t, tab, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			return
		}
	}
	t.Fatalf("the tabulator does not reach %s", selector)
}

// holdCard holds that the focus of a mark tells what it means, and that on a narrow page a tap does.
func holdCard(t *testing.T, tab context.Context) {
	t.Helper()
	const open = `!document.querySelector(".card").hidden`
	value[chromedp.Void](t, tab, `document.querySelector(".text a.money").focus()`)
	if said := value[string](t, tab, `document.querySelector(".card").textContent`); !value[bool](t, tab, open) || !strings.ContainsAny(said, "0123456789") {
		t.Errorf("the card of a figure says %q", said)
	}
	act(t, tab, chromedp.KeyEvent(kb.Escape))
	if value[bool](t, tab, open) {
		t.Error("the card does not close")
	}
	act(t, tab, chromedp.EmulateViewport(390, 800), chromedp.Click(chromedp.CSS(".text a.money")))
	if !value[bool](t, tab, open+` && document.querySelector(".card a").getAttribute("href")[0] === "#"`) {
		t.Error("a tap does not open the card")
	}
	if wide := value[string](t, tab, `document.documentElement.scrollWidth <= innerWidth ? "" : [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML.slice(0, 80)).join("; ").slice(0, 300)`); wide != "" {
		t.Errorf("the narrow page is wider than the screen: %s", wide)
	}
	act(t, tab, chromedp.Click(chromedp.CSS(".card button")), chromedp.EmulateViewport(1280, 900))
}
