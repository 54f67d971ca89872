//go:build ignore

package main

import (
	"bufio"
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A dictionary is a Hunspell word list with its suffixes.
type dictionary struct {
	flags  map[string][]string // of each word
	suffix map[string][]suffix
	long   bool
}

type suffix struct {
	strip, add string
	when       *regexp.Regexp
}

func readDictionary(f fetcher, pkg, name string) (*dictionary, error) {
	affixes, err := f.debian(pkg, name+".aff")
	if err != nil {
		return nil, err
	}
	words, err := f.debian(pkg, name+".dic")
	if err != nil {
		return nil, err
	}
	d := &dictionary{flags: map[string][]string{}, suffix: map[string][]suffix{}}
	for line := range bytesLines(affixes) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 2 && fields[0] == "FLAG":
			d.long = fields[1] == "long"
		case len(fields) >= 5 && fields[0] == "SFX":
			d.addSuffix(fields)
		}
	}
	for line := range bytesLines(words) {
		word, rest, _ := strings.Cut(line, "/")
		flags, _, _ := strings.Cut(rest, " ")
		flags, _, _ = strings.Cut(flags, "\t")
		word, _, _ = strings.Cut(word, " ")
		word, _, _ = strings.Cut(word, "\t")
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) {
			d.flags[word] = append(d.flags[word], d.split(flags)...)
		}
	}
	return d, nil
}

func (d *dictionary) addSuffix(fields []string) {
	strip, add := fields[2], fields[3]
	add, _, _ = strings.Cut(add, "/")
	if strip == "0" {
		strip = ""
	}
	if add == "0" {
		add = ""
	}
	when, err := regexp.Compile("(?:" + fields[4] + ")$")
	if err == nil {
		d.suffix[fields[1]] = append(d.suffix[fields[1]], suffix{strip, add, when})
	}
}

func (d *dictionary) split(flags string) []string {
	var made []string
	runes := []rune(flags)
	step := 1
	if d.long {
		step = 2
	}
	for i := 0; i+step <= len(runes); i += step {
		made = append(made, string(runes[i:i+step]))
	}
	return made
}

// inflected are the forms of a word that its suffixes give.
func (d *dictionary) inflected(word string) []string {
	var made []string
	for _, flag := range d.flags[word] {
		if flag == "p+" {
			continue
		}
		for _, s := range d.suffix[flag] {
			if stem, ok := strings.CutSuffix(word, s.strip); ok && s.when.MatchString(word) && !strings.Contains(s.add, "-") {
				made = append(made, stem+s.add)
			}
		}
	}
	return made
}

// all are all words of the dictionary and their forms.
func (d *dictionary) all() map[string]bool {
	made := map[string]bool{}
	for word := range d.flags {
		made[word] = true
		for _, form := range d.inflected(word) {
			made[form] = true
		}
	}
	return made
}

func bytesLines(body []byte) func(func(string) bool) {
	return func(yield func(string) bool) {
		in := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff"))))
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			if !yield(in.Text()) {
				return
			}
		}
	}
}
