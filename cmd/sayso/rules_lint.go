package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/rules"
)

func (c *command) lintCommand() *cobra.Command {
	cmd := onPacks("lint [PACK...]", "find useless or suspicious parts of a pack",
		"  sayso rules lint newsroom/\n  sayso rules lint -f json newsroom/ | jq -r '.findings[] | \"\\(.file):\\(.line): \\(.message)\"'",
		cobra.ArbitraryArgs, c.lint)
	cmd.Long = "Reports parts of a pack that are valid but probably unintended: unused lists and phrases, phrases\nthat can never win, forms with two values, duplicate forms, and rules without positive and\nnegative examples. Inherited rules are not checked. Exits with 1 if it finds anything."
	return cmd
}

// lint prints what is of no use in packs.
func (c *command) lint(l *rules.Library, names []string, asJSON bool) error {
	var found rules.Errors
	packs := 0
	err := eachPack(l, names, func(p *rules.Pack) error {
		list, err := p.Lint(extract.Lists()...)
		if err != nil {
			return failure(err)
		}
		packs++
		found = append(found, list...)
		return nil
	})
	if asJSON {
		errs, err := mistakes(err)
		record := struct {
			Findings []findingRecord `json:"findings"`
			Errors   []findingRecord `json:"errors"`
		}{findings(found), errs}
		if printed := printJSON(c.out, record); printed != nil {
			return printed
		}
		return ifFound(err, len(found))
	}
	printFolded(c.out, found)
	if packs > 0 {
		fmt.Fprintf(c.out, "%s, %s\n", count(packs, "pack", "packs"), count(len(found), "finding", "findings"))
	}
	return ifFound(err, len(found))
}

// printFolded prints findings; those that say the same are one, with how many more there are.
func printFolded(to io.Writer, found rules.Errors) {
	same := map[string]int{}
	for _, e := range found {
		same[e.Msg]++
	}
	for _, e := range found {
		if same[e.Msg] == 0 {
			continue
		}
		fmt.Fprint(to, e.Print())
		if more := same[e.Msg] - 1; more > 0 {
			fmt.Fprintf(to, "      + %s like it\n", count(more, "finding", "findings"))
		}
		same[e.Msg] = 0
	}
}

// ifFound is the error, or without one the code for findings where there are any.
func ifFound(err error, findings int) error {
	if err == nil && findings > 0 {
		return silent(exitNothing)
	}
	return err
}
