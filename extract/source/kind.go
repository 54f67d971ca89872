package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"sayso/extract/source/cues"
	"sayso/extract/source/feed"
	"sayso/extract/source/gzip"
)

// The kinds of inputs.
const (
	kindHTML  = "html"
	kindText  = "text"
	kindJSONL = "jsonl"
	kindURLs  = "urls"
	kindFeed  = "feed"
	kindWARC  = "warc"
	kindMHTML = "mhtml"
	kindCSV   = "csv"
	kindZip   = "zip"
	kindTar   = "tar"
	kindMail  = "mail" // one message
	kindMbox  = "mbox" // a mailbox of them

	kindSubtitles = "subtitles"

	kindParquet = "parquet"
	kindList    = "list" // of inputs of any kind
)

// Kinds are what Options.From may be.
var Kinds = []string{kindHTML, kindText, kindJSONL, kindURLs, kindList, kindFeed, kindCSV, kindWARC, kindMHTML, kindMail, kindMbox, kindSubtitles, kindParquet, kindZip, kindTar}

// suffixes are the kinds of the suffixes that tell.
var suffixes = map[string]string{
	".html": kindHTML, ".htm": kindHTML, ".xhtml": kindHTML, ".mht": kindMHTML, ".mhtml": kindMHTML, ".warc": kindWARC, ".arc": kindWARC,
	".txt": kindText, ".md": kindText, ".srt": kindSubtitles, ".vtt": kindSubtitles, ".eml": kindMail, ".mbox": kindMbox, ".mbx": kindMbox,
	".csv": kindCSV, ".tsv": kindCSV, ".zip": kindZip, ".tar": kindTar, ".tgz": kindTar, ".parquet": kindParquet,
	".jsonl": kindJSONL, ".ndjson": kindJSONL, ".json": kindJSONL,
}

// types are the suffixes of the media types that tell as much. Others are told by the content.
var types = map[string]string{
	"text/html": ".html", "application/xhtml+xml": ".html", "message/rfc822": ".mhtml",
	"text/plain": ".txt", "text/markdown": ".md",
	"application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl",
	"text/csv": ".csv", "text/tab-separated-values": ".tsv", "multipart/related": ".mhtml", "application/warc": ".warc",
}

// suffixOf is the suffix that a file of a Content-Type would have.
func suffixOf(contentType string) string {
	name, _, _ := strings.Cut(contentType, ";")
	return types[strings.ToLower(strings.TrimSpace(name))]
}

// unread are suffixes of what this version does not read, with the command that makes text of it. Without them a table
// would pass for a text.
var unread = map[string]string{
	".docx": toText, ".odt": toText, ".epub": toText, ".rtf": toText, ".doc": toText,
	".xml": "", ".rss": "sayso feed FILE lists its articles, --from feed reads them", ".atom": "sayso feed FILE lists its articles, --from feed reads them",
}

// The programs that make text of files.
const (
	toText    = "pandoc makes text of it (pandoc -t plain --wrap none)"
	pdfToText = "pdftotext makes text of it"
)

// magic is how files begin that are neither text nor HTML, though some hold no control characters.
var magic = map[string]string{
	"%PDF-": "a PDF file", "PK\x03\x04": "a zip file", "\x1f\x8b": "a gzip file",
	"\x89PNG": "an image", "\xff\xd8\xff": "an image", "GIF8": "an image",
}

// utf16 are the marks that UTF-16 files begin with.
var utf16 = []string{"\xff\xfe", "\xfe\xff"}

// bom is the mark that some UTF-8 files begin with.
const bom = "\ufeff"

// kindOf is an input's kind: what the user says, else its suffix, else what the head of its content looks like. Only
// then is the input waited for: a line that a slow pipe has given is read before the next one comes.
func kindOf(said, suffix string, in *bufio.Reader) (string, error) {
	if said != "" {
		return said, nil
	}
	suffix = strings.ToLower(suffix)
	if kind := suffixes[suffix]; kind != "" {
		return kind, nil
	}
	if how, no := unread[suffix]; no {
		if how == "" {
			how = "--from " + strings.Join(Kinds, "|") + " reads it all the same"
		}
		return "", fmt.Errorf("%s files are not read by this version: %s", suffix, how)
	}
	head, err := in.Peek(headSize)
	if damage := (*gzip.DamageError)(nil); err != nil && err != io.EOF && !(errors.As(err, &damage) && len(head) > 0) {
		return "", err
	}
	if isWide(in) {
		head, _ = wide().Bytes(head[:len(head)&^1])
	}
	return sniff(head), nil
}

// wide decodes UTF-16 as its mark says.
func wide() *encoding.Decoder {
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
}

// isWide reports whether an input is UTF-16, which spreadsheets and some systems write.
func isWide(in *bufio.Reader) bool {
	head, _ := in.Peek(2)
	return hasPrefix(head, utf16)
}

