package rules

import (
	"regexp"
	"sync"
)

// lazyRegexp is a regular expression that is compiled when it is first asked for: most runs read no pack.
func lazyRegexp(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
