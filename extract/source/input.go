package source

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Input is something to read: a name, and what the user says that it is.
type Input struct {
	Name string
	From string // its kind, one of Kinds; empty is by suffix, then content
	err  error  // why the list that it is could not be read
}

// Inputs are the inputs of those names. Where Options.From says that they are lists, these are read, to their ends, so that all
// that will be opened is known before anything is written; a list on the web is not, for it can name addresses alone.
func Inputs(names []string, opt Options) []Input {
	var all []Input
	for _, name := range names {
		if opt.From != kindList || isAddress(name) {
			all = append(all, Input{Name: name, From: opt.From})
			continue
		}
		listed, err := readList(name, opt)
		for _, n := range listed {
			all = append(all, Input{Name: n})
		}
		if err != nil {
			all = append(all, Input{Name: name, err: err})
		}
	}
	return all
}

// errLongList is the answer to a list that is longer, as one without end is.
var errLongList = errors.New("a list too long: cut it in several")

// readList is the names in a list, one a line. Blank lines, those that begin with "#", and standard input are passed over.
func readList(name string, opt Options) (names []string, err error) {
	in := opt.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	if in == nil {
		return nil, nil
	}
	lines, err := unpack(bufio.NewReaderSize(in, 1<<16))
	if err != nil {
		return nil, err
	}
	if isWide(lines) {
		lines = narrowed(lines)
	}
	return namesIn(lines, maxSize)
}

// namesIn are the names in the lines of a list, of no more than max bytes: all of them are kept.
func namesIn(lines *bufio.Reader, max int) (names []string, err error) {
	for read := 0; ; {
		line, err := nextLine(lines)
		if err == io.EOF {
			return names, nil
		}
		if read += len(line) + 1; read > max {
			err = errLongList
		}
		if err != nil {
			return names, err
		}
		if name, ok := lineName(line); ok && name != "-" {
			names = append(names, name)
		}
	}
}

// lineName is the name in a line of a list; ok is false where the line holds none.
func lineName(line []byte) (name string, ok bool) {
	name = strings.TrimSpace(strings.TrimPrefix(string(line), bom))
	if name == "" || name[0] == '#' {
		return "", false
	}
	if name[0] == '"' {
		if quoted, err := strconv.Unquote(name); err == nil {
			name = quoted
		}
	}
	return name, true
}

// ListLine is a name as a line of a list has it, without the line's end. A name that would not read back as itself stands
// between quotation marks, with what it holds of line breaks and the like as Go and C write them.
func ListLine(name string) string {
	odd := func(r rune) bool { return !unicode.IsPrint(r) }
	if name == "" || name[0] == '#' || name[0] == '"' || name != strings.TrimSpace(name) || !utf8.ValidString(name) || strings.ContainsFunc(name, odd) {
		return strconv.Quote(name)
	}
	return name
}

// Reading is the name of an input that the file is, or that is read from it; ok is false where there is none. The file is
// told by what it is, whatever its names.
func Reading(file fs.FileInfo, inputs []Input, opt Options) (name string, ok bool) {
	is := func(info fs.FileInfo, err error) bool {
		return err == nil && info.Mode().IsRegular() && os.SameFile(info, file)
	}
	for _, in := range inputs {
		path := in.Name
		if from := bundleOf(path); from != "" {
			path = from
		}
		info, err := os.Stat(path)
		switch f, isFile := opt.Stdin.(*os.File); {
		case in.Name == "-" && isFile && is(f.Stat()), is(info, err):
			return in.Name, true
		case in.Name == "-" || err != nil || !info.IsDir():
			continue
		}
		if inside := find(path, func(name string) bool { return is(os.Stat(name)) }); inside != "" {
			return inside, true
		}
	}
	return "", false
}

// find is the first article in a folder, and in those below it, that is looked for; empty where there is none.
func find(root string, is func(name string) bool) (found string) {
	filepath.WalkDir(walkable(root), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && isArticle(path, entry) && is(path) {
			found = path
			return fs.SkipAll
		}
		return nil
	})
	return found
}
