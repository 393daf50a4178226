package comtrade

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A column is one that records are made of.
type column int

const (
	colFreq column = iota
	colRefYear
	colRefMonth
	colPeriod
	colReporterCode
	colReporterISO
	colFlow
	colPartnerCode
	colPartnerISO
	colPartner2Code
	colPartner2ISO
	colClassification
	colCommodity
	colCustoms
	colSupply
	colTransport
	colUnit
	colQuantity
	colNetWeight
	colCIF
	colFOB
	colValue
	numColumns
)

var columnNames = [numColumns]string{
	colFreq:           "freqCode",
	colRefYear:        "refYear",
	colRefMonth:       "refMonth",
	colPeriod:         "period",
	colReporterCode:   "reporterCode",
	colReporterISO:    "reporterISO",
	colFlow:           "flowCode",
	colPartnerCode:    "partnerCode",
	colPartnerISO:     "partnerISO",
	colPartner2Code:   "partner2Code",
	colPartner2ISO:    "partner2ISO",
	colClassification: "classificationCode",
	colCommodity:      "cmdCode",
	colCustoms:        "customsCode",
	colSupply:         "mosCode",
	colTransport:      "motCode",
	colUnit:           "qtyUnitAbbr",
	colQuantity:       "qty",
	colNetWeight:      "netWgt",
	colCIF:            "cifvalue",
	colFOB:            "fobvalue",
	colValue:          "primaryValue",
}

// required are the columns without which no record can be made, beside period
// or refYear.
var required = []column{colReporterCode, colFlow, colPartnerCode, colCommodity, colClassification, colValue}

// A table is the layout that a header gives.
type table struct {
	header []string
	index  [numColumns]int // of the column in a row; -1: not there
}

func newTable(header *csvscan.Row) (table, error) {
	var t table
	for c := range t.index {
		t.index[c] = -1
	}
	for i := range header.Len() {
		name := strings.TrimSpace(text(header.Field(i)))
		t.header = append(t.header, name)
		for c, known := range columnNames {
			if !strings.EqualFold(name, known) {
				continue
			}
			if t.index[c] >= 0 {
				return table{}, fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, known)
			}
			t.index[c] = i
		}
	}
	if n := len(t.header); n > 1 && t.header[n-1] == "" {
		t.header = t.header[:n-1]
	}
	var missing []string
	if t.index[colPeriod] < 0 && t.index[colRefYear] < 0 {
		missing = append(missing, "period or refYear")
	}
	for _, c := range required {
		if t.index[c] < 0 {
			missing = append(missing, columnNames[c])
		}
	}
	if missing != nil {
		return table{}, fmt.Errorf("%w: not a header of UN Comtrade's TradeData.csv: expected also the columns %s; the first of %d columns is %q",
			lac.ErrSyntax, strings.Join(missing, ", "), len(t.header), shorten(t.header[0]))
	}
	return t, nil
}

// malformed restates an error of the scanner.
func (t *table) malformed(e *csvscan.RowError) *lac.RowError {
	rejected := &lac.RowError{Line: e.Line, Column: e.Column, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, e.Err)}
	if e.Column > 0 && e.Field < len(t.header) {
		rejected.Field = t.header[e.Field]
	}
	return rejected
}

// record makes a record of a row, or says why it cannot.
func (t *table) record(row *csvscan.Row, source string) (lac.TradeRecord, *lac.RowError) {
	n, want := row.Len(), len(t.header)
	if n != want && !(n == want+1 && len(row.Field(want)) == 0) {
		return lac.TradeRecord{}, &lac.RowError{
			Line: row.Line(),
			Err:  fmt.Errorf("%w: %d fields, but the header has %d", lac.ErrSyntax, n, want),
		}
	}
	p := rowParser{table: t, row: row}
	r := lac.TradeRecord{
		ID:        source + "#" + strconv.Itoa(row.Line()),
		Source:    source,
		Reporter:  p.area(colReporterISO, colReporterCode),
		Partner:   p.area(colPartnerISO, colPartnerCode),
		Flow:      p.flow(),
		Period:    p.period(),
		Commodity: p.commodity(),
		Value:     p.money(colValue),
		NetWeight: p.quantity(colNetWeight, lac.UnitKilograms),
		Breakdown: lac.Breakdown{
			Customs:   p.part(colCustoms, "C00"),
			Transport: p.part(colTransport, "0"),
			Supply:    p.part(colSupply, "0"),
		},
	}
	if p.part(colPartner2Code, "0") != "" {
		r.Breakdown.Partner2 = p.area(colPartner2ISO, colPartner2Code)
	}
	r.Valuation = p.valuation(r.Flow, r.Value)
	r.Quantity, r.Note = p.supplementary()
	if p.rejected != nil {
		return lac.TradeRecord{}, p.rejected
	}
	return r, nil
}
