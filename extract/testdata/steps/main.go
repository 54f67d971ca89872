// Command steps reads texts made of one pattern, and writes how many steps each took: how many basic blocks of the program ran. It
// is built with -cover -covermode=atomic; each line of standard input is one text, and each of standard output a sum.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/coverage"
	"strings"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/output"
)

func main() {
	x, err := extract.New(extract.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		var task struct {
			Language, Pattern string
			Size              int    // bytes
			As                string // the format that it is written in, explain for what every rule made of it, or nothing
		}
		if err := json.Unmarshal(in.Bytes(), &task); err != nil {
			log.Fatal(err)
		}
		repeat := func(size int) {
			text := strings.Repeat(task.Pattern, 1+size/len(task.Pattern))
			a := article.Article{Text: text, Language: article.Hint{Code: task.Language, From: "input"}, Published: article.Published{Date: "2025-03-12"}}
			if err := read(x, a, task.As); err != nil {
				log.Fatal(err)
			}
		}
		repeat(1 << 10) // what is made once is made now
		if err := coverage.ClearCounters(); err != nil {
			log.Fatal(err)
		}
		repeat(task.Size)
		var counters bytes.Buffer
		if err := coverage.WriteCounters(&counters); err != nil {
			log.Fatal(err)
		}
		sum, err := total(counters.Bytes())
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(sum)
	}
}

// read reads an article, and explains it or writes its record.
func read(x *extract.Extractor, a article.Article, as string) error {
	if as == "explain" {
		_, err := x.Explain(context.Background(), a, func(extract.Finding) {})
		return err
	}
	d, err := x.Extract(a)
	if err != nil || as == "" {
		return err
	}
	w, err := output.New(as, io.Discard, output.Terminal{})
	if err != nil {
		return err
	}
	return errors.Join(w.Write(d), w.Close())
}

// The sizes in a file of counters, which is little endian: a header, a segment, a footer. A segment is the number of its
// functions, the lengths of two tables, these tables, and for each function the number of its counters, two numbers that name it, and
// the counters, all of variable length.
const (
	headerSize  = 32
	segmentSize = 16
)

// total is the sum of all counters of a file with one segment.
func total(file []byte) (sum uint64, err error) {
	if len(file) < headerSize+segmentSize || !bytes.HasPrefix(file, []byte("\x00cwm")) {
		return 0, fmt.Errorf("%d bytes are no file of counters", len(file))
	}
	segment := file[headerSize:]
	functions := binary.LittleEndian.Uint64(segment)
	tables := binary.LittleEndian.Uint32(segment[8:]) + binary.LittleEndian.Uint32(segment[12:])
	in := bytes.NewReader(segment[segmentSize+int(tables):])
	next := func() (n uint64) {
		if err == nil {
			n, err = binary.ReadUvarint(in)
		}
		return n
	}
	for ; functions > 0 && err == nil; functions-- {
		counters := next()
		next()
		next()
		for ; counters > 0 && err == nil; counters-- {
			sum += next()
		}
	}
	return sum, err
}
