package source

import (
	"errors"
	"os"
	"strconv"
	"strings"

	"sayso/extract/article"
)

// errNoPart is the answer to the name of a part that its file does not have.
var errNoPart = errors.New("no such part: the file is one article, or the dump is shorter")

// bundleOf is the file of which an input names a part, as errors do: dump.jsonl:12, or dump.zip/a.html; empty where the
// input is no such name.
func bundleOf(name string) string {
	if _, err := os.Lstat(name); err == nil {
		return ""
	}
	if i := strings.LastIndexByte(name, ':'); i > 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil && n > 0 {
			name = name[:i]
		}
	}
	for ; name != ""; name = name[:max(strings.LastIndexByte(name, '/'), 0)] {
		if info, err := os.Stat(name); err == nil {
			if info.Mode().IsRegular() {
				return name
			}
			return ""
		}
	}
	return ""
}

// parts reads some articles of a file, in the file's order, and passes over the others.
func (s *stream) parts(file, kind string, names []string) bool {
	if s.item == nil {
		return s.fail(article.Source{Location: names[0]}, errNoAddress)
	}
	missing := map[string]bool{}
	for _, n := range names {
		missing[n] = true
	}
	want := s.item
	s.item = func(i item) bool {
		name := Name(i.from)
		if !missing[name] && name != file {
			return true
		}
		delete(missing, name)
		return want(i)
	}
	goesOn := s.file(file, kind)
	s.item = want
	for _, n := range names {
		if goesOn && missing[n] {
			delete(missing, n)
			goesOn = s.fail(article.Source{Location: n}, errNoPart)
		}
	}
	return goesOn
}
