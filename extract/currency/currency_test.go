package currency

import (
	"bytes"
	"errors"
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
		{"PTE", "USD", "1986-12-31", "0.00684383", "1986-12-31", "imf"}, // before the euro
		{"MAD", "EUR", "2026-09-13", "0.0916393", "2026-09-13", "currency-api"},
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
	if len(packed) > 500_000 {
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

func TestNear(t *testing.T) {
	r := New(NewBook("test", "EUR", []Series{{Code: "USD", Source: "x", Scale: 2, Days: []int32{100, 130}, Rates: []int64{110, 120}}}))
	for _, c := range []struct {
		day  int32
		want string
	}{{105, "1.1"}, {112, "1.1"}, {127, "1.2"}, {137, "1.2"}, {168, "1.2"}, {30, ""}, {300, ""}} {
		got, err := r.Near("EUR", "USD", dayOf(c.day), 31)
		if err == nil != (c.want != "") || err == nil && got.Value.String() != c.want {
			t.Errorf("day %d: %v, %v, want %s", c.day, got.Value, err, c.want)
		}
	}
}

func TestFitting(t *testing.T) {
	r := WithEmbedded()
	span := Span{day(t, "2014-01-01"), day(t, "2016-12-31")}
	got, ok := r.Fitting("EUR", "USD", decimal.RequireFromString("1.35"), 0.01, span)
	if !ok || got.Last.Year() != 2014 {
		t.Errorf("1.35 dollars a euro: %v, %v; want days of 2014", got, ok)
	}
	if got, ok := r.Fitting("EUR", "USD", decimal.RequireFromString("3"), 0.01, span); ok {
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
