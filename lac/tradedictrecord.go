package lac

import (
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// headRecord returns the record that a head is, without ID, commodity and
// figures.
func (d *tradeDict) headRecord(number uint32) TradeRecord {
	h := d.ids.Heads.At(number)
	k := &d.kinds.Values[h.Kind]
	return TradeRecord{
		Source:    k.source,
		Reporter:  d.areas.Values[h.Reporter],
		Partner:   d.areas.Values[h.Partner],
		Flow:      k.flow,
		Period:    d.periods.Values[h.Period],
		Valuation: k.valuation,
		Breakdown: k.breakdown,
		Status:    k.status,
		Evidence:  k.evidence,
		Note:      k.note,
	}
}

// record returns a row as a record.
func (d *tradeDict) record(row *tally.Row) TradeRecord {
	r := d.headRecord(row.Head)
	r.ID, r.Commodity = d.id(row.Head, row.Number), d.goods.values[row.Good]
	f := &d.forms.Values[row.Form]
	if f.value {
		r.Value = Money{row.Figures[figureValue].Dec(), d.kindOf(row.Head).currency}
	}
	if f.weight {
		r.NetWeight = Quantity{row.Figures[figureWeight].Dec(), UnitKilograms}
	}
	if f.unit != "" {
		r.Quantity = Quantity{row.Figures[figureQuantity].Dec(), f.unit}
	}
	return r
}

func (d *tradeDict) id(h, number uint32) string {
	if k := d.kindOf(h); !k.named {
		return numberedID(k.source, number)
	}
	return d.names.at(number)
}

// snapshot returns the dictionary as it is, to be read only: what is numbered
// later changes nothing in it.
func (d *tradeDict) snapshot() *tradeDict {
	s := &tradeDict{
		ids:        *d.ids.Snapshot(),
		areas:      d.areas.Snapshot(),
		periods:    d.periods.Snapshot(),
		kinds:      d.kinds.Snapshot(),
		forms:      d.forms.Snapshot(),
		goods:      goodList{values: d.goods.values},
		names:      d.names,
		sources:    d.sources.Snapshot(),
		breakdowns: d.breakdowns.Snapshot(),
		units:      d.units.Snapshot(),
	}
	s.compareBy()
	return s
}

func (d *tradeDict) bytes() int {
	return d.ids.Heads.Bytes() + len(d.names.text) + 8*len(d.names.ends)
}
