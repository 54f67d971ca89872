package output

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"sayso/extract/document"
	"sayso/extract/source"
)

// columns are the same whatever is written, so that files of different runs have one form.
var columns = []string{"source", "published", "type", "id", "start", "end", "text", "value", "amount", "currency", "speaker", "rule", "stance", "verb", "qualifier", "per", "from", "to", "amount_min", "amount_max", "confidence", "refers"}

// A table writes one row a mention, as comma-separated values. Its first line names the columns.
type table struct {
	unended
	out   *bufio.Writer
	begun bool
}

func newTable(w io.Writer, _ Terminal) Writer { return &table{out: inPieces(w)} }

// Write writes the rows of one document.
func (t *table) Write(d *document.Document) error {
	c := csv.NewWriter(t.out)
	if !t.begun {
		c.Write(columns)
	}
	t.begun = true
	eachRow(d, func(r row) { c.Write(disarmed(r.cells(d))) })
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return t.out.Flush()
}

// A row is one mention.
type row struct {
	kind, id string
	place    document.Place
	value    string
	figure   document.Figure
	speaker  string
	rule     string

	stance     string  // of a quote or claim
	verb       string  // of a quote: the lemma that reports it
	qualifier  *string // of a figure or quantity
	per        string  // the same
	from, to   *string // of a date: its first and last day
	confidence float64 // 0 where it was not measured
	refers     []document.Referent
}

func (r row) cells(d *document.Document) []string {
	return []string{
		source.Name(d.Source), text(d.Published.Date), r.kind, r.id,
		strconv.Itoa(r.place.Start), strconv.Itoa(r.place.End), r.place.Text,
		r.value, amount(r.figure), r.figure.Currency, r.speaker, r.rule, r.stance,
		r.verb, text(r.qualifier), r.per, text(r.from), text(r.to), least(r.figure), most(r.figure), confidence(r.confidence), referents(r.refers),
	}
}

// referents are words of a claim and whom they mean: she = Jane Holloway; the firm = Valmora.
func referents(all []document.Referent) string {
	each := make([]string, len(all))
	for i, x := range all {
		each[i] = x.Text + " = " + x.Name
	}
	return strings.Join(each, "; ")
}

// least is the amount of a figure, or the low end of a range.
func least(f document.Figure) string { return f.Amount.String() + f.Low.String() }

// most is the amount of a figure, or the high end of a range.
func most(f document.Figure) string { return f.Amount.String() + f.High.String() }

// confidence is a share, empty where it was not measured.
func confidence(share float64) string {
	if share == 0 {
		return ""
	}
	return strconv.FormatFloat(share, 'g', -1, 64)
}

// disarmed are cells none of which a spreadsheet takes for a formula: before what begins one stands a single mark. Numbers stay.
func disarmed(cells []string) []string {
	for i, c := range cells {
		if c != "" && strings.IndexByte("=+-@\t\r", c[0]) >= 0 && !isNumber(c) {
			cells[i] = "'" + c
		}
	}
	return cells
}

// isNumber reports whether a cell is a number, or two with ".." between them.
func isNumber(cell string) bool {
	for part := range strings.SplitSeq(cell, "..") {
		if _, err := strconv.ParseFloat(part, 64); err != nil && part != "" {
			return false
		}
	}
	return true
}

// amount is a figure's number, or its bounds as "low..high".
func amount(f document.Figure) string {
	if f.Low != "" || f.High != "" {
		return f.Low.String() + ".." + f.High.String()
	}
	return f.Amount.String()
}

// text is what a field that may be null holds.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// eachRow makes a row of each mention of a document, type by type.
func eachRow(d *document.Document, take func(row)) {
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			take(row{kind: e.Type, id: e.ID, place: m.Place, value: e.Name, rule: m.Rule, confidence: m.Confidence})
		}
	}
	for _, m := range d.Money {
		take(row{kind: "money", id: m.ID, place: m.Place, figure: m.Figure, qualifier: m.Qualifier, per: m.Per, rule: m.Rule, confidence: m.Confidence})
		if s := m.Stated; s != nil {
			take(conversionRow(m.ID, s))
		}
		for i := range m.AlsoStated {
			take(conversionRow(m.ID, &m.AlsoStated[i]))
		}
	}
	for _, x := range d.Dates {
		take(row{kind: "date", id: x.ID, place: x.Place, value: x.Value, rule: x.Rule, from: x.From, to: x.To, confidence: x.Confidence})
	}
	for _, n := range d.Quantities {
		f := document.Figure{Amount: n.Amount, Low: n.Low, High: n.High}
		take(row{kind: "quantity", id: n.ID, place: n.Place, value: n.Unit, figure: f, qualifier: n.Qualifier, per: n.Per, rule: n.Rule, confidence: n.Confidence})
	}
	for _, q := range d.Quotes {
		take(quoteRow(d, q))
	}
	x := newIndex(d)
	for _, c := range d.Claims {
		take(row{kind: "claim", id: c.ID, place: c.Place, value: c.Proposition, speaker: x.nameOf(c.Speaker), stance: c.Stance, refers: c.Refers})
	}
}

// conversionRow is the article's own conversion of a figure; its value is what was found of it, on which day and how.
func conversionRow(id string, s *document.Stated) row {
	r := row{kind: "conversion", id: id, place: s.Place, figure: s.Figure, rule: s.Rule}
	if s.Check != nil {
		r.value = join([]string{s.Check.Verdict, s.Check.On, s.Check.Method}, " ")
	}
	return r
}

// quoteRow spans the quote; its text is the words said, parts joined by " … ".
func quoteRow(d *document.Document, q document.Quote) row {
	r := row{kind: "quote", id: q.ID, place: document.Place{Start: q.Start, End: q.End, Text: q.Said()}, value: q.Kind, stance: q.Stance, rule: q.Rule, confidence: q.Confidence}
	if q.Speaker != nil {
		r.speaker = q.Speaker.Name
	}
	if q.Cue != nil {
		r.verb = q.Cue.Lemma
	}
	return r
}
