// Command steps reads texts made of one pattern, and writes for each how often every statement of the program ran. It is built
// with -cover; each line of standard input is one text, standard output says when it was read.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime/coverage"
	"strings"

	"sayso/extract"
	"sayso/extract/article"
)

func main() {
	x, err := extract.New(extract.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		var task struct {
			Language, Pattern, Dir string
			Size                   int // bytes
		}
		if err := json.Unmarshal(in.Bytes(), &task); err != nil {
			log.Fatal(err)
		}
		read := func(size int) {
			text := strings.Repeat(task.Pattern, 1+size/len(task.Pattern))
			if _, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: task.Language, From: "input"}, Published: article.Published{Date: "2025-03-12"}}); err != nil {
				log.Fatal(err)
			}
		}
		read(1 << 10) // what is made once is made now
		if err := coverage.ClearCounters(); err != nil {
			log.Fatal(err)
		}
		read(task.Size)
		if err := os.MkdirAll(task.Dir, 0o755); err != nil {
			log.Fatal(err)
		}
		if err := coverage.WriteMetaDir(task.Dir); err != nil {
			log.Fatal(err)
		}
		if err := coverage.WriteCountersDir(task.Dir); err != nil {
			log.Fatal(err)
		}
		fmt.Println(task.Dir)
	}
}
