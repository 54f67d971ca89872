package dates

// presentRef is TIMEX3's value of these days.
const presentRef = "PRESENT_REF"

// loosely reports whether a word for the day of publication stands for these days, or a season for that of any year: no verb of its
// clause tells what has been or is to come.
func (c *calendar) loosely(m *Timex) bool {
	if m.Said.Loose == "" || m.Tense != "" || m.behind || m.aimed {
		return false
	}
	return m.Said.Loose == "told" || c.Quotation(m.At.Start) != nil
}
