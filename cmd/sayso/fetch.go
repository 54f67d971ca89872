package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"sayso/extract/pattern"
	"sayso/extract/source"
	"sayso/extract/source/warc"
)

// fetchCommand saves pages for later.
func (c *command) fetchCommand() *cobra.Command {
	s := &settings{}
	var dir, archive string
	cmd := c.reading("fetch [flags] ADDRESS...", cobra.ArbitraryArgs, func(ctx context.Context, inputs []string) error {
		return c.fetch(ctx, s, inputs, dir, archive)
	})
	cmd.Short = "download pages into a folder or a WARC archive, to read later"
	cmd.Long = "Saves pages as the servers send them: one file per page (HTML pages start with a comment that\nholds their address), or all pages in one WARC archive. Existing files are never overwritten.\nThe name of each saved file is printed."
	cmd.Example = "  sayso fetch -o pages/ https://example.org/a.html\n  sayso feed https://example.org/rss.xml | sayso fetch --warc news.warc.gz --from urls -\n  sayso pages/ news.warc.gz > news.jsonl"
	cmd.Flags().StringVarP(&dir, "output", "o", "", "`folder` to save the pages in")
	cmd.Flags().StringVar(&archive, "warc", "", "save all pages in this WARC `file`; .gz is compressed")
	oneOf(cmd, &s.from, "from", "", []string{"urls", "feed"}, "type of the inputs: urls (lists of addresses) or feed (default: addresses)")
	s.fetching.add(cmd)
	return cmd
}

// A keeper keeps a page, and says where.
type keeper func(source.Page) (string, error)

func (c *command) fetch(ctx context.Context, s *settings, inputs []string, dir, archive string) (err error) {
	switch {
	case dir == "" && archive == "":
		return misused("name where to save the pages: -o FOLDER or --warc FILE")
	case dir != "" && archive != "":
		return misused("-o FOLDER and --warc FILE contradict each other: pages are saved in one of them")
	}
	from, err := c.source(s)
	if err != nil {
		return err
	}
	keep := folderKeeper(dir)
	if archive != "" {
		var end func() error
		if keep, end, err = archiveKeeper(archive); err != nil {
			return failure(named(archive, err))
		}
		defer func() {
			if wrong := end(); err == nil && wrong != nil {
				err = failure(named(archive, wrong))
			}
		}()
	} else if err := os.MkdirAll(dir, 0o777); err != nil {
		return failure(named(dir, err))
	}
	failed := 0
	for p, err := range source.Pages(ctx, inputs, from) {
		name := ""
		if err == nil {
			if name, err = keep(p); err != nil {
				err = &source.Error{Input: p.Source.Location, Err: err}
			}
		}
		if err != nil {
			failed++
			fmt.Fprintf(c.err, "sayso: %v\n", err)
			continue
		}
		if _, err := fmt.Fprintf(c.screen(), "%s\t%s\n", name, p.URL); err != nil {
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

// archiveKeeper writes pages to a new WARC file; end closes it.
func archiveKeeper(name string) (keep keeper, end func() error, err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, nil, err
	}
	w, err := warc.NewWriter(f, strings.HasSuffix(name, ".gz"), "sayso/"+version)
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	keep = func(p source.Page) (string, error) { return name, w.Response(p.URL, p.Fetched, p.Header, p.Body) }
	return keep, f.Close, nil
}

// folderKeeper writes pages to the files of a folder. Of two addresses that one name is made of, the later has a name with a sum
// of its address.
func folderKeeper(dir string) keeper {
	taken := map[string]string{} // by name, the address; some file systems do not tell letters by their case
	return func(p source.Page) (string, error) {
		name := pageFile(p)
		if other := taken[strings.ToLower(name)]; other != "" && other != p.URL {
			suffix := filepath.Ext(name)
			name = fmt.Sprintf("%s-%.4x%s", strings.TrimSuffix(name, suffix), sha256.Sum256([]byte(p.URL)), suffix)
		}
		taken[strings.ToLower(name)] = p.URL
		return saveFile(filepath.Join(dir, name), p)
	}
}

// saveFile writes a page to a file that does not exist yet.
func saveFile(name string, p source.Page) (string, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", named(name, err)
	}
	if err := writePage(f, p); err != nil {
		f.Close()
		return "", named(name, err)
	}
	return name, f.Close()
}

// writePage writes a page; HTML gets its address in a comment, as browsers save it, where bytes can hold one.
func writePage(f io.Writer, p source.Page) error {
	w := bufio.NewWriter(f)
	body := p.Body
	if isHTML(p) && utf8.Valid(body) {
		const mark = "\ufeff"
		if rest, ok := strings.CutPrefix(string(body), mark); ok {
			w.WriteString(mark)
			body = []byte(rest)
		}
		fmt.Fprintf(w, "<!-- saved from url=(%04d)%s -->\n", len(p.URL), strings.ReplaceAll(p.URL, "--", "%2D%2D"))
	}
	w.Write(body)
	return w.Flush()
}

func isHTML(p source.Page) bool {
	return strings.Contains(strings.ToLower(p.Type()), "html") || p.Type() == ""
}

// notInNames are what names of files do without.
var notInNames = pattern.Lazy(`[^A-Za-z0-9.-]+`)

// maxFileName bounds the name of a file, in bytes.
const maxFileName = 180

// pageFile is a name made of a page's address, with a suffix that says what it is.
func pageFile(p source.Page) string {
	u, err := url.Parse(p.URL)
	if err != nil {
		u = &url.URL{Path: p.URL}
	}
	name := strings.Trim(notInNames().ReplaceAllString(u.Host+u.Path+"-"+u.RawQuery, "-"), "-.")
	if len(name) > maxFileName {
		name = strings.Trim(name[:maxFileName], "-.")
	}
	suffix := ".html"
	if !isHTML(p) {
		suffix = ".txt"
	}
	for _, known := range []string{".html", ".htm", ".txt", ".xhtml"} {
		if strings.HasSuffix(strings.ToLower(name), known) {
			return name
		}
	}
	return name + suffix
}
