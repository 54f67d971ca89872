package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// local is a client for servers on this machine that waits for nothing.
func local(opt Options) *Client {
	opt.AllowPrivate = true
	c := New(opt)
	c.http.RetryWaitMin = time.Millisecond
	return c
}

// serve is a server with the handlers of some paths, and no robots.txt.
func serve(t *testing.T, handlers map[string]http.HandlerFunc) string {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// say answers with a text.
func say(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }
}

// squeezed is a text in an encoding.
func squeezed(t *testing.T, encoding, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch encoding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	}
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEncodings(t *testing.T) {
	long := strings.Repeat("news ", 1000)
	for _, c := range []struct {
		header string
		body   []byte
		want   string // or the error
	}{
		{"", []byte(long), long},
		{"identity", []byte(long), long},
		{"gzip", squeezed(t, "gzip", long), long},
		{"GZIP", squeezed(t, "gzip", long), long},
		{"br", squeezed(t, "br", long), long},
		{"zstd", squeezed(t, "zstd", long), long},
		{"gzip, br", squeezed(t, "br", string(squeezed(t, "gzip", long))), long},
		{"gzip", squeezed(t, "gzip", strings.Repeat("a", 1<<20+1)), "content encoding gzip: longer than 1 MB"},
		{"br", squeezed(t, "br", strings.Repeat("a", 1<<20+1)), "content encoding br: longer than 1 MB"},
		{"zstd", squeezed(t, "zstd", strings.Repeat("a", 1<<20+1)), "content encoding zstd: longer than 1 MB"},
		{"gzip", squeezed(t, "gzip", long)[:30], "content encoding gzip: unexpected EOF"},
		{"gzip", []byte("news"), "content encoding gzip: unexpected EOF"},
		{"zstd", []byte("news of the day"), "content encoding zstd: invalid input: magic number mismatch"},
		{"compress", []byte("news"), "content encoding compress: not one that we asked for"},
		{"br, br, br, br", []byte("news"), "compressed too many times over"},
		{"", []byte(strings.Repeat("a", 1<<20+1)), "longer than 1 MB"},
	} {
		tries := 0
		site := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
			tries++
			if c.header != "" {
				w.Header().Set("Content-Encoding", c.header)
			}
			w.Write(c.body)
		}})
		got := ""
		p, err := local(Options{IgnoreRobots: true, MaxSize: 1 << 20}).Get(t.Context(), site)
		if err != nil {
			got = err.Error()
		} else {
			got = string(p.Body)
		}
		if got != c.want || tries != 1 {
			t.Errorf("%s: %.80q after %d tries, want %.80q", c.header, got, tries, c.want)
		}
	}
}

func TestRequest(t *testing.T) {
	var got http.Header
	site := serve(t, map[string]http.HandlerFunc{"/": func(_ http.ResponseWriter, r *http.Request) { got = r.Header }})
	if _, err := local(Options{UserAgent: "sayso/9 (test)", IgnoreRobots: true}).Get(t.Context(), site); err != nil {
		t.Fatal(err)
	}
	if got.Get("User-Agent") != "sayso/9 (test)" || got.Get("Accept-Encoding") != "gzip, br, zstd" || got.Get("Cookie") != "" {
		t.Error(got)
	}
}

func TestHTTP2(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Proto) }))
	s.EnableHTTP2 = true
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	c := local(Options{IgnoreRobots: true})
	if _, err := c.Get(t.Context(), s.URL); err == nil || !strings.HasPrefix(err.Error(), "certificate not trusted: ") {
		t.Errorf("a certificate of nobody: %v", err)
	}
	c = local(Options{IgnoreRobots: true})
	transport := c.http.HTTPClient.Transport.(*attempt).transport.(*http.Transport)
	transport.TLSClientConfig = s.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	p, err := c.Get(t.Context(), s.URL)
	if err != nil || string(p.Body) != "HTTP/2.0" {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestRedirects(t *testing.T) {
	site := serve(t, map[string]http.HandlerFunc{
		"/end":  say("the end"),
		"/loop": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) },
		"/none": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusMovedPermanently) },
		"/gone": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/nothing", http.StatusFound) },
		"/cookie": func(w http.ResponseWriter, r *http.Request) {
			if c, err := r.Cookie("seen"); err == nil && c.Value == "1" {
				http.Redirect(w, r, "/end", http.StatusFound)
				return
			}
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			http.Redirect(w, r, "/cookie", http.StatusFound)
		},
	})
	c := local(Options{IgnoreRobots: true})
	for path, want := range map[string]string{
		"/cookie":  "the end",
		"/loop":    "more than 10 redirects",
		"/none":    "a redirect without an address",
		"/gone":    "redirected to " + site + "/nothing: 404 Not Found",
		"/nothing": "404 Not Found",
	} {
		p, err := c.Get(t.Context(), site+path)
		got := ""
		if err != nil {
			got = err.Error()
		} else if got = string(p.Body); p.URL != site+"/end" {
			t.Errorf("%s is said to come from %s", path, p.URL)
		}
		if got != want {
			t.Errorf("%s: %s\nwant %s", path, got, want)
		}
	}
}

