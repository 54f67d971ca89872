package value

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sayso/extract/timex"
)

// A domain is the values that a field may have: what is expected instead of another one, or empty.
type domain func(value string) string

// domains are those of the fields that are read as more than text, by type and name; "*" is any type.
var domains = map[string]domain{
	"money.amount": figure, "money.more": figure, "money.low": figure, "money.high": figure,
	"money.scale": figure, "money.morescale": figure, "money.lowscale": figure, "money.fraction": figure, "money.half": figure, "money.cents": figure,
	"money.currency": currencies, "money.minor": currencies, "money.vague": oneOf("yes"),
	"money.bound":  oneOf("about", "at_least", "over", "under", "up_to"),
	"change.scale": figure, "conversion.weak": oneOf("yes"),
	"quantity.scale": figure, "quantity.amount": figure, "quantity.low": figure, "quantity.high": figure,
	"quantity.part": figure, "quantity.whole": figure, "quantity.change": oneOf("up", "down"), "quantity.of": oneOf("change", "level"),
	"quantity.bound": oneOf("about", "at_least", "over", "under", "up_to"),
	"date.type":      oneOf("DATE", "TIME", "DURATION", "SET"),
	"date.month":     within(1, 12), "date.day": within(1, 31), "date.weekday": within(1, 7), "date.quarter": within(1, 4), "date.half": within(1, 2),
	"date.hour": within(0, 24), "date.minute": within(0, 59), "date.second": within(0, 60), "date.century": within(1, 99), "date.times": within(1, 1000),
	"date.season": oneOf("SP", "SU", "FA", "WI"), "date.part": oneOf("MO", "MI", "AF", "EV", "NI"), "date.meridiem": oneOf("am", "pm"),
	"date.direction": oneOf("past", "future"), "date.tense": oneOf("past", "future"), "tense.tense": oneOf("past", "future", "planned", "open", "limit"),
	"date.mod":  oneOf("START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"),
	"date.unit": timeUnit, "date.nthunit": timeUnit, "date.moreunit": timeUnit, "date.whole": timeUnit, "date.nth": within(-60, 60), "date.era": oneOf("bc"), "date.to": within(1, 59),
	"date.same": oneOf("yes"), "date.aside": oneOf("yes"), "date.plushalf": oneOf("yes"), "date.ambiguous": oneOf("yes"),
	"date.shift": within(-1000, 1000), "date.each": oneOf("yes"), "date.until": oneOf("yes"), "date.holiday": holiday,
	"person.first": oneOf("m", "f", "u"), "*.gender": oneOf("m", "f", "u"),
	"*.ids": identifiers, "*.country": country,
	"name.kind": entityKind, "name.alone": entityKind,
	"notice.kind":    oneOf("byline", "call", "credit", "cut", "label", "link", "nobody", "paywall"),
	"predicate.kind": oneOf("said", "beside", "label", "gerund", "other", "past", "impersonal"),
	"quote.frame":    oneOf("backward", "clause", "colon", "infinitive", "parenthetical", "partial", "passive", "quoted", "source"),
}

var timeUnit = oneOf("second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "season", "quarter", "half", "year", "decade", "century")

var entityKind = oneOf(TypePerson, TypeOrganization, TypeLocation, TypeMisc)

// expected is what a type's field takes instead of a value; empty where the value is one that it takes.
func expected(typ string) func(field, value string) string {
	return func(field, value string) string {
		d := domains[typ+"."+field]
		if d == nil {
			d = domains["*."+field]
		}
		if d == nil {
			return ""
		}
		return d(value)
	}
}

func oneOf(all ...string) domain {
	return func(value string) string {
		if slices.Contains(all, value) {
			return ""
		}
		if last := len(all) - 1; last > 0 {
			return strings.Join(all[:last], ", ") + " or " + all[last]
		}
		return all[0]
	}
}

func within(least, most int) domain {
	return func(value string) string {
		if n, err := strconv.Atoi(value); err == nil && least <= n && n <= most {
			return ""
		}
		return fmt.Sprintf("a whole number from %d to %d", least, most)
	}
}

// figure is a decimal number.
func figure(value string) string {
	if _, ok := number(value); ok {
		return ""
	}
	return "a number, such as 12, 0.5 or 1e6"
}

// unlisted are the longer codes of what is traded as money without one of ISO 4217's.
var unlisted = []string{"DOGE", "USDC", "USDT"}

// currencies are ISO 4217 codes, the likeliest first where countries call theirs the same.
func currencies(value string) string {
	for code := range strings.FieldsSeq(value) {
		if !letters(code, 3) && !slices.Contains(unlisted, code) {
			return "a currency's code (ISO 4217), such as EUR"
		}
	}
	return ""
}

// identifiers are pairs of a scheme and what stands for the thing in it.
func identifiers(value string) string {
	for pair := range strings.FieldsSeq(value) {
		if scheme, id, ok := strings.Cut(pair, ":"); !ok || scheme == "" || id == "" {
			return "identifiers with their schemes, such as wikidata:Q42 ticker:ABC"
		}
	}
	return ""
}

// country is an ISO 3166 code of a country, or of a part of one.
func country(value string) string {
	if code, part, ok := strings.Cut(value, "-"); !letters(code, 2) || ok && part == "" {
		return "a country's code (ISO 3166), such as FR or GB-SCT"
	}
	return ""
}

// holiday is a code that Holiday knows.
func holiday(value string) string {
	if timex.Holiday(value, 2024).IsZero() {
		return "a holiday's code, such as 12-25, easter+1 or 11-4x4"
	}
	return ""
}

// letters reports whether s is n capitals.
func letters(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
