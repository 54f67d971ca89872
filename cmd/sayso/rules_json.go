package main

import (
	"encoding/json"
	"errors"
	"io"

	"sayso/rules"
)

// The records that the commands about rules print with -f json, for editors and machines.

type placeRecord struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type packRecord struct {
	Pack     string        `json:"pack"`
	Version  string        `json:"version"`
	Language string        `json:"language"`
	About    string        `json:"about"`
	License  string        `json:"license"`
	Extends  *string       `json:"extends"`
	Dir      string        `json:"dir"`
	BuiltIn  bool          `json:"built_in"`
	Reads    bool          `json:"reads"` // articles of its language, where no other pack is named
	Inherits int           `json:"inherits"`
	Rules    []ruleSummary `json:"rules"`
}

type ruleSummary struct {
	Name   string `json:"name"`
	Makes  string `json:"makes"`
	Status string `json:"status,omitempty"`
	placeRecord
}

type ruleRecord struct {
	ruleSummary
	About    string              `json:"about,omitempty"`
	See      string              `json:"see,omitempty"`
	Was      []string            `json:"was,omitempty"`
	Match    []string            `json:"match"`
	After    []string            `json:"after,omitempty"`
	Before   []string            `json:"before,omitempty"`
	Except   []string            `json:"except,omitempty"`
	Set      map[string]string   `json:"set,omitempty"`
	Lists    map[string][]string `json:"lists,omitempty"` // the first forms
	Examples []exampleRecord     `json:"examples"`
	Measured *measuredRecord     `json:"measured"`
}

type exampleRecord struct {
	Text string              `json:"text"`
	Want []map[string]string `json:"want"`
	placeRecord
}

type measuredRecord struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

// A findingRecord is a mistake, or something that lint has found.
type findingRecord struct {
	placeRecord
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

type failureRecord struct {
	placeRecord
	Rule        string   `json:"rule"`
	Text        string   `json:"text,omitempty"`
	Differences []string `json:"differences"`
	Hint        string   `json:"hint,omitempty"`
}

func placed(p rules.Pos) placeRecord { return placeRecord{p.File, p.Line, p.Column} }

func summaryOf(r *rules.Rule) ruleSummary {
	return ruleSummary{r.Name, r.Makes, r.Status, placed(r.Pos)}
}

func findings(all rules.Errors) []findingRecord {
	records := []findingRecord{}
	for _, e := range all {
		records = append(records, findingRecord{placed(e.Pos), e.Msg, e.Hint})
	}
	return records
}

// mistakes are those of packs that do not load, and the error without them: with any, silence and the code for it.
func mistakes(err error) ([]findingRecord, error) {
	var list rules.Errors
	switch {
	case err == nil:
		return []findingRecord{}, nil
	case errors.As(err, &list):
		return findings(list), silent(exitUsage)
	}
	return []findingRecord{{Message: err.Error()}}, silent(exitUsage)
}

func recordOf(p *rules.Pack, r *rules.Rule) ruleRecord {
	record := ruleRecord{
		ruleSummary: summaryOf(r), About: r.About, See: r.See, Was: r.Was, Match: r.Match, After: r.After, Before: r.Before,
		Except: r.Except, Set: map[string]string{}, Lists: map[string][]string{}, Examples: []exampleRecord{},
	}
	for _, s := range r.Set {
		record.Set[s.Field] = s.Value
	}
	for _, name := range listNames(p, r) {
		for _, f := range p.Forms(name)[:min(len(p.Forms(name)), maxForms)] {
			record.Lists[name] = append(record.Lists[name], f.Text)
		}
	}
	for _, e := range r.Examples {
		example := exampleRecord{Text: e.Text, Want: []map[string]string{}, placeRecord: placed(e.Pos)}
		for _, want := range e.Want {
			properties := map[string]string{}
			for _, p := range want {
				properties[p.Key] = p.Value
			}
			example.Want = append(example.Want, properties)
		}
		record.Examples = append(record.Examples, example)
	}
	if r.Measured.Of > 0 {
		record.Measured = &measuredRecord{r.Measured.Right, r.Measured.Of}
	}
	return record
}

// printJSON writes a record for machines, indented as -f json does for articles.
func printJSON(w io.Writer, record any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(record)
}
