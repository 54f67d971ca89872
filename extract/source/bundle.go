package source

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"io"
	"os"
	"path"
	"strings"

	"sayso/extract/article"
)

// errBundled is the answer to a file that is none: the list of what it holds stands at its end.
var errBundled = errors.New("a zip or Parquet file is read from a file alone, not from a pipe")

// zipped reads the inputs in a zip file, in the order of its list. Folders, links and hidden files are passed over.
func (s *stream) zipped(f *os.File, blank article.Article) bool {
	info, err := f.Stat()
	if err != nil {
		return s.fail(blank.Source, err)
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return s.fail(blank.Source, err)
	}
	found := false
	for _, member := range z.File {
		if !member.Mode().IsRegular() || !isMember(member.Name) {
			continue
		}
		found = true
		if !s.zippedMember(member, blank) {
			return false
		}
	}
	return found || s.fail(blank.Source, errNoMember)
}

func (s *stream) zippedMember(member *zip.File, blank article.Article) bool {
	from := memberSource(blank.Source, member.Name)
	in, err := member.Open()
	if err != nil {
		return s.fail(from, err)
	}
	defer in.Close()
	if s.opt.Meter != nil {
		s.opt.Meter.read.Add(int64(member.CompressedSize64))
	}
	return s.member(in, member.Name, from)
}

// tarred reads the inputs in a tar file, one after another.
func (s *stream) tarred(in io.Reader, blank article.Article) bool {
	t := tar.NewReader(in)
	for found := false; ; {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			return found || s.fail(blank.Source, errNoMember)
		case err != nil:
			return s.fail(blank.Source, err)
		case h.Typeflag != tar.TypeReg || !isMember(h.Name):
			continue
		}
		found = true
		if !s.member(t, h.Name, memberSource(blank.Source, h.Name)) {
			return false
		}
	}
}

var errNoMember = errors.New("the file holds no article (.html .htm .mhtml .txt .md .jsonl .csv .warc)")

// isMember reports whether a file of a bundle is an input by its suffix, and not hidden.
func isMember(name string) bool {
	_, suffix := splitName(name)
	for _, part := range strings.Split(path.Clean(name), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return false
		}
	}
	kind := suffixes[strings.ToLower(suffix)]
	return kind != "" && kind != kindZip && kind != kindTar && kind != kindParquet
}

// memberSource names a file of a bundle: dump.zip/a/b.html.
func memberSource(bundle article.Source, name string) article.Source {
	return article.Source{Kind: "file", Location: bundle.Location + "/" + strings.TrimPrefix(path.Clean("/"+name), "/")}
}

// member reads one file of a bundle.
func (s *stream) member(in io.Reader, name string, from article.Source) bool {
	id, suffix := splitName(name)
	return s.open(whole{in: in, suffix: suffix, blank: article.Article{ID: id, Source: from}})
}
