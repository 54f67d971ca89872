package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// An entity is one named thing of the article.
type entity struct {
	id       string
	kind     string            // a type of annotation: person, organization, location or misc
	name     string            // its fullest form
	gender   string            // m or f where a title or first name tells
	country  string            // ISO 3166 where the rule knows it
	ids      map[string]string // by their schemes: iso3166, m49, those of a user's list
	mentions []int             // indexes into reading.mentions
	roles    []Role
}

// A mention is one place where an entity is named.
type mention struct {
	at     token.Range
	kind   string
	text   string
	match  *match.Match
	entity *entity
}

// joinEntities finds the mentions of the article and joins those of one thing.
func (r *reading) joinEntities() {
	r.mentions = r.typedMentions()
	names := r.candidates()
	r.widen(names)
	r.decide(names)
	sort.SliceStable(r.mentions, func(i, j int) bool { return r.mentions[i].at.Start < r.mentions[j].at.Start })
	r.drop()
	r.join()
	r.addRoles()
}

var entityKinds = []string{value.TypePerson, value.TypeOrganization, value.TypeLocation, value.TypeMisc}

// typedMentions are those whose type a rule knows.
func (r *reading) typedMentions() []mention {
	var all []mention
	for _, kind := range entityKinds {
		for _, m := range r.found[kind] {
			at := span(m)
			switch {
			case m.Value("kind") == "spelt" && !r.spells(at):
				continue
			case m.Value("kind") == "known": // it is taken as it stands: Le Monde
			case kind == value.TypePerson:
				at = r.trim(at, r.common)
			default: // a head may be a common word: Conseil, Câmara
				at = r.trim(at, r.functional)
			}
			if at.Len() == 0 || r.chance(at, m) || !r.anyCapital(at) {
				continue
			}
			all = append(all, mention{at: at, kind: kind, text: r.text.Slice(at), match: m})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at.Start < all[j].at.Start })
	return all
}

// candidates are the capitalised names of which no rule knows what they are.
func (r *reading) candidates() []mention {
	var all []mention
	for _, m := range r.found[value.TypeName] {
		at := r.trim(span(m), r.common)
		if at.Len() > 0 && !r.chance(at, m) && !r.elided(at) {
			all = append(all, mention{at: at, text: r.text.Slice(at), match: m})
		}
	}
	return all
}

// spells reports whether the acronym in brackets after a name is made of letters of it in their order, the first one first:
// the party behind a politician's name is not.
func (r *reading) spells(at token.Range) bool {
	if !r.is(at.End, "(") || at.End+1 >= len(r.text.Tokens) {
		return false
	}
	name, acronym := []rune(key(r.text.Slice(at))), []rune(letters(r.text.Word(at.End+1)))
	if len(acronym) == 0 || name[0] != acronym[0] {
		return false
	}
	for _, c := range name {
		if len(acronym) > 0 && c == acronym[0] {
			acronym = acronym[1:]
		}
	}
	return len(acronym) == 0
}

// elided reports whether a name is nothing but a word cut off by elision: « J'ai ».
func (r *reading) elided(at token.Range) bool {
	return at.Len() == 1 && strings.HasSuffix(token.Exact(r.text.Word(at.Start)), "'")
}

// trim drops words of a kind that owe their capital to the beginning of a sentence, and articles cut off by elision.
func (r *reading) trim(at token.Range, drops func(i int) bool) token.Range {
	for at.Len() > 1 && (r.opening(at.Start) && drops(at.Start) || strings.HasSuffix(token.Exact(r.text.Word(at.Start)), "'")) {
		at.Start++
	}
	for at.Len() > 0 && r.text.Tokens[at.Start].Kind == token.Mark && at.Len() > 1 {
		at.Start++
	}
	return at
}

// chance reports whether a lone word owes its capital to its place alone.
func (r *reading) chance(at token.Range, m *match.Match) bool {
	if at.Len() != 1 {
		return false
	}
	guessed := r.rules[m.Rule].Makes == value.TypeName
	return r.common(at.Start) && (r.opening(at.Start) || guessed) || guessed && r.demonym(at.Start)
}

// demonym reports whether a word names the people of a country.
func (r *reading) demonym(i int) bool { return r.people(i) != "" }

// people is the country or part of the world whose people a word names, as ISO 3166 or UN M49 code, or empty.
func (r *reading) people(i int) string {
	w := r.text.Word(i)
	for _, form := range []string{w, strings.ToLower(w)} {
		if code, ok := r.program.Lookup("demonym", form); ok {
			return code
		}
	}
	return ""
}

// opening reports whether a word stands where any word takes a capital.
func (r *reading) opening(i int) bool {
	return i == r.sentence(i).Start || r.text.Tokens[i-1].Kind == token.Mark && !r.is(i-1, ",", ")", "-", "'", "/", "&")
}

