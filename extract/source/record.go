package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sayso/extract/article"
)

// A record is one line of a dump. What it gives wins over what a page says of itself.
type record struct {
	ID                     string
	Text, HTML             *string // nil where there is none
	URL, Title, Date, Lang string

	warning string
}

// readLine is the article of a line of JSON.
func (o Options) readLine(line []byte) (article.Article, error) {
	line, warning := inUTF8(line)
	object, err := membersOf(line)
	if err != nil {
		return article.Article{}, explain(err)
	}
	names := make([]string, len(object))
	for i, m := range object {
		names[i] = m.name
	}
	r, err := o.columnsOf(names).record(inObject(object))
	if err != nil {
		return article.Article{ID: r.ID}, err
	}
	r.warning = warning
	return r.read(o)
}

// idOf is the id that a line gives its article; empty where it gives none, or cannot be read.
func (c Columns) idOf(line []byte) string {
	line, _ = inUTF8(line)
	object, err := membersOf(line)
	if err != nil {
		return ""
	}
	return c.text(inObject(object), "id")
}

// read is the article of a record; where it cannot be read, its ID at least.
func (r *record) read(o Options) (article.Article, error) {
	a, err := r.article(o)
	if err != nil {
		return article.Article{ID: r.ID}, err
	}
	r.overrule(&a)
	return a, nil
}

// explain says what is wrong with a line in the words of the format, not of the program.
func explain(err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %w", err)
	case errors.As(err, &wrong):
		return fmt.Errorf("expected an object, found %s", kindName(wrong.Value))
	}
	return err
}

// kindName is a kind of JSON value with its article.
func kindName(kind string) string {
	kind, _, _ = strings.Cut(kind, " ") // "number 12" is a number
	switch kind {
	case "bool":
		return "true or false"
	case "array", "object":
		return "an " + kind
	}
	return "a " + kind
}

// article is the record's text as it stands, or its page as it is read.
func (r *record) article(o Options) (article.Article, error) {
	switch {
	case r.Text != nil:
		if isBlank(*r.Text) {
			return article.Article{}, errors.New("text is empty")
		}
		return article.Article{Text: *r.Text}, nil
	case r.HTML == nil:
		return article.Article{}, errors.New(`neither "text" nor "html" in the object (--columns says what they are called)`)
	case isBlank(*r.HTML):
		return article.Article{}, errors.New("html is empty")
	}
	return o.parse([]byte(*r.HTML), r.URL, "text/html; charset=utf-8")
}

// overrule puts what the record gives in the place of what was found.
func (r *record) overrule(a *article.Article) {
	a.ID = r.ID
	if r.URL != "" {
		a.URL = r.URL
	}
	if r.Title != "" {
		a.Title = r.Title
	}
	if r.Lang != "" {
		a.Language = article.Hint{Code: r.Lang, From: "input"}
	}
	if r.warning != "" {
		a.Warnings = append(a.Warnings, r.warning)
	}
	switch day, words := dayOf(r.Date, r.Lang); {
	case day != "":
		a.Published = article.Published{Date: day, From: "input"}
	case words:
		a.GivenDate = r.Date
	case !isBlank(r.Date):
		a.Warnings = append(a.Warnings, fmt.Sprintf("date %q is not a day (YYYY-MM-DD): not used", r.Date))
	}
}

// isBlank reports whether there is nothing but white space (and a byte order mark) in the text.
func isBlank(text string) bool {
	return strings.TrimSpace(strings.TrimPrefix(text, bom)) == ""
}
