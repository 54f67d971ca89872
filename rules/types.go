// Package rules finds, loads, checks, extends and tests rule packs. Folders of YAML go in, a checked Pack with its
// compiled Program comes out, or all of its mistakes at once, each with its place. The package knows no type of
// annotation: they come in as a table.
package rules

import (
	"sayso/rules/match"
	"sayso/rules/token"
)

// A Type is a type of annotation that rules may make.
type Type struct {
	match.Type
	// About says in one line what the type is.
	About string
	// Value gives what a match means by itself, property by property, in the forms that examples are
	// written in: "text" is the annotation's own text, the others as the type's documentation says. A
	// property of a nested match is named with a dot ("from.currency").
	Value func(t *token.Text, m *match.Match) map[string]string
	// Properties are the keys that Value gives besides the fields.
	Properties []string
	// Expect says what a field takes instead of a value, in a word or two; empty where it takes that value. Nil takes
	// everything.
	Expect func(field, value string) string
}
