package crs

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A Pivot says of a pivot table what it does not say itself.
type Pivot struct {
	// Flow is [lac.Commitment] or [lac.Disbursement].
	Flow lac.TransactionType `json:"flow"`
	// Unit is what 1 in the table stands for, such as a million US dollars.
	Unit lac.Money `json:"unit"`
	// Year is that of all figures, such as 2019.
	Year int `json:"year"`
	// PriceYear is the year in whose prices figures are, 0 for those of their own.
	PriceYear int `json:"price_year,omitempty"`
}

// A pivot is a pivot table that is being read.
type pivot struct {
	table
	stated  lac.Observation // what all figures have in common
	unit    lac.Money
	columns []pivotColumn
}

type pivotColumn struct {
	column int
	donor  lac.Area // 0: one that is no country
	sector string   // a group of sectors, of tables of those
}

// newPivot reads the header of a pivot table.
func newPivot(t table, says Pivot) (feed.Next[lac.Observation], error) {
	if t.At("donor_code") >= 0 && t.At("recipient_name", "RecipientName") < 0 {
		row, err := t.Row() // the codes of donors stand above their names
		if err != nil {
			return nil, err
		}
		t.Header = feed.Names(row)
	}
	t.recipient = t.At("Row Labels", "recipient_name", "RecipientName")
	if t.recipient < 0 {
		return nil, feed.Missing("an aggregate of the OECD's Creditor Reporting System", []string{"DONOR or RecipientName"}, t.Header)
	}
	p := &pivot{table: t, unit: says.Unit}
	known, seen := 0, map[string]bool{}
	for i, name := range t.Header {
		of := pivotColumn{column: i}
		switch donor, err := country(name); {
		case i == t.recipient || feed.Fold(name) == "recipientcode" || name == "Regional" || name == "":
			continue
		case seen[name]:
			return nil, fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, feed.Shorten(name))
		case len(name) == 3 && strings.Trim(name, "0123456789") == "":
			of.sector, known = name, known+1
		case err == nil:
			of.donor, known = donor, known+1
		}
		seen[name] = true
		p.columns = append(p.columns, of)
	}
	if known < 2 {
		return nil, feed.Missing("an aggregate of the OECD's Creditor Reporting System", []string{"of donors, or of groups of sectors"}, t.Header)
	}
	if err := says.check(); err != nil {
		return nil, err
	}
	p.stated = lac.Observation{
		Source: t.source, Measure: lac.Measure{Subject: subjects[says.Flow], Real: says.PriceYear != 0},
		Period: lac.Year(says.Year), PriceYear: says.PriceYear, Table: t.source,
	}
	return feed.Records(t.Table, t.stats, p.row), nil
}

// check returns what is missing in what is said of a pivot table.
func (p Pivot) check() error {
	var missing []string
	if p.Flow == "" {
		missing = append(missing, "Flow, commitments or disbursements")
	}
	if !p.Unit.IsReported() {
		missing = append(missing, "Unit, what 1 stands for")
	}
	if p.Year == 0 {
		missing = append(missing, "Year")
	}
	switch {
	case missing != nil:
		return fmt.Errorf("%w: a pivot table does not say what its figures are: set Reader.Pivot, or Options.CRS of package load: %s", lac.ErrMissing, strings.Join(missing, "; "))
	case subjects[p.Flow] == "":
		return fmt.Errorf("%w: Pivot.Flow %q: want commitment or disbursement", lac.ErrUnknownCode, p.Flow)
	case p.Unit.Sign() <= 0:
		return fmt.Errorf("%w: Pivot.Unit %v: want an amount above 0", lac.ErrRange, p.Unit)
	case p.Year < 1000 || p.Year > 9999 || p.PriceYear != 0 && (p.PriceYear < 1000 || p.PriceYear > 9999):
		return fmt.Errorf("%w: Pivot.Year %d, PriceYear %d", lac.ErrRange, p.Year, p.PriceYear)
	}
	return nil
}

// row adds the figures of a recipient.
func (p *pivot) row(c *feed.Cells, add func(lac.Observation)) {
	name := c.Text(p.recipient)
	if isNoCountry(name) {
		return
	}
	recipient := c.Area(p.recipient, country)
	for _, of := range p.columns {
		switch {
		case c.Rejected != nil:
			return
		case c.Text(of.column) == "":
			continue
		case of.donor == 0 && of.sector == "":
			p.stats.LeftOut++
			continue
		}
		o := p.stated
		o.ID = c.ID(p.source, "-"+strconv.Itoa(of.column+1))
		o.Measure.Reporter, o.Measure.Partner = of.donor, recipient
		if of.sector != "" {
			o.Measure.Reporter, o.Coverage = lac.World, "all donors, sector "+of.sector
			sector, _ := lac.ParseSector(of.sector) // a group that the list does not have is in the coverage
			o.Measure.Sector = sector.Field
		}
		o.Figure = figure(c, of.column, lac.UnitOf(p.unit.Currency()), p.unit.Amount())
		add(o)
	}
}
