package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestInterrupt interrupts a run over a dump: it ends with its own code, and what it has written is whole lines.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such signal to send")
	}
	program, dir := built(t), t.TempDir()
	in, out := filepath.Join(dir, "dump.jsonl"), filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(in, []byte(dump(t, 40000)), 0o666); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, "-v", "-o", out, in)
	run.Env = append(os.Environ(), "HOME="+dir)
	said, err := run.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	for n := 0; lines.Scan(); n++ {
		if n == 50 {
			if err := run.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = run.Wait()
	if code := run.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	written, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	records := bytes.Split(bytes.TrimSuffix(written, []byte("\n")), []byte("\n"))
	if n := len(records); n < 40 || n > 30000 {
		t.Errorf("%d records", n)
	}
	for i, r := range records {
		if !json.Valid(r) {
			t.Fatalf("line %d is no JSON: %.80s", i+1, r)
		}
	}
}

// TestVanishingInput takes a file away that is named, while the run waits for the input before it: the rest is read.
func TestVanishingInput(t *testing.T) {
	dir := t.TempDir()
	gone, there := filepath.Join(dir, "b.txt"), filepath.Join(dir, "c.txt")
	for _, name := range []string{gone, there} {
		if err := os.WriteFile(name, []byte("The bridge cost 12 million euros."), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	in := readerFunc(func(b []byte) (int, error) {
		_ = os.Remove(gone)
		return 0, io.EOF
	})
	var out, errs bytes.Buffer
	c := &command{in: in, out: &out, err: &errs}
	code := c.run(t.Context(), []string{"-j", "1", "--lang", "en", "-", gone, there})
	if code != exitFailed || strings.Count(out.String(), "\n") != 1 || !strings.Contains(out.String(), "c.txt") {
		t.Errorf("exit code %d, output %q", code, &out)
	}
	if said := errs.String(); !strings.Contains(said, "b.txt: no such file") || strings.Contains(said, "c.txt") {
		t.Errorf("said %q", said)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }
