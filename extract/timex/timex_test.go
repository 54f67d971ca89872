package timex

import (
	"math/rand/v2"
	"testing"
	"time"
)

// The oracle is a plain walk over the days of a century, which knows nothing of how periods are computed.
func days(from, to time.Time, keep func(time.Time) bool) []time.Time {
	var all []time.Time
	for t := from; !t.After(to); t = t.AddDate(0, 0, 1) {
		if keep(t) {
			all = append(all, t)
		}
	}
	return all
}

var same = map[Grain]func(a, b time.Time) bool{
	Day: func(a, b time.Time) bool { return a.Equal(b) },
	Week: func(a, b time.Time) bool {
		ay, aw := a.ISOWeek()
		by, bw := b.ISOWeek()
		return ay == by && aw == bw
	},
	Month:   func(a, b time.Time) bool { return a.Year() == b.Year() && a.Month() == b.Month() },
	Quarter: func(a, b time.Time) bool { return a.Year() == b.Year() && (a.Month()-1)/3 == (b.Month()-1)/3 },
	Half:    func(a, b time.Time) bool { return a.Year() == b.Year() && (a.Month()-1)/6 == (b.Month()-1)/6 },
	Year:    func(a, b time.Time) bool { return a.Year() == b.Year() },
	Decade:  func(a, b time.Time) bool { return a.Year()/10 == b.Year()/10 },
	Century: func(a, b time.Time) bool { return a.Year()/100 == b.Year()/100 },
}

func TestContainingIsTheDaysThatShareTheUnit(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for grain, alike := range same {
		for range 60 {
			day := Date(1901+random.IntN(190), 1+random.IntN(12), 1+random.IntN(31))
			p := Containing(grain, day)
			reach := 40000
			if grain < Decade {
				reach = 400
			}
			all := days(day.AddDate(0, 0, -reach), day.AddDate(0, 0, reach), func(t time.Time) bool { return alike(t, day) })
			if !p.From.Equal(all[0]) || !p.To.Equal(all[len(all)-1]) || p.Days() != len(all) {
				t.Fatalf("grain %d of %s: %v to %v", grain, day.Format(time.DateOnly), p.From, p.To)
			}
			next, before := p.Shift(1), p.Shift(-1)
			if !next.From.Equal(p.To.AddDate(0, 0, 1)) || !before.To.Equal(p.From.AddDate(0, 0, -1)) {
				t.Fatalf("grain %d of %s: its neighbours do not touch it", grain, day.Format(time.DateOnly))
			}
		}
	}
}

func TestNthWeekdayAgainstAWalk(t *testing.T) {
	for year := 1999; year <= 2032; year++ {
		for month := 1; month <= 12; month++ {
			p := MonthOf(year, month)
			for weekday := 1; weekday <= 7; weekday++ {
				all := days(p.From, p.To, func(t time.Time) bool { return Weekday(t) == weekday })
				for n := 1; n <= 5; n++ {
					first, last := p.NthWeekday(n, weekday), p.NthWeekday(-n, weekday)
					if n > len(all) {
						if !first.IsZero() || !last.IsZero() {
							t.Fatalf("%04d-%02d has no weekday %d the %dth time", year, month, weekday, n)
						}
						continue
					}
					if !first.From.Equal(all[n-1]) || !last.From.Equal(all[len(all)-n]) {
						t.Fatalf("%04d-%02d, weekday %d, %d: %v and %v", year, month, weekday, n, first, last)
					}
				}
			}
		}
	}
}

func TestNthPartsTileTheirContainer(t *testing.T) {
	for year := 1999; year <= 2032; year++ {
		for part, n := range map[Grain]int{Half: 2, Quarter: 4, Month: 12} {
			at := Date(year, 1, 1)
			for i := 1; i <= n; i++ {
				p := YearOf(year).Nth(i, part)
				if !p.From.Equal(at) || p != YearOf(year).Nth(i-n-1, part) {
					t.Fatalf("part %d of %d: %v", i, year, p)
				}
				at = p.To.AddDate(0, 0, 1)
			}
			if !at.Equal(Date(year+1, 1, 1)) || !YearOf(year).Nth(n+1, part).IsZero() {
				t.Fatalf("the parts of %d do not fill it", year)
			}
		}
		if got := YearOf(year).First(3, Month); got != QuarterOf(year, 1) {
			t.Fatalf("the first three months of %d: %v", year, got)
		}
		if got := YearOf(year).Last(2, Quarter); got != HalfOf(year, 2) {
			t.Fatalf("the last two quarters of %d: %v", year, got)
		}
	}
}

