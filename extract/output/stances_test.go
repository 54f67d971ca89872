package output_test

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/output"
)

// stanced are, by language and stance, a statement of Rui Tavora's.
var stanced = map[string]map[string]string{
	"en": {
		"asserts":  "Rui Tavora said that the plant had leaked 20 tonnes of acid.",
		"denies":   "Rui Tavora denied that the plant had leaked 20 tonnes of acid.",
		"doubts":   "Rui Tavora doubted that the plant had leaked 20 tonnes of acid.",
		"supposes": "Rui Tavora suspected that the plant had leaked 20 tonnes of acid.",
		"promises": "Rui Tavora promised that the plant would hire 20 nurses.",
		"demands":  "Rui Tavora demanded that the plant hire 20 nurses.",
		"asks":     "“Did the plant leak 20 tonnes of acid?” asked Rui Tavora.",
	},
	"fr": {
		"asserts":  "Rui Tavora a dit que l'usine avait rejeté 20 tonnes d'acide.",
		"denies":   "Rui Tavora a nié que l'usine ait rejeté 20 tonnes d'acide.",
		"doubts":   "Rui Tavora doute que l'usine ait rejeté 20 tonnes d'acide.",
		"supposes": "Rui Tavora suppose que l'usine a rejeté 20 tonnes d'acide.",
		"promises": "Rui Tavora a promis que l'usine recruterait 20 infirmières.",
		"demands":  "Rui Tavora a exigé que l'usine recrute 20 infirmières.",
		"asks":     "« L'usine a-t-elle rejeté 20 tonnes d'acide ? », a demandé Rui Tavora.",
	},
	"pt": {
		"asserts":  "Rui Tavora disse que a usina despejou 20 toneladas de ácido.",
		"denies":   "Rui Tavora negou que a usina tenha despejado 20 toneladas de ácido.",
		"doubts":   "Rui Tavora duvida que a usina tenha despejado 20 toneladas de ácido.",
		"supposes": "Rui Tavora supõe que a usina despejou 20 toneladas de ácido.",
		"promises": "Rui Tavora prometeu que a usina contratará 20 enfermeiras.",
		"demands":  "Rui Tavora exigiu que a usina contrate 20 enfermeiras.",
		"asks":     "“A usina despejou 20 toneladas de ácido?”, perguntou Rui Tavora.",
	},
}

// Every view tells a statement's stance alike, and a draft of a review names as a claim's author nobody who does not
// assert it.
func TestStancesAreToldAlike(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for lang, all := range stanced {
		for stance, text := range all {
			d, err := x.Extract(article.Article{ID: stance, Text: text, Language: article.Hint{Code: lang, From: "input"}, Published: article.Published{Date: "2025-03-12", From: "input"}})
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Claims) != 1 || d.Claims[0].Stance != stance || d.Quotes[0].Stance != stance {
				t.Errorf("%s: the record has %+v", text, d.Claims)
				continue
			}
			told := map[string]string{"claims": inClaims(t, d), "sqlite": inSQLite(t, d), "csv": inCSV(t, d), "report": inReport(t, d)}
			for view, got := range told {
				if got != stance {
					t.Errorf("%s: %s tells %q", text, view, got)
				}
			}
			reviewed(t, d, stance)
		}
	}
}

// written is what a format makes of a document.
func written(t *testing.T, format string, d *document.Document) string {
	t.Helper()
	var b bytes.Buffer
	w, err := output.New(format, &b, output.Terminal{})
	put(t, w, err, d)
	return b.String()
}

// put writes a document alone through a writer, or fails with the error that there is in its place.
func put(t *testing.T, w output.Writer, err error, d *document.Document) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(d); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func inClaims(t *testing.T, d *document.Document) string {
	var c struct{ Stance string }
	if err := json.Unmarshal([]byte(written(t, "claims", d)), &c); err != nil {
		t.Fatal(err)
	}
	return c.Stance
}

func inCSV(t *testing.T, d *document.Document) string {
	rows, err := csv.NewReader(strings.NewReader(written(t, "csv", d))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kind, stance := slices.Index(rows[0], "type"), slices.Index(rows[0], "stance")
	for _, r := range rows {
		if r[kind] == "claim" {
			return r[stance]
		}
	}
	return "no claim"
}

func inSQLite(t *testing.T, d *document.Document) string {
	path := filepath.Join(t.TempDir(), "claims.sqlite")
	w, err := output.NewFile("sqlite", path)
	put(t, w, err, d)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var stance string
	if err := db.QueryRow("SELECT stance FROM claims").Scan(&stance); err != nil {
		t.Fatal(err)
	}
	return stance
}

// inReport is the stance that a report in the article's language tells by its word: asserts where it has none of the words.
func inReport(t *testing.T, d *document.Document) string {
	content, err := os.ReadFile("words/" + *d.Language.Code + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(content, &words); err != nil {
		t.Fatal(err)
	}
	page, told := written(t, "html", d), []string{}
	for stance := range stanced["en"] {
		if stance != document.Asserts && strings.Contains(page, ">"+words[stance]+"<") {
			told = append(told, stance)
		}
	}
	if len(told) == 0 {
		return document.Asserts
	}
	return strings.Join(told, " ")
}

// reviewed holds that drafts of reviews are made of what is asserted or denied alone, and of a denial with who denies.
func reviewed(t *testing.T, d *document.Document, stance string) {
	t.Helper()
	draft := written(t, "claimreview", d)
	if stance != document.Asserts && stance != document.Denies {
		if draft != "" {
			t.Errorf("%s is reviewed: %s", stance, draft)
		}
		return
	}
	var r struct {
		ItemReviewed struct {
			Author, DeniedBy *struct{ Name string }
		}
	}
	if err := json.Unmarshal([]byte(draft), &r); err != nil {
		t.Fatalf("%s: %v: %s", stance, err, draft)
	}
	by, other := r.ItemReviewed.Author, r.ItemReviewed.DeniedBy
	if stance == document.Denies {
		by, other = other, by
	}
	if by == nil || by.Name != "Rui Tavora" || other != nil {
		t.Errorf("%s: %s", stance, draft)
	}
}
