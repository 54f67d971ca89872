package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/rules"
)

//go:embed pack.yaml.tmpl
var packTemplate string

// packNames is the file of names that the new pack's list reads.
const packNames = "# A name a line, or a value, a TAB and its names. Lines that begin with # are left out.\nZorbaflex\n"

func (c *command) newCommand() *cobra.Command {
	language := extract.Languages[0]
	cmd := &cobra.Command{
		Use:     "new PACK",
		Short:   "create a small pack to start from",
		Long:    "Creates a folder with a small working pack: a list in its own file, a list in the pack, a rule for\neach, and the JSON Schema for editors. Existing files are never overwritten.",
		Example: "  sayso rules new newsroom\n  sayso rules new --lang pt packs/redacao\n  sayso rules test newsroom/",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misused("name the folder of one pack")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.newPack(args[0], language) },
	}
	cmd.Flags().StringVarP(&language, "lang", "l", language, "`language` of the articles that the pack is for")
	complete(cmd, "lang", extract.Languages)
	return cmd
}

// What a pack may be called, and what its language.
const (
	ownName      = `^[a-z][a-z0-9-]*$`
	languageCode = `^(und|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$`
)

// newFiles are what is written.
var newFiles = []string{"pack.yaml", "names.txt", "pack.schema.json"}

// newPack writes a pack into a folder that does not exist, or is empty.
func (c *command) newPack(dir, language string) error {
	name := filepath.Base(filepath.Clean(dir))
	library := rules.NewLibrary(extract.Types())
	if ok, _ := regexp.MatchString(ownName, name); !ok {
		return misused("%q is no name of a pack: write it with a-z, 0-9 and -, a letter first", name)
	}
	if slices.Contains(library.Names(), name) {
		return misused("%q is a pack that is built in: choose another name", name)
	}
	if ok, _ := regexp.MatchString(languageCode, language); !ok {
		return misused("--lang: %q is no code of a language, such as fr or pt-BR", language)
	}
	for _, file := range newFiles {
		if _, err := os.Lstat(filepath.Join(dir, file)); err == nil {
			return failure(fmt.Errorf("%s exists: nothing was written", filepath.Join(dir, file)))
		}
	}
	shown := strings.TrimSuffix(filepath.ToSlash(dir), "/") + "/" // what the other commands take for a folder
	extends, _, _ := strings.Cut(language, "-")
	fresh := !slices.Contains(extract.Languages, extends)
	if fresh {
		extends = "common"
	}
	t, err := template.New("pack").Parse(packTemplate)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return failure(err)
	}
	pack, err := create(filepath.Join(dir, "pack.yaml"))
	if err != nil {
		return err
	}
	defer pack.Close()
	err = t.Execute(pack, struct {
		Name, Dir, Language, Extends string
		Fresh                        bool
	}{name, shown, language, extends, fresh})
	if err != nil {
		return failure(err)
	}
	schema, err := rules.Schema(extract.Types())
	if err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "names.txt"), packNames); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "pack.schema.json"), string(schema)+"\n"); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%spack.yaml, names.txt and pack.schema.json created; sayso rules test %s runs the examples\n", shown, shown)
	return err
}

// write writes a file that does not exist.
func write(name, content string) error {
	f, err := create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.WriteString(content); err != nil {
		return failure(err)
	}
	return nil
}

// create makes a file that does not exist.
func create(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil, failure(fmt.Errorf("%s exists: nothing was written", name))
	}
	if err != nil {
		return nil, failure(err)
	}
	return f, nil
}
