package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// recipeHome is a folder with what the recipes read: the test articles, a dump of them with a line that cannot be read, two versions of
// an article, and the names of fifty companies.
func recipeHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	if err := os.CopyFS(filepath.Join(home, "news"), os.DirFS("../../testdata/articles")); err != nil {
		t.Fatal(err)
	}
	var dump strings.Builder
	texts, err := filepath.Glob("../../testdata/articles/*/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	write := func(name, content string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(home, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(home, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range texts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		line, _ := json.Marshal(map[string]string{"id": filepath.Base(name), "text": string(text)})
		fmt.Fprintf(&dump, "%s\n", line)
	}
	write("dump.jsonl", dump.String()+"{\"text\": 5}\n")
	companies := "Voltamer\nHarrow & Pike\n"
	for i := range 48 {
		companies += fmt.Sprintf("Quarrow Shipping %c%c\n", 'A'+i/26, 'A'+i%26)
	}
	write("companies.txt", companies)
	for name, from := range map[string]string{"wire.html": "battery-plant.html", "paper.html": "chip-quarter.html", "pages/one.html": "battery-plant.html"} {
		page, err := os.ReadFile("../../testdata/articles/en/" + from)
		if err != nil {
			t.Fatal(err)
		}
		write(name, string(page))
	}
	return home
}

// task is a line that names one of the ten tasks.
var task = regexp.MustCompile(`^[a-j]\. `)

// Every command of the recipes runs over files made of the test articles, and finds something in them.
func TestRecipes(t *testing.T) {
	home := recipeHome(t)
	questions, tasks, ran := 0, 0, 0
	for line := range strings.Lines(topicText("recipes")) {
		command, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "  ")
		switch {
		case ok && runs(command):
			ran++
			tryRecipe(t, home, command)
		case strings.HasSuffix(line, "?\n"):
			questions++
		case task.MatchString(line):
			tasks++
		}
	}
	if questions != 15 || tasks != 10 || ran < 12 {
		t.Errorf("%d questions, %d tasks, %d commands", questions, tasks, ran)
	}
}

// tryRecipe runs a command: that it prints something, or writes its file, is what is wanted of it.
func tryRecipe(t *testing.T, home, command string) {
	t.Helper()
	if strings.HasPrefix(command, "make ") { // what it does is tried by building the program
		if out, err := exec.Command("make", "-C", "../..", "-n", strings.TrimPrefix(command, "make ")).Output(); err != nil || !strings.Contains(string(out), "./sayso") {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
		return
	}
	fails := strings.Contains(command, "dump.jsonl") || strings.Contains(command, "failed.txt") // of the line that cannot be read
	out, file := "", outputFile.FindStringSubmatch(command)
	if fails {
		out = printed(t, home, strings.Replace(command, "sayso ", "sayso -q ", 1)+"; test $? = 2")
	} else {
		out = printed(t, home, strings.Replace(command, "sayso -o", "sayso -q -o", 1))
	}
	if file == nil && out == "" {
		t.Errorf("%s: nothing is found", command)
	}
	if file != nil {
		if info, err := os.Stat(filepath.Join(home, file[1])); err != nil || info.Size() == 0 && !strings.Contains(command, "--from list") {
			t.Errorf("%s: %v", command, err)
		}
	}
}

// outputFile is the file that a command writes.
var outputFile = regexp.MustCompile(`sayso -o (\S+)`)
