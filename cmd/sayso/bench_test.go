package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkStart runs the program on one short article, with compiled packs and without, beside a program that prints a
// line: times-nothing is how many times longer it takes.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	nothing := filepath.Join(dir, "nothing.go")
	if err := os.WriteFile(nothing, []byte("package main\n\nfunc main() { println() }\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	least := filepath.Join(dir, "nothing")
	build(b, least, nothing)
	sayso := filepath.Join(dir, "sayso")
	build(b, sayso, ".")
	for _, c := range []struct{ name, cache string }{{"compiled", filepath.Join(dir, "cache")}, {"uncompiled", "off"}} {
		b.Run(c.name, func(b *testing.B) {
			run := func(program string, args ...string) time.Duration {
				cmd := exec.Command(program, args...)
				cmd.Env = append(os.Environ(), "SAYSO_CACHE="+c.cache)
				begin := time.Now()
				if err := cmd.Run(); err != nil {
					b.Fatal(err)
				}
				return time.Since(begin)
			}
			read := []string{"--lang", "fr", "../../testdata/articles/fr/usine-batteries.html"}
			run(sayso, read...)
			var ours, none time.Duration
			for b.Loop() {
				none += run(least)
				ours += run(sayso, read...)
			}
			b.ReportMetric(float64(ours)/float64(none), "times-nothing")
			b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/run")
		})
	}
}

func build(b *testing.B, to, what string) {
	b.Helper()
	cmd := exec.Command("go", "build", "-o", to, what)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
}
