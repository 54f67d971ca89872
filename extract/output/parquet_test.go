package output

import (
	"bytes"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// readColumns are the rows of a Parquet file, by the names of their columns.
func readColumns(t *testing.T, file string) []map[string]any {
	t.Helper()
	r := parquet.NewReader(bytes.NewReader([]byte(file)))
	defer r.Close()
	var all []map[string]any
	for range r.NumRows() {
		row := map[string]any{}
		if err := r.Read(&row); err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
	return all
}

func TestParquet(t *testing.T) {
	rows := readColumns(t, written(t, "parquet", Terminal{}, sample(), sample()))
	table := strings.Split(strings.TrimSpace(written(t, "csv", Terminal{}, sample(), sample())), "\n")
	if len(rows) != 2*9 || len(rows) != strings.Count(strings.Join(table[1:], "\n"), "pont.html,") {
		t.Fatalf("%d rows, %d lines of the table", len(rows), len(table)-1)
	}
	for i, want := range map[int]map[string]any{
		0: {"type": "person", "value": "Anne Vasseur", "start": int32(0), "end": int32(12), "article": "pont", "source": "pont.html", "language": "fr", "published": int32(20151), "amount": nil},
		3: {"type": "money", "amount": 12e6, "low": nil, "currency": "EUR", "id": "m1", "rule": "fr.amount"},
		5: {"type": "money", "amount": nil, "low": 2.0, "high": 3.5},
		6: {"type": "date", "value": "2025-04", "first_day": int32(20179), "last_day": int32(20208)},
		7: {"type": "quote", "speaker": "Anne Vasseur", "value": "direct", "start": int32(140), "confidence": nil},
		8: {"type": "claim", "speaker": "Anne Vasseur", "rule": nil},
	} {
		for column, value := range want {
			got := rows[i][column]
			if b, is := got.([]byte); is {
				got = string(b)
			}
			if got != value {
				t.Errorf("row %d, %s: %v (%T), want %v", i, column, got, got, value)
			}
		}
	}
}

func TestParquetOfNothing(t *testing.T) {
	if rows := readColumns(t, written(t, "parquet", Terminal{})); len(rows) != 0 {
		t.Errorf("%d rows of no document", len(rows))
	}
}
