package output

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// wordFiles are the words of the interface, a file a language: those of the page, and those that say what an annotation means.
//
//go:embed words/*.json
var wordFiles embed.FS

// words are those of one language, by key.
type words map[string]string

// interfaces are what gives the words of each language, which are read when they are needed.
var interfaces = sync.OnceValue(func() map[string]func() words {
	all := map[string]func() words{}
	for _, code := range Languages() {
		all[code] = sync.OnceValue(func() words { return wordsOf(code) })
	}
	return all
})

func wordsOf(code string) words {
	data, err := wordFiles.ReadFile("words/" + code + ".json")
	all := words{}
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil {
		panic(err) // it is built in
	}
	return all
}

// Languages are the codes of those that the interface of a page can be in, in their order.
func Languages() []string {
	files, _ := wordFiles.ReadDir("words") // it is built in
	var codes []string
	for _, f := range files {
		codes = append(codes, strings.TrimSuffix(f.Name(), ".json"))
	}
	return codes
}

// inLanguage are the words of a language, or the English ones where there are none.
func inLanguage(code string) words {
	if w := interfaces()[code]; w != nil {
		return w()
	}
	return interfaces()["en"]()
}

// LanguageNamed is the code of the language that has that name in one of the interface's languages, or empty.
func LanguageNamed(name string) string {
	for _, w := range interfaces() {
		for _, code := range Languages() {
			if strings.EqualFold(w()[code], name) {
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
