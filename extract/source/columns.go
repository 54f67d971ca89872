package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Columns say which names the records of dumps have for what is read of them: of "id", "text", "html", "url", "title", "date" and
// "lang" the name; what is not named is found by the names that are known for it. A name with dots goes into an object in JSON.
type Columns map[string]string

// known are the names of what is read, whatever their case and the marks between their words; the first that a record has
// something for counts. Names that may be something else as well, as created and timestamp, are none of them.
var known = map[string][]string{
	"id":    {"id", "articleid", "documentid", "docid", "uuid", "guid", "identifier"},
	"text":  {"text", "body", "content", "articletext", "articlebody", "fulltext", "bodytext", "maintext", "textcontent", "plaintext", "rawtext", "contents", "article", "story"},
	"html":  {"html", "rawhtml", "pagehtml", "htmlcontent", "contenthtml", "bodyhtml", "htmlbody"},
	"url":   {"url", "link", "uri", "permalink", "href", "articleurl", "pageurl", "sourceurl", "weburl", "canonicalurl", "canonicallink"},
	"title": {"title", "headline", "articletitle", "pagetitle", "heading"},
	"date": {"date", "published", "publishdate", "publisheddate", "publishedat", "publishedon", "publishedtime", "publishtime", "publicationdate", "publicationtime",
		"datepublished", "pubdate", "articledate", "datetime", "webpublicationdate", "firstpublished"},
	"lang": {"lang", "language", "languagecode", "langcode"},
}

// ColumnNames are what Columns may name.
var ColumnNames = []string{"id", "text", "html", "url", "title", "date", "lang"}

// fieldOf is the field that a plain name is known for.
var fieldOf = func() map[string]string {
	all := map[string]string{}
	for field, names := range known {
		for _, name := range names {
			all[name] = field
		}
	}
	return all
}()

// columnsOf are the columns of a table or an object with these names: those that are named, and for the text, the title and the day, where no
// name is known for them, what the languages call them.
func (o Options) columnsOf(names []string) Columns {
	if o.Words == nil {
		return o.Columns
	}
	has := map[string]bool{} // by field, where there is a name for it
	for _, name := range names {
		if field := fieldOf[plainName(name)]; field != "" {
			has[field] = true
		}
	}
	lacks := func(field string) bool { return o.Columns[field] == "" && !has[field] }
	missing := [...]struct {
		field string
		is    bool
	}{{"text", lacks("text") && lacks("html")}, {"title", lacks("title")}, {"date", lacks("date")}}
	columns := o.Columns
	for _, m := range missing {
		if !m.is {
			continue
		}
		if name := o.called(names, m.field); name != "" {
			if columns = maps.Clone(columns); columns == nil {
				columns = Columns{}
			}
			columns[m.field] = name
		}
	}
	return columns
}

// called is the name that the languages have for a field, of several the first of the alphabet.
func (o Options) called(names []string, field string) (name string) {
	called, least := o.Words().Columns, ""
	for _, n := range names {
		if plain := plainName(n); called[plain] == field && (name == "" || plain <= least) {
			name, least = n, plain
		}
	}
	return name
}

// plainName is a name without what tells ways of writing it apart.
func plainName(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return name
	}
	return strings.ToLower(partings.Replace(strings.TrimSpace(name)))
}

// partings are what parts the words of a name.
var partings = strings.NewReplacer("_", "", "-", "", " ", "", ".", "", ":", "")

// A row is what a record of a dump holds: what is read of it by its plain names, and all by its own.
type row struct {
	values []plainly
	named  func(name string) (value, bool) // nil where no column is named
}

// A plainly is a value with a plain name that is known.
type plainly struct {
	name string
	value
}

// at is where the value with a plain name stands, or -1.
func (r row) at(plain string) int {
	return slices.IndexFunc(r.values, func(v plainly) bool { return v.name == plain })
}

// A value is one field of a record: a text, or JSON.
type value struct {
	text string
	json json.RawMessage // nil where it is a text
}

// record is what is read of a row. An error names the field.
func (c Columns) record(r row) (*record, error) {
	rec := new(record)
	for _, part := range [...]struct {
		field string
		to    *string
	}{{"id", &rec.ID}, {"url", &rec.URL}, {"title", &rec.Title}, {"date", &rec.Date}, {"lang", &rec.Lang}} {
		found, err := c.find(r, part.field)
		if err != nil && part.field != "id" {
			return rec, err
		} else if err != nil {
			return rec, fmt.Errorf("%s: expected a string or a number", part.field)
		}
		*part.to = found.text
	}
	rec.Lang = c.language(r, rec.Lang)
	return rec, c.content(r, rec)
}

// content puts in the text or page of a row: one that goes by the very name before one that is guessed, and a guessed text
// that is mark-up is a page.
func (c Columns) content(r row, rec *record) error {
	text, err := c.find(r, "text")
	if err != nil {
		return err
	}
	page, err := c.find(r, "html")
	switch {
	case err != nil:
		return err
	case page.found && (!text.found || text.guessed && !page.guessed):
		rec.HTML = &page.text
	case text.found && text.guessed && isMarkup(text.text):
		rec.HTML = &text.text
	case text.found:
		rec.Text = &text.text
	}
	return nil
}

// isMarkup reports whether a text is a page or a piece of one.
func isMarkup(text string) bool {
	return looksHTML([]byte(strings.TrimSpace(text))) || strings.Count(text, "</p>") > 1 || strings.Count(text, "<br") > 1 && strings.Count(text, ">") > 1
}

