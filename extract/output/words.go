package output

import (
	"embed"
	"encoding/json"
	"maps"
	"slices"
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

// english are the words of the terminal.
func english() words { return interfaces()["en"] }

// or is the word for a key, or the key itself where there is none.
func (w words) or(key string) string {
	if word := w[key]; word != "" {
		return word
	}
	return key
}
