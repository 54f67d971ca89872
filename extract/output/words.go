package output

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// wordsFile are the words of the interface by language: those of the page, and those that say what an annotation means.
//
//go:embed words.json
var wordsFile embed.FS

// words are those of one language, by key.
type words map[string]string

// interfaces are the words of each language.
var interfaces = sync.OnceValue(func() map[string]words {
	data, err := wordsFile.ReadFile("words.json")
	all := map[string]words{}
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil {
		panic(err) // it is built in
	}
	return all
})

// Languages are the codes of those that the interface of a page can be in.
func Languages() []string { return slices.Sorted(maps.Keys(interfaces())) }

// inLanguage are the words of a language, or the English ones where there are none.
func inLanguage(code string) words {
	if w := interfaces()[code]; w != nil {
		return w
	}
	return interfaces()["en"]
}

// LanguageNamed is the code of the language that has that name in one of the interface's languages, or empty.
func LanguageNamed(name string) string {
	for _, w := range interfaces() {
		for _, code := range Languages() {
			if strings.EqualFold(w[code], name) {
				return code
			}
		}
	}
	return ""
}

// english are the words of what has no other language yet.
func english() words { return inLanguage("") }

// or is the word for a key, or the key itself where there is none.
func (w words) or(key string) string {
	if word := w[key]; word != "" {
		return word
	}
	return key
}

// counted is a number with the word for one or for many.
func (w words) counted(n int, key string) string {
	return fmt.Sprintf("%d %s", n, w.nth(key, min(max(n-1, 0), 1)))
}
