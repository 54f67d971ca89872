package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sayso/extract/output"
	"sayso/extract/source"
)

// A choice is a flag with one of a few values.
type choice struct {
	value   *string
	allowed []string
}

// oneOf adds a choice.
func oneOf(cmd *cobra.Command, value *string, name, short string, allowed []string, usage string) {
	cmd.Flags().VarP(&choice{value, allowed}, name, short, usage)
	complete(cmd, name, allowed)
}

func complete(cmd *cobra.Command, flag string, values []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// Set takes the value if it is allowed.
func (c *choice) Set(s string) error {
	if err := allow(s, c.allowed); err != nil {
		return err
	}
	*c.value = s
	return nil
}

func allow(s string, allowed []string) error {
	if slices.Contains(allowed, s) {
		return nil
	}
	return fmt.Errorf("unknown %q; use %s%s", s, either(allowed), didYouMean("", s, allowed))
}

// String is the value.
func (c *choice) String() string { return *c.value }

// Type is how the help calls the value.
func (c *choice) Type() string { return "name" }

// A choices is a flag with some of a few values, separated by commas.
type choices struct {
	values  *[]string
	allowed []string
}

// someOf adds a choices.
func someOf(cmd *cobra.Command, values *[]string, name, short string, allowed []string, usage string) {
	cmd.Flags().VarP(&choices{values, allowed}, name, short, usage)
	complete(cmd, name, allowed)
}

// Set adds values that are allowed.
func (c *choices) Set(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			return fmt.Errorf("a name is missing; use some of %s, separated by commas", strings.Join(c.allowed, ", "))
		}
		if meant := typesByName[name]; meant != "" && slices.Contains(c.allowed, meant) {
			return fmt.Errorf("unknown %q; did you mean %q?", name, meant)
		}
		if err := allow(name, c.allowed); err != nil {
			return err
		}
		*c.values = append(*c.values, name)
	}
	return nil
}

// String is the values.
func (c *choices) String() string { return strings.Join(*c.values, ",") }

// Type is how the help calls the values.
func (c *choices) Type() string { return "names" }

// A fields is a flag with some fields of the record, separated by commas.
type fields struct {
	paths []string
	*output.Fields
}

// Set adds fields.
func (f *fields) Set(s string) (err error) {
	for path := range strings.SplitSeq(s, ",") {
		if path = strings.TrimSpace(path); path == "" {
			return errors.New("a field is missing; sayso help fields lists them")
		}
		f.paths = append(f.paths, path)
	}
	f.Fields, err = output.NewFields(f.paths)
	var unknown *output.FieldError
	if errors.As(err, &unknown) {
		return fmt.Errorf("unknown field %q%s (sayso help fields lists them)", unknown.Path, meantField(unknown.Path))
	}
	return err
}

// meantField is "; did you mean X?" for a field that there is not: the nearest one, or the first that ends in its name.
func meantField(path string) string {
	for _, name := range output.FieldNames() {
		if strings.HasSuffix(name, "."+path) {
			return fmt.Sprintf("; did you mean %q?", name)
		}
	}
	return didYouMean("", path, output.FieldNames())
}

// String is the fields.
func (f *fields) String() string { return strings.Join(f.paths, ",") }

// Type is how the help calls the values.
func (f *fields) Type() string { return "fields" }

// A day is a flag with a date of the calendar.
type day string

// Set takes the value if there is such a day.
func (d *day) Set(s string) error {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%q is not a day; write it as YYYY-MM-DD", s)
	}
	*d = day(s)
	return nil
}

// String is the date.
func (d *day) String() string { return string(*d) }

// Type is how the help calls the value.
func (d *day) Type() string { return "day" }

// A least is a flag with the least share that is wanted, from 0 to 1.
type least float64

// Set takes a share.
func (s *least) Set(value string) error {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		return fmt.Errorf("%q is not a share; write a number from 0 to 1, such as 0.9", value)
	}
	*s = least(n)
	return nil
}

// String is the share, empty where there is none.
func (s *least) String() string {
	if *s == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(*s), 'g', -1, 64)
}

// Type is how the help calls the value.
func (s *least) Type() string { return "share" }

// A shard is a flag with a part of a stream: 2/8.
type shard source.Shard

// Set takes a part.
func (s *shard) Set(value string) error {
	var n shard
	if _, err := fmt.Sscanf(value+"\n", "%d/%d\n", &n.Index, &n.Count); err != nil || n.Index < 1 || n.Index > n.Count {
		return fmt.Errorf("%q is not a part; write 2/8 for the second of eight", value)
	}
	*s = n
	return nil
}

// String is the part.
func (s *shard) String() string {
	if s.Count == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Count)
}

// Type is how the help calls the value.
func (s *shard) Type() string { return "i/n" }

var (
	_ pflag.Value = (*shard)(nil)
	_ pflag.Value = (*fields)(nil)
	_ pflag.Value = (*choice)(nil)
	_ pflag.Value = (*choices)(nil)
	_ pflag.Value = (*day)(nil)
)
