package dots

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A series is a table of SDMX-CSV, the form in which the Fund's interface for programs
// gives the successor of the bulk files, IMTS: a row a figure.
type series struct {
	*feed.Table
	source                                               string
	stats                                                *lac.Stats
	reporter, partner, indicator, period, at, derivation int // columns; at is that of the figure
}

// isSeries reports whether a header is that of SDMX-CSV.
func isSeries(t *feed.Table) bool { return t.At("COUNTERPART_COUNTRY") >= 0 && t.At("OBS_VALUE") >= 0 }

// newSeries reads the header.
func newSeries(rows *feed.Table, source string, stats *lac.Stats) (*series, error) {
	s := &series{Table: rows, source: source, stats: stats, derivation: rows.At("DERIVATION_TYPE")}
	var missing []string
	s.reporter, s.partner = s.OneOf(&missing, "COUNTRY"), s.OneOf(&missing, "COUNTERPART_COUNTRY")
	s.indicator = s.OneOf(&missing, "INDICATOR")
	s.period, s.at = s.OneOf(&missing, "TIME_PERIOD"), s.OneOf(&missing, "OBS_VALUE")
	if missing != nil {
		return nil, feed.Missing("a table of the IMF's trade in goods by partner (IMTS)", missing, rows.Header)
	}
	return s, nil
}

func (s *series) next() (lac.TradeRecord, *lac.RowError, error) {
	for {
		c, err := s.NextCells()
		if err != nil {
			return lac.TradeRecord{}, nil, err
		}
		measure, known := indicators["T"+c.Text(s.indicator)]
		ofGroup := isGroup(c.Text(s.reporter)) || isGroup(c.Text(s.partner))
		if value := c.Text(s.at); c.Rejected == nil && (!known || ofGroup || value == "" || value == "NaN") {
			s.stats.LeftOut++
			continue
		}
		r := lac.TradeRecord{
			ID: c.ID(s.source, ""), Source: s.source, Reporter: c.Area(s.reporter, areaOf), Partner: c.Area(s.partner, areaOf),
			Flow: measure.flow, Valuation: measure.valuation, Commodity: lac.AllGoods, Value: c.Amount(s.at, lac.USD, 1),
		}
		if measure.flow == lac.Import && measure.valuation == lac.FOB {
			r.Breakdown.Detail = "fob" // the same imports as those valued CIF
		}
		if how := c.Text(s.derivation); how != "" && how != "O" {
			r.Status = lac.Estimated
		}
		if r.Period, err = lac.ParsePeriod(isoPeriod(strings.Replace(c.Text(s.period), "-M", "M", 1))); err != nil {
			c.Fail(s.period, err)
		}
		if c.Rejected != nil {
			return lac.TradeRecord{}, c.Rejected, nil
		}
		return r, nil, nil
	}
}

// world is the Fund's code of all countries; those of its groups begin like it.
const world = "G001"

func isGroup(code string) bool {
	return code != world && len(code) > 3 && code[0] == 'G' && code[1] >= '0' && code[1] <= '9' || strings.HasPrefix(code, "GX")
}

// areaOf returns the area of one of the codes of IMTS, which are those of ISO but for
// the World and Kosovo.
func areaOf(code string) (lac.Area, error) {
	switch code {
	case world:
		return lac.World, nil
	case "KOS":
		code = "XKX"
	}
	return lac.ParseArea(code)
}
