package rules

import (
	"regexp"

	"sayso/rules/match"
	"sayso/rules/phrase"
)

// The kinds of things that a pack defines.
const (
	kindList   = "list"
	kindToken  = "token"
	kindPhrase = "phrase"
	kindRule   = "rule"

	kindInflection = "inflection"
)

// The modes of a definition: the sign before its name.
const (
	fresh   = ' ' // no sign: nothing of that name is inherited
	adds    = '+'
	replace = '='
)

// A def is what all definitions have in common.
type def struct {
	kind string
	name string
	mode byte
	key  text   // the key as written, with its sign
	pack string // the pack that defines it
}

func (d *def) base() *def { return d }

// A definition is a list, a token class or a phrase: what shares the names of <name>.
type definition interface{ base() *def }

// A sentence is a phrase as written and as parsed; its node is nil where it does not parse.
type sentence struct {
	text text
	node *phrase.Node
}

// A list is a list of a pack.
type list struct {
	def
	entries []entry
	names   []match.NameFile
	files   []*file // of the names
	accents bool    // its forms hold without their accents too
	lemmas  lemmas
}

// An entry is one form of a list.
type entry struct {
	value string
	form  sentence
}

// A class is a token class.
type class struct {
	def
	regexp *regexp.Regexp // nil where it does not compile
}

// A part is a named phrase; more than one body are alternatives.
type part struct {
	def
	bodies []sentence
}

// A rule is a rule as written.
type rule struct {
	def
	makes    text
	about    text
	status   text
	see      text
	was      []text
	match    []sentence
	after    []sentence // alternatives
	before   []sentence
	except   []sentence
	set      []pairText
	examples []Example
}

// full is the rule's name with its pack.
func (r *rule) full() string { return r.pack + "." + r.name }

// A pairText is a key and its text.
type pairText struct{ key, value text }

// A numeral is one line of the section numbers: a value and its words.
type numeral struct {
	value int64
	key   text
	words []sentence
}

// A source is one pack as written, before what it extends is added.
type source struct {
	folder
	header
	writing   map[string]setting
	joiner    text
	point     text
	vigesimal text
	numerals  []numeral
	defs      []definition
	rules     []*rule

	inflections []*inflection

	cut bool // a file could not be read: names may be missing

	confidence map[string]Count // by the rules' full names
	weights    []match.Weight   // of names, nil where the pack has none
}

// A setting is one key of the section writing.
type setting struct {
	key   text
	texts []text
	adds  bool // to what is inherited
}

// A header is what pack.yaml says of the pack.
type header struct {
	name, language, version, format   text
	license, about, extends, replaces text
	authors, disable                  []text
}
