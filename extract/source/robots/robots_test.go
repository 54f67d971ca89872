package robots

import (
	"strings"
	"testing"
)

// An access is whether a file lets a crawler have a path.
type access struct {
	agent, path string
	want        bool
}

func check(t *testing.T, file string, all []access) {
	t.Helper()
	for _, a := range all {
		if got := Parse([]byte(file), a.agent).Allows(a.path); got != a.want {
			t.Errorf("%s, %s: allowed is %v, want %v, by\n%s", a.agent, a.path, got, a.want, file)
		}
	}
}

// RFC 9309, 2.2.1: groups of one crawler are one.
func TestGroupsAreCombined(t *testing.T) {
	check(t, `
user-agent: ExampleBot
disallow: /foo
disallow: /bar

user-agent: ExampleBot
disallow: /baz
`, []access{
		{"ExampleBot", "/foo", false}, {"examplebot", "/bar", false}, {"EXAMPLEBOT", "/baz/x", false},
		{"ExampleBot", "/qux", true}, {"OtherBot", "/foo", true}, {"Example", "/foo", true},
	})
}

// RFC 9309, 2.2.2: how addresses and patterns are compared.
func TestEncodingsAreEqual(t *testing.T) {
	for _, c := range []struct{ pattern, path string }{
		{"/foo/bar?baz=quz", "/foo/bar?baz=quz"},
		{"/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar"},
		{"/foo/bar?baz=http%3A%2F%2Ffoo.bar", "/foo/bar?baz=http://foo.bar"},
		{"/foo/bar/ツ", "/foo/bar/%E3%83%84"},
		{"/foo/bar/%E3%83%84", "/foo/bar/ツ"},
		{"/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84"},
		{"/foo/bar/%62%61%7A", "/foo/bar/baz"},
		{"/foo/bar/baz", "/foo/bar/%62%61%7A"},
		// 2.2.3: signs of patterns as themselves.
		{"/path/file-with-a-%2A.html", "/path/file-with-a-*.html"},
		{"/path/foo-%24", "/path/foo-$"},
		{"/path/foo-%24$", "/path/foo-%24"},
	} {
		check(t, "user-agent: *\ndisallow: "+c.pattern, []access{{"foobot", c.path, false}, {"foobot", "/path/other", true}})
	}
	check(t, "user-agent: *\ndisallow: /a%2Fb", []access{{"foobot", "/a/b", true}, {"foobot", "/a%2fb", false}})
}

// RFC 9309, 2.2.3: comments, ends and wildcards.
func TestSigns(t *testing.T) {
	check(t, "user-agent: * # all\ndisallow: / # comment in line\n# comment\nallow: /this/path/exactly$\nallow: /that/*/exactly", []access{
		{"foobot", "/this/path/exactly", true}, {"foobot", "/this/path/exactly/not", false},
		{"foobot", "/that/a/b/exactly/so", true}, {"foobot", "/that/exactly", false}, {"foobot", "/", false},
	})
	check(t, "user-agent: *\ndisallow: /*.php$\ndisallow: /a*b*b$\ndisallow: /*?print", []access{
		{"foobot", "/x.php", false}, {"foobot", "/x.php.php", false}, {"foobot", "/x.php?y", true}, {"foobot", "/abb", false},
		{"foobot", "/ab", true}, {"foobot", "/axbyb", false}, {"foobot", "/axbybc", true}, {"foobot", "/x?print=1", false},
	})
}

// RFC 9309, 5.1, the simple example.
func TestSimpleExample(t *testing.T) {
	file := `
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
`
	check(t, file, []access{
		{"anybot", "/x/a.gif", false}, {"anybot", "/example/", false}, {"anybot", "/publications/", true}, {"anybot", "/other", true},
		{"foobot", "/", false}, {"foobot", "/example/page.html", true}, {"foobot", "/example/allowed.gif", true},
		{"foobot", "/example/allowed.gi", false}, {"foobot", "/publications/", false},
		{"barbot", "/example/page.html", false}, {"bazbot", "/example/page.html", false}, {"bazbot", "/example/", true},
		{"barbot", "/x.gif", true}, {"quxbot", "/example/page.html", true}, {"quxbot", "/x.gif", true},
	})
}

