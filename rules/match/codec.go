package match

import (
	"bufio"
	"encoding/binary"
	"unsafe"
)

// Align is what every piece of an image begins at a multiple of, and the image itself must.
const Align = 8

// A codec writes the pieces of an image one after the other, or reads them: which of both, its fields say. One
// description of the layout thus serves both ways.
type codec struct {
	to   *bufio.Writer // nil where it reads
	from []byte
	err  error
}

// piece writes size bytes from an address on, and gives nil; or it reads as many and gives where they lie.
func (c *codec) piece(at unsafe.Pointer, size uint64) unsafe.Pointer {
	padded := (size + Align - 1) / Align * Align
	switch {
	case c.err != nil || padded == 0:
	case c.to != nil:
		if _, c.err = c.to.Write(unsafe.Slice((*byte)(at), size)); c.err == nil {
			_, c.err = c.to.Write(make([]byte, padded-size))
		}
	case padded > uint64(len(c.from)):
		c.err = errImage
	default:
		at = unsafe.Pointer(unsafe.SliceData(c.from))
		c.from = c.from[padded:]
		return at
	}
	return nil
}

// one is a value without pointers.
func one[T any](c *codec, v *T) {
	if at := c.piece(unsafe.Pointer(v), uint64(unsafe.Sizeof(*v))); at != nil {
		*v = *(*T)(at)
	}
}

// count is the number of things that follow, each of at least one byte.
func (c *codec) count(n int) int {
	switch {
	case c.err != nil:
		return 0
	case c.to != nil:
		_, c.err = c.to.Write(binary.NativeEndian.AppendUint64(c.to.AvailableBuffer(), uint64(n)))
		return n
	case len(c.from) < Align:
		c.err = errImage
		return 0
	}
	many := binary.NativeEndian.Uint64(c.from)
	c.from = c.from[Align:]
	if many > uint64(len(c.from)) {
		c.err = errImage
		return 0
	}
	return int(many)
}

// flat is things without pointers.
func flat[T any](c *codec, all *[]T) {
	var v T
	n := c.count(len(*all))
	if at := c.piece(unsafe.Pointer(unsafe.SliceData(*all)), uint64(n)*uint64(unsafe.Sizeof(v))); at != nil {
		*all = unsafe.Slice((*T)(at), n)
	}
}

// text is a string.
func (c *codec) text(s *string) {
	n := c.count(len(*s))
	if at := c.piece(unsafe.Pointer(unsafe.StringData(*s)), uint64(n)); at != nil {
		*s = unsafe.String((*byte)(at), n)
	}
}

// every is things of which each is laid out by itself.
func every[T any](c *codec, all *[]T, lay func(*T)) {
	n := c.count(len(*all))
	if c.to == nil {
		*all = make([]T, n)
	}
	for i := range *all {
		lay(&(*all)[i])
	}
}
