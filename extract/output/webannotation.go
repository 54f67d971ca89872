package output

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"

	"sayso/extract/document"
)

// webAnnotations writes every annotation as the Web Annotation Data Model of the W3C has it
// (https://www.w3.org/TR/annotation-model/), an object a line: its places by their offsets in code points and by their
// words with those around them, what it is as a tag, and its record as JSON.
type webAnnotations struct {
	unended
	out *bufio.Writer
}

func newWebAnnotations(w io.Writer, _ Terminal) Writer { return &webAnnotations{out: inPieces(w)} }

type webAnnotation struct {
	Context    string      `json:"@context"`
	ID         string      `json:"id"`
	Type       string      `json:"type"`
	Motivation string      `json:"motivation"`
	Body       []webBody   `json:"body"`
	Target     []webTarget `json:"target"`
}

type webBody struct {
	Type     string `json:"type"`
	Purpose  string `json:"purpose"`
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
	Value    string `json:"value"`
}

type webTarget struct {
	Source   string        `json:"source"`
	Selector []webSelector `json:"selector"`
}

// A webSelector is one of the two kinds; the fields of the other one are nil.
type webSelector struct {
	Type   string  `json:"type"`
	Start  *int    `json:"start,omitempty"`
	End    *int    `json:"end,omitempty"`
	Exact  *string `json:"exact,omitempty"`
	Prefix *string `json:"prefix,omitempty"`
	Suffix *string `json:"suffix,omitempty"`
}

// around is how many code points before and after its words a selector quotes.
const around = 32

// Write writes the annotations of one document.
func (w *webAnnotations) Write(d *document.Document) error {
	a := annotator{doc: d, source: sourceOf(d), out: w.out}
	if d.Text != nil {
		a.text = []rune(*d.Text)
	}
	for i := range d.Entities {
		e := &d.Entities[i]
		a.add("identifying", e.ID, e.Type, e.Name, e, mentionPlaces(e)...)
	}
	for i := range d.Money {
		a.add("tagging", d.Money[i].ID, "money", d.Money[i].Text, &d.Money[i], d.Money[i].Place)
	}
	for i := range d.Dates {
		a.add("tagging", d.Dates[i].ID, "date", d.Dates[i].Value, &d.Dates[i], d.Dates[i].Place)
	}
	for i := range d.Quotes {
		a.add("describing", d.Quotes[i].ID, "quote", speakerName(&d.Quotes[i]), &d.Quotes[i], d.Quotes[i].Content...)
	}
	for i := range d.Claims {
		a.add("highlighting", d.Claims[i].ID, "claim", "", &d.Claims[i], d.Claims[i].Place)
	}
	if a.err != nil {
		return a.err
	}
	return w.out.Flush()
}

// sourceOf is the address of an article, or a name made of its id where it has none.
func sourceOf(d *document.Document) string {
	if d.URL != nil {
		return *d.URL
	}
	return "urn:sayso:" + url.PathEscape(d.ID)
}

func mentionPlaces(e *document.Entity) []document.Place {
	var all []document.Place
	for _, m := range e.Mentions {
		all = append(all, m.Place)
	}
	return all
}

func speakerName(q *document.Quote) string {
	if q.Speaker == nil {
		return ""
	}
	return q.Speaker.Name
}

// An annotator writes the annotations of one document. After an error it writes nothing more.
type annotator struct {
	doc    *document.Document
	source string
	text   []rune
	out    *bufio.Writer
	err    error
}

// add writes one annotation: what it is, what it stands for if that is known, its record and its places.
func (a *annotator) add(motivation, id, kind, label string, record any, places ...document.Place) {
	if a.err != nil || len(places) == 0 {
		return
	}
	data, err := json.Marshal(record)
	if err != nil {
		a.err = fmt.Errorf("%s: %w", id, err)
		return
	}
	w := webAnnotation{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: "urn:sayso:" + url.PathEscape(a.doc.ID) + ":" + id, Type: "Annotation", Motivation: motivation,
		Body: []webBody{{"TextualBody", "tagging", "text/plain", "", kind}},
	}
	if label != "" {
		w.Body = append(w.Body, webBody{"TextualBody", "identifying", "text/plain", value(a.doc.Language.Code), label})
	}
	w.Body = append(w.Body, webBody{"TextualBody", "describing", "application/json", "", string(data)})
	for _, p := range places {
		w.Target = append(w.Target, a.target(p))
	}
	a.err = encodeLine(a.out, w, document.FirstForm)
}

// target is one place, by its offsets and by its words.
func (a *annotator) target(p document.Place) webTarget {
	quote := webSelector{Type: "TextQuoteSelector", Exact: &p.Text}
	if p.End <= len(a.text) {
		prefix, suffix := string(a.text[max(0, p.Start-around):p.Start]), string(a.text[p.End:min(len(a.text), p.End+around)])
		quote.Prefix, quote.Suffix = &prefix, &suffix
	}
	return webTarget{a.source, []webSelector{{Type: "TextPositionSelector", Start: &p.Start, End: &p.End}, quote}}
}
