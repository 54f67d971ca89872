package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"sayso/extract/article"
)

// table reads a table whose first row names its columns: one article a row. A row that cannot be read is an error with the
// number of its line.
func (s *stream) table(in *bufio.Reader, suffix string, blank article.Article) bool {
	from := article.Source{Kind: kindCSV, Location: blank.Source.Location}
	bounded := &bounded{in: in}
	r := csv.NewReader(bounded)
	r.Comma = comma(in, suffix)
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err == io.EOF {
		return s.fail(from, errEmpty)
	}
	if err == nil {
		head[0] = strings.TrimPrefix(head[0], bom)
		s = s.withColumns(head)
		err = s.opt.Columns.checkTable(head)
	}
	if err != nil {
		from.Line = 1
		return s.fail(from, plainCSV(err))
	}
	for {
		bounded.read = 0
		row, err := r.Read()
		if err == io.EOF {
			return true
		}
		from.Line = rowLine(r, row, err)
		if parse := (*csv.ParseError)(nil); err != nil && !errors.As(err, &parse) {
			return s.fail(from, err)
		}
		if !s.row(head, row, err, from, blank.ID) {
			return false
		}
	}
}

// withColumns is the stream of a table whose columns have these names.
func (s *stream) withColumns(head []string) *stream {
	of := *s
	of.opt.Columns = s.opt.columnsOf(head)
	return &of
}

// rowLine is the line that a row begins on.
func rowLine(r *csv.Reader, row []string, err error) int {
	if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
		return parse.StartLine
	}
	if len(row) == 0 {
		return 0
	}
	line, _ := r.FieldPos(0)
	return line
}

// row gives the article of one row, or its error.
func (s *stream) row(head, row []string, err error, from article.Source, file string) bool {
	i := numbered(from, file)
	if s.opt.Watch != nil {
		i.sum = s.sum([]byte(strings.Join(row, "\x00")))
	}
	for _, cell := range row {
		i.size += len(cell)
	}
	switch {
	case err != nil:
		i.err = plainCSV(err)
	case len(row) != len(head):
		i.err = fmt.Errorf("%d fields, and the first row names %d columns", len(row), len(head))
	default:
		i.read = func() (article.Article, error) { return s.opt.readRow(head, row) }
		i.own = func() string { return s.opt.Columns.text(inTable(head, row), "id") }
	}
	return s.give(i)
}

// readRow is the article of a row.
func (o Options) readRow(head, cells []string) (article.Article, error) {
	warning := ""
	plain := make([]string, len(cells))
	for i, cell := range cells {
		text, wrong := inUTF8([]byte(cell))
		plain[i] = string(text)
		if wrong != "" {
			warning = wrong
		}
	}
	r, err := o.Columns.record(inTable(head, plain))
	if err == nil && r.Text != nil && isBlank(*r.Text) { // an empty cell is none
		r.Text = nil
	}
	if err == nil && r.Text == nil && (r.HTML == nil || isBlank(*r.HTML)) {
		err = errors.New("neither text nor html in the row")
	}
	if err != nil {
		return article.Article{ID: r.ID}, err
	}
	r.warning = warning
	return r.read(o)
}

// checkTable holds that a table has the text of its articles, and each column once.
func (c Columns) checkTable(head []string) error {
	if err := c.check(head); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, name := range head {
		plain := plainName(name)
		if seen[plain] && slices.Contains(ColumnNames, plain) && c[plain] == "" {
			return fmt.Errorf("two columns are called %q", plain)
		}
		seen[plain] = true
	}
	has := func(field string) bool {
		return c[field] != "" || slices.ContainsFunc(known[field], func(name string) bool { return seen[name] })
	}
	if !has("text") && !has("html") {
		return fmt.Errorf("no column is called text or html (--columns says what they are called); the first row names: %s", strings.Join(head[:min(len(head), 20)], ", "))
	}
	return nil
}

// plainCSV says what is wrong with a row without the line, which stands before it.
func plainCSV(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("not CSV: %w", parse.Err)
	}
	return err
}

// comma is the mark between the fields: a tab in .tsv, else of tab, semicolon and comma the one that the first line has most
// of.
func comma(in *bufio.Reader, suffix string) rune {
	if strings.EqualFold(suffix, ".tsv") {
		return '\t'
	}
	head, _ := in.Peek(headSize)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, mark := range ",;\t" {
		if n := bytes.Count(line, []byte(string(mark))); n > most {
			best, most = mark, n
		}
	}
	return best
}

// A bounded reader gives no more than maxSize for one row: a quotation mark that is never closed costs that much memory.
type bounded struct {
	in   io.Reader
	read int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.read > maxSize {
		return 0, errTooLong
	}
	n, err := b.in.Read(p)
	b.read += n
	return n, err
}
