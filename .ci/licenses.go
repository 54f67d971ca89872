//go:build ignore

// Licenses prints the licences of all that is linked into the program on the systems that are named: Go's, and of each module
// every licence, notice and grant of patents in the folders of the packages that are linked and in those above them.
//
//	go run .ci/licenses.go OS/ARCH… >LICENSE-THIRD-PARTY
//
// A module without a licence is a mistake.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// legal are the names of files that hold what a licence asks to be passed on.
var legal = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|patents)([-._].*)?$`)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "licenses:", err)
		os.Exit(1)
	}
}

func run(targets []string) error {
	if len(targets) == 0 {
		return errors.New("name the systems: linux/amd64 …")
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env: %w", err)
	}
	library := module{Dir: strings.TrimSpace(string(goroot))}
	files := map[module][]string{} // of each module, paths in it
	for _, t := range targets {
		packages, err := linked(t)
		if err != nil {
			return err
		}
		for _, p := range packages {
			switch m := p.Module; {
			case m == nil: // all that is Go's own has the licence at its root
				err = gather(files, library, library.Dir)
			case !m.Main:
				err = gather(files, m.module, p.Dir)
			}
			if err != nil {
				return err
			}
		}
	}
	fmt.Println("Licences of what is linked into sayso: the standard library of Go, and modules at the versions named here.")
	for _, m := range slices.SortedFunc(maps.Keys(files), func(a, b module) int { return strings.Compare(a.Path, b.Path) }) {
		if err := write(m, files[m]); err != nil {
			return err
		}
	}
	return nil
}

// A module is one of Go's; that of the standard library has no path.
type module struct{ Path, Version, Dir string }

// A goPackage is what go list tells of a package.
type goPackage struct {
	Dir    string
	Module *struct {
		module
		Main bool
	}
}

// linked are the packages of the program on a system.
func linked(target string) ([]goPackage, error) {
	goos, arch, ok := strings.Cut(target, "/")
	if !ok {
		return nil, fmt.Errorf("%s is no OS/ARCH", target)
	}
	list := exec.Command("go", "list", "-deps", "-json=Dir,Module", "./cmd/sayso")
	list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+goos, "GOARCH="+arch)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list for %s: %w", target, err)
	}
	var all []goPackage
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := in.Decode(&p); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// gather adds the files of a module's folder, and of those above it in the module.
func gather(files map[module][]string, m module, dir string) error {
	for ; ; dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			path, err := filepath.Rel(m.Dir, filepath.Join(dir, e.Name()))
			if err != nil {
				return err
			}
			if !e.IsDir() && legal.MatchString(e.Name()) && filepath.Ext(path) != ".go" && !slices.Contains(files[m], path) {
				files[m] = append(files[m], path)
			}
		}
		if len(dir) <= len(m.Dir) {
			break
		}
	}
	if len(files[m]) == 0 {
		return fmt.Errorf("%s %s has no licence", m.Path, m.Version)
	}
	return nil
}

// write prints the files of a module, one after the other.
func write(m module, files []string) error {
	name := strings.TrimSpace(m.Path + " " + m.Version)
	if m.Path == "" {
		name = "Go, its standard library"
	}
	slices.Sort(files)
	for _, f := range files {
		text, err := os.ReadFile(filepath.Join(m.Dir, f))
		if err != nil {
			return err
		}
		fmt.Printf("\n%s\n%s: %s\n%[1]s\n\n%[4]s\n", strings.Repeat("=", 100), name, filepath.ToSlash(f), strings.TrimSpace(string(text)))
	}
	return nil
}
