package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"sayso/extract/article"
	"sayso/extract/document"
)

func p[T any](v T) *T { return &v }

// sample is a document with something of every type.
func sample() *document.Document {
	return &document.Document{
		Schema: 1, ID: "pont", Source: article.Source{Kind: "file", Location: "pont.html"},
		Title: p("Le pont <fermé>"), Byline: []string{}, Site: p("example.org"),
		Published: document.Published{Date: p("2025-03-04"), From: p("meta")},
		Language:  document.Language{Code: p("fr"), Confidence: 1, From: "text"},
		Entities: []document.Entity{{
			ID: "e1", Type: "person", Name: "Anne Vasseur",
			Mentions: []document.Mention{{Place: document.Place{Start: 0, End: 12, Text: "Anne Vasseur"}, Rule: "fr.person"}, {Place: document.Place{Start: 90, End: 97, Text: "Vasseur"}, Rule: "fr.person"}},
			Roles:    []document.Role{{Office: "maire", Place: document.Place{Start: 14, End: 22, Text: "la maire"}, Rule: "fr.role"}},
		}, {ID: "e2", Type: "location", Name: "Lyon", Country: p("FR"), Mentions: []document.Mention{{Place: document.Place{Start: 40, End: 44, Text: "Lyon"}, Rule: "fr.city"}}}},
		Money: []document.Money{{
			ID: "m1", Figure: document.Figure{Place: document.Place{Start: 50, End: 77, Text: "environ 12 millions d'euros"}, Amount: "12000000", Currency: "EUR"},
			Qualifier: p("about"), Rule: "fr.amount",
			Stated: &document.Stated{Figure: document.Figure{Place: document.Place{Start: 79, End: 88, Text: "13,4 M$"}, Amount: "13400000", Currency: "USD"}, Rate: "1.1167", Check: &document.Check{Verdict: document.Consistent, On: "2025-03-04", Method: "exact"}, Rule: "fr.conversion"},
		}, {ID: "m2", Figure: document.Figure{Place: document.Place{Start: 100, End: 120, Text: "de 2 à 3,5 euros"}, Low: "2", High: "3.5", Currency: "EUR"}, Per: "hour", Rule: "fr.range"}},
		Dates: []document.Date{{ID: "d1", Place: document.Place{Start: 130, End: 135, Text: "avril"}, Type: "DATE", Value: "2025-04", From: p("2025-04-01"), To: p("2025-04-30"), Rule: "fr.month"}},
		Quotes: []document.Quote{{
			Stance: document.Supposes,
			ID:     "q1", Kind: "direct", Start: 140, End: 230, Rule: "fr.quote",
			Content: []document.Place{{Start: 142, End: 160, Text: "Le pont, qui date de l'autre siècle, ne tiendra pas un hiver de plus."}, {Start: 170, End: 180, Text: "Il faut agir."}},
			Speaker: &document.Speaker{Entity: p("e1"), Name: "Anne Vasseur", How: "name"},
		}},
		Claims: []document.Claim{{ID: "c1", Place: document.Place{Start: 50, End: 99, Text: "Les travaux coûteraient\nenviron 12 millions d'euros."}, Proposition: "Les travaux coûteraient environ 12 millions d'euros.",
			Speaker: p("e1"), Money: []string{"m1"}, Hedged: true, Stance: document.Denies, Source: document.SourceNamed}},
		Warnings: []string{"a \x1b[31mred\x1b[0m warning"},
	}
}

// written is what a format makes of documents.
func written(t *testing.T, format string, term Terminal, docs ...*document.Document) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(format, &b, term)
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
	return b.String()
}

func TestLines(t *testing.T) {
	d := sample()
	d.Text = p("one\u0085two\u2028three\r\n<b>&</b>")
	out := written(t, "jsonl", Terminal{}, d, sample())
	if strings.Count(out, "\n") != 2 || strings.ContainsAny(out, "\u0085\u2028\r") {
		t.Errorf("not two lines: %q", out)
	}
	if !strings.Contains(out, "<b>&</b>") || !strings.Contains(out, `"start":0`) || strings.Contains(strings.Split(out, "\n")[1], `"text":"one`) {
		t.Errorf("%s", out)
	}
	var back document.Document
	if err := json.Unmarshal([]byte(strings.Split(out, "\n")[0]), &back); err != nil || *back.Text != *d.Text {
		t.Errorf("text came back as %q (%v)", *back.Text, err)
	}
}

func TestIndentedIsTheSameObject(t *testing.T) {
	var a, b bytes.Buffer
	json.Compact(&a, []byte(written(t, "json", Terminal{}, sample())))
	json.Compact(&b, []byte(written(t, "jsonl", Terminal{}, sample())))
	if a.String() != b.String() {
		t.Errorf("json is %s\njsonl is %s", &a, &b)
	}
}

const sampleText = `Le pont <fermé>
example.org · 4 March 2025 · French

  QUOTE   Anne Vasseur, la maire [supposition]
          « Le pont, qui date de l'autre siècle, ne tiendra pas un hiver de
          plus. … Il faut agir. »
  MONEY   environ 12 millions d'euros
            ≈ EUR 12,000,000
            USD 13,400,000 in the text · consistent with the rate of 4 March
            2025
  MONEY   de 2 à 3,5 euros                EUR 2 to 3.5 per hour
  DATE    avril                           April 2025
  PERSON  Anne Vasseur                    la maire · 2 times
  PLACE   Lyon                            FR
  CLAIM   Anne Vasseur denies: Les travaux coûteraient environ 12 millions
          d'euros. [hedged]
  NOTE    a [31mred[0m warning
`

