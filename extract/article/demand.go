package article

import (
	"regexp"
	"sync"
)

// onDemand is a regular expression that is compiled when it is first asked for: not every run reads a page.
func onDemand(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
