package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxElision bounds the bytes of an elision and of an abbreviation, so that a word full of apostrophes is read once.
const maxElision = 32

// A Scanner cuts texts of one language into tokens. It is immutable and safe to share.
type Scanner struct {
	decimal       rune
	groups        map[rune]bool
	groupSpace    bool
	elisions      map[string]bool
	clitics       []string
	prefixes      map[string]bool
	abbreviations map[string]bool
	doubled       map[rune]bool // marks of which two in a row are one quotation mark: '' and ``
}

// NewScanner prepares the habits of a language for scanning.
func NewScanner(w Writing) *Scanner {
	s := &Scanner{groups: map[rune]bool{}, elisions: map[string]bool{}, prefixes: map[string]bool{}, abbreviations: map[string]bool{}, doubled: map[rune]bool{}}
	s.decimal, _ = utf8.DecodeRuneInString(w.Decimal)
	if w.Decimal == "" {
		s.decimal = '.'
	}
	for _, g := range w.Groups {
		if strings.TrimSpace(g) == "" {
			s.groupSpace = true
			continue
		}
		r, _ := utf8.DecodeRuneInString(g)
		s.groups[r] = true
	}
	for _, e := range w.Elisions {
		s.elisions[Fold(e)] = true
	}
	for _, c := range w.Clitics {
		s.clitics = append(s.clitics, Fold(c))
	}
	for _, p := range w.Prefixes {
		s.prefixes[p] = true
	}
	for _, a := range w.Abbreviations {
		s.abbreviations[Fold(a)] = true
	}
	for _, q := range w.Quotes {
		for _, mark := range []string{q.Open, q.Close} {
			if r, size := utf8.DecodeRuneInString(mark); size < len(mark) {
				s.doubled[r] = true
			}
		}
	}
	return s
}

// Scan cuts a text into tokens, sentences and paragraphs.
func (s *Scanner) Scan(source string) *Text {
	t := &Text{Tokens: make([]Token, 0, len(source)/5+8)}
	s.ScanInto(t, source)
	return t
}

// ScanInto is Scan into a Text that held another source, whose memory it takes over.
func (s *Scanner) ScanInto(t *Text, source string) {
	c := cutter{Scanner: s, src: source, soft: hardWrapped(source), tokens: t.Tokens[:0], breaks: t.breaks[:0]}
	for c.pos < len(c.src) {
		c.next()
	}
	*t = Text{Source: source, Tokens: c.tokens, Sentences: t.Sentences[:0], Paragraphs: t.Paragraphs[:0], breaks: c.breaks}
	t.segment()
}

// A cutter is one pass over one source.
type cutter struct {
	*Scanner
	src    string
	pos    int
	soft   bool // single line ends are mere spaces
	tokens []Token
	breaks []int // indexes of tokens that begin a paragraph
	gap    bool  // space stands before the next token
	lines  int   // line ends since the last token
	buffer [4 * maxElision]byte
}

func (c *cutter) next() {
	r, size := utf8.DecodeRuneInString(c.src[c.pos:])
	switch {
	case r == '\n':
		c.lines++
		c.gap = true
		c.pos += size
	case isSpace(r):
		c.gap = true
		c.pos += size
	case invisible(r):
		c.pos += size
	case isDigit(r):
		c.emit(c.number(), Number)
	case unicode.IsLetter(r):
		c.word()
	default:
		c.emit(c.mark(r, size), Mark)
	}
}

// emit ends the token that began at pos and stands up to end.
func (c *cutter) emit(end int, kind Kind) {
	if c.lines > 1 || c.lines == 1 && !c.soft {
		c.breaks = append(c.breaks, len(c.tokens))
	}
	glued := !c.gap && len(c.tokens) > 0
	c.tokens = append(c.tokens, Token{Span: Span{c.pos, end}, Kind: kind, Glued: glued})
	c.pos, c.gap, c.lines = end, false, 0
}

// mark is the end of the mark at pos; a run of full stops is one mark, and so are two marks that double as one.
func (c *cutter) mark(r rune, size int) int {
	end := c.pos + size
	if r == '.' {
		for end < len(c.src) && c.src[end] == '.' {
			end++
		}
		return end
	}
	if c.doubled[r] && c.doubles(r, size) {
		return end + size
	}
	if rest := c.src[c.pos:]; isApostrophe(r) {
		if n := c.clitic(rest); n > 0 {
			return c.pos + n
		}
	}
	return end
}

// doubles reports whether the mark at pos and the next make up one quotation mark. Of three in a row the single one
// stands inside: after the doubled mark where they open, before it where they close.
func (c *cutter) doubles(r rune, size int) bool {
	run := 1
	for run < 4 && strings.HasPrefix(c.src[c.pos+run*size:], string(r)) {
		run++
	}
	return run == 2 || run == 3 && (c.gap || len(c.tokens) == 0)
}

