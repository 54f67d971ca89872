package source

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"sayso/extract/article"
)

const savedText = "The bridge over the Marl was closed on Monday, and it will stay closed until the spring of next year."

func pageOfText(text string) string {
	return "<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1><p>" + text + "</p><p>" + text + "</p></article></body></html>"
}

func warcRecord(typ, uri, contentType, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", typ, uri, contentType, len(body), body)
}

func httpAnswer(status, headers, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body
}

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func zstdOf(s string) string {
	e, _ := zstd.NewWriter(nil)
	return string(e.EncodeAll([]byte(s), nil))
}

func TestArchive(t *testing.T) {
	const answer = "application/http; msgtype=response"
	page := pageOfText(savedText)
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)
	records := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: x\r\n"),
		warcRecord("request", "https://example.org/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
		warcRecord("response", "https://example.org/1", answer, httpAnswer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", page)),
		warcRecord("response", "https://example.org/2", answer, httpAnswer("404 Not Found", "Content-Type: text/html\r\n", page)),
		warcRecord("response", "https://example.org/3", answer, httpAnswer("200 OK", "Content-Type: image/png\r\n", "\x89PNG")),
		warcRecord("response", "https://example.org/4", answer, httpAnswer("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked)),
		warcRecord("response", "https://example.org/5", answer, httpAnswer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzipped(page))),
		warcRecord("response", "https://example.org/6", answer, httpAnswer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", page)), // undone already
		warcRecord("response", "https://example.org/7", answer, httpAnswer("200 OK", "Content-Type: text/html\r\nContent-Length: 9000\r\n", page)),   // cut
		warcRecord("resource", "https://example.org/8", "text/html", page),
		warcRecord("conversion", "https://example.org/9", "text/plain", savedText),
		warcRecord("response", "https://example.org/10", answer, "no answer"),
		warcRecord("response", "https://example.org/11", answer, httpAnswer("200 OK", "", page)),
	}
	all := strings.Join(records, "")
	each := ""
	for _, r := range records {
		each += gzipped(r)
	}
	place(t, map[string]string{"a.warc": all, "b.warc.gz": each, "c.warc.zst": zstdOf(all), "d.bin": all})
	for _, name := range []string{"a.warc", "b.warc.gz", "c.warc.zst", "d.bin"} {
		got, failed := readAllOf(t, Options{}, name)
		var ids []string
		for _, a := range got {
			ids = append(ids, strings.TrimPrefix(a.ID, "https://example.org/"))
			if !strings.Contains(a.Text, savedText) || a.URL != a.ID || a.Source.Kind != "warc" || a.Source.Location != name {
				t.Errorf("%s: %+v", name, a)
			}
		}
		if want := "1 4 5 6 7 8 9 11"; strings.Join(ids, " ") != want {
			t.Errorf("%s: records %v, want %s", name, ids, want)
		}
		if len(failed) != 1 || !strings.HasPrefix(failed[0], name+":12: not an HTTP answer") {
			t.Errorf("%s: errors %q", name, failed)
		}
	}
}

func TestArchiveCutOff(t *testing.T) {
	good := warcRecord("resource", "https://example.org/1", "text/html", pageOfText(savedText))
	place(t, map[string]string{"cut.warc": good + good[:200], "cut.warc.gz": gzipped(good) + gzipped(good)[:150], "bad.warc": good + "<html>\r\n", "none.warc": ""})
	for name, want := range map[string]string{"cut.warc": "cut.warc:2: the file ends within this record", "cut.warc.gz": "cut.warc.gz:2: damaged compression: cut off", "bad.warc": "bad.warc:2: not a WARC record"} {
		got, failed := readAllOf(t, Options{}, name)
		if len(got) != 1 || len(failed) != 1 || failed[0] != want {
			t.Errorf("%s: %d articles, errors %q", name, len(got), failed)
		}
	}
	if got, failed := readAllOf(t, Options{}, "none.warc"); len(got) != 0 || len(failed) != 1 || failed[0] != "none.warc: empty: there is nothing to read" {
		t.Errorf("%d articles, errors %q", len(got), failed)
	}
}

func TestCompressed(t *testing.T) {
	line := `{"id": "a", "text": "One."}` + "\n"
	place(t, map[string]string{
		"dump.jsonl.gz": gzipped(line) + gzipped(line), "dump.jsonl.zst": zstdOf(line + line), "page.html.gz": gzipped(pageOfText(savedText)),
		"text.txt.gz": gzipped("One."), "cut.jsonl.gz": gzipped(line + strings.Repeat(line, 500))[:60], "twice.txt.gz": gzipped(gzipped("One.")),
	})
	for name, want := range map[string]int{"dump.jsonl.gz": 2, "dump.jsonl.zst": 2, "page.html.gz": 1, "text.txt.gz": 1} {
		got, failed := readAllOf(t, Options{}, name)
		if len(got) != want || len(failed) > 0 {
			t.Errorf("%s: %d articles, errors %q", name, len(got), failed)
		}
	}
	if got, _ := readAllOf(t, Options{}, "text.txt.gz"); got[0].ID != "text" || got[0].Text != "One." {
		t.Errorf("%+v", got[0])
	}
	if got, failed := readAllOf(t, Options{}, "cut.jsonl.gz"); len(failed) != 1 || !strings.Contains(failed[0], "damaged compression: cut off") {
		t.Errorf("%d articles, errors %q", len(got), failed)
	}
	if _, failed := readAllOf(t, Options{}, "twice.txt.gz"); len(failed) != 1 || !strings.Contains(failed[0], "a gzip file") {
		t.Errorf("errors %q", failed)
	}
}

func TestSavedPages(t *testing.T) {
	page := pageOfText(savedText + " Café.")
	message := func(encoding, body string) string {
		return "From: <Saved by Marlow>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: x\r\nMIME-Version: 1.0\r\n" +
			"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n" +
			"----b--\r\nContent-Type: image/png\r\n\r\nx\r\n----b--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " + encoding +
			"\r\nContent-Location: https://example.org/a?b\r\n\r\n" + body + "\r\n----b----\r\n"
	}
	encoded := base64.StdEncoding.EncodeToString([]byte(page))
	place(t, map[string]string{
		"quoted.mhtml": message("quoted-printable", strings.ReplaceAll(strings.ReplaceAll(page, "=", "=3D"), "é", "=C3=A9")),
		"base.mht":     message("base64", encoded[:76]+"\r\n"+encoded[76:]),
		"plain.bin":    message("8bit", page),
		"single.mht":   "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: https://example.org/a?b\r\n\r\n" + page,
		"none.mht":     "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n",
		"not.mht":      "<html>",
	})
	for _, name := range []string{"quoted.mhtml", "base.mht", "plain.bin", "single.mht"} {
		got, failed := readAllOf(t, Options{}, name)
		if len(got) != 1 || len(failed) > 0 {
			t.Errorf("%s: %d articles, errors %q", name, len(got), failed)
			continue
		}
		if a := got[0]; a.Title != "Bridge" || a.URL != "https://example.org/a?b" || !strings.HasSuffix(a.Text, "Café.") || a.Source != (article.Source{Kind: "file", Location: name}) {
			t.Errorf("%s: %+v", name, a)
		}
	}
	for name, want := range map[string]string{"none.mht": "an MHTML file without a page", "not.mht": "not an MHTML file"} {
		if _, failed := readAllOf(t, Options{}, name); len(failed) != 1 || failed[0] != name+": "+want {
			t.Errorf("%s: errors %q", name, failed)
		}
	}
}
