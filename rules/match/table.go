package match

import (
	"maps"
	"slices"
)

// A table is values by their names, flat so that it can be kept as bytes.
type table[T any] struct {
	index
	values []T // by the numbers of names
}

// tableOf holds what a map holds, in the order of the names.
func tableOf[T any](all map[string]T) table[T] {
	var t table[T]
	x := newIndexer(len(all), 0)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		x.add(name)
		t.values = append(t.values, all[name])
	}
	t.index = x.done()
	return t
}

func (t *table[T]) get(name string) (value T, is bool) {
	n := t.one(hashOf(name), name)
	if n < 0 {
		return value, false
	}
	return t.values[n], true
}

func layoutTable[T any](c *codec, t *table[T]) {
	c.index(&t.index)
	flat(c, &t.values)
}
