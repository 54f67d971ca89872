package source

import (
	"bufio"
	"errors"
	"io"

	"sayso/extract/article"
	"sayso/extract/source/gzip"
	"sayso/extract/source/mail"
)

// mailbox reads the messages of a mailbox. One that cannot be read is an error with its number.
func (s *stream) mailbox(in *bufio.Reader, blank article.Article) bool {
	box := mail.NewBox(in, maxSize)
	for n := 1; ; n++ {
		from := article.Source{Kind: kindMbox, Location: blank.Source.Location, Line: n}
		content, err := box.Next()
		var damage *gzip.DamageError
		switch {
		case err == io.EOF && n == 1:
			return s.fail(blank.Source, errEmpty)
		case err == io.EOF:
			return true
		case errors.As(err, &damage):
			damage.Resume()
		}
		i := numbered(from, blank.ID)
		i.sum, i.size, i.err = s.sum(content), len(content), err
		i.read = func() (article.Article, error) { return s.opt.letter(content) }
		if !s.give(i) {
			return false
		}
		if long := (*mail.TooLongError)(nil); err != nil && damage == nil && !errors.As(err, &long) {
			return true
		}
	}
}

// letter is the article of a message: its text or, where it has none, its page.
func (o Options) letter(content []byte) (a article.Article, err error) {
	m, err := mail.Parse(content)
	if err != nil {
		return article.Article{ID: m.ID}, err
	}
	a.Text = m.Text
	if isBlank(m.Text) {
		if a, err = o.parse(m.Page, "", "text/html; charset=utf-8"); err != nil {
			return article.Article{ID: m.ID}, err
		}
	}
	a.ID, a.Byline, a.Language = m.ID, m.From, article.Hint{Code: m.Language, From: "html"}
	if m.Subject != "" {
		a.Title = m.Subject
	}
	if m.Date != "" {
		a.Published = article.Published{Date: m.Date, From: "input"}
	}
	return a, nil
}
