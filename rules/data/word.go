//go:build ignore

package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const aboutWords = "Words that the language writes in lower case, for telling whether a capital at the head of a sentence means a name."

// commonWords writes the frequent words of each language.
func commonWords(f fetcher) error {
	makers := map[string]func(fetcher) (*table, error){"fr": frenchWords, "pt": portugueseWords, "en": englishWords}
	for _, pack := range languages {
		t, err := makers[pack](f)
		if err != nil {
			return err
		}
		if err := t.writeForms(pack, "common-word", aboutWords, false); err != nil {
			return err
		}
	}
	return nil
}

// frenchWords are the words of the Snowball vocabulary that the dictionary holds, and the hand-written ones
// with their inflections.
func frenchWords(f fetcher) (*table, error) {
	d, err := readDictionary(f, frenchPackage, "usr/share/hunspell/fr")
	if err != nil {
		return nil, err
	}
	vocabulary, err := f.module(vocabPackage, "french_vocab/vocab_test.go")
	if err != nil {
		return nil, err
	}
	known := d.all()
	t := newTable()
	for _, found := range regexp.MustCompile(`\{"([^"]+)", "`).FindAllSubmatch(vocabulary, -1) {
		if word := string(found[1]); known[word] && !raisedForm.MatchString(word) {
			addWord(t, word)
		}
	}
	wordsByHand(t, "fr", d.inflected, func(verb string) []string {
		return slices.DeleteFunc(d.inflected(verb), rareForm.MatchString)
	})
	return t, nil
}

// raisedForm are French verb forms that open no sentence of a newspaper, rareForm those that hardly do.
var (
	raisedForm = regexp.MustCompile(`(assions|issions|ussions|assiez|issiez|ussiez|âmes|îmes|ûmes|âtes|îtes|ûtes)$`)
	rareForm   = regexp.MustCompile(`(ss(e|es|ent|ions|iez)|[âîû](mes|tes|t)|iez|ions|rons|rez|ras|rai|rais|[ae]is|as|ai)$`)
)

// portugueseWords are the hand-written ones with their inflections.
func portugueseWords(fetcher) (*table, error) {
	t := newTable()
	wordsByHand(t, "pt", portuguesePlurals, conjugated)
	return t, nil
}

// englishWords are the words of the sizes 10 and 20 of SCOWL, and the spellings of America and Britain.
func englishWords(f fetcher) (*table, error) {
	t := newTable()
	for _, kind := range []string{"english-words", "american-words", "british-words"} {
		for _, size := range []string{"10", "20"} {
			body, err := f.debian(scowlPackage, "usr/share/dict/scowl/"+kind+"."+size)
			if err != nil {
				return nil, err
			}
			for word := range strings.FieldsSeq(latin1(body)) {
				if !strings.Contains(word, "'") {
					addWord(t, word)
				}
			}
		}
	}
	wordsByHand(t, "en", nil, nil)
	return t, nil
}

func latin1(body []byte) string {
	if utf8.Valid(body) {
		return string(body)
	}
	made := make([]rune, len(body))
	for i, b := range body {
		made[i] = rune(b)
	}
	return string(made)
}

// wordsByHand adds the lines of the hand-written list: "=" words as they stand, "+" nouns, adjectives and adverbs
// with the forms that decline gives, "n" nouns with a plural, "*" verbs with the forms that conjugate gives;
// "-" takes words out.
func wordsByHand(t *table, pack string, decline, conjugate func(string) []string) {
	for _, line := range lines(pack, "common-word") {
		kind, rest, _ := strings.Cut(line, "\t")
		for word := range strings.FieldsSeq(rest) {
			if kind == "-" {
				t.drop(word)
				continue
			}
			addWord(t, word)
			forms := []string(nil)
			switch kind {
			case "+":
				forms = decline(word)
			case "n":
				forms = plurals[pack](word)
			case "*":
				forms = conjugate(word)
			}
			for _, form := range forms {
				addWord(t, form)
			}
		}
	}
}

// plurals are the plurals of nouns in a language.
var plurals = map[string]func(string) []string{
	"pt": func(noun string) []string { return []string{portuguesePlural(noun)} },
	"en": func(noun string) []string { return []string{englishPlural(noun)} },
}

func englishPlural(noun string) string {
	switch stem, isY := strings.CutSuffix(noun, "y"); {
	case isY && !strings.ContainsAny(stem[len(stem)-1:], "aeou"):
		return stem + "ies"
	case regexp.MustCompile(`(s|x|z|ch|sh)$`).MatchString(noun):
		return noun + "es"
	}
	return noun + "s"
}

// addWord adds a word of lower-case letters.
func addWord(t *table, word string) {
	word = tidy(word)
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) && r != '-' && r != '\'' }) {
		return
	}
	if utf8.RuneCountInString(word) > 1 || strings.Contains("aàyoeé", word) {
		t.add("", word)
	}
}