// common reports whether the language also writes the word in lower case.
func (r *reading) common(i int) bool { return r.listed(i, "common-word", "common") }

// functional reports whether a word is one that every text has many of: an article, a preposition, a pronoun.
func (r *reading) functional(i int) bool { return r.listed(i, "common", "sentence-opener") }

// listed reports whether a list has the word in lower case.
func (r *reading) listed(i int, lists ...string) bool {
	w := strings.ToLower(r.text.Word(i))
	return slices.ContainsFunc(lists, func(list string) bool {
		_, ok := r.program.Lookup(list, w)
		return ok
	})
}

// widen lets a longer name win over a place or first name found inside it: the Washington in a paper's name.
func (r *reading) widen(names []mention) {
	kept := make([]mention, 0, len(r.mentions))
	for _, m := range r.mentions {
		i := sort.Search(len(names), func(k int) bool { return names[k].at.End > m.at.Start })
		var n *mention
		if i < len(names) && names[i].at.Contains(m.at) && names[i].at.Len() > m.at.Len() {
			n = &names[i]
		}
		if n == nil || m.kind != value.TypeLocation || r.joinedBy(n.at) || r.others(n.at, m.at) {
			kept = append(kept, m)
		}
	}
	r.mentions = kept
}

// others reports whether a range holds a typed mention beside the one at a place, so that it is several names in a row.
func (r *reading) others(at, place token.Range) bool {
	for _, half := range []token.Range{{Start: at.Start, End: place.Start}, {Start: place.End, End: at.End}} {
		if half.Len() > 0 && r.mentionAt(half) != nil {
			return true
		}
	}
	return false
}

// joinedBy reports whether a name holds words in lower case or hyphens, so that it may be two names.
func (r *reading) joinedBy(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		w := r.text.Word(i)
		if w == strings.ToLower(w) {
			return true
		}
	}
	return false
}

// decide gives each untyped name the type that the rest of the article gives it, long names first.
func (r *reading) decide(names []mention) {
	known := r.knownForms()
	sort.SliceStable(names, func(i, j int) bool { return names[i].at.Len() > names[j].at.Len() })
	e := r.gather(names)
	taken := make([]bool, len(r.text.Tokens))
	for _, m := range r.mentions {
		take(taken, m.at)
	}
	for _, n := range r.split(names, taken) {
		n.kind = known[key(n.text)]
		if n.kind == "" {
			n.kind = r.guess(n, e, known)
		}
		if n.kind == "" {
			continue
		}
		r.learn(known, n)
		take(taken, n.at)
		r.mentions = append(r.mentions, n)
	}
}

// Evidence is what the places of the untyped names tell of their forms: how often each stands, and the kinds that the
// rules read off the words beside it, each weighed by how often its rule is right.
type evidence struct {
	count map[string]int
	alone map[string]int // how often a rule tells what it is where nothing else speaks
	votes map[string]map[string]float64
}

// unmeasured is what a rule's vote counts that was not measured.
const unmeasured = 0.5

func (r *reading) gather(names []mention) evidence {
	e := evidence{map[string]int{}, map[string]int{}, map[string]map[string]float64{}}
	for _, n := range names {
		e.count[n.text]++
		if n.match.Value("alone") != "" {
			e.alone[n.text]++
		}
		if kind := n.match.Value("kind"); kind != "" {
			e.vote(n.text, kind, cmp.Or(r.confidence(n.match), unmeasured))
		}
	}
	r.addSeries(e, names)
	return e
}

func (e evidence) vote(form, kind string, weight float64) {
	if e.votes[form] == nil {
		e.votes[form] = map[string]float64{}
	}
	e.votes[form][kind] += weight
}

// kind is what most places of a form speak for, or empty.
func (e evidence) kind(form string) string {
	best, most := "", 0.0
	for _, kind := range entityKinds {
		if n := e.votes[form][kind]; n > most {
			best, most = kind, n
		}
	}
	return best
}

// split gives the parts of names that no mention has taken: where a name runs over one, the rest of it.
func (r *reading) split(names []mention, taken []bool) []mention {
	var all []mention
	for _, n := range names {
		if !slices.Contains(taken[n.at.Start:n.at.End], true) {
			all = append(all, n)
			continue
		}
		for at := n.at.Start; at < n.at.End; {
			end := at
			for end < n.at.End && !taken[end] && r.capital(end) {
				end++
			}
			if part := (token.Range{Start: at, End: end}); part.Len() > 0 && !r.chance(part, n.match) {
				all = append(all, mention{at: part, text: r.text.Slice(part), match: n.match})
			}
			at = end + 1
		}
	}
	return all
}

// anyCapital reports whether a range holds a capital: no name is without one.
func (r *reading) anyCapital(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if r.capital(i) {
			return true
		}
	}
	return false
}

