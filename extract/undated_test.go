package extract

// Undated is the warning of dates that lean on an unknown day.
const Undated = undated
