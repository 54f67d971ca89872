package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"sayso/extract/currency"
	"sayso/extract/files"
)

// exchange are the flags about exchange rates.
type exchange struct {
	to    []string
	rates string
}

// add puts the flags on a command.
func (x *exchange) add(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&x.to, "to", nil, "convert all sums to these `currencies`, for example EUR,USD")
	x.addRates(cmd)
}

func (x *exchange) addRates(cmd *cobra.Command) {
	cmd.Flags().StringVar(&x.rates, "rates", "", "exchange rates from this `file` first: the ECB's eurofxref-hist.csv or .zip")
}

// maxRates bounds a file of rates, in bytes.
const maxRates = 64 << 20

// books are the rates: the file that the user names, else the one that was fetched last, then those built in.
func (x *exchange) books() (*currency.Rates, error) {
	path := x.rates
	if path == "" {
		path = ratesFile()
	}
	var book *currency.Book
	err := files.Plain(path, maxRates)
	if err == nil {
		book, err = currency.OpenECB(path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		err = named(path, err)
	}
	switch {
	case err == nil:
		return currency.WithEmbedded(book), nil
	case x.rates == "" && errors.Is(err, fs.ErrNotExist):
		return currency.WithEmbedded(), nil
	case x.rates == "":
		return nil, failure(fmt.Errorf("%w (sayso rates update fetches it anew)", err))
	}
	if wrong := (*fs.PathError)(nil); errors.As(err, &wrong) {
		err = named(path, err)
	}
	return nil, failure(fmt.Errorf("--rates: %w", err))
}

// targets are the currencies of --to, as codes that there are rates of.
func (x *exchange) targets(r *currency.Rates) ([]string, error) {
	var all []string
	for _, code := range x.to {
		code, err := currencyCode(r, code)
		if err != nil {
			return nil, misused("--to: %v", err)
		}
		all = append(all, code)
	}
	return all, nil
}

// currencyCode is a code in capitals, if there are rates of it.
func currencyCode(r *currency.Rates, code string) (string, error) {
	code = strings.ToUpper(strings.TrimSpace(code))
	known := r.Codes()
	if !slices.Contains(known, code) {
		return "", fmt.Errorf("%q is not a currency with rates%s (codes of ISO 4217: sayso rates list)", code, didYouMean("", code, known))
	}
	return code, nil
}

// ratesCommand is the commands about exchange rates.
func (c *command) ratesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "rates",
		Short:   "show and update exchange rates",
		Example: "  sayso rates show EUR USD 2020-03-03\n  sayso rates list\n  sayso rates update",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return misused("unknown command \"rates %s\"%s", args[0], didYouMean("rates ", args[0], commandNames(cmd)))
	}
	cmd.AddCommand(c.showRateCommand(), c.listRatesCommand(), c.updateRatesCommand())
	return cmd
}

func (c *command) showRateCommand() *cobra.Command {
	x := &exchange{}
	cmd := &cobra.Command{Use: "show FROM TO [DAY]", Short: "print the rate of a day, or the latest one", Example: "  sayso rates show EUR USD 2020-03-03\n  sayso rates show FRF EUR"}
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) < 2 || len(args) > 3 {
			return misused("rates show takes two currencies and, if you like, a day: sayso rates show EUR USD 2020-03-03")
		}
		return nil
	}
	x.addRates(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		r, err := x.books()
		if err != nil {
			return err
		}
		from, err := currencyCode(r, args[0])
		if err != nil {
			return misused("%v", err)
		}
		to, err := currencyCode(r, args[1])
		if err != nil {
			return misused("%v", err)
		}
		on := r.Last()
		if len(args) == 3 {
			if on, err = time.Parse(time.DateOnly, args[2]); err != nil {
				return misused("%q is not a day; write it as YYYY-MM-DD", args[2])
			}
		}
		rate, err := r.On(from, to, on)
		if err != nil {
			return &exit{exitNothing, err}
		}
		_, err = fmt.Fprintf(c.out, "1 %s = %s %s on %s (%s)\n", from, rate.Short(), to, on.Format(time.DateOnly), manner(rate))
		return err
	}
	return cmd
}

// manner is where a rate comes from, how it was come by, and by how much it may be off.
func manner(r currency.Rate) string {
	s := r.Source
	if r.Method == currency.Exact {
		return s
	}
	s += ", " + string(r.Method)
	if r.Method != currency.Between && r.DaysOff > 0 {
		s += " " + r.On.Format(time.DateOnly)
	}
	if r.Bound > 0 {
		s += fmt.Sprintf(", ± %.1f %%", 100*r.Bound)
	}
	return s
}

func (c *command) listRatesCommand() *cobra.Command {
	x := &exchange{}
	cmd := &cobra.Command{Use: "list", Short: "list the currencies and the days they have rates for", Args: noArgs, Example: "  sayso rates list\n  sayso rates list | grep BRL"}
	x.addRates(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		r, err := x.books()
		if err != nil {
			return err
		}
		w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "CURRENCY\tSOURCE\tFIRST\tLAST\tDAYS\tFROM")
		for _, code := range r.Codes() {
			for _, b := range r.Books() {
				for _, s := range b.Series(code) {
					span := s.Span()
					fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%s\n", code, s.Source, span.First.Format(time.DateOnly), span.Last.Format(time.DateOnly), len(s.Days), b.Name)
				}
			}
			if since := currency.Parity(code); since != "" {
				fmt.Fprintf(w, "%s\tlaw\t%s\t\t\tfixed to the euro\n", code, since)
			}
		}
		return w.Flush()
	}
	return cmd
}
