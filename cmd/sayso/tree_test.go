package main

import (
	"bytes"
	"testing"
)

// Whatever an argument may name is in the tree that is made for it, and tells the same of itself as in the whole tree.
func TestTreeHoldsWhatArgumentsName(t *testing.T) {
	var out bytes.Buffer
	c := &command{out: &out, err: &out}
	help := func(args ...string) string {
		out.Reset()
		root := c.rootFor(args)
		root.SetArgs(append(args, "--help"))
		if err := root.Execute(); err != nil {
			t.Errorf("%v: %v", args, err)
		}
		return out.String()
	}
	for _, whole := range c.root().Commands() {
		out.Reset()
		if err := whole.Help(); err != nil {
			t.Fatal(err)
		}
		if want, got := out.String(), help(whole.Name()); got != want {
			t.Errorf("%s: %q, in the whole tree %q", whole.Name(), got, want)
		}
	}
	if below := c.rootFor([]string{"--lang", "fr", "a.html"}).Commands(); len(below) > 0 {
		t.Errorf("%d commands are made for an input", len(below))
	}
}
