package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"sayso/extract/currency"
	"sayso/extract/source/fetch"
)

// referenceRates is where the European Central Bank publishes its rates of all days.
const referenceRates = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"

// fewest is how many currencies a file of reference rates has at least.
const fewest = 20

func (c *command) updateRatesCommand() *cobra.Command {
	opt := fetch.Options{Cache: filepath.Join(ratesDir(), "fetched")}
	from := referenceRates
	cmd := &cobra.Command{
		Use:     "update",
		Short:   "fetch the European Central Bank's reference rates",
		Long:    "Downloads the reference rates of the European Central Bank since 1999 to\n" + ratesFile() + ".\nThey are then used before the built-in rates. No other command downloads rates.",
		Example: "  sayso rates update",
		Args:    noArgs,
	}
	flags := cmd.Flags()
	flags.StringVar(&from, "from", from, "`address` of the file, to use a mirror")
	flags.DurationVar(&opt.Timeout, "timeout", fetch.DefaultTimeout, "time `limit` of one request")
	flags.StringVar(&opt.UserAgent, "user-agent", fetch.DefaultUserAgent+"/"+version, "`name` that is sent to the server")
	flags.BoolVar(&opt.AllowPrivate, "allow-private", false, "fetch from private and loopback addresses too")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if opt.Timeout <= 0 {
			return misused("--timeout: %s is too short; write 30s, 2m or 1h", opt.Timeout)
		}
		book, err := updateRates(cmd.Context(), fetch.New(opt), from, ratesFile())
		if err != nil {
			return &exit{exitFailed, fmt.Errorf("%s: %w", from, err)}
		}
		_, err = fmt.Fprintf(c.out, "%d currencies to %s in %s\n", len(book.Codes()), book.Last().Format(time.DateOnly), ratesFile())
		return err
	}
	return cmd
}

// updateRates puts the rates of an address into a file. The file changes only for a whole one that reads and reaches at
// least as far as it does.
func updateRates(ctx context.Context, client *fetch.Client, from, to string) (*currency.Book, error) {
	page, err := client.Get(ctx, from)
	if err != nil {
		return nil, err
	}
	if asked, got := hostname(from), hostname(page.URL); asked != got {
		return nil, fmt.Errorf("redirected to another host, %s: not taken", got)
	}
	content, err := currency.Unzip(page.Body)
	if err != nil {
		return nil, err
	}
	book, err := currency.ReadECB(filepath.Base(to), bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	if n := len(book.Codes()); n < fewest {
		return nil, fmt.Errorf("%d currencies only: not taken", n)
	}
	if old, err := currency.OpenECB(to); err == nil && book.Last().Before(old.Last()) {
		return nil, fmt.Errorf("it ends on %s, and the rates that are there on %s: not taken", book.Last().Format(time.DateOnly), old.Last().Format(time.DateOnly))
	}
	return book, writeWhole(to, content)
}

func hostname(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Host
}

// writeWhole writes a file so that whoever reads it finds the old content or the new, whole.
func writeWhole(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".rates-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already if all went well
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// ratesDir is the folder of the user's data about rates.
func ratesDir() string {
	dir := os.Getenv("XDG_DATA_HOME")
	if dir == "" && runtime.GOOS == "windows" {
		dir = os.Getenv("LocalAppData")
	}
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return filepath.Join(".sayso", "rates")
		}
		dir = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(dir, "sayso", "rates")
}

// ratesFile is where the fetched rates are kept.
func ratesFile() string { return filepath.Join(ratesDir(), "eurofxref-hist.csv") }
