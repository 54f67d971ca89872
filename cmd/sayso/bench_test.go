package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkStart runs the program on one short article, with compiled packs and without, beside a program that prints a
// line: times-nothing is how many times more of the processor's time it takes, a median of runs that take turns.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	nothing := filepath.Join(dir, "nothing.go")
	if err := os.WriteFile(nothing, []byte("package main\n\nfunc main() { println() }\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	least, sayso, cache := filepath.Join(dir, "nothing"), filepath.Join(dir, "sayso"), filepath.Join(dir, "cache")
	build(b, least, nothing)
	build(b, sayso, ".")
	text := "../../testdata/articles/fr/horlogerie-jura.txt"
	for _, c := range []struct {
		name, cache string
		args        []string
	}{
		{"version", cache, []string{"--version"}},
		{"text", cache, []string{"--lang", "fr", text}},
		{"text-of-any-language", cache, []string{text}},
		{"page", cache, []string{"--lang", "fr", "../../testdata/articles/fr/usine-batteries.html"}},
		{"uncompiled", "off", []string{"--lang", "fr", text}},
	} {
		b.Run(c.name, func(b *testing.B) {
			run := func(program string, args ...string) time.Duration { return spent(b, c.cache, program, args...) }
			run(sayso, c.args...)
			var ours, none []time.Duration
			for b.Loop() {
				none = append(none, run(least))
				ours = append(ours, run(sayso, c.args...))
			}
			b.ReportMetric(float64(median(ours))/float64(median(none)), "times-nothing")
			b.ReportMetric(float64(median(ours).Microseconds())/1e3, "cpu-ms/run")
		})
	}
}

// BenchmarkShortTexts reads the sentences of the project's articles as a text each, and as three long texts: times-long is how
// many times more of the processor's time a byte of the short ones takes, reading and writing counted.
func BenchmarkShortTexts(b *testing.B) {
	const times = 20
	dir := b.TempDir()
	sayso, cache := filepath.Join(dir, "sayso"), filepath.Join(dir, "cache")
	build(b, sayso, ".")
	var short, long strings.Builder
	line := func(to *strings.Builder, id, language, text string) {
		record, _ := json.Marshal(map[string]string{"id": id, "lang": language, "date": "2025-03-12", "text": text})
		to.Write(append(record, '\n'))
	}
	for _, language := range Languages() {
		all := sentences(b, language)
		for n := range times {
			for i, s := range all {
				line(&short, fmt.Sprintf("%s-%d-%d", language, n, i), language, s)
			}
		}
		line(&long, language, language, strings.Repeat(strings.Join(all, " ")+" ", times))
	}
	dumps := map[string]string{"short": short.String(), "long": long.String()}
	took := map[string][]time.Duration{}
	for name, dump := range dumps {
		dumps[name] = filepath.Join(dir, name+".jsonl")
		if err := os.WriteFile(dumps[name], []byte(dump), 0o644); err != nil {
			b.Fatal(err)
		}
		spent(b, cache, sayso, "-j", "1", dumps[name])
	}
	for b.Loop() {
		for name, dump := range dumps {
			took[name] = append(took[name], spent(b, cache, sayso, "-j", "1", dump))
		}
	}
	b.ReportMetric(float64(median(took["short"]))/float64(median(took["long"])), "times-long")
}

// sentences are those of the articles in a language.
func sentences(b *testing.B, language string) (all []string) {
	b.Helper()
	files, _ := filepath.Glob("../../testdata/articles/" + language + "/*.txt")
	ends := regexp.MustCompile(`[^.!?\n]+[.!?]+`)
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		for _, s := range ends.FindAllString(string(body), -1) {
			all = append(all, strings.TrimSpace(s))
		}
	}
	if len(all) == 0 {
		b.Fatalf("no texts in %s", language)
	}
	return all
}

// spent is the processor's time of a run.
func spent(b *testing.B, cache, program string, args ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "SAYSO_CACHE="+cache)
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func build(b *testing.B, to, what string) {
	b.Helper()
	cmd := exec.Command("go", "build", "-o", to, what)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
}
