package trials

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

var everyHostile = flag.Bool("hostile", false, "try every hostile input, and not one in ten")

// hostilities are what a text, or what stands in its place, may be made of; long ones are given as the piece that is repeated.
var hostilities = []struct {
	name, piece string
	times       int
}{
	{"nothing", "", 0}, {"blanks", " \t\n", 90_000}, {"zeros", "\x00", 200_000}, {"bytes that are no text", "\xff\xfe\xc3(", 60_000}, {"half a character", "a\xe2\x82", 1},
	{"marks in a figure", "$1 ($", 50_000}, {"opening marks", "« ", 80_000}, {"closing marks", "” ", 80_000}, {"straight marks", `"`, 200_000}, {"brackets", "((((", 60_000},
	{"one sentence", "le ministre a dit que ", 10_000}, {"incises", ", dit-il, ", 25_000}, {"statements", "« C'est fini », a dit Paul Durand, maire de Lyon. ", 5_000}, {"he said", `"It is over," he said. `, 10_000},
	{"sources", "segundo Ana Gomes, ", 12_000}, {"names", "Paul Smith, Mary Jones and Ana Gomes, ", 6_000}, {"initials", "A. ", 80_000}, {"conversions", "3 million euros ($9 million) on May 3, 2024. ", 3_000},
	{"days", "lundi 3 mai 2024 et mardi, ", 9_000}, {"digits", "1", 250_000}, {"grouped digits", "1,000,", 40_000}, {"shares", "5 %. ", 50_000}, {"one word", "a", 250_000}, {"accents", "e\u0301", 80_000},
	{"paragraphs", "a\n\n", 80_000}, {"dialogue", "\n— Oui, dit-il. ", 12_000}, {"interview", "Q: Yes?\nA: No.\n", 15_000}, {"turned around", "\u202eabc\u2066\u200b ", 20_000}, {"escapes", "\x1b[2J\x1b]0;x\x07 said ", 10_000},
	{"open tags", "<div><p>", 30_000}, {"deep tags", "<b>", 20_000}, {"scripts", "<script>alert(1)</script>", 8_000}, {"open attribute", `<a href="`, 20_000}, {"entities", "&amp;&#x202e;&bogus;", 10_000}, {"comments", "<!--", 50_000},
	{"lists in lists", "[", 100_000}, {"objects in objects", `{"text":`, 20_000}, {"commas", ",", 200_000}, {"formulas", "=cmd|' /C calc'!A0\t", 8_000}, {"large numbers", "1e999999999 ", 15_000},
}

// carriers are the kinds of input, each with a way to put a text into it as it is, or as the kind has it.
var carriers = []struct {
	name string
	wrap func(text string) []byte
}{
	{"a.txt", func(s string) []byte { return []byte(s) }},
	{"a.html", func(s string) []byte {
		return []byte("<html><body><article><h1>T</h1><p>" + s + "</p></article></body></html>")
	}},
	{"a.jsonl", func(s string) []byte { return []byte(lineOf(s) + lineOf("The end is near.") + s) }},
	{"a.csv", func(s string) []byte {
		return []byte("id,text\n1,\"" + strings.ReplaceAll(s, `"`, `""`) + "\"\n2," + s)
	}},
	{"a.warc", func(s string) []byte {
		return fmt.Appendf(nil, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n%s", len(s), s, s)
	}},
	{"a.jsonl.gz", func(s string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(lineOf(s)))
		w.Close()
		return append(b.Bytes(), s...)
	}},
	{"a.txt.zst", func(s string) []byte {
		w, _ := zstd.NewWriter(nil)
		return w.EncodeAll([]byte(s), nil)
	}},
	{"a.zip", func(s string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, name := range []string{"a.txt", "../" + head(s) + ".html", "c\n.jsonl"} {
			f, _ := w.Create(name)
			f.Write([]byte(s))
		}
		w.Close()
		return b.Bytes()
	}},
	{"a.tar", func(s string) []byte {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		w.WriteHeader(&tar.Header{Name: "a.txt", Mode: 0o644, Size: int64(len(s))})
		w.Write([]byte(s))
		return append(b.Bytes(), s...)
	}},
	{"a.mhtml", func(s string) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/\r\n\r\n" + s + "\r\n--b--" + s)
	}},
}