func (r *reading) capital(i int) bool {
	w := r.text.Word(i)
	return w != strings.ToLower(w)
}

// knownForms maps the forms of the typed mentions to their types; a person's last name stands for the person.
func (r *reading) knownForms() map[string]string {
	known := map[string]string{}
	for _, m := range r.mentions {
		r.learn(known, m)
	}
	return known
}

// learn notes the kind of a mention's form, of a person's last name, and of an organization without its legal form.
func (r *reading) learn(known map[string]string, m mention) {
	note := func(form string) {
		if _, ok := known[key(form)]; !ok {
			known[key(form)] = m.kind
		}
	}
	note(m.text)
	words := strings.Fields(m.text)
	last := len(words) - 1
	switch {
	case last < 1:
	case m.kind == value.TypePerson:
		note(words[last])
	case m.kind == value.TypeOrganization && r.legalForm(words[last]):
		note(strings.Join(words[:last], " "))
	}
}

// key is the form under which the mentions of one name meet: folded, without accents.
func key(s string) string {
	s = strings.Join(strings.Fields(token.Fold(s)), " ")
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) < 0 {
		return s
	}
	return norm.NFC.String(strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(s)))
}

// guess is the type of a name by the words beside it, else by its shape: two words in capitals are mostly a person, one word that comes back is
// mostly an organization.
func (r *reading) guess(n mention, e evidence, known map[string]string) string {
	if kind := e.kind(n.text); kind != "" {
		return kind
	}
	words := 0
	for i := n.at.Start; i < n.at.End; i++ {
		if r.text.Tokens[i].Kind == token.Word && !r.is(i-1, "-") {
			words++
		}
	}
	switch {
	case r.endsInPlace(n, known):
		return value.TypeOrganization
	case words >= 2 && words <= 4 && !r.common(n.at.Start) && !r.common(n.at.End-1):
		return value.TypePerson
	case n.match.Value("alone") != "" && !r.opening(n.at.Start) && e.alone[n.text] == e.count[n.text]:
		return n.match.Value("alone")
	case words == 1 && e.count[n.text] > 1 || words > 1:
		return value.TypeOrganization
	}
	return ""
}

// endsInPlace reports whether a preposition and the name of a known place end a name: it is that of a body there.
func (r *reading) endsInPlace(n mention, known map[string]string) bool {
	last := n.at.End - 1
	return n.at.Len() >= 3 && r.listed(last-1, "oblique") && known[key(r.text.Word(last))] == value.TypeLocation
}

func take(taken []bool, at token.Range) {
	for i := at.Start; i < at.End; i++ {
		taken[i] = true
	}
}

// drop removes acronyms that the article introduces for common words, "artificial intelligence (AI)", everywhere.
func (r *reading) drop() {
	veto := map[string]bool{}
	for _, m := range r.mentions {
		if m.at.Len() == 1 && r.is(m.at.Start-1, "(") && r.is(m.at.End, ")") && r.spellsCommon(m) {
			veto[m.text] = true
		}
	}
	kept := r.mentions[:0]
	for _, m := range r.mentions {
		if !veto[m.text] {
			kept = append(kept, m)
		}
	}
	r.mentions = kept
}

// spellsCommon reports whether the words in lower case before the bracket begin with the letters of the acronym.
func (r *reading) spellsCommon(m mention) bool {
	letters := []rune(strings.ToLower(m.text))
	i := m.at.Start - 2
	for k := len(letters) - 1; k >= 0; i-- {
		if i < 0 || len(letters)-1-k > 6 || m.at.Start-i > 12 {
			return false
		}
		w := r.text.Word(i)
		if r.text.Tokens[i].Kind != token.Word {
			return false
		}
		if w != strings.ToLower(w) {
			return false
		}
		if []rune(w)[0] == letters[k] {
			k--
		}
	}
	return true
}

// mentionAt is the mention that overlaps the range, the first one.
func (r *reading) mentionAt(at token.Range) *mention {
	i := sort.Search(len(r.mentions), func(k int) bool { return r.mentions[k].at.End > at.Start })
	if i < len(r.mentions) && r.mentions[i].at.Overlaps(at) {
		return &r.mentions[i]
	}
	return nil
}

// entityRecords are the entities in the order of their first mentions.
func (r *reading) entityRecords() []Entity {
	records := []Entity{}
	for _, e := range r.entities {
		rec := Entity{ID: e.id, Type: e.kind, Name: e.name, Country: optional(e.country), Roles: append([]Role{}, e.roles...), IDs: e.ids}
		for _, i := range e.mentions {
			m := r.mentions[i]
			rec.Mentions = append(rec.Mentions, Mention{Place: r.place(m.at), Rule: r.rule(m.match), Confidence: r.confidence(m.match)})
		}
		records = append(records, rec)
	}
	return records
}
