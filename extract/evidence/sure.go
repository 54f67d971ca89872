package evidence

import "sayso/rules/token"

const (
	surely = "sure" // what a rule says of its kind where nothing but that has the form
	sure   = 5.0    // what that weighs, beside the evidence
)

// sureOf is what rules that are sure of their kind weigh for a span: their forms are too rare for weights to be learnt.
func (a *Article) sureOf(at token.Range) (s Score) {
	for i := a.heldFrom(at.Start); i < len(a.matches) && a.matches[i].at.Start == at.Start; i++ {
		if m := &a.matches[i]; m.at == at && m.sure {
			s[m.kind] = sure
		}
	}
	return s
}
