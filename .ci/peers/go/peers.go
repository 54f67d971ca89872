// Peers reads the texts of a dump on standard input with a module that does a part of what sayso does, and prints its pace.
//
//	go run . prose|trafilatura
//
// The texts come in six parts: the first one warms up; of each other one a line tells its bytes and the seconds it took.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/jdkato/prose/v2"
	"github.com/markusmobius/go-trafilatura"
)

const parts = 6

// readers are the modules, by name.
var readers = map[string]func(text string) error{
	"prose": func(text string) error { // tokens, sentences, parts of speech, names of people and places
		_, err := prose.NewDocument(text, prose.UsingModel(model()))
		return err
	},
	"trafilatura": func(text string) error {
		_, err := trafilatura.Extract(strings.NewReader(text), trafilatura.Options{EnableFallback: true})
		return err
	},
}

// model is prose's own, loaded once and not for each text.
var model = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("")
	if err != nil {
		panic(err)
	}
	return doc.Model
})

func main() {
	read := readers[os.Args[1]]
	if err := measure(os.Stdin, read); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
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
