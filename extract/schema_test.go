package extract

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"sayso/rules"
)

// packSchema is what the first line of the embedded packs' files names.
const packSchema = "../rules/pack.schema.json"

// The schema that editors read is the one that the table of types makes.
func TestPackSchemaIsMade(t *testing.T) {
	made, err := rules.Schema(Types())
	if err != nil {
		t.Fatal(err)
	}
	made = append(made, '\n')
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(packSchema, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(packSchema)
	if err != nil || !bytes.Equal(kept, made) {
		t.Errorf("%s is not what the types make (%v); make golden writes it", packSchema, err)
	}
}

// Every file of a pack is of that schema, and names it.
func TestPacksAreOfTheSchema(t *testing.T) {
	schema := compiledSchema(t)
	files, _ := filepath.Glob("../rules/*/*.yaml")
	more, _ := filepath.Glob(packs + "/*/*.yaml")
	if len(files) < 15 || len(more) == 0 {
		t.Fatal(files, more)
	}
	for _, name := range append(files, more...) {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if base := filepath.Base(name); base == "confidence.yaml" || base == "weights.yaml" || strings.Contains(name, "testdata/broken") {
			continue
		}
		if err := schema.Validate(decoded(t, body)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if first, _, _ := strings.Cut(string(body), "\n"); !strings.Contains(name, "testdata") && first != "# yaml-language-server: $schema=../pack.schema.json" {
			t.Errorf("%s does not name its schema", name)
		}
	}
}

// What the loader refuses for its shape, the schema refuses too.
func TestSchemaRefuses(t *testing.T) {
	schema := compiledSchema(t)
	for about, body := range map[string]string{
		"an unknown key":        "pack: p\nlanguage: fr\nlits: {a: [b]}\n",
		"a name in capitals":    "lists: {Town: [Lyon]}\n",
		"an unknown type":       "rules: {r: {makes: mony, match: x}}\n",
		"a field of no type":    "rules: {r: {makes: money, match: x, set: {montant: 1}}}\n",
		"a phrase that is none": "rules: {r: {makes: money, match: [{x: y}]}}\n",
		"an example":            "rules: {r: {makes: money, match: x, examples: {x: none}}}\n",
		"a token class":         "tokens: {year: '\\d{4}'}\n",
		"a version":             "pack: p\nlanguage: fr\nversion: one\n",
		"a status":              "rules: {r: {makes: money, match: x, status: old}}\n",
	} {
		if schema.Validate(decoded(t, []byte(body))) == nil {
			t.Errorf("%s is let through: %s", about, body)
		}
	}
}

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	made, err := rules.Schema(Types())
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("pack.schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("pack.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// decoded is YAML as JSON has it: every key is a string.
func decoded(t *testing.T, body []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(body, &v); err != nil {
		t.Fatal(err)
	}
	return asJSON(v)
}

func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = asJSON(v[k])
		}
		return v
	case map[any]any:
		m := map[string]any{}
		for k := range v {
			m[fmt.Sprint(k)] = asJSON(v[k])
		}
		return m
	case []any:
		for i := range v {
			v[i] = asJSON(v[i])
		}
	}
	return v
}
