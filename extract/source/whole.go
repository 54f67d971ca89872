package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"sayso/extract/article"
	"sayso/extract/source/feed"
	"sayso/extract/source/fetch"
)

// maxSize bounds a page, a text and a line of a dump, in bytes.
const maxSize = 64 << 20

// headSize is how much of an input is looked at to tell its kind.
const headSize = 4 << 10

// A whole is one input that is open: a file, standard input or a page from the web.
type whole struct {
	in        io.Reader
	file      *os.File // that it is read from, or nil
	kind      string   // that the user says it is, or empty
	suffix    string   // of its name
	page      *fetch.Page
	announced feed.Entry      // what a feed said of the page
	blank     article.Article // its article before anything is known of it
}

// open reads an input as what it is: many articles, or one.
func (s *stream) open(w whole) bool {
	in, err := unpack(bufio.NewReaderSize(w.in, 1<<16))
	if err != nil {
		return s.fail(w.blank.Source, err)
	}
	kind, err := kindOf(w.kind, w.suffix, in)
	if slices.Contains([]string{kindJSONL, kindCSV, kindURLs, kindList}, kind) && isWide(in) {
		in = narrowed(in)
	}
	switch {
	case err != nil:
		return s.fail(w.blank.Source, err)
	case kind == kindWARC:
		return s.archive(in, w.blank)
	case kind == kindMbox:
		return s.mailbox(in, w.blank)
	case kind == kindCSV:
		return s.table(in, w.suffix, w.blank)
	case kind == kindTar:
		return s.tarred(in, w.blank)
	case kind == kindZip:
		if w.file == nil {
			return s.fail(w.blank.Source, errBundled)
		}
		return s.zipped(w.file, w.blank)
	case kind == kindParquet:
		if w.file == nil {
			return s.fail(w.blank.Source, errBundled)
		}
		return s.columns(w.file, w.blank)
	case kind == kindJSONL:
		return s.lines(in, w.blank)
	case kind == kindURLs, kind == kindList: // of the web: it names addresses, and nothing of this machine
		return s.fetchAll(listed(in, w.blank.Source.Location), "")
	}
	content, err := readAll(in)
	if err != nil {
		return s.fail(w.blank.Source, err)
	}
	if kind == kindFeed {
		return s.feed(content, w)
	}
	sum := uint32(0)
	if w.page == nil { // what the web gives is another page each time
		sum = s.sum(content)
	}
	return s.give(item{from: w.blank.Source, id: w.blank.ID, sum: sum, size: len(content), read: func() (article.Article, error) {
		a, err := w.article(kind, content, s.opt)
		announce(&a, w.announced)
		if w.page != nil {
			if warning := movedTo(w.blank.Source.Location, w.page.URL); warning != "" && err == nil {
				a.Warnings = append(a.Warnings, warning)
			}
		}
		return a, err
	}})
}

// article is the article of an input that has one.
func (w *whole) article(kind string, content []byte, opt Options) (article.Article, error) {
	address, contentType := "", ""
	if w.page != nil {
		address, contentType = w.page.URL, w.page.Type()
	}
	if kind == kindMHTML {
		page, err := openSaved(content)
		if err != nil {
			return article.Article{}, err
		}
		kind, content, contentType = kindHTML, page.content, page.contentType
		if address == "" {
			address = page.url
		}
	}
	switch kind {
	case kindMail:
		return opt.letter(content)
	case kindSubtitles:
		return spoken(content, contentType)
	}
	if kind == kindText {
		text, warning, err := plainText(content, contentType)
		a := w.blank
		a.Text, a.URL = text, address
		if warning != "" && w.page == nil { // a server has said what it sends
			a.Warnings = append(a.Warnings, warning)
		}
		return a, err
	}
	if err := checkContent(kind, content); err != nil {
		return article.Article{}, err
	}
	return opt.parse(content, address, contentType)
}

// plainText is a text as UTF-8. One in another encoding is decoded, with a warning that says which one it was taken for.
func plainText(content []byte, contentType string) (text, warning string, err error) {
	if err := checkMagic(content); err != nil {
		return "", "", err
	}
	wide := hasPrefix(content, utf16)
	if !wide {
		if err := checkContent(kindText, content); err != nil {
			return "", "", err
		}
		if utf8.Valid(content) {
			return string(content), "", nil
		}
	}
	encoding, name, _ := charset.DetermineEncoding(content, contentType)
	decoded, err := encoding.NewDecoder().Bytes(content)
	if err != nil {
		return "", "", fmt.Errorf("not UTF-8, and no %s either: %w", name, err)
	}
	decoded = bytes.TrimPrefix(decoded, []byte(bom))
	return string(decoded), "not UTF-8: read as " + name, checkContent(kindText, decoded)
}

// readAll reads no more than maxSize.
func readAll(in io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(in, maxSize+1))
	if err == nil && len(content) > maxSize {
		err = errTooLong
	}
	return content, err
}

var errTooLong = fmt.Errorf("longer than %d MB", maxSize>>20)

// parse reads a page. A fault of the reader costs this page alone.
func (o Options) parse(page []byte, url, contentType string) (a article.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the page could not be read: internal error: %v", p)
		}
	}()
	var words article.Words
	if o.Words != nil {
		words = o.Words()
	}
	a, err = words.Parse(page, url, contentType)
	if err == nil && isBlank(a.Text) {
		err = errors.New("no article text found in the page")
	}
	return a, err
}
