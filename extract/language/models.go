package language

import (
	"slices"
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"
)

// ours are the languages of the built-in packs. Of these and of the decoys third_party/lingua-go holds the models; .ci/lingua
// renews them. A pack for a language without a model has the vote alone.
var ours = []lingua.Language{lingua.French, lingua.Portuguese, lingua.English}

// decoys are the languages that would else be taken for one of ours.
var decoys = []lingua.Language{lingua.Spanish, lingua.Italian, lingua.German, lingua.Catalan, lingua.Romanian, lingua.Dutch, lingua.Latin, lingua.Polish, lingua.Swedish}

// models gives the likeliest language of a text among the codes and the decoys, and how sure it is; empty where none
// fits. The models load at the first call.
func models(codes []string) func(text string) (code string, confidence float64) {
	detector := sync.OnceValue(func() lingua.LanguageDetector {
		languages := slices.Clone(decoys)
		for _, code := range codes {
			l := lingua.GetLanguageFromIsoCode639_1(lingua.GetIsoCode639_1FromValue(code))
			if slices.Contains(ours, l) {
				languages = append(languages, l)
			}
		}
		return lingua.NewLanguageDetectorBuilder().FromLanguages(languages...).WithLowAccuracyMode().Build()
	})
	return func(text string) (string, float64) {
		ranked := detector().ComputeLanguageConfidenceValues(text)
		if len(ranked) == 0 || ranked[0].Value() == 0 {
			return "", 0
		}
		return strings.ToLower(ranked[0].Language().IsoCode639_1().String()), ranked[0].Value()
	}
}

// Name is the English name of a language by its BCP 47 code, or the code where the name is not known.
func Name(code string) string {
	primary, _, _ := strings.Cut(code, "-")
	if l := lingua.GetLanguageFromIsoCode639_1(lingua.GetIsoCode639_1FromValue(primary)); l != lingua.Unknown {
		return l.String()
	}
	return code
}
