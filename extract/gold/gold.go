// Package gold reads articles that people have annotated and holds what was extracted from them against it: how often
// each rule is right, and how much of the gold is found. All offsets count code points of the text, end exclusive.
package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"sayso/extract/article"
)

// A Document is one annotated article. A layer that is nil was not annotated.
type Document struct {
	Line      int      `json:"-"` // of its file, from 1
	ID        string   `json:"id"`
	Lang      string   `json:"lang"`
	Published string   `json:"ref"` // YYYY-MM-DD, or with more behind it
	Title     string   `json:"title"`
	Text      string   `json:"text"`
	Entities  []Entity `json:"entities"`
	Money     []Money  `json:"money"`
	Dates     []Date   `json:"dates"`
	Quotes    []Quote  `json:"quotes"`
	Types     []string `json:"types"`  // of entities that were annotated; empty is all
	Ignore    []Span   `json:"ignore"` // where nothing counts
}

// A Span is a place of the text.
type Span struct{ Start, End int }

// An Entity is one mention with its type: PER, ORG, LOC or MISC.
type Entity struct {
	Span
	Type string
	Name string // the fullest form in the document
}

// Money is one figure; its amounts are plain decimals, empty where there is none.
type Money struct {
	Span
	Amount, Low, High, Currency string
}

// A Date is one date with its TIMEX3 value.
type Date struct {
	Span
	Type, Value string
}

// A Quote is one statement: its words, and whether they are direct, mixed or indirect.
type Quote struct {
	Kind    string
	Content []Span
	Speaker string `json:"speaker_name"` // who said it, as the document names them most fully, or empty
}

// maxLine bounds a line of gold, in bytes.
const maxLine = 64 << 20

// Read reads documents, one JSON object a line. The error names the line.
func Read(name string, in io.Reader) ([]Document, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	var all []Document
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var d Document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s:%d: not an annotated article, one JSON object per line", name, n)
		}
		d.Line = n
		all = append(all, d)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return all, nil
}

// Article is the document as the extractor reads it: in the language that the gold names.
func (d *Document) Article() article.Article {
	return article.Article{
		ID: d.ID, Title: d.Title, Text: d.Text, Language: article.Hint{Code: d.Lang, From: "input"},
		Published: article.Published{Date: d.Published[:min(len(d.Published), len("2006-01-02"))], From: "input"},
	}
}

// Ignored reports whether a place is none that counts.
func (d *Document) Ignored(s Span) bool { return slices.ContainsFunc(d.Ignore, s.overlaps) }

func (s Span) overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
