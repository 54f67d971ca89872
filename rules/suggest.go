package rules

import (
	"fmt"
	"slices"
	"strings"
)

// maxCompared is the longest name, in code points, that suggestions are sought for.
const maxCompared = 64

// didYouMean is the hint that offers the nearest candidate, or empty where none is near.
func didYouMean(word string, candidates []string) string {
	if near := nearest(word, candidates); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// oneOf is didYouMean, or the list of all candidates where none is near.
func oneOf(word string, candidates []string) string {
	if hint := didYouMean(word, candidates); hint != "" || len(candidates) == 0 {
		return hint
	}
	return "one of: " + strings.Join(candidates, ", ")
}

// nearest is the candidate with the fewest edits from word, the first in the alphabet of equal ones; empty where
// all are too far.
func nearest(word string, candidates []string) string {
	from := []rune(word)
	if len(from) > maxCompared {
		return ""
	}
	best, least := "", 2+min(len(from)/6, 2)
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if abs(len(c)-len(word)) > 4*least {
			continue
		}
		if d := distance(from, []rune(c)); d < least && c != word {
			best, least = c, d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// distance is the number of edits (a letter more, less or other, or two neighbours swapped) from a to b.
func distance(a, b []rune) int {
	older, old := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range old {
		old[j] = j
	}
	for i := range a {
		now := make([]int, len(b)+1)
		now[0] = i + 1
		for j := range b {
			change := old[j]
			if a[i] != b[j] {
				change++
			}
			now[j+1] = min(change, old[j+1]+1, now[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				now[j+1] = min(now[j+1], older[j-1]+1)
			}
		}
		older, old = old, now
	}
	return old[len(b)]
}
