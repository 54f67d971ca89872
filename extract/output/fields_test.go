package output_test

import (
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"html"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/output"
)

// claimed are articles with claims that have every field: a pronoun whose meaning the article tells, a denial, reserve, a
// negation, figures and days.
var claimed = map[string]string{
	"en": "The mayor of Leeds, Jane Holloway, opened the hall. She paid 4 million euros in May 2024. Jane Holloway denied that the plant had leaked 20 tonnes of acid. It laid off 40 workers in 2019. “The bridge may not have cost 3 million euros,” said Rui Tavora.",
	"fr": "La maire de Lyon, Anne Leroux, a ouvert la halle. La maire a payé 4 millions d'euros en mai 2024. Anne Leroux a nié que l'usine ait rejeté 20 tonnes d'acide. Cette usine a licencié 40 ouvriers en 2019. « Le pont n'aurait pas coûté 3 millions d'euros », a dit Rui Tavora.",
	"pt": "A presidente da Valmora, Ana Gomes, abriu a ponte. A presidente pagou 4 milhões de euros em maio de 2024. Ana Gomes negou que a usina tenha despejado 20 toneladas de ácido. Esta usina despediu 40 operários em 2019. “A ponte não teria custado 3 milhões de euros”, disse Rui Tavora.",
}

// A toldClaim is what every view tells of a claim.
type toldClaim struct {
	Text, Proposition, Stance, Source, Key string
	Negated, Hedged, Checkable             bool
	Reasons                                []string
	Refers                                 []toldReferent
	Context                                *struct{ Text string }
}

type toldReferent struct {
	Start, End int
	Text, Name string
}

// Every view that has a field of a claim tells it as the record does.
func TestFieldsAreToldAlike(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for lang, text := range claimed {
		d, err := x.Extract(article.Article{ID: lang, Text: text, Language: article.Hint{Code: lang, From: "input"}, Published: article.Published{Date: "2025-03-12", From: "input"}})
		if err != nil {
			t.Fatal(err)
		}
		want := recorded(t, d)
		if len(want) != 4 || len(want[0].Refers) != 1 || want[1].Stance != document.Denies || want[2].Context == nil || !want[3].Negated || !want[3].Hedged {
			t.Errorf("%s: the record has %+v", lang, want)
			continue
		}
		for view, got := range map[string][]toldClaim{"claims": claimLines(t, d), "sqlite": claimRows(t, d)} {
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %s tells\n %+v\nwant\n %+v", lang, view, got, want)
			}
		}
		table, page, screen := csvClaims(t, d), html.UnescapeString(written(t, "html", d)), spacedText(written(t, "text", d))
		for i, c := range want {
			if got := table[i]; got != [4]string{c.Text, c.Proposition, c.Stance, referred(c.Refers)} {
				t.Errorf("%s: csv tells %q", lang, got)
			}
			if !strings.Contains(page, c.Proposition) || !strings.Contains(screen, c.Proposition) {
				t.Errorf("%s: the report or the text lacks %q", lang, c.Proposition)
			}
		}
	}
}

// referred is what a table tells of whom the words of a claim mean.
func referred(all []toldReferent) string {
	var each []string
	for _, r := range all {
		each = append(each, r.Text+" = "+r.Name)
	}
	return strings.Join(each, "; ")
}

// recorded are the claims of the record as it is written.
func recorded(t *testing.T, d *document.Document) []toldClaim {
	t.Helper()
	var r struct{ Claims []toldClaim }
	if err := json.Unmarshal([]byte(written(t, "json", d)), &r); err != nil {
		t.Fatal(err)
	}
	return r.Claims
}

func claimLines(t *testing.T, d *document.Document) (all []toldClaim) {
	t.Helper()
	for line := range strings.Lines(written(t, "claims", d)) {
		var c toldClaim
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

func claimRows(t *testing.T, d *document.Document) (all []toldClaim) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "claims.sqlite")
	w, err := output.NewFile("sqlite", path)
	put(t, w, err, d)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT id, text, proposition, context, stance, source, ifnull(key, ''), negated, hedged, checkable, reasons FROM claims ORDER BY start")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var c toldClaim
		var id int
		var reasons string
		var context *string
		if err := rows.Scan(&id, &c.Text, &c.Proposition, &context, &c.Stance, &c.Source, &c.Key, &c.Negated, &c.Hedged, &c.Checkable, &reasons); err != nil {
			t.Fatal(err)
		}
		if context != nil {
			c.Context = &struct{ Text string }{*context}
		}
		c.Reasons, c.Refers = strings.Fields(reasons), referentRows(t, db, id)
		all = append(all, c)
	}
	return all
}

func referentRows(t *testing.T, db *sql.DB, claim int) []toldReferent {
	t.Helper()
	all := []toldReferent{}
	rows, err := db.Query("SELECT start, end, text, name FROM claim_refers WHERE claim = ?", claim)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var r toldReferent
		if err := rows.Scan(&r.Start, &r.End, &r.Text, &r.Name); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// csvClaims are the words, value, stance and referents of the claims of a table.
func csvClaims(t *testing.T, d *document.Document) (all [][4]string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(written(t, "csv", d))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	for _, r := range rows[1:] {
		if r[column("type")] == "claim" {
			all = append(all, [4]string{r[column("text")], r[column("value")], r[column("stance")], r[column("refers")]})
		}
	}
	return all
}

// spacedText is a text with one space between two words.
func spacedText(text string) string { return strings.Join(strings.Fields(text), " ") }
