package source

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

// A parquetRow is a row of a dump, with a column that is none of ours and one that holds many values.
type parquetRow struct {
	ID     int64     `parquet:"id"`
	Text   *string   `parquet:"Text,optional,zstd"`
	URL    string    `parquet:"url,dict"`
	Date   time.Time `parquet:"date,timestamp(microsecond)"`
	Lang   string    `parquet:"lang"`
	Tags   []string  `parquet:"tags,list"`
	Words  int       `parquet:"words"`
	Nested struct {
		Text string `parquet:"text"`
	} `parquet:"nested"`
}

func writeParquet[T any](t *testing.T, path string, rows []T) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := parquet.NewGenericWriter[T](f, parquet.MaxRowsPerRowGroup(2))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestParquet(t *testing.T) {
	t.Chdir(t.TempDir())
	text := "Le pont a coûté 4 euros."
	day := time.Date(2025, 3, 4, 23, 30, 0, 0, time.UTC)
	writeParquet(t, "dump.parquet", []parquetRow{
		{ID: 7, Text: &text, URL: "https://example.org/a", Date: day, Lang: "fr", Tags: []string{"x", "y"}},
		{ID: 8, Lang: "fr", Date: day},
		{ID: 9, Text: &text, Lang: "fr", Date: day},
	})
	all, failed := readAllOf(t, Options{}, "dump.parquet")
	if len(all) != 2 || len(failed) != 1 || failed[0] != "dump.parquet:2: neither text nor html in the row" {
		t.Fatalf("%d articles, errors %q", len(all), failed)
	}
	a := all[0]
	if a.ID != "7" || a.Text != text || a.URL != "https://example.org/a" || a.Published.Date != "2025-03-04" || a.Language.Code != "fr" || all[1].Source.Line != 3 {
		t.Errorf("got %+v", a)
	}
}

func TestParquetThatCannotBeRead(t *testing.T) {
	t.Chdir(t.TempDir())
	writeParquet(t, "other.parquet", []struct {
		Prose string `parquet:"prose"`
	}{{"x"}})
	writeParquet(t, "whole.parquet", []parquetRow{{ID: 1, Lang: "fr"}, {ID: 2, Lang: "fr"}})
	whole, err := os.ReadFile("whole.parquet")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"cut.parquet": whole[:len(whole)/2], "text.parquet": []byte("PAR1, says the text"), "empty.parquet": nil} {
		if err := os.WriteFile(name, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for input, want := range map[string]string{
		"other.parquet": "other.parquet: no column is called text or html (--columns says what they are called); the first row names: prose",
		"cut.parquet":   "cut.parquet: a damaged Parquet file, or none",
		"text.parquet":  "text.parquet: a damaged Parquet file, or none",
		"empty.parquet": "empty.parquet: empty: there is nothing to read",
	} {
		all, failed := readAllOf(t, Options{}, input)
		if len(all) != 0 || len(failed) != 1 || !strings.HasPrefix(failed[0], want) {
			t.Errorf("%s: %d articles, errors %q", input, len(all), failed)
		}
	}
	// Damaged anywhere, it is an error or other articles, never the end.
	for i := 4; i < len(whole); i += 3 {
		damaged := append([]byte{}, whole...)
		damaged[i] ^= 0xff
		if err := os.WriteFile("damaged.parquet", damaged, 0o666); err != nil {
			t.Fatal(err)
		}
		readAllOf(t, Options{}, "damaged.parquet")
	}
}
