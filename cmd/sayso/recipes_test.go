package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every command of the recipes runs over files made of the test articles, and finds something in them.
func TestRecipes(t *testing.T) {
	home := t.TempDir()
	if err := os.CopyFS(filepath.Join(home, "news"), os.DirFS("../../testdata/articles")); err != nil {
		t.Fatal(err)
	}
	questions, ran := 0, 0
	for line := range strings.Lines(topicText("recipes")) {
		command, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "  ")
		if !ok {
			if strings.HasSuffix(line, "?\n") {
				questions++
			}
			continue
		}
		if !runs(command) {
			continue
		}
		ran++
		out := printed(t, home, strings.Replace(command, "sayso -o", "sayso -q -o", 1))
		if out == "" && !strings.HasPrefix(command, "sayso ") {
			t.Errorf("%s: nothing is found", command)
		}
	}
	if questions != 15 || ran < 3 {
		t.Errorf("%d questions, %d commands", questions, ran)
	}
}
