package comext

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A series is a table of SDMX-CSV, the form in which Eurostat's data browser and its
// interface for programs give Comext: a row a figure.
type series struct {
	*feed.Table
	source, name                                     string
	dataset, flag                                    int // columns, or -1
	reporter, partner, goods, flow, kind, period, at int // columns; at is that of the figure
}

// isSeries reports whether a header is that of SDMX-CSV.
func isSeries(t *feed.Table) bool { return t.At("indicators") >= 0 && t.At("OBS_VALUE") >= 0 }

// newSeries reads the header. Name is the file's, which may say the dataset.
func newSeries(rows *feed.Table, source, name string, stats *lac.Stats) (feed.Next[lac.TradeRecord], error) {
	s := &series{Table: rows, source: source, name: name, dataset: rows.At("DATAFLOW", "STRUCTURE_ID"), flag: rows.At("OBS_FLAG", "OBS_STATUS")}
	var missing []string
	s.reporter, s.partner = s.OneOf(&missing, "reporter"), s.OneOf(&missing, "partner")
	s.goods, s.flow = s.OneOf(&missing, "product"), s.OneOf(&missing, "flow")
	s.kind = s.OneOf(&missing, "indicators")
	s.period, s.at = s.OneOf(&missing, "TIME_PERIOD"), s.OneOf(&missing, "OBS_VALUE")
	if missing != nil {
		return nil, feed.Missing("a table of Comext", missing, rows.Header)
	}
	return rows.Trade(stats, s.row), nil
}

func (s *series) row(c *feed.Cells, add func(lac.TradeRecord)) {
	kind := strings.ToUpper(c.Text(s.kind))
	value := kind == "VALUE_IN_EUROS" || kind == "VALUE_EUR"
	if !value || isUnion(c.Text(s.partner)) || c.Text(s.at) == "" {
		return
	}
	r := lac.TradeRecord{
		ID: c.ID(s.source, ""), Source: s.source,
		Reporter: c.Area(s.reporter, area),
		Partner:  c.Area(s.partner, area),
		Value:    c.Amount(s.at, euro, 1),
	}
	switch flag := strings.ToLower(c.Text(s.flag)); {
	case strings.ContainsAny(flag, "es"): // by the member, or by Eurostat
		r.Status = lac.Estimated
	case strings.Contains(flag, "p"):
		r.Status = lac.Provisional
	}
	r.Flow, r.Valuation = flowOf(c, s.flow)
	r.Period = c.Period(s.period, lac.ParsePeriod)
	if c.Rejected == nil {
		r.Commodity = s.commodity(c, r.Period)
	}
	add(r)
}

// isUnion reports whether a partner is the inside or the outside of the union, which
// is no area: EXTRA_EU27_2020, INT_EU27_2020.
func isUnion(partner string) bool {
	partner = strings.ToUpper(partner)
	return strings.HasPrefix(partner, "EXT") || strings.HasPrefix(partner, "INT")
}

// commodity returns the goods of a row. Only the datasets that are known to be by the
// Combined Nomenclature and the Harmonized System may have codes: those of the SITC
// look like them.
func (s *series) commodity(c *feed.Cells, period lac.Period) lac.Commodity {
	dataset := s.name
	if s.dataset >= 0 {
		dataset = c.Text(s.dataset)
	}
	dataset = strings.ToLower(dataset)
	known := strings.Contains(dataset, "ds-045409") || strings.Contains(dataset, "ds-059341")
	if !known && !strings.EqualFold(c.Text(s.goods), "TOTAL") {
		c.Fail(s.goods, fmt.Errorf("%w: whether this is a code of the Harmonized System is known of DS-045409 and DS-059341 alone, and neither the table nor its name says that it is one of them", lac.ErrUnknownCode))
		return 0
	}
	return c.Commodity(s.goods, feed.HarmonizedSystem(period))
}
