package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"sayso/extract"
	"sayso/rules"
)

// A folder is a folder with rule packs as it travels to the workers: its own name, after which a pack may be called, and what
// it holds as a zip file.
type folder struct {
	Name string
	Zip  []byte
}

// extractors are the extractors of this process by their packs, each a func() (*extract.Extractor, error). Beam makes many
// copies of a step in one worker; an extractor is large and safe to share, so that all of them have one.
var extractors sync.Map

// load makes the extractor of packs that are named as folders of this machine, and what the workers make it from.
func load(dirs []string) ([]folder, *extract.Extractor, error) {
	var packs []folder
	for _, dir := range dirs {
		if _, err := os.Stat(dir); err != nil {
			return nil, nil, fmt.Errorf("--pack: %w", err)
		}
		if len(rules.NewLibrary(extract.Types(), dir).Languages()) == 0 {
			return nil, nil, fmt.Errorf("--pack: %s holds no pack: neither a pack.yaml nor a folder with one", dir)
		}
		f, err := pack(dir)
		if err != nil {
			return nil, nil, fmt.Errorf("--pack: %s: %w", dir, err)
		}
		packs = append(packs, f)
	}
	x, err := extractor(packs, func() ([]string, error) { return dirs, nil })
	if err != nil {
		return nil, nil, fmt.Errorf("the rules have mistakes\n%w", err)
	}
	return packs, x, nil
}

// shared is the extractor of packs on a worker. They are unpacked there once, unless it is the process that has packed them.
func shared(packs []folder) (*extract.Extractor, error) {
	return extractor(packs, func() ([]string, error) {
		to, err := os.MkdirTemp("", "sayso-packs-")
		if err != nil {
			return nil, err
		}
		var dirs []string
		for i, f := range packs {
			dir := filepath.Join(to, fmt.Sprint(i), f.Name)
			if err := f.unpack(dir); err != nil {
				return nil, err
			}
			dirs = append(dirs, dir)
		}
		return dirs, nil
	})
}

// extractor is the one extractor that this process has for packs. Their folders are asked for where it has to be made.
func extractor(packs []folder, dirs func() ([]string, error)) (*extract.Extractor, error) {
	make, _ := extractors.LoadOrStore(fmt.Sprint(packs), sync.OnceValues(func() (*extract.Extractor, error) {
		if len(packs) == 0 {
			return extract.New(extract.Options{})
		}
		found, err := dirs()
		if err != nil {
			return nil, err
		}
		return extract.New(extract.Options{PackDirs: found})
	}))
	return make.(func() (*extract.Extractor, error))()
}

// pack puts a folder into a zip file.
func pack(dir string) (folder, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return folder{}, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := z.AddFS(os.DirFS(dir)); err != nil {
		return folder{}, err
	}
	return folder{filepath.Base(dir), b.Bytes()}, z.Close()
}

// unpack writes what a folder holds to one that is new.
func (f folder) unpack(dir string) error {
	z, err := zip.NewReader(bytes.NewReader(f.Zip), int64(len(f.Zip)))
	if err != nil {
		return err
	}
	return os.CopyFS(dir, z)
}
