package match

import (
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// A trie holds the forms of several tokens that stand in the packs' lists. Its steps are literals: a token has at
// most two, its form in lower case and its form as it stands.
type trie struct {
	steps map[branch]int32 // from a node by a literal; the root is node 0
	ends  [][]listed       // by node, the lists that a form ending there belongs to
}

type branch struct{ node, literal int32 }

// A listed is a form's membership in a list and the value that it has there.
type listed struct {
	class class
	value string
}

func newTrie() trie { return trie{steps: map[branch]int32{}, ends: make([][]listed, 1)} }

// add puts a form into a list. The first value of a form stays.
func (t *trie) add(literals []class, l listed) {
	at := int32(0)
	for _, c := range literals {
		next, ok := t.steps[branch{at, c}]
		if !ok {
			next = int32(len(t.ends))
			t.ends = append(t.ends, nil)
			t.steps[branch{at, c}] = next
		}
		at = next
	}
	for _, have := range t.ends[at] {
		if have.class == l.class {
			return
		}
	}
	t.ends[at] = append(t.ends[at], l)
}

// formEdges lays the forms of several tokens that begin at token i.
func (s *scan) formEdges(i int) {
	s.follow(0, i, i)
}

// follow goes on from a node of the trie over the token at.
func (s *scan) follow(node int32, start, at int) {
	if at >= len(s.tokens) || at > start && s.beginsSentence(at) {
		return
	}
	if at == start+1 && s.apart(start) {
		return
	}
	w := s.word(at)
	for k, literal := range w.literals {
		if literal == 0 || k == 1 && literal == w.literals[0] {
			continue
		}
		next, ok := s.trie.steps[branch{node, literal}]
		if !ok {
			continue
		}
		for _, l := range s.trie.ends[next] {
			s.lay(start, edge{end: at + 1, set: s.single(l.class), inner: rangeOf(start, at+1), value: l.value, bound: true})
		}
		s.follow(next, start, at+1)
	}
}

// apart reports whether a lone letter stands before a currency's sign with space between: "A $5 fine" is no A$5.
func (s *scan) apart(i int) bool {
	t := s.text
	if t.Tokens[i].Kind != token.Word || t.Tokens[i+1].Glued || len(t.Word(i)) != 1 {
		return false
	}
	sign, _ := utf8.DecodeRuneInString(t.Word(i + 1))
	return unicode.Is(unicode.Sc, sign)
}
