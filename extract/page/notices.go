// Package page takes from a page's article what the page says of itself, and finds the day of publication that only its
// words tell.
package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// The kinds of notices: what a page says of itself among the blocks of its article.
const (
	noticeCredit  = "credit"  // who made a picture or had a part in the text
	noticeLabel   = "label"   // a button, a counter or the like: the whole block
	noticePaywall = "paywall" // the article is for subscribers
	noticeLink    = "link"    // a pointer to another text
	noticeCall    = "call"    // the page asks its reader to do something
	noticeCut     = "cut"     // the rest of it is: an offer follows
	noticeByline  = "byline"  // words before the names of the authors
	noticeNobody  = "nobody"  // words beside names of authors that name none
)

// maxNotice is how long a block may be, in bytes, to be a notice, by kind; maxOther is for those that are not named.
var maxNotice = map[string]int{noticeCredit: 250, noticeLabel: 120}

const maxOther = 500

const warningPaywall = "the page shows the beginning of the article only: the rest is for subscribers"

// Clean is a page's article without what the page says of itself, and with the day of publication where only words tell
// it.
func Clean(p *match.Program, a article.Article) article.Article {
	return dated(p, given(p, withoutNotices(p, bylined(p, a))))
}

// IsClean reports whether an article has nothing that Clean looks at: it is no page, and its input names nobody and no day in words.
func IsClean(a article.Article) bool {
	return len(a.Blocks)+len(a.Byline)+len(a.NameLines)+len(a.DateLines) == 0 && a.GivenDate == ""
}

// withoutNotices is a page's article without the blocks that begin with a notice; credits among them are kept as such.
// A text that never was a page has no blocks, and stays as it is.
func withoutNotices(p *match.Program, a article.Article) article.Article {
	drop, offer, box, above := make([]bool, len(a.Blocks)), false, false, 0
	for i, b := range a.Blocks {
		text := a.Text[b.Start:b.End]
		kind := notice(p, text)
		offer = kind == noticeCut || offer && isOffer(b.Kind, len(text), above)
		box = isBoxHead(b.Kind, kind) || box && above >= enoughText && inBox(a.Blocks[i:])
		drop[i] = kind != "" || offer || box || above < enoughText && isTopStamp(p, text)
		switch {
		case kind == noticeCredit:
			a.Credits = with(a.Credits, text)
		case kind == noticeCut && above >= enoughText, kind == noticePaywall:
			a.Warnings = with(a.Warnings, warningPaywall)
		case !drop[i]:
			above += len(text)
		}
	}
	if !slices.Contains(drop, true) {
		return a
	}
	return a.Without(drop)
}

// isBoxHead reports whether a notice heads a box of links or of an offer.
func isBoxHead(block article.Kind, notice string) bool {
	return block == article.Heading && (notice == noticeLink || notice == noticeCall)
}

// inBox reports whether the first of some blocks is part of the box above it: short as titles and offers are, and no
// heading of text.
func inBox(blocks []article.Block) bool {
	isShort := func(b article.Block) bool { return b.End-b.Start < maxBoxed }
	if len(blocks) > 1 && blocks[0].Kind == article.Heading {
		return isShort(blocks[1])
	}
	return isShort(blocks[0])
}

// isTopStamp reports whether a block above the text is a stamp: the words that pages put before days or names, and figures.
func isTopStamp(p *match.Program, block string) bool {
	const most = 150 // bytes
	if len(block) > most || !strings.ContainsAny(block, "0123456789") || strings.ContainsRune(".!?\u2026", lastRune(block)) {
		return false
	}
	kind, _ := beginning(p, p.Tokenise(block))
	return kind != ""
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return r
}

const (
	maxBoxed   = 140 // bytes of a block of a box
	enoughText = 300 // bytes of an article from which on an offer may end it
	maxOffer   = 200 // bytes of a paragraph of an offer
)

// isOffer reports whether a block below a paywall's first line is part of its offer: a list, and below some text short
// paragraphs too. Some pages have the offer above an article that they give in full.
func isOffer(kind article.Kind, size, above int) bool {
	return kind == article.ListItem || above >= enoughText && size < maxOffer
}

func with(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all[:len(all):len(all)], s)
}

// notice is the kind of notice that a block is, or empty: it begins with the words of one and is no longer than one.
func notice(p *match.Program, block string) string {
	if len(block) > maxOther {
		return ""
	}
	t := p.Tokenise(block)
	first := slices.IndexFunc(t.Tokens, isWord)
	if q := p.Quotations(t); len(q) > 0 && q[0].Tokens.Start < first {
		return "" // whoever is quoted may say the same
	}
	for _, m := range p.Find(t) {
		if m.Tokens.Start > first {
			break
		}
		kind := noticeKind(p, m)
		if kind == noticeByline && isNames(p, t, m.Tokens.End) {
			kind = noticeCredit
		}
		if kind == "" || kind == noticeByline || kind == noticeNobody || m.Tokens.End <= first {
			continue
		}
		if most, ok := maxNotice[kind]; ok && len(block) > most || kind == noticeLabel && !endsWith(t, m) {
			continue
		}
		return kind
	}
	return ""
}

// noticeKind is the kind of a match that makes a notice; empty for others.
func noticeKind(p *match.Program, m *match.Match) string {
	if p.Rules()[m.Rule].Makes != value.TypeNotice {
		return ""
	}
	return m.Value("kind")
}

// endsWith reports whether no word or number follows a match.
func endsWith(t *token.Text, m *match.Match) bool {
	return !slices.ContainsFunc(t.Tokens[m.Tokens.End:], isWord)
}

func isWord(t token.Token) bool { return t.Kind == token.Word || t.Kind == token.Number }
