//go:build ignore

package main

// regions writes the parts of countries and of the world, which are all written by hand.
func regions(fetcher) error {
	for _, pack := range languages {
		t := newTable()
		t.add("", names(pack, "region")...)
		if err := t.writeForms(pack, "region", "Parts of countries and of the world, seas, rivers, mountains.", false); err != nil {
			return err
		}
	}
	return nil
}
