package main

import (
	"errors"
	"fmt"
	"io"
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
		Short:   "list, show and test the rules",
		Example: "  sayso rules list\n  sayso rules show fr.amount\n  sayso rules test --pack newsroom/",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return misused("unknown command \"rules %s\"%s", args[0], didYouMean("rules ", args[0], commandNames(cmd)))
	}
	cmd.AddCommand(c.listCommand(), c.showCommand(), c.testCommand(), c.scoreCommand())
	return cmd
}

// onPacks makes a command that works on the library with the user's packs.
func onPacks(use, short, example string, args cobra.PositionalArgs, do func(l *rules.Library, args []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Example: example, Args: args}
	var packs []string
	addPacks(cmd, &packs)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		dirs, err := packDirs(packs)
		if err != nil {
			return err
		}
		return do(rules.NewLibrary(extract.Types(), dirs...), args)
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
	if strings.ContainsAny(name, `./\`) {
		return l.LoadDir(name)
	}
	return l.Load(name)
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
	return onPacks("list [PACK...]", "list the packs and rules in force, and where each comes from",
		"  sayso rules list\n  sayso rules list fr", cobra.ArbitraryArgs,
		func(l *rules.Library, names []string) error {
			first := true
			return eachPack(l, names, func(p *rules.Pack) error {
				if !first {
					fmt.Fprintln(c.out)
				}
				first = false
				return listPack(c.out, p)
			})
		})
}

// listPack prints a pack and its own rules; those that it inherits stand under their own pack.
func listPack(w io.Writer, p *rules.Pack) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s  %s\n", p.Name, p.Version, p.About)
	var own []*rules.Rule
	for _, r := range p.Rules {
		if strings.HasPrefix(r.Name, p.Name+".") {
			own = append(own, r)
		}
	}
	fmt.Fprintf(&b, "  %s\n", packNote(p, len(p.Rules)-len(own)))
	name, makes := 0, 0
	for _, r := range own {
		name, makes = max(name, len(r.Name)), max(makes, len(r.Makes))
	}
	for _, r := range own {
		fmt.Fprintf(&b, "  %-*s  %-*s  %s\n", name, r.Name, makes, r.Makes, r.Pos)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// packNote says where a pack stands and what it builds on.
func packNote(p *rules.Pack, inherited int) string {
	note := p.Dir
	if p.Embedded {
		note += " (built in)"
	}
	if p.Extends != "" {
		note += fmt.Sprintf(", extends %s", p.Extends)
	}
	if inherited > 0 {
		note += fmt.Sprintf(", inherits %d rules", inherited)
	}
	return note
}
