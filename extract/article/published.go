package article

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"sayso/extract/pattern"
)

// published is the day of publication and what said so; where there is none, the stamps whose day is in doubt.
func (p page) published(address string) (Published, []string) {
	var doubtful []string
	for _, c := range []struct{ from, text string }{
		{"json-ld", p.ld.published},
		{"opengraph", p.meta("article.published.time", "og.published.time", "og.article.published.time", "article.published", "og.pubdate", "article.pubdate")},
		{"meta", p.meta("datepublished", "publication.date", "citation.publication.date", "citation.online.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date",
			"parsely.pub.date", "sailthru.date", "pubdate", "pub.date", "publish.date", "publishdate", "publish.time", "published.time", "published.date", "publisheddate", "datecreated",
			"cxenseparse.recs.publishtime", "article.date", "displaydate", "originalpublicationdate", "bt.pubdate", "rbpubdate", "bepress.citation.date", "citation.date", "created", "date")},
		{"time", p.shownTime()},
		{"url", dayInURL(address)},
		{"url", dayInURL(p.url)},
	} {
		if d := day(c.text); d != "" {
			if local := first(dayInURL(address), dayInURL(p.url)); isUTC(c.text) && isNextTo(d, local) {
				return Published{Date: local, From: "url"}, nil
			}
			return Published{Date: d, From: c.from}, nil
		}
		if strings.ContainsAny(c.text, "0123456789") && c.from != "url" && len(c.text) <= maxLine {
			doubtful = append(doubtful, c.text)
		}
	}
	return Published{}, doubtful
}

// isUTC reports whether a stamp tells the hour in universal time, which is the paper's own for few.
func isUTC(stamp string) bool { return utcStamp().MatchString(stamp) }

var utcStamp = pattern.Lazy(`\d{2}:\d{2}.*(?:Z|[+-]00:?00|GMT|UTC)\s*$`)

// isNextTo reports whether one day is the day before or after the other.
func isNextTo(a, b string) bool {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	return err == nil && err2 == nil && (x.Sub(y).Abs() == 24*time.Hour)
}

// modified is the day on which the page was last changed, and what said so.
func (p page) modified() Published {
	for _, c := range []struct{ from, text string }{
		{"json-ld", p.ld.modified},
		{"opengraph", p.meta("article.modified.time", "og.modified.time", "og.updated.time", "article.modified", "article.updated.time")},
		{"meta", p.meta("datemodified", "dcterms.modified", "dc.date.modified", "last.modified", "lastmod", "modified", "revised", "updated.time")},
		{"time", p.doc.Find(`time[itemprop~="dateModified"], time.updated:not(.published):not(.entry-date)`).First().AttrOr("datetime", "")},
	} {
		if d := day(c.text); d != "" {
			return Published{Date: d, From: c.from}
		}
	}
	return Published{}
}

// shownTime is the time stamp that the page shows as the article's: the one it marks so, else the first that is no
// comment's, no other article's and no change's.
func (p page) shownTime() string {
	stamps := p.doc.Find(`time, [itemprop~="datePublished"], .published[title]`)
	for _, mark := range []string{`[itemprop~="datePublished"]`, `time[pubdate]`, `time.published, time.entry-date, .published[title]`, `article time[datetime]`, `main time[datetime]`, `header time[datetime]`, `time[datetime]`} {
		stamp := ""
		stamps.Filter(mark).EachWithBreak(func(_ int, s *goquery.Selection) bool {
			if s.Is(`[itemprop~="dateModified"], .updated:not(.published):not(.entry-date)`) || isElsewhere(s.Nodes[0]) {
				return true
			}
			stamp = first(s.AttrOr("datetime", ""), s.AttrOr("content", ""), s.AttrOr("title", ""), s.Text())
			return day(stamp) == ""
		})
		if day(stamp) != "" {
			return stamp
		}
	}
	return ""
}

