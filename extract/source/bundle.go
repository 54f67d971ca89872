package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
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
	if overlap(z.File, info.Size()) {
		return s.fail(blank.Source, errOverlap)
	}
	found, r := false, new(ratio)
	for _, member := range z.File {
		if !member.Mode().IsRegular() || !isMember(member.Name) {
			continue
		}
		found = true
		if !s.zippedMember(member, r, blank) {
			return false
		}
	}
	return found || s.fail(blank.Source, errNoMember)
}

func (s *stream) zippedMember(member *zip.File, r *ratio, blank article.Article) bool {
	from := memberSource(blank.Source, member.Name)
	in, err := member.Open()
	if err != nil {
		return s.fail(from, err)
	}
	defer in.Close()
	if s.opt.Counter != nil {
		s.opt.Counter.read.Add(int64(member.CompressedSize64))
	}
	r.packed += int64(member.CompressedSize64)
	return s.member(r.holding(in), member.Name, from)
}

// errOverlap is the answer to a zip file whose members are made of the same bytes.
var errOverlap = errors.New("a zip file that says it holds more than it does: not read")

// overlap reports whether members have more bytes than the file.
func overlap(members []*zip.File, size int64) bool {
	left := uint64(size)
	for _, m := range members {
		if m.CompressedSize64 > left {
			return true
		}
		left -= m.CompressedSize64
	}
	return false
}

// tarred reads the inputs in a tar file, one after another.
func (s *stream) tarred(in *bufio.Reader, blank article.Article) bool {
	r := new(ratio)
	t := tar.NewReader(r.counting(in))
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
		if !s.member(r.holding(t), h.Name, memberSource(blank.Source, h.Name)) {
			return false
		}
	}
}

var errNoMember = errors.New("the file holds no article (.html .htm .mhtml .txt .md .eml .srt .vtt .jsonl .csv .warc .mbox)")

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
