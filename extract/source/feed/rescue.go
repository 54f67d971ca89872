package feed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"sayso/extract/pattern"
)

// clean is a feed without the bytes that no XML may hold; in UTF-8, unless it says that it is in another encoding, what is none is
// shown as such.
func clean(file []byte) []byte {
	if !utf8.Valid(file) && inUTF8(file) {
		file = bytes.ToValidUTF8(file, []byte("\ufffd"))
	}
	if !utf8.Valid(file) { // another encoding: the parser decodes it
		return file
	}
	return bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, file)
}

var declared = pattern.Lazy(`(?i)^[^<]{0,10}<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{1,40})["']`)

// inUTF8 reports whether a file says that it is in UTF-8, or nothing.
func inUTF8(file []byte) bool {
	m := declared().FindSubmatch(file)
	return m == nil || strings.EqualFold(string(m[1]), "utf-8") || strings.EqualFold(string(m[1]), "utf8")
}

// item is where an item of a feed begins or ends.
var item = pattern.Lazy(`<(/?)((?:[A-Za-z][\w.-]{0,30}:)?(?:item|entry))(?:\s[^>]{0,1000})?>`)

// opened is how many items a feed begins.
func opened(file []byte) (n int) {
	for _, m := range item().FindAllSubmatchIndex(file, -1) {
		if m[2] == m[3] && file[m[1]-2] != '/' {
			n++
		}
	}
	return n
}

// rescued are the items of a damaged feed that can be read, each by itself; the error says how many cannot, and why.
func rescued(file []byte, isJSON bool, why error) (*gofeed.Feed, error) {
	if isJSON {
		return rescuedJSON(file, why)
	}
	feed, lost := new(gofeed.Feed), 0
	var head []byte
	start, name := -1, ""
	add := func(end int) {
		one, err := gofeed.NewParser().Parse(bytes.NewReader(closed(head, file[start:end])))
		if err != nil || len(one.Items) == 0 {
			lost++
			return
		}
		if feed.Items = append(feed.Items, one.Items...); feed.Link == "" {
			feed.Link = one.Link
		}
	}
	for _, m := range item().FindAllSubmatchIndex(file, -1) {
		opens, called := m[2] == m[3], string(file[m[4]:m[5]])
		switch {
		case opens && start >= 0 && called == name: // the one before has no end
			lost++
			start = m[0]
		case opens && start < 0:
			if head == nil {
				head = file[:m[0]]
			}
			start, name = m[0], called
		case !opens && start >= 0 && called == name:
			add(m[1])
			start = -1
		}
	}
	if start >= 0 {
		lost++
	}
	return feed, damage(lost, why)
}

// damage is the error of a feed of which some items are lost.
func damage(lost int, why error) error {
	if lost == 0 {
		return fmt.Errorf("damaged behind its items: %w", why)
	}
	return fmt.Errorf("damaged, items that cannot be read: %d: %w", lost, why)
}

// closed is a feed of one item.
func closed(head, item []byte) []byte {
	var open []string
	z := html.NewTokenizer(bytes.NewReader(head))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.StartTagToken {
			switch name := tagName(z.Raw()); strings.ToLower(name[strings.IndexByte(name, ':')+1:]) {
			case "rss", "rdf", "channel", "feed":
				open = append(open, name)
			}
		} else if name := tagName(z.Raw()); kind == html.EndTagToken && len(open) > 0 && name == "/"+open[len(open)-1] {
			open = open[:len(open)-1] // items stand behind the channel in RSS 1.0
		}
	}
	whole := append(bytes.Clone(head), item...)
	for i := len(open) - 1; i >= 0; i-- {
		whole = append(whole, "</"+open[i]+">"...)
	}
	return whole
}

// tagName is the name of a tag as it is written, with the slash of one that ends something.
func tagName(tag []byte) string {
	name := strings.TrimPrefix(string(tag), "<")
	if i := strings.IndexAny(name, " \t\r\n>"); i >= 0 {
		name = name[:i]
	}
	return name
}

// rescuedJSON are the items of a JSON feed up to where it is damaged.
func rescuedJSON(file []byte, why error) (*gofeed.Feed, error) {
	at := bytes.Index(file, []byte(`"items"`))
	if at < 0 {
		return new(gofeed.Feed), damage(0, why)
	}
	list := bytes.TrimLeft(file[at+len(`"items"`):], " \t\r\n:")
	in := json.NewDecoder(bytes.NewReader(list))
	if open, err := in.Token(); err != nil || open != json.Delim('[') {
		return new(gofeed.Feed), damage(0, why)
	}
	var items []json.RawMessage
	for in.More() {
		var one json.RawMessage
		if in.Decode(&one) != nil {
			break
		}
		items = append(items, one)
	}
	whole, err := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "items": items})
	if err != nil {
		return new(gofeed.Feed), damage(1, why)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(whole))
	if err != nil {
		return new(gofeed.Feed), damage(len(items)+1, why)
	}
	return feed, damage(1, why)
}

// plain is a title without mark-up.
func plain(title string) string {
	if !strings.ContainsAny(title, "<&") {
		return strings.Join(strings.Fields(title), " ")
	}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(title))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			b.Write(z.Text())
		}
	}
	text := b.String()
	if strings.Contains(text, "&") { // some feeds escape twice
		text = html.UnescapeString(text)
	}
	return strings.Join(strings.Fields(text), " ")
}
