package output

import (
	"bufio"
	"io"

	"sayso/extract/document"
)

// claimReviews writes drafts of reviews of the claims that can be checked and that somebody asserts or denies, as schema.org's ClaimReview has them
// (https://schema.org/ClaimReview), an object a line. What only the checker can say is left out: the rating, the
// checker, the review's address and day.
type claimReviews struct {
	unended
	out *bufio.Writer
}

func newClaimReviews(w io.Writer, _ Terminal) Writer { return &claimReviews{out: inPieces(w)} }

type claimReview struct {
	Context       string        `json:"@context"`
	Type          string        `json:"@type"`
	ClaimReviewed string        `json:"claimReviewed"`
	InLanguage    string        `json:"inLanguage,omitempty"`
	ItemReviewed  reviewedClaim `json:"itemReviewed"`
}

type reviewedClaim struct {
	Type          string          `json:"@type"`
	Text          string          `json:"text"`
	Author        *schemaThing    `json:"author,omitempty"`
	DeniedBy      *schemaThing    `json:"deniedBy,omitempty"` // none of schema.org's: who says that it is not so
	DatePublished string          `json:"datePublished,omitempty"`
	Appearance    reviewedArticle `json:"appearance"`
	About         []schemaThing   `json:"about,omitempty"`
}

type reviewedArticle struct {
	Type          string        `json:"@type"`
	URL           string        `json:"url,omitempty"`
	Headline      string        `json:"headline,omitempty"`
	DatePublished string        `json:"datePublished,omitempty"`
	Author        []schemaThing `json:"author,omitempty"`
	Publisher     *schemaThing  `json:"publisher,omitempty"`
}

// A schemaThing is something with a name and one of schema.org's types.
type schemaThing struct {
	Type     string `json:"@type"`
	Name     string `json:"name"`
	JobTitle string `json:"jobTitle,omitempty"`
}

// schemaTypes are schema.org's types for those of entities.
var schemaTypes = map[string]string{"person": "Person", "organization": "Organization", "location": "Place", "misc": "Thing"}

// Write writes the drafts of one document.
func (w *claimReviews) Write(d *document.Document) error {
	x := newIndex(d)
	for i := range d.Claims {
		if c := &d.Claims[i]; !c.Checkable || c.Stance != document.Asserts && c.Stance != document.Denies {
			continue
		}
		if err := encodeLine(w.out, x.review(&d.Claims[i]), document.FirstForm); err != nil {
			return err
		}
	}
	return w.out.Flush()
}

// review is the draft for one claim.
func (x index) review(c *document.Claim) claimReview {
	d := x.doc
	r := claimReview{Context: "https://schema.org", Type: "ClaimReview", ClaimReviewed: c.Proposition, InLanguage: value(d.Language.Code)}
	r.ItemReviewed = reviewedClaim{
		Type: "Claim", Text: c.Proposition, DatePublished: value(d.Published.Date),
		Appearance: reviewedArticle{Type: "NewsArticle", URL: value(d.URL), Headline: value(d.Title), DatePublished: value(d.Published.Date)},
	}
	for _, name := range d.Byline {
		r.ItemReviewed.Appearance.Author = append(r.ItemReviewed.Appearance.Author, schemaThing{Type: "Person", Name: name})
	}
	if d.Site != nil {
		r.ItemReviewed.Appearance.Publisher = &schemaThing{Type: "Organization", Name: *d.Site}
	}
	if c.Quote != nil {
		who := x.author(x.quotes[*c.Quote])
		if c.Stance == document.Denies {
			r.ItemReviewed.DeniedBy = who
		} else {
			r.ItemReviewed.Author = who
		}
	}
	for _, id := range c.Entities {
		if e := x.entities[id]; e != nil {
			r.ItemReviewed.About = append(r.ItemReviewed.About, schemaThing{Type: schemaTypes[e.Type], Name: e.Name})
		}
	}
	return r
}

// author is who made a statement, with the first office that the article gives, or nil.
func (x index) author(q *document.Quote) *schemaThing {
	if q == nil || q.Speaker == nil {
		return nil
	}
	s := q.Speaker
	t := &schemaThing{Type: "Thing", Name: s.Name}
	if s.Entity == nil {
		return t
	}
	if e := x.entities[*s.Entity]; e != nil {
		t.Type = schemaTypes[e.Type]
		if len(e.Roles) > 0 && t.Type == "Person" {
			t.JobTitle = e.Roles[0].Text
		}
	}
	return t
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
