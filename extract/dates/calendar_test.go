package dates

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/extract/view/viewtest"
)

// Whatever the day of publication is, a date's value and its interval say the same: the interval is the value's, or
// within it where a modifier or the day of publication narrows it; a length or a set has none.
func TestValueAndIntervalAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, lang := range viewtest.Languages {
		for _, c := range append(viewtest.Traps(t, "dates", lang), viewtest.Traps(t, "dates-modern", lang)...) {
			published := value.Day(1960+random.IntN(90), 1+random.IntN(12), 1+random.IntN(31)).Format(time.DateOnly)
			if random.IntN(10) == 0 {
				published = ""
			}
			for _, m := range read(viewtest.Of(t, lang, published, c.Text)) {
				if why := disagree(m); why != "" {
					t.Errorf("%s, published %q: %s\n %s: %+v", lang, published, c.Text, why, m)
				}
			}
		}
	}
}

// disagree says what is wrong between a date's value and its interval, or nothing.
func disagree(m document.Date) string {
	whole := value.Interval(m.Value)
	if m.From == nil || m.To == nil {
		open := m.From == nil && m.To == nil
		season := regexp.MustCompile(`-(SP|SU|FA|WI)`).MatchString(m.Value)
		if !open || !whole.IsZero() && !season {
			return "the interval is missing"
		}
		return ""
	}
	from, to := *m.From, *m.To
	switch {
	case from > to:
		return "the interval ends before it begins"
	case m.Type == "DURATION" || m.Type == "SET":
		return "a length has an interval"
	case from < whole.From.Format(time.DateOnly) || m.Mod == nil && to > whole.To.Format(time.DateOnly):
		return "the interval is not within the value"
	case m.Mod == nil && (from != whole.From.Format(time.DateOnly) || to != whole.To.Format(time.DateOnly)):
		return "the interval is not the value's"
	}
	return ""
}

// TestDirection prints how often the year of a month, or of a day of a month, is chosen rightly, on a folder of gold:
// GOLD=dir go test ./extract/dates -run Direction -v. Without a folder there is nothing to do.
func TestDirection(t *testing.T) {
	gold := os.Getenv("GOLD")
	if gold == "" {
		t.Skip("GOLD names no folder of gold")
	}
	for _, lang := range viewtest.Languages {
		right, all := direction(t, filepath.Join(gold, "dates-news."+lang+".jsonl"))
		t.Logf("%s: %d of %d right, %.3f", lang, right, all, float64(right)/float64(max(all, 1)))
	}
}

var (
	monthOrDay = regexp.MustCompile(`^\d{4}-\d\d(-\d\d)?$`)
	withYear   = regexp.MustCompile(`\d{4}|[’']\d\d`)
)

// A goldDocument is one article of gold with its dates.
type goldDocument struct {
	Lang, Ref, Text string
	Dates           []struct {
		Start, End  int
		Text, Value string
	}
}

// direction counts the dates of a file whose words name a month and no year, and those that are read rightly.
func direction(t *testing.T, path string) (right, all int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var g goldDocument
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		day, _, _ := strings.Cut(g.Ref, "T")
		dates := read(viewtest.Of(t, g.Lang, day, g.Text))
		for _, want := range g.Dates {
			if !monthOrDay.MatchString(want.Value) || withYear.MatchString(want.Text) {
				continue
			}
			for _, got := range dates {
				_, rule, _ := strings.Cut(got.Rule, ".")
				named := rule == "full-date" || rule == "month" || rule == "month-sure" || rule == "lone-month"
				if named && got.Start < want.End && want.Start < got.End && len(got.Value) == len(want.Value) {
					all++
					if got.Value == want.Value {
						right++
					}
					break
				}
			}
		}
	}
	return right, all
}
