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
	flags.DurationVar(&f.Timeout, "timeout", fetch.DefaultTimeout, "time `limit` of one request")
	flags.StringVar(&f.UserAgent, "user-agent", fetch.DefaultUserAgent+"/"+version, "`name` that is sent to servers")
	flags.StringVar(&f.Cache, "cache", "", "keep fetched pages in this `folder` and fetch only what has changed")
	flags.BoolVar(&f.Offline, "offline", false, "read addresses from --cache only")
	flags.BoolVar(&f.IgnoreRobots, "ignore-robots", false, "also fetch what robots.txt disallows")
	flags.BoolVar(&f.AllowPrivate, "allow-private", false, "also fetch from private and loopback addresses")
	flags.Var((*day)(&f.since), "since", "only articles published or announced on this day or later (YYYY-MM-DD); undated ones stay")
}

// client is what addresses are fetched with. Nothing is asked before an input is an address.
func (f *fetching) client() (*fetch.Client, error) {
	switch {
	case f.Offline && f.Cache == "":
		return nil, misused("--offline needs --cache FOLDER to read pages from")
	case f.Timeout <= 0:
		return nil, misused("--timeout: %s is too short; write 30s, 2m or 1h", f.Timeout)
	}
	return fetch.New(f.Options), nil
}

// sinceDay is the day of --since, zero where there is none.
func (f *fetching) sinceDay() time.Time {
	t, _ := time.Parse(time.DateOnly, f.since) // the flag has checked it
	return t
}
