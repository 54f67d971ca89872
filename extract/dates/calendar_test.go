package dates

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sayso/extract/document"
	"sayso/extract/timex"
	"sayso/extract/view/viewtest"
)

// Whatever the day of publication is, a date's value and its interval say the same: the interval is the value's, or
// within it where a modifier or the day of publication narrows it; a length or a set has none.
func TestValueAndIntervalAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, lang := range viewtest.Languages {
		for _, c := range append(viewtest.Traps(t, "dates", lang), viewtest.Traps(t, "dates-modern", lang)...) {
			published := timex.Date(1960+random.IntN(90), 1+random.IntN(12), 1+random.IntN(31)).Format(time.DateOnly)
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
	first, end := daysOf(m.Value)
	if m.From == nil || m.To == nil {
		open := m.From == nil && m.To == nil
		season := regexp.MustCompile(`-(SP|SU|FA|WI)`).MatchString(m.Value)
		if !open || first != "" && !season {
			return "the interval is missing"
		}
		return ""
	}
	from, to := *m.From, *m.To
	part := regexp.MustCompile(`^\d{4}(-\d\d)?$|^\d{2,3}$`).MatchString(m.Value) // the first two weeks of a month have no value of their own
	season := regexp.MustCompile(`-(SP|SU|FA|WI)`).MatchString(m.Value)
	switch {
	case from > to:
		return "the interval ends before it begins"
	case m.Type == "DURATION" || m.Type == "SET":
		return "a length has an interval"
	case season:
		return ""
	case from < first || to > end:
		return "the interval is not within the value"
	case m.Mod == nil && !part && (from != first || to != end):
		return "the interval is not the value's"
	}
	return ""
}

// daysOf are the first and last day that a TIMEX3 value without seasons stands for, read from its letters alone; empty
// where it stands for none.
func daysOf(v string) (first, last string) {
	m := regexp.MustCompile(`^(\d{2,4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(-WE)?|Q([1-4])|H([12])))?(?:T.*)?$`).FindStringSubmatch(v)
	if m == nil || m[1] == "0000" {
		return "", ""
	}
	n := func(s string) int { k, _ := strconv.Atoi(s); return k }
	months := func(first, count int) (string, string) {
		y := n(m[1])
		return timex.Date(y, first, 1).Format(time.DateOnly), timex.Date(y, first+count, 0).Format(time.DateOnly)
	}
	switch {
	case len(m[1]) < 4:
		return (m[1] + "00")[:4] + "-01-01", (m[1] + "99")[:4] + "-12-31"
	case m[3] != "":
		return v[:10], v[:10]
	case m[2] != "":
		return months(n(m[2]), 1)
	case m[6] != "":
		return months(3*n(m[6])-2, 3)
	case m[7] != "":
		return months(6*n(m[7])-5, 6)
	case m[4] != "":
		monday := timex.Date(n(m[1]), 1, 4)
		for monday.Weekday() != time.Monday {
			monday = monday.AddDate(0, 0, -1)
		}
		monday = monday.AddDate(0, 0, 7*(n(m[4])-1))
		if m[5] != "" {
			return monday.AddDate(0, 0, 5).Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly)
		}
		return monday.Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly)
	}
	return months(1, 12)
}

// TestDirection prints how often the year of a month, or of a day of a month, is chosen rightly, on a folder of gold:
// GOLD=dir go test ./extract/dates -run Direction -v. Without a folder there is nothing to do.
func TestDirection(t *testing.T) {
	gold := os.Getenv("GOLD")
	if gold == "" {
		t.Skip("GOLD names no folder of gold")
	}
	for _, lang := range viewtest.Languages {
		right, all := rightYears(t, filepath.Join(gold, "dates-news."+lang+".jsonl"))
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

// rightYears counts the dates of a file whose words name a month and no year, and those that are read rightly.
func rightYears(t *testing.T, path string) (right, all int) {
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