// word emits the word at pos, and the full stop of an abbreviation with it.
func (c *cutter) word() {
	end := c.pos
	unit := !c.gap && len(c.tokens) > 0 && c.tokens[len(c.tokens)-1].Kind == Number // the "h" of 18h30
	sign := !c.gap && c.afterSign()
	for end < len(c.src) {
		r, size := utf8.DecodeRuneInString(c.src[end:])
		if isDigit(r) && (sign || c.prefixed(end)) {
			break // a currency before its figure: EUR5, $A5
		}
		if unicode.IsLetter(r) || unicode.IsMark(r) || isDigit(r) && !unit || invisible(r) {
			end += size
			continue
		}
		if isApostrophe(r) {
			if end-c.pos < maxElision && c.listed(c.elisions, c.src[c.pos:end+size]) {
				c.emit(end+size, Word)
				return
			}
			if c.clitic(c.src[end:]) == 0 && startsWord(c.src[end+size:]) {
				end += size
				continue
			}
		}
		break
	}
	c.emit(c.abbreviated(end), Word)
}

// prefixed reports whether the letters from pos to a digit are a currency before its figure. A single letter is one only
// before a number with a mark in it: R4.5, and not R4.
func (c *cutter) prefixed(digit int) bool {
	if !c.prefixes[c.src[c.pos:digit]] {
		return false
	}
	end := c.digits(digit)
	return digit-c.pos > 1 || end+1 < len(c.src) && (c.src[end] == '.' || c.src[end] == ',') && isDigit(rune(c.src[end+1]))
}

// listed reports whether a short form is one of a set, whatever its case.
func (c *cutter) listed(set map[string]bool, form string) bool {
	return set[string(appendFold(c.buffer[:0], form))]
}

// afterSign reports whether the last token is the sign of a currency.
func (c *cutter) afterSign() bool {
	if len(c.tokens) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.src[c.tokens[len(c.tokens)-1].Start:])
	return unicode.Is(unicode.Sc, r)
}

// abbreviated takes in the full stops that belong to the word ending at end: "M.", "Sept.", "U.S.", "J.".
func (c *cutter) abbreviated(end int) int {
	if end >= len(c.src) || c.src[end] != '.' {
		return end
	}
	word := c.src[c.pos:end]
	if len(word) < maxElision && c.listed(c.abbreviations, c.src[c.pos:end+1]) {
		return c.letters(end + 1)
	}
	r, size := utf8.DecodeRuneInString(word)
	if size != len(word) || strings.HasPrefix(c.src[end:], "..") {
		return end
	}
	if all := c.letters(end + 1); all > end+1 || unicode.IsUpper(r) && !c.named() {
		return all
	}
	return end
}

// named reports whether the letter at pos ends a name that began before it, as in "AT&T" and "5G".
func (c *cutter) named() bool {
	if c.gap || len(c.tokens) == 0 {
		return false
	}
	last := c.tokens[len(c.tokens)-1]
	return last.Kind == Number || c.src[last.Start:last.End] == "&"
}

// letters goes on over further single letters with full stops, as in "U.S.A.".
func (c *cutter) letters(end int) int {
	for {
		r, size := utf8.DecodeRuneInString(c.src[end:])
		if size == 0 || !unicode.IsLetter(r) || end+size >= len(c.src) || c.src[end+size] != '.' {
			return end
		}
		end += size + 1
	}
}

// clitic is the length of the clitic that rest begins with, or 0.
func (c *cutter) clitic(rest string) int {
	for _, form := range c.clitics {
		n, ok := foldedPrefix(rest, form)
		if ok && !startsWord(rest[n:]) {
			return n
		}
	}
	return 0
}

// digits is the end of the digits that begin at start.
func (c *cutter) digits(start int) int {
	for start < len(c.src) && c.src[start] >= '0' && c.src[start] <= '9' {
		start++
	}
	return start
}

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || isDigit(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '\u02bc' }

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u00a0' || r == '\u202f' }

// invisible reports whether r shows nothing and separates nothing: zero-width marks, soft hyphen, byte order mark.
func invisible(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' || r == '\u00ad'
}

// hardWrapped reports whether the lines of a text were broken at a width rather than at paragraphs: then many
// lines go on in lower case.
func hardWrapped(s string) bool {
	single, lower := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] != '\n' || i == 0 || s[i-1] == '\n' {
			continue
		}
		rest := strings.TrimLeft(s[i+1:min(len(s), i+80)], " \t\r")
		r, size := utf8.DecodeRuneInString(rest)
		if size == 0 || r == '\n' {
			continue
		}
		single++
		if unicode.IsLower(r) {
			lower++
		}
	}
	return lower >= 2 && lower*3 > single
}
