package cues

import (
	"strings"
	"testing"
	"time"
)

const srt = "\ufeff1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>The bridge will open</i>\r\nin the spring.\r\n\r\n2\r\n00:00:03,600 --> 00:00:05,000\r\n- Who says so?\r\n- The mayor.\r\n\r\n3\r\n00:01:05,000 --> 00:01:07,20\r\n{\\an8}ADA BROOK: It cost 3 &amp; 4 million.\r\n"

const vtt = `WEBVTT - The bridge
Language: en-GB

STYLE
::cue { color: red }

NOTE the first one

intro
00:01.000 --> 00:03.500 align:start
<v Ada Brook>The bridge <c.loud>will</c> open

00:03.500 --> 00:04.000
<v Ada Brook>in <00:03.600>the spring.

00:04.100 --> 00:06.000
<v.loud Bruno Vale>We shall see.
`

func TestParse(t *testing.T) {
	for about, c := range map[string]struct {
		file, text string
		cues       int
	}{
		"srt":             {srt, "The bridge will open in the spring.\n\nWho says so?\n\nThe mayor.\n\nADA BROOK: It cost 3 & 4 million.", 3},
		"vtt":             {vtt, "Ada Brook: The bridge will open in the spring.\n\nBruno Vale: We shall see.", 3},
		"no empty lines":  {"1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\ntwo.", "One two.", 2},
		"shown again":     {"WEBVTT\n\n00:01.000 --> 00:02.000\nOne\ntwo\n\n00:02.000 --> 00:03.000\ntwo\nthree", "One two three", 2},
		"a number said":   {"1\n00:00:01,000 --> 00:00:02,000\nHow many?\n42\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.", "How many? 42 No.", 2},
		"a time in words": {"1\n00:00:01,000 --> 00:00:02,000\nAt 10:30: it began.", "At 10:30: it began.", 1},
		"a bad time":      {"1\n00:00:xx,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo.", "One. Two.", 1},
		"no cue":          {"WEBVTT\n\nNOTE nothing", "", 0},
		"nothing":         {"", "", 0},
	} {
		f := Parse(c.file)
		if f.Text != c.text || len(f.Cues) != c.cues {
			t.Errorf("%s: %q with %d cues", about, f.Text, len(f.Cues))
		}
	}
	f := Parse(vtt)
	if c := f.Cues[2]; f.Title != "The bridge" || f.Language != "en-GB" || c.From != 4100*time.Millisecond || c.To != 6*time.Second || f.Text[c.Start:c.End] != "Bruno Vale: We shall see." {
		t.Errorf("%+v", f)
	}
	if c := Parse(srt).Cues[2]; c.From != 65*time.Second || c.To != 67*time.Second+200*time.Millisecond {
		t.Errorf("%+v", c)
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{srt: true, vtt: true, "1\nOne.": false, "WEB": false, "": false} {
		if Is(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(srt)
	f.Add(vtt)
	f.Fuzz(func(t *testing.T, s string) {
		file := Parse(s)
		for _, c := range file.Cues {
			if c.Start < 0 || c.Start >= c.End || c.End > len(file.Text) {
				t.Errorf("%+v of %d bytes", c, len(file.Text))
			}
		}
		if strings.Contains(file.Text, "\n\n\n") {
			t.Errorf("%q", file.Text)
		}
	})
}
