package main

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const contributing = "../../CONTRIBUTING.md"

// picture is the block of the contributors' page that shows the packages and their arrows.
var picture = regexp.MustCompile("(?s)```mermaid\n.*?```\n")

// The picture of the house is drawn from what the packages import.
func TestPictureOfTheHouse(t *testing.T) {
	page, err := os.ReadFile(contributing)
	if err != nil {
		t.Fatal(err)
	}
	if !picture.Match(page) {
		t.Fatal("the page has no picture")
	}
	drawn := "```mermaid\n" + draw(imports(t)) + "```\n"
	holdPage(t, contributing, string(page), picture.ReplaceAllLiteralString(string(page), drawn))
}

// imports are the project's packages with those of them that each imports; what is for tests alone is left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "sayso/")
		if strings.HasSuffix(name, "test") || strings.Contains(name, "/data") {
			continue
		}
		all[name] = []string{}
		for _, to := range p.Imports {
			if inner, ours := strings.CutPrefix(to, "sayso/"); ours {
				all[name] = append(all[name], inner)
			}
		}
	}
	return all
}

// draw is the graph in Mermaid's language. An arrow that two others make together is left out.
func draw(all map[string][]string) string {
	var b strings.Builder
	b.WriteString("graph TD\n")
	for _, from := range slices.Sorted(maps.Keys(all)) {
		for _, to := range slices.Sorted(slices.Values(all[from])) {
			if !slices.ContainsFunc(all[from], func(other string) bool { return other != to && reaches(all, other, to) }) {
				fmt.Fprintf(&b, "  %s --> %s\n", from, to)
			}
		}
	}
	return b.String()
}

// reaches reports whether arrows lead from one package to another.
func reaches(all map[string][]string, from, to string) bool {
	return slices.ContainsFunc(all[from], func(next string) bool { return next == to || reaches(all, next, to) })
}
