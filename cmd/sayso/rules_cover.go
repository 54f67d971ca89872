package main

import (
	"cmp"
	"fmt"
	"io"
	"path"

	"sayso/rules"
)

// A coverage gathers which parts of packs their examples cover. A part that several packs inherit is covered where the
// examples of one of them cover it. Nil gathers and prints nothing.
type coverage struct {
	instances bool            // look for texts that exercise what is not covered
	dirs      map[string]bool // of the packs: what they inherit from others is for those
	parts     []rules.Part
	index     map[rules.Part]int // of parts
}

// add takes in the parts of a pack.
func (c *coverage) add(p *rules.Pack) error {
	if c == nil {
		return nil
	}
	parts, err := p.Cover(c.instances)
	if err != nil {
		return failure(err)
	}
	c.dirs[p.Dir] = true
	for _, part := range parts {
		key := part
		key.Covered, key.Instance = false, ""
		i, known := c.index[key]
		if !known {
			i = len(c.parts)
			c.index[key] = i
			c.parts = append(c.parts, key)
		}
		c.parts[i].Covered = c.parts[i].Covered || part.Covered
		c.parts[i].Instance = cmp.Or(c.parts[i].Instance, part.Instance)
	}
	return nil
}

// A tally counts the parts of a kind.
type tally struct {
	Covered int `json:"covered"`
	Of      int `json:"of"`
}

// partKinds are the kinds of parts and their plurals, in the order in which they are printed.
var partKinds = [][2]string{
	{rules.PhrasePart, "phrases"}, {rules.AlternativePart, "alternatives"}, {rules.ExceptionPart, "exceptions"}, {rules.EntryPart, "entries"},
}

// count is, by kind, how many parts are covered, and the others.
func (c *coverage) count() (kinds map[string]tally, uncovered []rules.Part) {
	kinds = map[string]tally{}
	for _, p := range c.parts {
		if !c.dirs[path.Dir(p.File)] {
			continue
		}
		n := kinds[p.Kind]
		n.Of++
		if p.Covered {
			n.Covered++
		} else {
			uncovered = append(uncovered, p)
		}
		kinds[p.Kind] = n
	}
	return kinds, uncovered
}

// print prints what no example depends on, a part a line, and the counts.
func (c *coverage) print(out io.Writer) {
	if c == nil || len(c.parts) == 0 {
		return
	}
	kinds, uncovered := c.count()
	for _, p := range uncovered {
		fmt.Fprintf(out, "%s: no example depends on this %s of %s: %s\n", p.Pos, p.Kind, p.Of, p.Text)
		if p.Instance != "" {
			fmt.Fprintf(out, "      = it counts in %q\n", p.Instance)
		}
	}
	for i, k := range partKinds {
		if i > 0 {
			fmt.Fprint(out, ", ")
		}
		fmt.Fprintf(out, "%d of %d %s", kinds[k[0]].Covered, kinds[k[0]].Of, k[1])
	}
	fmt.Fprintln(out, " covered")
}

// A coverRecord is the same for machines.
type coverRecord struct {
	Kinds     map[string]tally `json:"kinds"`
	Uncovered []partRecord     `json:"uncovered"`
}

type partRecord struct {
	placeRecord
	Kind string `json:"kind"`
	Of   string `json:"of"`
	Text string `json:"text"`
}

func (c *coverage) record() *coverRecord {
	if c == nil {
		return nil
	}
	kinds, uncovered := c.count()
	r := &coverRecord{Kinds: kinds, Uncovered: []partRecord{}}
	for _, p := range uncovered {
		r.Uncovered = append(r.Uncovered, partRecord{placed(p.Pos), p.Kind, p.Of, p.Text})
	}
	return r
}
