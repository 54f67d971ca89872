// Package match compiles the rules of a pack into one automaton over classes of tokens and finds their matches in
// a text. A Grammar goes in once and gives a Program; a token.Text goes in and gives its matches. A Program is
// immutable and safe to share; scanning is linear in the text.
package match

import (
	"regexp"

	"sayso/rules/inflect"
	"sayso/rules/phrase"
	"sayso/rules/token"
)

// A Grammar is everything that a pack says, names resolved: what Compile takes.
type Grammar struct {
	Writing token.Writing
	Numbers Numbers
	Lists   []List
	// Inflected are the lists of lemmas, Signatures what their lemmas' forms end in.
	Inflected  []Inflected
	Signatures [][]inflect.Form
	Classes    []Class
	Phrases    []Phrase
	Rules      []Rule // in the order of definition: of two equal matches the earlier rule's wins
	Types      []Type
	Tiers      [][]string // types by the tier that their rules run in, see For; none are all of one tier
	Weights    []Weight
}

// Numbers is how a language writes numbers in words.
type Numbers struct {
	Joiner    string           // the word between parts: "et" in "vingt et un"; may be empty
	Point     string           // the word before decimals: "virgule" in "deux virgule cinq"; may be empty
	Vigesimal bool             // a smaller number before twenty multiplies it: quatre-vingt
	Words     map[string]int64 // word in lower case, without endings, to its value
}

// A List is a dictionary from values to the ways they are written. Its forms may hold words, endings,
// alternatives and optional parts, but no references.
type List struct {
	Name    string
	Entries []Entry
	// Names are the list's name files: any number of forms without syntax, matched from a hash table. Each is
	// tokenised as articles are; smart case applies.
	Names []NameFile
	// Accents tells that texts may leave accents of its forms out, some or all of them. A form that another is without its
	// accents keeps its own value.
	Accents bool
}

// An Entry is one form of a list and the value it stands for; in a list without values the value is empty.
type Entry struct {
	Value string
	Form  *phrase.Node
}

// A Class is a class of single tokens: those that the expression matches from end to end.
type Class struct {
	Name   string
	Regexp *regexp.Regexp
}

// A Phrase is a named part of phrases.
type Phrase struct {
	Name string
	Body *phrase.Node
}

// A Rule makes annotations of one type.
type Rule struct {
	Name   string // "<pack>.<rule>"
	Short  string // the name without its pack, as phrases refer to it
	Makes  string // a type's name
	Match  []*phrase.Node
	After  *phrase.Node // what must stand just before a match, or nil
	Before *phrase.Node // what must stand just after a match, or nil
	Except []*phrase.Node
	Set    []Constant // fields with a fixed value, sorted by name

	Confidence float64 // the measured share of its matches that are right, 0 where it was not measured; the matcher passes it on
}

// A Constant is a field with a fixed value.
type Constant struct{ Field, Value string }

// A Type is what the matcher needs to know of a type of annotation: its fields, and the group of types that
// exclude each other where they overlap (a type without a group excludes only itself).
type Type struct {
	Name   string
	Group  string
	Fields []string
}

// A Match is one place where a rule holds.
type Match struct {
	Rule   int // index into Grammar.Rules
	Tokens token.Range
	Fields []Field // in the order of the text, constants last
}

// A Field is one capture of a match.
type Field struct {
	Name   string
	Tokens token.Range // the tokens captured; empty for a constant; the words between the marks for <quoted>
	Value  string      // the value of the list entry, the number in plain decimal digits, or the source text
	Of     *Match      // the match of another rule that was captured, or nil

	inner token.Range // what stands between the marks, where a quotation was captured
}

// Field is the first capture of that name.
func (m *Match) Field(name string) (Field, bool) {
	for _, f := range m.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Value is the value of the first capture of that name, or empty.
func (m *Match) Value(name string) string {
	f, _ := m.Field(name)
	return f.Value
}
