package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"sayso/extract/article"
)

// A record is one line of a dump. What it gives wins over what a page says of itself.
type record struct {
	ID    name    `json:"id"`
	Text  *string `json:"text"`
	HTML  *string `json:"html"`
	URL   string  `json:"url"`
	Title string  `json:"title"`
	Date  string  `json:"date"`
	Lang  string  `json:"lang"`
}

// A name is a string; a number passes for one, for many dumps count their articles.
type name string

// UnmarshalJSON reads a string, a number or null.
func (n *name) UnmarshalJSON(b []byte) error {
	var number json.Number
	if json.Unmarshal(b, &number) == nil && len(b) > 0 && b[0] != '"' {
		*n = name(number)
		return nil
	}
	if json.Unmarshal(b, (*string)(n)) != nil {
		return errors.New("id: expected a string or a number")
	}
	return nil
}

func readLine(line []byte) (article.Article, error) {
	if err := checkUTF8(line); err != nil {
		return article.Article{}, err
	}
	var r record
	if err := json.Unmarshal(line, &r); err != nil {
		return article.Article{}, explain(err)
	}
	return r.read()
}

// idOf is the id that a line gives its article; empty where it gives none, or cannot be read.
func idOf(line []byte) string {
	var r record
	if checkUTF8(line) != nil || json.Unmarshal(line, &r) != nil {
		return ""
	}
	return string(r.ID)
}

// read is the article of a record; where it cannot be read, its ID at least.
func (r *record) read() (article.Article, error) {
	a, err := r.article()
	if err != nil {
		return article.Article{ID: string(r.ID)}, err
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
	case !errors.As(err, &wrong):
		return err
	case wrong.Field == "":
		return fmt.Errorf("expected an object, found %s", kindName(wrong.Value))
	}
	return fmt.Errorf("%s: expected a string, found %s", wrong.Field, kindName(wrong.Value))
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
func (r *record) article() (article.Article, error) {
	switch {
	case r.Text != nil:
		if isBlank(*r.Text) {
			return article.Article{}, errors.New("text is empty")
		}
		return article.Article{Text: *r.Text}, nil
	case r.HTML == nil:
		return article.Article{}, errors.New(`neither "text" nor "html" in the object`)
	case isBlank(*r.HTML):
		return article.Article{}, errors.New("html is empty")
	}
	return Options{}.parse([]byte(*r.HTML), r.URL, "text/html; charset=utf-8")
}

// overrule puts what the record gives in the place of what was found.
func (r *record) overrule(a *article.Article) {
	a.ID = string(r.ID)
	if r.URL != "" {
		a.URL = r.URL
	}
	if r.Title != "" {
		a.Title = r.Title
	}
	if r.Lang != "" {
		a.Language = article.Hint{Code: r.Lang, From: "input"}
	}
	if r.Date == "" {
		return
	}
	if day, ok := day(r.Date); ok {
		a.Published = article.Published{Date: day, From: "input"}
	} else {
		a.Warnings = append(a.Warnings, fmt.Sprintf("date %q is not a day (YYYY-MM-DD): not used", r.Date))
	}
}

// day is the day of a date that may have a time of day behind it: "2025-07-15T08:00:00+02:00". The zone is the
// writer's: the day is as written.
func day(date string) (string, bool) {
	date = strings.TrimSpace(date)
	if len(date) > len(time.DateOnly) && strings.ContainsRune("T ", rune(date[len(time.DateOnly)])) {
		date = date[:len(time.DateOnly)]
	}
	_, err := time.Parse(time.DateOnly, date)
	return date, err == nil
}

// isBlank reports whether there is nothing but white space (and a byte order mark) in the text.
func isBlank(text string) bool {
	return strings.TrimSpace(strings.TrimPrefix(text, bom)) == ""
}
