package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"sayso/extract/source"
)

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
	j := &monitor{err: &b, read: 211, failed: 1, progress: &progress{out: &b, counter: new(source.Counter)}}
	j.progress.show(j)
	if b.Len() > 0 {
		t.Errorf("shown at once: %q", &b)
	}
	j.progress.start.at = time.Now().Add(-100 * time.Second)
	j.read += 40 // the first 212 are of the run that this one resumes, say
	j.progress.show(j)
	j.progress.show(j)
	j.say("a.txt: empty")
	if want := "\r\x1b[K  252 articles · 1 failed · 0.4/s\r\x1b[Ksayso: a.txt: empty\n"; b.String() != want {
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
