package extract

import (
	"context"
	"slices"
	"strings"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/names"
	"sayso/extract/view"
)

// headline reads the title of an article as a text of its own, where the text does not begin with it. Its names are
// those that the text has too.
func (x *Extractor) headline(ctx context.Context, t *langPack, d *document.Document, a article.Article, country string) error {
	if !headed(a) {
		return nil
	}
	p, err := t.load()
	if err != nil {
		return err
	}
	r := p.NewReader()
	defer r.Close()
	a.Text, a.Blocks, a.Subtitles = a.Title, nil, nil
	v, err := view.NewContext(ctx, p, r, a)
	if err != nil {
		return err
	}
	title := empty(article.Article{}) // its annotations alone are kept
	if err := x.window(ctx, title, v, func() string { return country }, true); err != nil {
		return err
	}
	adopt(d, title)
	title.Enforce(a.Title) // what named the others names nothing now
	join(d, title)
	title.Derive()
	d.Headline = document.HeadlineOf(title)
	return nil
}

// headed reports whether an article has a title that its text does not begin with, spaces aside.
func headed(a article.Article) bool {
	return a.Title != "" && len(a.Title) <= window && !strings.HasPrefix(strings.TrimSpace(a.Text), strings.TrimSpace(a.Title))
}

// adopt makes entities of the title those of the text that have their names, whatever the few words of a title make of them,
// and leaves the others out: a title alone tells too little.
func adopt(d, title *document.Document) {
	known := map[string]int{} // by name, entities of the text; -1 where several have it
	note := func(name string, at int) {
		key := names.Key(name)
		if k, ok := known[key]; ok && k != at {
			at = -1
		}
		known[key] = at
	}
	for i := range d.Entities {
		name := d.Entities[i].Name
		note(name, i)
		if d.Entities[i].Type == person {
			note(name[strings.LastIndexByte(name, ' ')+1:], i)
		}
		each(d.Entities[i].Mentions, func(m *document.Mention) { note(m.Text, i) })
	}
	title.Entities = slices.DeleteFunc(title.Entities, func(e document.Entity) bool {
		k, ok := known[names.Key(e.Name)]
		return !ok || k < 0
	})
	each(title.Entities, func(e *document.Entity) {
		is := d.Entities[known[names.Key(e.Name)]]
		e.Type, e.Name, e.Country, e.IDs = is.Type, is.Name, is.Country, is.IDs
	})
}

// join gives a title's annotations ids that go on from those of the text, and speakers the names that the text gives in full.
func join(d, title *document.Document) {
	whole := document.Document{ // slices of its own, for the joiner adds to them and changes entities where they stand
		Entities: slices.Clone(d.Entities), Money: slices.Clip(d.Money), Dates: slices.Clip(d.Dates),
		Quantities: slices.Clip(d.Quantities), Quotes: slices.Clip(d.Quotes), Claims: slices.Clip(d.Claims),
	}
	j := newJoiner(&whole)
	for i := range d.Entities {
		j.learn(&d.Entities[i], i)
	}
	j.join(title)
	full := map[string]string{}
	each(title.Entities, func(e *document.Entity) { full[e.ID] = e.Name })
	each(title.Quotes, func(q *document.Quote) {
		if s := q.Speaker; s != nil && s.Entity != nil {
			s.Name = full[*s.Entity]
		}
	})
}
