package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"sayso/rules"
)

// packDirs are the folders where packs are looked for before the embedded ones: those that the user names, the
// project's and the user's own. One that the user names must hold a pack.
func packDirs(flags []string) ([]string, error) {
	for _, dir := range flags {
		info, err := os.Stat(dir)
		switch {
		case err != nil:
			return nil, failure(fmt.Errorf("--pack: %w", named(dir, err)))
		case !info.IsDir():
			return nil, misused("--pack: %s is not a folder", dir)
		case !holdsPack(dir):
			return nil, misused("--pack: %s holds no pack: neither a pack.yaml nor a folder with one", dir)
		}
	}
	return append(append([]string{}, flags...), usualDirs()...), nil
}

// usualDirs are the folders that need not be named, as far as they exist.
func usualDirs() []string {
	dirs := []string{filepath.Join(".sayso", "rules")}
	if config, err := os.UserConfigDir(); err == nil {
		dirs = append(dirs, filepath.Join(config, "sayso", "rules"))
	}
	var there []string
	for _, d := range dirs {
		if holdsPack(d) {
			there = append(there, d)
		}
	}
	return there
}

// cacheEnv names the folder of what may be made anew at any time, or holds "off" for none.
const cacheEnv = "SAYSO_CACHE"

// packCache is the folder for compiled packs, empty where there is none.
func packCache() string {
	dir := os.Getenv(cacheEnv)
	if dir == "off" {
		return ""
	}
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(user, "sayso")
	}
	return filepath.Join(dir, "packs")
}

// holdsPack reports whether a folder is a pack or holds one.
func holdsPack(dir string) bool {
	if _, err := os.Stat(filepath.Join(dir, "pack.yaml")); err == nil {
		return true
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if _, err := os.Stat(filepath.Join(dir, e.Name(), "pack.yaml")); err == nil {
			return true
		}
	}
	return false
}

// broken is a pack that does not load. Its mistakes begin their own lines, so that editors find them.
func broken(err error) error {
	if list := (rules.Errors)(nil); errors.As(err, &list) {
		return failure(fmt.Errorf("the rules have mistakes\n%w", list))
	}
	return failure(err)
}
