// Package warc reads and writes WARC files (ISO 28500): archives of what servers answered, one record after another. A
// stream goes in, records come out one by one, of which no more than one is in memory; compressed files are for the caller
// to decompress.
package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"
)

// A Record is one record. Its body is good until the next one is read.
type Record struct {
	Header textproto.MIMEHeader
	Body   io.Reader
	Length int64 // of the body, in bytes
}

// Type is what the record holds: response, resource, conversion, request, warcinfo, …
func (r *Record) Type() string { return strings.ToLower(r.Header.Get("WARC-Type")) }

// URI is the address that the record is about. Old writers set it in angle brackets.
func (r *Record) URI() string {
	return strings.TrimSuffix(strings.TrimPrefix(r.Header.Get("WARC-Target-URI"), "<"), ">")
}

// A Reader reads records.
type Reader struct {
	in   *bufio.Reader
	body *body // of the record before
}

// ErrCut is the error of a file that ends within a record.
var ErrCut = errors.New("the file ends within this record")

// A body is the content of a record.
type body struct {
	in   io.Reader
	left int64
}

// Read gives no more than the record has, and ErrCut where the stream has less.
func (b *body) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, io.EOF
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	switch {
	case err == io.EOF && b.left > 0:
		err = ErrCut
	case err != nil && err != io.EOF:
		err = fmt.Errorf("%w: %v", ErrCut, err)
	}
	return n, err
}

// NewReader is a reader of a stream that is not compressed.
func NewReader(in io.Reader) *Reader { return &Reader{in: bufio.NewReaderSize(in, 1<<16)} }

// maxHeader bounds the header of a record, in bytes.
const maxHeader = 64 << 10

// Next is the next record, or io.EOF. After another error nothing more can be read.
func (r *Reader) Next() (*Record, error) {
	if r.body != nil {
		if _, err := io.Copy(io.Discard, r.body); err != nil {
			return nil, err
		}
	}
	header, err := r.header()
	if err != nil {
		return nil, err
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("Content-Length %q is no length", header.Get("Content-Length"))
	}
	r.body = &body{r.in, length}
	return &Record{Header: header, Body: r.body, Length: length}, nil
}

// header reads the version and the named fields of a record; empty lines may stand before them.
func (r *Reader) header() (textproto.MIMEHeader, error) {
	version := ""
	for version == "" {
		line, err := r.line(maxHeader)
		if err != nil {
			return nil, err
		}
		version = line
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, errors.New("not a WARC record")
	}
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
		case ok:
			last = name
			header.Add(name, strings.TrimSpace(value))
		}
	}
}

// line is the next line without its end. io.EOF is the end before any of it.
func (r *Reader) line(most int) (string, error) {
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > most:
			return "", errors.New("not a WARC record: a header without an end")
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) > 0:
			err = ErrCut
			fallthrough
		case err != nil:
			return "", err
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}
