package source

import (
	"errors"
	"fmt"

	"sayso/extract/article"
	"sayso/extract/source/cues"
)

// errNoCue is the answer to subtitles that say nothing.
var errNoCue = errors.New("subtitles without a cue")

// spoken is the article of subtitles: what is said, its times beside it.
func spoken(content []byte, contentType string) (a article.Article, err error) {
	text, warning, err := plainText(content, contentType)
	if err != nil {
		return a, err
	}
	f := cues.Parse(text)
	if isBlank(f.Text) {
		return a, errNoCue
	}
	a.Text, a.Title, a.Language = f.Text, f.Title, article.Hint{Code: f.Language, From: "html"}
	for _, c := range f.Cues {
		a.Subtitles = append(a.Subtitles, article.Subtitle{Start: c.Start, End: c.End, From: c.From, To: c.To})
	}
	if warning != "" {
		a.Warnings = append(a.Warnings, warning)
	}
	if f.Untimed > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("cues whose time could not be read: %d", f.Untimed))
	}
	return a, nil
}
