package source

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

// Dumps in UTF-16, as spreadsheets and some systems write them, are read as others are.
func TestWideDumps(t *testing.T) {
	wideOf := func(order unicode.Endianness, text string) string {
		out, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	dump := "{\"id\": \"a\", \"text\": \"Un \u00e9t\u00e9 \u2026 \U0001d11e\"}\n{\"id\": \"b\", \"text\": \"Deux.\"}\n"
	table := "id,text\na,Un \u00e9t\u00e9 \u2026 \U0001d11e\nb,Deux.\n"
	list := "a.jsonl\n"
	place(t, map[string]string{
		"a.jsonl": wideOf(unicode.LittleEndian, dump), "b.jsonl": wideOf(unicode.BigEndian, dump), "c.csv": wideOf(unicode.LittleEndian, table),
		"d": wideOf(unicode.BigEndian, dump), "e.jsonl.gz": gzipped(wideOf(unicode.LittleEndian, dump)), "list.txt": wideOf(unicode.LittleEndian, list),
	})
	for _, name := range []string{"a.jsonl", "b.jsonl", "c.csv", "d", "e.jsonl.gz", "list.txt"} {
		opt := Options{}
		if name == "list.txt" {
			opt.From = "list"
		}
		all, failed := readAllOf(t, opt, name)
		if len(all) != 2 || len(failed) > 0 || all[0].ID != "a" || all[0].Text != "Un \u00e9t\u00e9 \u2026 \U0001d11e" || all[1].Text != "Deux." {
			t.Errorf("%s: %v, errors %q", name, all, failed)
		}
	}
	pieces, err := Pieces(strings.NewReader(wideOf(unicode.LittleEndian, strings.Repeat(dump, 100))), "a.jsonl", "", 10)
	if err != nil || len(pieces) != 1 || pieces[0] != Whole {
		t.Errorf("pieces %v, %v", pieces, err)
	}
}
