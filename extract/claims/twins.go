package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
)

// A headline says again what the first paragraphs say.
const (
	twinClaims = 6   // claims behind the headline's among which its twin is looked for
	twinShare  = 0.6 // share of the shorter one's words that the longer one has too
	twinWords  = 4   // words that a claim has at least that is compared so
)

// merged are the claims without those of the first paragraph, the headline, that one soon after it makes again in more
// words: that one tells of both places.
func (r *reading) merged(all []document.Claim) []document.Claim {
	if r.Later || len(r.Text.Paragraphs) < 2 {
		return all
	}
	body := r.Place(r.Text.Paragraphs[1]).Start
	twin := func(i int) bool {
		for k := i + 1; k < len(all) && k <= i+twinClaims; k++ {
			if all[k].Start >= body && alike(&all[i], &all[k]) {
				all[k].Also = append(all[k].Also, all[i].Place)
				return true
			}
		}
		return false
	}
	var kept []document.Claim
	for i := range all {
		if all[i].Start >= body || !twin(i) {
			kept = append(kept, all[i])
		}
	}
	return append([]document.Claim{}, kept...)
}

// alike reports whether two claims say the same of the same figures, as far as their words tell.
func alike(short, long *document.Claim) bool {
	if short.Negated != long.Negated || (short.Stance == document.Denies) != (long.Stance == document.Denies) {
		return false
	}
	a, b := strings.Fields(names.Key(short.Proposition)), strings.Fields(names.Key(long.Proposition))
	if len(a) < twinWords || len(a) > len(b) {
		return false
	}
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return float64(shared) >= twinShare*float64(len(a))
}
