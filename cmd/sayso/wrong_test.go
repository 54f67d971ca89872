package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// wrongUsages is the table of what people type wrongly: the exit code, the kind of mistake, the arguments, and the message.
const wrongUsages = "../../testdata/usage/wrong.tsv"

// Every mistake of the table gets its exit code and one message, which names what is wrong in the words of the command line.
func TestWrongUsages(t *testing.T) {
	table, err := os.ReadFile(wrongUsages)
	if err != nil {
		t.Fatal(err)
	}
	path, err := filepath.Abs(wrongUsages)
	if err != nil {
		t.Fatal(err)
	}
	homeOfMistakes(t)
	var now strings.Builder
	n := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) < 3 {
			now.WriteString(line) // the head
			continue
		}
		n++
		code, message := mistaken(t, cells[2])
		fmt.Fprintf(&now, "%d\t%s\t%s\t%s\n", code, cells[1], cells[2], message)
		holdPlainWords(t, cells[2], message)
		if code == 0 || !*update && (len(cells) != 4 || strconv.Itoa(code) != cells[0] || message != cells[3]) {
			t.Errorf("sayso %s: exit code %d, %q", cells[2], code, message)
		}
	}
	if n < 120 {
		t.Errorf("only %d wrong usages", n)
	}
	if *update {
		if err := os.WriteFile(path, []byte(now.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// homeOfMistakes is a folder with what the mistakes are about.
func homeOfMistakes(t *testing.T) {
	t.Helper()
	home := t.TempDir()
	page, err := os.ReadFile("../../testdata/articles/en/battery-plant.html")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"a.html": string(page), "b.html": string(page), "news/a.html": string(page), "a.txt": "Anna Berg said that it had cost $3 million.\n",
		"d.jsonl": `{"text": "Anna Berg said that it had cost $3 million."}` + "\n", "bad.jsonl": "not json\n", "five.jsonl": `{"text": 5}` + "\n",
		"empty.txt": "", "p.pdf": "%PDF-1.4\n", "none/readme": "nothing\n", "broken/pack.yaml": "pack: broken\nlanguage: fr\nextends: fr\nrules:\n  x:\n    makes: nothing-known\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(home, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(home, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(home)
	for name, value := range map[string]string{"HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "SAYSO_CACHE": filepath.Join(home, ".cache"), "LC_ALL": "C"} {
		t.Setenv(name, value)
	}
}

// mistaken runs the program, and gives its exit code and the first line of its message. Words before the arguments that hold a "="
// are variables.
func mistaken(t *testing.T, words string) (int, string) {
	t.Helper()
	args := strings.Fields(words)
	for len(args) > 0 && strings.HasPrefix(args[0], "SAYSO_") {
		name, value, _ := strings.Cut(args[0], "=")
		os.Setenv(name, value)
		defer os.Unsetenv(name)
		args = args[1:]
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, `""`, "")
	}
	in, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out, said bytes.Buffer
	code := (&command{in: in, out: &out, err: &said}).run(t.Context(), args)
	first, _, _ := strings.Cut(said.String(), "\n")
	return code, strings.TrimPrefix(first, "sayso: ")
}

// holdPlainWords holds that a message has words, and none of the language that the program is written in.
func holdPlainWords(t *testing.T, words, message string) {
	t.Helper()
	for _, bad := range []string{"strconv", "invalid syntax", "json: ", "Go value", "yaml: ", "pflag", "time: ", "nil", "%!"} {
		if message == "" || strings.Contains(message, bad) {
			t.Errorf("sayso %s: the message %q is empty or holds %q", words, message, bad)
			return
		}
	}
}
