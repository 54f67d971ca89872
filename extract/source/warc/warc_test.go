package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	for _, compress := range []bool{false, true} {
		var b bytes.Buffer
		w, err := NewWriter(&b, compress, "marlow/1")
		if err != nil {
			t.Fatal(err)
		}
		at := time.Date(2025, 3, 12, 9, 30, 0, 0, time.UTC)
		header := http.Header{"Content-Type": {"text/html"}, "Content-Encoding": {"gzip"}, "Transfer-Encoding": {"chunked"}}
		if err := w.Response("https://example.org/a", at, header, []byte("<p>One\r\n")); err != nil {
			t.Fatal(err)
		}
		var in io.Reader = &b
		if compress {
			if in, err = gzip.NewReader(in); err != nil {
				t.Fatal(err)
			}
		}
		r := NewReader(in)
		info, err := r.Next()
		if err != nil || info.Type() != "warcinfo" {
			t.Fatalf("%v, %v", info, err)
		}
		page, err := r.Next() // the body before was not read
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(page.Body)
		want := "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Type: text/html\r\n\r\n<p>One\r\n"
		if page.Type() != "response" || page.URI() != "https://example.org/a" || page.Header.Get("WARC-Date") != "2025-03-12T09:30:00Z" || string(body) != want {
			t.Errorf("%v %q", page.Header, body)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("after the last record: %v", err)
		}
	}
}

func TestNext(t *testing.T) {
	for name, c := range map[string]struct{ in, uri, err string }{
		"a folded field":   {"WARC/1.0\r\nWARC-Target-URI: https://example.org/\r\n a\r\nContent-Length: 0\r\n\r\n", "https://example.org/ a", ""},
		"angle brackets":   {"WARC/0.18\nWARC-Target-URI: <https://example.org/a>\nContent-Length: 2\n\nab", "https://example.org/a", ""},
		"empty lines":      {"\r\n\r\nWARC/1.1\r\nContent-Length: 0\r\n\r\n", "", ""},
		"something else":   {"<!DOCTYPE html>\n", "", "not a WARC record"},
		"no length":        {"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "", `Content-Length "" is no length`},
		"a bad length":     {"WARC/1.1\r\nContent-Length: -3\r\n\r\n", "", `Content-Length "-3" is no length`},
		"a header cut off": {"WARC/1.1\r\nContent-Le", "", "the file ends within this record"},
		"no end":           {"WARC/1.1\r\n" + strings.Repeat("x", 1<<17), "", "not a WARC record: a header without an end"},
		"many fields":      {"WARC/1.1\r\n" + strings.Repeat("a: b\r\n", 1<<15), "", "not a WARC record: a header without an end"},
	} {
		record, err := NewReader(strings.NewReader(c.in)).Next()
		if c.err != "" {
			if err == nil || err.Error() != c.err {
				t.Errorf("%s: error %v, want %s", name, err, c.err)
			}
			continue
		}
		if err != nil || record.URI() != c.uri {
			t.Errorf("%s: %v, error %v", name, record, err)
		}
	}
}

func TestABodyCutOff(t *testing.T) {
	r := NewReader(strings.NewReader("WARC/1.1\r\nContent-Length: 10\r\n\r\nabc"))
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); !errors.Is(err, ErrCut) {
		t.Errorf("error %v", err)
	}
}

func FuzzNext(f *testing.F) {
	f.Add("WARC/1.1\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nWARC/1.0\nContent-Length: 0\n\n")
	f.Add("filedesc://a.arc 0.0.0.0 20010402030405 text/plain 2\nab\nhttp://a.b/ 1.2.3.4 20010402030405 text/html 3\nabc\n")
	f.Fuzz(func(t *testing.T, s string) {
		r := NewReader(strings.NewReader(s))
		for range len(s) + 2 { // each record passes over a byte at least
			_, err := r.Next()
			if damage := (*DamageError)(nil); err != nil && !errors.As(err, &damage) {
				return
			}
		}
		t.Error("records without end")
	})
}
