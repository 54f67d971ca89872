package currency

import (
	"bytes"
	_ "embed"
	"sync"
)

//go:embed rates.bin
var packed []byte

// embedded is the table that ships with the program: rates against the US dollar, made by make rates from the sources
// that rules/NOTICE names.
var embedded = sync.OnceValue(func() *Book {
	all, err := Unpack(bytes.NewReader(packed))
	if err != nil {
		panic(err) // it is part of the program, and a test reads it
	}
	return NewBook("built in", "USD", all)
})
