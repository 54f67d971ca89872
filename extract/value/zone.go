package value

import (
	"time"
	_ "time/tzdata" // zones by name on every system
)

// Offset is how far a zone is from UTC at a time of a day, as "-04:00", or empty where there is no such zone. The zone
// is an offset, or a name of the IANA database, whose offset depends on the day.
func Offset(zone string, day time.Time, hour int) string {
	if zone == "" {
		return ""
	}
	if zone[0] == '+' || zone[0] == '-' {
		return zone
	}
	place, err := time.LoadLocation(zone)
	if err != nil {
		return ""
	}
	return time.Date(day.Year(), day.Month(), day.Day(), hour, 0, 0, 0, place).Format("-07:00")
}
