package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sayso/extract/output"
)

// pages are the files that a report of many articles has beside its own: week-1.html of week.html.
type pages struct {
	name string // of the report
	uses func(fs.FileInfo) (string, bool)
	n    int // that were opened
}

// open opens a page, and gives its name as seen from the report. Only a report of the program's own is written over.
func (p *pages) open(n int) (io.WriteCloser, string, error) {
	suffix := filepath.Ext(p.name)
	name := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(p.name, suffix), n, suffix)
	if err := reportOrNothing(name); err != nil {
		return nil, "", named(name, err)
	}
	f, err := overwrite(name, p.uses)
	if err != nil {
		return nil, "", err
	}
	p.n = n
	return f, filepath.Base(name), nil
}

// reportOrNothing holds that a file is not there, or a report that the program has written.
func reportOrNothing(name string) error {
	f, err := os.Open(name)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, 1<<10)
	n, err := io.ReadFull(f, head)
	if n > 0 && !bytes.Contains(head[:n], []byte(`<meta name="generator" content="sayso">`)) {
		return fmt.Errorf("exists and is not a report of sayso: it is not overwritten")
	}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return err
}

// tellPages says where the articles of a report of many are, or that its one page is long.
func (r *run) tellPages() {
	_, report := r.out.(output.Paged)
	switch total := r.monitor.read + r.monitor.failed; {
	case !report || r.quiet || total <= output.PerPage:
	case r.pages.n > 0:
		suffix := filepath.Ext(r.output)
		r.monitor.say("%s is the index; the articles are on %d pages, %s-1%s and on", r.output, r.pages.n, strings.TrimSuffix(r.output, suffix), suffix)
	default:
		r.monitor.say("a page of %d articles is slow in a browser; with -o report.html it is split into pages of %d", total, output.PerPage)
	}
}
