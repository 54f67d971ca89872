package source

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"iter"

	"sayso/extract/article"
)

// A Piece is a part of a file that can be read by itself: whole lines of JSON Lines, or all of a file of another kind. Its
// articles have the numbers, and so the names, that they have where the file is read at once.
type Piece struct {
	Start int64 // the first of its bytes in the file
	End   int64 // exclusive; less than 0 is the end of the file
	Line  int   // how many lines stand before it
}

// Whole is the piece that is all of a file.
var Whole = Piece{End: -1}

// Pieces cuts a file of JSON Lines, which is open at its start, at the ends of lines, into pieces of no less than size
// bytes but for the last. A file that is compressed or of another kind, as its name, its content or the user (from) says,
// is one piece and not read further. The error is the reader's.
func Pieces(in io.Reader, name, from string, size int64) ([]Piece, error) {
	file := bufio.NewReaderSize(in, 1<<16)
	_, suffix := splitName(name)
	if kind, _ := kindOf(from, suffix, file); kind != kindJSONL || isPacked(file) || isWide(file) {
		return []Piece{Whole}, nil
	}
	var all []Piece
	next, line, found := Piece{}, 0, false
	for begins := true; ; {
		part, err := file.ReadSlice('\n')
		if begins && !found && isOpening(bytes.TrimPrefix(part, []byte(bom))) {
			return []Piece{Whole}, nil // these are no lines: who reads it says so, once
		}
		found = found || !isBlank(string(part))
		next.End += int64(len(part))
		if begins = err == nil; begins {
			line++
		}
		switch {
		case err == io.EOF && next.End == next.Start && found:
			return all, nil
		case err == io.EOF:
			return append(all, next), nil
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		case begins && found && next.End-next.Start >= size:
			all = append(all, next)
			next = Piece{Start: next.End, End: next.End, Line: line}
		}
	}
}

// isPacked reports whether an input is compressed.
func isPacked(in *bufio.Reader) bool {
	for _, p := range packed {
		if head, _ := in.Peek(len(p.begins)); string(head) == p.begins {
			return true
		}
	}
	return false
}

// In is the piece of a file that is open at its start. What stands before it is passed over, and read for that where the
// file can only be read from its start.
func (p Piece) In(file io.Reader) (io.Reader, error) {
	var err error
	if s, ok := file.(io.Seeker); ok {
		_, err = s.Seek(p.Start, io.SeekStart)
	} else {
		_, err = io.CopyN(io.Discard, file, p.Start)
	}
	if p.End < 0 || err != nil {
		return file, err
	}
	return io.LimitReader(file, p.End-p.Start), nil
}

// ReadPiece is the stream of the articles of a piece, which In has given, of the file of that name. It reads the kinds that
// can be read from any stream, all but zip and Parquet; its errors are those of Read.
func ReadPiece(ctx context.Context, in io.Reader, name string, p Piece, opt Options) iter.Seq2[article.Article, error] {
	id, suffix := splitName(name)
	w := whole{
		in: opt.Counter.counting(in), kind: opt.From, suffix: suffix,
		blank: article.Article{ID: id, Source: article.Source{Kind: "file", Location: name, Line: p.Line}},
	}
	if p.Line > 0 {
		w.kind = kindJSONL // whatever its first line looks like
	}
	return read(ctx, opt, func(s *stream) { s.open(w) })
}
