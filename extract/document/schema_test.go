package document

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "rewrite the schema of the record")

// recordSources are the files whose types make up the record: their comments are the schema's descriptions.
var recordSources = []string{"document.go", "derived.go", "../article/article.go"}

// The schema of the record is the one that the types and their comments make.
func TestRecordSchemaIsMade(t *testing.T) {
	made, err := json.MarshalIndent(madeSchema(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	made = append(bytes.ReplaceAll(made, []byte(`\u003c`), []byte("<")), '\n')
	const kept = "record.schema.json"
	if *update {
		if err := os.WriteFile(kept, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if now, err := os.ReadFile(kept); err != nil || !bytes.Equal(now, made) {
		t.Errorf("%s is not what the types make (%v); make golden writes it", kept, err)
	}
}

// Every record of the test articles is of the schema, and a record with another field is not.
func TestRecordsAreOfTheSchema(t *testing.T) {
	body, err := jsonschema.UnmarshalJSON(bytes.NewReader(RecordSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.schema.json", body); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	records, _ := filepath.Glob("../../testdata/articles/*/*.json")
	if len(records) < 10 {
		t.Fatal(records)
	}
	var last map[string]any
	for _, name := range records {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if last = nil; json.Unmarshal(data, &last) != nil {
			t.Fatalf("%s is no record", name)
		}
		if err := schema.Validate(last); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	last["colour"] = "red"
	if schema.Validate(last) == nil {
		t.Error("a field of no type is let through")
	}
	delete(last, "colour")
	delete(last, "claims")
	if schema.Validate(last) == nil {
		t.Error("a record without claims is let through")
	}
}

// An ordered object is written with its keys in the order in which they were set.
type ordered struct {
	keys   []string
	values map[string]any
}

func (o *ordered) set(key string, value any) {
	if o.values == nil {
		o.values = map[string]any{}
	}
	if _, there := o.values[key]; !there {
		o.keys = append(o.keys, key)
	}
	o.values[key] = value
}

func (o *ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, k := range o.keys {
		b.WriteString(map[bool]string{true: "{", false: ","}[i == 0])
		key, _ := json.Marshal(k)
		value, err := json.Marshal(o.values[k])
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// object is an ordered object of those keys and values.
func object(pairs ...any) *ordered {
	o := new(ordered)
	for i := 0; i < len(pairs); i += 2 {
		o.set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// madeSchema is the schema that the types and their comments make.
func madeSchema(t *testing.T) *ordered {
	m := &maker{comments: comments(t), defs: new(ordered)}
	m.define(reflect.TypeFor[Document]())
	return object(
		"$schema", "https://json-schema.org/draft/2020-12/schema",
		"title", "A record of sayso: what one article claims",
		"$ref", "#/$defs/Document",
		"$defs", m.defs)
}

type maker struct {
	comments map[string]string // by type, and by type.field
	defs     *ordered
}

// define makes the definition of a type, once.
func (m *maker) define(t reflect.Type) *ordered {
	ref := object("$ref", "#/$defs/"+t.Name())
	if _, known := m.defs.values[t.Name()]; known {
		return ref
	}
	def := object("type", "object", "description", m.comments[t.Name()])
	m.defs.set(t.Name(), def)
	properties, required := new(ordered), []string{}
	for _, member := range Members(t) {
		f := member.Field
		property := m.property(f.Type)
		if kind := property.values["type"]; member.Null && (kind == "string" || kind == "number") {
			property.set("type", []any{kind, "null"})
		}
		if about := m.comments[declaring(t, f)+"."+f.Name]; about != "" {
			property.set("description", about)
		}
		properties.set(member.Name, property)
		required = append(required, member.Name)
	}
	def.set("properties", properties)
	def.set("required", required)
	def.set("additionalProperties", false)
	return ref
}

// declaring is the name of the type that a field stands in: an embedded one, or the type itself.
func declaring(t reflect.Type, f reflect.StructField) string {
	for _, i := range f.Index[:len(f.Index)-1] {
		t = t.Field(i).Type
	}
	return t.Name()
}

// property is the schema of a field's type.
func (m *maker) property(t reflect.Type) *ordered {
	if t == reflect.TypeFor[json.Number]() {
		return object("type", "number")
	}
	switch t.Kind() {
	case reflect.Pointer:
		if t.Elem().Kind() == reflect.Struct {
			return object("anyOf", []any{m.define(t.Elem()), object("type", "null")})
		}
		return object("type", []any{m.property(t.Elem()).values["type"], "null"})
	case reflect.Slice:
		return object("type", "array", "items", m.property(t.Elem()))
	case reflect.Map:
		return object("type", "object", "additionalProperties", m.property(t.Elem()))
	case reflect.Struct:
		return m.define(t)
	}
	return object("type", map[reflect.Kind]string{reflect.String: "string", reflect.Int: "integer", reflect.Float64: "number", reflect.Bool: "boolean"}[t.Kind()])
}

// comments are those of the types of the record and of their fields.
func comments(t *testing.T) map[string]string {
	all := map[string]string{}
	for _, name := range recordSources {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			d, ok := n.(*ast.GenDecl)
			if !ok || d.Tok != token.TYPE {
				return true
			}
			s := d.Specs[0].(*ast.TypeSpec)
			if all[s.Name.Name] != "" {
				return false // another package's type of that name
			}
			all[s.Name.Name] = strings.Join(strings.Fields(d.Doc.Text()), " ")
			if fields, ok := s.Type.(*ast.StructType); ok {
				for _, f := range fields.Fields.List {
					for _, field := range f.Names {
						all[s.Name.Name+"."+field.Name] = strings.TrimSpace(f.Comment.Text())
					}
				}
			}
			return false
		})
	}
	return all
}
