package lingua

import (
	"regexp"
	"sync"
)

// lazily is a regular expression that is compiled when it is first asked for.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
