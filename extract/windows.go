package extract

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/press"
	"sayso/extract/view"
)

// What one article may take. A text is read in windows: what is known of one is thrown away, but for its annotations, before the
// next is looked at, so that memory and the reach of every look-back are bounded by the window, and time is linear in the
// text. Hardly an article is longer than one.
const (
	window         = 128 << 10 // bytes
	maxAnnotations = 150_000   // of a record; what follows is not read
)

// windows reads an article into its document, window by window. Names of one window are those of an earlier one where they are
// the same, or a family name that one person alone has; nothing else reaches from one into another. It gives the country of
// the press, ISO 3166 or empty, and the bytes that it leaves unread.
func (x *Extractor) windows(ctx context.Context, d *document.Document, t *langPack, a article.Article) (country string, unread int, err error) {
	p, err := t.load()
	if err != nil {
		return "", 0, err
	}
	r := p.NewReader()
	defer r.Close()
	whole, j := a.Text, newJoiner(d)
	for rest := whole; ; {
		a.Text, rest = cutWindow(rest, window)
		v, err := view.NewContext(ctx, p, r, a)
		if err != nil {
			return "", 0, err
		}
		ofPress := sync.OnceValue(func() string {
			country = cmp.Or(country, press.Of(v))
			return country
		})
		of := d
		if len(whole) > window || headed(a) {
			ofPress() // what one text tells holds for the next
		}
		if len(whole) > window {
			of = empty(article.Article{}) // annotations alone are joined
		}
		if err := x.window(ctx, of, v, ofPress, j.offset == 0); err != nil {
			return "", 0, err
		}
		if of != d {
			j.join(of)
		}
		switch {
		case rest == "":
			return country, 0, nil
		case j.annotations >= maxAnnotations:
			read := utf8.RuneCountInString(whole[:len(whole)-len(rest)])
			d.Warnings = append(d.Warnings, fmt.Sprintf("read as far as character %d: a record holds no more than %d annotations", read, maxAnnotations))
			return country, len(rest), nil
		}
		j.offset += utf8.RuneCountInString(a.Text)
	}
}

// window reads one window into a document.
func (x *Extractor) window(ctx context.Context, d *document.Document, v *view.View, country func() string, isFirst bool) error {
	x.rooms(v, country, isFirst).fill(d)
	return ctx.Err()
}

// cutWindow cuts a text behind its first window: where a paragraph ends, else a line, a sentence or a word, each in the last
// quarter of the window, else between two characters.
func cutWindow(text string, size int) (head, rest string) {
	if len(text) <= size {
		return text, ""
	}
	first := size - size/4
	for _, end := range []string{"\n\n", "\n", ". ", " "} {
		if i := strings.LastIndex(text[first:size], end); i >= 0 {
			i += first + len(end)
			return text[:i], text[i:]
		}
	}
	for size > first && !utf8.RuneStart(text[size]) {
		size--
	}
	return text[:size], text[size:]
}
