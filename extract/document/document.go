// Package document is the record of an article: the form that it is written in, and its schema. Values alone, no reasoning.
package document

import (
	"encoding/json"

	"sayso/extract/article"
)

// A Document is the record of one article. All offsets count Unicode code points of the article's text, end
// exclusive.
type Document struct {
	Schema     int            `json:"schema"` // the number of the record's form
	ID         string         `json:"id"`     // the article's own, or made from where it came from; no other record of the run has it
	Source     article.Source `json:"source"` // where the article came from
	URL        *string        `json:"url"`    // its canonical address
	Title      *string        `json:"title"`
	Byline     []string       `json:"byline"` // its authors
	Site       *string        `json:"site"`   // the name of the paper
	Published  Published      `json:"published"`
	Modified   *Published     `json:"modified,omitempty"` // of a page: the day of its last change, where it tells one
	Language   Language       `json:"language"`
	Text       *string        `json:"text,omitempty"`      // only where it was asked for
	MinHash    string         `json:"minhash,omitempty"`   // 64 hexadecimal digits: two texts share about as many of the 32 bytes as of their wording; absent where the text is short
	Subtitles  []Subtitle     `json:"subtitles,omitempty"` // when parts of a spoken text are shown
	Credits    []string       `json:"credits,omitempty"`   // of a page: who made its pictures and had a part in its text
	Entities   []Entity       `json:"entities"`            // in the order of their first mentions
	Money      []Money        `json:"money"`               // in the order of the text, as what follows
	Dates      []Date         `json:"dates"`
	Quantities []Quantity     `json:"quantities"` // numbers with their units that are no money
	Quotes     []Quote        `json:"quotes"`
	Claims     []Claim        `json:"claims"`
	Headline   *Headline      `json:"headline,omitempty"` // what the title says, where it is no part of the text
	Sentences  []Span         `json:"-" record:"-"`       // of the text, in its order; no form has them
	Warnings   []string       `json:"warnings"`           // what could not be read, or is in doubt
	Error      string         `json:"error,omitempty"`    // why the article could not be read; it is all there is to say then
}

// Published is the day of publication (YYYY-MM-DD) and what said so; both are null where unknown.
type Published struct {
	Date *string `json:"date"` // YYYY-MM-DD
	From *string `json:"from"` // json-ld, opengraph, meta, time, url, flag, input or text
}

// Language is the language that the article was read in, or null where it is none of ours.
type Language struct {
	Code       *string `json:"code"`              // ISO 639-1
	Variant    string  `json:"variant,omitempty"` // a BCP 47 tag with a region, pt-BR, where that is sure
	Confidence float64 `json:"confidence"`        // 0 to 1
	From       string  `json:"from"`              // text, html, flag or input
}

// A Subtitle is a part of a spoken text, and when it is shown.
type Subtitle struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	From  float64 `json:"from"` // seconds
	To    float64 `json:"to"`   // seconds
}

// A Place is where an annotation stands, and its text: text[start:end] of the article in code points.
type Place struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// An Entity is one person, organization, location or other named thing, with all of its mentions.
type Entity struct {
	ID       string            `json:"id"`
	Type     string            `json:"type"`    // person, organization, location or misc
	Name     string            `json:"name"`    // the fullest form that the article gives
	Country  *string           `json:"country"` // ISO 3166: the country that it is, or is of
	Mentions []Mention         `json:"mentions"`
	Roles    []Role            `json:"roles"`
	IDs      map[string]string `json:"ids,omitempty"` // by scheme: iso3166, iso3166-2, m49, geonames, or one of a pack's
}

// A Mention is one place where an entity is named.
type Mention struct {
	Place
	Sentence   *Span   `json:"-" record:"sentence"` // the one that it stands in
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence,omitempty"` // the share of the rule's annotations that were right on gold; absent where it was not measured
}

// A Role is an office that the article gives a person.
type Role struct {
	Office string  `json:"office"`
	Of     *string `json:"of"`             // the entity the office belongs to, or null
	When   string  `json:"when,omitempty"` // former or future, where the article says so
	Place
	Rule string `json:"rule"`
}

