package output

import (
	"bytes"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"slices"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"sayso/extract/document"
	"sayso/extract/source"
)

// The tables of a database, and their indexes, which are made when the tables are full.
var (
	//go:embed database.sql
	tables string
	//go:embed indexes.sql
	indexes string
)

// A database writes documents to an SQLite database: a table a type of annotation, and keys between them.
type database struct {
	db         *sql.DB
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	last       map[string]int64 // by table, the last id
	pending    int              // documents in the transaction
}

// aTransaction is how many documents are written in one transaction. What a run that is killed has written is whole documents.
const aTransaction = 200

// newDatabase makes the database. One of the program's own that stands there is written anew; any other file is left alone.
func newDatabase(path string) (Writer, error) {
	if err := clear(path); err != nil {
		return nil, err
	}
	db, err := openDatabase(path)
	if err != nil {
		return nil, err
	}
	if _, err := db.Exec(tables); err != nil {
		db.Close()
		return nil, plainSQL(err)
	}
	return &database{db: db, statements: map[string]*sql.Stmt{}, last: map[string]int64{}}, nil
}

// errNotOurs is the answer to a file that is no database of the program's.
var errNotOurs = errors.New("exists and is not a database of sayso: it is not overwritten")

// openDatabase opens a database without what slows down the writing of one that can be made again.
func openDatabase(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?_pragma=synchronous(off)&_pragma=foreign_keys(off)")
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// applicationID is the number in the head of a database that says whose it is.
const applicationID = 0x73617973

// clear empties a database of the program's own, and removes what belongs to it. The file stays: whoever has it open has this
// one.
func clear(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, 72)
	n, err := io.ReadFull(f, head)
	switch {
	case n == 0 && err == io.EOF:
		return nil
	case err != nil || !bytes.HasPrefix(head, []byte("SQLite format 3\x00")) || binary.BigEndian.Uint32(head[68:72]) != applicationID:
		return errNotOurs
	}
	_ = os.Remove(path + "-journal")
	return f.Truncate(0)
}

// Write writes one document.
func (d *database) Write(doc *document.Document) (err error) {
	defer func() { err = plainSQL(err) }()
	if d.tx == nil {
		if d.tx, err = d.db.Begin(); err != nil {
			return err
		}
	}
	w := &documentWriter{database: d, refs: map[string]int64{}}
	w.document(doc)
	if w.err != nil {
		return w.err
	}
	if d.pending++; d.pending >= aTransaction {
		return d.commit()
	}
	return nil
}

// commit ends a transaction.
func (d *database) commit() error {
	if d.tx == nil {
		return nil
	}
	err := d.tx.Commit()
	d.tx, d.pending = nil, 0
	d.statements = map[string]*sql.Stmt{}
	return err
}

// Close writes what is left, and the indexes.
func (d *database) Close() error {
	err := d.commit()
	if err == nil {
		_, err = d.db.Exec(indexes)
	}
	if wrong := d.db.Close(); err == nil {
		err = wrong
	}
	return plainSQL(err)
}

// insert writes a row, and gives its id. The values are those of the columns behind the id.
func (d *database) insert(table string, values ...any) (int64, error) {
	d.last[table]++
	id := d.last[table]
	return id, d.exec(table, slices.Insert(values, 0, any(id)))
}

// exec writes a row of all its columns.
func (d *database) exec(table string, values []any) error {
	s := d.statements[table]
	if s == nil {
		var err error
		if s, err = d.tx.Prepare("INSERT INTO " + table + " VALUES (?" + strings.Repeat(", ?", len(values)-1) + ")"); err != nil {
			return err
		}
		d.statements[table] = s
	}
	_, err := s.Exec(values...)
	return err
}

// plainSQL is an error without the name of the driver.
func plainSQL(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("the database cannot be written: %w", err)
}

// A documentWriter writes one document. The first error ends it.
type documentWriter struct {
	*database
	article int64
	refs    map[string]int64 // by id in the record, the id of the row
	err     error
}

// add writes a row that belongs to the article.
func (w *documentWriter) add(table, ref string, values ...any) int64 {
	if w.err != nil {
		return 0
	}
	id := int64(0)
	id, w.err = w.insert(table, values...)
	if ref != "" {
		w.refs[ref] = id
	}
	return id
}

// link writes a row without an id.
func (w *documentWriter) link(table string, values ...any) {
	if w.err == nil {
		w.err = w.exec(table, values)
	}
}

// row is the row of an id in the record, or nil.
func (w *documentWriter) row(ref *string) any {
	if ref == nil {
		return nil
	}
	if id, known := w.refs[*ref]; known {
		return id
	}
	return nil
}

