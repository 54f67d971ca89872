package robots

import "strings"

// matches reports whether a pattern matches the path from its start: "*" is anything, "$" at the end of the pattern the
// end of the path. Taking each piece between stars where it stands first is enough, so the time is linear in the path.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	pieces := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(path, pieces[0])
	if !ok {
		return false
	}
	last := len(pieces) - 1
	for i, piece := range pieces[1:] {
		if whole && i+1 == last {
			return strings.HasSuffix(rest, piece)
		}
		at := strings.Index(rest, piece)
		if at < 0 {
			return false
		}
		rest = rest[at+len(piece):]
	}
	return !whole || rest == ""
}

// normalisePattern is a pattern in the one spelling that it is compared in; its stars, and a "$" at its end, are signs.
func normalisePattern(pattern string) string {
	pattern, whole := strings.CutSuffix(pattern, "$")
	pattern = normalise(pattern, "*")
	if whole {
		pattern += "$"
	}
	return pattern
}

// normalisePath is a path in the one spelling that it is compared in.
func normalisePath(path string) string {
	if path == "" || path[0] == '?' {
		path = "/" + path
	}
	return normalise(path, "")
}

// resolved is a path without the segments "." and "..", as RFC 3986 (5.2.4) takes them out.
func resolved(path string) string {
	path, query, asked := strings.Cut(path, "?")
	var kept []string
	segments := strings.Split(path, "/")
	for i, s := range segments {
		last := i == len(segments)-1
		switch {
		case s == "..":
			kept = kept[:max(len(kept)-1, min(len(kept), 1))] // the first is what stands before the first "/"
		case s != ".":
			kept = append(kept, s)
		}
		if last && (s == "." || s == "..") {
			kept = append(kept, "")
		}
	}
	path = strings.Join(kept, "/")
	if asked {
		path += "?" + query
	}
	return path
}

// normalise writes all that RFC 9309 (2.2.2) holds for equal in one way: letters, digits and "-._~" as they are, bytes
// outside of ASCII and the signs of patterns percent-encoded, other signs as they stand. In a query ":/?@" need no
// encoding and lose it.
func normalise(s, signs string) string {
	var b strings.Builder
	query := false
	for i := 0; i < len(s); i++ {
		c, encoded := s[i], false
		if v, ok := unhex(s[i:]); ok {
			c, encoded = v, true
			i += 2
		}
		switch {
		case isUnreserved(c), encoded && query && strings.IndexByte(":/?@", c) >= 0:
			b.WriteByte(c)
		case !encoded && c < 0x80 && (strings.IndexByte(signs, c) >= 0 || c != '*' && c != '$'):
			query = query || c == '?'
			b.WriteByte(c)
		default:
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// unhex is the byte that s begins with, percent-encoded.
func unhex(s string) (byte, bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	high, low := hexDigit(s[1]), hexDigit(s[2])
	return high<<4 | low, high < 16 && low < 16
}

func hexDigit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 0xff
}
