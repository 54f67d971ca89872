package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso/extract/source"
)

// feedCommand lists the articles that feeds and sitemaps announce, an address a line.
func (c *command) feedCommand() *cobra.Command {
	s := &settings{}
	long := false
	cmd := c.reading("feed [flags] INPUT...", cobra.ArbitraryArgs, func(ctx context.Context, inputs []string) error {
		return c.feed(ctx, s, inputs, long)
	})
	cmd.Short = "list the articles of feeds and sitemaps"
	cmd.Long = "Lists the addresses of the articles in an RSS, Atom or JSON feed or a sitemap. Given a page, it\nlooks for the feed that the page links to. To read the articles directly: sayso --from feed INPUT"
	cmd.Example = "  sayso feed https://example.org/rss.xml\n  sayso feed --since 2025-03-01 https://example.org/news-sitemap.xml | sayso --from urls -"
	cmd.Flags().BoolVar(&long, "long", false, "also print the day and title of each article, tab-separated")
	s.fetching.add(cmd)
	return cmd
}

func (c *command) feed(ctx context.Context, s *settings, inputs []string, long bool) error {
	from, err := c.source(s)
	if err != nil {
		return err
	}
	failed := 0
	for e, err := range source.Entries(ctx, inputs, from) {
		if err != nil {
			failed++
			fmt.Fprintf(c.err, "sayso: %v\n", err)
			continue
		}
		line := e.URL
		if long {
			day := ""
			if t := cmp.Or(e.Published, e.Modified); !t.IsZero() {
				day = t.Format(time.DateOnly)
			}
			line = strings.Join([]string{e.URL, day, strings.Join(strings.Fields(e.Title), " ")}, "\t")
		}
		if _, err := fmt.Fprintln(c.screen(), line); err != nil {
			return unwritten(err)
		}
	}
	switch {
	case ctx.Err() != nil:
		return silent(exitInterrupted)
	case failed > 0:
		return silent(exitFailed)
	}
	return nil
}
