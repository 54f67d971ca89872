package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/extract/source/fetch"
)

// rateLines is a file of reference rates up to a day, with enough currencies to be taken.
func rateLines(last string) string {
	var head, line strings.Builder
	for i := range fewest {
		fmt.Fprintf(&head, ",A%c%c", 'A'+i/26, 'A'+i%26)
		line.WriteString(",1.25")
	}
	return "Date" + head.String() + ",\n" + last + line.String() + ",\n"
}

func zipped(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func serveRates(t *testing.T, handle http.HandlerFunc) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/rates.zip", handle)
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL + "/rates.zip"
}

func TestUpdateRates(t *testing.T) {
	good := zipped(t, "eurofxref-hist.csv", rateLines("2025-07-15"))
	elsewhere := serveRates(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(good) })
	for name, c := range map[string]struct {
		handle http.HandlerFunc
		want   string // of the error
	}{
		"whole":     {func(w http.ResponseWriter, _ *http.Request) { w.Write(good) }, ""},
		"truncated": {func(w http.ResponseWriter, _ *http.Request) { w.Write(good[:len(good)-30]) }, "not a whole zip file"},
		"bomb": {func(w http.ResponseWriter, _ *http.Request) {
			w.Write(zipped(t, "rates.csv", strings.Repeat("0", 65<<20)))
		}, "more than 64 MB"},
		"no rates": {func(w http.ResponseWriter, _ *http.Request) { w.Write(zipped(t, "readme.txt", "x")) }, "no .csv file"},
		"few": {func(w http.ResponseWriter, _ *http.Request) {
			w.Write(zipped(t, "a.csv", "Date,USD\n2025-07-15,1.1\n"))
		}, "2 currencies only"},
		"a page":       {func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("<html>sorry</html>")) }, "not a whole zip file"},
		"missing":      {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(404) }, "404 Not Found"},
		"another host": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, elsewhere, http.StatusFound) }, "redirected to another host"},
		"hangs":        {func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "no answer within"},
		"older": {func(w http.ResponseWriter, _ *http.Request) {
			w.Write(zipped(t, "a.csv", rateLines("2024-01-02")))
		}, "it ends on 2024-01-02, and the rates that are there on 2025-01-02"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			to := filepath.Join(t.TempDir(), "rates", "hist.csv")
			before := rateLines("2025-01-02")
			if err := writeWhole(to, []byte(before)); err != nil {
				t.Fatal(err)
			}
			timeout := 30 * time.Second
			if name == "hangs" {
				timeout = 200 * time.Millisecond
			}
			client := fetch.New(fetch.Options{AllowPrivate: true, Timeout: timeout})
			book, err := updateRates(context.Background(), client, serveRates(t, c.handle), to)
			after, readErr := os.ReadFile(to)
			if readErr != nil {
				t.Fatal(readErr)
			}
			if c.want == "" {
				if err != nil || book.Last().Format(time.DateOnly) != "2025-07-15" || string(after) != rateLines("2025-07-15") {
					t.Errorf("%v, %v", book, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if string(after) != before {
				t.Error("the file that was there has changed")
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(to), ".rates-*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A second update asks only for what has changed.
func TestUpdateRatesAgain(t *testing.T) {
	good, asked, unchanged := zipped(t, "a.csv", rateLines("2025-07-15")), 0, 0
	from := serveRates(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			unchanged++
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write(good)
	})
	dir := t.TempDir()
	client := fetch.New(fetch.Options{AllowPrivate: true, Cache: filepath.Join(dir, "fetched")})
	for range 2 {
		if _, err := updateRates(context.Background(), client, from, filepath.Join(dir, "hist.csv")); err != nil {
			t.Fatal(err)
		}
	}
	if asked != 2 || unchanged != 1 {
		t.Errorf("asked %d times, %d unchanged", asked, unchanged)
	}
}
