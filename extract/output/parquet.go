package output

import (
	"encoding/json"
	"io"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"sayso/extract/document"
	"sayso/extract/source"
)

// A mentionRow is one row of a Parquet file: one mention, as a row of a table, with the article's own columns and with numbers
// and days as such. What is not known, or does not apply, is null.
type mentionRow struct {
	Article    string   `parquet:"article,dict"` // the record's id
	Source     string   `parquet:"source,dict"`
	URL        *string  `parquet:"url,optional,dict"`
	Title      *string  `parquet:"title,optional,dict"`
	Published  *int32   `parquet:"published,optional,date"`
	Language   *string  `parquet:"language,optional,dict"`
	Type       string   `parquet:"type,dict"`
	ID         string   `parquet:"id,dict"`
	Start      int32    `parquet:"start"` // in code points of the article's text
	End        int32    `parquet:"end"`   // exclusive
	Text       string   `parquet:"text"`
	Value      *string  `parquet:"value,optional,dict"`
	Amount     *float64 `parquet:"amount,optional"`
	Low        *float64 `parquet:"low,optional"`
	High       *float64 `parquet:"high,optional"`
	Currency   *string  `parquet:"currency,optional,dict"`
	FirstDay   *int32   `parquet:"first_day,optional,date"`
	LastDay    *int32   `parquet:"last_day,optional,date"` // inclusive
	Speaker    *string  `parquet:"speaker,optional,dict"`
	Stance     *string  `parquet:"stance,optional,dict"`
	Rule       *string  `parquet:"rule,optional,dict"`
	Confidence *float64 `parquet:"confidence,optional"`
}

// rowsAGroup bounds the rows that are kept in memory until they are written.
const rowsAGroup = 1 << 15

// rowsAWrite are made before they are taken in.
const rowsAWrite = 1 << 10

// A columnsWriter writes one row a mention as a Parquet file. The file is whole once the writer is closed.
type columnsWriter struct {
	file *parquet.GenericWriter[mentionRow]
}

func newColumns(w io.Writer, _ Terminal) Writer {
	return &columnsWriter{parquet.NewGenericWriter[mentionRow](w, parquet.MaxRowsPerRowGroup(rowsAGroup), parquet.Compression(&zstd.Codec{}))}
}

// Write takes in the rows of one document.
func (c *columnsWriter) Write(d *document.Document) error {
	var err error
	var some []mentionRow
	write := func() {
		if err == nil {
			_, err = c.file.Write(some)
		}
		some = some[:0]
	}
	eachRow(d, func(r row) {
		if some = append(some, r.mention(d)); len(some) == rowsAWrite {
			write()
		}
	})
	write()
	return err
}

// Close writes what is left, and the list of what the file holds.
func (c *columnsWriter) Close() error { return c.file.Close() }

// mention is a row with its types.
func (r row) mention(d *document.Document) mentionRow {
	m := mentionRow{
		Article: d.ID, Source: source.Name(d.Source), URL: d.URL, Title: d.Title, Published: dayNumber(d.Published.Date), Language: d.Language.Code,
		Type: r.kind, ID: r.id, Start: int32(r.place.Start), End: int32(r.place.End), Text: r.place.Text,
		Value: known(r.value), Amount: number(r.figure.Amount), Low: number(r.figure.Low), High: number(r.figure.High), Currency: known(r.figure.Currency),
		FirstDay: dayNumber(r.from), LastDay: dayNumber(r.to), Speaker: known(r.speaker), Stance: known(r.stance), Rule: known(r.rule),
	}
	if r.confidence > 0 {
		m.Confidence = &r.confidence
	}
	return m
}

// known is a text, or nil where it is empty.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// number is the nearest number to a figure's digits, or nil.
func number(n json.Number) *float64 {
	f, err := strconv.ParseFloat(n.String(), 64)
	if err != nil {
		return nil
	}
	return &f
}

// dayNumber is a day as a count of days since 1970, or nil.
func dayNumber(day *string) *int32 {
	if day == nil {
		return nil
	}
	t, err := time.Parse(time.DateOnly, *day)
	if err != nil {
		return nil
	}
	n := int32(t.Unix() / (24 * 60 * 60)) // exact: it is midnight
	return &n
}