// A Figure is an amount of money. A range has Low and High and no Amount.
type Figure struct {
	Place
	Amount   json.Number `json:"amount,omitempty"`   // in the currency's unit, plain decimal digits
	Low      json.Number `json:"low,omitempty"`      // of a range
	High     json.Number `json:"high,omitempty"`     // of a range
	Currency string      `json:"currency,omitempty"` // ISO 4217
}

// Money is one figure of the article with the article's own conversion of it, if it gives one.
type Money struct {
	ID string `json:"id"`
	Figure
	AmountMin  json.Number  `json:"-" record:"amount_min"` // the amount, or the low end of a range: for sums and comparisons
	AmountMax  json.Number  `json:"-" record:"amount_max"` // the amount, or the high end of a range
	Sentence   *Span        `json:"-" record:"sentence"`   // the one that it stands in
	Qualifier  *string      `json:"qualifier"`             // about, over, under, at_least, up_to or null
	Vague      bool         `json:"vague,omitempty"`       // the text leaves the amount open
	Per        string       `json:"per,omitempty"`         // the unit that the amount is for: year, month, hour, …
	Candidates []string     `json:"candidates,omitempty"`  // ISO 4217: where the currency's word leaves open which of them is meant
	Stated     *Stated      `json:"stated,omitempty"`      // the article's own conversion of it
	AlsoStated []Stated     `json:"also_stated,omitempty"` // the same in further currencies
	Breakdown  []string     `json:"breakdown,omitempty"`   // the figures in brackets behind it that add up to it
	Converted  []Conversion `json:"converted,omitempty"`   // where conversions were asked for
	Rule       string       `json:"rule"`
	Confidence float64      `json:"confidence,omitempty"` // of the rule, as a mention has it
}

// Stated is the article's own conversion: the same figure in another currency.
type Stated struct {
	Figure
	Rate  json.Number `json:"rate"` // units of this currency for one unit of the figure's
	Check *Check      `json:"check"`
	Rule  string      `json:"rule"`
}

// A Check holds the article's own conversion against the rates of its day.
type Check struct {
	Verdict   string      `json:"verdict"`             // consistent, other_date, breakdown, at_odds or no_rate
	Rate      json.Number `json:"rate,omitempty"`      // of the day of publication
	On        string      `json:"on,omitempty"`        // the day that the rate was set, or the nearer of two that it lies between
	Method    string      `json:"method,omitempty"`    // how the rate was come by: fixed parity, exact, previous business day, between, nearest or later parity
	DaysOff   int         `json:"days_off,omitempty"`  // days between on and the day of publication
	Bound     json.Number `json:"bound,omitempty"`     // the share by which the rate may be off from that of the day; absent where it is that
	Source    string      `json:"source,omitempty"`    // who set it
	Deviation json.Number `json:"deviation,omitempty"` // of the article's rate from it, as a share of it
	Rounding  json.Number `json:"rounding,omitempty"`  // the share that the rounding of both figures accounts for
	From      string      `json:"from,omitempty"`      // of other_date: the first day of the last run of days whose rate fits
	To        string      `json:"to,omitempty"`        // and the last
	Clue      *Place      `json:"clue,omitempty"`      // what in the text speaks of another date
	Reason    string      `json:"reason,omitempty"`    // why there is no rate
}

// A Conversion is a figure in another currency by our rates, or the reason why there is none.
type Conversion struct {
	Amount   json.Number `json:"amount,omitempty"`
	Low      json.Number `json:"low,omitempty"`
	High     json.Number `json:"high,omitempty"`
	Currency string      `json:"currency"`
	Rate     json.Number `json:"rate,omitempty"`
	On       string      `json:"on,omitempty"`       // the day that the rate was set, or the nearer of two that it lies between
	Method   string      `json:"method,omitempty"`   // how the rate was come by: fixed parity, exact, previous business day, between, nearest or later parity
	DaysOff  int         `json:"days_off,omitempty"` // days between on and the day that the figure is of
	Bound    json.Number `json:"bound,omitempty"`    // the share by which the rate may be off from that of the day; absent where it is that
	Source   string      `json:"source,omitempty"`
	Reason   string      `json:"reason,omitempty"`
}

