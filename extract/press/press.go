// Package press tells in which country's press an article stands.
package press

import (
	"net/url"
	"slices"
	"strings"

	"sayso/extract/value"
	"sayso/extract/view"
)

// signPrefix begins the kind of a modality whose words only one country's papers write, before that country's code.
const signPrefix = "press-"

// Of is the country of the press that an article stands in, ISO 3166, or empty: the one that its address stands under,
// else the one in whose papers alone signs are written as in it.
func Of(v *view.View) string {
	if country := underAddress(v.URL); country != "" {
		return country
	}
	for _, m := range v.Found(value.TypeModality) {
		if country, ok := strings.CutPrefix(m.Value("kind"), signPrefix); ok {
			return country
		}
	}
	return ""
}

// genericDomains are country codes under which sites of any country stand.
var genericDomains = []string{"ai", "cc", "co", "fm", "gg", "io", "ly", "me", "to", "tv", "ws"}

// underAddress is the country that an address stands under, as its code, or empty.
func underAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	top := host[strings.LastIndexByte(host, '.')+1:]
	switch {
	case len(top) != 2 || slices.Contains(genericDomains, top):
		return ""
	case top == "uk":
		return "GB"
	}
	return strings.ToUpper(top)
}