// language is a language that a record names; one that is guessed only if it is a code.
func (c Columns) language(r row, said string) string {
	exact := r.at("lang") >= 0
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(said), "_", "-"), "-")
	if exact || c["lang"] != "" || len(base) == 2 {
		return said
	}
	return ""
}

// A finding is what a row has of a field.
type finding struct {
	text           string
	found, guessed bool
}

// find is the value of a field: of the column that is named for it, else of the first one that is known for it and holds
// something. One by its very name that holds nothing is found too, if no other is.
func (c Columns) find(r row, field string) (finding, error) {
	if name := c[field]; name != "" {
		v, ok := r.named(name)
		if !ok {
			return finding{}, nil
		}
		text, ok, err := v.read(field)
		if err != nil {
			err = fmt.Errorf("%s: %w", name, err)
		}
		return finding{text, ok, false}, err
	}
	blank := finding{}
	for i, name := range known[field] {
		at := r.at(name)
		if at < 0 {
			continue
		}
		text, ok, err := r.values[at].read(field)
		switch {
		case err != nil && i == 0:
			return finding{}, fmt.Errorf("%s: %w", name, err)
		case err == nil && ok && !isBlank(text):
			return finding{text, true, i > 0}, nil
		case ok && i == 0:
			blank = finding{text, true, false}
		}
	}
	return blank, nil
}

// text is what a row has of a field, or empty.
func (c Columns) text(r row, field string) string {
	found, err := c.find(r, field)
	if err != nil {
		return ""
	}
	return found.text
}

// read is a value of a field as text; ok is false where it is null. A number passes for a name or a date, and a list of texts for
// paragraphs.
func (v value) read(field string) (text string, ok bool, err error) {
	if v.json == nil {
		return v.text, true, nil
	}
	if n := len(v.json); n > 1 && v.json[0] == '"' && v.json[n-1] == '"' && bytes.IndexByte(v.json, '\\') < 0 {
		return string(v.json[1 : n-1]), true, nil // it is in UTF-8, as its line is
	}
	raw := bytes.TrimSpace(v.json)
	var several []string
	switch {
	case string(raw) == "null":
		return "", false, nil
	case raw[0] == '"':
		err = json.Unmarshal(v.json, &text)
		return text, err == nil, err
	case field == "text" && raw[0] == '[' && json.Unmarshal(v.json, &several) == nil:
		return strings.Join(several, "\n\n"), true, nil
	case (field == "id" || field == "date") && strings.ContainsRune("-0123456789", rune(raw[0])):
		return string(raw), true, nil
	}
	return "", false, fmt.Errorf("expected a string, found %s", jsonKind(raw[0]))
}

// jsonKind is what a value is that begins so.
func jsonKind(begins byte) string {
	switch begins {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case 't', 'f':
		return "true or false"
	}
	return "a number"
}

// check finds columns that a table lacks.
func (c Columns) check(head []string) error {
	for _, field := range slices.Sorted(maps.Keys(c)) {
		if !slices.Contains(head, c[field]) {
			return fmt.Errorf("no column is called %q, which is to be the %s; the first row names: %s", c[field], field, strings.Join(head[:min(len(head), 20)], ", "))
		}
	}
	return nil
}

// inTable is a row of a table. Of two columns of one plain name the first counts.
func inTable(head, cells []string) row {
	r := row{}
	for i, name := range head {
		plain := plainName(name)
		switch at := r.at(plain); {
		case fieldOf[plain] == "":
		case at < 0:
			r.values = append(r.values, plainly{plain, value{text: cells[i]}})
		case r.values[at].text == "":
			r.values[at].text = cells[i]
		}
	}
	r.named = func(name string) (value, bool) {
		i := slices.Index(head, name)
		if i < 0 {
			return value{}, false
		}
		return value{text: cells[i]}, true
	}
	return r
}

// inObject is an object of JSON, whose members it sorts. Of two members of one plain name the one that is called so counts, else the first of the alphabet.
func inObject(object []member) row {
	r := row{values: make([]plainly, 0, len(object))}
	slices.SortFunc(object, byName)
	for _, m := range object {
		plain := plainName(m.name)
		switch at := r.at(plain); {
		case fieldOf[plain] == "":
		case at < 0:
			r.values = append(r.values, plainly{plain, value{json: m.value}})
		case m.name == plain:
			r.values[at].json = m.value
		}
	}
	r.named = func(name string) (value, bool) {
		i, found := slices.BinarySearchFunc(object, member{name: name}, byName)
		if found {
			return value{json: object[i].value}, true
		}
		first, rest, deeper := strings.Cut(name, ".")
		if i, found = slices.BinarySearchFunc(object, member{name: first}, byName); !deeper || !found {
			return value{}, false
		}
		return within(object[i].value, rest)
	}
	return r
}

func byName(a, b member) int { return strings.Compare(a.name, b.name) }

// within is the value of an object at a name with dots.
func within(object json.RawMessage, name string) (value, bool) {
	for {
		var inner map[string]json.RawMessage
		if json.Unmarshal(object, &inner) != nil {
			return value{}, false
		}
		if raw, ok := inner[name]; ok {
			return value{json: raw}, true
		}
		first, rest, deeper := strings.Cut(name, ".")
		if object, name = inner[first], rest; !deeper {
			return value{}, false
		}
	}
}
