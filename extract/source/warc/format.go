package warc

import (
	"io"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
	"time"

	"sayso/extract/pattern"
)

// A format is how records begin.
type format struct {
	// find is where a record begins in a part of a stream, less than 0 where none does; line says that the part begins a line.
	find   func(part []byte, line bool) int
	most   int // bytes that tell a beginning
	lines  int // line breaks behind a record
	header func(*Reader) (*Record, error)
}

// arcMark is what an ARC file begins with.
const arcMark = "filedesc:"

// maxLine is how long the first line of a record of an ARC file may be.
const maxLine = 4 << 10

// arcLine is the line that a record of an ARC file begins with: address, server, time, type and, as the last of five fields or
// ten, length.
const arcLine = `[a-z]{3,8}:\S+ [0-9a-fA-F.:]{3,40} \d{14} \S+ (\S+ )*\d+\r?\n`

var (
	arcFirst   = pattern.Lazy(`^` + arcLine)
	warcFormat = format{finder(pattern.Lazy(`WARC/[01]\.\d+\r?\n[A-Za-z-]{2,40}:`), pattern.Lazy(`^WARC/`)), 64, 2, warcHeader}
	arcFormat  = format{finder(pattern.Lazy(`\n`+arcLine), arcFirst), maxLine, 1, arcHeader}
)

// finder finds what begins a record anywhere, or first in a part that begins a line.
func finder(anywhere, first func() *regexp.Regexp) func([]byte, bool) int {
	return func(part []byte, line bool) int {
		if line && first().Match(part) {
			return 0
		}
		at := anywhere().FindIndex(part)
		switch {
		case at == nil:
			return -1
		case part[at[0]] == '\n':
			return at[0] + 1
		}
		return at[0]
	}
}

// warcHeader reads the version and the named fields of a record.
func warcHeader(r *Reader) (*Record, error) {
	version, err := r.line(maxHeader)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, errNone
	}
	header, err := r.fields()
	if err != nil {
		return nil, err
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, &lengthError{header.Get("Content-Length")}
	}
	b := newBody(r.in, length, header.Get("WARC-Block-Digest"))
	return &Record{Header: header, Body: b, Length: length, body: b}, nil
}

// fields reads the named fields of a header, to the empty line.
func (r *Reader) fields() (textproto.MIMEHeader, error) {
	header := textproto.MIMEHeader{}
	last := ""
	for left := maxHeader; ; {
		line, err := r.line(left)
		if err == io.EOF {
			err = ErrCut
		}
		if err != nil || line == "" {
			return header, err
		}
		left -= len(line)
		name, value, ok := strings.Cut(line, ":")
		switch {
		case (line[0] == ' ' || line[0] == '\t') && last != "": // a field that goes on
			header.Set(last, header.Get(last)+" "+strings.TrimSpace(line))
		case !ok || name == "" || strings.ContainsFunc(name, isOdd):
			return header, errField
		default:
			last = name
			header.Add(name, strings.TrimSpace(value))
		}
	}
}

// isOdd reports whether a character is none of a field's name.
func isOdd(r rune) bool { return r <= ' ' || r >= 0x7f }

// arcHeader reads the first line of a record, which is given as one of a WARC file.
func arcHeader(r *Reader) (*Record, error) {
	line, err := r.line(maxLine)
	if err != nil {
		return nil, err
	}
	f := strings.Fields(line)
	if !arcFirst().MatchString(line + "\n") {
		return nil, errNone
	}
	length, err := strconv.ParseInt(f[len(f)-1], 10, 64)
	if err != nil {
		return nil, &lengthError{f[len(f)-1]}
	}
	header := textproto.MIMEHeader{"Warc-Type": {"response"}, "Warc-Target-Uri": {f[0]}, "Content-Type": {"application/http"}}
	if strings.HasPrefix(line, arcMark) {
		header.Set("WARC-Type", "warcinfo")
	}
	if at, err := time.Parse("20060102150405", f[2]); err == nil {
		header.Set("WARC-Date", at.Format(time.RFC3339))
	}
	b := newBody(r.in, length, "")
	return &Record{Header: header, Body: b, Length: length, body: b}, nil
}
