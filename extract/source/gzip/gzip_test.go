package gzip

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// member is a compressed member.
func member(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Bytes()
}

// readAll is what can be read, and how often something was damaged.
func readAll(t *testing.T, in []byte) (text string, damaged int) {
	t.Helper()
	r := NewReader(bytes.NewReader(in))
	var b strings.Builder
	for range 1000 {
		_, err := io.Copy(&b, r)
		if err == nil {
			return b.String(), damaged
		}
		damage := (*DamageError)(nil)
		if !errors.As(err, &damage) {
			t.Fatal(err)
		}
		damaged++
		damage.Resume()
	}
	t.Fatal("damage without end")
	return "", 0
}

func TestAMemberCostsItself(t *testing.T) {
	one, two, three := member("one "), member(strings.Repeat("two ", 30)), member("three")
	flipped := slices.Clone(two)
	flipped[12] ^= 0xff
	sum := slices.Clone(two)
	sum[len(sum)-6] ^= 1
	head := slices.Clone(two)
	head[0] = 'x'
	for name, c := range map[string]struct {
		middle  []byte
		damaged int
	}{
		"bits": {flipped, 1}, "a sum": {sum, 1}, "its mark": {head, 1}, "a part": {two[:len(two)/2], 1},
		"something between": {append([]byte("something else"), member("")...), 1}, "nulls between": {make([]byte, 512), 0},
		"nothing": {nil, 0},
	} {
		text, damaged := readAll(t, slices.Concat(one, c.middle, three))
		if !strings.HasPrefix(text, "one ") || !strings.HasSuffix(text, "three") || damaged != c.damaged {
			t.Errorf("%s: %q with %d damaged", name, text, damaged)
		}
	}
	if text, damaged := readAll(t, slices.Concat(one, three[:len(three)-3])); text != "one three" || damaged != 1 {
		t.Errorf("a cut file: %q with %d damaged", text, damaged)
	}
}

// A long member that is damaged far from its end is passed over as well.
func TestALongMemberCostsItself(t *testing.T) {
	noise := make([]byte, maxKept+1<<20)
	x := uint32(1)
	for i := range noise {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	long := member(string(noise))
	long[len(long)-7] ^= 1
	if text, damaged := readAll(t, slices.Concat(long, member("the end"))); !strings.HasSuffix(text, "the end") || damaged != 1 {
		t.Errorf("%d bytes with %d damaged", len(text), damaged)
	}
}

// Whoever looks ahead loses no error.
func TestDamageStaysUntilItIsResumedFrom(t *testing.T) {
	bad := member("two")
	bad[len(bad)-6] ^= 1
	in := bufio.NewReader(NewReader(bytes.NewReader(slices.Concat(member("one"), bad, member("three")))))
	in.Peek(20)
	for range 2 {
		got, err := io.ReadAll(in)
		damage := (*DamageError)(nil)
		if !errors.As(err, &damage) {
			t.Fatalf("%q, %v", got, err)
		}
	}
}

func TestAFaultOfTheStreamIsTheLast(t *testing.T) {
	r := NewReader(io.MultiReader(bytes.NewReader(member("one")[:12]), failing{}))
	for range 3 {
		if _, err := io.ReadAll(r); err != errFailing {
			t.Fatalf("error %v", err)
		}
	}
}

type failing struct{}

var errFailing = errors.New("the disk is gone")

func (failing) Read([]byte) (int, error) { return 0, errFailing }

func FuzzReader(f *testing.F) {
	f.Add(slices.Concat(member("one"), member("two")))
	f.Add(slices.Concat(member("one"), []byte("x\x1f\x8b\x08\x00"), member("two")))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := NewReader(bytes.NewReader(in))
		for range len(in) + 2 { // each damage passes over a byte at least
			_, err := io.Copy(io.Discard, io.LimitReader(r, 1<<20))
			if damage := (*DamageError)(nil); !errors.As(err, &damage) {
				return
			} else {
				damage.Resume()
			}
		}
		t.Error("damage without end")
	})
}
