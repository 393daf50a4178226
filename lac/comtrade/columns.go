package comtrade

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/sinolac/sinolac/lac"
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

// columnNames are the names that a column has had, folded, the best first: where
// a table has several of them, that one is read. Those of one dialect stand
// together in the package's documentation; prtner2Code is how the web site
// itself spelt it for a time.
var columnNames = [numColumns][]string{
	colFreq:           {"freqcode"},
	colRefYear:        {"refyear", "year", "yr"},
	colRefMonth:       {"refmonth"},
	colPeriod:         {"period"},
	colReporterCode:   {"reportercode", "rtcode"},
	colReporterISO:    {"reporteriso", "rt3iso"},
	colFlow:           {"flowcode", "tradeflowcode", "rgcode", "flowdesc", "tradeflow", "rgdesc"},
	colPartnerCode:    {"partnercode", "ptcode"},
	colPartnerISO:     {"partneriso", "pt3iso"},
	colPartner2Code:   {"partner2code", "prtner2code", "2ndpartnercode", "ptcode2"},
	colPartner2ISO:    {"partner2iso", "prtner2iso", "2ndpartneriso", "pt3iso2"},
	colClassification: {"classificationcode", "classification", "pfcode"},
	colCommodity:      {"cmdcode", "commoditycode"},
	colCustoms:        {"customscode", "customsproccode", "cstcode"},
	colSupply:         {"moscode"},
	colTransport:      {"motcode", "modeoftransportcode"},
	colUnit:           {"qtyunitcode", "qtcode", "qtyunitabbr", "qtyunit", "qtdesc"},
	colQuantity:       {"qty", "tradequantity"},
	colNetWeight:      {"netwgt", "netweightkg", "netweight"},
	colCIF:            {"cifvalue", "ciftradevalueus"},
	colFOB:            {"fobvalue", "fobtradevalueus"},
	colValue:          {"primaryvalue", "tradevalueus", "tradevalue"},
}

// String returns the name that the current web table has for c.
func (c column) String() string { return webNames[c] }

var webNames = [numColumns]string{
	"freqCode", "refYear", "refMonth", "period", "reporterCode", "reporterISO", "flowCode", "partnerCode", "partnerISO",
	"partner2Code", "partner2ISO", "classificationCode", "cmdCode", "customsCode", "mosCode", "motCode", "qtyUnitCode",
	"qty", "netWgt", "cifvalue", "fobvalue", "primaryValue",
}

// A nameRank is a column and how far back in its columnNames a name stands.
type nameRank struct {
	column column
	rank   int
}

var columnsByName = func() map[string]nameRank {
	byName := map[string]nameRank{}
	for c, names := range columnNames {
		for rank, name := range names {
			byName[name] = nameRank{column(c), rank}
		}
	}
	return byName
}()

// foldName returns the letters and digits of a column's name in lower case:
// "Trade Value (US$)", "Trade.Value..US.." and "trade_value_us" are one.
func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// A layout says where the columns stand.
type layout struct {
	index [numColumns]int // of the column; -1: not there
	ranks [numColumns]int
}

func newLayout() layout {
	var l layout
	for c := range l.index {
		l.index[c] = -1
	}
	return l
}

// add takes over the name of column i. It errs if the name stands twice.
func (l *layout) add(i int, name string) error {
	if known, ok := columnsByName[foldName(name)]; ok {
		return l.put(known, i, name)
	}
	return nil
}

// put takes over column i, which is known.
func (l *layout) put(known nameRank, i int, name string) error {
	c := known.column
	switch {
	case l.index[c] >= 0 && l.ranks[c] == known.rank:
		return fmt.Errorf("column %s stands twice", shorten(name))
	case l.index[c] >= 0 && l.ranks[c] < known.rank:
		return nil
	}
	l.index[c], l.ranks[c] = i, known.rank
	return nil
}

// required are the columns without which no record can be made, beside period
// or refYear.
var required = []column{colReporterCode, colFlow, colPartnerCode, colCommodity, colClassification, colValue}

// missing returns the names of the required columns that are not there.
func (l *layout) missing() []string {
	var names []string
	if l.index[colPeriod] < 0 && l.index[colRefYear] < 0 {
		names = append(names, "period or refYear")
	}
	for _, c := range required {
		if l.index[c] < 0 {
			names = append(names, c.String())
		}
	}
	return names
}

// errNotATable is of a header or record that lacks columns.
func errNotATable(missing []string) error {
	return fmt.Errorf("%w: not a table of UN Comtrade: expected also the columns %s", lac.ErrSyntax, strings.Join(missing, ", "))
}
