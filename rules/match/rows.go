package match

import "slices"

// Rows are lists of numbers, numbered from 0: first those of an image, which stay where they lie, then those that came since.
type rows struct {
	kept flatRows
	came [][]int32
	room []int32 // for those to come
}

// A flatRows is rows one after the other.
type flatRows struct {
	ends []uint32 // where they end in all, by their numbers, after a zero
	all  []int32
}

func (r *flatRows) count() int { return max(0, len(r.ends)-1) }

func (r *flatRows) at(n int32) []int32 { return r.all[r.ends[n]:r.ends[n+1]] }

func (r *flatRows) add(row []int32) {
	if len(r.ends) == 0 {
		r.ends = append(r.ends, 0)
	}
	r.all = append(r.all, row...)
	r.ends = append(r.ends, uint32(len(r.all)))
}

func (r *rows) count() int { return r.kept.count() + len(r.came) }

func (r *rows) at(n int32) []int32 {
	if int(n) < len(r.kept.ends)-1 {
		return r.kept.at(n)
	}
	return r.came[int(n)-r.kept.count()]
}

// numbersAtOnce is how many numbers there is room made for at a time.
const numbersAtOnce = 1 << 10

// add copies a row.
func (r *rows) add(row []int32) {
	if len(row) > cap(r.room)-len(r.room) {
		r.room = make([]int32, 0, max(numbersAtOnce, len(row)))
	}
	from := len(r.room)
	r.room = append(r.room, row...)
	r.came = append(r.came, r.room[from:len(r.room):len(r.room)])
}

// flat is the rows as an image keeps them.
func (r *rows) flat() flatRows {
	var all flatRows
	for n := range r.count() {
		all.add(r.at(int32(n)))
	}
	return all
}

// Sets are rows of which none is there twice.
type sets struct {
	rows
	index numbering
}

// A flatSets is sets as an image keeps them.
type flatSets struct {
	flatRows
	slots []int32 // of the numbering
}

// setsOf are sets that begin with those of an image.
func setsOf(kept flatSets) sets {
	return sets{rows: rows{kept: kept.flatRows}, index: numbering{kept: kept.slots}}
}

// flat is the sets as an image keeps them, all of which came since.
func (s *sets) flat() flatSets { return flatSets{s.rows.flat(), s.index.slots} }

// number is that of a sorted set, and whether it was not there.
func (s *sets) number(set []int32) (n int32, fresh bool) {
	hash := hashOfMembers(set)
	n, known := s.index.find(hash, func(n int32) bool { return slices.Equal(s.at(n), set) })
	if !known {
		n = int32(s.count())
		s.add(set)
		s.index.put(hash, n, func(n int32) uint64 { return hashOfMembers(s.at(n)) })
	}
	return n, !known
}

func hashOfMembers(all []int32) uint64 {
	h := uint64(len(all))
	for _, m := range all {
		h = join(h, uint64(m))
	}
	return h
}
