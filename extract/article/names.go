package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Pages name their parts in class, id and role. These names are a convention of the web, the same whatever language
// a page is written in; they are matched by whole parts ("article-newsletter-box" is article, newsletter, box).

// besideNames are the parts that stand beside the text of an article.
var besideNames = nameSet(`
	newsletter newsletters subscribe subscription signup optin donate donation donations
	related mostread recirc recirculation recommended recommendation recommendations readmore outbrain taboola trending
	share sharing sharebar social addthis sharedaddy
	advert advertisement ads adslot advertorial promo promobox sponsored
	breadcrumb breadcrumbs pagination toolbar popup modal overlay tooltip
	byline bylines timestamp datestamp pubdate dateline author authors bio tags taglist
	slideshow carousel gallery infobox toc`)

// showNames are those of besideNames that some articles are told in: they stand beside the text unless they hold
// paragraphs of it.
var showNames = nameSet(`slideshow carousel gallery toc`)

// overNames are the parts that lie over a page or below its article and may well be longer than it.
var overNames = nameSet(`cookie cookies consent gdpr ccpa onetrust didomi comments commentlist disqus respond`)

// commentNames are the parts that hold what one reader wrote; some pages call their columns so.
var commentNames = nameSet(`comment commenter`)

// captionNames are the parts that belong to a picture.
var captionNames = nameSet(`caption figcaption credit credits`)

// besideRoles are the ARIA roles of what is no article.
var besideRoles = nameSet(`dialog alertdialog navigation complementary search menu menubar toolbar contentinfo`)

func nameSet(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

// isBeside reports whether an element's names say that it stands beside the article. Inline elements are part of
// their sentence whatever their name.
func isBeside(n *html.Node, names uint8) bool {
	if role := attribute(n, "role"); role != "" && besideRoles[strings.ToLower(role)] {
		return true
	}
	return !isInline(n) && names&isAside != 0
}

// isOver reports whether an element's names say that it lies over the page or holds what readers wrote.
func isOver(n *html.Node, names uint8) bool {
	return n.DataAtom == atom.Dialog || attribute(n, "aria-modal") == "true" || !isInline(n) && names&isOverlay != 0
}

// What an element's names say.
const (
	isAside uint8 = 1 << iota
	isShow
	isOverlay
	isComment
	isCaptioned
)

// said is what the parts of names say.
var said = func() map[string]uint8 {
	all := map[string]uint8{}
	for flag, names := range map[uint8]map[string]bool{isAside: besideNames, isShow: showNames, isOverlay: overNames, isComment: commentNames, isCaptioned: captionNames} {
		for name := range names {
			all[name] |= flag
		}
	}
	return all
}()

// namesOf is what the names of an element say.
func namesOf(n *html.Node) (names uint8) {
	if n.Type != html.ElementNode || bearsAll(n) {
		return 0
	}
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "class" || a.Key == "id" {
			eachPart(a.Val[:min(len(a.Val), maxAttribute)], func(part []byte) bool {
				names |= said[string(part)]
				return true
			})
		}
	}
	return names
}

// isElsewhere reports whether what an element holds is said of something else than the article: in a reader's
// comment, beside the text or below it.
func isElsewhere(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && (aside[n.DataAtom] && n.DataAtom != atom.Form || namesOf(n)&(isOverlay|isComment) != 0) {
			return true
		}
	}
	return false
}

// isCaption reports whether an element's names say that it belongs to a picture.
func isCaption(n *html.Node) bool { return namesOf(n)&isCaptioned != 0 }

// inline are the elements that stand within a sentence.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Em: true, atom.Font: true,
	atom.I: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.U: true,
}

func isInline(n *html.Node) bool { return inline[n.DataAtom] }

func named(n *html.Node, names map[string]bool) bool {
	return !bearsAll(n) && hasName(n, names)
}

// bearsAll reports whether an element bears the names of all that it holds.
func bearsAll(n *html.Node) bool {
	return n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Article || n.DataAtom == atom.Main
}

// hasName reports whether one of the parts of an element's names is in one of the sets.
func hasName(n *html.Node, sets ...map[string]bool) bool {
	for _, key := range []string{"class", "id"} {
		found := false
		eachPart(attribute(n, key), func(part []byte) bool {
			for _, names := range sets {
				found = found || names[string(part)]
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// eachPart passes on the parts of names in lower case until it is answered false: news-caption, news_caption and
// newsCaption have the same.
func eachPart(names string, yield func(part []byte) bool) {
	var buffer [64]byte
	part, before := buffer[:0], ' '
	for _, r := range names {
		upper, letter := r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z'
		if r >= utf8.RuneSelf {
			upper, letter = unicode.IsUpper(r), unicode.IsLetter(r)
		}
		if len(part) > 0 && (!letter && !upper || upper && unicode.IsLower(before)) {
			if !yield(part) {
				return
			}
			part = part[:0]
		}
		switch {
		case upper && r < utf8.RuneSelf:
			part = append(part, byte(r)|0x20)
		case letter && r < utf8.RuneSelf:
			part = append(part, byte(r))
		case letter:
			part = utf8.AppendRune(part, unicode.ToLower(r))
		}
		before = r
	}
	if len(part) > 0 {
		yield(part)
	}
}

// nameParts are the parts of names.
func nameParts(names string) []string {
	var all []string
	eachPart(names, func(part []byte) bool {
		all = append(all, string(part))
		return true
	})
	return all
}

// maxAttribute bounds what is read of an attribute, in bytes.
const maxAttribute = 1000

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val[:min(len(a.Val), maxAttribute)]
		}
	}
	return ""
}

// isHidden reports whether the page itself keeps an element from being seen.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if len(a.Val) < 1000 && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}
