package article

// Day is the calendar day (YYYY-MM-DD) of a time stamp as its own zone has it, in the forms that servers and publishing systems
// write, or empty where the stamp leaves any doubt.
func Day(stamp string) string { return day(stamp) }
