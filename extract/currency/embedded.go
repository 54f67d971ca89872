package currency

import (
	_ "embed"
	"sync"
)

//go:embed rates.bin
var packed []byte

// embedded is the table that ships with the program: rates against the US dollar, made by make rates from the sources
// that rules/NOTICE names.
var embedded = sync.OnceValue(func() *Book {
	all, err := parcels(packed)
	if err != nil {
		panic(err) // it is part of the program, and a test reads all of it
	}
	b := newBook("built in", "USD")
	for i := range all {
		b.add(all[i].Code, all[i].bound())
	}
	return b
})