// A Quantity is a number with its unit: a share, a count of something, a measure. A range has Low and High and no Amount.
type Quantity struct {
	ID string `json:"id"`
	Place
	Amount     json.Number `json:"amount,omitempty"`      // in the unit, plain decimal digits
	Low        json.Number `json:"low,omitempty"`         // of a range
	High       json.Number `json:"high,omitempty"`        // of a range
	AmountMin  json.Number `json:"-" record:"amount_min"` // the amount, or the low end of a range
	AmountMax  json.Number `json:"-" record:"amount_max"` // the amount, or the high end of a range
	Sentence   *Span       `json:"-" record:"sentence"`   // the one that it stands in
	Unit       string      `json:"unit"`                  // percent, percentage_point, basis_point, count, share (of 1), times, or a unit of measure: km, t, MW
	What       *Place      `json:"what"`                  // what is counted, or null
	Of         string      `json:"of"`                    // level, or change: by how much something rose or fell
	Direction  string      `json:"direction,omitempty"`   // up or down where a verb tells
	Qualifier  *string     `json:"qualifier"`             // about, over, under, at_least, up_to or null
	Per        string      `json:"per,omitempty"`         // the unit that it is for: year, day, person, …
	Rule       string      `json:"rule"`
	Confidence float64     `json:"confidence,omitempty"` // of the rule, as a mention has it
}

// A Date is a point, period, duration or set of times.
type Date struct {
	ID string `json:"id"`
	Place
	Sentence   *Span   `json:"-" record:"sentence"` // the one that it stands in
	Type       string  `json:"type"`                // TIMEX3: DATE, TIME, DURATION or SET
	Value      string  `json:"value"`               // TIMEX3
	EDTF       string  `json:"edtf,omitempty"`      // ISO 8601-2, where it can say the value
	Ambiguous  string  `json:"ambiguous,omitempty"` // the other value, where day and month may be the other way round
	From       *string `json:"from"`                // first day of the interval meant, YYYY-MM-DD
	To         *string `json:"to"`                  // last day, inclusive
	Mod        *string `json:"mod"`                 // TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, …
	TZ         string  `json:"tz,omitempty"`        // of a clock time: its offset from UTC, as -03:00
	Freq       string  `json:"freq,omitempty"`      // of a set: how often in each unit, as 2X
	Anchor     string  `json:"anchor,omitempty"`    // published, or the id of the date leant on
	Tense      string  `json:"tense,omitempty"`     // past or future, where words told
	Cue        *Place  `json:"cue,omitempty"`       // these words, where they are not the date's own
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence,omitempty"` // of the rule, as a mention has it
}

