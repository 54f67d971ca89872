package match

import (
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// A vocabulary is what the forms of the packs' lists and the literals of their phrases mean. A form in lower case
// stands for every case, a form with a capital for itself alone. Forms of several tokens are a trie whose steps are
// literals: a token has at most two, its form in lower case and its form as it stands.
type vocabulary struct {
	forms    index     // of one token
	meanings []meaning // by the numbers of forms
	steps    []branch  // a hash table, a power of two of them; one without a literal is free
	ends     []listing // by node of the trie, the lists that a form ending there belongs to
	listed   []listed
	values   string
}

// A meaning is what a form of one token is: a literal of its own, or 0, and a member of lists.
type meaning struct {
	literal class
	listing
}

// A listing is some of the vocabulary's listed.
type listing struct{ from, many uint32 }

// A listed is a form's membership in a list and the value that it has there.
type listed struct {
	class class
	value extent // in values
}

// An extent is a piece of some text or run.
type extent struct{ at, length uint32 }

func (e extent) of(text string) string { return text[e.at : e.at+e.length] }

// A branch is a step of the trie: from a node by a literal. The root is node 0.
type branch struct {
	node    int32
	literal class
	next    int32
}

// meaning is that of a form with that hash.
func (v *vocabulary) meaning(hash uint64, form string) meaning {
	if n := v.forms.one(hash, form); n >= 0 {
		return v.meanings[n]
	}
	return meaning{}
}

// lists are the lists of a listing.
func (v *vocabulary) lists(l listing) []listed { return v.listed[l.from : l.from+l.many] }

// value is that of a list within a listing.
func (v *vocabulary) value(l listing, list class) (string, bool) {
	for _, k := range v.lists(l) {
		if k.class == list {
			return k.value.of(v.values), true
		}
	}
	return "", false
}

// step is the node that a literal leads to, 0 where it leads nowhere.
func (v *vocabulary) step(node int32, literal class) int32 {
	if len(v.steps) == 0 {
		return 0
	}
	mask := uint64(len(v.steps) - 1)
	for at := join(uint64(node), uint64(literal)) & mask; v.steps[at].literal != 0; at = (at + 1) & mask {
		if b := &v.steps[at]; b.node == node && b.literal == literal {
			return b.next
		}
	}
	return 0
}

// A speller fills a vocabulary.
type speller struct {
	forms    *indexer
	literals []class    // by the numbers of forms
	members  [][]member // by the numbers of forms
	nodes    [][]member // of the trie
	steps    map[[2]int32]int32
}

// A member is a listed with its value.
type member struct {
	class class
	value string
}

func newSpeller() *speller {
	return &speller{forms: newIndexer(1<<12, 1<<15), nodes: make([][]member, 1), steps: map[[2]int32]int32{}}
}

// number is that of a form of one token.
func (s *speller) number(form string) int32 {
	if token.HasUpper(form) {
		form = token.Exact(form)
	} else {
		form = token.Fold(form)
	}
	n, fresh := s.forms.add(form)
	if fresh {
		s.literals, s.members = append(s.literals, 0), append(s.members, nil)
	}
	return n
}

// add puts a form of one token into a list. The first value of a form stays.
func (s *speller) add(form string, m member) {
	n := s.number(form)
	s.members[n] = with(s.members[n], m)
}

// addLong puts a form of several tokens into a list.
func (s *speller) addLong(literals []class, m member) {
	at := int32(0)
	for _, c := range literals {
		next, ok := s.steps[[2]int32{at, c}]
		if !ok {
			next = int32(len(s.nodes))
			s.nodes = append(s.nodes, nil)
			s.steps[[2]int32{at, c}] = next
		}
		at = next
	}
	s.nodes[at] = with(s.nodes[at], m)
}

func with(all []member, m member) []member {
	for _, have := range all {
		if have.class == m.class {
			return all
		}
	}
	return append(all, m)
}

// done is the vocabulary.
func (s *speller) done() vocabulary {
	v := vocabulary{forms: s.forms.done()}
	values := newIndexer(1<<10, 1<<13)
	listing := func(all []member) listing {
		l := listing{uint32(len(v.listed)), uint32(len(all))}
		for _, m := range all {
			n, _ := values.add(m.value)
			v.listed = append(v.listed, listed{m.class, extent{values.ends[n], values.ends[n+1] - values.ends[n]}})
		}
		return l
	}
	for n, literal := range s.literals {
		v.meanings = append(v.meanings, meaning{literal, listing(s.members[n])})
	}
	for _, all := range s.nodes {
		v.ends = append(v.ends, listing(all))
	}
	v.values = values.done().text
	v.plant(s.steps)
	return v
}

// plant makes the trie's table, in the order of its nodes, so that the same pack gives the same bytes.
func (v *vocabulary) plant(steps map[[2]int32]int32) {
	into := make([]branch, len(steps))
	for from, next := range steps {
		into[next-1] = branch{from[0], from[1], next}
	}
	size := 16
	for size < 2*len(into) {
		size *= 2
	}
	v.steps = make([]branch, size)
	mask := uint64(size - 1)
	for _, b := range into {
		at := join(uint64(b.node), uint64(b.literal)) & mask
		for ; v.steps[at].literal != 0; at = (at + 1) & mask {
		}
		v.steps[at] = b
	}
}

// formEdges lays the forms of several tokens that begin at token i.
func (s *scan) formEdges(i int) { s.follow(0, i, i) }

// follow goes on from a node of the trie over the token at.
func (s *scan) follow(node int32, start, at int) {
	if at >= len(s.tokens) || at > start && s.beginsSentence(at) {
		return
	}
	if at == start+1 && s.apart(start) {
		return
	}
	w := s.word(at)
	for _, m := range w.meanings {
		next := int32(0)
		if m.literal != 0 {
			next = s.vocabulary.step(node, m.literal)
		}
		if next == 0 {
			continue
		}
		for _, l := range s.vocabulary.lists(s.vocabulary.ends[next]) {
			s.lay(start, edge{end: at + 1, set: s.single(l.class), inner: rangeOf(start, at+1), value: l.value.of(s.vocabulary.values), bound: true})
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
