package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
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

// TestResume kills a run again and again at random moments, without a warning or with one: what it has written in the end is what a run that nobody
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
	signals := []os.Signal{os.Kill, os.Kill, syscall.SIGTERM, syscall.SIGHUP}
	if runtime.GOOS == "windows" {
		signals = signals[:2]
	}
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
			_ = run.Process.Signal(signals[rand.IntN(len(signals))])
			<-ended
			if how := run.ProcessState.ExitCode(); how == -1 || how == exitInterrupted {
				kills++
			} else { // it had just ended
				code = how
			}
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

// TestKilledDatabase kills runs that write a database: what it holds is whole articles, and the next run writes it anew.
func TestKilledDatabase(t *testing.T) {
	program, dir := built(t), t.TempDir()
	in, out := filepath.Join(dir, "dump.jsonl"), filepath.Join(dir, "out.db")
	if err := os.WriteFile(in, []byte(dump(t, 3000)), 0o666); err != nil {
		t.Fatal(err)
	}
	start := func(do func(*exec.Cmd)) {
		run := exec.Command(program, "-q", "-o", out, in)
		run.Env = append(os.Environ(), "HOME="+dir)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		do(run)
		_ = run.Wait()
	}
	for range 6 {
		start(func(run *exec.Cmd) {
			time.Sleep(time.Duration(100+rand.IntN(400)) * time.Millisecond)
			_ = run.Process.Kill()
		})
		if info, err := os.Stat(out); err != nil || info.Size() == 0 {
			continue // killed before it began
		}
		db, err := sql.Open("sqlite", out)
		if err != nil {
			t.Fatal(err)
		}
		state := ""
		if err := db.QueryRow("PRAGMA integrity_check").Scan(&state); err != nil || state != "ok" {
			t.Errorf("%q, %v", state, err)
		}
		db.Close()
	}
	start(func(*exec.Cmd) {})
	if n := wholeDatabase(t, out); n < 2500 {
		t.Errorf("%d articles", n)
	}
}
