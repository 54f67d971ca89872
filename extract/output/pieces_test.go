package output

import (
	"fmt"
	"testing"

	"sayso/extract/document"
)

// longest is the size of the longest piece that was written to it.
type longest int

func (l *longest) Write(b []byte) (int, error) {
	*l = max(*l, longest(len(b)))
	return len(b), nil
}

// long is a document whose record is much longer than what is gathered before it is written.
func long() *document.Document {
	d := sample()
	claim := document.Claim{Place: d.Money[0].Place, Checkable: true, Stance: document.Asserts, Proposition: "It cost 3 euros.", Reasons: []string{}}
	figure := d.Money[0]
	d.Money, d.Claims = nil, nil
	for i := range 5_000 {
		figure.ID, claim.ID = fmt.Sprint("m", i+1), fmt.Sprint("c", i+1)
		claim.Money = []string{figure.ID}
		d.Money, d.Claims = append(d.Money, figure), append(d.Claims, claim)
	}
	return d
}

// No format of records holds a long one whole before it writes of it, in whatever form and with whatever fields.
func TestLongRecordsAreWrittenInPieces(t *testing.T) {
	some, err := NewFields([]string{"id", "money.amount", "claims.proposition", "quotes"})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range document.Forms {
		d := long()
		d.Schema = form
		for _, format := range []string{"jsonl", "json", "csv", "claims", "claimreview", "webannotation"} {
			var whole, selected longest
			w, err := New(format, &whole, Terminal{})
			if err == nil {
				err = w.Write(d)
			}
			if err != nil || whole == 0 || whole > bufferSize {
				t.Errorf("form %d, %s: %d bytes at once, %v", form, format, whole, err)
			}
			if !HasFields(format) {
				continue
			}
			if w, err = Select(format, &selected, some); err == nil {
				err = w.Write(d)
			}
			if err != nil || selected == 0 || selected > bufferSize {
				t.Errorf("form %d, %s with fields: %d bytes at once, %v", form, format, selected, err)
			}
		}
	}
}
