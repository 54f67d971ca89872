package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso/extract/value"
	"sayso/rules"
	"sayso/rules/match"
)

// groups is a pack that tells the tense of every group of verbs.
func groups(t *testing.T, language string) *match.Program {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "groups")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	pack := "pack: groups\nlanguage: " + language + "\nversion: 1.0.0\nextends: " + language + "\ndisable: [reported-clause-end]\nrules:\n"
	for _, tense := range []string{"past", "future", "conditional", "present"} {
		pack += "  groups-" + tense + ":\n    makes: boundary\n    match: <" + tense + "-group>\n    set: {kind: " + tense + "}\n"
	}
	pack += "  groups-passive:\n    makes: addressee\n    match: <passive-group>\n"
	phrases, err := os.ReadFile(filepath.Join("testdata", "verbs", language+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{"pack.yaml": pack, "groups.yaml": string(phrases)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := rules.NewLibrary(value.Types()).LoadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	program, err := p.Program()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// A verb is the forms of a verb by their cells, such as "present 1s" and "participle".
type verb map[string]string

// persons are those that news is told in.
var persons = []string{"1s", "1p", "3s", "3p"}

// paradigms are the lines of a table of verbs, by their infinitives.
func paradigms(t *testing.T, language string) map[string]verb {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", "verbs", language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	head, lines, _ := strings.Cut(strings.TrimPrefix(string(body), "# "), "\n")
	names, all := cells(head), map[string]verb{}
	for line := range strings.Lines(lines) {
		forms := strings.Fields(line)
		if len(forms) != len(names) {
			t.Fatalf("%s: %d forms, want %d", forms[0], len(forms), len(names))
		}
		all[forms[0]] = verb{}
		for i, form := range forms {
			all[forms[0]][names[i]] = form
		}
	}
	if len(all) < 30 {
		t.Fatalf("%s: %d verbs", language, len(all))
	}
	return all
}

// cells are the columns that the head of a table names: those of a tense by its persons.
func cells(head string) (all []string) {
	for part := range strings.SplitSeq(head, ", ") {
		tense, of, _ := strings.Cut(part, " ")
		if of == "" {
			all = append(all, tense)
		}
		for _, person := range strings.Fields(of) {
			all = append(all, tense+" "+person)
		}
	}
	return all
}

// A teller tells tenses and holds them to what they must be.
type teller struct {
	*testing.T
	*match.Program
}

// tense holds that words behind a subject are one group of that tense.
func (t teller) tense(want, subject, group string) {
	t.Helper()
	said := written(subject, group)
	text := t.Tokenise(said)
	for _, m := range t.Find(text) {
		if k := m.Value("kind"); strings.HasPrefix(t.Rules()[m.Rule].Short, "groups-") && k != "" && m.Tokens.Start <= 1 {
			if k != want || m.Tokens.End != len(text.Tokens)-1 {
				t.Errorf("%q: %s, %d tokens; want %s", said, k, m.Tokens.Len(), want)
			}
			return
		}
	}
	t.Errorf("%q: no tense, want %s", said, want)
}

// passive holds that words behind a subject are a passive group.
func (t teller) passive(subject, group string) {
	t.Helper()
	said := written(subject, group)
	for _, m := range t.Find(t.Tokenise(said)) {
		if t.Rules()[m.Rule].Short == "groups-passive" {
			return
		}
	}
	t.Errorf("%q is no passive", said)
}

var elision = regexp.MustCompile(`\b(J)e ([aeioué])`)

// written is a clause as it is written.
func written(subject, group string) string {
	return strings.ReplaceAll(elision.ReplaceAllString(subject+" "+group+".", "$1'$2"), " '", "'")
}

// forms holds that each form of a verb is read as what its cell says.
func (t teller) forms(v verb) {
	t.Helper()
	for cell, form := range v {
		if cell != "auxiliary" {
			t.form(v["infinitive"], form, strings.Fields(cell)...)
		}
	}
}

// form holds that a form of a verb has features in one reading.
func (t teller) form(lemma, form string, features ...string) {
	t.Helper()
	for _, list := range []string{"verbs", "say"} {
		for _, r := range t.Readings(list, form) {
			has := r.Lemma == lemma
			for _, f := range features {
				has = has && r.Has(f)
			}
			if has {
				return
			}
		}
	}
	t.Errorf("%q is not %v of %q", form, features, lemma)
}

// finite holds that the finite forms of a verb tell what is told of their tenses. A past that is a present too, of this verb or
// of another (« nous allions », of « allier »), tells no past.
func (t teller) finite(v verb, subjects, told map[string]string) {
	t.Helper()
	for _, person := range persons {
		for tense, want := range told {
			form := v[tense+" "+person]
			if tense == "present" || !slices.Contains([]string{v["present 1s"], v["present 1p"], v["present 3s"], "allions"}, form) {
				t.tense(want, subjects[person], form)
			}
		}
	}
}

func TestFrenchTenses(t *testing.T) {
	told, verbs := teller{t, groups(t, "fr")}, paradigms(t, "fr")
	subjects := map[string]string{"1s": "Je", "1p": "Nous", "3s": "X", "3p": "X"}
	tenses := map[string]string{"present": "present", "imperfect": "past", "future": "future", "conditional": "conditional"}
	for _, v := range verbs {
		told.forms(v)
		told.finite(v, subjects, tenses)
		for _, person := range persons {
			if !slices.Contains([]string{"avoir", "être", "aller", "venir"}, v["infinitive"]) {
				told.frenchGroups(v, verbs, subjects[person], person)
			}
		}
	}
}

// frenchGroups holds that a verb behind its auxiliaries tells a tense in a person.
func (t teller) frenchGroups(v verb, verbs map[string]verb, subject, person string) {
	t.Helper()
	infinitive, participle := v["infinitive"], v["participle"]
	have, be := verbs["avoir"], verbs["être"]
	agreed := participle
	if strings.HasSuffix(person, "p") && !strings.HasSuffix(participle, "s") {
		agreed += "s"
	}
	tenses := []struct{ want, tense string }{
		{"past", "present"}, {"past", "imperfect"}, {"future", "future"}, {"conditional", "conditional"},
	}
	for _, told := range tenses {
		if cell := told.tense + " " + person; v["auxiliary"] == "avoir" {
			t.tense(told.want, subject, have[cell]+" "+participle)
			t.passive(subject, have[cell]+" été "+agreed)
			t.passive(subject, be[cell]+" "+agreed)
		} else {
			t.tense(told.want, subject, be[cell]+" "+agreed)
		}
	}
	now := "present " + person
	if v["auxiliary"] == "avoir" {
		t.tense("past", subject, have[now]+" déjà "+participle)
		t.tense("past", subject, have[now]+" pas encore "+participle)
		t.tense("past", subject, have["subjunctive "+person]+" "+participle)
		t.tense("past", subject, have[now]+" été "+agreed)
		t.tense("future", subject, be["future "+person]+" "+agreed)
		t.tense("conditional", subject, be["conditional "+person]+" "+agreed)
	} else {
		t.tense("past", subject, be[now]+" déjà "+agreed)
		t.tense("past", subject, be[now]+" pas encore "+agreed)
	}
	t.tense("future", subject, verbs["aller"][now]+" "+infinitive)
	t.tense("future", subject, verbs["aller"][now]+" pas "+infinitive)
	t.tense("past", subject, verbs["venir"][now]+" de "+infinitive)
}

func TestPortugueseTenses(t *testing.T) {
	told, verbs := teller{t, groups(t, "pt")}, paradigms(t, "pt")
	subjects := map[string]string{"1s": "Eu", "1p": "Nós", "3s": "X", "3p": "X"}
	tenses := map[string]string{"present": "present", "imperfect": "past", "past": "past", "future": "future", "conditional": "conditional"}
	for _, v := range verbs {
		told.forms(v)
		told.finite(v, subjects, tenses)
		for _, person := range persons {
			if !slices.Contains([]string{"ter", "haver", "ser", "ir", "acabar"}, v["infinitive"]) {
				told.portugueseGroups(v, verbs, subjects[person], person)
			}
		}
	}
	for group, want := range map[string]string{
		"dir-se-á": "future", "dir-lhe-ia": "conditional", "anunciar-se-ão": "future", "há-de dizer": "future", "far-se-ia": "conditional",
		"dir-lhe-ei": "future", "dir-lhe-emos": "future", "dir-lhe-íamos": "conditional", "hei-de dizer": "future", "havemos-de dizer": "future",
	} {
		told.tense(want, "X", group)
	}
}

// portugueseGroups holds that a verb behind its auxiliaries tells a tense in a person.
func (t teller) portugueseGroups(v verb, verbs map[string]verb, subject, person string) {
	t.Helper()
	infinitive, participle := v["infinitive"], v["participle"]
	agreed := participle
	if strings.HasSuffix(person, "p") {
		agreed += "s"
	}
	have, be := verbs["ter"], verbs["ser"]
	for _, told := range []struct{ want, tense string }{{"past", "imperfect"}, {"future", "future"}, {"conditional", "conditional"}} {
		cell := told.tense + " " + person
		t.tense(told.want, subject, have[cell]+" "+participle)
		t.tense(told.want, subject, verbs["haver"][cell]+" "+participle)
		t.tense(told.want, subject, be[cell]+" "+agreed)
		t.passive(subject, be[cell]+" "+agreed)
		t.passive(subject, have[cell]+" sido "+agreed)
	}
	now, past := "present "+person, "past "+person
	t.tense("past", subject, have[now]+" "+participle)
	t.tense("past", subject, verbs["acabar"][now]+" de "+infinitive)
	t.tense("past", subject, be[past]+" "+agreed)
	t.tense("past", subject, be[past]+" já "+agreed)
	t.tense("future", subject, verbs["ir"][now]+" "+infinitive)
	t.passive(subject, be[now]+" "+agreed)
	t.passive(subject, be[past]+" "+agreed)
}

func TestEnglishTenses(t *testing.T) {
	told := teller{t, groups(t, "en")}
	be := map[string][]string{"I": {"am", "was"}, "We": {"are", "were"}, "X": {"is", "was"}}
	for _, v := range paradigms(t, "en") {
		told.forms(v)
		told.tense("present", "X", v["present 3s"])
		for _, subject := range []string{"I", "We", "X"} {
			if v["past"] != v["infinitive"] {
				told.tense("past", subject, v["past"])
				told.tense("present", subject, v["infinitive"])
			}
			told.englishGroups(v, subject, be[subject][0], be[subject][1])
		}
	}
}

// englishGroups holds that a verb behind its auxiliaries tells a tense; "to be" has forms of its own for the subject.
func (t teller) englishGroups(v verb, subject, am, was string) {
	t.Helper()
	infinitive, participle, gerund := v["infinitive"], v["participle"], v["gerund"]
	have, do := "have", "do"
	if subject == "X" {
		have, do = "has", "does"
	}
	for _, auxiliaries := range []struct{ tense, with, form string }{
		{"past", have, participle}, {"past", "had already", participle}, {"past", was, participle}, {"past", have + " been", participle},
		{"past", was + " being", participle}, {"past", have + " not yet been", participle}, {"past", was, gerund}, {"past", "did not", infinitive}, {"past", "didn't", infinitive},
		{"present", am, gerund}, {"present", do + " not", infinitive},
		{"future", "will", infinitive}, {"future", "will not", infinitive}, {"future", "won't", infinitive}, {"future", "will be", participle},
		{"future", "will be", gerund}, {"future", am + " going to", infinitive}, {"future", "will have", participle},
		{"conditional", "would", infinitive}, {"conditional", "would have", participle},
	} {
		t.tense(auxiliaries.tense, subject, auxiliaries.with+" "+auxiliaries.form)
	}
	if subject != "X" {
		t.englishShort(v, subject, map[string]string{"I": "'m", "We": "'re"}[subject])
	}
	for _, be := range []string{am, was, have + " been", "will be", "would be"} {
		t.passive(subject, be+" "+participle)
	}
}

// englishShort holds that a verb behind auxiliaries that are joined to a pronoun tells a tense.
func (t teller) englishShort(v verb, subject, am string) {
	t.Helper()
	infinitive, participle, gerund := v["infinitive"], v["participle"], v["gerund"]
	t.tense("past", subject, "'ve "+participle)
	t.tense("past", subject, "'ve never "+participle)
	t.tense("past", subject, "haven't "+participle)
	t.tense("past", subject, "hadn't yet "+participle)
	t.tense("present", subject, am+" "+gerund)
	t.tense("present", subject, "don't "+infinitive)
	t.tense("future", subject, "'ll "+infinitive)
	t.tense("future", subject, am+" going to "+infinitive)
}
