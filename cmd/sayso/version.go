package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/rules"
)

// version is the program's.
const version = "0.1.0"

// revision is the commit that a release was built from; the linker sets it.
var revision string

func (c *command) versionCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "version", Short: "print the version", Args: noArgs, Example: "  sayso version\n  sayso version -v"}
	verbose := cmd.Flags().BoolP("verbose", "v", false, "also print the build, and the rule packs, rates and settings in use")
	packs, rates := []string(nil), new(exchange)
	addPacks(cmd, &packs)
	rates.addRates(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		fmt.Fprintf(c.out, "sayso %s\n", version)
		if !*verbose {
			return nil
		}
		w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
		fmt.Fprintf(w, "built\t%s %s/%s%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, builtFrom())
		if err := inForce(w, packs, rates); err != nil {
			return err
		}
		return w.Flush()
	}
	return cmd
}

// inForce tells of the packs, rates and settings that a run would have.
func inForce(w io.Writer, packs []string, x *exchange) error {
	dirs, err := packDirs(packs)
	if err != nil {
		return err
	}
	err = eachPack(rules.NewLibrary(extract.Types(), dirs...), nil, func(p *rules.Pack) error {
		from := "built in"
		if !p.Embedded {
			from = p.Dir
		}
		forms := 0
		for _, l := range p.Grammar.Lists {
			forms += len(rules.Forms(l))
		}
		_, err := fmt.Fprintf(w, "rules\t%s %s: %d rules, %d lists of %d forms (%s)\n", p.Name, p.Version, len(p.Rules), len(p.Grammar.Lists), forms, from)
		return err
	})
	if err != nil {
		return err
	}
	rates, err := x.books()
	if err != nil {
		return err
	}
	for _, b := range rates.Books() {
		fmt.Fprintf(w, "rates\t%d currencies, to %s (%s)\n", len(b.Codes()), b.Last().Format(time.DateOnly), b.Name)
	}
	for _, file := range configFiles() {
		fmt.Fprintf(w, "settings\t%s\n", file)
	}
	return nil
}

// noArgs refuses arguments.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused("%s takes no arguments; %q given", cmd.CommandPath(), args[0])
	}
	return nil
}

// builtFrom is ", commit …" where it is known what the program was built from.
func builtFrom() string {
	from := revision
	if info, ok := debug.ReadBuildInfo(); ok && from == "" {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				from = s.Value[:min(len(s.Value), 12)]
			}
		}
	}
	if from == "" {
		return ""
	}
	return ", commit " + from
}
