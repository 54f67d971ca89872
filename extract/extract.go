// Package extract reads an Article and gives a Document: its entities, figures, dates, quotes and claims, each with
// its place, its value and the rule that made it. Each of these has a room below, which takes values and returns values;
// what a language is like stands in the rule packs.
package extract

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/currency"
	"sayso/extract/document"
	"sayso/extract/language"
	"sayso/extract/minhash"
	"sayso/extract/money"
	"sayso/extract/page"
	"sayso/extract/value"
	"sayso/rules"
	"sayso/rules/match"
)

// Languages are the languages that articles are read in without a pack of the user's, as BCP 47 codes.
var Languages = []string{"fr", "pt", "en"}

// Options say how an Extractor is made.
type Options struct {
	PackDirs []string        // folders of rule packs that go before the embedded ones
	Cache    string          // a folder for compiled packs, see rules.Library.Cached; empty is none
	Rates    *currency.Rates // what figures are converted and checked with; nil for the rates that are built in
	To       []string        // ISO 4217: the currencies that every figure is converted to
	Parts    []string        // of document.Parts: those that are asked for, the others stay empty or are what these lean on; all where none is
}

// An Extractor reads articles. Nothing of it changes but what it has loaded, and it is safe to share.
type Extractor struct {
	library   *rules.Library
	codes     []string // of languages, the built-in ones first
	languages map[string]*langPack
	detector  func() *language.Detector
	exchange  money.Exchange
	asked     asked
	packs     sync.Map // by language, functions that load it for Explain
}

// A langPack is one language with its rules, loaded when the first article asks for it.
type langPack struct {
	load     func() (*match.Program, error) // the rules of the parts that are read
	notices  func() (*match.Program, error) // those of what pages say of themselves
	variants func() *language.Variants
}

func newLangPack(library *rules.Library, code string, p asked) *langPack {
	program := func(tiers ...[]string) func() (*match.Program, error) {
		return sync.OnceValues(func() (*match.Program, error) { return library.Program(code, tiers...) })
	}
	t := &langPack{load: program(p.tiers()...), notices: program(noticeTypes)}
	t.variants = sync.OnceValue(func() *language.Variants {
		regions := map[string]string{}
		if p, err := t.load(); err == nil {
			for region, word := range p.Words("variant") {
				regions[word] = region
			}
		}
		return language.NewVariants(code, regions)
	})
	return t
}

// Types is the table of the types that rules may make.
func Types() []rules.Type { return value.Types() }

// Lists are the names of the lists that the program itself reads, besides those that phrases name.
func Lists() []string {
	var names []string
	for _, list := range value.Lists() {
		names = append(names, list.Name)
	}
	return names
}

// New makes an Extractor. The packs in the user's folders are loaded at once, so that their mistakes show; the embedded
// ones when they are needed.
func New(o Options) (*Extractor, error) {
	library := rules.NewLibrary(Types(), o.PackDirs...).Cached(o.Cache)
	x := &Extractor{library: library, codes: codes(library), languages: map[string]*langPack{}, exchange: money.Exchange{To: o.To, Rates: o.Rates}, asked: askedFor(o.Parts)}
	if o.Rates == nil {
		x.exchange.Rates = currency.WithEmbedded()
	}
	for _, code := range x.codes {
		x.languages[code] = newLangPack(library, code, x.asked)
	}
	x.detector = sync.OnceValue(func() *language.Detector { return detector(library, x.codes) })
	if len(o.PackDirs) > 0 {
		for _, code := range x.codes {
			if _, err := x.languages[code].load(); err != nil {
				return nil, err
			}
		}
	}
	return x, nil
}

// codes are the languages that there are packs for.
func codes(library *rules.Library) []string {
	all := slices.Clone(Languages)
	for _, code := range library.Languages() {
		if code, _, _ = strings.Cut(strings.ToLower(code), "-"); code != "und" && !slices.Contains(all, code) {
			all = append(all, code)
		}
	}
	return all
}