func lineOf(text string) string {
	line, _ := json.Marshal(map[string]string{"text": text, "lang": "fr"})
	return string(line) + "\n"
}

func head(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '/' || r == 0 {
			return '_'
		}
		return r
	}, s[:min(len(s), 20)])
}

// What one hostile input may take, and what a run of the program took. Time is that of the processor: other work on the machine is
// not counted.
const (
	maxTime   = 10 * time.Second
	maxMemory = 250 << 10 // kB
)

// Whatever an input holds, in whatever kind of file: the program ends in time, within its memory, without a fault of its own; what
// it could not read it names, and what it writes is records.
func TestHostile(t *testing.T) {
	program, dir := built(t), t.TempDir()
	n := 0
	for i, h := range hostilities {
		for k, c := range carriers {
			if !*everyHostile && (i+3*k)%10 != 0 {
				continue
			}
			n++
			t.Run(strings.ReplaceAll(h.name, " ", "-")+"/"+c.name, func(t *testing.T) {
				place := filepath.Join(dir, strconv.Itoa(n))
				if err := os.Mkdir(place, 0o755); err != nil {
					t.Fatal(err)
				}
				defer os.RemoveAll(place)
				if err := os.WriteFile(filepath.Join(place, c.name), c.wrap(strings.Repeat(h.piece, h.times)), 0o644); err != nil {
					t.Fatal(err)
				}
				hold(t, program, place, "--lang", "fr", "-f", "jsonl", "./"+c.name)
			})
		}
	}
	t.Logf("%d cases", n)
}

// hold runs the program in a folder, and holds it to what it may take and say.
func hold(t *testing.T, program, dir string, args ...string) {
	t.Helper()
	var out, told bytes.Buffer
	run := exec.Command(program, args...)
	run.Dir, run.Stdout, run.Stderr = dir, &out, &told
	run.Env = append(os.Environ(), "HOME="+filepath.Dir(dir))
	failed := (*exec.ExitError)(nil)
	if err := run.Run(); err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	state := run.ProcessState
	if used := state.UserTime() + state.SystemTime(); used > maxTime {
		t.Errorf("%v", used)
	}
	if memory := state.SysUsage().(*syscall.Rusage).Maxrss; memory > maxMemory {
		t.Errorf("%d MB", memory>>10)
	}
	name := args[len(args)-1]
	switch code := state.ExitCode(); {
	case strings.Contains(told.String(), "internal error"), strings.Contains(told.String(), "goroutine "), strings.Contains(told.String(), "broke a law"):
		t.Errorf("a fault: %.500s", told.String())
	case code != 0 && code != exitFailed:
		t.Errorf("exit code %d: %.500s", code, told.String())
	case code == exitFailed && !strings.Contains(told.String(), strings.TrimPrefix(name, "./")):
		t.Errorf("not named: %.500s", told.String())
	}
	for line := range bytes.Lines(out.Bytes()) {
		var record struct{ ID string }
		if err := json.Unmarshal(line, &record); err != nil || record.ID == "" {
			t.Errorf("%v: %.200s", err, line)
		}
	}
	for _, r := range told.String() {
		if r == 0x1b || r == 0x202e || r == 0x2066 {
			t.Errorf("%q in a message: %.200q", r, told.String())
			break
		}
	}
}

// The exit codes of the program.
const (
	exitFailed      = 2
	exitInterrupted = 130
)

// built is the program.
func built(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sayso")
	if out, err := exec.Command("go", "build", "-o", name, "sayso/cmd/sayso").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return name
}
