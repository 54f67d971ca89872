package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

func TestBombs(t *testing.T) {
	lines := strings.Repeat(strings.Repeat(" ", 1<<14-1)+"\n", 5<<10) // 80 MB
	place(t, map[string]string{
		"newlines.jsonl.gz": gzipped(lines), "newlines.jsonl.zst": zstdOf(lines), "newlines.tgz": gzipped(lines),
		"overlap.zip": overlapping(t, 20), "newlines.zip": zipped(t, lines),
	})
	for name, want := range map[string]error{
		"newlines.jsonl.gz": errBomb, "newlines.jsonl.zst": errBomb, "overlap.zip": errOverlap, "newlines.zip": errBomb,
	} {
		n := 0
		for _, err := range Read(t.Context(), []string{name}, Options{}) {
			if n++; !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", name, err, want)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d results", name, n)
		}
	}
}

// What shrinks as a text of many like lines does is none.
func TestDumpOfMuchTheSame(t *testing.T) {
	line := `{"text": "The bridge is closed until the spring of the next year, and the town pays."}` + "\n"
	place(t, map[string]string{"a.jsonl.gz": gzipped(strings.Repeat(line, 20000))})
	all, failed := readAllOf(t, Options{}, "a.jsonl.gz")
	if len(all) != 20000 || len(failed) != 0 {
		t.Errorf("%d articles, errors %q", len(all), failed)
	}
}

func zipped(t *testing.T, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("a.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(content))
	z.Close()
	return b.String()
}

// overlapping is a zip file that names its one member many times.
func overlapping(t *testing.T, times int) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "a.txt", Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	w.Write(bytes.Repeat([]byte("The bridge is closed. "), 1000))
	z.Close()
	file := b.Bytes()
	list, end := bytes.Index(file, []byte("PK\x01\x02")), bytes.LastIndex(file, []byte("PK\x05\x06"))
	entries := bytes.Repeat(file[list:end], times)
	tail := bytes.Clone(file[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(times))
	binary.LittleEndian.PutUint16(tail[10:], uint16(times))
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(entries)))
	return string(file[:list]) + string(entries) + string(tail)
}
