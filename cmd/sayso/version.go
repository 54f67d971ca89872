package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/rules"
)

// version is the program's.
const version = "0.1.0"

// revision is the commit that a release was built from; the linker sets it.
var revision string

func (c *command) versionCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "version", Short: "print the version", Args: noArgs}
	verbose := cmd.Flags().BoolP("verbose", "v", false, "the versions of the rule packs too")
	cmd.RunE = func(*cobra.Command, []string) error {
		fmt.Fprintf(c.out, "sayso %s\n", version)
		if !*verbose {
			return nil
		}
		fmt.Fprintf(c.out, "%s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
		if r := builtFrom(); r != "" {
			fmt.Fprintf(c.out, "commit %s\n", r)
		}
		return eachPack(rules.NewLibrary(extract.Types()), nil, func(p *rules.Pack) error {
			fmt.Fprintf(c.out, "rules %s %s\n", p.Name, p.Version)
			return nil
		})
	}
	return cmd
}

// noArgs refuses arguments.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused("%s takes no argument, found %q", cmd.CommandPath(), args[0])
	}
	return nil
}

// builtFrom is the commit that the program was built from, where that is known.
func builtFrom() string {
	if revision != "" {
		return revision
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(len(s.Value), 12)]
		}
	}
	return ""
}
