package value

// A List is a list of the packs that the program itself reads, besides those that phrases name. A pack without it goes
// without what it is for.
type List struct{ Name, About string }

// Neighbours are languages that there is no pack for and that are taken for ours, by their ISO 639-1 codes: the list
// "neighbour-" with a code holds common words of one, by which a refusal may name it.
var Neighbours = []string{"es", "it", "de", "nl", "ca", "gl", "oc", "ro", "pl", "sv"}

// Lists is the table of them.
func Lists() []List {
	var all []List
	for _, code := range Neighbours {
		all = append(all, List{"neighbour-" + code, "common words of a language that there is no pack for, by its ISO 639-1 code"})
	}
	return append(all, lists()...)
}

func lists() []List {
	return []List{
		{"common", "the commonest words: what the language is known by, and no names"},
		{"frequent", "further frequent words, by which alone the language is told"},
		{"foreign", "words of neighbours that speak against the language"},
		{"neighbour", "more words of neighbours, by which alone the language is told"},
		{"foreign-part", "parts of words of neighbours that no word of the language has"},
		{"variant", "words that one region alone writes, by its ISO 3166 code"},
		{"page-name", "what pages call their parts in class and id, by the word that the web has agreed on: ad, byline, comments, share …"},
		{"page-kind", "what pages say that are no article, by their kind: challenge, consent, login, missing, script, stub"},
		{"column-name", "what dumps call the text, the title and the day of their articles: text, title, date"},
		{"common-word", "words that are written in lower case too, so that no capital makes them names"},
		{"conjunction", "words that join the names of a series: and, or"},
		{"particle", "small words within the names of persons"},
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
		{"famous-place", "stadiums, streets, landmarks, airports and the like by the names that the press uses"},
		{"famous-body", "media, parties, companies and other bodies by the names that the press uses"},
		{"office-time", "words that tell of an office that it is over or to come: former, future"},
		{"joined-surname", "names that often are the second part of a family name, behind a small word"},
		{"sport-word", "words of sport: many make towns and countries teams"},
		{"relative", "words that begin a clause about the name before them"},
		{"closed", "what the words of the closed classes do in a clause: det, prep, of, that, rel, sub, and, pron, clitic, adv, neg, drop"},
		{"as", "words that liken what is told to what somebody said"},
		{"addressee-object", "verbs whose object is who is told"},
		{"question-form", "verbs that ask"},
		{"if", "words that begin a clause of what is asked"},
		{"bare", "verbs whose clause needs no word that begins it"},
		{"plain-forms", "those of them that nothing but a clause follows"},
		{"weak", "verbs that report only where their subject can speak"},
		{"showing", "those of them with which a text says nothing"},
		{"figures", "nouns for figures and texts in the plural"},
		{"owning", "what makes the name before it an owner"},
		{"promising", "verbs of which an infinitive tells what is promised"},
		{"definite-article", "articles of what the reader is taken to know"},
		{"charge", "words right before quotation marks that then hold what somebody did, not what was said"},
		{"participle-sign", "words behind which a form of the past is a participle"},
		{"agent", "words that bring in, behind a participle, whoever did it"},
		{"claim-noun", "nouns of which a clause tells what they say"},
		{"copula", "verbs behind which stands what somebody is"},
		{"inner-incise", "any, where verbs with their subject may break words said within their marks"},
		{"dative", "prepositions that bring in who is told"},
		{"writer", "pronouns that mean the writer, outside of quotations"},
		{"reader", "pronouns that mean the reader, or anybody"},
		{"act", "lemmas of verbs that report, by what they tell of: said or thought"},
		{"likening", "words right before quotation marks that then hold an example"},
		{"addressed-person", "words by which a text shows that it speaks to somebody"},
		{"first-person", "words by which a text shows that somebody speaks of himself"},
		{"noun-determiner", "behind which a verb's form is a noun"},
		{"participle-ending", "endings that tell participles"},
		{"restricting", "adjectives that, as participles do, tell behind a noun which one is meant"},
		{"document", "nouns for texts and figures that say something"},
		{"plural-ending", "last letters of verbs that several people do, where verbs do without a subject"},
		{"null-subject", "any, where verbs may do without a subject"},
		{"other-office", "other words for offices, by the office"},
		{"latter", "words for whoever was named last, by gender and number, or any"},
		{"spokesman", "nouns for those who speak for others: nobody near is meant whom the article does not call so"},
		{"norm-noun", "nouns for laws, agreements and the like, which demand things that nobody says"},
		{"proxy-noun", "nouns for those who are somebody's own: lawyers, relatives"},
		{"group-noun", "nouns that mean several people or no person at all"},
		{"own-determiner", "words that make a noun somebody's own"},
		{"part-noun", "parts of an organization that speak for it"},
		{"words-noun", "nouns for what somebody says"},
		{"text-noun", "nouns for texts that somebody issues"},
		{"any-text", "those of them that may mean any"},
		{"speaker-confidence", "ways in which speakers are found, by how often their names are right"},
		{"infinitive-mark", "what makes the next word an infinitive"},
		{"speaker-noun", "nouns that name a speaker, by what they can refer to"},
		{"pronoun", "pronouns by gender and number"},
		{"article-gender", "words before nouns, by the gender and number that they tell"},
		{"tonic", "pronouns behind prepositions, by gender and number"},
		{"his-hers", "pronouns joined to a preposition, likewise"},
		{"stance", "lemmas of verbs that report, by what they make of a statement"},
		{"numbered-noun", "nouns that a number behind them only tells apart"},
		{"no-subject", "verbs that do without a subject, or have it behind them"},
		{"speaker-stance", "how a speaker stands to a statement, by the stance of the words that report it"},
		{"thing", "currencies that are things too, by the number from which they are money"},
		{"scale", "words that multiply a number, by what they multiply it by"},
		{"own-dollar", "countries of dollars whose papers are written in the language, by their ISO 3166 codes"},
		{"hemisphere", "north, where the press of the language is in the north"},
	}
}
