package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"sayso/extract/filter"
	"sayso/extract/source"
)

// A columns is a flag with the names that dumps have for what is read of them.
type columns struct{ source.Columns }

// Set adds names.
func (c *columns) Set(s string) error {
	for pair := range strings.SplitSeq(s, ",") {
		field, name, ok := strings.Cut(pair, "=")
		field, name = strings.TrimSpace(field), strings.TrimSpace(name)
		if !ok || name == "" {
			return fmt.Errorf("%q names no column; write text=body", pair)
		}
		if err := allow(field, source.ColumnNames); err != nil {
			return err
		}
		if c.Columns == nil {
			c.Columns = source.Columns{}
		}
		c.Columns[field] = name
	}
	return nil
}

// String is the names.
func (c *columns) String() string {
	var pairs []string
	for _, field := range source.ColumnNames {
		if name := c.Columns[field]; name != "" {
			pairs = append(pairs, field+"="+name)
		}
	}
	return strings.Join(pairs, ",")
}

// Type is how the help calls the values.
func (c *columns) Type() string { return "names" }

// How doubles are left out.
const (
	dedupExact = "exact"
	dedupNear  = "near"
)

// A dedup is a flag that says which doubles are left out.
type dedup filter.Filter

// Set takes exact or near; true and false are for settings.
func (d *dedup) Set(s string) error {
	if err := allow(s, []string{dedupExact, dedupNear, "true", "false"}); err != nil {
		return err
	}
	d.Dedup, d.Near = s != "false", s == dedupNear
	return nil
}

// String is how, or false.
func (d *dedup) String() string {
	switch {
	case d.Near:
		return dedupNear
	case d.Dedup:
		return dedupExact
	}
	return "false"
}

// Type is how the help calls the values.
func (d *dedup) Type() string { return "how" }

// withDedup are arguments in which --dedup has its value behind a sign, as flags have whose value may be left out: a word behind it
// that is no input is one.
func withDedup(args []string) []string {
	args = slices.Clone(args)
	for i := 0; i+1 < len(args) && args[i] != "--"; i++ {
		if args[i] == "--dedup" && !strings.HasPrefix(args[i+1], "-") && !looksLikeInput(args[i+1]) {
			args = slices.Replace(args, i, i+2, "--dedup="+args[i+1])
		}
	}
	return args
}

var (
	_ pflag.Value = (*columns)(nil)
	_ pflag.Value = (*dedup)(nil)
)
