package rules

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A reader walks the YAML nodes of one file. Every scalar is text; anything that is not of the shape asked for is
// a mistake, noted and skipped.
type reader struct {
	*mistakes
	file *file
}

// A pair is a key of a mapping and what it holds.
type pair struct {
	key   text
	value *yaml.Node
}

func (r *reader) failNode(n *yaml.Node, msg, hint string) {
	r.fail(r.file.errorAt(n.Line, n.Column, msg, hint))
}

// document is the file's only document; nil where the file is empty or is not YAML.
func (r *reader) document() *yaml.Node {
	decoder := yaml.NewDecoder(strings.NewReader(r.file.body))
	root, err := decode(decoder)
	if err == io.EOF || err == nil && len(root.Content) == 0 {
		return nil
	}
	if err != nil {
		r.fail(r.file.syntaxError(err))
		return nil
	}
	if next, err := decode(decoder); err == nil {
		r.failNode(next, "a second document", "a file holds one document: leave --- out")
	} else if err != io.EOF {
		r.fail(r.file.syntaxError(err))
		return nil
	}
	return root.Content[0]
}

// decode reads one document; a panic of the YAML reader is a syntax error.
func decode(d *yaml.Decoder) (n *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml: %v", p)
		}
	}()
	n = new(yaml.Node)
	return n, d.Decode(n)
}

// isText reports whether n is plain text, without tag, anchor or alias.
func isText(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 && n.Value != ""
}

// text is a scalar's text; it may not be empty.
func (r *reader) text(n *yaml.Node) (text, bool) {
	if !isText(n) {
		r.failNode(n, "expected text, found "+describe(n), trap(n))
		return text{}, false
	}
	return text{n.Value, r.file, n}, true
}

// maxTexts is how many texts a sequence may hold.
const maxTexts = 100_000

// texts is a sequence of texts; one text stands for a sequence of it.
func (r *reader) texts(n *yaml.Node) []text {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode && r.plain(n) {
		nodes = n.Content
		if len(nodes) == 0 {
			r.failNode(n, "expected text, found an empty sequence", "")
		}
		if len(nodes) > maxTexts {
			r.failNode(n, fmt.Sprintf("more than %d texts", maxTexts), "a list of names that stands in a file may be of any length: {file: names.txt}")
			return nil
		}
	}
	var all []text
	for _, node := range nodes {
		if t, ok := r.text(node); ok {
			all = append(all, t)
		}
	}
	return all
}

// pairs is the content of a mapping, without the keys that are written twice.
func (r *reader) pairs(n *yaml.Node) []pair {
	if n.Kind != yaml.MappingNode {
		r.failNode(n, "expected a mapping, found "+describe(n), "")
		return nil
	}
	if !r.plain(n) {
		return nil
	}
	var all []pair
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := r.text(n.Content[i])
		if !ok {
			continue
		}
		if line := first[key.value]; line > 0 {
			r.fail(key.errorAt(0, fmt.Sprintf("%q is already written at line %d", shorten(key.value), line), "keep one of them"))
			continue
		}
		first[key.value] = key.node.Line
		all = append(all, pair{key, n.Content[i+1]})
	}
	return all
}

// plain reports whether a sequence or mapping is without tag and anchor.
func (r *reader) plain(n *yaml.Node) bool {
	if n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 {
		return true
	}
	r.failNode(n, "unexpected "+describe(n), "")
	return false
}

// unknown notes a key that is none of the known ones.
func (r *reader) unknown(key text, known []string) {
	r.fail(key.errorAt(0, fmt.Sprintf("unknown key %q", shorten(key.value)), oneOf(key.value, known)))
}

// describe names what a node is.
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.AliasNode:
		return "an alias"
	case n.Anchor != "":
		return "an anchor"
	case n.Style&yaml.TaggedStyle != 0:
		return "a tag"
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a sequence"
	case n.Value == "":
		return "nothing"
	}
	return "text"
}

