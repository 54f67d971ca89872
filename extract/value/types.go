// Package value turns the fields of a match into the value they mean: an amount, a partial date, a frame of a
// quotation. A match goes in, a value comes out; nothing here looks beyond the match.
package value

import (
	"strings"

	"sayso/rules"
	"sayso/rules/match"
	"sayso/rules/token"
)

// The types of annotation that rules may make.
const (
	TypeMoney        = "money"
	TypeConversion   = "conversion"
	TypeChange       = "change"
	TypeQuantity     = "quantity"
	TypeDate         = "date"
	TypePerson       = "person"
	TypeOrganization = "organization"
	TypeLocation     = "location"
	TypeMisc         = "misc"
	TypeName         = "name"
	TypeRole         = "role"
	TypeQuote        = "quote"
	TypePredicate    = "predicate"
	TypeChannel      = "channel"
	TypeManner       = "manner"
	TypeStanding     = "standing"
	TypeTense        = "tense"
	TypeModality     = "modality"
	TypeAttitude     = "attitude"
	TypeAnaphor      = "anaphor"
	TypeBoundary     = "boundary"
	TypeAddressee    = "addressee"
	TypeRelay        = "relay"
	TypeTurn         = "turn"
	TypeNotice       = "notice"
	TypeTown         = "coin-place"
)

// Text is the field that narrows an annotation to a part of its match; every type has it.
const Text = "text"

// Types is the table of types. Every type has the field text: the annotation's own span where it is less than the
// whole match ("en <text:month>").
func Types() []rules.Type {
	return []rules.Type{
		typ(TypeMoney, "", "a figure with its currency", moneyProperties,
			"amount", "scale", "more", "morescale", "low", "lowscale", "high", "currency", "bound", "fraction", "half", "cents", "vague", "minor", "country", "per", "sign"),
		typ(TypeConversion, "", "the writer's own conversion of a figure", conversionProperties, "from", "to", "weak"),
		changeType(),
		typ(TypeDate, "", "a point, period, duration or set of times", dateProperties,
			"type", "year", "month", "day", "weekday", "quarter", "half", "season", "decade", "century", "unit", "shift", "count",
			"direction", "anchor", "part", "meridiem", "hour", "minute", "second", "to", "zone", "mod", "ref", "each", "tense", "until", "holiday", "times",
			"toyear", "era", "nth", "nthunit", "whole", "plushalf", "more", "moreunit", "least", "leastunit", "same", "aside", "ambiguous", "loose", "nearing"),
		typ(TypeQuantity, "", "a number with its unit that is no money: a share, a count of something, a measure", quantityProperties,
			"amount", "scale", "low", "high", "part", "whole", "unit", "what", "change", "of", "bound", "per", "minus"),
		typ(TypePerson, "entity", "the name of a person", properties, "title", "gender", "first", "kind", "ids"),
		typ(TypeOrganization, "entity", "the name of an organization", properties, "kind", "gender", "country", "ids", "long", "short"),
		typ(TypeLocation, "entity", "the name of a place", properties, "kind", "gender", "country", "ids"),
		typ(TypeMisc, "entity", "the name of a product, work, event or law", properties, "kind", "ids"),
		typ(TypeName, "", "a name whose kind the rule does not know", properties, "kind", "alone"),
		typ(TypeRole, "", "an office that somebody holds", properties, "office", "of", "person"),
		typ(TypeQuote, "", "a statement and the words that report it", properties,
			"frame", "content", "cue", "speaker", "that", "medium", "lemma", "stance", "hedge", "neg", "indefinite", "pronoun", "noun", "said", "said-participle", "saying", "source", "person", "organization", "location", "role", "name"),
		typ(TypePredicate, "", "a verb with what belongs to it: auxiliaries, a pronoun behind it", properties,
			"kind", "cue", "speaker", "pronoun", "lemma", "hedge", "neg", "said", "said-participle", "saying", "content", "medium"),
		typ(TypeChannel, "", "where something was said or written: in a statement, on a network", properties),
		typ(TypeStanding, "", "a quotation that may be a statement though nothing beside it reports it", properties, "content"),
		typ(TypeManner, "", "an adverb, which may stand anywhere in a clause", properties),
		typ(TypeTense, "", "words that tell whether a clause is about the past or the future", properties, "tense"),
		typ(TypeModality, "", "words that hedge or negate a sentence, or tie a rate to another time", properties, "kind"),
		typ(TypeAttitude, "", "words that tell what somebody thinks good or bad, feels or wishes, or what could or would be", properties, "kind"),
		typ(TypeAnaphor, "", "words that lean on what was told before, where a sentence begins with them", properties, "kind"),
		typ(TypeBoundary, "", "where a reported clause ends", properties, "kind"),
		typ(TypeAddressee, "", "whom something is told, beside what reports it", properties),
		typ(TypeRelay, "", "who passes somebody's words on, beside what reports them", properties),
		typ(TypeTurn, "", "what opens a turn of an interview", properties, "person", "kind"),
		typ(TypeTown, "", "a town whose country tells what a word for money means", properties, "country"),
		typ(TypeNotice, "", "words that begin what a page says of itself: credits, links, offers, paywalls", properties, "kind"),
	}
}

// changeType is a figure that takes its currency from the next one.
func changeType() rules.Type {
	t := typ(TypeChange, "", "a figure whose currency stands with the next one", changeProperties, "amount", "scale", "also", "to")
	t.Properties = []string{"currency", "low", "high", "bound", "per"}
	return t
}

func typ(name, group, about string, read func(*token.Text, *match.Match) map[string]string, fields ...string) rules.Type {
	return rules.Type{
		Type:   match.Type{Name: name, Group: group, Fields: append(fields, Text)},
		About:  about,
		Value:  read,
		Expect: expected(name),
	}
}

// Span is the tokens of the annotation that a match makes.
func Span(m *match.Match) token.Range {
	if f, ok := m.Field(Text); ok && f.Tokens.Len() > 0 {
		return f.Tokens
	}
	return m.Tokens
}

// properties are the fields of a match as they stand.
func properties(t *token.Text, m *match.Match) map[string]string {
	all := map[string]string{Text: t.Slice(Span(m))}
	for _, f := range m.Fields {
		if _, ok := all[f.Name]; ok {
			continue
		}
		all[f.Name] = f.Value
		if f.Of != nil && f.Value == "" {
			all[f.Name] = t.Slice(f.Tokens)
		}
	}
	return all
}

// nested adds the properties of a captured match under its field's name.
func nested(all map[string]string, field string, inner map[string]string) {
	for k, v := range inner {
		if k == Text {
			all[field] = v
		}
		all[strings.Join([]string{field, k}, ".")] = v
	}
}
