// Package cues reads subtitles, SubRip (.srt) and WebVTT (.vtt): what is said, with its times beside it and who says it in
// front. A file goes in as text, the text of its cues comes out, a paragraph for each speaker's turn.
package cues

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"sayso/extract/pattern"
)

// A File is what subtitles say.
type File struct {
	Title    string // that a WebVTT file begins with, or empty
	Language string // that it names, or empty
	Text     string
	Cues     []Cue
	Untimed  int // cues whose time could not be read; their text is there
}

// A Cue is a part of the text, and when it is shown.
type Cue struct {
	Start, End int // bytes of the text, half-open
	From, To   time.Duration
}

// pause is how long a silence is that ends a paragraph.
const pause = 4 * time.Second

var (
	timing  = pattern.Lazy(`^\s*(\d{1,3}:)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(\d{1,3}:)?(\d{1,2}):(\d{2})[.,](\d{1,3})(\s|$)`)
	isIndex = pattern.Lazy(`^\s*\d+\s*$`)
	voice   = pattern.Lazy(`^<v(?:\.[^ >]*)?\s+([^>]{1,100})>`)
	mark    = pattern.Lazy(`</?[A-Za-z0-9][^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}`)
)

// arrow stands between the times of a cue.
const arrow = "-->"

// Is reports whether a file begins like subtitles.
func Is(head string) bool {
	head = strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \t\r\n")
	if strings.HasPrefix(head, "WEBVTT") {
		return true
	}
	first, rest, _ := strings.Cut(head, "\n")
	second, _, _ := strings.Cut(rest, "\n")
	return isIndex().MatchString(first) && timing().MatchString(second)
}

// Parse reads a file. One without cues has no text.
func Parse(text string) File {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	var f File
	w := writer{file: &f}
	for i := f.head(lines); i < len(lines); {
		if !strings.Contains(lines[i], arrow) {
			i++ // a number, a note or a style
			continue
		}
		c := timesOf(lines[i])
		first := i + 1
		for i = first; i < len(lines) && !endsCue(lines, i); {
			i++
		}
		w.cue(c, lines[first:i])
	}
	f.Text = w.text.String()
	return f
}

// endsCue reports whether a line is behind the text of a cue: empty, or the number or the time of the next one.
func endsCue(lines []string, i int) bool {
	return strings.TrimSpace(lines[i]) == "" || strings.Contains(lines[i], arrow) ||
		isIndex().MatchString(lines[i]) && i+1 < len(lines) && timing().MatchString(lines[i+1])
}

// head reads the head of a WebVTT file, and gives the line behind it.
func (f *File) head(lines []string) int {
	rest, ok := strings.CutPrefix(lines[0], "WEBVTT")
	if !ok {
		return 0
	}
	f.Title = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), "-"))
	for i, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ":")
		switch {
		case strings.TrimSpace(line) == "":
			return i + 2
		case strings.Contains(line, arrow):
			return i + 1
		case strings.EqualFold(name, "language"):
			f.Language = strings.TrimSpace(value)
		}
	}
	return len(lines)
}

// A timed is a cue before its text is known.
type timed struct {
	from, to time.Duration
	ok       bool
}

// timesOf reads the times of a cue.
func timesOf(line string) timed {
	m := timing().FindStringSubmatch(line)
	if m == nil {
		return timed{}
	}
	return timed{clockTime(m[1:5]), clockTime(m[5:9]), true}
}

// clockTime is a time of hours, minutes, seconds and parts of these.
func clockTime(parts []string) time.Duration {
	n := func(s string) time.Duration {
		v, _ := strconv.Atoi(strings.TrimSuffix(s, ":")) // digits, or nothing
		return time.Duration(v)
	}
	return n(parts[0])*time.Hour + n(parts[1])*time.Minute + n(parts[2])*time.Second + n((parts[3] + "00")[:3])*time.Millisecond
}

// A writer makes the text of cues.
type writer struct {
	file    *File
	text    strings.Builder
	end     time.Duration // of the cue before
	speaker string        // whose turn it is, as far as voices tell
	last    string        // the last line of the cue before: some show it again
}

// cue writes the text of a cue: behind that of the one before, or in a new paragraph where somebody else speaks or all were
// silent.
func (w *writer) cue(c timed, lines []string) {
	if !c.ok {
		w.file.Untimed++
	}
	apart := c.ok && c.from-w.end > pause
	start := -1
	for i, line := range lines {
		speaker := ""
		if m := voice().FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			speaker = strings.TrimSpace(html.UnescapeString(m[1]))
		}
		line = strings.TrimSpace(html.UnescapeString(mark().ReplaceAllString(line, "")))
		if line == "" || i == 0 && line == w.last {
			continue
		}
		turn := speaker != "" && speaker != w.speaker
		rest, dashed := turnMark(line)
		label := isLabelled(rest)
		w.part(apart && start < 0 || turn || dashed || label)
		if start < 0 {
			start = w.text.Len()
		}
		if turn {
			w.text.WriteString(speaker + ": ")
		}
		if w.speaker = speaker; dashed {
			line = rest
		}
		w.text.WriteString(line)
		w.last = line
	}
	if start >= 0 && c.ok {
		w.file.Cues = append(w.file.Cues, Cue{start, w.text.Len(), c.from, c.to})
		w.end = c.to
	}
}

// part parts a line from the text before it.
func (w *writer) part(paragraph bool) {
	switch {
	case w.text.Len() == 0:
	case paragraph:
		w.text.WriteString("\n\n")
	default:
		w.text.WriteByte(' ')
	}
}

// turnMark is a line without the dash or the arrows that say that somebody else speaks.
func turnMark(line string) (rest string, ok bool) {
	for _, m := range []string{">>>", ">>", "- ", "\u2013 ", "\u2014 "} {
		if rest, ok := strings.CutPrefix(line, m); ok && strings.TrimSpace(rest) != "" {
			return strings.TrimSpace(rest), true
		}
	}
	return line, false
}

// maxLabel is how many words the name of a speaker may have.
const maxLabel = 5

// isLabelled reports whether a line begins with the name of who speaks: words that begin with capitals, and a colon.
func isLabelled(line string) bool {
	name, rest, ok := strings.Cut(line, ": ")
	words := strings.Fields(name)
	if !ok || strings.TrimSpace(rest) == "" || len(words) == 0 || len(words) > maxLabel {
		return false
	}
	for i, w := range words {
		first := []rune(w)[0]
		if !unicode.IsUpper(first) && (i == 0 || i == len(words)-1 || len(w) > 3) {
			return false
		}
	}
	return true
}
