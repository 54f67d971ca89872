package document

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The forms of the record, by their numbers. In the first one a field that does not apply is left out, the record's claims name
// their speakers by ids alone, and statements do not say what they hold. In the second every field is always there.
const (
	FirstForm = 1
	Schema    = 2 // the form that is written unless another one is asked for
)

// Forms are the numbers of the forms that can be written.
var Forms = []int{FirstForm, Schema}

// Marshal is a value of the record, or one made of such values, as JSON in a form. Signs stand as they are. In the second form a
// text or number that is unknown or does not apply is null, a list that holds nothing is [], and no field is left out.
func Marshal(v any, form int) ([]byte, error) {
	var b bytes.Buffer
	err := Encode(&b, v, form)
	return b.Bytes(), err
}

// pieceSize is how many bytes are gathered before they are written on.
const pieceSize = 32 << 10

// Encode writes what Marshal makes, in pieces, so that no long value is held a second time as JSON.
func Encode(w io.Writer, v any, form int) error {
	e := encoders.Get().(*encoder)
	e.out = w
	defer e.giveBack()
	var err error
	if d, isRecord := v.(*Document); isRecord && form == FirstForm {
		err = e.first(d)
	} else {
		err = e.one(Part{value: reflect.ValueOf(v), form: form})
	}
	if err == nil {
		_, err = w.Write(e.Bytes())
	}
	return err
}

// encoders are those that nobody uses, with their memory.
var encoders = sync.Pool{New: func() any { return new(encoder) }}

func (e *encoder) giveBack() {
	if e.out = nil; e.Cap() <= 4*pieceSize { // one that a long value has grown is not kept
		e.Reset()
		encoders.Put(e)
	}
}

// An encoder holds the piece that is being made. A piece ends between two elements of a list.
type encoder struct {
	bytes.Buffer
	out io.Writer // nil where all is gathered
}

// plain adds a value as it stands in JSON.
func plain(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	b.Truncate(len(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
	return err
}

// A Member is a field of an object of the record, as the second form has it.
type Member struct {
	Name  string
	Field reflect.StructField
	Null  bool // an empty value is null
}

var members sync.Map // by type

// Members are the fields of a type of the record in their order, those of embedded types among them. What only the
// second form has is tagged record:"name", what it lacks record:"-".
func Members(t reflect.Type) []Member {
	if known, ok := members.Load(t); ok {
		return known.([]Member)
	}
	var all []Member
	for _, f := range reflect.VisibleFields(t) {
		tag, second := f.Tag.Lookup("record")
		if !second {
			tag = f.Tag.Get("json")
		}
		name, option, _ := strings.Cut(tag, ",")
		if !f.Anonymous && name != "" && name != "-" {
			all = append(all, Member{name, f, option == "omitempty" || option == "null"})
		}
	}
	members.Store(t, all)
	return all
}

var number = reflect.TypeFor[json.Number]()

// encode adds a value in the second form; one that may be null is null where it is empty.
func (e *encoder) encode(v reflect.Value, null bool) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			e.WriteString("null")
			return nil
		}
		return e.encode(v.Elem(), false)
	case reflect.Struct:
		return e.object(v)
	case reflect.Slice:
		return e.list(v)
	case reflect.Map:
		return e.table(v)
	case reflect.String:
		e.text(v, null)
		return nil
	case reflect.Int:
		e.Write(strconv.AppendInt(e.AvailableBuffer(), v.Int(), 10))
		return nil
	case reflect.Bool:
		e.WriteString(strconv.FormatBool(v.Bool()))
		return nil
	}
	if null && v.IsZero() {
		e.WriteString("null")
		return nil
	}
	if f := v; f.Kind() == reflect.Float64 && (f.IsZero() || math.Abs(f.Float()) >= 1e-6 && math.Abs(f.Float()) < 1e21) {
		e.Write(strconv.AppendFloat(e.AvailableBuffer(), f.Float(), 'f', -1, 64))
		return nil
	}
	return plain(&e.Buffer, v.Interface())
}

func (e *encoder) object(v reflect.Value) error {
	for i, m := range Members(v.Type()) {
		e.WriteByte("{,"[min(i, 1)])
		e.WriteByte('"')
		e.WriteString(m.Name)
		e.WriteString(`":`)
		if err := e.encode(v.FieldByIndex(m.Field.Index), m.Null); err != nil {
			return err
		}
	}
	e.WriteByte('}')
	return nil
}

func (e *encoder) list(v reflect.Value) error {
	return e.elements(v, func(one reflect.Value) error { return e.encode(one, false) })
}

// elements adds a list, each element by a function, and writes on what has been gathered.
func (e *encoder) elements(v reflect.Value, add func(reflect.Value) error) error {
	e.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			e.WriteByte(',')
		}
		if err := add(v.Index(i)); err != nil {
			return err
		}
		if e.out != nil && e.Len() >= pieceSize {
			if _, err := e.WriteTo(e.out); err != nil {
				return err
			}
		}
	}
	e.WriteByte(']')
	return nil
}

// table adds a map from texts, in their order.
func (e *encoder) table(v reflect.Value) error {
	if v.Len() == 0 {
		e.WriteString("{}")
		return nil
	}
	return plain(&e.Buffer, v.Interface())
}

// text adds a text, or a number that is kept as its digits.
func (e *encoder) text(v reflect.Value, null bool) {
	s := v.String()
	switch {
	case s == "" && (null || v.Type() == number):
		e.WriteString("null")
	case v.Type() == number:
		e.WriteString(s)
	case isPlain(s):
		e.WriteByte('"')
		e.WriteString(s)
		e.WriteByte('"')
	default:
		_ = plain(&e.Buffer, s) // a text can always be written
	}
}

// isPlain reports whether a text stands in JSON as it is: without controls, marks, line ends and bytes that are no UTF-8.
func isPlain(s string) bool {
	wide := false
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c == '"' || c == '\\':
			return false
		case c > '~':
			wide = true
		}
	}
	return !wide || utf8.ValidString(s) && !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029")
}

// IsInFirst reports whether records of the first form have the field at a path, as money.amount.
func IsInFirst(path string) bool {
	t := reflect.TypeFor[Document]()
	for name := range strings.SplitSeq(path, ".") {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return t.Kind() == reflect.Map
		}
		i := slices.IndexFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return !f.Anonymous && tag == name
		})
		if i < 0 {
			return false
		}
		t = reflect.VisibleFields(t)[i].Type
	}
	return true
}
