package trials

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

var kills = flag.Int("kills", 8, "how many runs are killed, over all kinds of dumps")

// dumps are the kinds of dumps that a run goes on with, each of the same articles.
var dumps = []struct {
	name  string
	write func(texts []string) []byte
}{
	{"dump.jsonl", func(texts []string) []byte { return linesOf(texts) }},
	{"dump.jsonl.gz", func(texts []string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write(linesOf(texts))
		w.Close()
		return b.Bytes()
	}},
	{"dump.parquet", func(texts []string) []byte {
		type row struct{ ID, Text, Lang string }
		var b bytes.Buffer
		w := parquet.NewGenericWriter[row](&b)
		for i, text := range texts {
			w.Write([]row{{fmt.Sprint(i), text, "fr"}})
		}
		w.Close()
		return b.Bytes()
	}},
	{"dump.warc", func(texts []string) []byte {
		var b bytes.Buffer
		for i, text := range texts {
			page := "<html lang=fr><body><article><h1>T</h1><p>" + text + "</p></article></body></html>"
			fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/%d\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, len(page), page)
		}
		return b.Bytes()
	}},
}

func linesOf(texts []string) []byte {
	var b bytes.Buffer
	for _, text := range texts {
		b.WriteString(lineOf(text))
	}
	return b.Bytes()
}

// Runs over dumps of every kind that are killed at random moments, with a warning or without one, and gone on with, write what a
// run writes that nobody kills, to the byte.
func TestKilledRunsGoOn(t *testing.T) {
	program, dir := built(t), t.TempDir()
	random := rand.New(rand.NewPCG(3, 4))
	var texts []string
	for i := range 1500 {
		texts = append(texts, fmt.Sprintf("%s %s, %d. « Nous avons versé %d millions d'euros en mai 2024 », a déclaré %s, maire de Lyon.", coined(random), coined(random), i, i+2, coined(random)))
	}
	done := 0
	for _, dump := range dumps {
		t.Run(dump.name, func(t *testing.T) {
			in, out := filepath.Join(dir, dump.name), filepath.Join(dir, dump.name+".out.jsonl")
			if err := os.WriteFile(in, dump.write(texts), 0o644); err != nil {
				t.Fatal(err)
			}
			start := func(more ...string) *exec.Cmd {
				run := exec.Command(program, append([]string{"-q", "-j", "2", "--lang", "fr", in}, more...)...)
				run.Env = append(os.Environ(), "HOME="+dir)
				return run
			}
			whole := start("-o", filepath.Join(dir, "whole.jsonl"))
			began := time.Now()
			if err := whole.Run(); err != nil {
				t.Fatal(err)
			}
			took := time.Since(began)
			want, err := os.ReadFile(filepath.Join(dir, "whole.jsonl"))
			if err != nil || bytes.Count(want, []byte("\n")) != len(texts) {
				t.Fatalf("%d bytes, %v", len(want), err)
			}
			for killed := 0; killed < *kills/len(dumps); {
				n := killUntilEnded(t, took, func() *exec.Cmd { return start("-o", out, "--resume", out+".journal") }, *kills/len(dumps)-killed)
				if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, want) {
					t.Fatalf("after %d kills: %d bytes of %d, %v", n, len(got), len(want), err)
				}
				killed, done = killed+n, done+n
				os.Remove(out)
				os.Remove(out + ".journal")
			}
		})
	}
	t.Logf("%d kills", done)
}

// killUntilEnded starts a run again and again, and kills it at most so often, until it ends by itself. It gives the kills.
func killUntilEnded(t *testing.T, took time.Duration, start func() *exec.Cmd, most int) (killed int) {
	t.Helper()
	signals := []os.Signal{os.Kill, syscall.SIGTERM, syscall.SIGHUP}
	for {
		run := start()
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		stop := func() bool { return false }
		if killed < most {
			wait := time.Duration(rand.Int64N(int64(took) * 3 / 4))
			stop = time.AfterFunc(wait, func() { _ = run.Process.Signal(signals[killed%len(signals)]) }).Stop
		}
		_ = run.Wait()
		stop()
		switch code := run.ProcessState.ExitCode(); code {
		case 0:
			return killed
		case -1, exitInterrupted:
			killed++
		default:
			t.Fatalf("exit code %d after %d kills", code, killed)
		}
	}
}