func (w *documentWriter) document(d *document.Document) {
	w.article = w.add("articles", "", d.ID, source.Name(d.Source), d.URL, d.Title, strings.Join(d.Byline, "; "), d.Site,
		d.Published.Date, d.Published.From, d.Language.Code, filled(d.Language.Variant), d.Text, strings.Join(d.Warnings, "\n"))
	w.entities(d)
	for _, m := range d.Money {
		w.money(m)
	}
	for _, x := range d.Dates {
		w.add("dates", x.ID, w.article, x.ID, x.Start, x.End, x.Text, x.Type, x.Value, filled(x.EDTF), x.From, x.To, x.Mod, filled(x.Anchor), filled(x.Tense), x.Rule, measured(x.Confidence))
	}
	for _, n := range d.Quantities {
		w.quantity(n)
	}
	for _, q := range d.Quotes {
		w.quote(q)
	}
	for _, c := range d.Claims {
		w.claim(c)
	}
}

func (w *documentWriter) entities(d *document.Document) {
	for _, e := range d.Entities {
		id := w.add("entities", e.ID, w.article, e.ID, e.Type, e.Name, e.Country)
		for _, m := range e.Mentions {
			w.add("mentions", "", w.article, id, m.Start, m.End, m.Text, m.Rule, measured(m.Confidence))
		}
		for scheme, value := range e.IDs {
			w.link("identifiers", id, scheme, value)
		}
	}
	for _, e := range d.Entities { // once all are known that an office may belong to
		for _, r := range e.Roles {
			w.add("roles", "", w.article, w.row(&e.ID), r.Office, w.row(r.Of), r.Start, r.End, r.Text, r.Rule)
		}
	}
}

func (w *documentWriter) money(m document.Money) {
	var stated document.Stated
	if m.Stated != nil {
		stated = *m.Stated
	}
	var check document.Check
	if stated.Check != nil {
		check = *stated.Check
	}
	id := w.add("money", m.ID, w.article, m.ID, m.Start, m.End, m.Text, digits(m.Amount), digits(m.Low), digits(m.High), filled(m.Currency), m.Qualifier, m.Vague, filled(m.Per),
		filled(stated.Text), digits(stated.Amount), digits(stated.Low), digits(stated.High), filled(stated.Currency), digits(stated.Rate),
		filled(check.Verdict), digits(check.Rate), filled(check.On), filled(check.Method), digits(check.Bound), digits(check.Deviation), m.Rule, measured(m.Confidence))
	for _, c := range m.Converted {
		w.add("conversions", "", id, digits(c.Amount), digits(c.Low), digits(c.High), c.Currency, digits(c.Rate), filled(c.On), filled(c.Method), c.DaysOff, digits(c.Bound), filled(c.Source), filled(c.Reason))
	}
}

func (w *documentWriter) quantity(n document.Quantity) {
	var what any
	if n.What != nil {
		what = n.What.Text
	}
	w.add("quantities", n.ID, w.article, n.ID, n.Start, n.End, n.Text, digits(n.Amount), digits(n.Low), digits(n.High), n.Unit, what, n.Of,
		filled(n.Direction), n.Qualifier, n.Rule, measured(n.Confidence))
}

func (w *documentWriter) quote(q document.Quote) {
	var speaker document.Speaker
	if q.Speaker != nil {
		speaker = *q.Speaker
	}
	var cue document.Cue
	if q.Cue != nil {
		cue = *q.Cue
	}
	w.add("quotes", q.ID, w.article, q.ID, q.Kind, q.Start, q.End, q.Said(), filled(speaker.Name), w.row(speaker.Entity), speaker.Text, filled(speaker.How),
		filled(cue.Text), filled(cue.Lemma), filled(cue.Stance), q.Stance, cue.Hedged, q.Medium, partyName(q.Addressee), partyName(q.Relay), q.Rule, measured(q.Confidence))
}

// contextOf is the text of a claim's context, or nil.
func contextOf(c document.Claim) any {
	if c.Context == nil {
		return nil
	}
	return c.Context.Text
}

func (w *documentWriter) claim(c document.Claim) {
	id := w.add("claims", c.ID, w.article, c.ID, c.Start, c.End, c.Text, c.Proposition, contextOf(c), c.Stance, c.Source, filled(c.Key), w.row(c.Quote), w.row(c.Speaker), c.Hedged, c.Negated, c.Checkable, strings.Join(c.Reasons, " "))
	for _, r := range c.Refers {
		w.link("claim_refers", id, r.Start, r.End, r.Text, r.Name, w.row(r.Entity))
	}
	for _, links := range []struct {
		table string
		refs  []string
	}{{"claim_money", c.Money}, {"claim_dates", c.Dates}, {"claim_quantities", c.Quantities}, {"claim_entities", c.Entities}} {
		for _, ref := range slices.Compact(slices.Sorted(slices.Values(links.refs))) {
			if row := w.row(&ref); row != nil { // what --types leaves out has none
				w.link(links.table, id, row)
			}
		}
	}
}

// filled is a text, or null where it is empty.
func filled(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// digits is an amount as the database keeps it, exact where it can, or null.
func digits(n json.Number) any { return filled(n.String()) }

// measured is a confidence, or null where it was not measured.
func measured(share float64) any {
	if share == 0 {
		return nil
	}
	return share
}

// partyName is who has a part in a statement, or null.
func partyName(p *document.Party) any {
	if p == nil {
		return nil
	}
	return p.Name
}
