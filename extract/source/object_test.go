package source

import (
	"encoding/json"
	"slices"
	"testing"
)

// What is read without encoding/json is what that reads, and nothing is read that it does not.
func FuzzMembers(f *testing.F) {
	for _, line := range []string{
		`{}`, `null`, ` { "a" : "b" , "c":-1.5e3,"d":null } `, `{"a":"\u00e9\n\"","b":true}`, `{"a":1,"a":2}`, `{"a":{"b":[1]},"c":"d"}`, `{"\u0061":1}`,
		`{"a":"b"`, `{"a":"b"}x`, `{"a":01}`, `{"a":"\x"}`, `{"a":"\u12g4"}`, `{"a":"` + "\t" + `"}`, `{"a" "b"}`, `{"a":}`, `{"a":1,}`, `{,}`, `["a"]`, ``, `{"a":"\u1"}`, `{"a":tru}`,
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		all, ok := plainMembers(line)
		if !ok {
			return
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(line, &object); err != nil || len(object) != len(all) {
			t.Fatalf("%q: %d members, %d by encoding/json (%v)", line, len(all), len(object), err)
		}
		line, _ = inUTF8(line)
		all, _ = plainMembers(line)
		for _, m := range all {
			at := slices.IndexFunc(all, func(o member) bool { return o.name == m.name })
			want := value{json: slices.Clip(append([]byte(" "), m.value...))}
			got := value{json: all[at].value}
			a, okA, errA := got.read("text")
			b, okB, errB := want.read("text")
			if a != b || okA != okB || (errA == nil) != (errB == nil) {
				t.Errorf("%q: %q is %q, %q by encoding/json", line, m.name, a, b)
			}
		}
	})
}
