package rules

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

// confidenceFile is where a pack's measured confidence stands.
const confidenceFile = "confidence.yaml"

// A Count is how many annotations of a rule were right, of how many that gold could tell.
type Count struct{ Right, Of int }

// fewest is how many annotations a rule must have made for its precision to mean something.
const fewest = 10

// Precision is the share that was right, to hundredths; 0 where too few were counted.
func (c Count) Precision() float64 {
	if c.Of < fewest {
		return 0
	}
	return float64((100*c.Right+c.Of/2)/c.Of) / 100
}

// WriteConfidence writes counts by the rules' names as a pack's confidence.yaml.
func WriteConfidence(w io.Writer, counts map[string]Count) error {
	if _, err := fmt.Fprintln(w, "# How often each rule was right on gold. Written by sayso rules score, never by hand."); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		c := counts[name]
		if c.Of < fewest {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s: {right: %d, of: %d}\n", name, c.Right, c.Of); err != nil {
			return err
		}
	}
	return nil
}

// readConfidence gives the rules of a source the confidence that stands beside them; a rule that the file does not name
// has none.
func (src *source) readConfidence(f folder, m *mistakes) {
	r, root := f.measured(confidenceFile, m)
	if root == nil {
		return
	}
	if root.Kind != yaml.MappingNode {
		r.failNode(root, "not the counts of rules", "sayso rules score writes this file")
		return
	}
	src.confidence = map[string]Count{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		c, ok := readCount(root.Content[i+1])
		if !ok {
			r.failNode(root.Content[i+1], "not a count: {right: 9, of: 10}", "sayso rules score writes this file")
			continue
		}
		src.confidence[root.Content[i].Value] = c
	}
}

func readCount(n *yaml.Node) (c Count, ok bool) {
	if n.Kind != yaml.MappingNode || len(n.Content) != 4 || n.Content[0].Value != "right" || n.Content[2].Value != "of" {
		return c, false
	}
	right, err := strconv.Atoi(n.Content[1].Value)
	of, wrong := strconv.Atoi(n.Content[3].Value)
	return Count{right, of}, err == nil && wrong == nil && right >= 0 && right <= of
}
