package source

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"sayso/extract/article"
)

// columns reads a Parquet file: one article a row, by the same names of columns as a table.
func (s *stream) columns(f *os.File, blank article.Article) (goesOn bool) {
	from := article.Source{Kind: kindParquet, Location: blank.Source.Location}
	defer func() {
		if p := recover(); p != nil { // the module's answer to some damaged files
			goesOn = s.fail(from, errParquet)
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return s.fail(from, err)
	}
	if info.Size() == 0 {
		return s.fail(from, errEmpty)
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		return s.fail(from, plainParquet(err))
	}
	leaves, head := leavesOf(file.Schema())
	s = s.withColumns(head)
	if err := s.opt.Columns.checkTable(head); err != nil {
		return s.fail(from, err)
	}
	r := &ratio{packed: info.Size()}
	if r.plain = sizeOfColumns(file); r.isTooMuch() {
		return s.fail(from, errBomb)
	}
	r.plain = 0
	for _, group := range file.RowGroups() {
		if !s.group(group, leaves, head, r, &from, blank.ID) {
			return false
		}
	}
	return true
}

// errParquet is the answer to a file that is damaged.
var errParquet = errors.New("a damaged Parquet file, or none")

// plainParquet is an error of the file system's, or that the file is damaged: where in its structure helps nobody.
func plainParquet(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path
	}
	return errParquet
}

// sizeOfColumns is how many bytes the columns say that they hold.
func sizeOfColumns(file *parquet.File) (size int64) {
	for _, group := range file.Metadata().RowGroups {
		for _, column := range group.Columns {
			size += column.MetaData.TotalUncompressedSize
		}
	}
	return size
}

// leavesOf are the columns that hold one value a row, and their names.
func leavesOf(schema *parquet.Schema) (leaves []parquet.LeafColumn, names []string) {
	for _, path := range schema.Columns() {
		leaf, ok := schema.Lookup(path...)
		if ok && len(path) == 1 && leaf.MaxRepetitionLevel == 0 {
			leaves, names = append(leaves, leaf), append(names, path[0])
		}
	}
	return leaves, names
}

// group reads the rows of a row group.
func (s *stream) group(group parquet.RowGroup, leaves []parquet.LeafColumn, head []string, r *ratio, from *article.Source, file string) bool {
	rows := group.Rows()
	defer rows.Close()
	some := make([]parquet.Row, 1)
	for {
		n, err := rows.ReadRows(some)
		if n == 0 {
			if err == nil || errors.Is(err, io.EOF) {
				return true
			}
			return s.fail(*from, plainParquet(err))
		}
		from.Line++
		row := cells(some[0], leaves)
		for _, cell := range row { // one value may stand for a thousand million
			r.plain += int64(len(cell))
		}
		if r.isTooMuch() {
			return s.fail(*from, errBomb)
		}
		if !s.row(head, row, nil, *from, file) {
			return false
		}
	}
}

// cells are the values of a row, as a table has them.
func cells(row parquet.Row, leaves []parquet.LeafColumn) []string {
	values := map[int]parquet.Value{}
	for _, v := range row {
		values[v.Column()] = v
	}
	all := make([]string, len(leaves))
	for i, leaf := range leaves {
		if v := values[leaf.ColumnIndex]; !v.IsNull() {
			all[i] = cell(v, leaf.Node.Type())
		}
	}
	return all
}

// cell is a value as text; days and moments as YYYY-MM-DD, in UTC.
func cell(v parquet.Value, t parquet.Type) string {
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.DateType:
			return time.Unix(0, 0).UTC().AddDate(0, 0, int(v.Int32())).Format(time.DateOnly)
		case *format.TimestampType:
			return timestamp(v.Int64(), l.Unit).UTC().Format(time.DateOnly)
		}
	}
	if v.Kind() == parquet.ByteArray || v.Kind() == parquet.FixedLenByteArray {
		return string(v.ByteArray())
	}
	return v.String()
}

// timestamp is a number of units since 1970.
func timestamp(n int64, unit format.TimeUnit) time.Time {
	switch unit.Value.(type) {
	case *format.MilliSeconds:
		return time.UnixMilli(n)
	case *format.MicroSeconds:
		return time.UnixMicro(n)
	}
	return time.Unix(0, n)
}
