package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso/extract"
)

var update = flag.Bool("update", false, "rewrite the outputs that the README shows")

const readme = "../../README.md"

// documents are the pages whose commands are run, each in a folder of its own.
var documents = []string{readme, "../../rules/README.md", "../../CONTRIBUTING.md"}

// block is a fenced block of a page: its kind and what it holds.
var block = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```\n")

// TestReadmeCommands goes through the pages from top to bottom, writes the files that they show and runs every command
// of their sessions, and holds that these print what the page says.
func TestReadmeCommands(t *testing.T) {
	for _, page := range documents {
		t.Run(strings.TrimPrefix(page, "../../"), func(t *testing.T) {
			data, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			home := t.TempDir()
			if err := os.CopyFS(filepath.Join(home, "testdata"), os.DirFS("../../testdata")); err != nil {
				t.Fatal(err)
			}
			now := block.ReplaceAllStringFunc(string(data), func(b string) string {
				m := block.FindStringSubmatch(b)
				if m[1] != "console" {
					writeShown(t, home, m[2])
					return b
				}
				return "```console\n" + session(t, home, m[2]) + "```\n"
			})
			holdPage(t, page, string(data), now)
		})
	}
}

// holdPage compares a page with what its commands print now, or rewrites it.
func holdPage(t *testing.T, page, was, now string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(page, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, got := strings.Split(was, "\n"), strings.Split(now, "\n")
	for i := range want {
		if i >= len(got) || want[i] != got[i] {
			t.Fatalf("%s:%d: the page says\n%s\nand the command prints\n%s\n(go test ./cmd/sayso -run Readme -update rewrites it)",
				page, i+1, want[i], strings.Join(got[min(i, len(got)):min(i+3, len(got))], "\n"))
		}
	}
}

// session runs the commands of a session: its lines that begin with "$ ". What they print takes the place of the rest.
func session(t *testing.T, home, text string) string {
	t.Helper()
	var b strings.Builder
	lines := strings.SplitAfter(text, "\n")
	for i := 0; i < len(lines); {
		command, ok := strings.CutPrefix(lines[i], "$ ")
		if !ok {
			t.Fatalf("%q is no command", lines[i])
		}
		end := i + 1
		for end < len(lines) && !strings.HasPrefix(lines[end], "$ ") {
			end++
		}
		b.WriteString(lines[i])
		if !runs(command) {
			b.WriteString(strings.Join(lines[i+1:end], "")) // as it stands
		} else {
			b.WriteString(printed(t, home, command))
		}
		if i = end; i == len(lines)-1 && lines[i] == "" {
			break
		}
	}
	return b.String()
}

// programs are those that a machine may lack: what the page says of their commands stays as it stands there.
var programs = []string{"jq", "sqlite3", "mlr", "duckdb"}

// runs reports whether this machine has the programs of a command.
func runs(command string) bool {
	for _, word := range strings.Fields(command) {
		if _, err := exec.LookPath(word); slices.Contains(programs, word) && err != nil {
			return false
		}
	}
	return true
}

func printed(t *testing.T, home, command string) string {
	t.Helper()
	sh := exec.Command("sh", "-c", command)
	sh.Dir = home
	sh.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=", "LC_ALL=C", "SAYSO_CACHE="+filepath.Join(home, ".cache"))
	out, err := sh.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	return string(out)
}

// fileName is the comment that names the file that a block shows.
var fileName = regexp.MustCompile(`^# ([\w/.-]+\.(?:yaml|txt))(?: .*)?\n`)

// writeShown puts a file that a page shows where it says it stands.
func writeShown(t *testing.T, home, content string) {
	t.Helper()
	m := fileName.FindStringSubmatch(content)
	if m == nil {
		return
	}
	path := filepath.Join(home, m[1])
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Every snippet of the page on packs is a file that its commands read.
func TestSnippetsAreFiles(t *testing.T) {
	data, err := os.ReadFile("../../rules/README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, m := range block.FindAllStringSubmatch(string(data), -1) {
		if shown++; m[1] != "console" && !fileName.MatchString(m[2]) {
			t.Errorf("no command reads this snippet:\n%s", m[2])
		}
	}
	if shown == 0 {
		t.Error("the page shows nothing")
	}
}

// Every type that rules may make, and every field of it, stands in the page's table.
func TestTableOfTypes(t *testing.T) {
	data, err := os.ReadFile("../../rules/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range extract.Types() {
		row := fmt.Sprintf("| `%s` | %s | %s |\n", typ.Name, typ.About, strings.Join(typ.Fields[:len(typ.Fields)-1], " "))
		if !strings.Contains(string(data), row) {
			t.Errorf("the table lacks the row\n%s", row)
		}
	}
}

// TestReadmeShowsARuleThatIsInForce holds that each line of the rule that the README shows stands in a pack.
func TestReadmeShowsARuleThatIsInForce(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := os.ReadFile("../../rules/fr/money.yaml")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, m := range block.FindAllStringSubmatch(string(data), -1) {
		if m[1] != "yaml" || !strings.HasPrefix(m[2], "  ") {
			continue
		}
		for line := range strings.Lines(m[2]) {
			if shown++; !strings.Contains(string(pack), line) {
				t.Errorf("no such line in the French pack: %s", line)
			}
		}
	}
	if shown == 0 {
		t.Error("the README shows no rule")
	}
}
