package rules

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/edsrzf/mmap-go"

	"sayso/rules/match"
)

// Cached is the library with a folder where it keeps compiled packs from run to run; the folder is made when the first
// one is kept. Whatever goes wrong with it costs time alone: the packs are compiled anew.
func (l *Library) Cached(dir string) *Library {
	c := *l
	c.cache = cache{dir, executable()}
	return &c
}

// Program is the compiled pack for a language code, see ForLanguage: from the cache, where no file of it has changed. Where
// types are named it finds the matches of these alone, the same as with all rules, and of those that they are made of, tier
// by tier: see match.Grammar.For.
func (l *Library) Program(code string, tiers ...[]string) (*match.Program, error) {
	if len(l.dirs) == 0 && fs.ValidPath(code) { // a pack that is built in: the cache knows it without its header
		if p := l.cache.load(l.key(packRef{folder: l.builtFolder(code)}, tiers)); p != nil {
			return p, nil
		}
	}
	v, err := l.forLanguage(code)
	if err != nil {
		return nil, err
	}
	key := l.key(v, tiers)
	if p := l.cache.load(key); p != nil {
		return p, nil
	}
	v.log = &log{}
	pack, err := l.load(v)
	if err != nil {
		return nil, err
	}
	p, err := pack.programOf(tiers)
	if err == nil && l.cache.works() {
		p.Foresee(pack.exampleTexts())
		l.cache.save(key, v.log, p)
	}
	return p, err
}

// key tells a program from others: its pack's place, the types that it finds, and the user's packs that names in it may mean.
func (l *Library) key(v packRef, tiers [][]string) string {
	key := []string{v.place(), fmt.Sprint(tiers)}
	for _, u := range l.user() {
		key = append(key, u.place(), u.name, u.language, u.replaces, u.extends)
	}
	return strings.Join(key, "\n")
}

// executable tells this build of the program from others: the embedded packs and the engine are part of it. It is empty
// where that cannot be told.
func executable() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return ""
	}
	head := make([]byte, 1<<15)
	n, _ := io.ReadFull(f, head)
	return fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano(), " ", buildID(head[:n]))
}

// buildID is what the linker wrote of the program's content near its beginning; it tells builds apart whose files have
// the same size and time. Empty where it is not found.
func buildID(head []byte) string {
	_, rest, _ := bytes.Cut(head, []byte("Go build ID: \""))
	id, _, found := bytes.Cut(rest, []byte("\""))
	if !found || len(id) > 200 {
		_, rest, _ = bytes.Cut(head, []byte("Go\x00\x00")) // the name of an ELF note, which pads it to four bytes
		id = rest[:min(len(rest), 83)]
	}
	return strings.ToValidUTF8(string(id), "")
}

// A cache is a folder of compiled packs, one file a program of a pack and of a build: a line of JSON that says what the pack was made of, then the
// image of its program.
type cache struct {
	dir   string // empty is no cache
	build string // the program that the images are good for
}

// A label is the first line of a file of the cache.
type label struct {
	Build string  `json:"build"`
	Key   string  `json:"key"`
	Made  []input `json:"made_of"`
	Size  int     `json:"size"`  // of the image
	Sum   uint32  `json:"crc32"` // of the image, Castagnoli's
}

// castagnoli is the polynomial that machines reckon by themselves.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// An input is a file that a pack was read from, or a folder whose listing was.
type input struct {
	Path string `json:"path"`
	Hash string `json:"sha256"`
}

// A log notes what a pack is read from.
type log struct{ inputs []input }

func (g *log) note(path string, content io.Reader) {
	if hash, err := hashOf(content); g != nil && err == nil {
		g.inputs = append(g.inputs, input{path, hash})
	}
}

func hashOf(content io.Reader) (string, error) {
	h := sha256.New()
	_, err := io.CopyBuffer(h, struct{ io.Reader }{content}, make([]byte, 1<<18))
	return hex.EncodeToString(h.Sum(nil)), err
}

