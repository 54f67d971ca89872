package token

import (
	"strings"
	"unicode/utf8"
)

// A number is read whole: with the marks of its language, and with those of other countries' papers where they can be
// nothing else: 1.234.567,89 and CHF 12'500 in English, 1,234.56 in French, 12,34,567 anywhere.

// number is the end of the number at pos: digits, groups, decimals.
func (c *cutter) number() int {
	first := c.digits(c.pos)
	if first-c.pos > 3 {
		return c.decimals(first, 0)
	}
	end, mark := c.grouped(first)
	for _, other := range []func(int) (int, rune){c.lakhs, c.alien, c.spaced} {
		if past, m := other(first); past > end {
			end, mark = past, m
		}
	}
	return c.decimals(end, mark)
}

// decimals is the end of the decimals of a number that is read up to end, with groups by a mark, or 0.
func (c *cutter) decimals(end int, mark rune) int {
	r, size := utf8.DecodeRuneInString(c.src[end:])
	if r != c.decimal && ((r != '.' && r != ',') || mark == 0 && c.after(r)) || r == mark {
		return end
	}
	d := c.digits(end + size)
	switch n := d - end - size; {
	case n == 0 || c.repeats(d, r):
	case r == c.decimal || mark == 0 || n <= 2:
		return d
	}
	return end
}

// grouped is the end of the groups of three digits that follow the digits ending at end, and their mark; one number has
// one mark.
func (c *cutter) grouped(end int) (int, rune) {
	return c.groupsOf(end, c.isGroup)
}

// maxGroups is how many groups of digits a number has at most: what has more is a list, and not read over and over.
const maxGroups = 8

// groupsOf is the end of the groups of three digits after first, each behind the same mark, and that mark; 0 without any.
func (c *cutter) groupsOf(first int, isMark func(rune) bool) (int, rune) {
	var mark rune
	end := first
	for range maxGroups {
		r, size := utf8.DecodeRuneInString(c.src[end:])
		if size == 0 || !isMark(r) || mark != 0 && r != mark {
			return end, mark
		}
		d := c.digits(end + size)
		if d != end+size+3 {
			return end, mark
		}
		mark, end = r, d
	}
	return first, 0
}

// lakhs is the end of a number with groups of two digits before the last one of three, as India writes it: 12,34,567.
func (c *cutter) lakhs(first int) (int, rune) {
	end := first
	for range maxGroups {
		if first-c.pos > 2 || end >= len(c.src) || c.src[end] != ',' {
			break
		}
		d := c.digits(end + 1)
		switch {
		case d == end+3:
			end = d
		case d == end+4 && end > first:
			return d, ','
		default:
			return first, 0
		}
	}
	return first, 0
}

// alien is the end of a number that is grouped by full stops or commas where the language does not: several groups of
// three digits, or one before decimals behind the other mark.
func (c *cutter) alien(first int) (int, rune) {
	for _, mark := range []rune{'.', ','} {
		if c.groups[mark] || c.after(mark) {
			continue
		}
		end, _ := c.groupsOf(first, func(r rune) bool { return r == mark })
		if end == first || c.repeats(end, mark) {
			continue
		}
		if end > first+4 {
			return end, mark
		}
		other := rune('.' + ',' - mark)
		if past := c.decimals(end, mark); past > end && rune(c.src[end]) == other && !c.repeats(past, mark) {
			return end, mark
		}
	}
	return first, 0
}

// spaced is the end of a number that is grouped by apostrophes or spaces where the language does not do so: by a space
// that does not break or is narrow, by several, or by one before a nought: 1'200, 1 234 567, 13 009.
func (c *cutter) spaced(first int) (int, rune) {
	end, mark := c.groupsOf(first, func(r rune) bool {
		return isApostrophe(r) || r != '\n' && r != '\t' && isSpace(r)
	})
	if mark == ' ' && end == first+4 && c.src[first+1] != '0' || c.src[c.pos] == '0' {
		return first, 0
	}
	if r, size := utf8.DecodeRuneInString(c.src[end:]); mark == ' ' && r == ' ' && c.digits(end+size) > end+size {
		return first, 0
	}
	return end, mark
}

// repeats reports whether the mark r and a digit stand at end, as in a date 15.07.2025.
func (c *cutter) repeats(end int, r rune) bool {
	next, size := utf8.DecodeRuneInString(c.src[end:])
	return next == r && c.digits(end+size) > end+size
}

// after reports whether the mark r and a digit stand just before pos.
func (c *cutter) after(r rune) bool {
	head := strings.TrimSuffix(c.src[:c.pos], string(r))
	return len(head) < c.pos && head != "" && isDigit(rune(head[len(head)-1]))
}

func (c *cutter) isGroup(r rune) bool {
	return c.groups[r] || c.groupSpace && r != '\n' && r != '\t' && isSpace(r) || r == '’' && c.groups['\'']
}

// Digits is the plain decimal form of a number token's source under the language's marks: "4 000,5" is "4000.5". A mark
// that stands twice, or before another one, groups.
func (s *Scanner) Digits(source string) string {
	var b strings.Builder
	last := strings.LastIndexFunc(source, func(r rune) bool { return !isDigit(r) })
	for i, r := range source {
		switch {
		case isDigit(r):
			b.WriteRune(r)
		case i == last && s.isDecimal(source, i, r):
			b.WriteByte('.')
		}
	}
	return b.String()
}

// isDecimal reports whether the last mark of a number, at i, is that of its decimals.
func (s *Scanner) isDecimal(source string, i int, r rune) bool {
	if r != '.' && r != ',' && r != s.decimal || strings.ContainsRune(source[:i], r) {
		return false
	}
	tail := len(source) - i - utf8.RuneLen(r)
	grouped := strings.IndexFunc(source[:i], func(r rune) bool { return !isDigit(r) }) >= 0
	return r == s.decimal || grouped || !s.isGroupMark(r) || tail != 3
}

func (s *Scanner) isGroupMark(r rune) bool { return s.groups[r] }