func TestIntersectAgainstAWalk(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	grains := []Grain{Day, Week, Month, Quarter, Half, Year}
	for range 2000 {
		p := Containing(grains[random.IntN(6)], Date(2024, 1, 1+random.IntN(700)))
		q := Containing(grains[random.IntN(6)], Date(2024, 1, 1+random.IntN(700)))
		both := days(p.From, p.To, q.Contains)
		got := p.Intersect(q)
		if got != q.Intersect(p) && got.From != q.Intersect(p).From {
			t.Fatalf("%v and %v: the order matters", p, q)
		}
		if len(both) == 0 {
			if !got.IsZero() {
				t.Fatalf("%v and %v share nothing, got %v", p, q, got)
			}
			continue
		}
		if !got.From.Equal(both[0]) || !got.To.Equal(both[len(both)-1]) {
			t.Fatalf("%v and %v: %v", p, q, got)
		}
	}
}

func TestNarrowStaysWithinAndFillsTheWhole(t *testing.T) {
	for _, g := range []Grain{Week, Month, Quarter, Half, Decade} {
		p := Containing(g, Date(2024, 2, 29))
		a, b, c := p.Narrow("START"), p.Narrow("MID"), p.Narrow("END")
		if !a.From.Equal(p.From) || !c.To.Equal(p.To) || !b.From.Equal(a.To.AddDate(0, 0, 1)) || !c.From.Equal(b.To.AddDate(0, 0, 1)) {
			t.Errorf("grain %d: %v %v %v", g, a, b, c)
		}
	}
	for mod, want := range map[string]string{"START": "2025-01-01/2025-03-31", "MID": "2025-05-01/2025-08-31", "END": "2025-10-01/2025-12-31", "APPROX": "2025-01-01/2025-12-31"} {
		if got := interval(YearOf(2025).Narrow(mod)); got != want {
			t.Errorf("%s: got %s, want %s", mod, got, want)
		}
	}
	if got := interval(CenturyOf(20).Narrow("MID")); got != "1940-01-01/1959-12-31" {
		t.Errorf("the middle of a century: %s", got)
	}
	for mod, want := range map[string]string{"START": "2018-01-27/2018-01-27", "MID": "2018-01-27/2018-01-28", "END": "2018-01-28/2018-01-28"} {
		if got := interval(Containing(Weekend, Date(2018, 1, 28)).Narrow(mod)); got != want {
			t.Errorf("%s of a weekend: got %s, want %s", mod, got, want)
		}
	}
}

func interval(p Period) string {
	return p.From.Format(time.DateOnly) + "/" + p.To.Format(time.DateOnly)
}

func TestPrint(t *testing.T) {
	for _, c := range []struct {
		p                  Period
		value, edtf, whole string
	}{
		{YearOf(2025), "2025", "2025", "2025-01-01/2025-12-31"},
		{MonthOf(2025, 2), "2025-02", "2025-02", "2025-02-01/2025-02-28"},
		{DayIn(2024, 2, 29), "2024-02-29", "2024-02-29", "2024-02-29/2024-02-29"},
		{WeekOf(2020, 53), "2020-W53", "2020-12-28/2021-01-03", "2020-12-28/2021-01-03"},
		{Containing(Weekend, Date(2025, 7, 15)), "2025-W29-WE", "2025-07-19/2025-07-20", "2025-07-19/2025-07-20"},
		{QuarterOf(2025, 3), "2025-Q3", "2025-35", "2025-07-01/2025-09-30"},
		{HalfOf(2025, 2), "2025-H2", "2025-41", "2025-07-01/2025-12-31"},
		{SeasonIn(2024, "WI", false), "2024-WI", "2024-24", "2024-12-21/2025-03-20"},
		{SeasonIn(2025, "SU", true), "2025-SU", "2025-22", "2024-12-21/2025-03-20"},
		{SeasonIn(2025, "WI", true), "2025-WI", "2025-24", "2025-06-21/2025-09-20"},
		{DecadeOf(1990), "199", "199X", "1990-01-01/1999-12-31"},
		{CenturyOf(19), "18", "18XX", "1800-01-01/1899-12-31"},
		{YearsOf(2022, 2023), "2022/2023", "2022/2023", "2022-01-01/2023-12-31"},
		{YearOf(2025).First(5, Month), "2025", "2025-01-01/2025-05-31", "2025-01-01/2025-05-31"},
		{Containing(Fortnight, Date(2025, 10, 20)), "2025-10", "2025-10-16/2025-10-31", "2025-10-16/2025-10-31"},
	} {
		if v, e, w := c.p.TIMEX3(), c.p.EDTF(false), interval(c.p); v != c.value || e != c.edtf || w != c.whole {
			t.Errorf("got %s %s %s, want %s %s %s", v, e, w, c.value, c.edtf, c.whole)
		}
	}
	if got := YearOf(1998).EDTF(true); got != "1998~" {
		t.Error(got)
	}
	if (Period{}).TIMEX3() != "" || !SeasonIn(2020, "XX", false).IsZero() || !DayIn(2025, 2, 29).IsZero() {
		t.Error("no period has a value")
	}
}

