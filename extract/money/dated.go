package money

import (
	"slices"
	"sort"
	"time"

	"sayso/extract/dates"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// longest is how many days the longest period has that a figure takes the rate of.
const longest = 366

// dayOf is the day that a figure is of: the one that its clause dates it by, else that of publication.
func (r *reading) dayOf(f *figure) time.Time {
	if m := r.dateOf(f); m != nil {
		return m.Period.To
	}
	return r.Published
}

// dateOf is the past date that a figure is of: the nearest in its clause that no other figure stands between, else one that
// opens the sentence: "In 2008, they paid 10 million". Dates of other clauses ("founded in 1990, it will pay 40 million")
// say nothing of it.
func (r *reading) dateOf(f *figure) *dates.Timex {
	if m, ok := r.tied[f]; ok {
		return m
	}
	var best *dates.Timex
	nearest := 0
	for _, m := range r.around(f) {
		if m.At.Overlaps(f.at) || !r.isPast(m) {
			continue
		}
		between := gap(m.At, f.at)
		if !r.reaches(m.At, f, between) || r.saysOf(m.At, "origin") {
			continue
		}
		if best == nil || between.Len() < nearest || between.Len() == nearest && m.At.Start > f.at.Start {
			best, nearest = m, between.Len()
		}
	}
	if r.tied == nil {
		r.tied = map[*figure]*dates.Timex{}
	}
	if best != nil && r.toCome(f) {
		best = nil
	}
	r.tied[f] = best
	return best
}

// sight is how many tokens from a figure a date of its sentence is looked for.
const sight = 40

// around are the dates of a figure's sentence that stand near it or open the sentence.
func (r *reading) around(f *figure) []*dates.Timex {
	s := r.Sentence(f.at.Start)
	first := r.datesIn(token.Range{Start: s.Start, End: min(s.Start+2, f.at.Start-sight)})
	return append(slices.Clone(first), r.datesIn(token.Range{Start: max(s.Start, f.at.Start-sight), End: min(s.End, f.at.End+sight)})...)
}

// datesIn are the dates that begin in a range.
func (r *reading) datesIn(at token.Range) []*dates.Timex {
	all := r.dates()
	begins := func(from int) int {
		return sort.Search(len(all), func(i int) bool { return all[i].At.Start >= from })
	}
	i, k := begins(at.Start), begins(at.End)
	return all[i:max(i, k)]
}

// The words that may stand between a date and the figure of its clause that it dates.
const (
	wordsBefore = 3 // where the date comes first, and does not open the clause
	wordsAfter  = 6
)

// reaches reports whether a date is in a figure's clause, and near enough, or opens the sentence.
func (r *reading) reaches(at token.Range, f *figure, between token.Range) bool {
	first := at.End <= f.at.Start
	if r.parted(between, f) {
		return first && r.opens(at, r.Sentence(at.Start))
	}
	if first {
		return between.Len() <= wordsBefore || at.Start-r.clause(at.Start) <= 2
	}
	return between.Len() <= wordsAfter
}

// clause is where the clause of a token begins.
func (r *reading) clause(i int) int {
	start := max(r.Sentence(i).Start, i-sight)
	for i > start && !r.parts(i-1) {
		i--
	}
	return i
}

// saysOf reports whether words of a kind of modality cover a range.
func (r *reading) saysOf(at token.Range, kind string) bool {
	near := token.Range{Start: max(0, at.Start-sight), End: at.End}
	return slices.ContainsFunc(r.Within(value.TypeModality, near), func(m *match.Match) bool {
		return m.Value("kind") == kind && m.Tokens.Overlaps(at)
	})
}

// toCome reports whether a figure's clause tells what is to come.
func (r *reading) toCome(f *figure) bool {
	start := r.clause(f.at.Start)
	return slices.ContainsFunc(r.Within(value.TypeTense, token.Range{Start: start, End: f.at.Start}), func(m *match.Match) bool {
		return m.Value("tense") == "future"
	})
}

// isPast reports whether a date is a day or a period, not too long a one, that was over before the article.
func (r *reading) isPast(m *dates.Timex) bool {
	return m.Said.Type == "DATE" && !m.Period.IsZero() && m.Period.To.Sub(m.Period.From) <= longest*24*time.Hour &&
		(r.Published.IsZero() || m.Period.To.Before(r.Published))
}

// gap is the tokens between two ranges.
func gap(a, b token.Range) token.Range {
	if a.End <= b.Start {
		return token.Range{Start: a.End, End: b.Start}
	}
	return token.Range{Start: b.End, End: a.Start}
}

// parted reports whether a mark that ends a clause, or another figure, stands between a date and a figure. A bracket that
// the date stands in right behind the figure parts nothing.
func (r *reading) parted(between token.Range, f *figure) bool {
	for i := between.Start; i < between.End; i++ {
		if i == f.at.End && r.Is(i, "(") {
			continue
		}
		if r.parts(i) {
			return true
		}
	}
	i := sort.Search(len(r.all), func(i int) bool { return r.all[i].at.End > between.Start })
	return i < len(r.all) && r.all[i] != f && r.all[i].at.Overlaps(between)
}

// parts reports whether a token is a mark that ends a clause.
func (r *reading) parts(i int) bool {
	return r.Is(i, ",", ";", ":", "(", ")", "–", "—", "[", "]", "«", "»", "“", "”", "\"")
}

// opens reports whether a date is what a sentence begins with, but for one word before it, and a comma follows it.
func (r *reading) opens(at, sentence token.Range) bool {
	return at.Start-sentence.Start <= 1 && r.Is(at.End, ",")
}
