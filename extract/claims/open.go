package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/token"
)

// told are the genders of pronouns that mean somebody or something told of.
var told = []string{"m", "f", "mp", "fp", "n"}

// open reports whether a pronoun, or a word that makes a noun somebody's, stands in the first sentence of some words before anything
// that it can mean: "In May, 40 of its cars …", "While she was there, …".
func (r *reading) open(at token.Range, known []document.Referent) bool {
	i := r.openAt(at)
	return i >= 0 && !slices.ContainsFunc(known, func(x document.Referent) bool { return x.Start <= r.Place(token.Range{Start: i, End: i + 1}).Start })
}

// listOblique is the packs' list of pronouns for others that are no subjects: him, them.
const listOblique = "oblique-pronoun"

// listMatter is the packs' list of pronouns for what was said before.
const listMatter = "matter-pronoun"

// openAt is where such a word stands, or -1.
func (r *reading) openAt(at token.Range) int {
	at.End = min(at.End, r.Text.Sentences[r.Text.Tokens[at.Start].Sentence].End)
	thing, somebody, many := false, false, false // what stands before names one, or several
	for i := at.Start; i < at.End; i++ {
		gender, pronoun := r.LowerValue(i, listPronoun)
		pronoun = pronoun && slices.Contains(told, gender) && !r.modal(token.Range{Start: i, End: i + 1}, "impersonal")
		switch {
		case r.Listed(i, listSelf):
			continue
		case r.Listed(i, listMatter) && (r.Listed(i-1, listThat) || !r.tells([]token.Range{{Start: at.Start, End: i}})):
			return i
		case r.Listed(i, listOblique) && (!thing || !somebody && r.Listed(i, "human-pronoun")):
			return i
		case !somebody && pronoun && r.Listed(i, "human-pronoun"), !thing && (pronoun || r.Listed(i, "own-determiner")):
			return i
		case pronoun && (gender == "mp" || gender == "fp") && !many:
			return i
		case pronoun && r.Listed(i, "human-pronoun"):
			return -1
		}
		many = many || r.meansMany(i)
		somebody = somebody || r.somebody(i)
		thing = thing || somebody || r.nominal(i)
	}
	return -1
}

// listOwnOf is the packs' list of words that make a noun somebody's, by the gender of whose it is: n for a body.
const listOwnOf = "own-of"

// ofSpeaker is the gloss of such a word of a told clause that surely means whoever tells it: of a person of that gender, or of a body.
func (r *reading) ofSpeaker(q *document.Quote, at token.Range) (gloss, bool) {
	i := r.openAt(at)
	if i < 0 || q.Kind == "direct" || q.Kind == "mixed" && r.Quotation(i) != nil || q.Speaker == nil || q.Speaker.Name == "" {
		return gloss{}, false
	}
	g := gloss{at: token.Range{Start: i, End: i + 1}, entity: q.Speaker.Entity, name: q.Speaker.Name}
	gender, own := r.LowerValue(i, listOwnOf)
	if g.stays = own; !own {
		gender, _ = r.LowerValue(i, listPronoun)
	}
	switch gender {
	case "n":
		return g, r.isBody(q.Speaker)
	case "mp", "fp":
		return g, i == at.Start && q.Speaker.Entity == nil && r.several(q.Speaker.Name)
	}
	return g, r.agrees(q, gender)
}

// isBody reports whether a speaker is one organization, named or not: the bank.
func (r *reading) isBody(s *document.Speaker) bool {
	if s.Entity != nil {
		return r.Named.All[r.at[*s.Entity]].Kind == value.TypeOrganization
	}
	first, _, _ := strings.Cut(strings.ToLower(s.Name), " ")
	_, definite := r.Lookup("definite", first)
	return definite && !r.several(s.Name)
}

// meansMany reports whether a token may stand for several: a name, a noun or an article of several, a word that
// joins two.
func (r *reading) meansMany(i int) bool {
	number, _ := r.LowerValue(i, "article-gender")
	return number == "p" || number == "mp" || number == "fp" || r.Meant.Clauses().Open(i) && !r.verbAt(i) && r.manyAt(i) ||
		len(r.namesIn(token.Range{Start: i, End: i + 1})) > 0 || r.begins(i, "and") && !r.Is(i-1, ",") && !r.Listed(i+1, listPronoun) || r.Listed(i, "group-noun", "people") || r.Text.Tokens[i].Kind == token.Number
}

// nominal reports whether a token names something: a name, or a noun that is no date.
func (r *reading) nominal(i int) bool {
	return len(r.namesIn(token.Range{Start: i, End: i + 1})) > 0 || (r.Meant.Clauses().Open(i) || r.Capitalised(i)) && !r.verbAt(i) && !r.dates(i) && r.governs(i-1)
}

// somebody reports whether a token names a person, or is a noun for one.
func (r *reading) somebody(i int) bool {
	return r.Listed(i, "speaker-noun", "people") || slices.ContainsFunc(r.namesIn(token.Range{Start: i, End: i + 1}), func(id string) bool {
		return r.Named.All[r.at[id]].Kind == value.TypePerson
	})
}