func TestSeasonsFollowOneAnother(t *testing.T) {
	for _, southern := range []bool{false, true} {
		for year := 2000; year < 2010; year++ {
			p := SeasonIn(year, "SU", southern)
			if p.Shift(1) != SeasonIn(year+1, "SU", southern) {
				t.Errorf("southern %v: the summer after %d is %v", southern, year, p.Shift(1))
			}
		}
	}
}

func TestLength(t *testing.T) {
	for _, c := range []struct {
		l    Length
		want string
	}{
		{Length{"3", Month, nil}, "P3M"}, {Length{"24", Hour, nil}, "PT24H"}, {Length{"X", Year, nil}, "PXY"},
		{Length{"2", Decade, nil}, "P20Y"}, {Length{"X", Decade, nil}, "PXDE"}, {Length{"0.5", Century, nil}, "P50Y"},
		{Length{"1", Fortnight, nil}, "P2W"}, {Length{"2", Half, nil}, "P12M"},
		{Length{"3", Minute, &Length{"30", Second, nil}}, "PT3M30S"}, {Length{"1", Day, &Length{"2", Hour, nil}}, "P1DT2H"},
		{Length{"2", Year, nil}.Half(), "P2Y6M"}, {Length{"", Hour, nil}.Half(), "PT30M"}, {Length{"3", Hour, nil}.Half(), "PT3H30M"},
		{Length{"2", Week, nil}.Half(), "P2.5W"}, {Length{"", Week, nil}.Half(), "P0.5W"}, {Length{"1", Decade, nil}.Half(), "P15Y"},
		{Length{"3", NoGrain, nil}, ""},
	} {
		if got := c.l.TIMEX3(); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.l, got, c.want)
		}
	}
}

func TestOpen(t *testing.T) {
	for want, o := range map[string]Open{
		"XXXX-12-25": {Month: 12, Day: 25}, "XXXX-XX-05": {Day: 5}, "XXXX-WXX-4": {Weekday: 4}, "XXXX-05": {Month: 5},
		"XXXX-Q2": {Quarter: 2}, "XXXX-SU": {Season: "SU"}, "XXXX-XX-XX": {Unit: Day}, "XXXX-WXX": {Unit: Week}, "XXXX": {}, "XXX": {Unit: Decade},
	} {
		if got := o.TIMEX3(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestHoliday(t *testing.T) {
	for _, c := range []struct {
		code string
		year int
		want string
	}{
		{"12-25", 2024, "2024-12-25"}, {"easter", 2024, "2024-03-31"}, {"easter+1", 2025, "2025-04-21"}, {"easter-47", 2025, "2025-03-04"},
		{"11-4x4", 2024, "2024-11-28"}, {"11-4x4+1", 2024, "2024-11-29"}, {"05-5x1", 2024, "2024-05-27"}, {"05-5x1", 2023, "2023-05-29"},
		{"1944-06-06", 2024, "1944-06-06"},
	} {
		if got := Holiday(c.code, c.year).TIMEX3(); got != c.want {
			t.Errorf("%s %d: got %s, want %s", c.code, c.year, got, c.want)
		}
	}
	if !Holiday("", 2024).IsZero() || !Holiday("02-30", 2024).IsZero() {
		t.Error("no holiday has a day")
	}
}

func TestAddKeepsTheDayOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		g    Grain
		want string
	}{
		{"2012-06-15", 2, Month, "2012-08-15"}, {"2024-01-31", 1, Month, "2024-02-29"}, {"2024-02-29", 1, Year, "2025-02-28"},
		{"2024-03-01", -1, Day, "2024-02-29"}, {"2025-07-15", 2, Week, "2025-07-29"}, {"2025-07-15", -1, Decade, "2015-07-15"},
	} {
		from, _ := time.Parse(time.DateOnly, c.from)
		if got := Add(from, c.n, c.g).Format(time.DateOnly); got != c.want {
			t.Errorf("%s and %d: got %s, want %s", c.from, c.n, got, c.want)
		}
	}
}
