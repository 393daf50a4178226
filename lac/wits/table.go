package wits

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// The columns before the years, in the order of column.
var columns = [...]string{"Reporter", "Partner", "Product categories", "Indicator Type", "Indicator"}

const (
	colReporter = iota
	colPartner
	colProduct
	colType
	colIndicator
)

// A table is one that is being read.
type table struct {
	reporter lac.Area // of rows that do not name one
	source   string
	stats    *lac.Stats
	*feed.Table
	index [len(columns)]int
	years []yearColumn
}

type yearColumn struct {
	column int
	period lac.Period
}

func (t *table) readHeader() error {
	found := map[string]bool{}
	for i, name := range t.Header {
		for c, known := range columns {
			if strings.EqualFold(name, known) {
				t.index[c] = i
				found[known] = true
			}
		}
		if len(name) != 4 {
			continue
		}
		period, err := lac.ParsePeriod(name)
		if err != nil || !period.IsYear() {
			continue
		}
		if found[name] {
			return fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, name)
		}
		found[name] = true
		t.years = append(t.years, yearColumn{i, period})
	}
	var missing []string
	for _, known := range columns {
		if !found[known] {
			missing = append(missing, known)
		}
	}
	if t.years == nil {
		missing = append(missing, "of years")
	}
	if missing != nil {
		return feed.Missing("a trade summary of WITS", missing, t.Header)
	}
	return nil
}

// next returns what became of the figures of the next row, none if it is of
// another indicator than trade.
func (t *table) next(into []feed.Result[lac.TradeRecord]) ([]feed.Result[lac.TradeRecord], error) {
	row, rejected, err := t.Next()
	if err != nil {
		return nil, err
	}
	reject := func(e *lac.RowError) { into = append(into, feed.Result[lac.TradeRecord]{Rejected: e}) }
	if rejected != nil {
		reject(rejected)
		return into, nil
	}
	base, factor, ok := t.measure(row)
	if !ok {
		t.stats.LeftOut++
		return into, nil
	}
	if base.Reporter, rejected = t.reporterOf(row); rejected == nil {
		base.Partner, rejected = t.partnerOf(row)
	}
	if rejected != nil {
		reject(rejected)
		return into, nil
	}
	for _, y := range t.years {
		s := feed.Field(row, y.column)
		if s == "" {
			continue
		}
		value, err := amount(s, factor)
		if err != nil {
			reject(t.Reject(row, y.column, err))
			continue
		}
		record := base
		record.ID, record.Source = t.source+"#"+strconv.Itoa(row.Line())+"-"+y.period.String(), t.source
		record.Period, record.Value = y.period, value
		into = append(into, feed.Result[lac.TradeRecord]{Record: record})
	}
	return into, nil
}

// measure returns flow and valuation of a row and what its figures are multiples
// of, if it is of the value of trade in all products.
func (t *table) measure(row *csvscan.Row) (r lac.TradeRecord, factor decimal.Decimal, ok bool) {
	indicator := feed.Field(row, t.index[colIndicator])
	switch {
	case feed.Field(row, t.index[colProduct]) != "All Products":
		return r, factor, false
	case strings.Contains(indicator, "US$ Mil"):
		factor = decimal.NewFromInt(1_000_000)
	case strings.Contains(indicator, "US$ Thousand"):
		factor = decimal.NewFromInt(1000)
	default:
		return r, factor, false
	}
	r.Commodity = lac.AllGoods
	switch feed.Field(row, t.index[colType]) {
	case "Export":
		r.Flow, r.Valuation = lac.Export, lac.FOB
	case "Import":
		r.Flow, r.Valuation = lac.Import, lac.CIF
	default:
		return r, factor, false
	}
	return r, factor, true
}

func (t *table) reporterOf(row *csvscan.Row) (lac.Area, *lac.RowError) {
	name := feed.Field(row, t.index[colReporter])
	if name == "" {
		if t.reporter == 0 {
			return 0, t.Reject(row, t.index[colReporter], fmt.Errorf("%w, nor does the file's name tell: set Reader.Reporter", lac.ErrMissing))
		}
		return t.reporter, nil
	}
	a, err := lac.ParseArea(name)
	if err != nil {
		return 0, t.Reject(row, t.index[colReporter], err)
	}
	return a, nil
}

func (t *table) partnerOf(row *csvscan.Row) (lac.Area, *lac.RowError) {
	name := feed.Field(row, t.index[colPartner])
	switch name {
	case "":
		return 0, t.Reject(row, t.index[colPartner], lac.ErrMissing)
	case "Unspecified":
		return lac.AreasNES, nil
	}
	a, err := lac.ParseArea(name)
	if err != nil {
		return 0, t.Reject(row, t.index[colPartner], err)
	}
	return a, nil
}

// amount returns so many times a figure in US dollars, which must not be negative.
func amount(s string, factor decimal.Decimal) (lac.Money, error) {
	m, err := lac.ParseAmount(s, lac.USD)
	if err != nil {
		return lac.Money{}, err
	}
	if m.Sign() < 0 {
		return lac.Money{}, fmt.Errorf("%w: negative", lac.ErrRange)
	}
	return m.Mul(factor)
}
