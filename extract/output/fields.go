package output

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"

	"sayso/extract/document"
	"sayso/extract/source"
)

// Fields are some of the fields of a record.
type Fields struct {
	paths []string
	tree  *field
}

// A field is one of the record's, with those below it.
type field struct {
	name  string
	list  bool
	open  bool     // any name may stand below it
	below []*field // in the order of the record
	whole bool     // of Fields: it is wanted with all that is below it
}

// record is the tree of all fields of the record, which few runs need.
var record = sync.OnceValue(func() *field { return &field{below: fieldsOf(reflect.TypeFor[document.Document]())} })

// fieldsOf are the fields of a type of the record.
func fieldsOf(t reflect.Type) []*field {
	var all []*field
	for _, m := range document.Members(t) {
		one, inner := &field{name: m.Name}, m.Field.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			one.list = one.list || inner.Kind() == reflect.Slice
			inner = inner.Elem()
		}
		one.open = inner.Kind() == reflect.Map
		if inner.Kind() == reflect.Struct {
			one.below = fieldsOf(inner)
		}
		all = append(all, one)
	}
	return all
}

// FieldNames are the paths of all fields of a record, as money.stated.amount, in its order.
func FieldNames() []string {
	var all []string
	var walk func(prefix string, f *field)
	walk = func(prefix string, f *field) {
		for _, b := range f.below {
			all = append(all, prefix+b.name)
			walk(prefix+b.name+".", b)
		}
	}
	walk("", record())
	return all
}

// A FieldError tells of a path that leads to no field.
type FieldError struct {
	Path  string
	There []string // the fields that are there, where the path goes astray
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("there is no field %q; there are %s", e.Path, strings.Join(e.There, ", "))
}

// NewFields are the fields at those paths. The error is a *FieldError.
func NewFields(paths []string) (*Fields, error) {
	wanted := &Fields{tree: new(field)}
	for _, path := range paths {
		if err := wanted.add(path); err != nil {
			return nil, err
		}
	}
	return wanted, nil
}

// Has reports whether a field, or one below it, is wanted. No fields have none.
func (f *Fields) Has(name string) bool { return f != nil && child(f.tree, name) != nil }

func (f *Fields) add(path string) error {
	from, to, before := record(), f.tree, ""
	for name := range strings.SplitSeq(path, ".") {
		next := child(from, name)
		if next == nil {
			return &FieldError{path, namesBelow(before, from)}
		}
		kept := child(to, name)
		if kept == nil {
			kept = &field{name: name, list: next.list}
			to.below = append(to.below, kept)
		}
		from, to, before = next, kept, before+name+"."
	}
	to.whole = true
	f.paths = append(f.paths, path)
	return nil
}

func child(f *field, name string) *field {
	for _, b := range f.below {
		if b.name == name {
			return b
		}
	}
	if f.open && name != "" {
		return &field{name: name}
	}
	return nil
}

func namesBelow(prefix string, f *field) []string {
	var all []string
	for _, b := range f.below {
		all = append(all, prefix+b.name)
	}
	return all
}

// HasFields reports whether a format has fields that can be selected.
func HasFields(format string) bool { return selections[format] != nil }

// selections are the formats with fields.
var selections = map[string]func(io.Writer, *Fields) Writer{
	"jsonl": func(w io.Writer, f *Fields) Writer { return &selection{lines(w), f} },
	"json":  func(w io.Writer, f *Fields) Writer { return &selection{indented(w), f} },
	"csv":   func(w io.Writer, f *Fields) Writer { return &columnTable{out: inPieces(w), fields: f} },
}

// Select is a writer of those fields alone: of the objects of jsonl and json, or as the columns of csv, in the order named.
func Select(format string, w io.Writer, fields *Fields) (Writer, error) {
	if !HasFields(format) {
		return nil, fmt.Errorf("the format %s has no fields", format)
	}
	return selections[format](w, fields), nil
}

// A selection writes objects with some of their fields.
type selection struct {
	*jsonWriter
	fields *Fields
}

// Write writes one object and the end of its line.
func (s *selection) Write(d *document.Document) error {
	there := map[string]document.Part{}
	for _, p := range d.In(d.Schema) {
		there[p.Name] = p
	}
	mark := "{"
	for _, f := range s.fields.tree.below {
		if p, ok := there[f.name]; ok {
			fmt.Fprintf(s.into, "%s%q:", mark, f.name)
			mark = ","
			if err := s.part(p, f); err != nil {
				return err
			}
		}
	}
	fmt.Fprint(s.into, strings.TrimPrefix(mark, ",")+"}")
	s.out.WriteByte('\n')
	return s.out.Flush()
}

