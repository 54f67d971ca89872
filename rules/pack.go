package rules

import (
	"fmt"
	"sync"

	"sayso/rules/match"
)

// A Pack is a rule pack with all that it inherits, checked. It is immutable and safe to share.
type Pack struct {
	Name     string
	Language string // BCP 47; "und" is any language
	Version  string
	License  string // SPDX
	About    string
	Authors  []string
	Extends  string // the pack that it builds on, or empty
	Dir      string // where it stands, as messages show it
	Embedded bool   // part of the program
	Rules    []*Rule
	Grammar  match.Grammar // Grammar.Rules are Rules, in the same order

	scope   *scope
	types   map[string]Type
	once    sync.Once
	program *match.Program
	err     error
}

// A Rule is a rule of a pack or of one that it extends.
type Rule struct {
	Name     string // "<pack>.<rule>"
	Short    string
	Makes    string // the type of what it makes
	About    string
	Status   string // "", "trial" or "deprecated"
	See      string
	Was      []string // names that it had before
	Match    []string // its phrases as written
	After    []string // alternatives
	Before   []string // alternatives
	Except   []string
	Set      []match.Constant
	Examples []Example
	Measured Count // on gold; zero where it was not
	Pos      Pos
}

// programOf is the program of the rules that some types need, of all rules where none is named.
func (p *Pack) programOf(tiers [][]string) (*match.Program, error) {
	if len(tiers) == 0 {
		return p.Program()
	}
	program, err := match.Compile(p.Grammar.For(tiers...))
	if err != nil {
		return nil, fmt.Errorf("pack %s: %w", p.Name, err)
	}
	return program, nil
}

// Program is the pack's compiled grammar. It is compiled on the first call.
func (p *Pack) Program() (*match.Program, error) {
	p.once.Do(func() {
		p.program, p.err = match.Compile(p.Grammar)
		if p.err != nil {
			p.err = fmt.Errorf("pack %s: %w", p.Name, p.err)
		}
	})
	return p.program, p.err
}

// A Form is one way to write a value of a list.
type Form struct{ Value, Text string }

// maxExpanded is how many texts one form of a list is written out to.
const maxExpanded = 1000

// Forms is every text that a list stands for; nil where there is no such list.
func (p *Pack) Forms(list string) []Form {
	for _, l := range p.Grammar.Lists {
		if l.Name == list && len(l.Entries)+len(l.Names) > 0 {
			return Forms(l)
		}
	}
	return p.scope.inflectedForms(list)
}

// Forms is every text that a list stands for: endings, alternatives and optional words written out, those of name files
// last. A form that stands for more than 1000 texts is left out.
func Forms(l match.List) []Form {
	var all []Form
	for _, e := range l.Entries {
		texts, _ := e.Form.Expand(maxExpanded)
		for _, t := range texts {
			all = append(all, Form{e.Value, t})
		}
	}
	for _, f := range l.Names {
		for value, form := range f.All {
			all = append(all, Form{value, form})
		}
	}
	return all
}

// Rule is the rule of that name, with or without its pack; nil where there is none.
func (p *Pack) Rule(name string) *Rule {
	for _, r := range p.Rules {
		if r.Name == name || r.Short == name {
			return r
		}
	}
	return nil
}

// exported is the rule as users of the package see it.
func (r *rule) exported() *Rule {
	return &Rule{
		Name: r.full(), Short: r.name, Makes: r.makes.value, About: r.about.value, Status: r.status.value, See: r.see.value,
		Was: values(r.was), Match: written(r.match), After: written(r.after), Before: written(r.before),
		Except: written(r.except), Set: r.compiled().Set, Examples: r.examples, Pos: r.key.pos(),
	}
}

// values is the texts without their places.
func values(texts []text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.value)
	}
	return all
}

// pack is the scope as users of the package see it; src is the pack on top.
func (s *scope) pack(src *source) *Pack {
	p := &Pack{
		Name: src.name.value, Language: src.language.value, Version: src.version.value, License: src.license.value,
		About: src.about.value, Authors: values(src.authors), Extends: src.extends.value,
		Dir: src.dir, Embedded: src.built, Grammar: s.grammar(), scope: s, types: map[string]Type{},
	}
	for _, r := range s.rules {
		shown := r.exported()
		shown.Measured = s.confidence[shown.Name]
		p.Rules = append(p.Rules, shown)
	}
	for _, t := range s.types {
		p.types[t.Name] = t
	}
	return p
}
