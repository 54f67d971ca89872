package rules

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

const (
	maxYAML  = 4 << 20  // bytes in a YAML file
	maxNames = 64 << 20 // bytes in a name file
	maxFiles = 1000     // YAML files in a pack
)

// A folder is where a pack stands.
type folder struct {
	fsys  fs.FS  // its root is the folder
	above fs.FS  // its root is the folder that this one stands in
	dir   string // the path that messages show, "/" between its parts
	built bool   // embedded in the program
	log   *log   // notes what is read, or nil
}

// parent is the folder that this one stands in.
func (f folder) parent() folder {
	return folder{fsys: f.above, dir: path.Join(f.dir, ".."), built: f.built, log: f.log}
}

// place is where the folder stands in the file system, or a name that no folder there has.
func (f folder) place() string {
	if path, err := filepath.Abs(filepath.FromSlash(f.dir)); err == nil && !f.built {
		return path
	}
	return "built in: " + f.dir
}

// note notes that a file was read, or the listing of the folder, of which name is ".". What is embedded never changes.
func (f folder) note(name string, content io.Reader) {
	if f.log != nil && !f.built {
		f.log.note(filepath.Join(f.place(), filepath.FromSlash(name)), content)
	}
}

// id tells the folder from all others.
func (f folder) id() string { return fmt.Sprint(f.built, " ", f.dir) }

// shown is how messages call a file of the folder.
func (f folder) shown(name string) string { return path.Join(f.dir, name) }

// A file is one file of a pack, as messages need it.
type file struct {
	name  string // as messages show it
	body  string
	lines []string // cut on demand
}

// cut is the lines of the file.
func (f *file) cut() []string {
	if f.lines == nil {
		f.lines = strings.Split(breaks.Replace(f.body), "\n")
	}
	return f.lines
}

// count is how many lines there are.
func (f *file) count() int { return len(f.cut()) }

// line is the n-th line, from 1, without its end; empty where there is none.
func (f *file) line(n int) string {
	f.cut()
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// breaks makes every line break that YAML knows a newline.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\ufeff", "")

// errorAt is a mistake in the file.
func (f *file) errorAt(line, column int, msg, hint string) *Error {
	return &Error{Pos: Pos{f.name, line, column}, Msg: msg, Hint: hint, Source: f.line(line)}
}

// open reads a file of the folder that is no longer than limit bytes and is valid UTF-8.
func (f folder) open(name string, limit int64) (*file, *Error) {
	in := &file{name: f.shown(name)}
	body, err := readFile(f.fsys, name, limit)
	if err != nil {
		return nil, in.errorAt(1, 1, err.Error(), "")
	}
	in.body = body
	f.note(name, strings.NewReader(body))
	if !utf8.ValidString(in.body) {
		line, column := invalidUTF8(in.body)
		in.body = strings.ToValidUTF8(in.body, "\ufffd")
		return nil, in.errorAt(line, column, "invalid UTF-8", "save the file as UTF-8")
	}
	return in, nil
}

func readFile(fsys fs.FS, name string, limit int64) (string, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return "", cause(err)
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("not a regular file")
	}
	in, err := fsys.Open(name)
	if err != nil {
		return "", cause(err)
	}
	defer in.Close()
	var body strings.Builder
	body.Grow(int(min(info.Size(), limit)))
	_, err = io.Copy(&body, io.LimitReader(in, limit+1))
	if err == nil && int64(body.Len()) > limit {
		err = fmt.Errorf("file is bigger than %d MB", limit>>20)
	}
	return body.String(), err
}

// cause is a file error without the path, which the message names already.
func cause(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}

// invalidUTF8 is the place of the first byte that is not UTF-8.
func invalidUTF8(body string) (line, column int) {
	line, column = 1, 1
	for i, r := range body {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(body[i:]); size == 1 {
				break
			}
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}
