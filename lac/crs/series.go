package crs

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A series is a table of SDMX-CSV that is being read.
type series struct {
	table
	flow, prices, base, currency, power, year, sector int // columns, or -1
	others                                            []int
}

// newSeries reads the header.
func newSeries(t table) (feed.Next[lac.Observation], error) {
	s := &series{table: t, base: t.At("BASE_PER"), sector: t.At("SECTOR")}
	var missing []string
	s.donor, s.recipient = t.OneOf(&missing, "DONOR"), t.OneOf(&missing, "RECIPIENT")
	s.flow, s.prices = t.OneOf(&missing, "FLOW_TYPE"), t.OneOf(&missing, "PRICE_BASE")
	s.currency, s.power = t.OneOf(&missing, "UNIT_MEASURE"), t.OneOf(&missing, "UNIT_MULT")
	s.year, s.at = t.OneOf(&missing, "TIME_PERIOD"), t.OneOf(&missing, "OBS_VALUE")
	if missing != nil {
		return nil, feed.Missing("an aggregate of the OECD's Creditor Reporting System", missing, t.Header)
	}
	for _, name := range []string{"MEASURE", "SECTOR", "CHANNEL", "MODALITY", "MD_DIM", "MD_ID"} {
		if i := t.At(name); i >= 0 {
			s.others = append(s.others, i)
		}
	}
	return feed.Records(t.Table, t.stats, s.row), nil
}

// flows are by their codes; there are others, such as grant equivalents.
var flows = map[string]lac.TransactionType{"C": lac.Commitment, "D": lac.Disbursement}

// row adds the figure of a row.
func (s *series) row(c *feed.Cells, add func(lac.Observation)) {
	donor, recipient := countryOf(c.Text(s.donor)), countryOf(c.Text(s.recipient))
	flow, known := flows[c.Text(s.flow)]
	if donor == 0 || recipient == 0 || !known || c.Text(s.at) == "" || c.Text(s.at) == "NaN" {
		return
	}
	o := lac.Observation{
		ID: c.ID(s.source, ""), Source: s.source, Coverage: s.coverage(c),
		Measure: lac.Measure{Subject: subjects[flow], Reporter: donor, Partner: recipient},
		Period:  c.Year(s.year),
	}
	sector, _ := lac.ParseSector(c.Text(s.sector)) // 1000 is all of them; others are in the coverage
	o.Measure.Sector = sector.Field
	switch prices := c.Text(s.prices); prices {
	case "V": // of their own year
	case "Q":
		o.Measure.Real = true
		if o.PriceYear = c.Year(s.base).First().Year(); c.Rejected != nil {
			return
		}
	default:
		c.Fail(s.prices, fmt.Errorf("%w: want V, current prices, or Q, constant prices", lac.ErrUnknownCode))
	}
	currency, err := lac.ParseCurrency(c.Text(s.currency))
	if err != nil {
		c.Fail(s.currency, err)
	}
	power, err := strconv.Atoi(c.Text(s.power))
	if err != nil || power < 0 || power > 12 {
		c.Fail(s.power, fmt.Errorf("%w: want a power of ten, such as 6 for millions", lac.ErrSyntax))
	}
	if c.Rejected != nil {
		return
	}
	o.Figure = figure(c, s.at, lac.UnitOf(currency), decimal.New(1, int32(power)))
	add(o)
}

// coverage returns the other dimensions of a row, but for those that are whole.
func (s *series) coverage(c *feed.Cells) string {
	var parts []string
	for _, i := range s.others {
		if code := c.Text(i); code != "" && code != "_T" && code != "_Z" && code != "0" {
			parts = append(parts, s.Header[i]+" "+feed.Shorten(code))
		}
	}
	return strings.Join(parts, ", ")
}

// countryOf returns the country of a code of SDMX, which is that of ISO 3166 with three
// letters; 0 if it is that of a bank, a fund or a group.
func countryOf(code string) lac.Area {
	if len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return 0
	}
	a, err := lac.ParseArea(code)
	if err != nil || !a.IsCountry() {
		return 0
	}
	return a
}
