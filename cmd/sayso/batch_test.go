package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"sayso/extract/article"
	"sayso/extract/document"
)

// numbered is a stream of articles called 0, 1, 2, …; every fifth is an error.
func numbered(n int) func(func(article.Article, error) bool) {
	return func(yield func(article.Article, error) bool) {
		for i := range n {
			var err error
			if i%5 == 4 {
				err = errors.New("broken")
			}
			if !yield(article.Article{ID: fmt.Sprint(i)}, err) {
				return
			}
		}
	}
}

func TestOrderStays(t *testing.T) {
	slowFirst := func(a article.Article) (*document.Document, error) {
		time.Sleep(time.Duration(len(a.ID)%2) * time.Millisecond)
		return &document.Document{ID: a.ID}, nil
	}
	for _, workers := range []int{1, 2, 8} {
		ctx := context.Background()
		p := pool{workers: workers, wants: everything, read: slowFirst}
		tasks := p.run(ctx, numbered(100))
		n := 0
		for task := next(ctx, tasks); task != nil; task = next(ctx, tasks) {
			a := <-task.answer
			if n%5 == 4 && a.err == nil || n%5 != 4 && a.doc.ID != fmt.Sprint(n) {
				t.Fatalf("%d workers: answer %d is %+v", workers, n, a)
			}
			n++
		}
		if n != 100 {
			t.Errorf("%d workers: %d answers", workers, n)
		}
	}
}

func everything(article.Article) bool { return true }

func TestALongArticleCostsItself(t *testing.T) {
	end := make(chan struct{})
	defer close(end)
	endless := func(article.Article) (*document.Document, error) { <-end; return nil, nil }
	p := pool{read: endless, within: time.Millisecond}
	a := p.attempt(article.Article{Source: article.Source{Location: "dump.jsonl", Line: 7}})
	if a.err == nil || a.err.Error() != "dump.jsonl:7: not read within 1ms (--deadline)" {
		t.Errorf("error %v", a.err)
	}
}

func TestAFaultCostsOneArticle(t *testing.T) {
	faulty := func(article.Article) (*document.Document, error) { panic("index out of range") }
	p := pool{read: faulty}
	a := p.attempt(article.Article{Source: article.Source{Location: "dump.jsonl", Line: 7}})
	if a.err == nil || a.err.Error() != "dump.jsonl:7: internal error: index out of range" {
		t.Errorf("error %v", a.err)
	}
}

func TestInterruptedWhileWaitingForInput(t *testing.T) {
	in, feed := io.Pipe() // never closed
	ctx, interrupt := context.WithCancel(context.Background())
	var out, errs bytes.Buffer
	first := make(chan struct{})
	go func() {
		io.WriteString(feed, "{\"text\": \"Un.\", \"lang\": \"fr\"}\n")
		<-first
		interrupt()
	}()
	c := &command{in: in, out: writerFunc(func(b []byte) (int, error) {
		defer close(first)
		return out.Write(b)
	}), err: &errs}
	if code := c.run(ctx, []string{"--from", "jsonl", "-"}); code != exitInterrupted {
		t.Errorf("exit code %d: %s", code, &errs)
	}
	if !strings.HasSuffix(out.String(), "}\n") || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("output %q", &out)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func TestOutputThatFails(t *testing.T) {
	var errs bytes.Buffer
	c := &command{
		in:  strings.NewReader(strings.Repeat("{\"text\": \"Un.\", \"lang\": \"fr\"}\n", 50)),
		out: writerFunc(func([]byte) (int, error) { return 0, errors.New("no space left") }),
		err: &errs,
	}
	if code := c.run(context.Background(), []string{"--from", "jsonl", "-"}); code != exitFailed || errs.String() != "sayso: no space left\n" {
		t.Errorf("exit code %d: %s", code, &errs)
	}
}

func TestProgressIsForThePatient(t *testing.T) {
	var b bytes.Buffer
	j := &monitor{err: &b, read: 211, failed: 1, progress: &progress{out: &b, began: time.Now()}}
	j.progress.show(j)
	if b.Len() > 0 {
		t.Errorf("shown at once: %q", &b)
	}
	j.progress.began = time.Now().Add(-100 * time.Second)
	j.progress.show(j)
	j.progress.show(j)
	j.say("a.txt: empty")
	if want := "\r\x1b[K  212 · 1 failed · 2.1/s\r\x1b[Ksayso: a.txt: empty\n"; b.String() != want {
		t.Errorf("got %q, want %q", &b, want)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"format", "output", "types", "lang", "from"}
	for word, want := range map[string]string{"formt": "format", "fromat": "format", "form": "format", "outptu": "output", "xyz": "", "fo": "", "": ""} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) is %q, want %q", word, got, want)
		}
	}
}
