package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// literal is the class of tokens with that form.
func (b *builder) literal(form string) class {
	n := b.speller.number(form)
	if b.literals[n] == 0 {
		b.literals[n] = b.next
		b.next++
	}
	return b.literals[n]
}

// tokens cuts a literal of a pack as articles are cut; a hyphen with spaces is a dash. The forms are the caller's until
// the next call.
func (b *builder) tokens(s string) []string {
	b.scanner.ScanInto(&b.text, s)
	t := &b.text
	b.cut = b.cut[:0]
	for i := range t.Tokens {
		b.cut = append(b.cut, form(t, i))
	}
	if len(b.cut) == 1 && strings.TrimSpace(s) == "-" {
		b.cut[0] = "-"
	}
	return b.cut
}

// form is a token's form with its case: dashes are told apart by the space around them, "-" where it joins and
// "–" where it parts.
func form(t *token.Text, i int) string {
	w := t.Word(i)
	if t.Tokens[i].Kind == token.Number {
		return w
	}
	w = token.Exact(w)
	switch w {
	case "-", "–", "—", "−", "―":
		if w != "—" && w != "―" && leads(t, i) {
			return "−"
		}
		joined := t.Tokens[i].Glued && i+1 < len(t.Tokens) && t.Tokens[i+1].Glued
		if joined && (w == "-" || t.Tokens[i-1].Kind == token.Number && t.Tokens[i+1].Kind != token.Word) {
			return "-"
		}
		return "–"
	}
	return w
}

// leads reports whether a dash stands right before a number or the sign of a currency, with space or an opening mark
// before it: so a minus is written.
func leads(t *token.Text, i int) bool {
	if i+1 == len(t.Tokens) || !t.Tokens[i+1].Glued || t.Tokens[i].Glued && !strings.Contains("([:", t.Word(i-1)) {
		return false
	}
	if i > 0 && t.Tokens[i-1].Kind == token.Number && t.Word(i) != "-" {
		return false // a range with a space too many
	}
	sign := i + 1
	if i+2 < len(t.Tokens) && t.Tokens[i+2].Glued && len(t.Word(sign)) <= 3 {
		sign++ // R$, US$
	}
	return t.Tokens[i+1].Kind == token.Number || isSign(t.Word(i+1)) || isSign(t.Word(sign))
}

// isSign reports whether a token is the sign of a currency.
func isSign(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Sc, r)
}
