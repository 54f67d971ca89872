package match

import (
	"context"
	"slices"

	"sayso/rules/token"
)

// Tokenise cuts a text as the pack's language writes.
func (p *Program) Tokenise(source string) *token.Text { return p.scanner.Scan(source) }

// Find gives the matches of all rules in a text: of matches that exclude each other the leftmost wins, then the longest,
// then the one whose rule was defined first. They are ordered by place, those of each tier by themselves.
func (p *Program) Find(t *token.Text) []*Match {
	found, _ := p.FindAll(t)
	return found
}

// FindAll is Find, with the matches that others of their group exclude, in no order.
func (p *Program) FindAll(t *token.Text) (found, excluded []*Match) {
	s := p.borrow()
	defer p.giveBack(s)
	s.arena = arena{}
	found, excluded = slices.Clone(s.find(t)), slices.Clone(s.excluded)
	s.arena = arena{}
	return found, excluded
}

// A Reader reads one text after another, in memory that it uses again: once it has grown, it takes none. It is used by one
// goroutine at a time.
type Reader struct{ scan *scan }

// NewReader is a reader of texts. Close gives its memory to the next one.
func (p *Program) NewReader() *Reader { return &Reader{scan: p.borrow()} }

// Tokenise is Program.Tokenise; the text is good until the next call, and until Close.
func (r *Reader) Tokenise(source string) *token.Text {
	r.scan.scanner.ScanInto(&r.scan.cut, source)
	return &r.scan.cut
}

// Find is Program.Find; the matches are good until the next call of it or of FindContext, and until Close.
func (r *Reader) Find(t *token.Text) []*Match {
	r.scan.arena.reuse()
	return r.scan.find(t)
}

// FindContext is Find of the first tier, until a context ends: then it gives no matches and the context's error.
func (r *Reader) FindContext(ctx context.Context, t *token.Text) ([]*Match, error) {
	r.scan.arena.reuse()
	r.scan.begin(t)
	return r.withContext(ctx, r.scan.next)
}

// Through is what the tiers up to one find in the text of FindContext that they have not looked for yet, in some ranges of its
// tokens and the sentences about them, good as long as what the first tier found.
func (r *Reader) Through(ctx context.Context, tier int, places ...token.Range) ([]*Match, error) {
	return r.withContext(ctx, func() []*Match { return r.scan.through(tier, places) })
}

func (r *Reader) withContext(ctx context.Context, find func() []*Match) ([]*Match, error) {
	r.scan.ctx = ctx
	found := find()
	r.scan.ctx = nil
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

// Types is how many types rules may make; their numbers go from 0 on.
func (p *Program) Types() int { return len(p.types) }

// TypeOf is the number of a type, and whether rules may make it.
func (p *Program) TypeOf(makes string) (number int, known bool) {
	number, known = p.typeNumbers[makes]
	return number, known
}

// Type is the number of the type that a rule makes.
func (p *Program) Type(rule int) int { return int(p.rules[rule].kind) }

// Tier is the tier that finds the matches of a type, from 0 on; 0 where no rule makes it.
func (p *Program) Tier(number int) int { return int(p.tierOf[number]) }

// Close ends the use of the reader and of all that it has found.
func (r *Reader) Close() {
	r.scan.giveBack(r.scan)
	r.scan = nil
}

// borrow is a scan that nobody uses.
func (p *Program) borrow() *scan {
	select {
	case s := <-p.scans:
		return s
	default:
		return newScan(p)
	}
}

// giveBack keeps a scan for the next text, without what it holds of the last one.
func (p *Program) giveBack(s *scan) {
	s.text = nil
	s.cut.Source, s.aside.Source = "", ""
	s.edges.forget()
	clear(s.all)
	select {
	case p.scans <- s:
	default:
	}
}