// flaky answers with a status the first times, then with a page.
func flaky(times int, header http.Header, status int) (http.HandlerFunc, *atomic.Int32) {
	n := new(atomic.Int32)
	return func(w http.ResponseWriter, _ *http.Request) {
		if n.Add(1) > int32(times) {
			io.WriteString(w, "news")
			return
		}
		for k, v := range header {
			w.Header()[k] = v
		}
		if status == 0 {
			panic(http.ErrAbortHandler)
		}
		w.WriteHeader(status)
	}, n
}

func TestRetries(t *testing.T) {
	for _, c := range []struct {
		times, status int
		after         string
		want          string
		tries         int32
	}{
		{2, 429, "", "", 3},
		{2, 503, "0", "", 3},
		{1, 500, "", "", 2},
		{1, 0, "", "", 2}, // the connection breaks off
		{9, 0, "", "the connection broke off", 3},
		{9, 502, "", "502 Bad Gateway", 3},
		{9, 429, "3600", "429 Too Many Requests (asks to wait 1h0m0s)", 1},
		{9, 404, "", "404 Not Found", 1},
		{9, 403, "", "403 Forbidden", 1},
		{9, 501, "", "501 Not Implemented", 1},
		{9, 999, "", "999", 1},
	} {
		header := http.Header{}
		if c.after != "" {
			header.Set("Retry-After", c.after)
		}
		h, n := flaky(c.times, header, c.status)
		_, err := local(Options{IgnoreRobots: true}).Get(t.Context(), serve(t, map[string]http.HandlerFunc{"/": h}))
		if got := fmt.Sprint(err); n.Load() != c.tries || c.want != "" && got != c.want || c.want == "" && err != nil {
			t.Errorf("%d %s: %v after %d tries, want %q after %d", c.status, c.after, err, n.Load(), c.want, c.tries)
		}
	}
}

func TestRetryAfterIsWaitedFor(t *testing.T) {
	h, _ := flaky(1, http.Header{"Retry-After": {"1"}}, 429)
	began := time.Now()
	if _, err := local(Options{IgnoreRobots: true}).Get(t.Context(), serve(t, map[string]http.HandlerFunc{"/": h})); err != nil {
		t.Error(err)
	}
	if waited := time.Since(began); waited < time.Second {
		t.Errorf("asked again after %s", waited)
	}
}

func TestTimeouts(t *testing.T) {
	done := make(chan bool)
	site := serve(t, map[string]http.HandlerFunc{
		"/silent": func(http.ResponseWriter, *http.Request) { <-done },
		"/stalls": func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, "news")
			w.(http.Flusher).Flush()
			<-done
		},
	})
	t.Cleanup(func() { close(done) })
	for _, path := range []string{"/silent", "/stalls"} {
		_, err := local(Options{IgnoreRobots: true, Timeout: 50 * time.Millisecond}).Get(t.Context(), site+path)
		if err == nil || err.Error() != "no answer within 50ms" {
			t.Errorf("%s: %v", path, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := local(Options{IgnoreRobots: true}).Get(ctx, site+"/silent"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestNoServer(t *testing.T) {
	s := httptest.NewServer(nil)
	s.Close()
	if _, err := local(Options{}).Get(t.Context(), s.URL); err == nil || err.Error() != errRefused.Error() {
		t.Error(err)
	}
	c := local(Options{resolver: names{}.resolver(t)})
	if _, err := c.Get(t.Context(), "http://nowhere.example/"); err == nil || err.Error() != "no such host" {
		t.Error(err)
	}
}

func TestRobots(t *testing.T) {
	file, asked := "user-agent: sayso\ndisallow: /private", 0
	site := serve(t, map[string]http.HandlerFunc{
		"/":           say("news"),
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { asked++; io.WriteString(w, file) },
		"/door":       func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/private", http.StatusFound) },
	})
	c := local(Options{UserAgent: "Sayso/1"})
	for path, want := range map[string]error{"/public": nil, "/private/x?y": ErrDisallowed, "/door": ErrDisallowed} {
		if _, err := c.Get(t.Context(), site+path); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	if asked != 1 {
		t.Errorf("robots.txt was fetched %d times", asked)
	}
	if _, err := local(Options{UserAgent: "other/1"}).Get(t.Context(), site+"/private"); err != nil {
		t.Errorf("another agent: %v", err)
	}
	if _, err := local(Options{IgnoreRobots: true}).Get(t.Context(), site+"/private"); err != nil {
		t.Errorf("ignoring: %v", err)
	}
}

func TestRobotsThatCannotBeHad(t *testing.T) {
	for status, want := range map[int]string{
		404: "<nil>", 403: "<nil>", 410: "<nil>",
		503: "robots.txt: 503 Service Unavailable: nothing is fetched from this site",
	} {
		site := serve(t, map[string]http.HandlerFunc{
			"/":           say("news"),
			"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) },
		})
		if _, err := local(Options{}).Get(t.Context(), site+"/a"); fmt.Sprint(err) != want {
			t.Errorf("%d: %v, want %s", status, err, want)
		}
	}
}
