package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/pflag"
)

// withoutEffect are the flags that a run may have otherwise than the one that it goes on with: the records are the same. What
// the files and folders of some hold counts in their place.
var withoutEffect = []string{
	"help", "output", "failed", "resume", "jobs", "quiet", "verbose", "color", "exit-status", "timeout", "user-agent", "cache",
	"pack", "rates", "format",
}

// fingerprint tells a run from others whose records would be different, whether a flag, a variable, settings, rule packs or
// rates make them so.
func (c *command) fingerprint(s *settings, format string) string {
	h := sha256.New()
	fmt.Fprintf(h, "sayso %s%s\x00%s\x00%t\x00", version, builtFrom(), format, s.failed != "")
	c.flags.VisitAll(func(f *pflag.Flag) {
		if !slices.Contains(withoutEffect, f.Name) {
			fmt.Fprintf(h, "%s %s\x00", f.Name, f.Value)
		}
	})
	for _, dir := range slices.Concat(s.packs, usualDirs()) {
		hashFolder(h, dir)
	}
	if s.rates != "" {
		hashFile(h, s.rates)
	} else {
		hashFile(h, ratesFile())
	}
	return fmt.Sprintf("%x", h.Sum(nil))
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
