package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// A Writer writes records, each compressed by itself if asked, so that a reader may begin at any of them.
type Writer struct {
	out      io.Writer
	compress bool
}

// NewWriter begins a file with a record that says which software wrote it.
func NewWriter(out io.Writer, compress bool, software string) (*Writer, error) {
	w := &Writer{out, compress}
	info := "software: " + software + "\r\nformat: WARC File Format 1.1\r\n"
	return w, w.record("warcinfo", "", time.Now(), "application/warc-fields", []byte(info))
}

// Response writes the answer to an address: its headers, without those of a transfer that is over, and its body.
func (w *Writer) Response(uri string, fetched time.Time, header http.Header, body []byte) error {
	var b bytes.Buffer
	b.WriteString("HTTP/1.1 200 OK\r\n")
	header = header.Clone()
	for _, gone := range []string{"Content-Encoding", "Transfer-Encoding", "Connection"} {
		header.Del(gone)
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	if err := header.Write(&b); err != nil {
		return err
	}
	b.WriteString("\r\n")
	b.Write(body)
	return w.record("response", uri, fetched, "application/http;msgtype=response", b.Bytes())
}

// record writes one record by one call.
func (w *Writer) record(typ, uri string, at time.Time, contentType string, body []byte) error {
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\n")
	field := func(name, value string) { fmt.Fprintf(&b, "%s: %s\r\n", name, value) }
	field("WARC-Type", typ)
	field("WARC-Record-ID", "<urn:uuid:"+uuid()+">")
	field("WARC-Date", at.UTC().Format(time.RFC3339))
	if uri != "" {
		field("WARC-Target-URI", uri)
	}
	field("Content-Type", contentType)
	field("Content-Length", strconv.Itoa(len(body)))
	b.WriteString("\r\n")
	b.Write(body)
	b.WriteString("\r\n\r\n")
	if !w.compress {
		_, err := w.out.Write(b.Bytes())
		return err
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b.Bytes()); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err := w.out.Write(packed.Bytes())
	return err
}

// uuid is a random one (RFC 9562, version 4).
func uuid() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