var (
	isoDay     = pattern.Lazy(`^(\d{4})([-/.]?)(\d{1,2})([-/.]?)(\d{1,2})(?:\D|$|\d{4,6}$)`)
	dottedDay  = pattern.Lazy(`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D|$)`)
	slashedDay = pattern.Lazy(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\D|$)`)
	urlDay     = pattern.Lazy(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)
	urlCompact = pattern.Lazy(`[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)`)
)

// layouts are those of time stamps that servers and publishing systems write.
var layouts = []string{
	time.RFC1123Z, time.RFC1123, time.RFC850, time.UnixDate, time.RubyDate, time.ANSIC,
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon Jan 2 15:04:05 MST 2006",
	"Mon, Jan 2 2006 15:04:05 MST", "Mon, Jan 2 2006 15:04:05 -0700", "Mon, Jan 2, 2006 15:04:05 MST", "Mon Jan 2 2006 15:04:05 GMT-0700", "Mon Jan 2 2006 15:04:05 MST",
	"Mon, 2 Jan 2006 15:04 MST", "Mon, 2 Jan 2006 15:04", "Mon, 2 Jan 2006", "2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700", "2 January 2006 15:04", "2 Jan 2006 15:04",
	"Monday, January 2, 2006", "Monday, 2 January 2006", "Monday 2 January 2006", "Mon, January 2, 2006", "Monday, January 2, 2006 15:04", "Monday, January 2, 2006 3:04 PM", "Mon, Jan 2, 2006",
	"Jan 2, 2006, 3:04 PM", "January 2, 2006, 3:04 PM", "Jan 2, 2006 3:04 PM MST", "January 2, 2006 3:04 PM MST", "Jan 2, 2006 15:04", "Jan 2, 2006 15:04:05", "Jan 2, 2006 3:04:05 PM",
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "January 2, 2006 15:04", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM",
}

// day is the calendar day of a time stamp as its own zone has it, or empty where the stamp leaves any doubt.
func day(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 100 {
		return ""
	}
	if m := isoDay().FindStringSubmatch(s); m != nil && m[2] == m[4] && (m[2] != "" || len(m[3])+len(m[5]) == 4) {
		if d := real(m[1], m[3], m[5]); d != "" {
			return d
		}
	}
	if epochStamp().MatchString(s) {
		return sinceEpoch(s)
	}
	if m := dottedDay().FindStringSubmatch(s); m != nil {
		return real(m[3], m[2], m[1])
	}
	if m := slashedDay().FindStringSubmatch(s); m != nil {
		return only(real(m[3], m[2], m[1]), real(m[3], m[1], m[2]))
	}
	s, _, _ = strings.Cut(s, " (")
	s = strings.ToUpper(s) // months and days are read in any case, AM and zones in capitals
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(t)
		}
	}
	return ""
}

var epochStamp = pattern.Lazy(`^\d{10}(?:\d{3})?$`)

// sinceEpoch is the day of a stamp that counts seconds or thousandths of them since 1970.
func sinceEpoch(s string) string {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return ""
	}
	if len(s) == 13 {
		n /= 1000
	}
	return plausible(time.Unix(n, 0).UTC())
}

// only is the one of two readings that there is, or that both are.
func only(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return ""
}

func dayInURL(u string) string {
	for _, re := range []*regexp.Regexp{urlDay(), urlCompact()} {
		if m := re.FindStringSubmatch(u[:min(len(u), 2000)]); m != nil {
			if d := real(m[1], m[2], m[3]); d != "" {
				return d
			}
		}
	}
	return ""
}

// real is the day if the calendar has it.
func real(year, month, day string) string {
	t, err := time.Parse("2006-1-2", year+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(day, "0"))
	if err != nil {
		return ""
	}
	return plausible(t)
}

// plausible is a day that news may bear: the epoch is a publishing system's way of saying that it does not know.
func plausible(t time.Time) string {
	if t.Year() < 1700 || t.Year() > 2100 || t.Format(time.DateOnly) == "1970-01-01" {
		return ""
	}
	return t.Format(time.DateOnly)
}
