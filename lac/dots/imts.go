package dots

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// An imts is a table of IMTS, which follows the bulk files: SDMX-CSV, as the Fund's
// interface for programs gives it, or what its Data Explorer gives.
type imts struct {
	table
	// series is the column of the series' code in tables of the Explorer, such as
	// BRA.XG_FOB_USD.CHN.A; -1 if codes have columns of their own.
	series                                 int
	measure, scale, period, at, derivation int // columns, or -1; at is that of the figure
}

// isIMTS reports whether a header is one of IMTS.
func isIMTS(t *feed.Table) bool { return t.At("COUNTERPART_COUNTRY", "COUNTERPART_COUNTRY.ID") >= 0 }

// newIMTS reads the header.
func newIMTS(t table) (feed.Next[lac.TradeRecord], error) {
	m := &imts{
		table: t, series: t.At("SERIES_CODE"), measure: t.At("OBS_MEASURE"), scale: -1,
		period: t.At("TIME_PERIOD"), at: t.At("OBS_VALUE"), derivation: t.At("DERIVATION_TYPE.ID", "DERIVATION_TYPE"),
	}
	programs := t.At("DATAFLOW", "STRUCTURE_ID") >= 0 // it is of the interface for programs
	var missing []string
	switch {
	case m.series >= 0:
	case t.At("COUNTRY.ID") >= 0:
		m.reporter = t.At("COUNTRY.ID")
		m.indicator, m.partner = t.OneOf(&missing, "INDICATOR.ID"), t.OneOf(&missing, "COUNTERPART_COUNTRY.ID")
	default:
		if !programs {
			missing = append(missing, "SERIES_CODE or DATAFLOW")
		}
		m.reporter, m.partner = t.OneOf(&missing, "COUNTRY"), t.OneOf(&missing, "COUNTERPART_COUNTRY")
		m.indicator = t.OneOf(&missing, "INDICATOR")
	}
	if !programs {
		m.scale = t.OneOf(&missing, "SCALE.ID", "SCALE")
	}
	if m.period < 0 && m.at < 0 {
		if err := m.findPeriods(&missing); err != nil {
			return nil, err
		}
	} else {
		t.OneOf(&missing, "TIME_PERIOD")
		t.OneOf(&missing, "OBS_VALUE")
	}
	if missing != nil {
		return nil, feed.Missing("a table of the IMF's trade in goods by partner (IMTS)", missing, t.Header)
	}
	return t.Trade(t.stats, m.row), nil
}

// row adds the records of a row.
func (m *imts) row(c *feed.Cells, add func(lac.TradeRecord)) {
	reporter, indicator, partner := c.Text(m.reporter), c.Text(m.indicator), c.Text(m.partner)
	reporterAt, partnerAt := m.reporter, m.partner
	if m.series >= 0 {
		codes := strings.Split(c.Text(m.series), ".")
		if len(codes) != 4 {
			c.Fail(m.series, fmt.Errorf("%w: want a series as in BRA.XG_FOB_USD.CHN.A", lac.ErrSyntax))
			return
		}
		reporter, indicator, partner = codes[0], codes[1], codes[2]
		reporterAt, partnerAt = m.series, m.series
	}
	of, known := measures["T"+indicator]
	if !known || isGroup(reporter) || isGroup(partner) || cmp.Or(c.Text(m.measure), "OBS_VALUE") != "OBS_VALUE" {
		return
	}
	if m.at >= 0 && isEmpty(c.Text(m.at)) {
		return
	}
	base := m.record(areaOf(c, reporterAt, reporter), areaOf(c, partnerAt, partner), of)
	if how := c.Text(m.derivation); how != "" && how != "O" && how != "Reported official data" {
		base.Status = lac.Estimated
	}
	if m.at < 0 {
		if m.hasFigures(c) {
			m.figures(c, base, m.times(c), add)
		}
		return
	}
	base.ID, base.Period = c.ID(m.source, ""), c.Period(m.period, parsePeriod)
	base.Value = c.Amount(m.at, lac.USD, m.times(c))
	add(base)
}

// scales are by their codes, which are powers of ten, and by their names.
var scales = map[string]int64{
	"0": 1, "3": 1000, "6": 1_000_000, "9": 1_000_000_000,
	"units": 1, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000,
}

// times returns by what figures of a row are to be multiplied. Those of the interface
// for programs are dollars, whatever scale they are shown in.
func (m *imts) times(c *feed.Cells) int64 {
	if m.scale < 0 {
		return 1
	}
	switch scale := strings.ToLower(c.Text(m.scale)); {
	case scale == "":
		c.Fail(m.scale, fmt.Errorf("%w: whether the figures are dollars or millions of them", lac.ErrMissing))
	case scales[scale] == 0:
		c.Fail(m.scale, fmt.Errorf("%w: want Units, Thousands, Millions or Billions, or the power of ten", lac.ErrUnknownCode))
	default:
		return scales[scale]
	}
	return 1
}

// world is the Fund's code of all countries; those of its groups begin like it.
const world = "G001"

func isGroup(code string) bool {
	return code != world && len(code) > 3 && code[0] == 'G' && code[1] >= '0' && code[1] <= '9' || strings.HasPrefix(code, "GX")
}

// areaOf returns the area of one of the codes of IMTS, which stands in column i. They
// are those of ISO but for the World and Kosovo.
func areaOf(c *feed.Cells, i int, code string) lac.Area {
	switch code {
	case world:
		return lac.World
	case "KOS":
		code = "XKX"
	}
	a, err := lac.ParseArea(code)
	switch {
	case code == "":
		c.Fail(i, lac.ErrMissing)
	case err != nil:
		c.Fail(i, err)
	}
	return a
}
