package output

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract/document"
)

// inDatabase is a database of documents, opened anew.
func inDatabase(t *testing.T, docs ...*document.Document) (*sql.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a b?.sqlite")
	w, err := NewFile("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := openDatabase(path)
	if _, wrong := os.Stat(path); err != nil || wrong != nil {
		t.Fatal(err, wrong)
	}
	t.Cleanup(func() { db.Close() })
	return db, path
}

// answered is what a query answers: fields with | between, rows with newlines.
func answered(t *testing.T, db *sql.DB, query string) string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	var lines []string
	for rows.Next() {
		cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, c := range cells {
			if !c.Valid {
				c.String = "null"
			}
			line = append(line, c.String)
		}
		lines = append(lines, strings.Join(line, "|"))
	}
	return strings.Join(lines, "\n")
}

func TestDatabase(t *testing.T) {
	second := sample()
	second.ID = "second"
	db, _ := inDatabase(t, sample(), second)
	for query, want := range map[string]string{
		"PRAGMA integrity_check":    "ok",
		"PRAGMA foreign_key_check":  "",
		"SELECT name FROM articles": "pont\nsecond",
		"SELECT name, source, title, published, language, text FROM articles LIMIT 1":                                                                 "pont|pont.html|Le pont <fermé>|2025-03-04|fr|null",
		"SELECT count(*), count(DISTINCT article), count(DISTINCT entity) FROM mentions":                                                              "6|2|4",
		"SELECT text, name FROM mentions JOIN entities ON entity = entities.id WHERE start = 90":                                                      "Vasseur|Anne Vasseur\nVasseur|Anne Vasseur",
		"SELECT amount * 2, currency, qualifier, stated_amount, verdict FROM money WHERE ref = 'm1' LIMIT 1":                                          "24000000|EUR|about|13400000|consistent",
		"SELECT amount, low, high + 1, per FROM money WHERE ref = 'm2' LIMIT 1":                                                                       "null|2|4.5|hour",
		"SELECT ref FROM dates WHERE '2025-04-12' BETWEEN first_day AND last_day":                                                                     "d1\nd1",
		"SELECT q.speaker, e.name, a.name FROM quotes q JOIN entities e ON e.id = q.entity JOIN articles a ON a.id = q.article":                       "Anne Vasseur|Anne Vasseur|pont\nAnne Vasseur|Anne Vasseur|second",
		"SELECT a.name, m.text FROM claims c JOIN claim_money l ON l.claim = c.id JOIN money m ON m.id = l.money JOIN articles a ON a.id = m.article": "pont|environ 12 millions d'euros\nsecond|environ 12 millions d'euros",
		"SELECT office, name FROM roles JOIN entities ON entities.id = entity LIMIT 1":                                                                "maire|Anne Vasseur",
	} {
		if got := answered(t, db, query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

// A database of ours is written anew; what somebody else has there stays.
func TestDatabaseOverAFile(t *testing.T) {
	_, path := inDatabase(t, sample(), sample())
	again, err := NewFile("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(again.Write(sample()), again.Close()); err != nil {
		t.Fatal(err)
	}
	db, _ := openDatabase(path)
	defer db.Close()
	if got := answered(t, db, "SELECT count(*) FROM articles"); got != "1" {
		t.Errorf("%s articles", got)
	}
	for name, content := range map[string]string{"notes.txt": "mine", "other.db": "SQLite format 3\x00" + strings.Repeat("\x00", 100)} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := NewFile("sqlite", path); !errors.Is(err, errNotOurs) {
			t.Errorf("%s: error %v", name, err)
		}
		if kept, _ := os.ReadFile(path); string(kept) != content {
			t.Errorf("%s was written over", name)
		}
	}
	if _, err := NewFile("sqlite", filepath.Join(t.TempDir(), "no", "such.db")); err == nil {
		t.Error("a database in no folder")
	}
}
