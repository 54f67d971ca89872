package names

import (
	"slices"
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	for in, want := range map[string]string{"  États-Unis ": "etats-unis", "A  B": "a b", "São\u00a0Paulo": "sao paulo", "": ""} {
		if got := Key(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	if got := Words("L'Île-d'Yeu, 2024"); !slices.Equal(got, []string{"l", "ile", "d", "yeu", "2024"}) {
		t.Errorf("got %q", got)
	}
}

func TestShortens(t *testing.T) {
	for _, c := range []struct {
		long, short string
		want        bool
	}{
		{"ana maria gomes", "gomes", true},
		{"ana maria gomes", "a. gomes", true},
		{"ana maria gomes", "ana gomes", true},
		{"ana maria gomes", "gomes ana", false},
		{"ana maria gomes", "a. m.", false}, // initials alone name nobody
		{"ana maria gomes", "b. gomes", false},
	} {
		if got := Shortens(strings.Fields(c.long), strings.Fields(c.short)); got != c.want {
			t.Errorf("%s as %s: %v", c.long, c.short, got)
		}
	}
}

func TestCognates(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"industry", "industrie", true}, {"london", "londres", true}, {"port", "porto", true}, {"port", "pont", false}, {"bank", "banane", false}, {"eau", "eau", true}} {
		if got := Cognates(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}

func TestInitials(t *testing.T) {
	functional := func(w string) bool { return w == "da" || w == "of" }
	for in, want := range map[string]string{"Organização Mundial da Saúde": "oms", "Bank of England": "be", "Bank Of England": "boe"} {
		if got := Initials(in, functional); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]bool{"U.S.": true, "OMS": true, "O": false, "Oms": false, "": false, "...": false} {
		if got := IsAcronym(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
	if !Spells([]string{"boe"}, []string{"bank", "of", "england"}) || !Spells([]string{"be"}, []string{"bank", "of", "england"}) || Spells([]string{"bo"}, []string{"bank", "of", "england"}) {
		t.Error("an acronym is made of all first letters, or of those of the words that do not link")
	}
	if !IsInitial("J.") || IsInitial("Jo.") || IsInitial(".") {
		t.Error("an initial is one letter with a full stop")
	}
}
