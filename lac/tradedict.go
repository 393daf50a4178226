package lac

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A tradeDict numbers what trade records have in common, and says of the numbers
// what sums go by. A head is all of a record but its ID, commodity and figures; a
// kind is what many heads share.
type tradeDict struct {
	ids     tally.Dict
	areas   tally.Numbering[Area]
	periods tally.Numbering[Period]
	kinds   tally.Numbering[kind]
	forms   tally.Numbering[form]
	goods   goodList
	names   nameList

	sources    tally.Numbering[string]
	breakdowns tally.Numbering[Breakdown]
	units      tally.Numbering[Unit]
	levels     tally.Numbering[commodityLevel]

	formCache [256]formNumber // some of the forms' numbers
	priced    []bool          // by head: whether values are in a currency; some may lack

	// The same of kinds, areas and the last period: most heads have one of these.
	someKinds        [64]kindNumber
	someAreas        [256]areaNumber
	lastPeriod       Period
	lastPeriodNumber uint32
	lastPeriodKnown  bool
}

// A kindNumber is a kind and 1 more than its number; 0: it is not known.
type kindNumber struct {
	kind   kind
	number uint32
}

// slot returns a place for k in a cache.
func (k *kind) slot() uint32 {
	n := uint32(k.currency) + uint32(k.breakdown.Partner2)
	for _, code := range [...]string{string(k.flow), string(k.valuation), k.breakdown.Transport, k.breakdown.Customs} {
		n = n*31 + uint32(len(code))
		if code != "" {
			n += uint32(code[0])<<8 + uint32(code[len(code)-1])
		}
	}
	return n * 0x9e3779b1 >> 26
}

// kind returns the number of a kind; false if it has none.
func (d *tradeDict) kind(k *kind) (uint32, bool) {
	c := &d.someKinds[k.slot()]
	if c.number == 0 || c.kind != *k {
		n, ok := d.kinds.Find(*k)
		if !ok {
			return 0, false
		}
		*c = kindNumber{*k, n + 1}
	}
	return c.number - 1, true
}

// An areaNumber is an area and 1 more than its number; 0: it is not known.
type areaNumber struct {
	area   Area
	number uint32
}

// area returns the number of an area; false if it has none.
func (d *tradeDict) area(a Area) (uint32, bool) {
	c := &d.someAreas[uint32(a)*0x9e3779b1>>24]
	if c.area != a || c.number == 0 {
		n, ok := d.areas.Find(a)
		if !ok {
			return 0, false
		}
		*c = areaNumber{a, n + 1}
	}
	return c.number - 1, true
}

type kind struct {
	source    string
	flow      TradeFlow
	valuation Valuation
	breakdown Breakdown
	status    ObsStatus
	evidence  Evidence
	note      string
	currency  Currency // of values; 0: none are reported
	named     bool     // the rows' numbers are of names, not of the source
}

// A form is which figures a row reports.
type form struct {
	value, weight bool
	unit          Unit // of the quantity; empty: not reported
}

// A formNumber is a form and 1 more than its number; 0: it is not known.
type formNumber struct {
	form   form
	number uint32
}

// slot returns a place for f in a cache.
func (f *form) slot() uint32 {
	n := uint32(0)
	if f.value {
		n = 1
	}
	if f.weight {
		n |= 2
	}
	if f.unit != "" {
		n |= uint32(f.unit[0])<<2 | uint32(f.unit[len(f.unit)-1])<<10 | uint32(len(f.unit))<<18
	}
	return n * 0x9e3779b1 >> 24
}

// grow says of what was numbered of late what sums go by.
func (d *tradeDict) grow() {
	if d.ids.CompareIDs == nil {
		d.compareBy()
		d.breakdowns.Of(Breakdown{})
		d.units.Of("")
		d.units.Of(UnitKilograms) // tally.UnitWeight
	}
	for _, p := range d.periods.Values[len(d.ids.Days):] {
		d.ids.Days = append(d.ids.Days, tally.Days{First: uint32(p.first.key()), Last: uint32(p.last.key())})
	}
	for i := len(d.ids.Kinds); i < len(d.kinds.Values); i++ {
		k := &d.kinds.Values[i]
		of := tally.Kind{
			Source:    d.sources.Of(k.source),
			Breakdown: d.breakdowns.Of(k.breakdown),
			Flow:      flowNumber(k.flow),
			Valuation: valuationNumber(k.valuation),
			Confirmed: k.evidence != Unconfirmed,
		}
		if k.currency != 0 {
			of.Unit = d.units.Of(UnitOf(k.currency))
		}
		d.ids.Kinds = append(d.ids.Kinds, of)
	}
	for _, b := range d.breakdowns.Values[len(d.ids.Shapes):] {
		d.ids.Shapes = append(d.ids.Shapes, b.shape())
	}
	for _, f := range d.forms.Values[len(d.ids.Forms):] {
		d.ids.Forms = append(d.ids.Forms, tally.Form{Reports: [tally.NumFigures]bool{f.value, f.weight, f.unit != ""}, Unit: d.units.Of(f.unit)})
	}
	for _, c := range d.goods.values[len(d.ids.Goods):] {
		g := tally.Good{Order: uint64(c), Level: d.levels.Of(c.level())}
		if c == AllGoods {
			g.Order = 1 // it is before all codes
		}
		d.ids.Goods = append(d.ids.Goods, g)
	}
}

