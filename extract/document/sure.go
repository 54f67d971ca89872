package document

import "slices"

// KeepSure leaves out annotations whose confidence is less, or was not measured, and what refers to them: a statement's claims
// go with it, other ids are taken out of the lists that they stand in.
func (d *Document) KeepSure(least float64) {
	if least <= 0 {
		return
	}
	d.changeHeadline(func(title *Document) { title.KeepSure(least) })
	for i := range d.Entities {
		e := &d.Entities[i]
		e.Mentions = slices.DeleteFunc(e.Mentions, func(m Mention) bool { return m.Confidence < least })
	}
	d.Entities = slices.DeleteFunc(d.Entities, func(e Entity) bool { return len(e.Mentions) == 0 })
	d.Money = slices.DeleteFunc(d.Money, func(m Money) bool { return m.Confidence < least })
	d.Dates = slices.DeleteFunc(d.Dates, func(t Date) bool { return t.Confidence < least })
	d.Quantities = slices.DeleteFunc(d.Quantities, func(n Quantity) bool { return n.Confidence < least })
	d.Quotes = slices.DeleteFunc(d.Quotes, func(q Quote) bool { return q.Confidence < least })
	d.unlink()
	d.Derive()
}

// unlink takes out the ids of what is not there.
func (d *Document) unlink() {
	there := map[string]bool{AnchorPublished: true}
	for _, e := range d.Entities {
		there[e.ID] = true
	}
	for _, m := range d.Money {
		there[m.ID] = true
	}
	for _, t := range d.Dates {
		there[t.ID] = true
	}
	for _, n := range d.Quantities {
		there[n.ID] = true
	}
	for _, q := range d.Quotes {
		there[q.ID] = true
	}
	known := func(id *string) *string {
		if id == nil || !there[*id] {
			return nil
		}
		return id
	}
	listed := func(ids []string) []string {
		return slices.DeleteFunc(ids, func(id string) bool { return !there[id] })
	}
	for i := range d.Entities {
		for k := range d.Entities[i].Roles {
			d.Entities[i].Roles[k].Of = known(d.Entities[i].Roles[k].Of)
		}
	}
	for i := range d.Money {
		d.Money[i].Breakdown = listed(d.Money[i].Breakdown)
	}
	for i := range d.Dates {
		if !there[d.Dates[i].Anchor] {
			d.Dates[i].Anchor = ""
		}
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Speaker != nil {
			q.Speaker.Entity = known(q.Speaker.Entity)
		}
		for _, p := range []*Party{q.Addressee, q.Relay} {
			if p != nil {
				p.Entity = known(p.Entity)
			}
		}
	}
	d.Claims = slices.DeleteFunc(d.Claims, func(c Claim) bool { return c.Quote != nil && !there[*c.Quote] })
	for i := range d.Claims {
		c := &d.Claims[i]
		c.Speaker = known(c.Speaker)
		for j := range c.Refers {
			c.Refers[j].Entity = known(c.Refers[j].Entity)
		}
		c.Money, c.Dates, c.Quantities, c.Entities = listed(c.Money), listed(c.Dates), listed(c.Quantities), listed(c.Entities)
	}
}
