//go:build !man

package main

import "github.com/spf13/cobra"

// generators are the commands of a build that makes the manual (man.go); this is not one.
func (c *command) generators() []*cobra.Command { return nil }
