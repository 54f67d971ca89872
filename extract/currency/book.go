package currency

import (
	"slices"
	"time"
)

// A Book holds the rates of one publisher or table, all against one base.
type Book struct {
	Name   string // for people: where the book comes from
	base   string // ISO 4217
	series map[string][]chapter
}

// A chapter is one series of a book.
type chapter struct {
	ends   [2]int32 // the first and the last day
	series func() Series
}

// A Series is one currency's rates from one source, in the order of their days.
type Series struct {
	Code    string // ISO 4217
	Source  string
	Days    []int32 // since 1970-01-01
	Rates   []int64 // units of the currency for one of the base, times 10 to the Scale
	Scale   int32
	Inverse bool // the rates are units of the base for one of the currency
}

// NewBook makes a book of rates against a base; of two series of one currency, the first wins where both have a day.
func NewBook(name, base string, all []Series) *Book {
	b := newBook(name, base)
	for _, s := range all {
		if len(s.Days) > 0 {
			b.add(s.Code, chapter{s.ends(), func() Series { return s }})
		}
	}
	return b
}

func newBook(name, base string) *Book {
	return &Book{Name: name, base: base, series: map[string][]chapter{}}
}

func (b *Book) add(code string, c chapter) { b.series[code] = append(b.series[code], c) }

// Codes are the currencies of the book, sorted, with its base.
func (b *Book) Codes() []string {
	codes := []string{b.base}
	for code := range b.series {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// Last is the last day that the book has a rate of, zero where it has none.
func (b *Book) Last() time.Time {
	var last time.Time
	for _, all := range b.series {
		for _, c := range all {
			if end := dayOf(c.ends[1]); end.After(last) {
				last = end
			}
		}
	}
	return last
}

// Series are the rates of one currency by source.
func (b *Book) Series(code string) []Series {
	var all []Series
	for _, c := range b.series[code] {
		all = append(all, c.series())
	}
	return all
}

// Span is the first and last day of the rates.
func (s *Series) Span() Span { return Span{dayOf(s.Days[0]), dayOf(s.Days[len(s.Days)-1])} }

// number is a day as days since 1970-01-01.
func number(day time.Time) int32 { return int32(day.Unix() / (24 * 60 * 60)) }

func dayOf(n int32) time.Time { return time.Unix(int64(n)*24*60*60, 0).UTC() }
