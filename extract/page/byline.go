package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/rules/match"
	"sayso/rules/token"
)

// bylined is a page's article with its authors' names alone: without the words that open a byline, without what names
// nobody, two names joined by a word parted. Where the page's data names nobody, the lines beside its title may.
func bylined(p *match.Program, a article.Article) article.Article {
	for _, line := range a.NameLines {
		if names := authorsIn(p, line, len(a.Byline) > 0); len(names) > 0 {
			a.Byline = names
			return withoutLine(a, line.Text)
		}
	}
	var all []string
	for _, given := range a.Byline {
		for _, name := range namesIn(p, given) {
			all = with(all, name)
		}
	}
	a.Byline = all
	return a
}

// namesIn are the authors that a name of the page's data stands for.
func namesIn(p *match.Program, given string) []string {
	t := p.Tokenise(given)
	kind, end := opening(p, t)
	if kind == noticeNobody {
		return nil
	}
	if kind == noticeByline {
		t = p.Tokenise(strings.TrimSpace(given[t.Tokens[end-1].End:]))
	}
	var all []string
	for _, part := range joined(p, t) {
		if name := strings.Trim(t.Slice(part), " \u00a0.,:|"); name != "" {
			if kind, _ := opening(p, p.Tokenise(name)); kind != noticeNobody {
				all = append(all, name)
			}
		}
	}
	return all
}

// joined are the names that a word joins, each in full: "Ann Poe and Tom Low", but not "Harbour and Sons".
func joined(p *match.Program, t *token.Text) []token.Range {
	var parts []token.Range
	start := 0
	for i, tok := range t.Tokens {
		if !joins(p, t.Source[tok.Start:tok.End]) {
			continue
		}
		parts = append(parts, token.Range{Start: start, End: i})
		start = i + 1
	}
	parts = append(parts, token.Range{Start: start, End: len(t.Tokens)})
	if slices.ContainsFunc(parts, func(r token.Range) bool { return !isFullName(t, r) }) {
		return []token.Range{{Start: 0, End: len(t.Tokens)}}
	}
	return parts
}

// isFullName reports whether tokens are a name in full: two words or more that begin with capitals.
func isFullName(t *token.Text, r token.Range) bool {
	n := 0
	for _, tok := range t.Tokens[r.Start:r.End] {
		if first, _ := utf8.DecodeRuneInString(t.Source[tok.Start:tok.End]); unicode.IsUpper(first) {
			n++
		}
	}
	return n >= 2
}

// authorsIn are the authors that a line of the page names: behind the words that open a byline, or the whole of a line that
// the page marks as its author's; behind an opening alone where the line has to be sure. What the page marks may have its
// opening behind other words.
func authorsIn(p *match.Program, line article.Line, sure bool) []string {
	t := p.Tokenise(line.Text)
	kind, start := opening(p, t)
	if kind == noticeByline {
		names, _ := namesAt(p, t, start)
		return names
	}
	if !line.Named {
		return nil
	}
	if names, end := namesAt(p, t, 0); kind == "" && !sure && end == len(t.Tokens) {
		return names
	}
	for _, m := range p.Find(t) {
		if noticeKind(p, m) == noticeByline && isNames(p, t, m.Tokens.End) {
			names, _ := namesAt(p, t, m.Tokens.End)
			return names
		}
	}
	return nil
}

// namesAt are the names at a place of a line, up to what is no name, and the token after them.
func namesAt(p *match.Program, t *token.Text, start int) (names []string, end int) {
	const most = 12 // tokens
	if start < len(t.Tokens) && t.Source[t.Tokens[start].Start:t.Tokens[start].End] == ":" {
		start++
	}
	stop := min(len(t.Tokens), start+most)
	for _, m := range p.Find(t) {
		if m.Tokens.Start >= start && m.Tokens.Start < stop && noticeKind(p, m) == noticeNobody {
			stop = m.Tokens.Start
		}
	}
	for end = start; end < stop && isOfName(p, t, end); end++ {
	}
	if end == start {
		return nil, end
	}
	for _, given := range strings.FieldsFunc(t.Slice(token.Range{Start: start, End: end}), func(r rune) bool { return r == ',' || r == ';' }) {
		for _, name := range namesIn(p, strings.TrimSpace(given)) {
			if u := p.Tokenise(name); isFullName(u, token.Range{End: len(u.Tokens)}) {
				names = with(names, name)
			}
		}
	}
	return names, end
}

// isNames reports whether names in full and nothing else stand from a token on.
func isNames(p *match.Program, t *token.Text, start int) bool {
	names, end := namesAt(p, t, start)
	return len(names) > 0 && end == len(t.Tokens)
}

// joins reports whether a word joins the names of a series.
func joins(p *match.Program, word string) bool {
	_, listed := p.Lookup("conjunction", strings.ToLower(word))
	return listed || word == "&"
}

// isOfName reports whether a token may be part of a series of names: a word with a capital, a small word before one, or a
// sign.
func isOfName(p *match.Program, t *token.Text, i int) bool {
	s := t.Source[t.Tokens[i].Start:t.Tokens[i].End]
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(first):
		return true
	case unicode.IsLetter(first):
		_, small := p.Lookup("particle", s)
		return (small || joins(p, s)) && i+1 < len(t.Tokens) && isOfName(p, t, i+1)
	}
	return strings.Contains(",-.'\u2019", s)
}

// opening is the kind of the notice that a text begins with, where it is one about authors, and the token after it; words
// that name nobody are all of it.
func opening(p *match.Program, t *token.Text) (kind string, end int) {
	kind, end = beginning(p, t)
	if kind == noticeNobody && slices.ContainsFunc(t.Tokens[end:], isWord) {
		return "", 0
	}
	return kind, end
}

// beginning is the kind of the notice about authors or days that a text begins with, and the token after it.
func beginning(p *match.Program, t *token.Text) (kind string, end int) {
	first := slices.IndexFunc(t.Tokens, isWord)
	for _, m := range p.Find(t) {
		if m.Tokens.Start > first {
			break
		}
		switch k := noticeKind(p, m); {
		case m.Tokens.End <= first:
		case (k == noticeByline || k == noticeNobody) && m.Tokens.End > end:
			kind, end = k, m.Tokens.End
		}
	}
	return kind, end
}

// withoutLine is an article without the block that a line of its page is.
func withoutLine(a article.Article, line string) article.Article {
	drop := make([]bool, len(a.Blocks))
	for i, b := range a.Blocks {
		drop[i] = a.Text[b.Start:b.End] == line
	}
	if !slices.Contains(drop, true) {
		return a
	}
	return a.Without(drop)
}
