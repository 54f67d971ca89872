package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/rules"
)

// rulesCommand is the commands about rule packs.
func (c *command) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "rules",
		Short:   "list, show, test and write rules",
		Example: "  sayso rules new newsroom\n  sayso rules test newsroom/\n  sayso rules list\n  sayso rules show fr.amount",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return misused("unknown command: rules %s%s", args[0], didYouMean("rules ", args[0], commandNames(cmd)))
	}
	cmd.AddCommand(c.listCommand(), c.listsCommand(), c.showCommand(), c.addCommand(), c.testCommand(), c.lintCommand(), c.newCommand(), c.scoreCommand(), c.learnCommand())
	return cmd
}

// onPacks makes a command that works on the library with the user's packs, and can print JSON.
func onPacks(use, short, example string, args cobra.PositionalArgs, do func(l *rules.Library, args []string, asJSON bool) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Example: example, Args: args}
	var packs []string
	format := "text"
	oneOf(cmd, &format, "format", "f", []string{"text", "json"}, "text or json")
	addPacks(cmd, &packs)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		dirs, err := packDirs(packs)
		if err != nil {
			return err
		}
		return do(rules.NewLibrary(extract.Types(), dirs...), args, format == "json")
	}
	return cmd
}

// eachPack loads packs and works on each: those named, by name or as a folder, else all. Packs that do not load are
// reported together, after the others.
func eachPack(l *rules.Library, names []string, do func(*rules.Pack) error) error {
	if len(names) == 0 {
		names = l.Names()
	}
	var broke []error
	for _, name := range names {
		p, err := load(l, name)
		if err == nil {
			err = do(p)
		} else {
			broke, err = append(broke, err), nil
		}
		if err != nil {
			return err
		}
	}
	return brokenPacks(broke)
}

// load is the pack of that name, or the one in that folder.
func load(l *rules.Library, name string) (*rules.Pack, error) {
	dir := ""
	switch {
	case filepath.Base(name) == "pack.yaml":
		dir = filepath.Dir(name)
	case strings.ContainsAny(name, `./\`):
		dir = name
	}
	if _, err := os.Stat(dir); dir != "" && err != nil {
		return nil, named(name, err)
	}
	if dir != "" {
		return l.LoadDir(dir)
	}
	p, err := l.Load(name)
	if list := (rules.Errors)(nil); err != nil && !errors.As(err, &list) && holdsPack(name) {
		return nil, fmt.Errorf("%w; for the folder write %s/", err, name)
	}
	return p, err
}

// brokenPacks is the errors of packs as one. The mistakes of a pack that others extend are said once.
func brokenPacks(errs []error) error {
	if len(errs) == 0 {
		return nil
	}
	var all rules.Errors
	for _, err := range errs {
		var list rules.Errors
		if !errors.As(err, &list) {
			return failure(err)
		}
		for _, e := range list {
			if !slices.ContainsFunc(all, func(o *rules.Error) bool { return o.Pos == e.Pos && o.Msg == e.Msg }) {
				all = append(all, e)
			}
		}
	}
	return broken(all)
}

func (c *command) listCommand() *cobra.Command {
	return onPacks("list [PACK...]", "list the packs and rules in use, and where each comes from",
		"  sayso rules list\n  sayso rules list fr", cobra.ArbitraryArgs,
		func(l *rules.Library, names []string, asJSON bool) error {
			all := []packRecord{}
			err := eachPack(l, names, func(p *rules.Pack) error {
				all = append(all, packRecordOf(p, l.Reads(p)))
				return nil
			})
			if asJSON {
				errs, err := mistakes(err)
				if printed := printJSON(c.out, struct {
					Packs  []packRecord    `json:"packs"`
					Errors []findingRecord `json:"errors"`
				}{all, errs}); printed != nil {
					return printed
				}
				return err
			}
			for i, p := range all {
				if i > 0 {
					fmt.Fprintln(c.out)
				}
				if err := listPack(c.out, p); err != nil {
					return err
				}
			}
			return err
		})
}

// packRecordOf is a pack and its own rules; those that it inherits stand under their own pack.
func packRecordOf(p *rules.Pack, reads bool) packRecord {
	record := packRecord{
		Pack: p.Name, Version: p.Version, Language: p.Language, About: p.About, License: p.License, Dir: p.Dir,
		BuiltIn: p.Embedded, Reads: reads, Rules: []ruleSummary{},
	}
	if p.Extends != "" {
		record.Extends = &p.Extends
	}
	for _, r := range p.Rules {
		if strings.HasPrefix(r.Name, p.Name+".") {
			record.Rules = append(record.Rules, summaryOf(r))
		}
	}
	record.Inherits = len(p.Rules) - len(record.Rules)
	return record
}

// listPack prints a pack and its rules.
func listPack(w io.Writer, p packRecord) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s  %s\n", p.Pack, p.Version, p.About)
	fmt.Fprintf(&b, "  %s\n", packNote(p))
	name, makes := 0, 0
	for _, r := range p.Rules {
		name, makes = max(name, len(r.Name)), max(makes, len(r.Makes))
	}
	for _, r := range p.Rules {
		fmt.Fprintf(&b, "  %-*s  %-*s  %s:%d:%d\n", name, r.Name, makes, r.Makes, r.File, r.Line, r.Column)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// packNote says where a pack stands and what it builds on.
func packNote(p packRecord) string {
	note := p.Dir
	if p.BuiltIn {
		note += " (built in)"
	}
	if p.Extends != nil {
		note += fmt.Sprintf(", extends %s", *p.Extends)
	}
	if p.Reads {
		note += ", reads " + p.Language
	}
	if p.Inherits > 0 {
		note += ", inherits " + count(p.Inherits, "rule", "rules")
	}
	return note
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
