package extract

import (
	"slices"

	"sayso/extract/claims"
	"sayso/extract/dates"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/money"
	"sayso/extract/quantities"
	"sayso/extract/quotes"
	"sayso/extract/view"
)

// Rooms are the reading of an article, or of a window of one: what each room makes of it, in the order in which they lean on
// each other. The country of the press, names and dates are read when they are first asked for.
type rooms struct {
	*view.View
	asked
	exchange money.Exchange
	country  func() string // of the press, or empty
	isFirst  bool          // of the article's windows

	weighed *entities.Names
	titled  *entities.Set // once somebody has asked
	told    []*dates.Timex
	isDated bool
}

// rooms opens the rooms for a View of an article.
func (x *Extractor) rooms(v *view.View, country func() string, isFirst bool) *rooms {
	return &rooms{View: v, asked: x.asked, exchange: x.exchange, country: country, isFirst: isFirst, weighed: entities.Later(v)}
}

// joined gives the names without what people are.
func (r *rooms) joined() *entities.Set { return r.weighed.Weighed().Join() }

// names gives the names with all that is known of them.
func (r *rooms) names() *entities.Set {
	if r.titled == nil {
		r.titled = r.joined().Titled()
	}
	return r.titled
}

// dates gives the dates.
func (r *rooms) dates() []*dates.Timex {
	if !r.isDated {
		r.told, r.isDated = dates.Read(r.View, r.weighed, r.country), true
	}
	return r.told
}

// fill reads an article, or a window of one, into its document: names first, for dates, speakers and claims lean on them; dates
// before figures, for these take the rates of their days. Where nobody waits any more it stops, for rooms leave their work
// half done then.
func (r *rooms) fill(d *document.Document) {
	d.Sentences = r.Sentences()
	if r.entities {
		if r.names(); r.Done() {
			return
		}
	}
	if r.asked.dates {
		told := r.dates()
		if r.Done() {
			return
		}
		d.Dates = dates.Records(r.View, told)
		if r.Published.IsZero() && slices.ContainsFunc(told, (*dates.Timex).Open) {
			d.Warnings = append(d.Warnings, Undated)
		}
	}
	if r.money {
		d.Money = money.Read(r.View, r.joined, r.dates, r.country, r.exchange)
	}
	if r.quotes {
		r.say(d)
		return
	}
	if r.entities {
		d.Entities = r.names().Records()
	}
	if r.quantities {
		d.Quantities = quantities.Read(r.View, r.names(), d.Money, d.Dates)
	}
}

// say reads what is said and claimed, and what else a whole record has.
func (r *rooms) say(d *document.Document) {
	named := r.names()
	said, meant := quotes.Read(r.View, named)
	if r.Done() {
		return
	}
	d.Quotes = quotes.Records(r.View, named, said)
	d.Entities = named.Records()
	d.Quantities = quantities.Read(r.View, named, d.Money, d.Dates)
	var stances []string
	d.Claims, stances = claims.Read(r.View, claims.Basis{
		Named: named, Money: d.Money, Dates: d.Dates, Quantities: d.Quantities, Said: said, Quotes: d.Quotes, Meant: meant, Title: title(d), Later: !r.isFirst, Authors: d.Byline,
	})
	for i, s := range stances {
		d.Quotes[i].Stance = s
	}
}

// Undated is the warning of an article whose day nothing tells, where dates lean on it.
const Undated = "the day of publication is unknown: dates that lean on it stay open; --date names it"

// title is the title of a record, or empty.
func title(d *document.Document) string {
	if d.Title == nil {
		return ""
	}
	return *d.Title
}
