package rules_test

import (
	"os"
	"path/filepath"
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
		pack += "  told-" + tense + ":\n    makes: boundary\n    match: <" + tense + "-group>\n    set: {kind: " + tense + "}\n"
	}
	pack += "  told-passive:\n    makes: addressee\n    match: <passive-group>\n"
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

// paradigms are the lines of a table of verbs.
func paradigms(t *testing.T, language string) (all [][]string) {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", "verbs", language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(body)) {
		if line[0] != '#' {
			all = append(all, strings.Fields(line))
		}
	}
	if len(all) < 30 {
		t.Fatalf("%s: %d verbs", language, len(all))
	}
	return all
}

// A teller tells tenses and holds them to what they must be.
type teller struct {
	*testing.T
	*match.Program
}

// tense holds that words are one group of that tense.
func (t teller) tense(want, group string) {
	t.Helper()
	text := t.Tokenise("X " + group + ".")
	for _, m := range t.Find(text) {
		if k := m.Value("kind"); strings.HasPrefix(t.Rules()[m.Rule].Short, "told-") && k != "" && m.Tokens.Start == 1 {
			if k != want || m.Tokens.End != len(text.Tokens)-1 {
				t.Errorf("%q: %s, %d tokens; want %s", group, k, m.Tokens.Len(), want)
			}
			return
		}
	}
	t.Errorf("%q: no tense, want %s", group, want)
}

// passive holds that words are a passive group.
func (t teller) passive(group string) {
	t.Helper()
	for _, m := range t.Find(t.Tokenise("X " + group + ".")) {
		if t.Rules()[m.Rule].Short == "told-passive" {
			return
		}
	}
	t.Errorf("%q is no passive", group)
}

// form holds that a form has features in one reading.
func (t teller) form(form string, features ...string) {
	t.Helper()
	for _, list := range []string{"verbs", "say"} {
		for _, r := range t.Readings(list, form) {
			has := true
			for _, f := range features {
				has = has && r.Has(f)
			}
			if has {
				return
			}
		}
	}
	t.Errorf("%q is not %v", form, features)
}

func TestFrenchTenses(t *testing.T) {
	told := teller{t, groups(t, "fr")}
	for _, v := range paradigms(t, "fr") {
		infinitive, participle, gerund, auxiliary := v[0], v[13], v[14], v[15]
		for i, person := range []string{"3s", "3p"} {
			told.tense("present", v[1+i])
			told.tense("past", v[3+i])
			told.form(v[5+i], "past", person)
			told.tense("future", v[7+i])
			told.tense("conditional", v[9+i])
			told.form(v[11+i], "subjunctive", person)
		}
		told.form(participle, "participle")
		told.form(gerund, "gerund")
		have := []string{"a", "avait", "aura", "aurait", "ait"}
		if auxiliary == "est" {
			have = []string{"est", "était", "sera", "serait", "soit"}
		}
		told.tense("past", have[0]+" "+participle)
		told.tense("past", have[0]+" déjà "+participle)
		told.tense("past", have[0]+" pas encore "+participle)
		told.tense("future", "va pas "+infinitive)
		told.tense("past", "vient de "+infinitive)
		told.tense("future", have[2]+" "+participle)
		told.tense("future", "va "+infinitive)
		told.tense("conditional", have[3]+" "+participle)
		if auxiliary == "a" {
			told.tense("past", have[1]+" "+participle)
			told.tense("past", "a été "+participle)
			told.tense("future", "sera "+participle)
			told.tense("conditional", "serait "+participle)
			for _, be := range []string{"est", "sera", "a été", "avait été", "aurait été"} {
				told.passive(be + " " + participle)
			}
		}
	}
}

func TestPortugueseTenses(t *testing.T) {
	told := teller{t, groups(t, "pt")}
	for _, v := range paradigms(t, "pt") {
		infinitive, participle, gerund := v[0], v[15], v[16]
		for i, person := range []string{"3s", "3p"} {
			told.tense("present", v[1+i])
			told.tense("past", v[3+i])
			told.tense("past", v[5+i])
			told.tense("future", v[8+i])
			told.tense("conditional", v[10+i])
			told.form(v[12+i], "subjunctive", person)
		}
		told.form(v[7], "pluperfect", "3s")
		told.form(v[14], "past-subjunctive", "3s")
		told.form(participle, "participle")
		told.form(gerund, "gerund")
		for _, have := range []string{"tem", "tinha", "havia"} {
			told.tense("past", have+" "+participle)
		}
		told.tense("past", "acaba de "+infinitive)
		told.tense("past", "foi "+participle)
		told.tense("past", "foi já "+participle)
		told.tense("future", "será "+participle)
		told.tense("future", "terá "+participle)
		told.tense("future", "vai "+infinitive)
		told.tense("conditional", "teria "+participle)
		for _, be := range []string{"é", "foi", "será", "seria", "tinha sido", "terá sido"} {
			told.passive(be + " " + participle)
		}
	}
	for group, want := range map[string]string{
		"dir-se-á": "future", "dir-lhe-ia": "conditional", "anunciar-se-ão": "future", "há-de dizer": "future", "far-se-ia": "conditional",
	} {
		told.tense(want, group)
	}
}

func TestEnglishTenses(t *testing.T) {
	told := teller{t, groups(t, "en")}
	for _, v := range paradigms(t, "en") {
		infinitive, third, past, participle, gerund := v[0], v[1], v[2], v[3], v[4]
		told.form(infinitive, "infinitive")
		told.tense("present", third)
		if past != infinitive {
			told.tense("past", past)
			told.tense("present", infinitive)
		}
		told.form(past, "past")
		told.form(gerund, "gerund")
		for _, auxiliaries := range []struct{ tense, with, form string }{
			{"past", "has", participle}, {"past", "had already", participle}, {"past", "was", participle}, {"past", "has been", participle},
			{"past", "was being", participle}, {"past", "has not yet been", participle}, {"past", "were", gerund}, {"past", "did not", infinitive}, {"past", "didn't", infinitive},
			{"present", "is", gerund}, {"present", "does not", infinitive},
			{"future", "will", infinitive}, {"future", "will not", infinitive}, {"future", "won't", infinitive}, {"future", "will be", participle},
			{"future", "will be", gerund}, {"future", "is going to", infinitive}, {"future", "will have", participle},
			{"conditional", "would", infinitive}, {"conditional", "would have", participle},
		} {
			told.tense(auxiliaries.tense, auxiliaries.with+" "+auxiliaries.form)
		}
		for _, be := range []string{"is", "was", "has been", "will be", "would be"} {
			told.passive(be + " " + participle)
		}
	}
}
