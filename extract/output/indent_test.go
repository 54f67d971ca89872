package output

import (
	"bufio"
	"bytes"
	"encoding/json"
	"testing"
)

// JSON that comes in pieces, wherever they are cut, is indented as the library indents it.
func TestIndentedInPieces(t *testing.T) {
	for _, raw := range []string{`{}`, `[]`, `{"a":[],"b":{},"c":[1,-2.5,null,[true]],"d":{"e":"x, {y}: [\"z\\\\\"]"}}`, `"\\"`, `[{"a":1},{"b":[[]]}]`} {
		var want bytes.Buffer
		if err := json.Indent(&want, []byte(raw), "", "  "); err != nil {
			t.Fatal(err)
		}
		for cut := range len(raw) {
			var got bytes.Buffer
			out := bufio.NewWriter(&got)
			w := &indenter{out: out}
			w.Write([]byte(raw[:cut]))
			w.Write([]byte(raw[cut:]))
			out.Flush()
			if got.String() != want.String() {
				t.Errorf("%s cut at %d:\n%s", raw, cut, got.String())
			}
		}
	}
}