// part writes what is wanted of a field of the record: of a list an element after another.
func (s *selection) part(p document.Part, f *field) error {
	if f.whole {
		return p.Encode(s.into)
	}
	var b bytes.Buffer
	if !p.IsList() {
		raw, err := p.JSON()
		if err == nil {
			err = keep(&b, raw, f)
		}
		s.into.Write(b.Bytes())
		return err
	}
	b.WriteByte('[')
	for raw, err := range p.Items() {
		if err == nil {
			err = keep(&b, raw, f)
		}
		if err != nil {
			return err
		}
		s.into.Write(b.Bytes())
		b.Reset()
		b.WriteByte(',')
	}
	_, err := io.WriteString(s.into, strings.TrimPrefix(b.String(), ",")+"]")
	return err
}

// keep writes what is wanted of a JSON value.
func keep(b *bytes.Buffer, raw json.RawMessage, f *field) error {
	switch {
	case f.whole || raw[0] != '{' && raw[0] != '[':
		b.Write(raw)
		return nil
	case raw[0] == '[':
		return between(b, "[]", elements(raw), func(item json.RawMessage) error { return keep(b, item, f) })
	}
	var values map[string]json.RawMessage
	if err := json.Unmarshal(raw, &values); err != nil {
		return err
	}
	there := slices.DeleteFunc(slices.Clone(f.below), func(w *field) bool { return values[w.name] == nil })
	return between(b, "{}", there, func(w *field) error {
		fmt.Fprintf(b, "%q:", w.name)
		return keep(b, values[w.name], w)
	})
}

// between writes items with commas between them, in brackets.
func between[T any](b *bytes.Buffer, brackets string, items []T, write func(T) error) error {
	b.WriteByte(brackets[0])
	for i, item := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := write(item); err != nil {
			return err
		}
	}
	b.WriteByte(brackets[1])
	return nil
}

// A columnTable writes some fields as the columns of a table: a row for each element of the lists that they lie in (money,
// dates, …), the article's own fields in each; without such a list a row an article.
type columnTable struct {
	unended
	out    *bufio.Writer
	fields *Fields
	begun  bool
}

// Write writes the rows of one document.
func (t *columnTable) Write(d *document.Document) error {
	values, lists := map[string]json.RawMessage{}, map[string]document.Part{}
	for _, p := range d.In(d.Schema) {
		f := child(t.fields.tree, p.Name)
		if f != nil && f.list && !f.whole {
			lists[p.Name] = p
		} else if f != nil {
			raw, err := p.JSON()
			if err != nil {
				return err
			}
			values[p.Name] = raw
		}
	}
	for name, part := range map[string]string{"source": source.Name(d.Source), "published": text(d.Published.Date), "language": text(d.Language.Code)} {
		if slices.Contains(t.fields.paths, name) { // the object as such: its main part stands for it
			values[name], _ = marshal(part)
		}
	}
	c := csv.NewWriter(t.out)
	if !t.begun {
		c.Write(t.fields.paths)
		t.begun = true
	}
	if err := t.rows(c, values, lists); err != nil {
		return err
	}
	c.Flush()
	return t.out.Flush()
}

// rows writes the rows of an article.
func (t *columnTable) rows(c *csv.Writer, values map[string]json.RawMessage, lists map[string]document.Part) error {
	for _, f := range t.fields.tree.below {
		if list, ok := lists[f.name]; ok {
			for item, err := range list.Items() {
				if err != nil {
					return err
				}
				c.Write(disarmed(t.row(values, f.name, item)))
			}
		}
	}
	if !slices.ContainsFunc(t.fields.tree.below, func(f *field) bool { return f.list && !f.whole }) {
		c.Write(disarmed(t.row(values, "", nil)))
	}
	return nil
}

// row is the row of an element of a list. The fields of other lists are empty in it.
func (t *columnTable) row(values map[string]json.RawMessage, list string, item json.RawMessage) []string {
	var cells []string
	for _, path := range t.fields.paths {
		first, rest, deeper := strings.Cut(path, ".")
		switch {
		case first == list && deeper:
			cells = append(cells, cell(item, rest))
		case deeper && child(t.fields.tree, first).list:
			cells = append(cells, "")
		default:
			cells = append(cells, cell(values[first], rest))
		}
	}
	return cells
}

// cell is what a path leads to in a value: elements of a list are joined by "; ", objects are JSON.
func cell(value json.RawMessage, path string) string {
	switch {
	case len(value) == 0 || string(value) == "null":
		return ""
	case value[0] == '[':
		var parts []string
		for _, item := range elements(value) {
			parts = append(parts, cell(item, path))
		}
		return strings.Join(parts, "; ")
	case value[0] == '{' && path != "":
		var below map[string]json.RawMessage
		_ = json.Unmarshal(value, &below) // it was just made
		name, rest, _ := strings.Cut(path, ".")
		return cell(below[name], rest)
	case value[0] == '"':
		var s string
		_ = json.Unmarshal(value, &s)
		return s
	}
	return string(value)
}

// elements are those of a list.
func elements(value json.RawMessage) (items []json.RawMessage) {
	_ = json.Unmarshal(value, &items) // what is no list has none
	return items
}
