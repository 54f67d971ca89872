package rules

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sayso/rules/match"
	"sayso/rules/phrase"
	"sayso/rules/token"
)

// maxInstances is how many texts are written of a part before it is given up.
const maxInstances = 400

// An instancer writes texts for parts of a pack, from the words that its lists and examples hold. It is random with a fixed
// seed: the same pack gives the same texts.
type instancer struct {
	cover  *coverage
	random *rand.Rand
	lists  map[string][]string // a few forms of each list
	parts  map[string]*phrase.Node
	class  map[string]*regexp.Regexp
	vocab  []string            // of the examples
	made   map[string][]string // what examples give, by type and by rule
	leads  map[*phrase.Node]bool
	target *phrase.Node
	same   map[string]string // what references were written as in this text
	text   []string
}

// instance is a text that a rule reads otherwise without the part, the shortest of a few, or empty where none was found.
func (in *instancer) instance(part *phrase.Node) string {
	in.target, in.leads = part, map[*phrase.Node]bool{}
	var able []int
	for i := range in.cover.pack.Grammar.Rules {
		if slices.ContainsFunc(ruleNodes(&in.cover.pack.Grammar.Rules[i]), in.leadsTo) {
			able = append(able, i)
		}
	}
	if len(able) == 0 {
		return ""
	}
	mutant, done := in.cover.program.Without(part)
	defer done()
	best := ""
	for try, found := 0, 0; try < maxInstances && found < 4; try++ {
		rule := able[try%len(able)]
		text := in.write(&in.cover.pack.Grammar.Rules[rule])
		if t := (trial{pack: in.cover.pack, rule: rule, text: in.cover.program.Tokenise(text)}); !t.same(in.cover.program.Program, mutant) {
			if found++; best == "" || len(text) < len(best) {
				best = text
			}
		}
	}
	return best
}

// same reports whether two programs make the same of the rule; the trial stays as it is.
func (t trial) same(a, b *match.Program) bool {
	other := t
	t.find(a)
	other.find(b)
	return slices.EqualFunc(t.own, other.own, func(m, n *match.Match) bool {
		return m.Tokens == n.Tokens && slices.EqualFunc(m.Fields, n.Fields, func(f, g match.Field) bool {
			return f.Name == g.Name && f.Tokens == g.Tokens && f.Value == g.Value
		})
	})
}

// ruleNodes are the phrases of a rule.
func ruleNodes(r *match.Rule) []*phrase.Node {
	all := slices.Concat(r.Match, r.Except)
	for _, n := range []*phrase.Node{r.After, r.Before} {
		if n != nil {
			all = append(all, n)
		}
	}
	return all
}

// leadsTo reports whether the target is in a node, or in a phrase that it refers to.
func (in *instancer) leadsTo(n *phrase.Node) bool {
	leads, known := in.leads[n]
	if !known {
		part := in.parts[n.Name]
		leads = n == in.target || slices.ContainsFunc(n.Kids, in.leadsTo) || n.Op == phrase.Ref && part != nil && in.leadsTo(part)
		in.leads[n] = leads
	}
	return leads
}

// write is a text of a rule: its phrase with what must stand beside it; for an exception, the phrase and the exception run
// into each other where they share a word, or the exception alone.
func (in *instancer) write(r *match.Rule) string {
	clear(in.same)
	exception := slices.ContainsFunc(r.Except, in.leadsTo)
	text := in.words(in.choose(r.Match))
	if exception {
		other := in.words(in.choose(r.Except))
		if text = merged(text, other); text == nil || in.random.IntN(4) == 0 {
			text = other
		}
	}
	return strings.Join(slices.Concat(in.words(r.After), text, in.words(r.Before)), " ")
}

// words are a text of a node, word by word.
func (in *instancer) words(n *phrase.Node) []string {
	in.text = nil
	if n != nil {
		in.put(n)
	}
	return in.text
}

// merged is two texts laid over each other where they have a word in common and do not contradict each other beside it, or
// nil.
func merged(a, b []string) []string {
	for i := range a {
		for k := range b {
			if a[i] != b[k] {
				continue
			}
			left, right := longerEnd(a[:i], b[:k]), longerStart(a[i:], b[k:])
			if left != nil && right != nil {
				return slices.Concat(left, right)
			}
		}
	}
	return nil
}

// longerEnd is the longer of two texts where the other is its end, or nil.
func longerEnd(a, b []string) []string {
	if len(a) < len(b) {
		a, b = b, a
	}
	if slices.Equal(a[len(a)-len(b):], b) {
		return append([]string{}, a...)
	}
	return nil
}

// longerStart is the longer of two texts where the other is its start, or nil.
func longerStart(a, b []string) []string {
	if len(a) < len(b) {
		a, b = b, a
	}
	if slices.Equal(a[:len(b)], b) {
		return a
	}
	return nil
}

// choose is one of some nodes, such as lead to the target first.
func (in *instancer) choose(all []*phrase.Node) *phrase.Node {
	leading := slices.DeleteFunc(slices.Clone(all), func(n *phrase.Node) bool { return !in.leadsTo(n) })
	if len(leading) == 0 {
		leading = all
	}
	return leading[in.random.IntN(len(leading))]
}