func TestText(t *testing.T) {
	if got := written(t, "text", Terminal{Width: 80}, sample()); got != sampleText {
		t.Errorf("got\n%s\nwant\n%s", got, sampleText)
	}
	if got := written(t, "text", Terminal{}, sample(), sample()); got != sampleText+"\n"+sampleText {
		t.Errorf("two documents:\n%s", got)
	}
}

func TestTextFitsItsWidth(t *testing.T) {
	for _, width := range []int{40, 50, 66, 80, 100} {
		for line := range strings.SplitSeq(written(t, "text", Terminal{Width: width}, sample()), "\n") {
			if columnsOf(line) > width {
				t.Errorf("%d columns in %d: %q", columnsOf(line), width, line)
			}
		}
	}
}

func TestColourIsAllThatColourAdds(t *testing.T) {
	got := written(t, "text", Terminal{Colour: true}, sample())
	for _, code := range []string{bold, dim, blue, plain} {
		if !strings.Contains(got, code) {
			t.Errorf("no %q", code)
		}
		got = strings.ReplaceAll(got, code, "")
	}
	if got != sampleText {
		t.Errorf("got\n%s", got)
	}
}

func TestTable(t *testing.T) {
	want := `source,published,type,id,start,end,text,value,amount,currency,speaker,rule,stance,verb,qualifier,per,from,to,amount_min,amount_max,confidence,refers
pont.html,2025-03-04,person,e1,0,12,Anne Vasseur,Anne Vasseur,,,,fr.person,,,,,,,,,,
pont.html,2025-03-04,person,e1,90,97,Vasseur,Anne Vasseur,,,,fr.person,,,,,,,,,,
pont.html,2025-03-04,location,e2,40,44,Lyon,Lyon,,,,fr.city,,,,,,,,,,
pont.html,2025-03-04,money,m1,50,77,environ 12 millions d'euros,,12000000,EUR,,fr.amount,,,about,,,,12000000,12000000,,
pont.html,2025-03-04,conversion,m1,79,88,13\,4 M$,consistent 2025-03-04 exact,13400000,USD,,fr.conversion,,,,,,,13400000,13400000,,
pont.html,2025-03-04,money,m2,100,120,de 2 à 3\,5 euros,,2..3.5,EUR,,fr.range,,,,hour,,,2,3.5,,
pont.html,2025-03-04,date,d1,130,135,avril,2025-04,,,,fr.month,,,,,2025-04-01,2025-04-30,,,,
pont.html,2025-03-04,quote,q1,140,230,…,direct,,,Anne Vasseur,fr.quote,supposes,,,,,,,,,
pont.html,2025-03-04,claim,c1,50,99,…,¶,,,Anne Vasseur,,denies,,,,,,,,,
`
	got := strings.NewReplacer(`"13,4 M$"`, `13\,4 M$`, `"de 2 à 3,5 euros"`, `de 2 à 3\,5 euros`,
		`"Le pont, qui date de l'autre siècle, ne tiendra pas un hiver de plus. … Il faut agir."`, "…",
		"\"Les travaux coûteraient\nenviron 12 millions d'euros.\"", "…", "Les travaux coûteraient environ 12 millions d'euros.", "¶").Replace(written(t, "csv", Terminal{}, sample()))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := strings.Count(written(t, "csv", Terminal{}, sample(), sample()), "source,"); n != 1 {
		t.Errorf("%d lines of headings", n)
	}
}

func TestEmptyDocument(t *testing.T) {
	d := &document.Document{ID: "x", Source: article.Source{Kind: "jsonl", Location: "-", Line: 3}}
	if got, want := written(t, "text", Terminal{}, d), "-:3\nlanguage unknown\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGrouped(t *testing.T) {
	for in, want := range map[json.Number]string{"": "", "1": "1", "999": "999", "1000": "1,000", "3420000000000": "3,420,000,000,000", "-12345.678": "-12,345.678"} {
		if got := english().grouped(json.Number(in)); got != want {
			t.Errorf("grouped(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 7, "one two|three"},
		{"extraordinary one", 5, "extraordinary|one"},
		{"e\u0301te\u0301 e\u0301te\u0301", 7, "e\u0301te\u0301 e\u0301te\u0301"},
		{"新聞 記事", 4, "新聞|記事"},
	} {
		if got := strings.Join(wrap(c.in, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) is %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := New("yaml", nil, Terminal{}); err == nil || !strings.Contains(err.Error(), "text, jsonl, json, csv") {
		t.Errorf("error %v", err)
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheStream(t *testing.T) {
	d := sample()
	d.Claims[0].Checkable = true // so that every format has something to write
	for _, f := range Formats() {
		if IsFile(f) {
			continue
		}
		w, _ := New(f, full{}, Terminal{})
		if err := errors.Join(w.Write(d), w.Close()); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", f, err)
		}
	}
}

// Nobody is made to claim what they deny, doubt, promise, demand, suppose or ask.
func TestDraftsAreOfAssertions(t *testing.T) {
	for _, stance := range []string{document.Asserts, document.Denies, document.Doubts, document.Promises, document.Demands, document.Supposes, document.Asks} {
		d := sample()
		d.Claims[0].Stance, d.Claims[0].Checkable, d.Claims[0].Quote = stance, true, &d.Quotes[0].ID
		out := written(t, "claimreview", Terminal{}, d)
		author, denier := strings.Contains(out, `"author":{"@type":"Person","name":"Anne Vasseur"`), strings.Contains(out, `"deniedBy":{"@type":"Person","name":"Anne Vasseur"`)
		if author != (stance == document.Asserts) || denier != (stance == document.Denies) || (out == "") != (!author && !denier) {
			t.Errorf("%s: %s", stance, out)
		}
	}
}