// A Quote is one statement with the one who made it.
type Quote struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`   // direct, mixed or indirect
	Stance     string   `json:"stance"` // how its speaker stands to it: asserts, denies, doubts, promises, demands, supposes or asks
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Sentence   *Span    `json:"-" record:"sentence"`   // the one that it begins in
	Text       string   `json:"-" record:"text"`       // the words said, parts joined by " … "
	Money      []string `json:"-" record:"money"`      // the ids of the figures in these words
	Dates      []string `json:"-" record:"dates"`      // the ids of the dates in them
	Quantities []string `json:"-" record:"quantities"` // the ids of the quantities in them
	Entities   []string `json:"-" record:"entities"`   // the ids of those named in them
	Content    []Place  `json:"content"`               // the words said; more than one part where they are interrupted
	Clause     *Place   `json:"clause,omitempty"`      // of a mixed statement: the told clause that holds the words said
	Speaker    *Speaker `json:"speaker"`
	Cue        *Cue     `json:"cue"`
	Medium     *string  `json:"medium,omitempty"`    // where it was said, as the article has it
	Addressee  *Party   `json:"addressee,omitempty"` // whom it was told
	Relay      *Party   `json:"relay,omitempty"`     // who passed it on: « X, cité par Y »
	Rule       string   `json:"rule"`
	Confidence float64  `json:"confidence,omitempty"` // of the rule, as a mention has it
}

// A Speaker is who said it: the words that name the speaker at the quote, and who that is.
type Speaker struct {
	Start  *int    `json:"start"` // null where the text names nobody
	End    *int    `json:"end"`
	Text   *string `json:"text"`
	Entity *string `json:"entity"` // null where it is none
	Name   string  `json:"name"`   // the entity's, else the words themselves
	How    string  `json:"how"`    // name, role, noun, pronoun, previous or unnamed
	// Confidence is how often a name found in this way was right on news where that was measured, 0 to 1, else 0.
	Confidence float64 `json:"confidence"`
}

// A Party has a part in a statement beside its speaker.
type Party struct {
	Place
	Entity *string `json:"entity"` // null where it is none
	Name   string  `json:"name"`   // the entity's, else the words themselves
	Rule   string  `json:"rule"`
}

// A Cue is the verb or preposition that reports.
type Cue struct {
	Place
	Lemma  string `json:"lemma"`
	Stance string `json:"stance"`           // what it makes of the statement: neutral, claim, deny, announce, …
	Hedged bool   `json:"hedged,omitempty"` // the statement is reported with reserve
}

// A Claim is one sentence or statement that says something about money, dates or who did what.
type Claim struct {
	ID string `json:"id"`
	Place
	Quote      *string   `json:"quote"`               // the id of the statement that it is of, one of its sentences perhaps, or null: the article's own
	Sentence   *Span     `json:"-" record:"sentence"` // the one that it begins in
	By         *Claimant `json:"-" record:"speaker"`  // who says so, or null: the article's own
	Speaker    *string   `json:"speaker" record:"-"`  // the id of the entity that says so
	Money      []string  `json:"money"`               // the ids of the figures in it
	Dates      []string  `json:"dates"`               // the ids of the dates in it
	Quantities []string  `json:"quantities"`          // the ids of the quantities in it
	Entities   []string  `json:"entities"`            // the ids of those named in it
	Hedged     bool      `json:"hedged"`              // it is said with reserve: may, apparently, hearsay
	Negated    bool      `json:"negated"`             // its clause is negated

	Proposition string     `json:"proposition"`           // what is claimed, without the words that report it; in brackets whom its subject means, where it leaves it out or names nobody, and before it the headline, where it speaks of what only the article tells
	Refers      []Referent `json:"refers,omitempty"`      // these words, and whom they mean
	Context     *Place     `json:"context,omitempty"`     // the sentence before it, where it means something told there, or the one that introduces its list; the proposition has it in brackets
	Stance      string     `json:"stance"`                // as a statement has it; the article's own sentences assert
	Source      string     `json:"source"`                // article: its own voice; named or unnamed: whoever it reports
	Also        []Place    `json:"also,omitempty"`        // where the article claims the same again
	Key         string     `json:"key" record:"key,null"` // made of its figures, days, names and speaker alone: the same for the same claim in another article or language

	Checkable bool     `json:"checkable"` // it says something that can be looked up
	Reasons   []string `json:"reasons"`   // figure, comparison, past_event, cause, present_fact and planned speak for it; question, promise, future, demand and opinion against
}

// A Referent is words of a claim that name nobody, and whom they mean.
type Referent struct {
	Place
	Entity *string `json:"entity"` // null where it is none
	Name   string  `json:"name"`   // the entity's, else the words that brought it in
}

// Optional is a text that may be missing: nil where it is empty.
func Optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// The stances of a speaker to a statement.
const (
	Asserts  = "asserts"
	Denies   = "denies"
	Doubts   = "doubts"
	Promises = "promises"
	Demands  = "demands"
	Supposes = "supposes"
	Asks     = "asks"
)

// AnchorPublished is the anchor of a date that leans on the day of publication.
const AnchorPublished = "published"

// The sources of a claim.
const (
	SourceArticle = "article" // the article says so in its own voice
	SourceNamed   = "named"   // somebody who has a name
	SourceUnnamed = "unnamed" // somebody whom it does not name
)

// The verdicts on an article's own conversion.
const (
	Consistent = "consistent" // within the rounding of both figures and two percent of the day's rate
	OtherDate  = "other_date" // not at the day's rate, but at that of another date
	AtOdds     = "at_odds"    // at no rate of a date that the article may mean
	NoRate     = "no_rate"    // there is no rate to check it by
)
