package phrase

import "strings"

// Expand writes out every text that n stands for, words separated by spaces, none twice. It gives ok = false
// where n holds a reference or a gap, or stands for more than limit texts.
func (n *Node) Expand(limit int) (texts []string, ok bool) {
	switch n.Op {
	case Word:
		return []string{n.Text}, true
	case Seq:
		return product(n.Kids, limit)
	case Alt:
		return union(n.Kids, limit)
	case Repeat:
		return n.repeats(limit)
	}
	return nil, false
}

func union(kids []*Node, limit int) ([]string, bool) {
	var all []string
	for _, kid := range kids {
		texts, ok := kid.Expand(limit)
		if !ok || len(all)+len(texts) > limit {
			return nil, false
		}
		all = append(all, texts...)
	}
	return distinct(all), true
}

func product(kids []*Node, limit int) ([]string, bool) {
	all := []string{""}
	for _, kid := range kids {
		texts, ok := kid.Expand(limit)
		if !ok || len(all)*len(texts) > limit {
			return nil, false
		}
		all = cross(all, texts)
	}
	return distinct(all), true
}

func (n *Node) repeats(limit int) ([]string, bool) {
	once, ok := n.Kids[0].Expand(limit)
	if !ok {
		return nil, false
	}
	var all []string
	times := []string{""}
	for i := 0; i <= n.Max; i++ {
		if i >= n.Min {
			all = append(all, times...)
		}
		if i == n.Max {
			break
		}
		if len(all)+len(times)*len(once) > limit {
			return nil, false
		}
		times = cross(times, once)
	}
	return distinct(all), true
}

func cross(left, right []string) []string {
	all := make([]string, 0, len(left)*len(right))
	for _, l := range left {
		for _, r := range right {
			all = append(all, strings.TrimSpace(l+" "+r))
		}
	}
	return all
}

func distinct(texts []string) []string {
	seen := make(map[string]bool, len(texts))
	kept := texts[:0]
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			kept = append(kept, t)
		}
	}
	return kept
}
