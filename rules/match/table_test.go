package match

import (
	"fmt"
	"testing"
)

// A table gives what the map gives that it was made of, and nothing for other names.
func TestTable(t *testing.T) {
	for _, size := range []int{0, 1, 100} {
		all := map[string]int32{}
		for i := range size {
			all[fmt.Sprint("name ", i)] = int32(i)
		}
		made := tableOf(all)
		for name, want := range all {
			if got, is := made.get(name); !is || got != want {
				t.Errorf("%s of %d: %d %v", name, size, got, is)
			}
		}
		if got, is := made.get("nobody"); is || got != 0 {
			t.Errorf("nobody of %d: %d %v", size, got, is)
		}
	}
}
