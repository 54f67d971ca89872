//go:build ignore

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
	"unicode"
)

// lines are the lines of a hand-written list without comments; nil where there is no such list.
func lines(pack, list string) []string {
	body, err := os.ReadFile(filepath.Join(here, pack, list+".txt"))
	if err != nil {
		return nil
	}
	var made []string
	for line := range strings.SplitSeq(string(body), "\n") {
		if line = tidy(line); line != "" && line[0] != '#' {
			made = append(made, line)
		}
	}
	return made
}

// names are the names of a hand-written list, parted by commas.
func names(pack, list string) []string {
	var made []string
	for _, line := range lines(pack, list) {
		for name := range strings.SplitSeq(line, ",") {
			if name = tidy(name); name != "" {
				made = append(made, name)
			}
		}
	}
	return made
}

// tidy is s in NFC, with plain apostrophes and without needless space but tabs.
func tidy(s string) string {
	s = strings.NewReplacer("\u2019", "'", "\u02bc", "'", "\u00a0", " ").Replace(s)
	return norm.NFC.String(strings.TrimSpace(s))
}

// plain is s without marks on its letters.
func plain(s string) string {
	s = strings.NewReplacer("\u00f8", "o", "\u00d8", "O", "\u0142", "l", "\u0141", "L", "\u0111", "d", "\u0110", "D", "\u0131", "i", "\u0259", "a", "\u00e6", "ae", "\u0153", "oe", "\u00df", "ss", "\u2018", "", "\u2019", "", "\u02bb", "").Replace(s)
	made, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		return s
	}
	return made
}

// A table holds forms by value, in the order they came; a form stands once.
type table struct {
	values []string
	forms  map[string][]string
	seen   map[string]bool
}

func newTable() *table { return &table{forms: map[string][]string{}, seen: map[string]bool{}} }

func (t *table) add(value string, forms ...string) {
	for _, form := range forms {
		if form = tidy(form); form == "" || t.seen[form] {
			continue
		}
		t.seen[form] = true
		if _, ok := t.forms[value]; !ok {
			t.values = append(t.values, value)
		}
		t.forms[value] = append(t.forms[value], form)
	}
}

func (t *table) drop(form string) {
	if !t.seen[form] {
		return
	}
	delete(t.seen, form)
	for value, forms := range t.forms {
		t.forms[value] = slices.DeleteFunc(forms, func(f string) bool { return f == form })
	}
}

// write writes a line for each value with its forms.
func (t *table) write(pack, list, about string) error {
	slices.Sort(t.values)
	var rows []string
	for _, value := range t.values {
		if len(t.forms[value]) > 0 {
			rows = append(rows, value+"\t"+strings.Join(t.forms[value], "\t"))
		}
	}
	return save(pack, list, about, rows)
}

// writeForms writes a sorted list of forms, or with values a line for each form.
func (t *table) writeForms(pack, list, about string, values bool) error {
	var rows []string
	value := map[string]string{}
	for v, forms := range t.forms {
		for _, form := range forms {
			rows = append(rows, form)
			value[form] = v
		}
	}
	sorted(rows)
	if values {
		for i, form := range rows {
			rows[i] = value[form] + "\t" + form
		}
	}
	return save(pack, list, about, rows)
}

// sorted puts names in the order of a dictionary.
func sorted(rows []string) {
	c := collate.New(language.Und)
	slices.Sort(rows)
	slices.SortStableFunc(rows, c.CompareString)
}

func save(pack, list, about string, rows []string) error {
	var b bytes.Buffer
	for line := range strings.SplitSeq(about, "\n") {
		fmt.Fprintf(&b, "# %s\n", line)
	}
	fmt.Fprintf(&b, "# Made by rules/data/main.go; sources and licences stand in rules/NOTICE.\n")
	for _, row := range rows {
		b.WriteString(row)
		b.WriteByte('\n')
	}
	fmt.Printf("%s/%s.txt: %d lines, %d bytes\n", pack, list, len(rows), b.Len())
	return os.WriteFile(filepath.Join(out, pack, list+".txt"), b.Bytes(), 0o644)
}
