package article

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// ld is what the JSON-LD of a page says of its article.
type ld struct {
	headline, published, publisher, language string
	authors                                  []string
}

// linkedData reads the scripts of type application/ld+json; of several articles the first counts. Broken JSON is mended
// where that is easy, else passed over.
func linkedData(doc *goquery.Document) ld {
	var found ld
	doc.Find(`script[type*="ld+json"]`).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		var v any
		if json.Unmarshal([]byte(mended(s.Text())), &v) != nil {
			return true
		}
		found = articleIn(v, 0)
		return found.headline == "" && found.published == ""
	})
	return found
}

var (
	trailingComma = regexp.MustCompile(`,\s*([}\]])`)
	wrapping      = regexp.MustCompile(`(?s)^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)?\s*(.*?)\s*(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?\s*;?\s*$`)
)

// mended takes off comments round the JSON, control characters in it and commas before its closing brackets.
func mended(s string) string {
	if m := wrapping.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	if json.Valid([]byte(s)) {
		return s
	}
	return trailingComma.ReplaceAllString(s, "$1")
}

// articleIn looks for an article in arrays and graphs.
func articleIn(v any, depth int) ld {
	if depth > 6 {
		return ld{}
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if found := articleIn(e, depth+1); found.headline != "" || found.published != "" {
				return found
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return readArticle(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			if found := articleIn(v[key], depth+1); found.headline != "" || found.published != "" {
				return found
			}
		}
	}
	return ld{}
}

func isArticle(v any) bool {
	for _, t := range texts(v) {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" {
			return true
		}
	}
	return false
}

func readArticle(m map[string]any) ld {
	found := ld{headline: text(m["headline"]), published: text(m["datePublished"]), language: text(m["inLanguage"])}
	if found.headline == "" {
		found.headline = text(m["name"])
	}
	found.publisher = name(m["publisher"])
	found.authors = names(m["author"])
	return found
}

// name is that of a thing given as text or as an object.
func name(v any) string {
	if all := names(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

func names(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{html.UnescapeString(v)}
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, names(e)...)
		}
		return all
	case map[string]any:
		return names(v["name"])
	}
	return nil
}

func text(v any) string {
	if all := texts(v); len(all) > 0 {
		return strings.TrimSpace(html.UnescapeString(all[0]))
	}
	return ""
}

func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, texts(e)...)
		}
		return all
	case map[string]any:
		return texts(v["name"])
	}
	return nil
}
