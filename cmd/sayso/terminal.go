package main

import (
	"cmp"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"sayso/extract/output"
)

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream io.Writer) bool {
	f, ok := unwrapped(stream).(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// maxWidth is the widest that text is laid out: longer lines are hard to read.
const maxWidth = 100

// readersLanguage is the language of whoever sits at the terminal, as the environment gives it, or empty.
func readersLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			code, _, _ := strings.Cut(value, "_")
			code, _, _ = strings.Cut(code, ".")
			return code
		}
	}
	return ""
}

// terminal is what text to the stream is laid out for.
func terminal(w io.Writer, colour string) output.Terminal {
	if p, ok := w.(*screenPipe); ok {
		w = p.screen
	}
	t := output.Terminal{Colour: colour == "always"}
	if !isTerminal(w) {
		return t
	}
	if colour == "auto" {
		t.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	if width, _, err := term.GetSize(int(unwrapped(w).(*os.File).Fd())); err == nil {
		t.Width = min(width, maxWidth)
	}
	return t
}

// terminal is what is known of where text for people goes: that of the writer, in the language of --interface or the reader's.
func (s *settings) terminal(w io.Writer) output.Terminal {
	t := terminal(w, s.colour)
	t.Language = cmp.Or(s.words, readersLanguage())
	return t
}
