package compare

import (
	"slices"
	"strings"

	"sayso/extract/document"
)

// A voice is one who speaks in an article, with all the statements.
type voice struct {
	name   string
	entity int // of the document, or -1
	quotes []int
}

// voices are those who speak, in the order of the article.
func voices(all []saying) []voice {
	var found []voice
	for i, s := range all {
		if s.speaker == "" {
			continue
		}
		at := slices.IndexFunc(found, func(v voice) bool {
			return s.entity >= 0 && v.entity == s.entity || s.entity < 0 && v.entity < 0 && v.name == s.speaker
		})
		if at < 0 {
			at, found = len(found), append(found, voice{s.speaker, s.entity, nil})
		}
		found[at].quotes = append(found[at].quotes, i)
	}
	return found
}

// speakers are the items of those who speak: who is one person in both articles by name, else by what both have them say. A
// note tells where they say more in one.
func speakers(names pairing, s saidBoth) []Item {
	inA, inB := voices(s.a), voices(s.b)
	taken := make([]bool, len(inB))
	var items []placed
	for _, v := range inA {
		item := Item{Verdict: OnlyA, A: voiceSides(s.a, v)}
		if j := s.partner(v, inB, taken, names); j >= 0 {
			taken[j] = true
			item.Verdict, item.B = Same, voiceSides(s.b, inB[j])
			if len(item.A) != len(item.B) {
				item.Notes = []string{NoteCount}
			}
		}
		items = append(items, placed{s.a[v.quotes[0]].Start, item})
	}
	for j, v := range inB {
		if !taken[j] {
			items = append(items, placed{s.line.back(s.b[v.quotes[0]].Start), Item{Verdict: OnlyB, B: voiceSides(s.b, v)}})
		}
	}
	return inOrder(items)
}

// partner is the same voice in the other article, or -1.
func (s *saidBoth) partner(v voice, others []voice, taken []bool, names pairing) int {
	for _, is := range []func(o voice) bool{
		func(o voice) bool { return v.entity >= 0 && o.entity >= 0 && names.ofA[v.entity] == o.entity },
		func(o voice) bool { return (v.entity < 0 || o.entity < 0) && v.name == o.name },
		func(o voice) bool { return s.shares(v, o) },
		func(o voice) bool {
			return (v.entity < 0 || o.entity < 0) && alikeNames("", strings.Fields(v.name), strings.Fields(o.name))
		},
	} {
		for j, o := range others {
			if !taken[j] && is(o) {
				return j
			}
		}
	}
	return -1
}

// shares reports whether a statement of one voice is one of the other's, and may be by one.
func (s *saidBoth) shares(v, o voice) bool {
	return slices.ContainsFunc(v.quotes, func(i int) bool {
		j := s.ofA[i]
		return j >= 0 && slices.Contains(o.quotes, j) && !s.a[i].differs(s.b[j])
	})
}

// voiceSides are the statements of a voice: the words that name it at each, or else the statement.
func voiceSides(all []saying, v voice) []Side {
	var sides []Side
	for _, i := range v.quotes {
		q := all[i]
		place := quoteSide(q).Place
		if s := q.Speaker; s.Start != nil && s.End != nil && s.Text != nil {
			place = document.Place{Start: *s.Start, End: *s.End, Text: *s.Text}
		}
		sides = append(sides, Side{q.ID, q.Speaker.Name, place})
	}
	return sides
}
