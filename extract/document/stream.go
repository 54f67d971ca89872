package document

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"reflect"
	"strings"
)

// A Part is a field of a record as a form has it. Its value is made JSON piece by piece, so that no long list is held as JSON.
type Part struct {
	Name  string
	value reflect.Value
	null  bool // an empty value is null
	form  int
}

// In is the fields of the record that a form has, in its order.
func (d *Document) In(form int) []Part {
	v := reflect.ValueOf(d).Elem()
	if form == FirstForm {
		return firstParts(v)
	}
	var all []Part
	for _, m := range Members(v.Type()) {
		all = append(all, Part{m.Name, v.FieldByIndex(m.Field.Index), m.Null, form})
	}
	return all
}

// firstParts are the fields of a struct that the first form has: those that are empty may be left out.
func firstParts(v reflect.Value) (all []Part) {
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		value := v.FieldByIndex(f.Index)
		isEmpty := value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0
		if name != "-" && !(option == "omitempty" && isEmpty) {
			all = append(all, Part{name, value, false, FirstForm})
		}
	}
	return all
}

// IsList reports whether the field is a list of objects.
func (p Part) IsList() bool {
	return p.value.Kind() == reflect.Slice && p.value.Type().Elem().Kind() == reflect.Struct
}

// Items are the elements of a list, each as JSON that is good until the next.
func (p Part) Items() iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		var b encoder
		for i := range p.value.Len() {
			b.Reset()
			err := b.one(Part{value: p.value.Index(i), form: p.form})
			if !yield(b.Bytes(), err) {
				return
			}
		}
	}
}

// JSON is the whole value.
func (p Part) JSON() (json.RawMessage, error) {
	var b bytes.Buffer
	err := p.Encode(&b)
	return b.Bytes(), err
}

// Encode writes the value in pieces.
func (p Part) Encode(w io.Writer) error {
	e := &encoder{out: w}
	if err := e.part(p); err != nil {
		return err
	}
	_, err := e.WriteTo(w)
	return err
}

// part adds a value; the elements of a list, where it is one, one after another.
func (e *encoder) part(p Part) error {
	if !p.IsList() || p.value.IsNil() {
		return e.one(p)
	}
	return e.elements(p.value, func(v reflect.Value) error { return e.one(Part{value: v, form: p.form}) })
}

// one adds a value at once.
func (e *encoder) one(p Part) error {
	if p.form == FirstForm {
		return plain(&e.Buffer, p.value.Interface())
	}
	return e.encode(p.value, p.null)
}

// first adds a record in the first form.
func (e *encoder) first(d *Document) error {
	for i, p := range d.In(FirstForm) {
		e.WriteByte("{,"[min(i, 1)])
		e.WriteByte('"')
		e.WriteString(p.Name)
		e.WriteString(`":`)
		if err := e.part(p); err != nil {
			return err
		}
	}
	e.WriteByte('}')
	return nil
}
