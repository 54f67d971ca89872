package dates

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"sayso/extract/timex"
	"sayso/extract/view/viewtest"
)

// A grammar makes date expressions of a language at random: parts of containers, lists, ranges, clock times, sets.
type grammar struct {
	months, weekdays []string
	ordinals         []string // first to fourth
	forms            []string // $D a day number, $M a month, $W a weekday, $Y a year, $N a small number, $O an ordinal, $H an hour, $C a century
}

var grammars = map[string]grammar{
	"en": {
		strings.Fields("January February March April May June July August September October November December"),
		strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
		strings.Fields("first second third fourth"),
		[]string{
			"on $D $M $Y", "on $M $D", "from $D to $D $M $Y", "on $D, $D and $D $M", "the $O $W of $M $Y", "the last week of $M",
			"the $O quarter of $Y", "the first $N months of $Y", "early $M", "late $Y", "mid-$M $Y", "next $W", "last $W at $H p.m.",
			"in the summer of $Y", "since $Y", "between $Y and $Y", "in the $C century", "the first half of the $C century",
			"$N years ago", "$N and a half years", "$N to $N weeks", "every $N days", "every other $W", "$N times a week", "at $H:30 on $W",
			"in $Y-$Y", "the $D of last month", "$N days later", "the following year", "earlier this year", "by Christmas $Y", "$D/$D/$Y",
		},
	},
	"fr": {
		strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		strings.Fields("lundi mardi mercredi jeudi vendredi samedi dimanche"),
		strings.Fields("premier deuxième troisième quatrième"),
		[]string{
			"le $D $M $Y", "du $D au $D $M $Y", "les $D, $D et $D $M", "le $O $W de $M $Y", "la dernière semaine de $M", "au $O trimestre $Y",
			"les $N premiers mois de $Y", "début $M", "fin $Y", "mi-$M $Y", "$W prochain", "$W dernier à $H h 30", "à l'été $Y", "depuis $Y",
			"entre $Y et $Y", "au XIXe siècle", "la première moitié du XXe siècle", "il y a $N ans", "$N ans et demi", "$N à $N semaines",
			"tous les $N jours", "un $W sur deux", "$N fois par semaine", "vers $H h, $W", "en $Y-$Y", "le $D du mois dernier", "$N jours plus tard",
			"l'année suivante", "plus tôt dans l'année", "avant Noël $Y", "la semaine du $D $M", "le $D/$D/$Y",
		},
	},
	"pt": {
		strings.Fields("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
		strings.Fields("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
		strings.Fields("primeiro segundo terceiro quarto"),
		[]string{
			"em $D de $M de $Y", "de $D a $D de $M de $Y", "nos dias $D, $D e $D de $M", "na última semana de $M", "no $O trimestre de $Y",
			"os primeiros $N meses de $Y", "no início de $M", "no fim de $Y", "em meados de $M", "na próxima $W", "no último $W às $Hh",
			"no verão de $Y", "desde $Y", "entre $Y e $Y", "no século XIX", "na segunda metade do século XX", "há $N anos", "$N anos e meio",
			"entre $N e $N semanas", "a cada $N dias", "$N vezes por semana", "às $Hh30 de $W", "em $Y-$Y", "no dia $D do mês passado",
			"$N dias depois", "no ano seguinte", "no Natal de $Y", "na semana de $D de $M", "em $D/$D/$Y", "no mesmo período do ano passado",
		},
	},
}

// sentences puts an expression between words with and without a verb.
var sentences = map[string][]string{
	"en": {"It rained %s.", "The works will begin %s, he said.", "%s: the list", "“They left %s”, said the mayor."},
	"fr": {"Il a plu %s.", "Les travaux commenceront %s, dit-il.", "%s : la liste", "« Ils sont partis %s », a dit le maire."},
	"pt": {"Choveu %s.", "As obras vão começar %s, disse.", "%s: a lista", "“Eles saíram %s”, disse o prefeito."},
}

func (g grammar) make(random *rand.Rand) string {
	form := g.forms[random.IntN(len(g.forms))]
	for _, hole := range []struct {
		name string
		fill func() string
	}{
		{"$D", func() string { return fmt.Sprint(1 + random.IntN(31)) }},
		{"$M", func() string { return g.months[random.IntN(12)] }},
		{"$W", func() string { return g.weekdays[random.IntN(7)] }},
		{"$Y", func() string { return fmt.Sprint(1900 + random.IntN(150)) }},
		{"$N", func() string { return fmt.Sprint(1 + random.IntN(20)) }},
		{"$O", func() string { return g.ordinals[random.IntN(4)] }},
		{"$H", func() string { return fmt.Sprint(1 + random.IntN(12)) }},
		{"$C", func() string { return fmt.Sprint(11+random.IntN(10)) + "th" }},
	} {
		for strings.Contains(form, hole.name) {
			form = strings.Replace(form, hole.name, hole.fill(), 1)
		}
	}
	return form
}

// wellFormed is the grammar of the TIMEX3 values that a record may have.
var wellFormed = regexp.MustCompile(`^(?:` +
	`(?:[\dX]{2,4}|[\dX]{4}-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI)|BC\d{2,4}|\d{4}/\d{4})(?:T(?:\d\d:\d\d|MO|MI|AF|EV|NI|DT))?` +
	`|P(?:(?:[\d.]+|X)(?:Y|Q|M|WE|W|D|DE|CE))*(?:T(?:(?:[\d.]+|X)[HMS])+)?` +
	`|PRESENT_REF|PAST_REF|FUTURE_REF)$`)

// Whatever a grammar says and whenever the article is published: a value is well formed, no interval ends before it
// begins, no annotation begins or ends with a mark, and a length or set has no interval.
func TestRandomExpressions(t *testing.T) {
	for _, lang := range viewtest.Languages {
		g, random, found := grammars[lang], rand.New(rand.NewPCG(7, 11)), 0
		for range 150 {
			expression := g.make(random)
			text := fmt.Sprintf(sentences[lang][random.IntN(4)], expression)
			published := timex.Date(1950+random.IntN(100), 1+random.IntN(12), 1+random.IntN(28)).Format(time.DateOnly)
			if random.IntN(8) == 0 {
				published = ""
			}
			dates := read(viewtest.Of(t, lang, published, text))
			if len(dates) > 0 {
				found++
			}
			for _, m := range dates {
				first, _ := utf8.DecodeRuneInString(m.Text)
				last, _ := utf8.DecodeLastRuneInString(m.Text)
				switch {
				case !wellFormed.MatchString(m.Value) || m.Value == "P" || m.Value == "":
					t.Errorf("%s: the value %q is malformed: %s", lang, m.Value, text)
				case disagree(m) != "":
					t.Errorf("%s, published %q: %s: %s %+v", lang, published, disagree(m), text, m)
				case unicode.IsPunct(first) && first != '\'' && first != '’' && first != '‘' || unicode.IsPunct(last) && last != '.' && last != ')':
					t.Errorf("%s: %q begins or ends with a mark: %s", lang, m.Text, text)
				}
			}
		}
		if found < 130 {
			t.Errorf("%s: in %d of 150 sentences no date was found", lang, 150-found)
		}
	}
}

// A verb of the past never dates what it tells after the article, nor a verb of the future before it.
func TestNoResultIsOnTheWrongSide(t *testing.T) {
	sides := map[string][2]string{
		"en": {"It opened on $D $M.", "It will open on $D $M."},
		"fr": {"Il a ouvert le $D $M.", "Il ouvrira le $D $M."},
		"pt": {"Abriu em $D de $M.", "Vai abrir em $D de $M."},
	}
	for _, lang := range viewtest.Languages {
		random := rand.New(rand.NewPCG(5, 3))
		for side, sentence := range sides[lang] {
			for range 25 {
				text := grammar{months: grammars[lang].months, weekdays: grammars[lang].weekdays, ordinals: grammars[lang].ordinals, forms: []string{sentence}}.make(random)
				published := timex.Date(2000+random.IntN(30), 1+random.IntN(12), 1+random.IntN(28)).Format(time.DateOnly)
				for _, m := range read(viewtest.Of(t, lang, published, text)) {
					if m.From != nil && (side == 0 && *m.From > published || side == 1 && *m.To < published) {
						t.Errorf("%s, published %s: %s is %s", lang, published, text, *m.From)
					}
				}
			}
		}
	}
}
