//go:build ignore

// Sayso reads the texts of a dump on standard input as the program does, with everything it claims or some parts of it alone,
// and prints its pace.
//
//	go run .ci/peers/sayso.go news|pages|entities|money|dates|quantities
//
// The texts come in six parts: the first one warms up; of each other one a line tells its bytes and the seconds it took.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"sayso/extract"
	"sayso/extract/article"
)

const parts = 6

func main() {
	read, err := reader(os.Args[1])
	if err == nil {
		err = measure(os.Stdin, read)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sayso:", err)
		os.Exit(1)
	}
}

// reader is what reads a text.
func reader(what string) (func(text string) error, error) {
	if what == "pages" {
		return func(text string) error {
			_, err := article.Parse([]byte(text), "", "")
			return err
		}, nil
	}
	var parts []string
	if what != "news" {
		parts = []string{what}
	}
	x, err := extract.New(extract.Options{Parts: parts})
	return func(text string) error {
		d, err := x.Extract(article.Article{ID: "a", Text: text, Published: article.Published{Date: "2025-03-12", From: "input"}})
		if err == nil && d.Language.Code == nil {
			return errors.New("in none of the languages")
		}
		return err
	}, err
}

func measure(in io.Reader, read func(text string) error) error {
	var texts []string
	for lines := json.NewDecoder(in); ; {
		var line struct{ Text string }
		if err := lines.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		texts = append(texts, line.Text)
	}
	for i := range parts {
		bytes, began := 0, time.Now()
		for _, text := range texts[len(texts)*i/parts : len(texts)*(i+1)/parts] {
			if err := read(text); err != nil {
				return err
			}
			bytes += len(text)
		}
		if i > 0 {
			fmt.Println(bytes, time.Since(began).Seconds())
		}
	}
	return nil
}
