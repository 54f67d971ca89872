package browser

// A document is what the page has to show of a record; sayso schema document describes it whole. Offsets count code points.
type document struct {
	Text     string
	Entities []struct {
		ID       string
		Mentions []span
	}
	Money []struct {
		annotation
		Stated *span
	}
	Dates  []annotation
	Quotes []struct {
		ID           string
		Content      []span
		Speaker, Cue *span
	}
	Claims []struct{ ID, Text string }
}

// A span is a part of the text; a speaker whom the text does not name has none.
type span struct{ Start, End int }

type annotation struct {
	ID string
	span
}
