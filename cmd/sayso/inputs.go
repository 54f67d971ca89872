package main

import (
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// bareInputs lets arguments at the root pass that look like inputs: an address, a path that holds "." or "/", or
// "-". A bare word is a command, now or in a later version; no script's file is ever taken for one.
func bareInputs(cmd *cobra.Command, args []string) error {
	for i, a := range args {
		switch {
		case a == "-" || strings.ContainsAny(a, `./\`):
		case i == 0:
			return misused("unknown command %q%s (to read a file of that name: ./%s)", a, didYouMean("", a, commandNames(cmd)), a)
		default:
			return misused("%q does not look like an input (to read a file of that name: ./%s)", a, a)
		}
	}
	return nil
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}

// isPiped reports whether somebody sends something to standard input: a pipe or a file, not a terminal or nothing.
func isPiped(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return in != nil
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice == 0
}