func (d *tradeDict) compareBy() {
	d.ids.CompareBreakdowns = func(a, b uint32) int { return compareBreakdown(d.breakdowns.Values[a], d.breakdowns.Values[b]) }
	d.ids.Holds = func(a, b uint32) bool { return d.breakdowns.Values[a].holds(d.breakdowns.Values[b]) }
	d.ids.CompareIDs = func(a, b tally.ID) int { return d.key(a.Head, a.Number).compare(d.key(b.Head, b.Number)) }
}

func flowNumber(f TradeFlow) uint8 { return uint8(slices.Index(tradeFlows, f)) }

func valuationNumber(v Valuation) uint8 {
	return uint8(slices.Index([]Valuation{NotStated, FOB, CIF}, v))
}

// order says how what is numbered is ordered, and which areas contain others.
func (d *tradeDict) order() *tally.Order {
	o := &tally.Order{
		Areas:   tally.Ranks(d.areas.Values, Area.Compare),
		Periods: tally.Ranks(d.periods.Values, Period.Compare),
		Sources: tally.Ranks(d.sources.Values, strings.Compare),
		Overlap: func(a, b uint16, period uint32) bool {
			return overlap(d.areas.Values[a], d.areas.Values[b], d.periods.Values[period].Last())
		},
	}
	for _, a := range d.areas.Values {
		o.Groups = append(o.Groups, isSeveral(a))
	}
	return o
}

// head returns the number of a head whose records' IDs are numbered.
// It changes r.
func (d *tradeDict) head(r *TradeRecord) (int32, error) {
	r.Value, r.NetWeight, r.Quantity = Money{currency: r.Value.currency}, Quantity{}, Quantity{}
	// If every part of it was in a valid record before, it is valid too.
	k := kindOf(r, false)
	number, known := d.kind(&k)
	reporter, known1 := d.area(r.Reporter)
	partner, known2 := d.area(r.Partner)
	if r.Period != d.lastPeriod || !d.lastPeriodKnown {
		d.lastPeriod = r.Period
		d.lastPeriodNumber, d.lastPeriodKnown = d.periods.Find(r.Period)
	}
	period, known3 := d.lastPeriodNumber, d.lastPeriodKnown
	if known && known1 && known2 && known3 && len(d.areas.Values) <= maxAreas && d.ids.Heads.Len() < maxHeads {
		return int32(d.ids.Heads.Of(tally.Head{Reporter: uint16(reporter), Partner: uint16(partner), Period: period, Kind: number})), nil
	}
	r.ID, r.Commodity = "head of "+r.Source, AllGoods
	if err := r.Validate(); err != nil {
		return 0, err
	}
	h, err := d.number(r, false)
	return int32(h), err
}

func kindOf(r *TradeRecord, named bool) kind {
	return kind{r.Source, r.Flow, r.Valuation, r.Breakdown.withoutTotals(), r.Status, r.Evidence, r.Note, r.Value.currency, named}
}

// The most areas and heads that can be numbered.
const (
	maxAreas = 1 << 16
	maxHeads = 1<<31 - 1
)

func (d *tradeDict) number(r *TradeRecord, named bool) (uint32, error) {
	reporter, partner := d.areas.Of(r.Reporter), d.areas.Of(r.Partner)
	if len(d.areas.Values) > maxAreas || d.ids.Heads.Len() == maxHeads {
		return 0, fmt.Errorf("trade records: %w: too many different ones", ErrRange)
	}
	h := d.ids.Heads.Of(tally.Head{
		Reporter: uint16(reporter),
		Partner:  uint16(partner),
		Period:   d.periods.Of(r.Period),
		Kind:     d.kinds.Of(kindOf(r, named)),
	})
	d.grow()
	return h, nil
}

// row returns a valid record as a row.
func (d *tradeDict) row(r *TradeRecord) (tally.Row, error) {
	key := keyOfID(r.ID)
	named := key.number < 0 || key.prefix != r.Source
	h, err := d.number(r, named)
	if err != nil {
		return tally.Row{}, err
	}
	row := tally.Row{
		Head:   h,
		Form:   d.forms.Of(form{r.Value.IsReported(), r.NetWeight.IsReported(), r.Quantity.unit}),
		Good:   d.goods.of(r.Commodity),
		Number: uint32(key.number),
	}
	if named {
		row.Number = d.names.add(r.ID)
	}
	row.Figures[figureValue] = tally.FigureOf(r.Value.amount)
	row.Figures[figureWeight] = tally.FigureOf(r.NetWeight.amount)
	row.Figures[figureQuantity] = tally.FigureOf(r.Quantity.amount)
	d.grow()
	return row, nil
}

// commodity returns the number of a commodity.
func (d *tradeDict) commodity(c Commodity) (int32, error) {
	if !c.IsValid() {
		return 0, &FieldError{Field: "commodity", Text: c.String(), Err: ErrUnknownCode}
	}
	n := d.goods.of(c)
	d.grow()
	return int32(n), nil
}

func (d *tradeDict) kindOf(h uint32) *kind { return &d.kinds.Values[d.ids.Heads.At(h).Kind] }

func (d *tradeDict) key(h, number uint32) recordKey {
	if k := d.kindOf(h); !k.named {
		return recordKey{k.source, int64(number)}
	}
	return keyOfID(d.names.at(number))
}
