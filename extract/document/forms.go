package document

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
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
	if form != FirstForm {
		err := encode(&b, reflect.ValueOf(v), false)
		return b.Bytes(), err
	}
	err := plain(&b, v)
	return b.Bytes(), err
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
func encode(b *bytes.Buffer, v reflect.Value, null bool) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			b.WriteString("null")
			return nil
		}
		return encode(b, v.Elem(), false)
	case reflect.Struct:
		return encodeObject(b, v)
	case reflect.Slice:
		return encodeList(b, v)
	case reflect.Map:
		return encodeMap(b, v)
	case reflect.String:
		encodeText(b, v, null)
		return nil
	case reflect.Int:
		b.Write(strconv.AppendInt(b.AvailableBuffer(), v.Int(), 10))
		return nil
	}
	if null && v.IsZero() && v.Kind() != reflect.Bool {
		b.WriteString("null")
		return nil
	}
	return plain(b, v.Interface())
}

func encodeObject(b *bytes.Buffer, v reflect.Value) error {
	for i, m := range Members(v.Type()) {
		b.WriteByte("{,"[min(i, 1)])
		b.WriteByte('"')
		b.WriteString(m.Name)
		b.WriteString(`":`)
		if err := encode(b, v.FieldByIndex(m.Field.Index), m.Null); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

func encodeList(b *bytes.Buffer, v reflect.Value) error {
	b.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encode(b, v.Index(i), false); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	return nil
}

// encodeMap adds a map from texts, in their order.
func encodeMap(b *bytes.Buffer, v reflect.Value) error {
	if v.Len() == 0 {
		b.WriteString("{}")
		return nil
	}
	return plain(b, v.Interface())
}

// encodeText adds a text, or a number that is kept as its digits.
func encodeText(b *bytes.Buffer, v reflect.Value, null bool) {
	s := v.String()
	switch {
	case s == "" && (null || v.Type() == number):
		b.WriteString("null")
	case v.Type() == number:
		b.WriteString(s)
	case isPlain(s):
		b.WriteByte('"')
		b.WriteString(s)
		b.WriteByte('"')
	default:
		_ = plain(b, s) // a text can always be written
	}
}

// isPlain reports whether a text stands in JSON as it is: printable ASCII without marks.
func isPlain(s string) bool {
	return !slices.ContainsFunc([]byte(s), func(c byte) bool { return c < ' ' || c > '~' || c == '"' || c == '\\' })
}
