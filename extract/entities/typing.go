package entities

import (
	"cmp"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
	"slices"
	"sort"
	"strings"
)

// widen lets a longer name win over a place or first name found inside it: the Washington in a paper's name.
func (r *reading) widen(untyped []Mention) {
	kept := make([]Mention, 0, len(r.mentions))
	for _, m := range r.mentions {
		i := sort.Search(len(untyped), func(k int) bool { return untyped[k].At.End > m.At.Start })
		var n *Mention
		if i < len(untyped) && untyped[i].At.Contains(m.At) && untyped[i].At.Len() > m.At.Len() {
			n = &untyped[i]
		}
		if n == nil || m.Kind != value.TypeLocation || r.joinedBy(n.At) || r.others(n.At, m.At) {
			kept = append(kept, m)
		}
	}
	r.mentions = kept
}

// others reports whether a range holds a typed mention beside the one at a place, so that it is several names in a row.
func (r *reading) others(at, place token.Range) bool {
	for _, half := range []token.Range{{Start: at.Start, End: place.Start}, {Start: place.End, End: at.End}} {
		if half.Len() > 0 && overlapping(r.mentions, half) != nil {
			return true
		}
	}
	return false
}

// joinedBy reports whether a name holds words in lower case or hyphens, so that it may be two names.
func (r *reading) joinedBy(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		w := r.Text.Word(i)
		if w == strings.ToLower(w) {
			return true
		}
	}
	return false
}

// decide gives each untyped name the type that the rest of the article gives it, long names first.
func (r *reading) decide(untyped []Mention) {
	known := r.knownForms()
	sort.SliceStable(untyped, func(i, j int) bool { return untyped[i].At.Len() > untyped[j].At.Len() })
	e := r.gather(untyped)
	taken := make([]bool, len(r.Text.Tokens))
	for _, m := range r.mentions {
		take(taken, m.At)
	}
	for _, n := range r.split(untyped, taken) {
		n.Kind = known[names.Key(n.Text)]
		if n.Kind == "" {
			n.Kind = r.guess(n, e, known)
		}
		if n.Kind == "" {
			continue
		}
		r.learn(known, n)
		take(taken, n.At)
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

func (r *reading) gather(untyped []Mention) evidence {
	e := evidence{map[string]int{}, map[string]int{}, map[string]map[string]float64{}}
	for _, n := range untyped {
		e.count[n.Text]++
		if n.Match.Value("alone") != "" {
			e.alone[n.Text]++
		}
		if kind := n.Match.Value("kind"); kind != "" {
			e.vote(n.Text, kind, cmp.Or(r.Confidence(n.Match), unmeasured))
		}
	}
	r.addSeries(e, untyped)
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
	for _, kind := range kinds {
		if n := e.votes[form][kind]; n > most {
			best, most = kind, n
		}
	}
	return best
}

// split gives the parts of names that no mention has taken: where a name runs over one, the rest of it.
func (r *reading) split(untyped []Mention, taken []bool) []Mention {
	var all []Mention
	for _, n := range untyped {
		if !slices.Contains(taken[n.At.Start:n.At.End], true) {
			all = append(all, n)
			continue
		}
		for at := n.At.Start; at < n.At.End; {
			end := at
			for end < n.At.End && !taken[end] && r.Capitalised(end) {
				end++
			}
			if part := (token.Range{Start: at, End: end}); part.Len() > 0 && !r.capitalByChance(part, n.Match) {
				all = append(all, Mention{At: part, Text: r.Text.Slice(part), Match: n.Match})
			}
			at = end + 1
		}
	}
	return all
}

// knownForms maps the forms of the typed mentions to their types; a person's last name stands for the person.
func (r *reading) knownForms() map[string]string {
	known := map[string]string{}
	for _, m := range r.mentions {
		r.learn(known, m)
	}
	return known
}

// learn notes the kind of a Mention's form, of a person's last name, and of an organization without its legal form.
func (r *reading) learn(known map[string]string, m Mention) {
	note := func(form string) {
		if _, ok := known[names.Key(form)]; !ok {
			known[names.Key(form)] = m.Kind
		}
	}
	note(m.Text)
	words := strings.Fields(m.Text)
	last := len(words) - 1
	switch {
	case last < 1:
	case m.Kind == value.TypePerson:
		note(words[last])
	case m.Kind == value.TypeOrganization && r.legalForm(words[last]):
		note(strings.Join(words[:last], " "))
	}
}

// guess is the type of a name by the words beside it, else by its shape: two words in capitals are mostly a person, one word that comes back is
// mostly an organization.
func (r *reading) guess(n Mention, e evidence, known map[string]string) string {
	if kind := e.kind(n.Text); kind != "" {
		return kind
	}
	words := 0
	for i := n.At.Start; i < n.At.End; i++ {
		if r.Text.Tokens[i].Kind == token.Word && !r.Is(i-1, "-") {
			words++
		}
	}
	switch {
	case r.endsInPlace(n, known):
		return value.TypeOrganization
	case words >= 2 && words <= 4 && !r.CommonWord(n.At.Start) && !r.CommonWord(n.At.End-1):
		return value.TypePerson
	case n.Match.Value("alone") != "" && !r.AfterMark(n.At.Start) && e.alone[n.Text] == e.count[n.Text]:
		return n.Match.Value("alone")
	case words == 1 && e.count[n.Text] > 1 || words > 1:
		return value.TypeOrganization
	}
	return ""
}

// endsInPlace reports whether a preposition and the name of a known place end a name: it is that of a body there.
func (r *reading) endsInPlace(n Mention, known map[string]string) bool {
	last := n.At.End - 1
	return n.At.Len() >= 3 && r.Listed(last-1, "oblique") && known[names.Key(r.Text.Word(last))] == value.TypeLocation
}

func take(taken []bool, at token.Range) {
	for i := at.Start; i < at.End; i++ {
		taken[i] = true
	}
}
