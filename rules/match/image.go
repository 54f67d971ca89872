package match

import (
	"bufio"
	"errors"
	"io"
	"unsafe"

	"sayso/rules/token"
)

// An image is a compiled program as bytes, which are used where they lie: nothing but a few hundred names of rules and
// lists is made when it is opened. It is good for the program and the machine that wrote it alone.

// WriteImage writes the program's image.
func (p *Program) WriteImage(w io.Writer) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	c := codec{to: buffered}
	p.layout(&c)
	if c.err != nil {
		return c.err
	}
	return buffered.Flush()
}

// errImage is the answer to bytes that are no image.
var errImage = errors.New("match: not an image of a program")

// OpenImage is the program of an image. The bytes must begin at an address that Align divides, and stay as they are as
// long as the program or anything that it found is in use.
func OpenImage(image []byte) (*Program, error) {
	if uintptr(unsafe.Pointer(unsafe.SliceData(image)))%Align != 0 {
		return nil, errImage
	}
	p := &Program{}
	c := codec{from: image}
	p.layout(&c)
	if c.err != nil {
		return nil, c.err
	}
	p.prepare()
	p.inflections.prepare()
	p.expressions.prepare()
	p.show()
	return p, nil
}

// layout goes over all that is kept of a program, in the order of the image.
func (p *Program) layout(c *codec) {
	layoutWriting(c, &p.writing)
	c.numbers(&p.numbers)
	layoutTable(c, &p.numberWords)
	every(c, &p.types, func(t *Type) {
		c.text(&t.Name)
		c.text(&t.Group)
		every(c, &t.Fields, c.text)
	})
	flat(c, &p.groups)
	flat(c, &p.tiers)
	flat(c, &p.tierOf)
	every(c, &p.rules, c.rule)
	flat(c, &p.expressions.bounds)
	flat(c, &p.expressions.kinds)
	every(c, &p.expressions.all, c.expression)
	layoutTable(c, &p.lists)
	c.index(&p.vocabulary.forms)
	flat(c, &p.vocabulary.meanings)
	flat(c, &p.vocabulary.steps)
	flat(c, &p.vocabulary.ends)
	flat(c, &p.vocabulary.listed)
	c.text(&p.vocabulary.values)
	layoutInflections(c, &p.inflections)
	c.index(&p.gazetteer.index)
	flat(c, &p.gazetteer.about)
	flat(c, &p.gazetteer.members)
	c.text(&p.gazetteer.values)
	flat(c, &p.hasNames)
	c.index(&p.weights.index)
	flat(c, &p.weights.by)
	every(c, &p.stages, func(s *stage) {
		c.moves(&s.moves)
		flat(c, &s.entries)
		flat(c, &s.rules)
		one(c, &s.afters)
		one(c, &s.befores)
	})
	layoutForeseen(c, &p.foreseen)
}

func layoutWriting(c *codec, w *token.Writing) {
	c.text(&w.Decimal)
	for _, all := range []*[]string{&w.Groups, &w.Elisions, &w.Clitics, &w.Prefixes, &w.Abbreviations} {
		every(c, all, c.text)
	}
	every(c, &w.Quotes, func(q *token.Pair) {
		c.text(&q.Open)
		c.text(&q.Close)
	})
}

func (c *codec) numbers(n *Numbers) {
	c.text(&n.Joiner)
	c.text(&n.Point)
	one(c, &n.Vigesimal)
}

func (c *codec) rule(r *compiledRule) {
	for _, s := range []*string{&r.Name, &r.Short, &r.Makes} {
		c.text(s)
	}
	every(c, &r.Set, func(k *Constant) {
		c.text(&k.Field)
		c.text(&k.Value)
	})
	one(c, &r.Confidence)
	one(c, &r.kind)
	flat(c, &r.classes)
	c.machine(&r.machine)
	one(c, &r.after)
	one(c, &r.before)
}

func (c *codec) expression(e *expression) {
	one(c, &e.class)
	c.text(&e.source)
	flat(c, &e.local)
	flat(c, &e.next)
	flat(c, &e.ends)
	if c.to == nil {
		e.prepare()
	}
}

func (c *codec) machine(m *machine) {
	flat(c, &m.states)
	flat(c, &m.outs)
	one(c, &m.start)
	every(c, &m.fields, c.text)
}

func (c *codec) moves(v *moves) {
	flat(c, &v.all)
	flat(c, &v.reached)
	flat(c, &v.classes)
	flat(c, &v.firsts)
	one(c, &v.gaps)
	one(c, &v.accepts)
	one(c, &v.matches)
	one(c, &v.begin)
}

func (c *codec) index(x *index) {
	c.text(&x.text)
	flat(c, &x.ends)
	flat(c, &x.tags)
	flat(c, &x.slots)
}
