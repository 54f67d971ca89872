package token

import (
	"cmp"
	"slices"
	"sort"
)

// An Overlaps finds the first of some ranges, as they were added, that overlaps another one. It looks at those near it alone.
type Overlaps struct {
	all   []added
	reach []int // by range, the greatest end of it and of those before it
}

type added struct {
	Range
	n int
}

// NewOverlaps is made of ranges by their numbers.
func NewOverlaps(numbers []int, at func(n int) Range) *Overlaps {
	o := &Overlaps{}
	for _, n := range numbers {
		o.all = append(o.all, added{at(n), n})
	}
	slices.SortStableFunc(o.all, func(a, b added) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	for _, r := range o.all {
		end = max(end, r.End)
		o.reach = append(o.reach, end)
	}
	return o
}

// First is the least number of a range that overlaps the given one and is wanted; false where there is none. No ranges overlap
// nothing.
func (o *Overlaps) First(at Range, wanted func(n int) bool) (least int, found bool) {
	if o == nil {
		return 0, false
	}
	last := sort.Search(len(o.all), func(i int) bool { return o.all[i].Start >= at.End })
	for i := last - 1; i >= 0 && o.reach[i] > at.Start; i-- {
		r := o.all[i]
		if r.Overlaps(at) && (!found || r.n < least) && wanted(r.n) {
			least, found = r.n, true
		}
	}
	return least, found
}
