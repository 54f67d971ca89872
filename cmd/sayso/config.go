package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"gopkg.in/yaml.v3"

	"sayso/extract/files"
)

// A setting is what a file or the environment says of a flag: one value or some.
type setting []struct {
	at    string // its place, for errors
	value string
}

// A config is the settings of a file, by the flags' names.
type config map[string]setting

// neverSet are the flags that only the command line gives. A file comes with a folder, which may be somebody else's: it
// neither names a file that is written nor opens a network.
var neverSet = []string{"help", "version", "output", "failed", "resume", "allow-private"}

// ofProjects are the flags that a project's file may set: what is read for and how it is shown. It comes with a folder, as an
// archive or a clone does, and whoever made it decides neither which files are read, nor what the network is asked, nor what
// is said of failures.
var ofProjects = []string{
	"lang", "types", "format", "fields", "text", "claims", "color", "to", "rates", "pack",
	"since", "until", "min-chars", "min-confidence", "schema", "interface", "dedup", "shared-boilerplate", "error-records", "exit-status", "jobs", "verbose",
}

// paths are the flags whose values are files and folders: those of a file count from the folder that it is for.
var paths = []string{"pack", "rates", "cache"}

// configure gives the flags that the command line leaves alone what the environment says, else the project's file, else the
// user's.
func (c *command) configure(cmd *cobra.Command, _ []string) error {
	c.flags, c.setBy = cmd.Flags(), map[string]string{}
	settable := cmd.Root().Flags()
	var open []*pflag.Flag
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if same := settable.Lookup(f.Name); same != nil && same.Usage == f.Usage && !f.Changed && !slices.Contains(neverSet, f.Name) {
			open = append(open, f)
		}
	})
	if len(open) == 0 {
		return nil
	}
	levels := []config{environment(open)}
	for _, file := range configFiles() {
		settings, err := readConfig(file, settable)
		if err != nil {
			return failure(err)
		}
		levels = append(levels, settings)
	}
	var inForce []string
	for _, f := range open {
		by, err := set(f, levels)
		if err != nil {
			return failure(err)
		}
		for _, v := range by {
			c.setBy[f.Name] = v.at
			inForce = append(inForce, fmt.Sprintf("%s: %s, by %s", f.Name, v.value, v.at))
		}
	}
	if v := cmd.Flags().Lookup("verbose"); v != nil && v.Value.String() == "true" {
		for _, line := range inForce {
			fmt.Fprintf(c.err, "sayso: %s\n", line)
		}
	}
	return nil
}

// set gives a flag what the first level says that speaks of it, and tells what. For the flag this is its default: it counts
// as not given.
func set(f *pflag.Flag, levels []config) (setting, error) {
	for _, level := range levels {
		s, there := level[f.Name]
		if !there {
			continue
		}
		for _, v := range s {
			if err := f.Value.Set(v.value); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", v.at, f.Name, plainValue(f, v.value, err))
			}
		}
		return s, nil
	}
	return nil, nil
}

// environment is what variables say of flags: SAYSO_LANG of --lang.
func environment(flags []*pflag.Flag) config {
	settings := config{}
	for _, f := range flags {
		name := "SAYSO_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if value := os.Getenv(name); value != "" && name != cacheEnv {
			settings[f.Name] = setting{{name, value}}
		}
	}
	return settings
}

// configFiles are the files of settings that there are: the project's, which is the nearest one up the tree, and the user's.
func configFiles() []string {
	var files []string
	if dir, err := os.Getwd(); err == nil {
		for {
			if file := filepath.Join(dir, ".sayso", "config.yaml"); exists(file) {
				files = append(files, file)
				break
			}
			up := filepath.Dir(dir)
			if up == dir {
				break
			}
			dir = up
		}
	}
	if dir, err := os.UserConfigDir(); err == nil {
		if file := filepath.Join(dir, "sayso", "config.yaml"); exists(file) {
			files = append(files, file)
		}
	}
	return files
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return !errors.Is(err, fs.ErrNotExist)
}

// maxConfig bounds a file of settings, in bytes.
const maxConfig = 1 << 20

// readConfig reads a file of settings: a mapping from the names of flags to values, or to lists of values.
func readConfig(file string, flags *pflag.FlagSet) (config, error) {
	body, err := files.Read(file, maxConfig)
	if err != nil {
		return nil, named(file, err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(body, &root); err != nil {
		return nil, fmt.Errorf("%s: %s", file, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	settings := config{}
	if len(root.Content) == 0 {
		return settings, nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%s: %s, each a line: lang: fr", place(file, top), "settings are names of flags with values")
	}
	for i := 0; i < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		if err := settable(file, key, flags); err != nil {
			return nil, err
		}
		if _, twice := settings[key.Value]; twice {
			return nil, fmt.Errorf("%s: %s is set twice", place(file, key), key.Value)
		}
		if settings[key.Value], err = scalars(file, key.Value, value); err != nil {
			return nil, err
		}
	}
	return settings, nil
}

// settable holds that a key is the name of a flag that a file may set.
func settable(file string, key *yaml.Node, flags *pflag.FlagSet) error {
	if slices.Contains(neverSet, key.Value) {
		return fmt.Errorf("%s: %s is for the command line alone", place(file, key), key.Value)
	}
	switch known := flags.Lookup(key.Value) != nil; {
	case known && isProjects(file) && !slices.Contains(ofProjects, key.Value):
		return fmt.Errorf("%s: %s is not for a folder to set: the command line and your own settings are", place(file, key), key.Value)
	case known:
		return nil
	}
	var names []string
	flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return fmt.Errorf("%s: there is no setting %q%s", place(file, key), key.Value, didYouMean("", key.Value, names))
}

// scalars are the values of a setting.
func scalars(file, name string, value *yaml.Node) (setting, error) {
	nodes := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		nodes = value.Content
	}
	values := make(setting, len(nodes))
	for i, n := range nodes {
		if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
			return nil, fmt.Errorf("%s: %s: a value or a list of values is expected", place(file, n), name)
		}
		v := n.Value
		if slices.Contains(paths, name) && !filepath.IsAbs(v) {
			v = filepath.Join(base(file), v)
		}
		if slices.Contains(paths, name) && isProjects(file) && !isBelow(base(file), v) {
			return nil, fmt.Errorf("%s: %s: %s is not below the folder that these settings are for", place(file, n), name, n.Value)
		}
		values[i].at, values[i].value = place(file, n), v
	}
	return values, nil
}

// isProjects reports whether a file of settings is a project's and not the user's.
func isProjects(file string) bool { return filepath.Base(filepath.Dir(file)) == ".sayso" }

// base is the folder that a file of settings is for: the project's, or its own.
func base(file string) string {
	dir := filepath.Dir(file)
	if isProjects(file) {
		return filepath.Dir(dir)
	}
	return dir
}

// isBelow reports whether a file is below a folder, wherever links lead.
func isBelow(dir, file string) bool {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel)
}

// place is where a node stands.
func place(file string, n *yaml.Node) string {
	return fmt.Sprintf("%s:%d:%d", file, n.Line, n.Column)
}
