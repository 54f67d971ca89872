package source

import (
	"strings"
	"testing"
	"time"

	"sayso/extract/article"
)

func TestSubtitlesAndMessages(t *testing.T) {
	srt := "1\n00:00:01,000 --> 00:00:03,500\nThe bridge will open\n\n2\n00:00:03,600 --> 00:00:05,000\nin the spring.\n"
	eml := "From: Ada Brook <a@example.org>\nTo: b@example.org\nSubject: The bridge\nDate: Wed, 12 Mar 2025 09:00:00 +0000\nMessage-ID: <1@example.org>\n\nThe bridge will open.\n"
	newsletter := "From: a@example.org\nSubject: News\nDate: Wed, 12 Mar 2025 09:00:00 +0000\nContent-Type: text/html\n\n" + page
	place(t, map[string]string{
		"a.srt": srt, "none.vtt": "WEBVTT\n", "a.eml": eml, "b.eml": newsletter, "c.eml": "no header\n\nno.", "sniffed": srt, "letter": eml,
		"box.mbox": "From a Wed\n" + eml + "\nFrom b Wed\nSubject: none\n\n\nFrom c Wed\n" + eml, "box": "From a Wed\n" + eml, "late.srt.gz": gzipped(srt)[:30],
	})
	for _, name := range []string{"a.srt", "sniffed"} {
		all, failed := readAllOf(t, Options{}, name)
		if len(all) != 1 || all[0].Text != "The bridge will open in the spring." || len(all[0].Subtitles) != 2 {
			t.Fatalf("%s: %+v, errors %q", name, all, failed)
		}
		if want := (article.Subtitle{Start: 21, End: 35, From: 3600 * time.Millisecond, To: 5 * time.Second}); all[0].Subtitles[1] != want {
			t.Errorf("%s: %+v", name, all[0].Subtitles)
		}
	}
	for _, name := range []string{"a.eml", "letter", "box", "box.mbox"} {
		all, _ := readAllOf(t, Options{}, name)
		if len(all) == 0 {
			t.Fatalf("%s: nothing", name)
		}
		a := all[0]
		if a.ID != "1@example.org" || a.Title != "The bridge" || a.Published.Date != "2025-03-12" || !strings.HasPrefix(a.Text, "The bridge will open.") || len(a.Byline) != 1 || a.Byline[0] != "Ada Brook" {
			t.Errorf("%s: %+v", name, a)
		}
	}
	all, failed := readAllOf(t, Options{}, "b.eml", "box.mbox", "c.eml", "none.vtt", "late.srt.gz")
	if len(all) != 3 || len(all[0].Blocks) != 2 || all[0].Title != "News" || all[2].Source != (article.Source{Kind: "mbox", Location: "box.mbox", Line: 3}) {
		t.Errorf("%+v", all)
	}
	want := "box.mbox:2: a message without a text|c.eml: not a message: it has no header|none.vtt: subtitles without a cue|late.srt.gz: damaged compression: cut off"
	if strings.Join(failed, "|") != want {
		t.Errorf("errors %q", failed)
	}
}
