package currency

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

func day(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEmbeddedRates(t *testing.T) {
	r := WithEmbedded()
	for _, c := range []struct{ from, to, day, value, on, source string }{
		{"EUR", "USD", "2020-03-03", "1.1175", "2020-03-03", "fed"},
		{"USD", "BRL", "2018-01-24", "3.1938", "2018-01-24", "fed"},
		{"USD", "EUR", "2020-03-01", "0.909008", "2020-02-28", "fed"}, // a Sunday
		{"GBP", "JPY", "2015-06-30", "192.027", "2015-06-30", "fed"},
		{"FRF", "EUR", "2010-05-05", "0.152449", "2010-05-05", "law"},
		{"FRF", "DEM", "2010-05-05", "0.298164", "2010-05-05", "law"},
		{"EUR", "XPF", "2010-05-05", "119.332", "2010-05-05", "law"},
		{"XOF", "USD", "2019-05-03", "0.00170529", "2019-05-03", "fed"},
		{"PTE", "USD", "1986-12-31", "0.00684383", "1986-12-31", "imf"},         // before the euro
		{"MAD", "EUR", "2026-09-13", "0.0919198", "2026-09-11", "currency-api"}, // a Sunday,
		{"EUR", "EUR", "2026-09-13", "1", "2026-09-13", "law"},
	} {
		got, err := r.On(c.from, c.to, day(t, c.day))
		if err != nil {
			t.Errorf("%s in %s on %s: %v", c.from, c.to, c.day, err)
			continue
		}
		if got.Short() != c.value || got.On.Format(time.DateOnly) != c.on || got.Source != c.source {
			t.Errorf("%s in %s on %s: %s on %s (%s), want %s on %s (%s)", c.from, c.to, c.day, got.Short(), got.On.Format(time.DateOnly), got.Source, c.value, c.on, c.source)
		}
	}
	for _, c := range [][3]string{{"EUR", "USD", "2031-01-01"}, {"EUR", "USD", "1950-01-01"}, {"QQQ", "USD", "2020-01-01"}} {
		rate, err := r.On(c[0], c[1], day(t, c[2]))
		if missing := (*NoRateError)(nil); !errors.As(err, &missing) {
			t.Errorf("%v: %v, %v; want no rate", c, rate, err)
		}
	}
}

// The table is small enough to ship: its size is part of what it promises.
func TestEmbeddedSize(t *testing.T) {
	if len(packed) > 600_000 {
		t.Errorf("the table has %d bytes", len(packed))
	}
}

// Rates that the law fixes are those of the legal texts, and go through the euro without rounding.
func TestParities(t *testing.T) {
	r := New()
	for code, p := range parities {
		got, err := r.On("EUR", code, day(t, p.since))
		if err != nil || !got.Value.Equal(decimal.RequireFromString(p.per)) || got.Source != "law" {
			t.Errorf("%s: %v, %v", code, got, err)
		}
		if _, err := r.On("EUR", code, day(t, p.since).AddDate(0, 0, -1)); err == nil {
			t.Errorf("%s is fixed before %s", code, p.since)
		}
	}
}

func TestRatesOfDaysWithoutOne(t *testing.T) {
	const first = 11000
	r := New(NewBook("test", "EUR", []Series{{Code: "USD", Source: "x", Scale: 2, Days: []int32{first + 100, first + 104, first + 130, first + 190}, Rates: []int64{110, 100, 121, 133}}}))
	for _, c := range []struct {
		day  int32
		want string
	}{
		{100, "1.1 exact 0"}, {102, "1.1 previous business day 2"}, {104, "1 exact 0"}, {117, "1.1 between 13"}, {140, "1.21 nearest 10"},
		{180, "1.33 nearest 10"}, {160, "1.21 nearest 30"}, {193, "1.33 previous business day 3"}, {210, "1.33 nearest 20"}, {222, ""}, {68, ""}, {95, "1.1 nearest 5"},
	} {
		got, err := r.On("EUR", "USD", dayOf(first+c.day))
		said := ""
		if err == nil {
			said = fmt.Sprintf("%s %s %d", got.Short(), got.Method, got.DaysOff)
		}
		if said != c.want || err == nil && (got.Bound > 0) != (got.Method == Between || got.Method == Nearest) {
			t.Errorf("day %d: %q (%v), %v, want %q", c.day, said, got.Bound, err, c.want)
		}
	}
}

// What was before the euro is told by the parity at which the euro replaced it, and what was no part of it is not.
func TestBeforeTheEuro(t *testing.T) {
	r := WithEmbedded()
	got, err := r.On("PTE", "EUR", day(t, "1995-06-30"))
	if err != nil || got.Method != Later || !got.Value.Mul(decimal.NewFromInt(120_000_000)).Round(0).Equal(decimal.NewFromInt(598_557)) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := r.On("USD", "EUR", day(t, "1995-06-30")); err == nil || !strings.HasSuffix(err.Error(), ": the euro began on 1999-01-01") {
		t.Errorf("%+v, %v", got, err)
	}
}

// commonest are the currencies that the news names most.
var commonest = strings.Fields("USD GBP JPY CHF CAD AUD CNY BRL INR MXN SEK NOK DKK KRW ZAR SGD HKD NZD TRY PLN")

// There is a rate for all but very few days since the euro began.
func TestEveryDay(t *testing.T) {
	r := WithEmbedded()
	days, missing := 0, map[string]int{}
	methods := map[Method]int{}
	for on := day(t, "1999-01-04"); !on.After(r.Last()); on = on.AddDate(0, 0, 1) {
		for _, code := range commonest {
			days++
			rate, err := r.On(code, "EUR", on)
			if err != nil {
				missing[code]++
				continue
			}
			methods[rate.Method]++
		}
	}
	lost := 0
	for _, n := range missing {
		lost += n
	}
	t.Logf("%d of %d days have no rate: %v; methods %v", lost, days, missing, methods)
	if float64(lost) > 0.005*float64(days) {
		t.Errorf("%d of %d days have no rate: %v", lost, days, missing)
	}
}

// Rates of days that are left out of the table lie within the stated bound of what they were.
func TestBoundHolds(t *testing.T) {
	full := WithEmbedded()
	for _, spacing := range []int32{7, 30, 90} {
		var errs []float64
		within := 0
		for _, code := range commonest {
			for _, s := range full.Books()[0].Series(code) {
				thinned := thin(s, spacing)
				r := New(NewBook("thinned", "USD", []Series{thinned}))
				for i := 0; i < len(s.Days); i += 7 {
					if dayOf(s.Days[i]).Year() < 1999 || code == "USD" {
						continue
					}
					rate, err := r.On("USD", code, dayOf(s.Days[i]))
					if err != nil || rate.Bound == 0 {
						continue
					}
					off := math.Abs(Deviation(rate.Value, point{&s, i}.value()))
					errs = append(errs, off)
					if off <= rate.Bound {
						within++
					}
				}
			}
		}
		slices.Sort(errs)
		share := float64(within) / float64(len(errs))
		t.Logf("a rate every %d days: %d days left out, median error %.4f, largest %.3f, within the bound %.4f", spacing, len(errs), errs[len(errs)/2], errs[len(errs)-1], share)
		if share < 0.99 {
			t.Errorf("a rate every %d days: the bound holds for %.4f", spacing, share)
		}
	}
}

// thin is a series with a rate every so many days.
func thin(s Series, spacing int32) Series {
	out := Series{Code: s.Code, Source: snapshots, Scale: s.Scale, Inverse: s.Inverse}
	last := int32(math.MinInt32)
	for i, d := range s.Days {
		if int64(d)-int64(last) >= int64(spacing) {
			out.Days, out.Rates, last = append(out.Days, d), append(out.Rates, s.Rates[i]), d
		}
	}
	return out
}

func TestFitting(t *testing.T) {
	r := WithEmbedded()
	span := Span{day(t, "2014-01-01"), day(t, "2016-12-31")}
	path := r.Path("EUR", "USD", span)
	got, ok := path.Fitting(decimal.RequireFromString("1.35"), 0.01)
	if !ok || got.Last.Year() != 2014 {
		t.Errorf("1.35 dollars a euro: %v, %v; want days of 2014", got, ok)
	}
	if got, ok := path.Fitting(decimal.RequireFromString("3"), 0.01); ok {
		t.Errorf("3 dollars a euro: %v", got)
	}
}

// unpack is all series of a packed table.
func unpack(packed []byte) ([]Series, error) {
	all, err := parcels(packed)
	var series []Series
	for i := range all {
		s, err := all[i].open()
		if err != nil {
			return nil, err
		}
		series = append(series, s)
	}
	return series, err
}

func TestPackUnpack(t *testing.T) {
	want := []Series{
		{Code: "USD", Source: "x", Scale: 4, Inverse: true, Days: []int32{-3, 5, 9}, Rates: []int64{1, 7, 3}},
		{Code: "EUR", Source: "y", Days: []int32{}, Rates: []int64{}},
	}
	var b bytes.Buffer
	if err := Pack(&b, want); err != nil {
		t.Fatal(err)
	}
	got, err := unpack(b.Bytes())
	if err != nil || len(got) != 2 || got[0].Rates[2] != 3 || !got[0].Inverse || got[0].Days[0] != -3 || got[1].Code != "EUR" {
		t.Errorf("%v, %v", got, err)
	}
	for n := range b.Len() {
		if _, err := unpack(b.Bytes()[:n]); err == nil {
			t.Errorf("a table cut off after %d bytes is read", n)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(packed[:200])
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = unpack(b) })
}

const sample = "Date,USD,JPY,\n2025-07-15,1.1655,N/A,\n2025-07-14,1.1690,172.41,\n"

func TestReadECB(t *testing.T) {
	b, err := ReadECB("hist.csv", strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	r := New(b)
	got, err := r.On("USD", "EUR", day(t, "2025-07-15"))
	if err != nil || got.Short() != "0.858001" || got.Source != "ecb" {
		t.Errorf("%v, %v", got, err)
	}
	got, err = r.On("EUR", "JPY", day(t, "2025-07-16"))
	if err != nil || got.Short() != "172.41" || got.On.Format(time.DateOnly) != "2025-07-14" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestReadECBMistakes(t *testing.T) {
	for content, want := range map[string]string{
		"":                                "f.csv: no line of currencies: EOF",
		"USD,JPY\n":                       "f.csv:1:1: it does not begin with Date: not a file of reference rates",
		"Date,USD\n2025-13-01,1\n":        `f.csv:2:1: "2025-13-01" is no day`,
		"Date,USD\n2025-01-01,1.2,3\n":    `f.csv:2:16: "3" belongs to no currency`,
		"Date,USD\n2025-01-01,-1\n":       `f.csv:2:12: "-1" is no rate`,
		"Date,USD\n2025-01-01,1e999999\n": `f.csv:2:12: "1e999999" is no rate`,
	} {
		_, err := ReadECB("f.csv", strings.NewReader(content))
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", content, err, want)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		if _, err := unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}
