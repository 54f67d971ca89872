package match

// A Weight is what one piece of evidence weighs for each of the four types of names, as the package that reads them
// numbers these.
type Weight struct {
	What, Value string // "before word", "in"
	By          [4]float32
}

// weights are the weights of a program by what they are and its value.
type weights struct {
	index
	by [][4]float32
}

// weigh takes the weights of a grammar, no two of them of one piece of evidence.
func (p *Program) weigh(all []Weight) {
	if len(all) == 0 {
		return
	}
	x := newIndexer(len(all), 32*len(all))
	for _, w := range all {
		if _, fresh := x.add(w.What, w.Value); fresh {
			p.weights.by = append(p.weights.by, w.By)
		}
	}
	p.weights.index = x.done()
}

// Weight is what a piece of evidence weighs, nothing where no pack knows it.
func (p *Program) Weight(what, value string) [4]float32 {
	hash := join(hashOf(what), hashOf(value))
	n := p.weights.find(hash, func(key string) bool {
		return len(key) == len(what)+1+len(value) && key[:len(what)] == what && key[len(what)] == 0 && key[len(what)+1:] == value
	})
	if n < 0 {
		return [4]float32{}
	}
	return p.weights.by[n]
}

// Weighed reports whether the program has weights.
func (p *Program) Weighed() bool { return len(p.weights.by) > 0 }
