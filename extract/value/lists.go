package value

// A List is a list of the packs that the program itself reads, besides those that phrases name. A pack without it goes
// without what it is for.
type List struct{ Name, About string }

// Lists is the table of them.
func Lists() []List {
	return []List{
		{"common", "the commonest words: what the language is known by, and no names"},
		{"foreign", "words of neighbours that speak against the language"},
		{"variant", "words that one region alone writes, by its ISO 3166 code"},
		{"common-word", "words that are written in lower case too, so that no capital makes them names"},
		{"conjunction", "words that join the names of a series: and, or"},
		{"sentence-opener", "words that owe their capital to the beginning of a sentence"},
		{"demonym", "peoples by the ISO 3166 codes of their countries: they speak for a currency"},
		{"first-name", "given names by their gender, m or f"},
		{"world-first-name", "given names of other languages by their gender"},
		{"word-first-name", "given names that are words too, by their gender"},
		{"office", "offices: whoever bears one can speak"},
		{"oblique", "words after which a name is not the subject of its clause"},
		{"country", "countries by their ISO 3166 codes: what is named after one has no other country"},
		{"region", "parts of countries and of the world, likewise"},
		{"city", "towns, likewise"},
		{"world-city", "towns of other countries, likewise"},
		{"organization-tail", "legal forms after the names of organizations"},
		{"club-code", "letters before the name of a club"},
		{"club-tail", "letters after the name of a club"},
		{"family-name", "family names: they speak for a person"},
		{"famous-person", "names by which everybody knows a person"},
		{"famous-team", "teams by the names that the press calls them by"},
		{"famous-thing", "competitions, works, products and the like by the names that the press uses"},
		{"office-time", "words that tell of an office that it is over or to come: former, future"},
		{"relative", "words that begin a clause about the name before them"},
		{"stance", "lemmas of verbs that report, by what they make of a statement"},
		{"speaker-stance", "how a speaker stands to a statement, by the stance of the words that report it"},
		{"thing", "currencies that are things too, by the number from which they are money"},
		{"scale", "words that multiply a number, by what they multiply it by"},
		{"own-dollar", "countries of dollars whose papers are written in the language, by their ISO 3166 codes"},
		{"hemisphere", "north, where the press of the language is in the north"},
	}
}
