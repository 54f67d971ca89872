package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sayso/rules"
)

// listsCommand prints the lists of packs.
func (c *command) listsCommand() *cobra.Command {
	return onPacks("lists [PACK...]", "list the lists of words, how long they are and who uses them",
		"  sayso rules lists fr\n  sayso rules lists --pack desk desk", cobra.ArbitraryArgs,
		func(l *rules.Library, names []string, asJSON bool) error {
			records := []listRecord{}
			err := eachPack(l, names, func(p *rules.Pack) error {
				for _, info := range p.Lists() {
					if info.Pack == p.Name {
						records = append(records, listRecordOf(info))
					}
				}
				return nil
			})
			if asJSON {
				errs, err := mistakes(err)
				if printed := printJSON(c.out, struct {
					Lists  []listRecord    `json:"lists"`
					Errors []findingRecord `json:"errors"`
				}{records, errs}); printed != nil {
					return printed
				}
				return err
			}
			if _, printed := io.WriteString(c.out, listTable(records)); printed != nil {
				return printed
			}
			return err
		})
}

// A listRecord is a list as the commands print it.
type listRecord struct {
	List   string        `json:"list"` // with its pack's name
	Forms  int           `json:"forms"`
	Lemmas int           `json:"lemmas"`
	Rules  []string      `json:"rules"` // that lead to it
	Traits []traitRecord `json:"traits,omitempty"`
	placeRecord
}

type traitRecord struct {
	Name  string `json:"name"`
	Means string `json:"means"`
}

func listRecordOf(info rules.ListInfo) listRecord {
	r := listRecord{List: info.Pack + "." + info.Name, Forms: info.Forms, Lemmas: info.Lemmas, Rules: append([]string{}, info.Users...), placeRecord: placed(info.Pos)}
	for _, t := range info.Traits {
		r.Traits = append(r.Traits, traitRecord{t.Name, t.Means})
	}
	return r
}

// size says how long a list is.
func (r listRecord) size() string {
	if r.Lemmas > 0 {
		return count(r.Lemmas, "lemma", "lemmas")
	}
	return count(r.Forms, "form", "forms")
}

// listTable is a line for each list: its name, size and users, and where it stands.
func listTable(all []listRecord) string {
	name, size, use := 0, 0, 0
	for _, r := range all {
		name, size, use = max(name, len(r.List)), max(size, len(r.size())), max(use, len(count(len(r.Rules), "rule", "rules")))
	}
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%-*s  %*s  %*s  %s:%d:%d\n", name, r.List, size, r.size(), use, count(len(r.Rules), "rule", "rules"), r.File, r.Line, r.Column)
	}
	return b.String()
}

// describeList is everything about a list, and how to add to it.
func describeList(p *rules.Pack, info rules.ListInfo) string {
	var b strings.Builder
	r := listRecordOf(info)
	fmt.Fprintf(&b, "%s  a list of %s\n%s\n", r.List, r.size(), info.Pos)
	var traits []string
	for _, t := range info.Traits {
		traits = append(traits, t.Name+": "+t.Means)
	}
	part(&b, "what is said of a lemma", traits)
	part(&b, "words", []string{firstForms(p.Forms(info.Name))})
	part(&b, "used by", info.Users)
	how := []string{"lists:", "  +" + info.Name + ": [word]"}
	if info.Inflects != "" {
		how = []string{"lists:", "  +" + info.Name + ":", "    lemmas:", "      lemma: " + firstTrait(info)}
	}
	part(&b, "to add to it, in a pack of your own", how)
	return b.String()
}

// firstTrait is a name for several traits, the first, or the first trait.
func firstTrait(info rules.ListInfo) string {
	for _, t := range info.Traits {
		if t.Several {
			return t.Name
		}
	}
	if len(info.Traits) > 0 {
		return info.Traits[0].Name
	}
	return ""
}
