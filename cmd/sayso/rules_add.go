package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"

	"sayso/extract"
	"sayso/rules"
)

// addCommand writes lemmas into a pack.
func (c *command) addCommand() *cobra.Command {
	var pack, as string
	cmd := &cobra.Command{
		Use: "add LIST LEMMA... --pack FOLDER", Short: "add words to a list of lemmas, such as the verbs of saying",
		Example: "  sayso rules add say natter --pack desk\n  sayso rules add say blab --as 'words, manner' --pack desk",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return misused("name a list and a lemma: sayso rules add say natter --pack desk")
			}
			return nil
		},
	}
	cmd.Long = "Adds lemmas to the file words.yaml of a pack, one per line, with their traits. All inflected forms\nare then recognized. sayso rules show LIST lists the traits that a list knows."
	f := cmd.Flags()
	f.StringVar(&pack, "pack", "", "`folder` of the pack")
	f.StringVar(&as, "as", "", "their `traits`, separated by commas (default: the first set of traits of the list)")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if pack == "" {
			return misused("name the folder of your pack: --pack FOLDER")
		}
		return c.add(pack, args[0], args[1:], as)
	}
	return cmd
}

// wordsFile is the file of a pack that add writes.
const wordsFile = "words.yaml"

// add writes lemmas into a pack; a pack that they break is left as it was.
func (c *command) add(dir, list string, lemmas []string, as string) error {
	if _, err := os.Stat(dir); err != nil {
		return failure(fmt.Errorf("--pack: %w", named(dir, err)))
	}
	library := rules.NewLibrary(extract.Types(), dir)
	before, err := library.LoadDir(dir)
	if err != nil {
		return failure(err)
	}
	all := before.Lists()
	i := slices.IndexFunc(all, func(l rules.ListInfo) bool { return l.Name == list && l.Inflects != "" })
	if i < 0 {
		var names []string
		for _, l := range all {
			if l.Inflects != "" {
				names = append(names, l.Name)
			}
		}
		return misused("pack %s has no list of lemmas called %q%s", before.Name, list, didYouMean("", list, names))
	}
	if as == "" {
		as = firstTrait(all[i])
	}
	file := filepath.Join(dir, wordsFile)
	was, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return failure(err)
	}
	now, err := withLemmas(was, list, lemmas, as)
	if err != nil {
		return failure(fmt.Errorf("%s: %w", file, err))
	}
	if err := os.WriteFile(file, now, 0o644); err != nil {
		return failure(err)
	}
	if _, err := library.LoadDir(dir); err != nil {
		if was == nil {
			_ = os.Remove(file)
		} else {
			_ = os.WriteFile(file, was, 0o644)
		}
		return broken(err)
	}
	for _, lemma := range lemmas {
		fmt.Fprintf(c.out, "%s: %s: %s\n", filepath.ToSlash(file), lemma, as)
	}
	return nil
}

// withLemmas is a file of lists with lemmas more in one of them.
func withLemmas(was []byte, list string, lemmas []string, as string) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(was, &doc); err != nil {
		return nil, err
	}
	if doc.Kind == 0 {
		doc = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{{Kind: yaml.MappingNode}}}
	}
	at := doc.Content[0]
	for _, key := range []string{"lists", "+" + list, "lemmas"} {
		at = under(at, key)
	}
	for _, lemma := range lemmas {
		under(at, lemma).SetString(as)
	}
	return yaml.Marshal(&doc)
}

// under is what a mapping holds under a key; an empty mapping is put there where it holds nothing.
func under(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	value := &yaml.Node{Kind: yaml.MappingNode}
	name := &yaml.Node{}
	name.SetString(key)
	mapping.Content = append(mapping.Content, name, value)
	return value
}