// PageWords are what pages in the languages of the packs call their parts, and themselves where they are no article, and what
// dumps call their columns. The
// packs are those of Options.
func PageWords(o Options) article.Words {
	library := rules.NewLibrary(Types(), o.PackDirs...).Cached(o.Cache)
	words := article.Words{Names: article.Names{}, Phrases: article.Phrases{}, Columns: map[string]string{}}
	for _, code := range codes(library) {
		lists := library.HeadForms(code, "page-name", "page-kind", "column-name")
		names := map[string]string{}
		for _, f := range lists[0] {
			names[f.Text] = f.Value
		}
		if len(names) > 0 {
			words.Names[code] = names
		}
		for _, f := range lists[1] {
			words.Phrases[f.Text] = f.Value
		}
		for _, f := range lists[2] {
			words.Columns[f.Text] = f.Value
		}
	}
	return words
}

// Languages are the languages that the Extractor reads: the built-in ones, then those of the user's packs.
func (x *Extractor) Languages() []string { return slices.Clone(x.codes) }

// detector is made from the packs' lists of words.
func detector(library *rules.Library, codes []string) *language.Detector {
	var all []language.Candidate
	for _, code := range codes {
		lists := library.HeadForms(code, "common", "frequent", "foreign", "neighbour", "foreign-part")
		all = append(all, language.Candidate{
			Code: code, Common: append(words(lists[0]), words(lists[1])...),
			Not: append(words(lists[2]), words(lists[3])...), Parts: words(lists[4]),
		})
	}
	return language.New(all, neighbours(library))
}

// neighbours are words of the languages that there is no pack for.
func neighbours(library *rules.Library) map[string][]string {
	var lists []string
	for _, code := range value.Neighbours {
		lists = append(lists, "neighbour-"+code)
	}
	all := map[string][]string{}
	for i, forms := range library.HeadForms("common", lists...) {
		all[value.Neighbours[i]] = words(forms)
	}
	return all
}

func words(forms []rules.Form) []string {
	var all []string
	for _, f := range forms {
		all = append(all, f.Text)
	}
	return all
}

// Extract reads one article. An article in none of our languages gives a Document without annotations whose language
// is null, and a warning; the error is for what keeps any article from being read.
func (x *Extractor) Extract(a article.Article) (*document.Document, error) {
	return x.ExtractContext(context.Background(), a)
}

// ExtractContext is Extract until a context ends: then it stops within the next few thousand words and gives the
// context's error.
func (x *Extractor) ExtractContext(ctx context.Context, a article.Article) (*document.Document, error) {
	d, _, err := x.read(ctx, a)
	return d, err
}

// read is ExtractContext, with the article as it was read: cleaned, and as far as its record goes.
func (x *Extractor) read(ctx context.Context, a article.Article) (*document.Document, article.Article, error) {
	lang := x.language(a)
	if lang.record.Code == nil {
		d := empty(a)
		d.Language, d.Warnings = lang.record, append(d.Warnings, lang.warning)
		return d, a, nil
	}
	pack := x.languages[*lang.record.Code]
	a, err := pack.clean(a)
	if err != nil {
		return nil, a, err
	}
	d := empty(a)
	d.Language = lang.record
	country, unread, err := x.windows(ctx, d, pack, a)
	if err != nil {
		return nil, a, err
	}
	if broken := d.Enforce(a.Text); len(broken) > 0 {
		d.Warnings = append(d.Warnings, fmt.Sprintf("%d annotations broke a law of the record and are left out, the first %v", len(broken), broken[0]))
	}
	d.Derive()
	if err := x.headline(ctx, pack, d, a, country); err != nil {
		return nil, a, err
	}
	a.Text = a.Text[:len(a.Text)-unread]
	return d, a, nil
}

// Clean is a page's article as Extract reads it: without what the page says of itself, and with the day of publication
// where only words tell it. Offsets of a Document count in this article's text. Any other article stays as it is.
func (x *Extractor) Clean(a article.Article) (article.Article, error) {
	if len(a.Blocks) == 0 {
		return a, nil
	}
	lang := x.language(a)
	if lang.record.Code == nil {
		return a, nil
	}
	return x.languages[*lang.record.Code].clean(a)
}