// narrowed is an input in UTF-16 as UTF-8.
func narrowed(in *bufio.Reader) *bufio.Reader {
	return bufio.NewReaderSize(transform.NewReader(in, wide()), 1<<16)
}

// sniff tells the kind from the head of the content: mark-up, an object, or else text.
func sniff(head []byte) string {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte(bom)))
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")), bytes.HasPrefix(head, []byte("filedesc://")):
		return kindWARC
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindZip
	case bytes.HasPrefix(head, []byte("PAR1")):
		return kindParquet
	case isTar(head):
		return kindTar
	case looksSaved(head):
		return kindMHTML
	case looksBoxed(head):
		return kindMbox
	case looksSent(head):
		return kindMail
	case cues.Is(string(head)):
		return kindSubtitles
	case looksHTML(head):
		return kindHTML
	case looksObject(head):
		return kindJSONL
	}
	return kindText
}

// isTar reports whether the content begins with the header of a tar file.
func isTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// looksSaved reports whether the content begins like a message that holds a page.
func looksSaved(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte(":"))
	lower := bytes.ToLower(head)
	return len(first) < 40 && !bytes.ContainsAny(first, " \t\r\n") && bytes.Contains(lower, []byte("\nmime-version:")) && bytes.Contains(lower, []byte("multipart/related"))
}

// fieldsOfMail are those that a message has whoever sent it.
var fieldsOfMail = [][]byte{[]byte("\nfrom:"), []byte("\ndate:"), []byte("\nsubject:")}

// looksSent reports whether the content begins with the header of a message.
func looksSent(head []byte) bool {
	header, _, _ := bytes.Cut(bytes.ReplaceAll(bytes.ToLower(head), []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	first, _, ok := bytes.Cut(header, []byte(":"))
	if !ok || len(first) > 40 || bytes.ContainsAny(first, " \t\n") {
		return false
	}
	header = append([]byte("\n"), header...)
	for _, field := range fieldsOfMail {
		if !bytes.Contains(header, field) {
			return false
		}
	}
	return true
}

// looksBoxed reports whether the content begins like a mailbox.
func looksBoxed(head []byte) bool {
	first, rest, ok := bytes.Cut(head, []byte("\n"))
	return ok && bytes.HasPrefix(first, []byte("From ")) && looksSent(rest)
}

// openings are the tags that a page or a piece of one may begin with.
var openings = []string{
	"!doctype html", "!--", "?xml", "html", "head", "body", "title", "meta", "link", "script", "style",
	"main", "article", "section", "header", "div", "p", "h1", "h2", "table", "span", "a", "b", "br",
}

// looksHTML reports whether the content begins with a tag of HTML.
func looksHTML(head []byte) bool {
	if len(head) == 0 || head[0] != '<' {
		return false
	}
	rest := strings.ToLower(string(head[1:min(len(head), 16)]))
	for _, o := range openings {
		if after, ok := strings.CutPrefix(rest, o); ok && (o == "!--" || strings.IndexAny(after, " \t\r\n/>") == 0) {
			return true
		}
	}
	return false
}

// looksObject reports whether the content begins with a brace and a key.
func looksObject(head []byte) bool {
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t"), []byte(`"`))
}

// Why some contents are not read.
var (
	errEmpty = errors.New("empty: there is nothing to read")
	errFeed  = errors.New("a feed or sitemap, not an article (sayso feed lists its articles, --from feed reads them)")
)

// checkMagic refuses what begins like a file of another kind.
func checkMagic(content []byte) error {
	for begins, what := range magic {
		if bytes.HasPrefix(content, []byte(begins)) {
			if begins == "%PDF-" {
				return fmt.Errorf("%s: neither text nor HTML (%s)", what, pdfToText)
			}
			return fmt.Errorf("%s: neither text nor HTML", what)
		}
	}
	return nil
}

// checkContent refuses what is neither text nor HTML.
func checkContent(kind string, content []byte) error {
	if len(bytes.TrimSpace(bytes.TrimPrefix(content, []byte(bom)))) == 0 {
		return errEmpty
	}
	if err := checkMagic(content); err != nil {
		return err
	}
	wide := hasPrefix(content, utf16)
	switch {
	case kind == kindHTML && wide: // the page's reader decodes it
		return nil
	case kind == kindHTML && feed.Is(content):
		return errFeed
	case isBinary(content):
		return errors.New("binary: neither text nor HTML")
	}
	return nil
}

func hasPrefix(content []byte, prefixes []string) bool {
	for _, p := range prefixes {
		if bytes.HasPrefix(content, []byte(p)) {
			return true
		}
	}
	return false
}

// isBinary reports whether the content holds a NUL, or more than a tenth of control characters in its first 64 KB.
func isBinary(content []byte) bool {
	if bytes.IndexByte(content, 0) >= 0 {
		return true
	}
	head := content[:min(len(content), 1<<16)]
	control := 0
	for _, b := range head {
		if b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(b)) {
			control++
		}
	}
	return control > len(head)/10
}
