package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"sayso/extract/files"
	"sayso/extract/journal"
	"sayso/extract/output"
	"sayso/extract/source"
)

// spareInputs refuses to write over what is read: inputs, what a list, a folder or an archive among them holds, rule packs,
// rates and settings.
func (c *command) spareInputs(o *outputs, s *settings, format string, inputs []source.Input, from source.Options) error {
	written := map[string]fs.FileInfo{}
	for _, f := range o.files.All() {
		if !f.IsNew() && f.Info().Mode().IsRegular() {
			written[f.Name()] = f.Info()
		}
	}
	if f, ok := unwrapped(c.out).(*os.File); ok && s.output == "" {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			written["standard output"] = info
		}
	}
	if output.IsFile(format) { // it is written with files beside it
		for _, suffix := range []string{"-journal", "-wal", "-shm"} {
			if info, err := os.Stat(s.output + suffix); err == nil {
				written[s.output+suffix] = info
			}
		}
	}
	for name, info := range written {
		input, ok := source.Reading(info, inputs, from)
		if !ok {
			input, ok = s.uses(info)
		}
		if ok {
			return overwrites(name, input)
		}
	}
	return nil
}

// overwrite is the file of that name, emptied once it is certain that it is nothing that is used.
func overwrite(name string, uses func(fs.FileInfo) (string, bool)) (*files.File, error) {
	f, err := new(files.Set).Open(name)
	if err != nil {
		return nil, failure(named(name, err))
	}
	if input, ok := uses(f.Info()); ok {
		f.Close()
		return nil, overwrites(name, input)
	}
	return f, cut(f, journal.Bytes{}, "")
}

func overwrites(name, input string) error {
	if name == input {
		return misused("%s is an input: it is not overwritten", name)
	}
	return misused("%s is an input, as %s: it is not overwritten", name, input)
}

// uses is the file among rates, packs and settings that a file is.
func (s *settings) uses(file fs.FileInfo) (name string, ok bool) {
	used := append(configFiles(), s.rates)
	if s.rates == "" {
		used = append(used, ratesFile())
	}
	for _, dir := range append(usualDirs(), s.packs...) {
		filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				used = append(used, path)
			}
			return nil
		})
	}
	for _, name := range used {
		if info, err := os.Stat(name); err == nil && files.Same(info, file) {
			return name, true
		}
	}
	return "", false
}
