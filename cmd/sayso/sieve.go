package main

import (
	"crypto/sha256"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"sayso/extract/article"
)

// A sieve leaves out articles before they are read. What nothing is known of passes.
type sieve struct {
	until    string
	minChars int
	dedup    bool
}

// add puts the flags on a command.
func (f *sieve) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.Var((*day)(&f.until), "until", "only articles published on this day or before, as far as it is known (YYYY-MM-DD)")
	flags.IntVar(&f.minChars, "min-chars", 0, "only articles of this `number` of characters or more")
	flags.BoolVar(&f.dedup, "dedup", false, "leave out articles whose address or text came before")
}

// wanted is the question whether an article is wanted. It is asked of one article after another, in their order; where some
// were read by a run before, of these too.
func (f *sieve) wanted(since time.Time) func(article.Article) bool {
	first := ""
	if !since.IsZero() {
		first = since.Format(time.DateOnly)
	}
	seen := map[[sha256.Size]byte]bool{}
	return func(a article.Article) bool { return f.wants(a, first) && f.fresh(a, seen) }
}

// wants reports whether an article's day and length are such as are asked for.
func (f *sieve) wants(a article.Article, first string) bool {
	date := a.Published.Date
	if date != "" && (date < first || f.until != "" && date > f.until) {
		return false
	}
	return f.minChars == 0 || utf8.RuneCountInString(a.Text) >= f.minChars
}

// fresh reports whether neither an article's address nor its text, white space apart, came before, and notes them.
func (f *sieve) fresh(a article.Article, seen map[[sha256.Size]byte]bool) bool {
	if !f.dedup {
		return true
	}
	keys := [][sha256.Size]byte{sha256.Sum256([]byte("text\x00" + strings.Join(strings.Fields(a.Text), " ")))}
	if a.URL != "" {
		keys = append(keys, sha256.Sum256([]byte("url\x00"+a.URL)))
	}
	fresh := true
	for _, k := range keys {
		fresh = fresh && !seen[k]
		seen[k] = true
	}
	return fresh
}
