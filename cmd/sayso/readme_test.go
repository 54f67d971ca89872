package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the outputs that the README shows")

const readme = "../../README.md"

// block is a fenced block of the README: its kind and what it holds.
var block = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```\n")

// TestReadmeCommands runs every command of the README's sessions in the project's folder and holds that it prints what
// the README says. The packs that the README shows stand there too.
func TestReadmeCommands(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	if err := os.CopyFS(filepath.Join(home, "testdata"), os.DirFS("../../testdata")); err != nil {
		t.Fatal(err)
	}
	writePacks(t, home, string(data))
	now := block.ReplaceAllStringFunc(string(data), func(b string) string {
		m := block.FindStringSubmatch(b)
		if m[1] != "console" {
			return b
		}
		return "```console\n" + session(t, home, m[2]) + "```\n"
	})
	if *update {
		if err := os.WriteFile(readme, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if now != string(data) {
		want, got := strings.Split(string(data), "\n"), strings.Split(now, "\n")
		for i := range want {
			if i >= len(got) || want[i] != got[i] {
				t.Fatalf("README.md:%d: the README says\n%s\nand the command prints\n%s\n(go test ./cmd/sayso -run Readme -update rewrites it)",
					i+1, want[i], strings.Join(got[min(i, len(got)):min(i+3, len(got))], "\n"))
			}
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
		if strings.Contains(command, "| jq ") && !installed("jq") {
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

func installed(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func printed(t *testing.T, home, command string) string {
	t.Helper()
	sh := exec.Command("sh", "-c", command)
	sh.Dir = home
	sh.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=")
	out, err := sh.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	return string(out)
}

// packName is the comment that names the file of a pack.
var packName = regexp.MustCompile(`^# (\S+/pack\.yaml)\n`)

// writePacks puts the packs that the README shows where it says they stand.
func writePacks(t *testing.T, home, text string) {
	t.Helper()
	found := 0
	for _, m := range block.FindAllStringSubmatch(text, -1) {
		name := packName.FindStringSubmatch(m[2])
		if m[1] != "yaml" || name == nil {
			continue
		}
		path := filepath.Join(home, name[1])
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(m[2]), 0o644); err != nil {
			t.Fatal(err)
		}
		found++
	}
	if found == 0 {
		t.Error("the README shows no pack")
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
