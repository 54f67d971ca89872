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

func TestGoldWithoutNamesTeachesNothing(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(x, &gold.Document{Line: 3, Lang: "en", Text: "Rain."}); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("error %v", err)
	}
}
