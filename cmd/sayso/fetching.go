package main

import (
	"time"

	"github.com/spf13/cobra"

	"sayso/extract/source/fetch"
)

// fetching are the flags about pages from the web.
type fetching struct {
	fetch.Options
	since string
}

// add puts the flags on a command.
func (f *fetching) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.DurationVar(&f.Timeout, "timeout", fetch.DefaultTimeout, "how `long` one request may take")
	flags.StringVar(&f.UserAgent, "user-agent", fetch.DefaultUserAgent+"/"+version, "the `name` that servers are told")
	flags.StringVar(&f.Cache, "cache", "", "keep fetched pages in this `folder` and ask only for what has changed")
	flags.BoolVar(&f.Offline, "offline", false, "read addresses from the cache alone")
	flags.BoolVar(&f.IgnoreRobots, "ignore-robots", false, "fetch what a site's robots.txt disallows")
	flags.BoolVar(&f.AllowPrivate, "allow-private", false, "fetch from private and loopback addresses too")
	flags.Var((*day)(&f.since), "since", "only articles announced or published on this day or later, as far as it is known (YYYY-MM-DD)")
}

// client is what addresses are fetched with. Nothing is asked before an input is an address.
func (f *fetching) client() (*fetch.Client, error) {
	switch {
	case f.Offline && f.Cache == "":
		return nil, misused("--offline needs --cache: there is nothing else to read addresses from")
	case f.Timeout <= 0:
		return nil, misused("--timeout: %s is no time", f.Timeout)
	}
	return fetch.New(f.Options), nil
}

// sinceDay is the day of --since, zero where there is none.
func (f *fetching) sinceDay() time.Time {
	t, _ := time.Parse(time.DateOnly, f.since) // the flag has checked it
	return t
}
