package currency

import (
	"bytes"
	_ "embed"
	"sync"
)

//go:embed rates.bin
var packed []byte

// Embedded is the table that ships with the program: rates against the US dollar, made by data/main.go from the sources
// that data/NOTICE names. It is unpacked when it is first asked for.
var Embedded = sync.OnceValue(func() *Book {
	all, err := Unpack(bytes.NewReader(packed))
	if err != nil {
		panic(err) // it is part of the program, and a test reads it
	}
	return NewBook("built in", "USD", all)
})
