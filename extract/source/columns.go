package source

import (
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

// columnsOf are the columns of a table or an object with these names: those that are named, and for the text, the title and the day, where no
// name is known for them, what the languages call them.
func (o Options) columnsOf(names []string) Columns {
	has := map[string]string{} // a name, by its plain one
	for _, name := range names {
		has[plainName(name)] = name
	}
	lacks := func(field string) bool {
		return o.Columns[field] == "" && !slices.ContainsFunc(known[field], func(name string) bool { return has[name] != "" })
	}
	missing := map[string]bool{"text": lacks("text") && lacks("html"), "title": lacks("title"), "date": lacks("date")}
	if o.Words == nil || !missing["text"] && !missing["title"] && !missing["date"] {
		return o.Columns
	}
	columns := maps.Clone(o.Columns)
	called := o.Words().Columns
	for _, plain := range slices.Sorted(maps.Keys(has)) {
		if field := called[plain]; missing[field] && columns[field] == "" {
			if columns == nil {
				columns = Columns{}
			}
			columns[field] = has[plain]
		}
	}
	return columns
}

// plainName is a name without what tells ways of writing it apart.
func plainName(name string) string { return strings.ToLower(partings.Replace(strings.TrimSpace(name))) }

// partings are what parts the words of a name.
var partings = strings.NewReplacer("_", "", "-", "", " ", "", ".", "", ":", "")

// A row is what a record of a dump holds, by its plain names, and by its own.
type row struct {
	values map[string]value
	named  func(name string) (value, bool) // nil where no column is named
}

// A value is one field of a record: a text, or JSON.
type value struct {
	text string
	json json.RawMessage // nil where it is a text
}

// record is what is read of a row. An error names the field.
func (c Columns) record(r row) (*record, error) {
	rec := new(record)
	for field, to := range map[string]*string{"id": (*string)(&rec.ID), "url": &rec.URL, "title": &rec.Title, "date": &rec.Date, "lang": &rec.Lang} {
		found, err := c.find(r, field)
		if err != nil && field != "id" {
			return rec, err
		} else if err != nil {
			return rec, fmt.Errorf("%s: expected a string or a number", field)
		}
		*to = found.text
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
	_, exact := r.values["lang"]
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
		v, ok := r.values[name]
		if !ok {
			continue
		}
		text, ok, err := v.read(field)
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
	raw := strings.TrimSpace(string(v.json))
	var several []string
	switch {
	case raw == "null":
		return "", false, nil
	case raw[0] == '"':
		err = json.Unmarshal(v.json, &text)
		return text, err == nil, err
	case field == "text" && raw[0] == '[' && json.Unmarshal(v.json, &several) == nil:
		return strings.Join(several, "\n\n"), true, nil
	case (field == "id" || field == "date") && strings.ContainsRune("-0123456789", rune(raw[0])):
		return raw, true, nil
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
	r := row{values: map[string]value{}}
	for i, name := range head {
		if plain := plainName(name); r.values[plain].text == "" {
			r.values[plain] = value{text: cells[i]}
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

// inObject is an object of JSON.
func inObject(object map[string]json.RawMessage) row {
	r := row{values: map[string]value{}}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		plain := plainName(name)
		if _, twice := r.values[plain]; !twice || name == plain {
			r.values[plain] = value{json: object[name]}
		}
	}
	r.named = func(name string) (value, bool) {
		for inner := object; ; {
			if raw, ok := inner[name]; ok {
				return value{json: raw}, true
			}
			first, rest, ok := strings.Cut(name, ".")
			raw := inner[first]
			if inner = nil; !ok || json.Unmarshal(raw, &inner) != nil {
				return value{}, false
			}
			name = rest
		}
	}
	return r
}
