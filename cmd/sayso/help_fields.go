package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"sayso/extract/document"
	"sayso/extract/output"
)

const fieldsTopic = `Fields

  sayso --fields id,title,quotes.speaker.name news
  sayso -f csv --fields source,published,money.amount,money.currency news

--fields selects fields of the records of jsonl and json. With csv the fields are the
columns: one row per element of their list (money, dates, ...), with the article's own
fields repeated; nested lists are joined by "; ". In csv, source, published and language
are the location, the day and the language code.

A field that is a list of objects ends in []. Every record has every field: null if
unknown or not applicable, [] for an empty list. To add up or compare figures use
amount_min and amount_max: both are the amount, or the ends of a range.

`

// A recordSchema is what is read of the record's schema.
type recordSchema struct {
	Defs map[string]struct {
		Properties map[string]property `json:"properties"`
	} `json:"$defs"`
}

type property struct {
	Ref         string          `json:"$ref"`
	Description string          `json:"description"`
	Type        json.RawMessage `json:"type"`
	Items       *property       `json:"items"`
	AnyOf       []property      `json:"anyOf"`
}

// fieldsHelp is the topic with a line a field.
func fieldsHelp() string {
	var schema recordSchema
	if err := json.Unmarshal(document.RecordSchema(), &schema); err != nil {
		panic(err) // it is built in
	}
	var b strings.Builder
	b.WriteString(fieldsTopic)
	for _, path := range output.FieldNames() {
		at, p := "Document", property{}
		for name := range strings.SplitSeq(path, ".") {
			p = schema.Defs[at].Properties[name]
			at = p.object()
		}
		if p.Items != nil && p.Items.object() != "" {
			path += "[]"
		}
		line := fmt.Sprintf("  %-30s %s", path, p.Description)
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// object is the type of the objects that a field holds, or empty.
func (p property) object() string {
	switch {
	case p.Ref != "":
		return strings.TrimPrefix(p.Ref, "#/$defs/")
	case p.Items != nil:
		return p.Items.object()
	case len(p.AnyOf) > 0:
		return p.AnyOf[0].object()
	}
	return ""
}
