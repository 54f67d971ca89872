package claims

// A fact is something that is true of a token or not, however often it is asked.
type fact uint16

// The facts of a token that much else is decided by.
const (
	factAuxiliary fact = 1 << iota
	factTensed
	factGroupTells
	factIndicative
	factMayBePast
	factTold
	factGoverns
)

// facts are those of a token: which were asked, and which of them are true.
type facts struct{ asked, true fact }

// once is what ask says of a token, asked once. Tokens before the text's first and after its last are asked for every time.
func (r *reading) once(i int, f fact, ask func(r *reading, i int) bool) bool {
	if i < 0 || i >= len(r.facts) {
		return ask(r, i)
	}
	if r.facts[i].asked&f == 0 {
		if ask(r, i) {
			r.facts[i].true |= f
		}
		r.facts[i].asked |= f
	}
	return r.facts[i].true&f != 0
}
