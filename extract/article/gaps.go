package article

import "strings"

// enoughToFill is how many bytes a sentence has that may fill a gap.
const enoughToFill = 60

// filled is the article with the sentences that a place which the page marks has between those that were kept, and the
// headings above them.
func filled(best, place []piece) []piece {
	if len(best) < 2 || len(place) < len(best) && weight(place) <= weight(best) || len(best)+len(place) > maxCompared {
		return best
	}
	kept := map[string]int{} // the index of a kept piece by its letters
	for i, p := range best {
		kept[letters(p.text)] = i
	}
	var out []piece
	last := -1      // the index of the last kept piece that the place has too
	var gap []piece // what the place has since then
	for _, p := range place {
		at, same := kept[letters(p.text)]
		switch {
		case !same:
			gap = append(gap, p)
		case at > last:
			out = append(out, best[last+1:at]...)
			if last >= 0 {
				out = append(out, fillers(gap, best[last+1:at])...)
			}
			out = append(out, best[at])
			last, gap = at, nil
		}
	}
	return append(out, best[last+1:]...)
}

// fillers are the pieces of a gap that are text: sentences that are not said in what stands there already, with their
// headings.
func fillers(gap, there []piece) []piece {
	said := running(there)
	var all []piece
	for i, p := range gap {
		switch {
		case p.kind == Heading && i+1 < len(gap) && fills(gap[i+1], said):
			all = append(all, p)
		case fills(p, said):
			all = append(all, p)
		}
	}
	return all
}

// fills reports whether a piece is a sentence of some length, and rather text than links. A paragraph that is one link
// and ends as a sentence is text too.
func fills(p piece, said string) bool {
	if p.kind == Heading || p.kind == Caption || p.kind == TableCell || len(p.text) < enoughToFill || !strings.ContainsRune(sentenceEnds, lastRune(p.text)) {
		return false
	}
	return p.linked*2 < len(p.text) && !within(letters(p.text), said)
}