// holds reports whether the file or folder is as it was.
func (in input) holds() bool {
	f, err := os.Open(in.Path)
	if err != nil {
		return false
	}
	defer f.Close()
	content := io.Reader(f)
	if info, err := f.Stat(); err != nil {
		return false
	} else if info.IsDir() {
		names, _ := yamlFiles(os.DirFS(in.Path))
		content = listing(names)
	}
	hash, err := hashOf(content)
	return err == nil && hash == in.Hash
}

func listing(names []string) io.Reader { return strings.NewReader(strings.Join(names, "\n")) }

func (c cache) file(key string) string {
	sum := sha256.Sum256([]byte(c.build + "\n" + key))
	return filepath.Join(c.dir, hex.EncodeToString(sum[:16])+".pack")
}

// load is the program of a pack, or nil where the cache has none that still holds.
func (c cache) load(key string) *match.Program {
	if !c.works() {
		return nil
	}
	f, err := os.Open(c.file(key))
	if err != nil {
		return nil
	}
	defer f.Close()
	content, err := mmap.Map(f, mmap.RDONLY, 0) // for as long as the program runs
	if err != nil {
		return nil
	}
	line, image, _ := bytes.Cut(content, []byte("\n"))
	var l label
	if json.Unmarshal(line, &l) != nil || l.Build != c.build || l.Key != key {
		return nil
	}
	for _, in := range l.Made {
		if !in.holds() {
			return nil
		}
	}
	if len(image) != l.Size || !c.isSound(f, func() bool { return crc32.Checksum(image, castagnoli) == l.Sum }) {
		return nil
	}
	p, err := match.OpenImage(image)
	if err != nil {
		return nil
	}
	return p
}

// save keeps a program.
func (c cache) save(key string, made *log, p *match.Program) {
	c.keep(key, func(f *os.File) error { return write(f, label{Build: c.build, Key: key, Made: made.inputs}, p) })
}

// keep writes a file. It takes its place at once and whole, so that two runs do not disturb each other.
func (c cache) keep(key string, fill func(*os.File) error) {
	if !c.works() || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(c.dir, "*.new")
	if err != nil {
		return
	}
	defer os.Remove(f.Name())
	err = fill(f)
	if closed := f.Close(); err == nil && closed == nil && os.Rename(f.Name(), c.file(key)) == nil {
		c.prune()
	}
}

// works reports whether there is a folder, and a build that its files are good for.
func (c cache) works() bool { return c.dir != "" && c.build != "" }

// maxKept is how many files the folder keeps: those that were written last.
const maxKept = 64

// prune removes the oldest files.
func (c cache) prune() {
	files, _ := filepath.Glob(filepath.Join(c.dir, "*"))
	if len(files) <= maxKept {
		return
	}
	written := map[string]time.Time{}
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			written[f] = info.ModTime()
		}
	}
	slices.SortFunc(files, func(a, b string) int { return written[b].Compare(written[a]) })
	for _, f := range files[maxKept:] {
		_ = os.Remove(f)
	}
}

// write writes a file of the cache. Spaces put the image where the machine wants it.
func write(to io.Writer, l label, p *match.Program) error {
	sum := crc32.New(castagnoli)
	size := counter(0)
	if err := p.WriteImage(io.MultiWriter(sum, &size)); err != nil {
		return err
	}
	l.Size, l.Sum = int(size), sum.Sum32()
	line, err := json.Marshal(l)
	if err != nil {
		return err
	}
	for len(line)%match.Align != match.Align-1 {
		line = append(line, ' ')
	}
	w := bufio.NewWriter(to)
	if _, err := w.Write(append(line, '\n')); err != nil {
		return err
	}
	if err := p.WriteImage(w); err != nil {
		return err
	}
	return w.Flush()
}

// A counter counts the bytes that are written to it.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
