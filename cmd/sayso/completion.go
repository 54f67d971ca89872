package main

import (
	"slices"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/currency"
	"sayso/rules"
)

// shells is the command that prints completion scripts, with what cobra's own leaves out.
func shells(cmd *cobra.Command) {
	cmd.Short, cmd.Long = "print the completion script of a shell", ""
	cmd.Example = "  source <(sayso completion bash)\n  sayso completion zsh > \"${fpath[1]}/_sayso\"\n  sayso completion fish > ~/.config/fish/completions/sayso.fish"
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return misused("no completion for %q; there is for %s", args[0], either(commandNames(cmd)))
	}
	for _, c := range cmd.Commands() {
		c.Short = "print the completion script of " + c.Name()
		c.Example = "  sayso completion " + c.Name()
	}
}

// completions tells the shell what may stand as an argument. What it cannot tell, a pack with a mistake say, it leaves to the
// command.
func completions(root *cobra.Command) {
	packs := child(root, "rules")
	child(packs, "show").ValidArgsFunction = first(func(cmd *cobra.Command) []string { return ruleNames(cmd) })
	for _, name := range []string{"list", "test", "lint"} {
		child(packs, name).ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return without(packLibrary(cmd).Names(), args), cobra.ShellCompDirectiveDefault // a folder may be one too
		}
	}
	child(child(root, "rates"), "show").ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) < 2 {
			return currency.WithEmbedded().Codes(), cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
}

// first completes the first argument alone.
func first(names func(*cobra.Command) []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return names(cmd), cobra.ShellCompDirectiveNoFileComp
	}
}

// without is the names that are not among the arguments yet.
func without(names, args []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(args, n) })
}

// packLibrary is the packs that a command would find.
func packLibrary(cmd *cobra.Command) *rules.Library {
	named, _ := cmd.Flags().GetStringArray("pack")
	dirs, err := packDirs(named)
	if err != nil {
		dirs = nil
	}
	return rules.NewLibrary(extract.Types(), dirs...)
}

// ruleNames are the full names of all rules of these packs.
func ruleNames(cmd *cobra.Command) []string {
	l := packLibrary(cmd)
	var all []string
	for _, name := range l.Names() {
		p, err := l.Load(name)
		if err != nil {
			continue
		}
		for _, r := range p.Rules {
			all = append(all, r.Name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
