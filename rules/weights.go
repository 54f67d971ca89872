package rules

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"sayso/rules/match"
)

// weightsFile is where stands what each piece of evidence on names weighs in a pack, beside what it inherits.
const weightsFile = "weights.yaml"

// weightsHead is what the file says of itself.
const weightsHead = `# What each piece of evidence weighs for a name being that of a person, an organization, a location or something else, in
# this order, beside what the pack inherits: logarithms of odds. Written by sayso rules learn, never by hand.
`

// WriteWeights writes weights as a pack's weights.yaml.
func WriteWeights(w io.Writer, all []match.Weight) error {
	if _, err := io.WriteString(w, weightsHead); err != nil {
		return err
	}
	what := ""
	for _, k := range sortedWeights(all) {
		if k.What != what {
			what = k.What
			if _, err := fmt.Fprintf(w, "%s:\n", what); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(w, "  %s: [%.2f, %.2f, %.2f, %.2f]\n", strconv.Quote(k.Value), k.By[0], k.By[1], k.By[2], k.By[3]); err != nil {
			return err
		}
	}
	return nil
}

func sortedWeights(all []match.Weight) []match.Weight {
	return slices.SortedFunc(slices.Values(all), func(a, b match.Weight) int {
		return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.Value, b.Value))
	})
}

// readWeights gives a source the weights that stand beside its rules.
func (src *source) readWeights(f folder, m *mistakes) {
	r, root := f.measured(weightsFile, m)
	if root == nil {
		return
	}
	src.weights = []match.Weight{}
	for _, what := range children(&r, root) {
		for _, value := range children(&r, what[1]) {
			by, ok := readRow(value[1])
			if !ok {
				r.failNode(value[1], "not weights for four types", "sayso rules learn writes this file")
				continue
			}
			src.weights = append(src.weights, match.Weight{What: what[0].Value, Value: value[0].Value, By: by})
		}
	}
}

// children are the keys of a mapping with what stands under them.
func children(r *reader, n *yaml.Node) [][2]*yaml.Node {
	if n.Kind != yaml.MappingNode {
		r.failNode(n, "not weights of evidence", "sayso rules learn writes this file")
		return nil
	}
	var all [][2]*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		all = append(all, [2]*yaml.Node{n.Content[i], n.Content[i+1]})
	}
	return all
}

func readRow(n *yaml.Node) (by [4]float32, ok bool) {
	if n.Kind != yaml.SequenceNode || len(n.Content) != len(by) {
		return by, false
	}
	for i, c := range n.Content {
		v, err := strconv.ParseFloat(c.Value, 32)
		if err != nil || v != v || v > maxWeight || v < -maxWeight {
			return by, false
		}
		by[i] = float32(v)
	}
	return by, true
}

// maxWeight bounds a weight, so that no file makes sums that mean nothing.
const maxWeight = 1000

// weighedPack is the piece of evidence that says that a pack has weights: the rules of one that has none stand as they are.
const weighedPack = "pack"

// weigh adds the weights of a source to those that it inherits.
func (s *scope) weigh(src *source) {
	if src.weights == nil {
		return
	}
	if s.weights == nil {
		s.weights = map[[2]string]match.Weight{}
	}
	for _, w := range append(src.weights, match.Weight{What: weighedPack, Value: src.name.value, By: [4]float32{1}}) {
		key := [2]string{w.What, w.Value}
		sum, ok := s.weights[key]
		if !ok {
			sum = match.Weight{What: w.What, Value: w.Value}
		}
		for i := range sum.By {
			sum.By[i] += w.By[i]
		}
		s.weights[key] = sum
	}
}

func (s *scope) sortedWeights() []match.Weight {
	return sortedWeights(slices.Collect(maps.Values(s.weights)))
}
