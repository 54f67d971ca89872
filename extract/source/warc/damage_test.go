package warc

import (
	"bytes"
	stdgzip "compress/gzip"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"sayso/extract/source/gzip"
)

// numbered is record n, with its digest.
func numbered(n int) string {
	body := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Page %d of many\r\n", n)
	sum := sha1.Sum([]byte(body))
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/%d\r\nWARC-Block-Digest: sha1:%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		n, base32.StdEncoding.EncodeToString(sum[:]), len(body), body)
}

// damages are ten ways to damage a record.
var damages = []func(string) string{
	func(s string) string { return strings.Replace(s, "WARC/1.0", "WXRC/1.0", 1) },
	func(s string) string { return strings.Replace(s, "Content-Length", "Content-Len", 1) },
	func(s string) string { return strings.Replace(s, "Content-Length: ", "Content-Length: x", 1) },
	func(s string) string { return strings.Replace(s, "Content-Length: ", "Content-Length: 9", 1) },
	func(s string) string { return strings.Replace(s, "Content-Length: ", "Content-Length: 1 ", 1) },
	func(s string) string { return s[:len(s)-20] },
	func(s string) string { return s[40:] },
	func(s string) string { return strings.Replace(s, "Page", "P\x00ge", 1) },
	func(s string) string { return strings.Replace(s, "WARC-Target-URI:", "WARC\x00\x01", 1) },
	func(s string) string { return strings.Repeat("\xff\x00noise\n", 40) + s[60:] },
}

// ended is what can be read of a stream: the addresses of records that were whole, and how many were damaged.
func ended(t *testing.T, in io.Reader) (whole []string, damaged int) {
	t.Helper()
	r := NewReader(in)
	for range 10_000 {
		record, err := r.Next()
		if err == io.EOF {
			return whole, damaged
		}
		if err == nil {
			err = r.End()
		}
		var damage *DamageError
		switch {
		case err == nil:
			whole = append(whole, record.URI())
		case errors.As(err, &damage):
			damaged++
		default:
			t.Fatal(err)
		}
	}
	t.Fatal("no end")
	return nil, 0
}

func TestADamagedRecordCostsItself(t *testing.T) {
	for _, packed := range []bool{false, true} {
		var b bytes.Buffer
		for n := range 100 {
			record := numbered(n)
			if n%10 == 5 {
				record = damages[n/10](record)
			}
			if packed {
				w := stdgzip.NewWriter(&b)
				io.WriteString(w, record)
				w.Close()
			} else {
				b.WriteString(record)
			}
		}
		var in io.Reader = &b
		if packed {
			in = gzip.NewReader(in)
		}
		whole, damaged := ended(t, in)
		if len(whole) != 90 || damaged != 10 {
			t.Errorf("packed %v: %d whole, %d damaged", packed, len(whole), damaged)
		}
		for _, uri := range whole {
			if strings.HasSuffix(uri, "5") {
				t.Errorf("packed %v: %s is damaged", packed, uri)
			}
		}
	}
}

func TestADamagedMemberCostsItself(t *testing.T) {
	ways := []func([]byte) []byte{
		func(b []byte) []byte { b[0] = 0xff; return b },
		func(b []byte) []byte { b[2] = 7; return b },
		func(b []byte) []byte { b[30] ^= 0x55; return b },
		func(b []byte) []byte { b[len(b)-6] ^= 1; return b },
		func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		func(b []byte) []byte { return b[:len(b)/2] },
		func(b []byte) []byte { return b[:12] },
		func(b []byte) []byte { clear(b[20:60]); return b },
		func(b []byte) []byte { return append(b[:len(b)-30], b[len(b)-10:]...) },
		func(b []byte) []byte { return b[25:] },
	}
	var b bytes.Buffer
	for n := range 100 {
		var one bytes.Buffer
		w := stdgzip.NewWriter(&one)
		io.WriteString(w, numbered(n))
		w.Close()
		if n%10 == 5 {
			b.Write(ways[n/10](one.Bytes()))
		} else {
			b.Write(one.Bytes())
		}
	}
	whole, damaged := ended(t, gzip.NewReader(bytes.NewReader(b.Bytes())))
	if len(whole) != 90 || damaged != 10 {
		t.Errorf("%d whole, %d damaged: %v", len(whole), damaged, whole)
	}
	whole, damaged = ended(t, gzip.NewReader(bytes.NewReader(b.Bytes()[:b.Len()-20])))
	if len(whole) != 89 || damaged != 11 {
		t.Errorf("cut: %d whole, %d damaged", len(whole), damaged)
	}
}

func TestARC(t *testing.T) {
	record := func(n int, length string) string {
		body := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Page %d of many\r\n", n)
		return fmt.Sprintf("http://example.org/%d 192.0.2.1 20010402030405 text/html %s%d\n%s\n", n, length, len(body), body)
	}
	version := "1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
	file := fmt.Sprintf("filedesc://a.arc 0.0.0.0 20010402030405 text/plain %d\n%s\n", len(version), version)
	file += record(1, "") + record(2, "9") + record(3, "") + strings.Replace(record(4, ""), "20010402", "2001x402", 1) + record(5, "")
	whole, damaged := ended(t, strings.NewReader(file))
	if got := strings.Join(whole, " "); got != "filedesc://a.arc http://example.org/1 http://example.org/3 http://example.org/5" || damaged != 2 {
		t.Errorf("%s, %d damaged", got, damaged)
	}
	r := NewReader(strings.NewReader(file))
	r.Next()
	one, err := r.Next()
	if err != nil || one.Type() != "response" || one.Header.Get("WARC-Date") != "2001-04-02T03:04:05Z" {
		t.Errorf("%v, %v", one, err)
	}
}
