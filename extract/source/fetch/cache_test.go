package fetch

import (
	"context"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

func TestCache(t *testing.T) {
	body, full, conditional := "first", 0, 0
	site := serve(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("ETag", `"`+body+`"`)
			w.Header().Set("Content-Type", "text/html; charset=latin1")
			if r.Header.Get("If-None-Match") == `"`+body+`"` {
				conditional++
				w.WriteHeader(http.StatusNotModified)
				return
			}
			full++
			io.WriteString(w, body)
		},
		"/old": func(w http.ResponseWriter, r *http.Request) {
			http.ServeContent(w, r, "x.html", time.Unix(1e9, 0), strings.NewReader("dated"))
		},
		"/moved": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/a", http.StatusMovedPermanently) },
	})
	opt := Options{IgnoreRobots: true, Cache: t.TempDir() + "/new"}
	get := func(opt Options, path string) string {
		p, err := local(opt).Get(t.Context(), site+path)
		if err != nil {
			return err.Error()
		}
		return string(p.Body) + " " + p.Type()
	}
	for range 2 {
		if got := get(opt, "/moved"); got != "first text/html; charset=latin1" {
			t.Error(got)
		}
	}
	if full != 1 || conditional != 1 {
		t.Errorf("fetched %d times, asked %d times", full, conditional)
	}
	body = "second"
	if got := get(opt, "/a"); got != "second text/html; charset=latin1" || full != 2 {
		t.Error(got, full)
	}
	get(opt, "/old")
	if got := get(opt, "/old"); got != "dated text/html; charset=utf-8" {
		t.Error(got)
	}
	opt.Offline = true
	for path, want := range map[string]string{
		"/moved": "second text/html; charset=latin1", "/a": "second text/html; charset=latin1",
		"/b": "not in the cache, and nothing is fetched offline",
	} {
		if got := get(opt, path); got != want {
			t.Errorf("offline %s: %s", path, got)
		}
	}
	if full != 2 {
		t.Error("something was fetched offline")
	}
}

func TestBrokenCache(t *testing.T) {
	site := serve(t, map[string]http.HandlerFunc{"/": say("news")})
	dir := t.TempDir()
	c := local(Options{IgnoreRobots: true, Cache: dir})
	u, _ := parseAddress(site)
	for _, content := range []string{"", "{", "null\nx", `{"url":"http://other.example/","status":200}` + "\nx"} {
		if err := os.WriteFile(c.cache.path(u), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if p, err := c.Get(t.Context(), site); err != nil || string(p.Body) != "news" {
			t.Errorf("%q: %v, %v", content, p, err)
		}
	}
	file := dir + "/file"
	os.WriteFile(file, nil, 0o600)
	if _, err := local(Options{IgnoreRobots: true, Cache: file}).Get(t.Context(), site); err == nil || !strings.HasPrefix(err.Error(), "cache: ") {
		t.Error(err)
	}
}

func TestHostsAreSpared(t *testing.T) {
	h := newHosts()
	h.rate = 20
	u, _ := parseAddress("http://example.org/")
	began := time.Now()
	for range hostBurst + 2 {
		leave, err := h.enter(t.Context(), u)
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
	if took := time.Since(began); took < 90*time.Millisecond {
		t.Errorf("%d requests within %s", hostBurst+2, took)
	}
	other, _ := parseAddress("http://other.example/")
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	for range hostRequests {
		if _, err := h.enter(ctx, other); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := h.enter(ctx, other); err == nil {
		t.Errorf("more than %d requests at once", hostRequests)
	}
}
