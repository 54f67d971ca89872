// Package article turns an HTML page into an Article: its text in typed blocks with title, byline, site and date. A page's
// bytes go in, an Article comes out; the text's blocks never overlap and stand in the order of the page.
package article

import "time"

// An Article is one news article, ready to be read.
type Article struct {
	ID        string
	Source    Source
	URL       string // the address that it goes by
	Address   string // that its page came from, or was saved from; empty where that is not known
	Title     string
	Byline    []string
	Site      string
	Published Published
	Modified  Published // the day of the last change, empty where the page tells none
	Language  Hint
	Text      string     // what every offset counts in
	Blocks    []Block    // the typed parts of Text; empty where the input had none (plain text)
	Subtitles []Subtitle // when parts of a spoken Text are shown
	Credits   []string   // who made the pictures and the text, as the page says: "© Agency"
	NameLines []Line     // where Byline names nobody but the site: lines beside the title that may name the authors, the likeliest first
	DateLines []Line     // where Published is empty: lines beside the title that may tell the day in words
	GivenDate string     // the day as the input writes it, where only the language tells which it is
	Warnings  []string
}

// Without is the article without some of its blocks, its text laid out anew; headings with nothing left below them go
// too. An article of which nothing would be left stays as it is.
func (a Article) Without(drop []bool) Article {
	all := make([]piece, len(a.Blocks))
	for i, b := range a.Blocks {
		all[i] = piece{kind: b.Kind, text: a.Text[b.Start:b.End]}
	}
	dropBare(all, drop)
	if rest := without(all, drop); len(rest) > 0 {
		a.Text, a.Blocks = layOut(rest)
	}
	return a
}

// A Source says where an article came from.
type Source struct {
	Kind     string `json:"kind"`           // url, file, stdin, jsonl, csv, parquet, warc, mbox or feed
	Location string `json:"location"`       // an address or a path
	Line     int    `json:"line,omitempty"` // of the input file, from 1; 0 where there are no lines
}

// Published is the day an article was published and what said so.
type Published struct {
	Date string `json:"date"` // YYYY-MM-DD, or empty
	From string `json:"from"` // json-ld, opengraph, meta, time, url, flag or input
}

// A Line is a short text that a page shows beside its title.
type Line struct {
	Text  string
	Named bool // the page's own names say that it is what it is taken for
	Apart bool // it stands elsewhere than beside the title, and is not named
}

// A Hint is what the page or the input says about its language.
type Hint struct {
	Code string // a BCP 47 tag, or empty
	From string // html, flag or input
}

// A Kind is what sort of block it is.
type Kind string

// The kinds of blocks.
const (
	Heading    Kind = "heading"
	Paragraph  Kind = "paragraph"
	ListItem   Kind = "list-item"
	Blockquote Kind = "blockquote"
	Caption    Kind = "caption"
	TableCell  Kind = "table-cell"
)

// A Block is one typed part of an article's text.
type Block struct {
	Kind       Kind
	Start, End int // bytes of Article.Text, half-open
}

// A Subtitle is a part of a spoken text, and when it is shown.
type Subtitle struct {
	Start, End int // bytes of Article.Text, half-open
	From, To   time.Duration
}
