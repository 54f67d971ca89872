package source

// A Shard is one of several equal parts of a stream of articles: every Count-th of them, beginning with the Index-th, from
// 1. The zero value is the whole stream.
type Shard struct{ Index, Count int }

// pick is the consumer of a stream who wants the shard without its first ones.
func (o Options) pick(want func(item) bool) func(item) bool {
	n, left := -1, o.Skip
	return func(i item) bool {
		n++
		switch {
		case o.Shard.Count > 0 && n%o.Shard.Count != o.Shard.Index-1:
			return true
		case o.Watch != nil && !o.Watch(i.from, i.sum):
			return false
		case left > 0:
			left--
			i.passed = true
			return !o.Distinct || want(i) // of what is passed over only the id counts
		}
		return want(i)
	}
}
