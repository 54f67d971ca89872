package currency

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// scale is how many decimal places the European Central Bank's rates are kept with.
const scale = 6

// ReadECB reads the European Central Bank's reference rates as its file eurofxref-hist.csv has them: a line of
// currencies after "Date", then a line a day, N/A where there is no rate. The error names the line and column.
func ReadECB(name string, in io.Reader) (*Book, error) {
	lines := csv.NewReader(in)
	lines.FieldsPerRecord = -1
	head, err := lines.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: no line of currencies: %w", name, err)
	}
	if strings.TrimSpace(strings.TrimPrefix(head[0], "\ufeff")) != "Date" {
		return nil, fmt.Errorf("%s:1:1: it does not begin with Date: not a file of reference rates", name)
	}
	all := make([]Series, len(head))
	for i, code := range head {
		all[i] = Series{Code: strings.TrimSpace(code), Source: "ecb", Scale: scale}
	}
	for {
		record, err := lines.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := addDay(all, record); err != nil {
			line, column := lines.FieldPos(err.field)
			return nil, fmt.Errorf("%s:%d:%d: %s", name, line, column, err.message)
		}
	}
	for i := range all {
		all[i].sort()
	}
	return NewBook(name, "EUR", all[1:]), nil
}

// A fieldError is what is wrong with one field of a line.
type fieldError struct {
	field   int
	message string
}

func addDay(all []Series, record []string) *fieldError {
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(record[0]))
	if err != nil {
		return &fieldError{0, fmt.Sprintf("%q is no day", record[0])}
	}
	for i := 1; i < len(record); i++ {
		text := strings.TrimSpace(record[i])
		if text == "" || text == "N/A" {
			continue
		}
		if i >= len(all) || all[i].Code == "" {
			return &fieldError{i, fmt.Sprintf("%q belongs to no currency", text)}
		}
		rate, err := decimal.NewFromString(text)
		if err != nil || !rate.IsPositive() || rate.Exponent() > 12 || len(text) > 18 {
			return &fieldError{i, fmt.Sprintf("%q is no rate", text)}
		}
		scaled := rate.Shift(scale).Round(0)
		if !scaled.BigInt().IsInt64() || scaled.IsZero() {
			return &fieldError{i, fmt.Sprintf("%q is no rate", text)}
		}
		all[i].Days = append(all[i].Days, number(day))
		all[i].Rates = append(all[i].Rates, scaled.IntPart())
	}
	return nil
}

// sort puts the days in order; the file has the newest first.
func (s *Series) sort() {
	if len(s.Days) > 1 && s.Days[0] > s.Days[len(s.Days)-1] {
		slices.Reverse(s.Days)
		slices.Reverse(s.Rates)
	}
	if slices.IsSorted(s.Days) {
		return
	}
	order := make([]int, len(s.Days))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(s.Days[a]) - int(s.Days[b]) })
	days, rates := make([]int32, len(order)), make([]int64, len(order))
	for i, k := range order {
		days[i], rates[i] = s.Days[k], s.Rates[k]
	}
	s.Days, s.Rates = days, rates
}

// maxFile bounds a file of rates once decompressed, in bytes; the Central Bank's has about 2 MB.
const maxFile = 64 << 20

// OpenECB reads a file of reference rates: the CSV, or the zip that holds it.
func OpenECB(path string) (*Book, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(content, []byte("PK")) {
		if content, err = Unzip(content); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return ReadECB(path, bytes.NewReader(content))
}

// Unzip is the CSV file in a zip of reference rates. The error is for what is no such zip, is cut off or would be far
// too large.
func Unzip(content []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, fmt.Errorf("not a whole zip file: %w", err)
	}
	for _, f := range archive.File {
		if !strings.HasSuffix(f.Name, ".csv") {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s in the zip: %w", f.Name, err)
		}
		defer in.Close()
		out, err := io.ReadAll(io.LimitReader(in, maxFile+1))
		if err == nil && len(out) > maxFile {
			err = fmt.Errorf("more than %d MB", maxFile>>20)
		}
		if err != nil {
			return nil, fmt.Errorf("%s in the zip: %w", f.Name, err)
		}
		return out, nil
	}
	return nil, errors.New("no .csv file is in the zip")
}
