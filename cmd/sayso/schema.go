package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/rules"
)

// schemaCommand prints a JSON Schema.
func (c *command) schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:       "schema pack",
		Short:     "print the JSON Schema of rule packs, for editors",
		Long:      "schema pack prints the JSON Schema of a rule pack's YAML files. An editor with a YAML language\nserver completes and checks by it where the first line of a file says so:\n\n  # yaml-language-server: $schema=pack.schema.json",
		Example:   "  sayso schema pack > newsroom/pack.schema.json",
		ValidArgs: []string{"pack"},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] != "pack" {
				return misused("name what the schema is of: pack")
			}
			schema, err := rules.Schema(extract.Types())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.out, "%s\n", schema)
			return err
		},
	}
	cmd.Args = cobra.ArbitraryArgs
	return cmd
}
