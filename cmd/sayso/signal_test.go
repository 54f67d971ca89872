package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
)

// TestInterrupt ends runs over a dump by each of the signals: they end with their own code, and what they have written is whole.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such signal to send")
	}
	program, dir := built(t), t.TempDir()
	in := filepath.Join(dir, "dump.jsonl")
	if err := os.WriteFile(in, []byte(dump(t, 40000)), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		signal os.Signal
		count  func(t *testing.T, name string) int
	}{
		{"out.jsonl", os.Interrupt, wholeLines}, {"out.jsonl", syscall.SIGTERM, wholeLines}, {"out.jsonl", syscall.SIGHUP, wholeLines},
		{"out.jsonl.gz", syscall.SIGTERM, wholeLines}, {"out.jsonl.zst", syscall.SIGHUP, wholeLines},
		{"out.parquet", syscall.SIGTERM, wholeColumns}, {"out.db", syscall.SIGTERM, wholeDatabase}, {"out.db", os.Interrupt, wholeDatabase},
	} {
		t.Run(c.name+" "+c.signal.String(), func(t *testing.T) {
			out := filepath.Join(dir, c.name)
			if code := interrupted(t, c.signal, program, "-v", "-o", out, in); code != exitInterrupted {
				t.Errorf("exit code %d", code)
			}
			if n := c.count(t, out); n < 40 || n > 30000 {
				t.Errorf("%d records", n)
			}
		})
	}
}

// interrupted runs a program until it has said fifty lines, and gives its exit code after a signal.
func interrupted(t *testing.T, signal os.Signal, program string, args ...string) int {
	t.Helper()
	run := exec.Command(program, args...)
	run.Env = append(os.Environ(), "HOME="+filepath.Dir(args[len(args)-1]))
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
			if err := run.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = run.Wait()
	return run.ProcessState.ExitCode()
}

// wholeLines is how many lines of JSON a file holds, which is compressed as its name says.
func wholeLines(t *testing.T, name string) int {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	switch filepath.Ext(name) {
	case ".gz":
		in, err = gzip.NewReader(f)
	case ".zst":
		in, err = zstd.NewReader(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(in)
	if err != nil || !bytes.HasSuffix(content, []byte("\n")) {
		t.Fatalf("%d bytes, %v", len(content), err)
	}
	records := bytes.Split(bytes.TrimSuffix(content, []byte("\n")), []byte("\n"))
	for i, r := range records {
		if !json.Valid(r) {
			t.Fatalf("line %d is no JSON: %.80s", i+1, r)
		}
	}
	return len(records)
}

// wholeColumns is how many rows a Parquet file has.
func wholeColumns(t *testing.T, name string) int {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	return int(file.NumRows())
}

// wholeDatabase is how many articles a database has, which has its indexes too.
func wholeDatabase(t *testing.T, name string) (articles int) {
	t.Helper()
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	state, indexes := "", 0
	for query, to := range map[string]any{
		"SELECT count(*) FROM articles": &articles, "PRAGMA integrity_check": &state, "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL": &indexes,
	} {
		if err := db.QueryRow(query).Scan(to); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	if state != "ok" || indexes == 0 {
		t.Errorf("state %s, %d indexes", state, indexes)
	}
	return articles
}

// TestInterruptedWaiting interrupts commands that wait for their input: one signal ends each.
func TestInterruptedWaiting(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such signal to send")
	}
	program, dir := built(t), t.TempDir()
	for _, args := range []string{"-", "read -", "explain --lang fr -", "--from list -", "-o out.jsonl --from list -", "-o out.jsonl.gz -", "feed -", "fetch -o pages --from urls -", "diff - a.txt"} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		run := exec.CommandContext(ctx, program, strings.Fields(args)...)
		run.Dir, run.Env = dir, append(os.Environ(), "HOME="+dir)
		in, err := run.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(300 * time.Millisecond) // it starts
		_ = run.Process.Signal(os.Interrupt)
		_ = run.Wait()
		in.Close()
		cancel()
		if code := run.ProcessState.ExitCode(); code != exitInterrupted && code != -1 || ctx.Err() == context.DeadlineExceeded {
			t.Errorf("%s: exit code %d", args, code)
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
