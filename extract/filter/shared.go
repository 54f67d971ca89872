package filter

import (
	"hash/maphash"
	"iter"
	"strings"

	"sayso/extract/article"
)

const (
	sharedBy  = 3       // pages of one site from which on what they all say is the site's and no article's
	ahead     = 64      // pages that are looked at before the first of them is passed on
	maxBlocks = 1 << 20 // blocks that are remembered, 16 bytes each
)

// Unshared are the articles of a stream, in its order, without the blocks that three pages or more of one site share: menus,
// notices and the like that a single page does not tell from its text. A page is compared with those before it and with 63
// behind it. What shares most of its text with others is another version of one article and stays as it is, as do texts that
// never were pages. The memory is bounded: of very many blocks those that stood in one page alone are forgotten.
func Unshared(all iter.Seq2[article.Article, error]) iter.Seq2[article.Article, error] {
	type next struct {
		article article.Article
		err     error
	}
	return func(yield func(article.Article, error) bool) {
		s := sharer{seed: maphash.MakeSeed(), seen: map[uint64]block{}}
		var waiting []next
		for a, err := range all {
			if err == nil {
				s.note(a)
			}
			if waiting = append(waiting, next{a, err}); len(waiting) < ahead {
				continue
			}
			first := waiting[0]
			waiting = waiting[1:]
			if !yield(s.clean(first.article), first.err) {
				return
			}
		}
		for _, w := range waiting {
			if !yield(s.clean(w.article), w.err) {
				return
			}
		}
	}
}

// A block is how many pages of a site have a block, and the last of them.
type block struct {
	pages uint16
	last  uint32 // of the page's address
}

// A sharer knows the blocks of the pages that were seen.
type sharer struct {
	seed maphash.Seed
	seen map[uint64]block
}

// note remembers the blocks of a page.
func (s *sharer) note(a article.Article) {
	site := siteOf(addressOf(a))
	if site == "" {
		return
	}
	page := uint32(maphash.String(s.seed, addressOf(a)))
	for _, b := range a.Blocks {
		key := s.key(site, a.Text[b.Start:b.End])
		if known := s.seen[key]; known.pages == 0 || known.last != page && known.pages < sharedBy {
			s.seen[key] = block{known.pages + 1, page}
		}
	}
	if len(s.seen) > maxBlocks {
		s.forget()
	}
}

// forget leaves out the blocks that one page alone had; all of them, where that is hardly less.
func (s *sharer) forget() {
	for key, b := range s.seen {
		if b.pages < 2 {
			delete(s.seen, key)
		}
	}
	if len(s.seen) > maxBlocks/2 {
		clear(s.seen)
	}
}

func (s *sharer) key(site, text string) uint64 {
	return maphash.String(s.seed, site+"\x00"+strings.Join(strings.Fields(text), " "))
}

// clean is an article without the blocks that its site's pages share.
func (s *sharer) clean(a article.Article) article.Article {
	site := siteOf(addressOf(a))
	if site == "" {
		return a
	}
	drop := make([]bool, len(a.Blocks))
	size, shared := 0, 0
	for i, b := range a.Blocks {
		drop[i] = s.seen[s.key(site, a.Text[b.Start:b.End])].pages >= sharedBy
		if size += b.End - b.Start; drop[i] {
			shared += b.End - b.Start
		}
	}
	if shared == 0 || 2*shared > size {
		return a
	}
	return a.Without(drop)
}
