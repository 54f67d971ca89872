package rewind

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestWhatIsKeptIsReadAgain(t *testing.T) {
	r := New(iotest.OneByteReader(strings.NewReader("one two three")), 5)
	read := func(n int) string {
		b := make([]byte, n)
		if _, err := io.ReadFull(r, b); err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	read(4)
	r.Mark()
	if got := read(4); got != "two " {
		t.Errorf("read %q", got)
	}
	r.Back()
	if got := read(3); got != "two" {
		t.Errorf("read %q again", got)
	}
	r.Mark()
	read(6)
	if b, err := r.Peek(2); string(b) != "e" && err != io.EOF {
		t.Errorf("peeked %q, %v", b, err)
	}
}

func TestFind(t *testing.T) {
	look := func(b []byte) int { return bytes.Index(b, []byte("three")) }
	r := New(iotest.OneByteReader(strings.NewReader("one two three four")), 100)
	if err := r.Find(5, look); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(r); string(rest) != "three four" || err != nil {
		t.Errorf("%q, %v", rest, err)
	}
	r.Back()
	if b, _ := r.Peek(5); string(b) != "three" {
		t.Errorf("back at %q", b)
	}
	if err := New(strings.NewReader("one two"), 100).Find(5, look); err != io.EOF {
		t.Errorf("error %v", err)
	}
}

// An error is given once, in its place.
func TestErrorsHaveTheirPlace(t *testing.T) {
	fault := errors.New("a fault")
	r := New(io.MultiReader(strings.NewReader("one"), iotest.ErrReader(fault)), 100)
	got, err := io.ReadAll(r)
	if string(got) != "one" || err != fault {
		t.Errorf("%q, %v", got, err)
	}
	r.Back()
	if b, err := r.Peek(3); string(b) != "one" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
}
