package language

import "strings"

// The bounds of a variant's words.
const (
	variantSample = 20_000 // bytes that are looked at
	fewWords      = 2      // different words of one variant that decide where none of another stands
	manyWords     = 6      // different words of one variant that decide against a sixth as many
)

// Variant is the region whose way of writing a language a text follows, as a BCP 47 tag, or empty where that is not
// sure. The text's own words come first, then what the page says of its language, then the country of its host.
func (d *Detector) Variant(code, text, hint, host string) string {
	c := d.candidate(code)
	if c == nil || len(c.variants) == 0 {
		return ""
	}
	best, next, winner := c.countVariants(text)
	switch {
	case best >= fewWords && next == 0, best >= manyWords && best >= manyWords*next:
	case best >= fewWords: // words of both
		return ""
	default:
		winner = c.saidVariant(hint, host)
	}
	if winner == "" {
		return ""
	}
	return c.Code + "-" + winner
}

// countVariants is how many different words the text has of the likeliest variant and of the next one.
func (c *candidate) countVariants(text string) (best, next int, winner string) {
	seen := map[string]bool{}
	counts := map[string]int{}
	for _, w := range split(text[:min(len(text), variantSample)]) {
		if v := c.variants[w]; v != "" && !seen[w] {
			seen[w] = true
			counts[v]++
		}
	}
	for v, n := range counts {
		if n > best || n == best && v < winner {
			best, next, winner = n, best, v
		} else {
			next = max(next, n)
		}
	}
	return best, next, winner
}

// saidVariant is the variant that the hint names, or the top level of the host.
func (c *candidate) saidVariant(hint, host string) string {
	if language, region, ok := strings.Cut(hint, "-"); ok && strings.EqualFold(language, c.Code) {
		if _, known := c.Variants[strings.ToUpper(region)]; known {
			return strings.ToUpper(region)
		}
	}
	top := strings.ToUpper(host[strings.LastIndexByte(host, '.')+1:])
	if _, known := c.Variants[top]; known {
		return top
	}
	return ""
}
