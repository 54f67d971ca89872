package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// withoutEffect are the flags that a run may have otherwise than the one that it goes on with: the records are the same. What
// the files and folders of some hold counts in their place.
var withoutEffect = []string{
	"help", "output", "failed", "resume", "jobs", "quiet", "verbose", "color", "exit-status", "timeout", "user-agent", "cache",
	"pack", "rates", "format",
}

// What a fingerprint has beside flags.
const (
	ofProgram = "program"
	ofPacks   = "packs"
	ofRates   = "rates"
)

// fingerprint tells a run from others whose records would be different, whether a flag, a variable, settings, rule packs or
// rates make them so: names with their values, separated by spaces. Flags that have their usual values are left out.
func (c *command) fingerprint(s *settings, format string) string {
	packs, rates := sha256.New(), sha256.New()
	for _, dir := range slices.Concat(s.packs, usualDirs()) {
		hashFolder(packs, dir)
	}
	hashFile(rates, cmp.Or(s.rates, ratesFile()))
	values := url.Values{ofProgram: {version + builtFrom()}, "format": {format}, ofPacks: {shortSum(packs)}, ofRates: {shortSum(rates)}}
	if s.failed != "" {
		values.Set("failed", "true")
	}
	c.flags.VisitAll(func(f *pflag.Flag) {
		if !slices.Contains(withoutEffect, f.Name) && f.Value.String() != f.DefValue {
			values.Set(f.Name, f.Value.String())
		}
	})
	return values.Encode()
}

// shortSum is as much of a sum as tells contents apart.
func shortSum(h hash.Hash) string { return fmt.Sprintf("%.8x", h.Sum(nil)) }

// differences are what makes two fingerprints different, in words.
func differences(was, is string) string {
	then, err := url.ParseQuery(was)
	now, wrong := url.ParseQuery(is)
	if err != nil || wrong != nil || was == "" {
		return "the version of sayso"
	}
	var all []string
	names := slices.AppendSeq(slices.Collect(maps.Keys(then)), maps.Keys(now))
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if then.Get(name) == now.Get(name) {
			continue
		}
		switch name {
		case ofProgram:
			all = append(all, "the version of sayso")
		case ofPacks:
			all = append(all, "the rule packs")
		case ofRates:
			all = append(all, "the exchange rates")
		default:
			all = append(all, fmt.Sprintf("--%s (then %s, now %s)", name, cmp.Or(then.Get(name), "not set"), cmp.Or(now.Get(name), "not set")))
		}
	}
	return strings.Join(all, ", ")
}

// hashFolder adds the names and contents of a folder's files.
func hashFolder(h io.Writer, dir string) {
	filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		fmt.Fprintf(h, "%s\x00", name)
		if err == nil && !entry.IsDir() {
			hashFile(h, path)
		}
		return nil
	})
}

// hashFile adds what a plain file holds. One that cannot be read has been said by who needs it.
func hashFile(h io.Writer, name string) {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return
	}
	f, err := os.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	content := sha256.New()
	if _, err := io.Copy(content, f); err == nil {
		h.Write(content.Sum(nil))
	}
}
