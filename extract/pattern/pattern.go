// Package pattern holds regular expressions back until they are needed: most runs match few of those that there are.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy is a regular expression that is compiled when it is first asked for. A mistake in it panics then.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
