package document

// A Headline is what the title of an article says, where it is no part of its text, as titles of pages are not. Places count
// in the title, in code points. Ids go on from those of the text. Names are those that the text has too, with the id, the type
// and the name that they have there.
type Headline struct {
	Entities   []Entity   `json:"entities"`
	Money      []Money    `json:"money"`
	Dates      []Date     `json:"dates"`
	Quantities []Quantity `json:"quantities"`
	Quotes     []Quote    `json:"quotes"`
	Claims     []Claim    `json:"claims"`
}

// HeadlineOf are a title's annotations, which were read as those of a text; nil where there are none.
func HeadlineOf(title *Document) *Headline {
	if len(title.Entities)+len(title.Money)+len(title.Dates)+len(title.Quantities)+len(title.Quotes)+len(title.Claims) == 0 {
		return nil
	}
	return &Headline{title.Entities, title.Money, title.Dates, title.Quantities, title.Quotes, title.Claims}
}

// TitleDocument is the headline as a document of its own, whose text is the title; nil where the title says nothing.
func (d *Document) TitleDocument() *Document {
	h := d.Headline
	if h == nil {
		return nil
	}
	return &Document{
		Text: d.Title, Language: d.Language, Published: d.Published,
		Entities: h.Entities, Money: h.Money, Dates: h.Dates, Quantities: h.Quantities, Quotes: h.Quotes, Claims: h.Claims,
	}
}

// changeHeadline does to the headline what is done to the document.
func (d *Document) changeHeadline(do func(*Document)) {
	if title := d.TitleDocument(); title != nil {
		do(title)
		d.Headline = HeadlineOf(title)
	}
}
