//go:build ignore

package main

func commonWords(fetcher) error   { return nil }
func organizations(fetcher) error { return nil }
func demonyms(fetcher) error      { return nil }
