package language

import "strings"

// The bounds of a variant's words.
const (
	variantSample = 20_000 // bytes that are looked at
	fewWords      = 2      // different words of one variant that decide where none of another stands
	manyWords     = 6      // different words of one variant that decide against a sixth as many
)

// A Variants tells the ways of writing one language apart.
type Variants struct {
	code    string
	regions map[string]string // by word: the ISO 3166 code of the only region that writes it
	known   map[string]bool   // regions
}

// NewVariants is the variants of a language by the words that only one region writes; none where regions is empty.
func NewVariants(code string, regions map[string]string) *Variants {
	v := &Variants{code, regions, map[string]bool{}}
	for _, r := range regions {
		v.known[r] = true
	}
	return v
}

// Of is the region whose way of writing a language a text follows, as a BCP 47 tag, or empty where that is not
// sure. The text's own words come first, then what the page says of its language, then the country of its host.
func (v *Variants) Of(text, hint, host string) string {
	if len(v.known) == 0 {
		return ""
	}
	best, next, winner := v.count(text)
	switch {
	case best >= fewWords && next == 0, best >= manyWords && best >= manyWords*next:
	case best >= fewWords: // words of both
		return ""
	default:
		winner = v.said(hint, host)
	}
	if winner == "" {
		return ""
	}
	return v.code + "-" + winner
}

// count is how many different words the text has of the likeliest variant and of the next one.
func (v *Variants) count(text string) (best, next int, winner string) {
	seen := map[string]bool{}
	counts := map[string]int{}
	for _, w := range split(text[:min(len(text), variantSample)]) {
		if region := v.regions[w]; region != "" && !seen[w] {
			seen[w] = true
			counts[region]++
		}
	}
	for region, n := range counts {
		if n > best || n == best && region < winner {
			best, next, winner = n, best, region
		} else {
			next = max(next, n)
		}
	}
	return best, next, winner
}

// said is the variant that the hint names, or the top level of the host.
func (v *Variants) said(hint, host string) string {
	if language, region, ok := strings.Cut(hint, "-"); ok && strings.EqualFold(language, v.code) {
		if v.known[strings.ToUpper(region)] {
			return strings.ToUpper(region)
		}
	}
	top := strings.ToUpper(host[strings.LastIndexByte(host, '.')+1:])
	if v.known[top] {
		return top
	}
	return ""
}