// put writes a text of a node.
func (in *instancer) put(n *phrase.Node) {
	switch n.Op {
	case phrase.Word:
		in.text = append(in.text, n.Text)
	case phrase.Seq:
		for _, kid := range n.Kids {
			in.put(kid)
		}
	case phrase.Alt:
		in.put(in.choose(n.Kids))
	case phrase.Repeat:
		times := min(n.Min+in.random.IntN(2), n.Max)
		if in.leadsTo(n) {
			times = max(times, 1)
		}
		for range times {
			in.put(n.Kids[0])
		}
	case phrase.Ref:
		if part := in.parts[n.Name]; part != nil && !n.Not {
			in.put(part)
			return
		}
		word, known := in.same[n.Name]
		if !known || in.random.IntN(4) == 0 {
			word = in.pick(in.referred(n))
			in.same[n.Name] = word
		}
		in.text = append(in.text, word)
	}
}

func (in *instancer) pick(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[in.random.IntN(len(all))]
}

// referred are texts for a reference that is no phrase.
func (in *instancer) referred(n *phrase.Node) []string {
	if all := in.lists[n.Name]; all != nil && !n.Not {
		return all
	}
	if all := in.made[n.Name]; all != nil {
		return all
	}
	var all []string
	is := shapes[n.Name]
	if class := in.class[n.Name]; class != nil {
		is = class.MatchString
	}
	switch {
	case n.Name == "number":
		return []string{"2", "12", "40", "600"}
	case n.Name == "quoted":
		return []string{in.quotation()}
	case is == nil:
		is = shapes["word"]
	}
	for _, w := range in.vocab {
		if is(w) {
			all = append(all, w)
		}
	}
	in.made[n.Name] = all
	return all
}

// quotation is some words in the marks of the language.
func (in *instancer) quotation() string {
	quotes := in.cover.pack.Grammar.Writing.Quotes
	if len(quotes) == 0 {
		return ""
	}
	return quotes[0].Open + in.pick(in.vocab) + " " + in.pick(in.vocab) + quotes[0].Close
}

// shapes are the classes that need no definition, as far as texts are written for them.
var shapes = map[string]func(string) bool{
	"word": func(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0 },
	"any":  func(s string) bool { return s != "" },
	"mark": func(s string) bool {
		return strings.IndexFunc(s, unicode.IsLetter) < 0 && !unicode.IsDigit([]rune(s)[0])
	},
	"Capital": func(s string) bool {
		r := []rune(s)
		return len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1])
	},
	"capitals": func(s string) bool { return len(s) > 1 && strings.ToUpper(s) == s && unicode.IsUpper([]rune(s)[0]) },
	"mixed":    func(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) > 0 && unicode.IsUpper([]rune(s)[0]) },
}

// maxForms is how many forms of a list are known to an instancer.
const maxForms = 12

// instancer makes one from what the grammar and the examples hold.
func (c *coverage) instancer() *instancer {
	g := &c.pack.Grammar
	in := &instancer{
		cover: c, random: rand.New(rand.NewPCG(1, 2)), lists: map[string][]string{}, parts: map[string]*phrase.Node{},
		class: map[string]*regexp.Regexp{}, made: map[string][]string{}, same: map[string]string{},
	}
	for _, p := range g.Phrases {
		in.parts[p.Name] = p.Body
	}
	for _, k := range g.Classes {
		in.class[k.Name] = k.Regexp
	}
	for i := range g.Lists {
		in.lists[g.Lists[i].Name] = formsOf(&g.Lists[i])
	}
	for i := range g.Inflected {
		l := &g.Inflected[i]
		for _, v := range l.Views {
			for _, m := range l.Lemmas[:min(maxForms, len(l.Lemmas))] {
				in.lists[v.Name] = append(in.lists[v.Name], l.Forms(m, v, g.Signatures[m.Signature])...)
			}
		}
	}
	for i, rule := range c.pack.Rules {
		for _, e := range rule.Examples {
			for _, v := range e.Variants() {
				in.learn(i, c.program.Tokenise(v.Text))
			}
		}
	}
	return in
}

// formsOf are a few forms of a list.
func formsOf(l *match.List) []string {
	all := []string{}
	for _, e := range l.Entries {
		texts, _ := e.Form.Expand(maxExpanded)
		all = append(all, texts[:min(1, len(texts))]...)
	}
	for _, f := range l.Names {
		n := 0
		for _, name := range f.All {
			if n++; n > maxForms {
				break
			}
			all = append(all, name)
		}
	}
	return all
}

// learn takes in the words of an example and what it gives.
func (in *instancer) learn(rule int, t *token.Text) {
	for i := range t.Tokens {
		in.vocab = append(in.vocab, t.Word(i))
	}
	for _, m := range in.cover.program.Find(t) {
		r := &in.cover.pack.Grammar.Rules[m.Rule]
		text := t.Slice(m.Tokens)
		for _, name := range []string{r.Makes, r.Short} {
			if !slices.Contains(in.made[name], text) {
				in.made[name] = append(in.made[name], text)
			}
		}
	}
}
