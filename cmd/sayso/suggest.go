package main

import (
	"fmt"
	"slices"
	"strings"
)

// didYouMean is "; did you mean X?" for the name nearest to word, or empty where none is near. The prefix is what
// names are written with.
func didYouMean(prefix, word string, names []string) string {
	if near := nearest(word, names); near != "" {
		return fmt.Sprintf("; did you mean %q?", prefix+near)
	}
	return ""
}

// maxCompared is the longest word that a suggestion is sought for.
const maxCompared = 40

// nearest is the name with the fewest edits from word, at most one in three letters; or one that begins with it.
func nearest(word string, names []string) string {
	if i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, word) }); i >= 0 {
		return names[i]
	}
	if len(word) < 3 || len(word) > maxCompared {
		return ""
	}
	best, least := "", max(2, 1+(len(word)+1)/3)
	lower := strings.ToLower(word)
	for _, n := range names {
		if strings.HasPrefix(n, lower) {
			return n
		}
		if d := edits(lower, strings.ToLower(n)); d < least {
			best, least = n, d
		}
	}
	return best
}

// edits is the number of letters to add, drop, change or swap with their neighbour to get from a to b.
func edits(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
