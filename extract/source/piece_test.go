package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"sayso/extract/article"
)

// dumpOf is JSON Lines with what lines may be: a mark before the first, blank ones, bad ones, long ones, and none at the end.
func dumpOf(lines int) string {
	var b strings.Builder
	b.WriteString(bom)
	for i := range lines {
		switch i % 7 {
		case 3:
			b.WriteString("\r\n")
		case 4:
			b.WriteString("{\"text\": 1}\n")
		case 5:
			fmt.Fprintf(&b, "{\"text\": \"%s\"}\n", strings.Repeat("Long. ", 20_000))
		default:
			fmt.Fprintf(&b, "{\"text\": \"Text %d.\"}\n", i)
		}
	}
	b.WriteString(`{"id": "last", "text": "End."}`)
	return b.String()
}

// streamOf is what a stream gives, errors as such.
func streamOf(t *testing.T, in io.Reader, p Piece) (all []any) {
	t.Helper()
	part, err := p.In(in)
	if err != nil {
		t.Fatal(err)
	}
	for a, err := range ReadPiece(context.Background(), part, "dump.jsonl", p, Options{}) {
		if err != nil {
			all = append(all, err.Error())
			continue
		}
		all = append(all, a)
	}
	return all
}

func TestPiecesAreTheFile(t *testing.T) {
	dump := dumpOf(40)
	place(t, map[string]string{"dump.jsonl": dump})
	var want []any
	for a, err := range Read(context.Background(), []string{"dump.jsonl"}, Options{}) {
		if err != nil {
			want = append(want, err.Error())
			continue
		}
		want = append(want, a)
	}
	for size, least := range map[int64]int{1: 30, 100: 5, 1 << 17: 3, 1 << 30: 1} {
		pieces, err := Pieces(strings.NewReader(dump), "dump.jsonl", "", size)
		if err != nil || len(pieces) < least {
			t.Fatalf("size %d: %d pieces, want %d or more (%v)", size, len(pieces), least, err)
		}
		var got, unsought []any
		for _, p := range pieces {
			got = append(got, streamOf(t, strings.NewReader(dump), p)...)
			unsought = append(unsought, streamOf(t, io.MultiReader(strings.NewReader(dump)), p)...)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("size %d: %d articles and errors in %d pieces, want %d", size, len(got), len(pieces), len(want))
		}
		if !reflect.DeepEqual(unsought, want) {
			t.Errorf("size %d: a reader that cannot seek gives something else", size)
		}
	}
}

// What cannot be cut is one piece; what it is, is said once where it is read.
func TestWhatIsOnePiece(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, dumpOf(20))
	z.Close()
	for _, c := range []struct {
		name, from, content string
		read                int // articles and errors
	}{
		{"dump.jsonl", "", packed.String(), 18},
		{"list.jsonl", "", "\n[\n{\"text\": \"One.\"},\n{\"text\": \"Two.\"}\n]\n", 1},
		{"empty.jsonl", "", "", 1},
		{"blank.jsonl", "", "\n\n\n\n", 1},
		{"table.csv", "", "text\nOne.\nTwo.\n", 2},
		{"dump.jsonl", "text", "One.\nTwo.\n", 1},
		{"book.epub", "", "One.\nTwo.\n", 1},
	} {
		pieces, err := Pieces(strings.NewReader(c.content), c.name, c.from, 1)
		if err != nil || len(pieces) != 1 {
			t.Errorf("%s: pieces %v (%v)", c.name, pieces, err)
			continue
		}
		in, _ := pieces[0].In(strings.NewReader(c.content))
		n := 0
		for range ReadPiece(context.Background(), in, c.name, pieces[0], Options{From: c.from}) {
			n++
		}
		if n != c.read {
			t.Errorf("%s: %d articles and errors, want %d", c.name, n, c.read)
		}
	}
}

// A name decides as it does for files; articles are called by it.
func TestPieceOfAnyName(t *testing.T) {
	pieces, err := Pieces(strings.NewReader("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"), "gs://bucket/day/dump", "", 1)
	if err != nil || !reflect.DeepEqual(pieces, []Piece{{0, 17, 0}, {17, 34, 1}}) {
		t.Fatalf("pieces %v (%v)", pieces, err)
	}
	for a, err := range ReadPiece(context.Background(), strings.NewReader("{\"text\": \"Two.\"}\n"), "gs://bucket/day/dump", pieces[1], Options{}) {
		if want := (article.Source{Kind: kindJSONL, Location: "gs://bucket/day/dump", Line: 2}); err != nil || a.ID != "dump:2" || a.Source != want {
			t.Errorf("id %q, source %+v, %v", a.ID, a.Source, err)
		}
	}
}

func TestPiecesOfAFileThatBreaks(t *testing.T) {
	broken := errors.New("connection lost")
	in := io.MultiReader(strings.NewReader("{\"text\": \"One.\"}\n"), iotest.ErrReader(broken))
	if pieces, err := Pieces(in, "dump.jsonl", "", 1); !errors.Is(err, broken) {
		t.Errorf("pieces %v, %v", pieces, err)
	}
}
