package extract

import (
	"sayso/extract/article"
	"sayso/extract/entities"
	"sayso/extract/evidence"
	"sayso/extract/view"
)

// Evidence hands what an article offers as evidence on its names to do, with the View of it; both are good until do
// returns. The language is the one that the article names.
func (x *Extractor) Evidence(a article.Article, do func(v *view.View, e *evidence.Article)) error {
	program, err := x.languages[a.Language.Code].load()
	if err != nil {
		return err
	}
	reader := program.NewReader() // never closed: the evidence is kept, and the next reader would take its memory
	v := view.New(program, reader, a)
	do(v, entities.Evidence(v))
	return nil
}
