package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sayso/extract/files"
)

// TestOutputsAreLocked runs over files that another run is writing: it says so, and changes none of them.
func TestOutputsAreLocked(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("outputs are locked on Linux")
	}
	t.Chdir(t.TempDir())
	t.Setenv("HOME", t.TempDir())
	for _, flags := range []string{"-o held", "-f sqlite -o held", "-o out.jsonl --failed held", "-o out.jsonl --resume held"} {
		for _, content := range []string{"", "half a rec"} {
			if err := os.WriteFile("held", []byte(content), 0o666); err != nil {
				t.Fatal(err)
			}
			var other files.Set
			if _, err := other.Open("held"); err != nil {
				t.Fatal(err)
			}
			var errs bytes.Buffer
			c := &command{in: strings.NewReader("{\"text\": \"Un.\", \"lang\": \"fr\"}\n"), out: new(bytes.Buffer), err: &errs}
			if code := c.run(t.Context(), append(strings.Fields(flags), "--from", "jsonl", "-")); code != exitUsage || errs.String() != "sayso: held: is being written by another run\n" {
				t.Errorf("%s: exit code %d: %s", flags, code, &errs)
			}
			other.Close()
			if after, err := os.ReadFile("held"); err != nil || string(after) != content {
				t.Errorf("%s: it holds %q, %v", flags, after, err)
			}
			if left, _ := filepath.Glob("out*"); len(left) > 0 {
				t.Errorf("%s: left %v", flags, left)
			}
		}
	}
}
