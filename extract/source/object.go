package source

import (
	"bytes"
	"encoding/json"
)

// A member is a name of an object of JSON with its value.
type member struct {
	name  string
	value json.RawMessage // good as long as the line is
}

// membersOf are those of the object on a line, in its order. The error is encoding/json's.
func membersOf(line []byte) ([]member, error) {
	if all, ok := plainMembers(line); ok {
		return all, nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return nil, err
	}
	var all []member
	for name, value := range object {
		all = append(all, member{name, value})
	}
	return all, nil
}

// plainMembers are the members of an object as most lines hold it: no name twice or with an escape, values that are texts,
// numbers or literals. Of another line, or one that is no JSON, it leaves the judgement to encoding/json: that takes several
// times as long.
func plainMembers(line []byte) (all []member, ok bool) {
	rest, ok := bytes.CutPrefix(trimmed(line), []byte("{"))
	for ok {
		var name, value []byte
		if name, rest, ok = markedText(trimmed(rest)); !ok || bytes.IndexByte(name, '\\') >= 0 || isNamed(all, name[1:len(name)-1]) {
			return nil, false
		}
		if rest, ok = bytes.CutPrefix(trimmed(rest), []byte(":")); !ok {
			return nil, false
		}
		if value, rest, ok = plainValue(trimmed(rest)); !ok {
			return nil, false
		}
		if all == nil {
			all = make([]member, 0, 8)
		}
		all = append(all, member{string(name[1 : len(name)-1]), value})
		rest = trimmed(rest)
		if end, ended := bytes.CutPrefix(rest, []byte("}")); ended {
			return all, len(trimmed(end)) == 0
		}
		rest, ok = bytes.CutPrefix(rest, []byte(","))
	}
	return nil, false
}

// trimmed is what follows white space of JSON.
func trimmed(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n") }

func isNamed(all []member, name []byte) bool {
	for _, m := range all {
		if m.name == string(name) {
			return true
		}
	}
	return false
}

// plainValue is the text, number or literal that JSON begins with.
func plainValue(b []byte) (value, rest []byte, ok bool) {
	if len(b) > 0 && b[0] == '"' {
		return markedText(b)
	}
	end := bytes.IndexAny(b, ", \t\r\n}")
	if end <= 0 || !json.Valid(b[:end]) {
		return nil, nil, false
	}
	return b[:end], b[end:], true
}

// markedText is the text that JSON begins with, in its marks.
func markedText(b []byte) (text, rest []byte, ok bool) {
	if len(b) == 0 || b[0] != '"' {
		return nil, nil, false
	}
	for i := 1; i < len(b); i++ {
		switch c := b[i]; {
		case c == '"':
			return b[:i+1], b[i+1:], true
		case c < ' ':
			return nil, nil, false
		case c == '\\':
			if i++; i < len(b) && b[i] == 'u' && isHex(b[min(i+1, len(b)):min(i+5, len(b))]) {
				i += 4
			} else if i >= len(b) || bytes.IndexByte([]byte(`"\/bfnrt`), b[i]) < 0 {
				return nil, nil, false
			}
		}
	}
	return nil, nil, false
}

// isHex reports whether these are four digits of a code.
func isHex(digits []byte) bool {
	for _, c := range digits {
		if !('0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f') {
			return false
		}
	}
	return len(digits) == 4
}
