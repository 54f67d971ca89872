package document

// references empties those that name nothing that is there.
func (k *keeper) references(d *Document) {
	for i := range d.Entities {
		for j := range d.Entities[i].Roles {
			r := &d.Entities[i].Roles[j]
			r.Of = k.reference(d.Entities[i].ID, r.Of)
		}
	}
	for i := range d.Money {
		m := &d.Money[i]
		m.Breakdown = k.all(m.ID, m.Breakdown)
	}
	for i := range d.Dates {
		if t := &d.Dates[i]; t.Anchor != "" && t.Anchor != AnchorPublished && !k.ids[t.Anchor] {
			k.broke(t.ID, noReference)
			t.Anchor = ""
		}
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Speaker != nil {
			q.Speaker.Entity = k.reference(q.ID, q.Speaker.Entity)
		}
		for _, p := range []*Party{q.Addressee, q.Relay} {
			if p != nil {
				p.Entity = k.reference(q.ID, p.Entity)
			}
		}
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		c.Speaker = k.reference(c.ID, c.Speaker)
		for j := range c.Refers {
			c.Refers[j].Entity = k.reference(c.ID, c.Refers[j].Entity)
		}
		c.Money, c.Dates, c.Quantities, c.Entities = k.all(c.ID, c.Money), k.all(c.ID, c.Dates), k.all(c.ID, c.Quantities), k.all(c.ID, c.Entities)
	}
}

// reference is the id of something that is there, or nil.
func (k *keeper) reference(by string, id *string) *string {
	if id == nil || k.ids[*id] {
		return id
	}
	k.broke(by, noReference)
	return nil
}

// all are the ids of what is there.
func (k *keeper) all(by string, ids []string) []string {
	kept := ids[:0]
	for _, id := range ids {
		if !k.ids[id] {
			k.broke(by, noReference)
			continue
		}
		kept = append(kept, id)
	}
	return kept
}
