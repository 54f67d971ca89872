package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/extract/pattern"
)

const (
	minLinked   = 400  // bytes of letters from which on a page's linked data counts as telling the article's text
	minRepeat   = 30   // bytes of letters from which on a block said again is a mistake of the page
	maxCompared = 5000 // pieces up to which they are compared with the told text
	minLong     = 100  // bytes from which on a block is running text
)

// sift leaves out the pieces that are no part of the article: captions, lists of links with their headings, the title,
// the byline and the date above the text, repetitions, and headings with nothing below them.
func sift(all []piece, a Article, told string) []piece {
	drop := make([]bool, len(all))
	for i, p := range all {
		drop[i] = p.kind == Caption || p.isLinks() || p.timed*5 >= len(p.text)*4 || isAddress(p.text)
	}
	dropTop(all, drop, a)
	dropEnd(all, drop, a.Byline)
	dropRepeated(all, drop)
	dropUnlinked(all, drop, told)
	dropBare(all, drop)
	dropLabels(all, drop)
	return without(all, drop)
}

func without(all []piece, drop []bool) []piece {
	var kept []piece
	for i, p := range all {
		if !drop[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// isLinks reports whether a piece is links to elsewhere rather than text: four fifths of it are linked.
func (p piece) isLinks() bool { return p.linked*5 >= len(p.text)*4 }

// isAddress reports whether a text is an address of the web alone, as is left where something was embedded.
func isAddress(text string) bool {
	return !strings.ContainsFunc(text, unicode.IsSpace) && strings.Contains(text, "://")
}

// dropTop drops the title wherever it is said again, and the byline's names above the text.
func dropTop(all []piece, drop []bool, a Article) {
	title := letters(a.Title)
	above := true
	for i, p := range all {
		l := letters(p.text)
		if title != "" && l == title || above && p.kind == Heading && shortens(a.Title, p.text) {
			drop[i] = true
		}
		above = above && (drop[i] || len(p.text) < minLong)
		if isByline(l, a.Byline, above) {
			drop[i] = true
		}
	}
}

// isByline reports whether letters are those of a name of the byline, above the text with a date or the like beside it.
func isByline(l string, byline []string, above bool) bool {
	for _, name := range byline {
		n := letters(name)
		if n != "" && (l == n || above && len(n) >= 5 && len(l) < len(n)+40 && strings.Contains(l, n)) {
			return true
		}
	}
	return false
}

// dropEnd drops what the page says of its authors below the text.
func dropEnd(all []piece, drop []bool, byline []string) {
	for i := len(all) - 1; i > 0 && i > len(all)/2; i-- {
		if drop[i] {
			continue
		}
		if !slices.ContainsFunc(byline, func(name string) bool {
			return strings.Contains(name, " ") && strings.HasPrefix(all[i].text, name)
		}) {
			return
		}
		drop[i] = true
	}
}

// dropRepeated drops what has been said before, and quotations that are lifted out of the text for show.
func dropRepeated(all []piece, drop []bool) {
	const lifted = 50 // quotations looked for: more would be slow on a page made to be slow
	seen := map[string]bool{}
	whole, quotes := "", 0
	for i, p := range all {
		l := letters(p.text)
		if drop[i] || len(l) < minRepeat {
			continue
		}
		drop[i] = seen[l]
		seen[l] = true
		if p.kind != Blockquote || quotes == lifted {
			continue
		}
		if quotes++; whole == "" {
			whole = running(all)
		}
		drop[i] = drop[i] || strings.Contains(whole, l)
	}
}

// running is the letters of all paragraphs.
func running(all []piece) string {
	var b strings.Builder
	for _, p := range all {
		if p.kind == Paragraph {
			b.WriteString(letters(p.text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// dropUnlinked drops what stands before the first and after the last block that the page's linked data tells too,
// where they tell the whole of the text.
func dropUnlinked(all []piece, drop []bool, told string) {
	if len(told) < minLinked || len(all) > maxCompared {
		return
	}
	first, last, same := -1, -1, 0
	for i, p := range all {
		l := letters(p.text)
		if drop[i] || !within(l, told) {
			continue
		}
		if same += len(l); first < 0 {
			first = i
		}
		last = i
	}
	if first < 0 || same*10 < len(told)*8 {
		return
	}
	for i := range all {
		drop[i] = drop[i] || i < first || i > last
	}
}

// dropBare drops headings and lead-ins (that end in a colon) below which nothing but dropped pieces stands.
func dropBare(all []piece, drop []bool) {
	var next Kind // of the kept piece below; empty at the end
	for i := len(all) - 1; i >= 0; i-- {
		if drop[i] {
			continue
		}
		links := i+1 < len(all) && drop[i+1] && all[i+1].isLinks()
		bare := all[i].kind == Heading && (next == "" || links && next == Heading)
		leadIn := links && len(all[i].text) < minLong && strings.HasSuffix(all[i].text, ":")
		if drop[i] = bare || leadIn; !drop[i] {
			next = all[i].kind
		}
	}
}

// dropLabels drops the labels above and below the running text: sections, reading times, signatures, buttons. They are
// short and end as no sentence does.
func dropLabels(all []piece, drop []bool) {
	long := func(p piece) bool { return len(p.text) >= minLong && !isLabel(p) }
	first := slices.IndexFunc(all, long)
	if first < 0 {
		return
	}
	for i := range first {
		drop[i] = drop[i] || isLabel(all[i])
	}
	for i := len(all) - 1; i > first && (drop[i] || isLabel(all[i])); i-- {
		drop[i] = true
	}
}

// stamp is a date in figures or a time of day.
var stamp = pattern.Lazy(`\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[:h]\d{2})\b`)

// isLabel reports whether a paragraph is a label rather than a sentence: a few words, or a date with some words.
func isLabel(p piece) bool {
	const few, some = 40, 150 // bytes
	if p.kind != Paragraph || len(p.text) > some || strings.ContainsRune(sentenceEnds, lastRune(p.text)) {
		return false
	}
	return len(p.text) <= few || stamp().MatchString(p.text)
}

// sentenceEnds are the signs that a sentence, a lead-in or a quotation may end with.
const sentenceEnds = ".!?:;\"')]\u2026\u00bb\u201d\u2019\u2014"

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// letters are the letters and digits of a text in lower case: what is left when pages differ in signs and spaces.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// within reports whether letters stand in others, a long text by its beginning or its end: links and notes may be
// put into it.
func within(l, all string) bool {
	const enough = 40
	if l == "" {
		return false
	}
	if len(l) <= 2*enough {
		return strings.Contains(all, l)
	}
	return strings.Contains(all, l[:enough]) || strings.Contains(all, l[len(l)-enough:])
}
