package rules

import (
	"fmt"
	"hash/crc32"
	"os"
	"strings"
)

// The head of a pack is kept as lines: the sum of the others, then a form a line, its list, its value and itself.

func headKey(f folder) string { return "head\n" + f.place() }

// head is that of a pack, or nil where the cache has none.
func (c cache) head(f folder) headLists {
	if !c.works() {
		return nil
	}
	content, err := os.ReadFile(c.file(headKey(f)))
	if err != nil {
		return nil
	}
	sum, lines, _ := strings.Cut(string(content), "\n")
	if sum != sumOf(lines) {
		return nil
	}
	h := headLists{}
	for line := range strings.Lines(lines) {
		list, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		value, text, _ := strings.Cut(rest, "\t")
		h[list] = append(h[list], Form{value, text})
	}
	return h
}

// saveHead keeps the head of a pack.
func (c cache) saveHead(f folder, h headLists) {
	var b strings.Builder
	for list, forms := range h {
		for _, form := range forms {
			if strings.ContainsAny(list+form.Value+form.Text, "\t\n") {
				return
			}
			fmt.Fprintf(&b, "%s\t%s\t%s\n", list, form.Value, form.Text)
		}
	}
	c.keep(headKey(f), func(to *os.File) error {
		_, err := to.WriteString(sumOf(b.String()) + "\n" + b.String())
		return err
	})
}

func sumOf(text string) string { return fmt.Sprintf("%08x", crc32.Checksum([]byte(text), castagnoli)) }
