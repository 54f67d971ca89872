package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// A checkpoint is the journal of a run that can be gone on with: after each article a line says how many are done and how
// long the files are that they were written to. What was written after the last whole line is written again.
type checkpoint struct {
	file          *os.File
	name          string
	done          int   // articles, those that were left out too, and errors
	out, failed   int64 // bytes of the output and of the list of failures
	read, failing int   // how many were read, and how many could not be
	left, found   int   // how many were left out, and how many annotations there are
}

// checkpointHead begins a journal; what the command was follows.
const checkpointHead = "sayso resume 2 "

// openCheckpoint opens a journal, or begins one. A journal of another command is refused: its output would be a mixture.
func openCheckpoint(name string, args []string) (*checkpoint, error) {
	head := fmt.Sprintf("%s%x", checkpointHead, sha256.Sum256([]byte(version+"\x00"+strings.Join(args, "\x00"))))
	c := &checkpoint{name: name}
	content, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, failure(named(name, err))
	default:
		lines := strings.SplitAfter(string(content), "\n")
		if len(content) > 0 && strings.TrimSuffix(lines[0], "\n") != head && strings.HasSuffix(lines[0], "\n") {
			return nil, misused("--resume: %s is not the journal of this command: the same inputs and flags go on, others need another journal", name)
		}
		c.last(lines)
	}
	c.file, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return nil, failure(named(name, err))
	}
	if _, err := fmt.Fprintf(c.file, "%s\n%s", head, c.line()); err != nil {
		return nil, failure(named(name, err))
	}
	return c, nil
}

// last takes in the last whole line.
func (c *checkpoint) last(lines []string) {
	for _, line := range lines[1:] {
		var n checkpoint
		if k, err := fmt.Sscanf(line, "%d %d %d %d %d %d %d\n", &n.done, &n.out, &n.failed, &n.read, &n.failing, &n.left, &n.found); k == 7 && err == nil && strings.HasSuffix(line, "\n") {
			n.name = c.name
			*c = n
		}
	}
}

func (c *checkpoint) line() string {
	return fmt.Sprintf("%d %d %d %d %d %d %d\n", c.done, c.out, c.failed, c.read, c.failing, c.left, c.found)
}

// reopen opens a file that the run before wrote, without what it wrote after its last line.
func (c *checkpoint) reopen(name string, length int64) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() < length {
		err = fmt.Errorf("is shorter than %s says: remove both to begin anew", c.name)
	}
	if err == nil {
		err = f.Truncate(length)
	}
	if err == nil {
		_, err = f.Seek(length, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// note writes that one more is done.
func (c *checkpoint) note(j *journal, out, failed int64) error {
	c.done++
	c.out, c.failed, c.read, c.failing, c.left, c.found = out, failed, j.read, j.failed, j.left, j.found
	_, err := c.file.WriteString(c.line())
	return err
}

// A counter counts what is written through it.
type counter struct {
	io.Writer
	n int64
}

// Write writes and counts.
func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}
