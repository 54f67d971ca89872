package main

import (
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// bareInputs lets arguments at the root pass that are inputs: an address, a path that holds "." or "/", "-", or a file or folder
// that is there. Another word is a command, misspelt: it is not looked for as an input.
func (c *command) bareInputs(cmd *cobra.Command, args []string) error {
	for i, a := range args {
		switch {
		case looksLikeInput(a):
		case strings.HasPrefix(a, "-"):
			return misused("%q stands behind --, so that it is read as a file, and there is none", a)
		case i == 0:
			c.grow(cmd)
			return misused("%q is not a command, a file or a folder%s", a, didYouMean("", a, commandNames(cmd)))
		default:
			return misused("%s: no such file or directory", a)
		}
	}
	return nil
}

// looksLikeInput reports whether an argument is an input whatever it is called, or there is one that is called so.
func looksLikeInput(arg string) bool {
	if arg == "-" || strings.ContainsAny(arg, `./\`) {
		return true
	}
	_, err := os.Stat(arg)
	return err == nil
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
