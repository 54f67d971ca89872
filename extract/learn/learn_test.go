package learn

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/gold"
)

func TestDescend(t *testing.T) {
	x := []float64{5, -3, 0}
	descend(x, 200, func(x, g []float64) float64 {
		sum := 0.0
		for i := range x {
			by := float64(i + 1)
			g[i] = 2 * by * (x[i] - by)
			sum += by * (x[i] - by) * (x[i] - by)
		}
		return sum
	})
	for i, v := range x {
		if math.Abs(v-float64(i+1)) > 1e-2 {
			t.Errorf("%d: got %f", i, v)
		}
	}
}

// corpus is sentences of one pattern: whoever is called a glimmer is an organization, whoever is called a harbour a place.
func corpus(t *testing.T, x *extract.Extractor) []*Article {
	t.Helper()
	var all []*Article
	for i := range 24 {
		name := fmt.Sprintf("Zor%sak", strings.Repeat("ba", i%5+1))
		noun, kind := "glimmer", "ORG"
		if i%2 == 0 {
			noun, kind = "harbour", "LOC"
		}
		text := fmt.Sprintf("They spoke of the %s %s again.", noun, name)
		start := strings.Index(text, name)
		g := gold.Document{Lang: "en", Text: text, Entities: []gold.Entity{{Span: gold.Span{Start: start, End: start + len(name)}, Type: kind}}}
		a, err := Read(x, &g)
		if err != nil {
			t.Fatal(err)
		}
		a.Group, a.Index = "own", i
		all = append(all, a)
	}
	return all
}

func TestLearn(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := corpus(t, x)
	learnt := Learn(all, nil)
	if again := Learn(all, nil); !maps.Equal(learnt, again) {
		t.Error("the same articles give other weights")
	}
	glimmer, harbour := learnt.Weight("before word", "glimmer"), learnt.Weight("before word", "harbour")
	if glimmer[1] <= glimmer[2] || harbour[2] <= harbour[1] {
		t.Errorf("glimmer %v, harbour %v", glimmer, harbour)
	}
	var count Tally
	for _, a := range all {
		count.Add(a, learnt)
	}
	if count.Right != 24 || count.Found != 24 {
		t.Errorf("%+v", count)
	}
	if left := Folds(all, 4)["own"]; F1(left.Gold, left.Found, left.Right) < 0.9 {
		t.Errorf("left out: %+v", left)
	}
}

func TestAddKeepsWhatIsInherited(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := corpus(t, x)
	have := Table{{"before list", "articles"}: {1, 2, 3, 4}}
	for p, by := range Add(all, map[string]Table{"en": have}) {
		if p == [2]string{"before list", "articles"} || ofForm(p[0]) {
			t.Errorf("%v is learnt anew: %v", p, by)
		}
	}
	sum := have.With(Table{{"before list", "articles"}: {0.5, 0, 0, 0}, {"a", "name"}: {0, 1, 0, 0}})
	if got := sum.Weight("before list", "articles"); got != ([4]float32{1.5, 2, 3, 4}) {
		t.Errorf("sum %v", got)
	}
	if rest := sum.Without(have); len(rest) != 2 || rest.Weight("before list", "articles")[0] != 0.5 {
		t.Errorf("rest %v", rest)
	}
}

// An article's evidence is read again after others were read.
func TestEvidenceOutlivesOtherArticles(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	read := func(text string) *Article {
		a, err := Read(x, &gold.Document{Lang: "en", Text: text, Entities: []gold.Entity{}})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	long := read(strings.Repeat("Anna Zorbak met Peter Harlow, and they left. ", 20))
	table := Table{{"words", "2"}: {1, 0, 0, 0}}
	var before, after Tally
	before.Add(long, table)
	read("Rain.")
	after.Add(long, table)
	if before != after || before.Found == 0 {
		t.Errorf("found %d, then %d", before.Found, after.Found)
	}
}

func TestGoldWithoutNamesTeachesNothing(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(x, &gold.Document{Line: 3, Lang: "en", Text: "Rain."}); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("error %v", err)
	}
}
