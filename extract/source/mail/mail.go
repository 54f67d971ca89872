// Package mail reads messages (RFC 5322, MIME) and mailboxes of them (mbox): the text or page that a message brings, decoded, with
// its subject, sender and day. What is attached is passed over.
package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// A Message is what a message brings: a text or, where it has none, a page.
type Message struct {
	ID       string   // without its brackets, or empty
	Subject  string   // or empty
	From     []string // the names of who wrote it, as far as they are given
	Date     string   // YYYY-MM-DD in the sender's zone, or empty
	Language string   // or empty
	Text     string   // or empty
	Page     []byte   // in UTF-8, or nil
}

// What is wrong with messages.
var (
	ErrNone  = errors.New("not a message: it has no header")
	errEmpty = errors.New("a message without a text")
)

// maxDepth is how many messages and multiparts may stand in one another.
const maxDepth = 10

// headers decodes what headers hold beyond ASCII.
var headers = mime.WordDecoder{CharsetReader: charset.NewReaderLabel}

// Parse reads a message. A part that is damaged is read as far as it goes.
func Parse(content []byte) (Message, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(content, "\r\n")))
	if err != nil || len(m.Header) == 0 {
		return Message{}, ErrNone
	}
	message := Message{
		ID: strings.Trim(m.Header.Get("Message-Id"), " \t<>"), Subject: decoded(m.Header.Get("Subject")), From: namesOf(m.Header.Get("From")),
		Date: dayOf(m.Header), Language: m.Header.Get("Content-Language"),
	}
	message.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	if strings.TrimSpace(message.Text) == "" && len(bytes.TrimSpace(message.Page)) == 0 {
		return message, errEmpty
	}
	return message, nil
}

// decoded is a header as it is read.
func decoded(header string) string {
	if plain, err := headers.DecodeHeader(header); err == nil {
		header = plain
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(header, "\ufffd")), " ")
}

// namesOf are the names in a list of addresses.
func namesOf(header string) (names []string) {
	all, err := (&mail.AddressParser{WordDecoder: &headers}).ParseList(header)
	if err != nil {
		return nil
	}
	for _, a := range all {
		if a.Name != "" {
			names = append(names, a.Name)
		}
	}
	return names
}

func dayOf(h mail.Header) string {
	at, err := h.Date()
	if err != nil {
		return ""
	}
	return at.Format(time.DateOnly)
}

// part takes in a part of a message: of several the first text and the first page.
func (m *Message) part(header textproto.MIMEHeader, body io.Reader, depth int) {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if how, _, _ := mime.ParseMediaType(header.Get("Content-Disposition")); how == "attachment" || depth > maxDepth {
		return
	}
	switch strings.ToLower(header.Get("Content-Transfer-Encoding")) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, &plainBase64{in: body})
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		m.parts(multipart.NewReader(body, params["boundary"]), depth)
	case kind == "message/rfc822":
		if inner, err := mail.ReadMessage(body); err == nil {
			m.part(textproto.MIMEHeader(inner.Header), inner.Body, depth+1)
		}
	case kind == "text/plain" && strings.TrimSpace(m.Text) == "":
		m.Text = unsigned(flowed(inUTF8(body, header.Get("Content-Type"), params["charset"]), params))
	case kind == "text/html" && m.Page == nil:
		m.Page = []byte(inUTF8(body, header.Get("Content-Type"), params["charset"]))
	}
}

func (m *Message) parts(in *multipart.Reader, depth int) {
	for {
		p, err := in.NextRawPart()
		if err != nil { // the end, or damage that nothing is found behind
			return
		}
		m.part(p.Header, p, depth+1)
	}
}

// inUTF8 is a text in UTF-8. One whose charset is not named, or not known, is taken for what it looks like.
func inUTF8(body io.Reader, contentType, label string) string {
	raw, _ := io.ReadAll(body) // what is damaged is read as far as it goes
	encoding, _ := charset.Lookup(label)
	if encoding == nil {
		encoding, _, _ = charset.DetermineEncoding(raw, contentType)
	}
	if plain, err := encoding.NewDecoder().Bytes(raw); err == nil {
		raw = plain
	}
	return strings.ReplaceAll(strings.ToValidUTF8(string(raw), "\ufffd"), "\r\n", "\n")
}

// flowed joins the lines of a text that was broken for sending (RFC 3676).
func flowed(text string, params map[string]string) string {
	if !strings.EqualFold(params["format"], "flowed") {
		return text
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		bare := strings.TrimSuffix(line, "\n")
		if strings.HasSuffix(bare, " ") && bare != signature {
			if strings.EqualFold(params["delsp"], "yes") {
				bare = bare[:len(bare)-1]
			}
			b.WriteString(bare)
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}

// signature is the line above a sender's signature.
const signature = "-- "

// unsigned is a text without its signature.
func unsigned(text string) string {
	text, _, _ = strings.Cut(text, "\n"+signature+"\n")
	return text
}

// A plainBase64 passes over what is not base64: some programs put such between the lines.
type plainBase64 struct{ in io.Reader }

// Read reads.
func (p *plainBase64) Read(b []byte) (int, error) {
	for {
		n, err := p.in.Read(b)
		kept := 0
		for _, c := range b[:n] {
			if c == '+' || c == '/' || c == '=' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
				b[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil || len(b) == 0 {
			return kept, err
		}
	}
}

// A TooLongError is a message that is longer than may be.
type TooLongError struct{ Most int } // bytes

// Error says how long a message may be.
func (e *TooLongError) Error() string { return fmt.Sprintf("longer than %d MB", e.Most>>20) }
