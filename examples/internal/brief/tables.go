package brief

import (
	"slices"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
)

// tradeByYear sets China customs' published turnover beside the region's books.
func tradeByYear(data *lac.Dataset) ([]YearRow, error) {
	rows := map[int]*YearRow{}
	at := func(y int) *YearRow {
		if rows[y] == nil {
			rows[y] = &YearRow{Year: y, Members: len(lac.CELAC.Members(lac.Year(y).Last()))}
		}
		return rows[y]
	}
	for o := range data.Observations() {
		m := o.Measure
		source, _ := data.Source(o.Source)
		if m.Subject != lac.SubjectTrade || m.Reporter != lac.China || m.Partner != lac.LatinAmericaCaribbean || m.Flow != lac.Turnover || m.Sector != "" || !o.Period.IsYear() ||
			o.Evidence == lac.Unconfirmed || source.Basis != customsBasis {
			continue
		}
		v, ok := o.Figure.Value.Money()
		if c := o.Figure.Comparator; !ok || v.Currency() != lac.USD || c != "" && c != lac.Equal {
			continue
		}
		r := at(o.Period.First().Year())
		switch {
		case !r.Customs.IsReported() || o.Figure.Digits > r.digits && r.Customs != v:
			r.Customs, r.Derived, r.digits, r.Sources = v, o.Evidence == lac.Derived, o.Figure.Digits, nil
		case r.Customs != v:
			continue // a rounded repetition
		}
		r.Sources = append(r.Sources, o.Source)
	}
	region := lac.TradeQuery{Source: regionSource, Reporter: lac.LatinAmericaCaribbean, Partner: lac.China, AsPublished: true}
	regional, err := data.Totals(region, lac.ByYear)
	if err != nil {
		return nil, err
	}
	for k, t := range regional.All() {
		if both, err := t.Turnover(); err == nil {
			r := at(k.Period.First().Year())
			r.Region = both
			r.Sources = append(r.Sources, region.Source)
		}
	}
	q := lac.TradeQuery{Source: membersSource, Reporter: lac.CELAC, Partner: lac.China, Period: lac.Years(2014, 2024)}
	byYear, err := data.Totals(q, lac.ByYear)
	if err != nil {
		return nil, err
	}
	for k, t := range byYear.All() {
		r := at(k.Period.First().Year())
		r.Exports, r.Imports = t.Exports, t.Imports
		r.Sources = append(r.Sources, q.Source)
	}
	byReporter, err := data.Totals(q, lac.ByYear, lac.ByReporter)
	if err != nil {
		return nil, err
	}
	for k, t := range byReporter.All() {
		if both, err := t.Turnover(); err == nil && both.IsComplete() {
			at(k.Period.First().Year()).Reporters++
		}
	}
	var out []YearRow
	for _, r := range rows {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b YearRow) int { return a.Year - b.Year })
	return out, nil
}

// tradeByPartner returns the community's members by their trade with China on
// the books of China customs in 2024.
func tradeByPartner(data *lac.Dataset) ([]PartnerRow, string, error) {
	q := lac.TradeQuery{Source: partnerSource, Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2024)}
	totals, err := data.Totals(q, lac.ByPartner)
	if err != nil {
		return nil, "", err
	}
	var rows []PartnerRow
	var amounts []lac.Money
	for k, t := range totals.All() {
		r := PartnerRow{Partner: k.Partner}
		both, err := t.Turnover()
		if err != nil {
			continue
		}
		if r.Total, err = both.Money(); err != nil {
			return nil, "", err
		}
		r.Exports, _ = t.Exports.Money()
		r.Imports, _ = t.Imports.Money()
		if r.Balance, err = t.Balance(); err != nil {
			return nil, "", err
		}
		rows = append(rows, r)
		amounts = append(amounts, r.Total)
	}
	shares, err := indicator.Shares(amounts, 2)
	if err != nil {
		return nil, "", err
	}
	for i := range rows {
		rows[i].Share = shares[i]
	}
	slices.SortStableFunc(rows, func(a, b PartnerRow) int { return b.Total.Compare(a.Total) })
	return rows, "China customs, 2024, CELAC members, billion yuan", nil
}

// reconciliations holds every published turnover against the records of each
// source that has the year by partner, in the same currency: what customs
// published elsewhere, and a source's own row for the region.
func reconciliations(data *lac.Dataset) []ReconRow {
	var out []ReconRow
	for s := range data.Sources() {
		row := lac.TradeQuery{Source: s.ID, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, AsPublished: true}
		if own, err := data.Totals(row, lac.ByYear); err == nil {
			for k, t := range own.All() {
				if r, ok := ownRow(data, s.ID, k.Period, t); ok {
					out = append(out, r)
				}
			}
		}
		seen := map[string]bool{}
		has := yearsOf(data, s.ID)
		for o := range data.Observations() {
			if !has(o.Period) {
				continue
			}
			m := o.Measure
			source, _ := data.Source(o.Source)
			published, ok := o.Figure.Value.Money()
			if !ok || m.Subject != lac.SubjectTrade || m.Reporter != lac.China || m.Partner != lac.LatinAmericaCaribbean || m.Flow != lac.Turnover || m.Sector != "" ||
				!o.Period.IsYear() || source.Basis != customsBasis || o.Evidence == lac.Unconfirmed || seen[published.String()] {
				continue
			}
			q := lac.TradeQuery{Source: s.ID, Reporter: lac.China, Partner: lac.CELAC, Period: o.Period}
			r, err := indicator.Reconcile(data, published, halfDigit(o.Figure), q, lac.LatinAmericaCaribbean)
			if err != nil {
				continue // no records of that year, or in another currency
			}
			totals, err := data.Totals(q)
			if err != nil {
				continue
			}
			parts, _ := totals.Get(lac.TradeKey{})
			seen[published.String()] = true
			out = append(out, ReconRow{s.ID, o.Period, parts, r})
		}
	}
	return out
}

// yearsOf returns whether a source may have a period's trade by partner.
func yearsOf(data *lac.Dataset, source string) func(lac.Period) bool {
	totals, err := data.Totals(lac.TradeQuery{Source: source, Reporter: lac.China, Partner: lac.CELAC}, lac.ByYear)
	if err != nil { // one year may be refused where another is not
		return func(lac.Period) bool { return true }
	}
	return func(p lac.Period) bool { _, ok := totals.Get(lac.TradeKey{Period: p}); return ok }
}

// ownRow holds a source's own row for the region against its rows by partner.
func ownRow(data *lac.Dataset, source string, year lac.Period, t lac.TradeTotal) (ReconRow, bool) {
	both, err := t.Turnover()
	if err != nil {
		return ReconRow{}, false
	}
	published, err := both.Money()
	if err != nil {
		return ReconRow{}, false
	}
	q := lac.TradeQuery{Source: source, Reporter: lac.China, Partner: lac.CELAC, Period: year}
	r, err := indicator.Reconcile(data, published, lac.MoneyOf(0, published.Currency()), q, lac.LatinAmericaCaribbean)
	if err != nil {
		return ReconRow{}, false
	}
	totals, err := data.Totals(q)
	if err != nil {
		return ReconRow{}, false
	}
	parts, _ := totals.Get(lac.TradeKey{})
	return ReconRow{source, year, parts, r}, true
}

// halfDigit returns half a unit of the last digit of a figure.
func halfDigit(s lac.Stated) lac.Money {
	m, _ := s.Value.Money()
	d := m.Amount()
	places := int32(d.NumDigits()) + d.Exponent() - int32(s.Digits)
	half, _ := lac.NewMoney(decimal.New(5, places-1), m.Currency())
	return half
}
