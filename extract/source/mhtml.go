package source

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// A saved page is the page in an MHTML file (RFC 2557), which browsers save pages as: a message whose parts are the page,
// its pictures and styles.
type savedPage struct {
	content     []byte
	contentType string
	url         string
}

var errNoPage = errors.New("an MHTML file without a page")

// openSaved finds the page of an MHTML file: the part that the message begins with, or its first one that is HTML.
func openSaved(content []byte) (savedPage, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(content, "\r\n")))
	if err != nil {
		return savedPage{}, errors.New("not an MHTML file")
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return savedPage{}, errNoPage
	}
	at := m.Header.Get("Snapshot-Content-Location")
	if !strings.HasPrefix(kind, "multipart/") {
		return saved(mail.Header(m.Header).Get, m.Body, at)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for {
		p, err := parts.NextRawPart()
		if err != nil {
			return savedPage{}, errNoPage
		}
		if id := params["start"]; id != "" && p.Header.Get("Content-ID") != id || !isPage(p.Header.Get("Content-Type"), nil) {
			continue
		}
		return saved(p.Header.Get, p, at)
	}
}

// saved reads a part that is a page.
func saved(header func(string) string, body io.Reader, at string) (savedPage, error) {
	page := savedPage{contentType: header("Content-Type"), url: at}
	if !isPage(page.contentType, nil) {
		return page, errNoPage
	}
	if location := header("Content-Location"); strings.HasPrefix(location, "http") {
		page.url = location
	}
	switch strings.ToLower(header("Content-Transfer-Encoding")) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	var err error
	page.content, err = readAll(body)
	return page, err
}
