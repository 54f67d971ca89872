package phrase

// An Error is a mistake in a phrase.
type Error struct {
	Pos  int    // place in the phrase's text, in code points from 0; its length where something is missing at the end
	Msg  string // what is wrong
	Hint string // what to write instead, or empty
}

// Error is the message alone: the place means something only beside the text.
func (e *Error) Error() string { return e.Msg }
