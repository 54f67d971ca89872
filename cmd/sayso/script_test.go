package main

import (
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sayso": main})
}

// TestScripts runs the cases of testdata/cli. Beside the usual commands they have:
//
//	code N sayso ARG...    runs the command and holds its exit code
//	bytes FILE HEX         writes a file that a script cannot hold
//	tree FILE...           adds the files' samples, as they stand in testdata/articles
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/cli",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir) // no packs of whoever runs the tests
			e.Setenv("XDG_CONFIG_HOME", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"bytes": writeBytes},
	})
}

// writeBytes is the script command bytes.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: bytes FILE HEX...")
	}
	content, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o666))
}
