package lac

import (
	"iter"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A translation gives the numbers of one dictionary in another.
type translation struct {
	from, to            *tradeDict
	heads, forms, goods []uint32
	counts              [][]lineCount // by head; nil: all are as before
}

// newTranslation numbers in to whatever from numbers.
func newTranslation(from, to *tradeDict) (*translation, error) {
	t := &translation{from: from, to: to}
	for _, f := range from.forms.Values {
		t.forms = append(t.forms, to.forms.Of(f))
	}
	for _, c := range from.goods.values {
		t.goods = append(t.goods, to.goods.of(c))
	}
	to.grow()
	for h := range uint32(from.ids.Heads.Len()) {
		r := from.headRecord(h)
		k := from.kindOf(h)
		r.Value.currency = k.currency
		n, err := to.number(&r, k.named)
		if err != nil {
			return nil, err
		}
		t.heads = append(t.heads, n)
	}
	return t, nil
}

// row translates a row.
func (t *translation) row(r *tally.Row) {
	if t.from.kindOf(r.Head).named {
		r.Number = t.to.names.add(t.from.names.at(r.Number))
	} else if t.counts != nil {
		r.Number = counted(t.counts[r.Head], r.Number)
	}
	r.Head, r.Form, r.Good = t.heads[r.Head], t.forms[r.Form], t.goods[r.Good]
}

func (t *translation) rows(all iter.Seq[tally.StreamRow]) iter.Seq[tally.StreamRow] {
	return func(yield func(tally.StreamRow) bool) {
		for r := range all {
			t.row(&r.Row)
			if !yield(r) {
				return
			}
		}
	}
}

func (t *translation) sums(all []tally.PastSum) []tally.PastSum {
	for i := range all {
		p := &all[i]
		p.Head, p.Good = t.heads[p.Head], t.goods[p.Good]
		if p.Form != tally.NoForm {
			p.Form = t.forms[p.Form]
		}
	}
	return all
}