// trap is the hint for what YAML makes of text that is not quoted.
func trap(n *yaml.Node) string {
	sign := ""
	switch {
	case n.Kind == yaml.AliasNode:
		sign = "*"
	case n.Anchor != "":
		sign = "&"
	case n.Style&yaml.TaggedStyle != 0:
		sign = "!"
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0 && n.Line == lastLine(n):
		sign = "{"
	case n.Kind == yaml.MappingNode && len(n.Content) > 1 && n.Content[1].Line == n.Line:
		return `put quotes round text that holds " : "`
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0:
		sign = "["
	default:
		return ""
	}
	return "put quotes round text that starts with " + sign
}

func lastLine(n *yaml.Node) int {
	for len(n.Content) > 0 {
		n = n.Content[len(n.Content)-1]
	}
	return n.Line
}

// shorten cuts a long text for a message.
func shorten(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return s
}

var lineOfError = lazyRegexp(`^(?:yaml: )?(?:line (\d+): )?(.*)`)

// syntaxError is an error of the YAML reader with the best place that can be found for it.
func (f *file) syntaxError(err error) *Error {
	parts := lineOfError().FindStringSubmatch(strings.SplitN(err.Error(), "\n", 2)[0])
	msg := parts[2]
	line, _ := strconv.Atoi(parts[1])
	switch {
	case strings.HasPrefix(msg, "did not find expected"):
		line = f.firstBadLine()
	case strings.HasPrefix(msg, "control characters"):
		line = f.lineWith(isControl)
	case strings.HasPrefix(msg, "unknown anchor"):
		anchor := "*" + strings.Trim(strings.TrimSuffix(strings.TrimPrefix(msg, "unknown anchor "), " referenced"), "'")
		line = 1 + strings.Count(f.body[:max(0, strings.Index(f.body, anchor))], "\n")
	}
	line = max(line, 1)
	column, hint := f.syntaxTrap(line, msg)
	return f.errorAt(line, column, "not YAML: "+msg, hint)
}

func isControl(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0x7f }

func (f *file) lineWith(is func(rune) bool) int {
	at := max(0, strings.IndexFunc(f.body, is))
	return 1 + strings.Count(f.body[:at], "\n")
}

// firstBadLine is the line that makes the file no YAML: the file up to the line before is. The YAML reader gives
// the beginning of the block that is broken, which may be far above.
func (f *file) firstBadLine() int {
	lines := bytes.SplitAfter([]byte(f.body), []byte("\n"))
	good, bad := 0, len(lines)
	for good+1 < bad {
		middle := (good + bad) / 2
		d := yaml.NewDecoder(bytes.NewReader(bytes.Join(lines[:middle], nil)))
		if _, err := decode(d); err == nil || err == io.EOF {
			good = middle
		} else {
			bad = middle
		}
	}
	return bad
}

var (
	colonTrap = lazyRegexp(`:\s.*?(:)(?:\s|$)`)
	startTrap = lazyRegexp("(?:^\\s*|[:\\-]\\s+|[,\\[]\\s*)([@`%*&!|>])")
)

// syntaxTrap finds a known trap on the line: its column (1 where there is none) and what to do about it.
func (f *file) syntaxTrap(line int, msg string) (column int, hint string) {
	text := f.line(line)
	if strings.HasPrefix(msg, "did not find expected ','") {
		return 1, "between brackets, put quotes round text that holds ? or { or [, or write one item a line after -"
	}
	found, group := colonTrap().FindStringSubmatchIndex(text), 2
	hint = `put quotes round text that holds " : "`
	if !strings.HasPrefix(msg, "mapping values") || found == nil {
		found = startTrap().FindStringSubmatchIndex(text)
		if found == nil || slices.Contains([]string{"did not find expected key"}, msg) {
			return 1, ""
		}
		hint = "put quotes round text that starts with " + text[found[2]:found[3]]
	}
	return 1 + len([]rune(text[:found[group]])), hint
}

// measured is the document of a file that stands beside a pack's rules where something was measured or learnt, with its
// reader; nil where there is no such file, or none that can be read.
func (f folder) measured(name string, m *mistakes) (reader, *yaml.Node) {
	if _, err := fs.Stat(f.fsys, name); err != nil {
		return reader{}, nil
	}
	in, err := f.open(name, maxYAML)
	if err != nil {
		m.fail(err)
		return reader{}, nil
	}
	r := reader{m, in}
	return r, r.document()
}
