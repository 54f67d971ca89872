package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sayso/extract/output"
)

// flagError says which flag is wrong, why, and what was meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		if f.Name == "types" && invalid.GetValue() == "o" {
			return misused("-to is read as -t o; did you mean --to?")
		}
		return misused("--%s: %v", f.Name, plainValue(f, invalid.GetValue(), invalid.Unwrap()))
	case errors.As(err, &bare):
		name, _ := pflag.UnquoteUsage(bare.GetFlag())
		return misused("--%s needs a value: --%s %s", bare.GetFlag().Name, bare.GetFlag().Name, strings.ToUpper(name))
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return misused("unknown flag -%s", unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		return misused("unknown flag --%s%s", unknown.GetSpecifiedName(), meantFlag(cmd, unknown.GetSpecifiedName()))
	}
	return misused("%v", err)
}

// plainValue is what is wrong with the value of a flag, without what the language of the program calls it.
func plainValue(f *pflag.Flag, value string, err error) error {
	wants := map[string]string{
		"int": "a whole number", "duration": "a length of time; write 30s, 2m or 1h", "bool": "true or false",
	}[f.Value.Type()]
	if wants == "" {
		return err
	}
	return errors.New(strconv.Quote(value) + " is not " + wants)
}

// flagsByName are names that people give to flags that are called otherwise.
var flagsByName = map[string]string{
	"language": "--lang", "languages": "--lang", "colour": "--color", "out": "--output", "file": "--output",
	"currency": "--to", "convert": "--to", "published": "--date", "day": "--date", "threads": "--jobs", "workers": "--jobs",
	"confidence": "--min-confidence", "type": "--types", "only": "--types", "exit-code": "--exit-status", "rules": "--pack", "input": "--from", "log": "--verbose",
	"silent": "--quiet", "locale": "--interface", "continue": "--resume", "names": "-t entities", "people": "-t entities", "figures": "-t money",
}

// meantFlag is "; did you mean X?" for a flag that there is not: a format or a kind of annotation may be called like it.
func meantFlag(cmd *cobra.Command, name string) string {
	meant := flagsByName[name]
	switch {
	case slices.Contains(output.Formats(), name):
		meant = "-f " + name
	case slices.Contains(typeNames(), name):
		meant = "-t " + name
	}
	if flag := strings.TrimLeft(strings.Fields(meant + " -")[0], "-"); meant != "" && (cmd.Flags().Lookup(flag) != nil || len(flag) == 1 && cmd.Flags().ShorthandLookup(flag) != nil) {
		return "; did you mean " + meant + "?"
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return didYouMean("--", name, names)
}

// blamed is a mistake in the command line, or in what is set for it: of a flag that a variable or a file has set, it names these.
func (c *command) blamed(message string) string {
	rest, isFlag := strings.CutPrefix(message, "--")
	name, rest, found := strings.Cut(rest, ": ")
	if at := c.setBy[name]; isFlag && found && at != "" {
		return at + ": " + name + ": " + rest
	}
	return message
}
