package check

import (
	"math/big"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

func flowOf(m lac.Measure) lac.TradeFlow {
	if m.Subject == lac.SubjectTrade && m.Flow == "" {
		return lac.Turnover
	}
	return m.Flow
}

var flows = [...]lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover}

// counts reports whether a number of one unit says something of a number of
// another: every project has a record.
func counts(unit, of lac.Unit) bool {
	return unit == of || unit == lac.UnitRecords && of == lac.UnitProjects
}

// levels holds the subjects that a pledge brings to a level, year by year, rather
// than delivers piece by piece.
var levels = map[lac.Subject]bool{lac.SubjectTrade: true, lac.SubjectFDIStock: true}

// normal returns a measure in the form in which two of them are compared: the
// region and the community of its states are alike (the basis says which), and
// trade without a flow is turnover.
func normal(m lac.Measure) lac.Measure {
	m.Reporter, m.Partner, m.Flow = region(m.Reporter), region(m.Partner), flowOf(m)
	if m.Commodity == lac.AllGoods {
		m.Commodity = 0
	}
	switch m.Subject {
	case lac.SubjectGDP, lac.SubjectPopulation, lac.SubjectDeflator:
		m.Partner = 0
	}
	return m
}

// unitOf returns the unit in which a claim's figure is, where a vague word does
// not say.
func unitOf(c lac.Claim) lac.Unit {
	switch {
	case c.Stated.Value.IsReported():
		return c.Stated.Value.Unit()
	case c.Form == lac.FormStreak:
		return lac.UnitYears
	case c.Form == lac.FormCoverage:
		return lac.UnitCountries
	case c.Measure.Subject == lac.SubjectProjects:
		return lac.UnitProjects
	}
	return ""
}

// formUnits holds the unit of the forms that have one of their own.
var formUnits = map[lac.ClaimForm]lac.Unit{
	lac.FormMultiple: lac.UnitTimes, lac.FormShare: lac.UnitPercent, lac.FormRank: lac.UnitRank,
	lac.FormStreak: lac.UnitYears, lac.FormCoverage: lac.UnitCountries,
}

// usual holds the units of the library by other names that claims give them.
var usual = map[lac.Unit]lac.Unit{
	"points": lac.UnitPoints, "percentage points": lac.UnitPoints, "pp": lac.UnitPoints,
	"tonnes": lac.UnitTonnes, "metric tons": lac.UnitTonnes, "kilograms": lac.UnitKilograms,
}

// inUsualUnit returns a figure with its unit by the name that records have for it.
func inUsualUnit(s lac.Stated) lac.Stated {
	for _, q := range []*lac.Quantity{&s.Value, &s.High} {
		if u, ok := usual[q.Unit()]; ok && q.IsReported() {
			*q, _ = lac.NewQuantity(q.Amount(), u) // of the same digits
		}
	}
	return s
}

// dated holds the forms that are read as of the last day of their period.
var dated = map[lac.ClaimForm]bool{lac.FormRank: true, lac.FormStreak: true, lac.FormCoverage: true, lac.FormPledge: true}

// positive are the values above zero.
func positive() interval.Interval { return interval.From(interval.Open(zero())) }

// zero returns 0 as a new number.
func zero() *big.Rat { return new(big.Rat) }

func words(s lac.Subject) string { return strings.ReplaceAll(string(s), "-", " ") }
