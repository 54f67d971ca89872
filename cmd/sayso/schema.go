package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/rules"
)

// schemas are what there is a JSON Schema of.
var schemas = map[string]func() ([]byte, error){
	"document": func() ([]byte, error) { return document.RecordSchema(), nil },
	"pack":     func() ([]byte, error) { return rules.Schema(extract.Types()) },
}

// schemaCommand prints a JSON Schema.
func (c *command) schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema document|pack",
		Short: "print the JSON Schema of records or of rule packs",
		Long: `document is the record of an article, with a description of each field; pack is a YAML file of a
rule pack. Editors with a YAML language server complete and check pack files that begin with

  # yaml-language-server: $schema=pack.schema.json`,
		Example:   "  sayso schema document > document.schema.json\n  sayso schema pack > newsroom/pack.schema.json",
		ValidArgs: []string{"document", "pack"},
		Args:      cobra.ArbitraryArgs,
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused("name one schema: document or pack")
		}
		if err := allow(args[0], []string{"document", "pack"}); err != nil {
			return misused("%v", err)
		}
		schema, err := schemas[args[0]]()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.out, "%s\n", bytes.TrimSpace(schema))
		return err
	}
	return cmd
}
