package compare

import "sayso/extract/document"

// A span is what a date means: the days from..to, both inclusive, or the value alone where it has none, as a duration.
type span struct{ kind, value, from, to string }

// days are the dates of an article.
func days(d *document.Document) []group[span] {
	var all gathering[span]
	for _, x := range d.Dates {
		v := span{kind: x.Type, value: x.Value}
		if x.From != nil && x.To != nil {
			v = span{x.Type, "", *x.From, *x.To}
			if x.Type == "TIME" || x.Type == "SET" {
				v.value = x.Value // two hours of a day are two times
			}
		}
		all.add(v, v, Side{x.ID, x.Value, x.Place})
	}
	return all.groups
}

// sameDays reports whether two dates are the same.
func sameDays(a, b span) ([]string, bool) {
	return nil, a == b || a.from == "" && b.from == "" && a.value == b.value // a year, whether it lasts that long or comes back
}

// likeDays reports whether one date may stand in the place of another. Where one holds the other they do not contradict each
// other, and a note says which is the longer one.
func likeDays(a, b span) ([]string, bool) {
	switch {
	case (a.from == "") != (b.from == ""):
		return nil, false
	case a.from == "":
		return nil, a.kind == b.kind
	case b.value == "" && b.from <= a.from && a.to <= b.to:
		return []string{NoteWider}, true
	case a.value == "" && a.from <= b.from && b.to <= a.to:
		return []string{NoteNarrower}, true
	}
	return nil, true
}
