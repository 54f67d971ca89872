package article

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"sayso/extract/pattern"
)

// linkedData is what the JSON-LD of a page says of its article.
type linkedData struct {
	headline, published, modified, publisher, language, url string

	live        bool // it is a live blog
	closed      bool // it is not free to read
	description string
	body        string // the article's whole text, where the page gives it
	authors     []string
}

const (
	warningLive   = "a live blog: what it said when the page was saved"
	warningClosed = "the page says that it is not free to read: the text may be the beginning only"
)

// warnings are what a reader of the article has to know of it.
func (l linkedData) warnings() []string {
	var all []string
	if l.live {
		all = append(all, warningLive)
	}
	if l.closed {
		all = append(all, warningClosed)
	}
	return all
}

// found reports whether there is anything of an article.
func (l linkedData) found() bool { return l.headline != "" || l.published != "" }

const (
	maxScripts = 50      // of linked data that are read
	maxTold    = 300_000 // bytes of an article's text in them
	maxNested  = 8       // levels that an article is looked for in
)

// readLinkedData reads the scripts of type application/ld+json; of several articles the first counts. Broken JSON is
// mended where that is easy, else passed over.
func readLinkedData(doc *goquery.Document) linkedData {
	var found linkedData
	scripts := doc.Find(`script[type*="ld+json" i]`)
	scripts.Slice(0, min(maxScripts, scripts.Length())).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		v, err := mended(s.Text())
		if err != nil {
			return true
		}
		found = articleIn(v, byID(v), 0)
		return !found.found()
	})
	return found
}

var (
	wrapping      = pattern.Lazy(`(?s)^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)?\s*(.*?)\s*(?:-->|\]\]>|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?\s*;?\s*$`)
	trailingComma = pattern.Lazy(`,(\s*[}\]])`)
	doubleComma   = pattern.Lazy(`,(?:\s*,)+`)
	badEscape     = pattern.Lazy(`\\([^"\\/bfnrtu])`)
)

// mended parses JSON, if need be without the comments round it, control characters in it, escapes that are none and
// commas too many.
func mended(s string) (v any, err error) {
	if err = json.Unmarshal([]byte(s), &v); err == nil {
		return v, nil
	}
	if m := wrapping().FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	if err = json.Unmarshal([]byte(s), &v); err == nil {
		return v, nil
	}
	s = badEscape().ReplaceAllString(s, "$1")
	s = doubleComma().ReplaceAllString(s, ",")
	s = trailingComma().ReplaceAllString(s, "$1")
	err = json.Unmarshal([]byte(s), &v)
	return v, err
}

// byID is the things of a graph by their ids, for what refers to them.
func byID(v any) map[string]map[string]any {
	things := map[string]map[string]any{}
	gather(v, things, 0)
	return things
}

func gather(v any, things map[string]map[string]any, depth int) {
	if depth > maxNested {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			gather(e, things, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 && things[id] == nil {
			things[id] = v
		}
		for _, e := range v {
			gather(e, things, depth+1)
		}
	}
}

// articleIn looks for an article in arrays, graphs and what a page says it is about.
func articleIn(v any, things map[string]map[string]any, depth int) linkedData {
	if depth > maxNested {
		return linkedData{}
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if found := articleIn(e, things, depth+1); found.found() {
				return found
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return readArticle(v, things)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			if found := articleIn(v[key], things, depth+1); found.found() {
				return found
			}
		}
	}
	return linkedData{}
}

// isArticle holds for NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting and their like, with or without
// the vocabulary's address before them.
func isArticle(v any) bool {
	for _, t := range texts(v) {
		t = strings.TrimSpace(t)
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") && !strings.HasSuffix(t, "JobPosting") || strings.HasSuffix(t, "Report") || t == "Review" {
			return true
		}
	}
	return false
}

func readArticle(m map[string]any, things map[string]map[string]any) linkedData {
	found := linkedData{
		headline:    squeeze(plain(first(text(m["headline"]), text(m["name"])))),
		published:   text(m["datePublished"]),
		modified:    text(m["dateModified"]),
		language:    text(m["inLanguage"]),
		url:         text(m["url"]),
		description: text(m["description"]),
	}
	found.live = slices.ContainsFunc(texts(m["@type"]), func(t string) bool { return strings.HasSuffix(t, "LiveBlogPosting") })
	found.closed = isFalse(m["isAccessibleForFree"])
	if publisher := names(m["publisher"], things, 0); len(publisher) > 0 {
		found.publisher = squeeze(plain(publisher[0]))
	}
	if found.authors = names(m["author"], things, 0); len(found.authors) == 0 {
		found.authors = names(m["creator"], things, 0)
	}
	if body, ok := m["articleBody"].(string); ok && len(body) <= maxTold {
		found.body = body
	}
	return found
}

// isFalse holds for false and for the texts that pages write for it.
func isFalse(v any) bool {
	s, isText := v.(string)
	return v == false || isText && strings.HasSuffix(strings.ToLower(s), "false")
}

// names are those of things given as text, as objects or by reference.
func names(v any, things map[string]map[string]any, depth int) []string {
	if depth > maxNested {
		return nil
	}
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, names(e, things, depth+1)...)
		}
		return all
	case map[string]any:
		if name, ok := v["name"]; ok {
			return names(name, things, depth+1)
		}
		if id, ok := v["@id"].(string); ok && things[id] != nil {
			return names(things[id]["name"], things, depth+1)
		}
		if parts := texts(v["givenName"]); len(parts) > 0 {
			return []string{strings.Join(append(parts[:1:1], texts(v["familyName"])...), " ")}
		}
	}
	return nil
}

// text is the first text of a value, or empty.
func text(v any) string {
	if all := texts(v); len(all) > 0 {
		return strings.TrimSpace(all[0])
	}
	return ""
}

// texts are a text, a list's texts, or an object's name or value.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
		return all
	case map[string]any:
		for _, key := range []string{"@value", "alternateName", "name"} {
			if s, ok := v[key].(string); ok {
				return []string{s}
			}
		}
	}
	return nil
}
