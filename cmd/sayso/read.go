package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/markdown"
	"sayso/extract/source"
)

// readFormats are what sayso read writes.
var readFormats = []string{"text", "json", "markdown"}

// readCommand prints the text of articles as it is read: what the record's offsets count in.
func (c *command) readCommand() *cobra.Command {
	s := &settings{format: "text"}
	cmd := c.reading("read [flags] INPUT...", cobra.ArbitraryArgs, func(ctx context.Context, inputs []string) error {
		return c.read(ctx, s, inputs)
	})
	cmd.Short = "print the plain text of articles (the text that offsets count in)"
	cmd.Example = "  sayso read article.html\n  sayso read -f json https://example.org/a.html | jq -r '.blocks[] | select(.kind == \"heading\") | .text'"
	oneOf(cmd, &s.format, "format", "f", readFormats, "text (default), markdown, or json with metadata and the kind and place of each block")
	oneOf(cmd, &s.from, "from", "", source.Kinds, inputTypes())
	addPacks(cmd, &s.packs)
	s.fetching.add(cmd)
	return cmd
}

// read prints the articles one after another, an empty line between two.
func (c *command) read(ctx context.Context, s *settings, inputs []string) error {
	dirs, err := packDirs(s.packs)
	if err != nil {
		return err
	}
	x, err := extract.New(extract.Options{PackDirs: dirs, Cache: packCache()})
	if err != nil {
		return broken(err)
	}
	from, err := c.source(s)
	if err != nil {
		return err
	}
	written, failed := 0, 0
	for a, err := range source.Read(ctx, inputs, from) {
		if err != nil {
			failed++
			fmt.Fprintf(c.err, "sayso: %v\n", err)
			continue
		}
		if a, err = x.Clean(a); err != nil {
			return broken(err)
		}
		if err := writeArticle(c.screen(), s.format, a, written > 0); err != nil {
			return unwritten(err)
		}
		written++
	}
	switch {
	case ctx.Err() != nil:
		return silent(exitInterrupted)
	case failed > 0:
		return silent(exitFailed)
	}
	return nil
}

// writeArticle writes one article by one call.
func writeArticle(w io.Writer, format string, a article.Article, more bool) error {
	var b bytes.Buffer
	if format == "json" {
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(readRecord(a)); err != nil {
			return err
		}
	} else {
		if more {
			b.WriteByte('\n')
		}
		text := a.Text
		if format == "markdown" {
			text = markdown.Of(a)
		}
		b.WriteString(text)
		if len(text) == 0 || text[len(text)-1] != '\n' {
			b.WriteByte('\n')
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// A readArticle is an article as sayso read -f json writes it.
type readArticle struct {
	ID        string            `json:"id"`
	Source    article.Source    `json:"source"`
	URL       string            `json:"url"`
	Title     string            `json:"title"`
	Byline    []string          `json:"byline"`
	Site      string            `json:"site"`
	Published article.Published `json:"published"`
	Modified  article.Published `json:"modified,omitzero"`
	Credits   []string          `json:"credits"`
	Text      string            `json:"text"`
	Blocks    []readBlock       `json:"blocks"` // empty where the input had none
	Warnings  []string          `json:"warnings"`
}

// A readBlock is one block of the text; its place counts code points, end exclusive.
type readBlock struct {
	Kind  article.Kind `json:"kind"`
	Start int          `json:"start"`
	End   int          `json:"end"`
	Text  string       `json:"text"`
}

func readRecord(a article.Article) readArticle {
	r := readArticle{
		ID: a.ID, Source: a.Source, URL: a.URL, Title: a.Title, Byline: append([]string{}, a.Byline...), Site: a.Site, Published: a.Published, Modified: a.Modified,
		Credits: append([]string{}, a.Credits...), Text: a.Text, Blocks: []readBlock{}, Warnings: append([]string{}, a.Warnings...),
	}
	bytes, points := 0, 0 // of the text so far
	for _, b := range a.Blocks {
		points += utf8.RuneCountInString(a.Text[bytes:b.Start])
		text := a.Text[b.Start:b.End]
		end := points + utf8.RuneCountInString(text)
		r.Blocks = append(r.Blocks, readBlock{b.Kind, points, end, text})
		bytes, points = b.End, end
	}
	return r
}
