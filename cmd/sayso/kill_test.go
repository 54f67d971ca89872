package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dump is JSON Lines of articles, some of which cannot be read.
func dump(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		if i%23 == 7 {
			fmt.Fprintf(&b, "{\"id\": \"bad-%d\"}\n", i)
			continue
		}
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprint(i), "lang": Languages()[i%3], "date": "2025-03-12",
			"text": fmt.Sprintf("Anne Leroux, %d. « Nous avons versé %d millions d'euros », a déclaré Anne Leroux à Lyon. “It cost %d dollars,” said Jane Marlow.", i, i+2, i+3),
		})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// Languages are those of the built-in packs.
func Languages() []string { return []string{"fr", "en", "pt"} }

// TestResume kills a run again and again at random moments: what it has written in the end is what a run that nobody
// kills writes, to the byte, and so are the list of failures and the exit code.
func TestResume(t *testing.T) {
	program, dir := built(t), t.TempDir()
	in := filepath.Join(dir, "dump.jsonl")
	if err := os.WriteFile(in, []byte(dump(t, 12000)), 0o666); err != nil {
		t.Fatal(err)
	}
	start := func(out string, more ...string) *exec.Cmd {
		run := exec.Command(program, append([]string{"-q", "-j", "2", "-o", filepath.Join(dir, out), "--failed", filepath.Join(dir, out+".failed"), "--dedup", in}, more...)...)
		run.Env = append(os.Environ(), "HOME="+dir)
		return run
	}
	whole := start("whole.jsonl")
	_ = whole.Run()
	journal := filepath.Join(dir, "journal")
	kills, code := 0, -1
	for code < 0 && kills < 60 {
		run := start("cut.jsonl", "--resume", journal)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() {
			_ = run.Wait()
			close(ended)
		}()
		wait := time.Duration(15+rand.IntN(90)) * time.Millisecond
		if kills >= 25 {
			wait = time.Minute
		}
		select {
		case <-ended:
			code = run.ProcessState.ExitCode()
		case <-time.After(wait):
			_ = run.Process.Kill()
			<-ended
			kills++
		}
	}
	if code != whole.ProcessState.ExitCode() || code != exitFailed {
		t.Errorf("exit code %d after %d kills, want %d", code, kills, whole.ProcessState.ExitCode())
	}
	for _, suffix := range []string{"", ".failed"} {
		got, _ := os.ReadFile(filepath.Join(dir, "cut.jsonl"+suffix))
		want, err := os.ReadFile(filepath.Join(dir, "whole.jsonl"+suffix))
		if err != nil || len(want) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%q after %d kills: %d bytes, want %d", suffix, kills, len(got), len(want))
		}
	}
	t.Logf("%d kills", kills)
}
