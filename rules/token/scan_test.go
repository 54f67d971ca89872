package token

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var french = Writing{
	Decimal: ",", Groups: []string{" ", ".", "'"}, Elisions: []string{"l'", "d'", "qu'", "j'"},
	Abbreviations: []string{"M.", "Dr."}, Quotes: []Pair{{"«", "»"}},
}

var english = Writing{Decimal: ".", Groups: []string{","}, Clitics: []string{"'s", "n't"}, Abbreviations: []string{"Mr.", "Sept."}}

var prefixed = Writing{Decimal: ".", Groups: []string{","}, Prefixes: []string{"R", "UAH"}}

var doubled = Writing{Decimal: ".", Quotes: []Pair{{"``", "''"}, {"''", "''"}}}

func words(t *Text) string {
	var all []string
	for i := range t.Tokens {
		all = append(all, t.Word(i))
	}
	return strings.Join(all, "|")
}

func TestScanTokens(t *testing.T) {
	for _, c := range []struct {
		writing    Writing
		text, want string
	}{
		{french, "l'entreprise d’IA", "l'|entreprise|d’|IA"},
		{french, "aujourd'hui", "aujourd'hui"},
		{french, "d'« échec »", "d'|«|échec|»"},
		{french, "a-t-il ajouté", "a|-|t|-|il|ajouté"},
		{french, "4\u202f000 milliards, 12,5 %", "4\u202f000|milliards|,|12,5|%"},
		{french, "40 000 euros et 2019 300", "40 000|euros|et|2019|300"},
		{french, "700.000, 1'200'000, 15.07.2025", "700.000|,|1'200'000|,|15|.|07|.|2025"},
		{french, "12.5 millions", "12.5|millions"},
		{french, "18h30, 20 k€, 1T25", "18|h|30|,|20|k|€|,|1|T|25"},
		{french, "M. Dupont, le Dr. Roux", "M.|Dupont|,|le|Dr.|Roux"},
		{french, "H20, MI308, R-1", "H20|,|MI308|,|R|-|1"},
		{english, "$A5.4m, $US7", "$|A|5.4|m|,|$|US|7"},
		{french, "trop... tard… non", "trop|...|tard|…|non"},
		{english, "Nvidia's $4,000.50 deal isn't done", "Nvidia|'s|$|4,000.50|deal|isn't|done"},
		{english, "the U.S. and J. K. Moore", "the|U.S.|and|J.|K.|Moore"},
		{english, "at AT&T. On 5G. By J. K.", "at|AT|&|T|.|On|5|G|.|By|J.|K."},
		{english, "O'Brien’s plan, the dogs’ bowl", "O'Brien|’s|plan|,|the|dogs|’|bowl"},
		{english, "zero\u200bwidth soft\u00adhyphen", "zero\u200bwidth|soft\u00adhyphen"},
		{english, "₹12,34,567, Rs 1,23,456", "₹|12,34,567|,|Rs|1,23,456"},
		{english, "CHF 12'500 and 1’234’567", "CHF|12'500|and|1’234’567"},
		{english, "€1.234.567,89; 1.234,56", "€|1.234.567,89|;|1.234,56"},
		{english, "€1 234 567, 13 009 men, 13 200 men", "€|1 234 567|,|13 009|men|,|13|200|men"},
		{english, "4\u202f000 and 12\u00a0500", "4\u202f000|and|12\u00a0500"},
		{french, "7;8; 1,2,345 et 10 000 000", "7|;|8|;|1|,|2,345|et|10 000 000"},
		{french, "le 15.07.2025, v1.2", "le|15|.|07|.|2025|,|v1|.|2"},
		{french, "US$ 1,234,567 et 1,234.56", "US|$|1,234,567|et|1,234.56"},
		{french, "le 12.345.678/0001", "le|12.345.678|/|0001"},
		{prefixed, "R4.5 million, R4, UAH320, R500", "R|4.5|million|,|R4|,|UAH|320|,|R500"},
		{doubled, "''No,'' he said. ``Go, 'now.'''", "''|No|,|''|he|said|.|``|Go|,|'|now|.|'|''"},
		{doubled, "'''Go' is late'' isn't the dogs' ''view''", "''|'|Go|'|is|late|''|isn't|the|dogs|'|''|view|''"},
		{english, "", ""},
	} {
		if got := words(NewScanner(c.writing).Scan(c.text)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestScanSentences(t *testing.T) {
	for _, c := range []struct {
		writing Writing
		text    string
		want    []string
	}{
		{french, "M. Roux part. Il revient !", []string{"M. Roux part.", "Il revient !"}},
		{french, "« Non. » Il part.", []string{"« Non. »", "Il part."}},
		{french, "« Quoi ? » demande-t-il.", []string{"« Quoi ? » demande-t-il."}},
		{french, "Titre\n\nLe texte. La fin", []string{"Titre", "Le texte.", "La fin"}},
		{french, "Une ligne\nUne autre", []string{"Une ligne", "Une autre"}},
		{english, "On Sept. 3 it rose 2.5%. It fell.", []string{"On Sept. 3 it rose 2.5%.", "It fell."}},
		{english, "He left AT&T. It fell.", []string{"He left AT&T.", "It fell."}},
		{english, "A line broken\nat a width, and\nonce more. Next.", []string{"A line broken\nat a width, and\nonce more.", "Next."}},
	} {
		text := NewScanner(c.writing).Scan(c.text)
		var got []string
		for _, s := range text.Sentences {
			got = append(got, text.Slice(s))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		writing      Writing
		source, want string
	}{
		{french, "4\u202f000,5", "4000.5"}, {french, "700.000", "700000"}, {french, "12.5", "12.5"}, {french, "3", "3"},
		{english, "1.234.567,89", "1234567.89"}, {english, "12,34,567", "1234567"}, {english, "1'234", "1234"}, {english, "1.234,56", "1234.56"},
		{french, "1,234,567", "1234567"}, {french, "1,234.56", "1234.56"}, {french, "1,234", "1.234"}, {english, "4,000.50", "4000.50"}, {english, "1,234,567", "1234567"}, {english, "2.5", "2.5"},
	} {
		if got := NewScanner(c.writing).Digits(c.source); got != c.want {
			t.Errorf("%q: got %s, want %s", c.source, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"É\u0301TÉ": "é\u0301té", "L’": "l'", "a\u00adb": "ab", "Abc": "abc", "e\u0301": "é"} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// Whatever the text, the tokens are in order, do not overlap, lie on whole code points and leave out nothing but
// space; every token is in exactly one sentence and paragraph.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"l'an 2019 : « 4 000 € »", "a\n\nb. C", "U.S.A... 12,5'", "\xff\xfe", "’’’''", "e\u0301 \u200b"} {
		f.Add(s)
	}
	scanners := []*Scanner{NewScanner(french), NewScanner(english), NewScanner(Writing{})}
	f.Fuzz(func(t *testing.T, s string) {
		for _, sc := range scanners {
			text := sc.Scan(s)
			end := 0
			for i, tok := range text.Tokens {
				if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
					t.Fatalf("token %d at %v after %d", i, tok.Span, end)
				}
				if utf8.ValidString(s) && !utf8.ValidString(text.Word(i)) {
					t.Fatalf("token %d cuts a code point", i)
				}
				for _, r := range s[end:tok.Start] {
					if !isSpace(r) && !invisible(r) {
						t.Fatalf("%q left out", r)
					}
				}
				end = tok.End
			}
			covers(t, text.Sentences, len(text.Tokens))
			covers(t, text.Paragraphs, len(text.Tokens))
		}
	})
}

func covers(t *testing.T, parts []Range, n int) {
	at := 0
	for _, p := range parts {
		if p.Start != at || p.Len() <= 0 {
			t.Fatalf("part %v does not begin at %d", p, at)
		}
		at = p.End
	}
	if at != n {
		t.Fatalf("parts end at %d of %d tokens", at, n)
	}
}

// What needs no respelling has none.
func TestExactOfEveryCharacter(t *testing.T) {
	for c := rune(0); c < 0x3000; c++ {
		for _, s := range []string{"é" + string(c), string(c) + "É", "é" + string(c) + "\u0301"} {
			if got := Exact(s); got != respelt(s) {
				t.Errorf("%q: got %q, want %q", s, got, respelt(s))
			}
		}
	}
}

func TestSplit(t *testing.T) {
	text := NewScanner(english).Scan("A b c. D e f.\n\nG h.")
	text.Split([]int{2, 4, 7})
	var got []string
	for i, s := range text.Sentences {
		got = append(got, text.Slice(s))
		for k := s.Start; k < s.End; k++ {
			if text.Tokens[k].Sentence != int32(i) {
				t.Errorf("token %d is of sentence %d, want %d", k, text.Tokens[k].Sentence, i)
			}
		}
	}
	if want := []string{"A b", "c.", "D e f", ".", "G h."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A sentence that does not end is cut, behind a mark where one is near; nothing of it is lost.
func TestSentencesEnd(t *testing.T) {
	for _, text := range []string{strings.Repeat("word ", 1000), strings.Repeat("a b c d e f g, ", 200), strings.Repeat("it is. ", 3)} {
		scanned := NewScanner(french).Scan(text)
		at := 0
		for i, s := range scanned.Sentences {
			last := i == len(scanned.Sentences)-1
			if s.Start != at || s.Len() > maxSentence || !last && s.Len() <= maxSentence*2/3 && s.Len() > 3 {
				t.Errorf("%.20q: sentence %d is %v", text, i, s)
			}
			if !last && strings.Contains(text, ",") && scanned.Word(s.End-1) != "," {
				t.Errorf("%.20q: sentence %d ends with %q", text, i, scanned.Word(s.End-1))
			}
			at = s.End
		}
		if at != len(scanned.Tokens) {
			t.Errorf("%.20q: the sentences end at %d of %d", text, at, len(scanned.Tokens))
		}
	}
}
