// Package robots reads robots.txt as RFC 9309 says. The file's bytes and the name of a crawler go in, the Rules for that
// crawler come out, which say whether it may ask for a path. Nothing in a file is an error: what is not understood is
// passed over.
package robots

import (
	"bytes"
	"strings"
)

// maxSize is how much of a file is read, in bytes: the least that RFC 9309 (2.5) demands.
const maxSize = 500 << 10

// Rules are what a site's robots.txt says to one crawler. The zero value allows everything.
type Rules struct {
	rules []rule
}

// A rule allows or disallows the paths that its pattern matches.
type rule struct {
	allow   bool
	pattern string // normalised
}

// None disallows everything: what holds where a site's robots.txt could not be had (RFC 9309, 2.3.1.4).
var None = &Rules{[]rule{{false, "/"}}}

// Parse keeps what the file says to the crawler of that product token ("sayso", in any case). All groups that name it
// count; where none does, those of "*" do.
func Parse(file []byte, token string) *Rules {
	file = file[:min(len(file), maxSize)]
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	var named, others Rules
	var group groups
	for line := range bytes.FieldsFuncSeq(file, func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value := record(string(line))
		switch key {
		case "user-agent":
			group.name(value, token)
		case "allow", "disallow":
			group.ruled = true
			if value == "" {
				continue // it matches nothing
			}
			r := rule{key == "allow", normalisePattern(value)}
			if group.us {
				named.rules = append(named.rules, r)
			}
			if group.all {
				others.rules = append(others.rules, r)
			}
		}
	}
	if group.met {
		return &named
	}
	return &others
}

// groups is where in the groups of a file its reader stands.
type groups struct {
	us, all bool // whom the present group is for
	ruled   bool // the present group has rules: the next user-agent begins another one
	met     bool // some group was for us
}

// name takes in a user-agent line. What follows the token, as a version, counts for nothing.
func (g *groups) name(agent, token string) {
	if g.ruled {
		*g = groups{met: g.met}
	}
	if strings.HasPrefix(agent, "*") {
		g.all = true
		return
	}
	end := strings.IndexFunc(agent, func(r rune) bool { return !isTokenLetter(r) })
	if end >= 0 {
		agent = agent[:end]
	}
	if agent != "" && strings.EqualFold(agent, token) {
		g.us, g.met = true, true
	}
}

func isTokenLetter(r rune) bool {
	return r == '-' || r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// Token is the product token of a User-Agent header: "Mozilla" of "Mozilla/5.0 (X11)".
func Token(userAgent string) string {
	end := strings.IndexFunc(userAgent, func(r rune) bool { return !isTokenLetter(r) })
	if end >= 0 {
		return userAgent[:end]
	}
	return userAgent
}

// record is the key, in lower case, and the value of a line without its comment.
func record(line string) (key, value string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, _ = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

// Allows reports whether the crawler may ask for a path, which has the query behind it, as an address is written. The
// longest pattern that matches decides; of two of one length the one that allows.
func (r *Rules) Allows(path string) bool {
	path = normalisePath(path)
	if path == "/robots.txt" {
		return true
	}
	return r.allows(path) && r.allows(resolved(path)) // servers differ in which of the two they take it for
}

// allows is Allows of a path in its one spelling.
func (r *Rules) allows(path string) bool {
	allowed, longest := true, -1
	for _, rule := range r.rules {
		n := len(rule.pattern)
		if n < longest || n == longest && allowed || !matches(rule.pattern, path) {
			continue
		}
		allowed, longest = rule.allow, n
	}
	return allowed
}
