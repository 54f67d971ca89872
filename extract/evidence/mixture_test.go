package evidence

import "testing"

// No two mixtures have one key.
func TestKeysOfMixtures(t *testing.T) {
	seen := map[int]mixture{}
	for n := range (mostWords + 1) * (mostLower + 1) * portions * portions * portions * portions * 8 {
		next := func(many int) int {
			k := n % many
			n /= many
			return k
		}
		m := mixture{
			words: uint8(next(mostWords + 1)), lower: uint8(next(mostLower + 1)),
			common: portion(next(portions)), people: portion(next(portions)), unknown: portion(next(portions)), low: portion(next(portions)),
			opening: next(2) == 1, lowTold: next(2) == 1, titled: next(2) == 1,
		}
		if other, again := seen[m.key()]; again {
			t.Fatalf("%+v and %+v have one key", m, other)
		}
		seen[m.key()] = m
	}
}