// clean is a page's article as it is read; another stays as it is.
func (t *langPack) clean(a article.Article) (article.Article, error) {
	if page.IsClean(a) {
		return a, nil
	}
	program, err := t.notices()
	if err != nil {
		return a, err
	}
	return page.Clean(program, a), nil
}

// empty is the Document of an article before it is read.
func empty(a article.Article) *document.Document {
	d := &document.Document{
		Schema: document.Schema, ID: a.ID, Source: a.Source, URL: document.Optional(a.URL), Title: document.Optional(a.Title),
		Byline: append([]string{}, a.Byline...), Site: document.Optional(a.Site),
		Published: document.Published{Date: document.Optional(a.Published.Date), From: document.Optional(a.Published.From)},
		Text:      &a.Text,
		MinHash:   minhash.Of(a.Text).String(),
		Subtitles: subtitles(a),
		Credits:   a.Credits,
		Entities:  []document.Entity{}, Money: []document.Money{}, Dates: []document.Date{}, Quantities: []document.Quantity{}, Quotes: []document.Quote{}, Claims: []document.Claim{},
		Warnings: append([]string{}, a.Warnings...),
	}
	if a.Modified.Date != "" {
		d.Modified = &document.Published{Date: &a.Modified.Date, From: &a.Modified.From}
	}
	return d
}

// subtitles are an article's times, their places counted in code points.
func subtitles(a article.Article) []document.Subtitle {
	var all []document.Subtitle
	at, points := 0, 0
	count := func(to int) int {
		points += utf8.RuneCountInString(a.Text[at:to])
		at = to
		return points
	}
	for _, c := range a.Subtitles { // in the order of the text
		all = append(all, document.Subtitle{Start: count(c.Start), End: count(c.End), From: c.From.Seconds(), To: c.To.Seconds()})
	}
	return all
}

// Unread is the Document of an article that could not be read, as far as it is known.
func Unread(id string, from article.Source, err error) *document.Document {
	d := empty(article.Article{ID: id, Source: from})
	d.Text, d.Error = nil, err.Error()
	return d
}

// A verdict is what is known of an article's language.
type verdict struct {
	record  document.Language
	warning string
}

// language is what the user or the input says it is, else what the text shows.
func (x *Extractor) language(a article.Article) verdict {
	code, _, _ := strings.Cut(strings.ToLower(a.Language.Code), "-")
	if a.Language.From == "flag" || a.Language.From == "input" && code != "" {
		if _, ok := x.languages[code]; !ok {
			return verdict{document.Language{From: a.Language.From}, fmt.Sprintf("language %q is none of %s: not read", a.Language.Code, x.list())}
		}
		return verdict{record: document.Language{Code: &code, Variant: x.variant(code, a), Confidence: 1, From: a.Language.From}}
	}
	r := x.detector().Detect(a.Text, code)
	if r.Code == "" {
		return verdict{document.Language{From: "text"}, x.refusal(r)}
	}
	return verdict{record: document.Language{Code: &r.Code, Variant: x.variant(r.Code, a), Confidence: r.Confidence, From: r.From}}
}

func (x *Extractor) variant(code string, a article.Article) string {
	host := ""
	if u, err := url.Parse(a.URL); err == nil {
		host = u.Hostname()
	}
	return x.languages[code].variants().Of(a.Text, a.Language.Code, host)
}

// list is the languages as messages name them.
func (x *Extractor) list() string { return strings.Join(x.codes, ", ") }

func (x *Extractor) refusal(r language.Result) string {
	if r.Found != "" {
		return fmt.Sprintf("the article seems to be in %q, none of %s: not read", r.Found, x.list())
	}
	return fmt.Sprintf("language undetermined (%s): not read; name it with --lang", r.Reason)
}