// RFC 9309, 5.2, longest match.
func TestLongestMatch(t *testing.T) {
	check(t, "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", []access{
		{"foobot", "/example/page/disallowed.gif", false}, {"foobot", "/example/page/x", true}, {"foobot", "/y", true},
	})
	check(t, "user-agent: *\ndisallow: /page\nallow: /page", []access{{"foobot", "/page", true}})
	check(t, "user-agent: *\nallow: /page\ndisallow: /page", []access{{"foobot", "/page", true}})
	check(t, "user-agent: *\nallow: /p\ndisallow: /", []access{{"foobot", "/page", true}, {"foobot", "/q", false}})
}

func TestWhatFilesHold(t *testing.T) {
	for _, c := range []struct {
		file string
		all  []access
	}{
		{"", []access{{"foobot", "/", true}}},
		{"<html><p>404: not found</p></html>", []access{{"foobot", "/", true}}},
		{"disallow: /", []access{{"foobot", "/", true}}}, // before any group
		{"\ufeffUSER-AGENT : *\r\nDISALLOW : /\r\n", []access{{"foobot", "/", false}, {"foobot", "/robots.txt", true}, {"foobot", "", false}}},
		{"user-agent: *\rdisallow: /a", []access{{"foobot", "/a", false}, {"foobot", "/b", true}}},
		{"user-agent: FooBot/2.1\ndisallow: /", []access{{"foobot", "/", false}, {"foo", "/", true}}},
		{"user-agent: *\ndisallow:", []access{{"foobot", "/", true}}},
		{"user-agent: foobot\ndisallow:\n\nuser-agent: *\ndisallow: /", []access{{"foobot", "/", true}, {"barbot", "/", false}}},
		// what is no part of a group does not end it
		{"user-agent: a\nsitemap: https://example.org/s.xml\ncrawl-delay: 5\nuser-agent: b\ndisallow: /", []access{{"a", "/", false}, {"b", "/", false}}},
		{"user-agent: a\ndisallow: /x\nuser-agent: b\ndisallow: /y", []access{{"a", "/y", true}, {"b", "/x", true}, {"b", "/y", false}}},
	} {
		check(t, c.file, c.all)
	}
	if None.Allows("/") || !None.Allows("/robots.txt") || !new(Rules).Allows("/x") {
		t.Error("None disallows all but robots.txt, the zero value nothing")
	}
}

func TestLargeFile(t *testing.T) {
	file := "user-agent: *\n" + strings.Repeat("disallow: /aaaaaaa\n", maxSize/19) + "\ndisallow: /late\n"
	check(t, file, []access{{"foobot", "/aaaaaaa", false}, {"foobot", "/late", true}})
}

func TestToken(t *testing.T) {
	for agent, want := range map[string]string{"sayso/0.1 (x)": "sayso", "My-Bot_x": "My-Bot_x", "": "", "1bot": ""} {
		if got := Token(agent); got != want {
			t.Errorf("token of %q is %q, want %q", agent, got, want)
		}
	}
}

func FuzzAllows(f *testing.F) {
	f.Add("user-agent: *\ndisallow: /*a*$\n", "/%4a?x=%2f")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := Parse([]byte(file), "sayso")
		r.Allows(path)
		if once := normalisePath(path); normalise(once, "") != once {
			t.Errorf("%q is normalised to %q, that to %q", path, once, normalise(once, ""))
		}
	})
}

// Dot segments lead nowhere that is disallowed: servers take them out.
func TestDotSegments(t *testing.T) {
	rules := Parse([]byte("User-agent: *\nDisallow: /private\nDisallow: /x/y/\n"), "sayso")
	for path, want := range map[string]bool{
		"/private": false, "/x/../private": false, "/./private": false, "/a/b/../../private/z": false, "/%2e%2e/private": false, "/x/%2E%2E/private?q": false,
		"/../../private": false, "/x/y/../z": false, "/x/..": true, "/x/./z": true, "/a/../public": true, "/x?/../private": true, "/private/../public": false,
	} {
		if got := rules.Allows(path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}
