package comtrade

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
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
	colReported
	colAggregate
	colClassification
	colCommodity
	colCustoms
	colSupply
	colTransport
	colFlag
	colQuantityEstimated
	colWeightEstimated
	colUnit
	colQuantity
	colNetWeight
	colCIF
	colFOB
	colValue
	// Of these no figure is made: a tariff line is told from others by them.
	colAltQuantity
	colGrossWeight
	colLevel
	numColumns
)

// columnNames are the names that a column has had, the best first: where a table
// has several of them, that one is read. The first is the web site's today; names
// that differ in case, spaces and punctuation alone stand here once. Prtner2Code is
// how the web site itself spelt it for a time.
var columnNames = [numColumns][]string{
	colFreq:              {"freqCode"},
	colRefYear:           {"refYear", "Year", "yr"},
	colRefMonth:          {"refMonth"},
	colPeriod:            {"period"},
	colReporterCode:      {"reporterCode", "rtCode"},
	colReporterISO:       {"reporterISO", "rt3ISO"},
	colFlow:              {"flowCode", "Trade Flow Code", "rgCode", "flowDesc", "Trade Flow", "rgDesc"},
	colPartnerCode:       {"partnerCode", "ptCode"},
	colPartnerISO:        {"partnerISO", "pt3ISO"},
	colPartner2Code:      {"partner2Code", "Prtner2Code", "2nd Partner Code", "ptCode2", "second_partner_code"},
	colPartner2ISO:       {"partner2ISO", "Prtner2ISO", "2nd Partner ISO", "pt3ISO2", "second_partner_iso"},
	colReported:          {"isReported"},
	colAggregate:         {"isAggregate"},
	colClassification:    {"classificationCode", "Classification", "pfCode"},
	colCommodity:         {"cmdCode", "Commodity Code"},
	colCustoms:           {"customsCode", "Customs Proc. Code", "cstCode"},
	colSupply:            {"mosCode"},
	colTransport:         {"motCode", "Mode of Transport Code"},
	colFlag:              {"legacyEstimationFlag", "Flag", "estCode"},
	colQuantityEstimated: {"isQtyEstimated"},
	colWeightEstimated:   {"isNetWgtEstimated"},
	colUnit:              {"qtyUnitCode", "qtCode", "qtyUnitAbbr", "Qty Unit", "qtDesc"},
	colQuantity:          {"qty", "TradeQuantity"},
	colNetWeight:         {"netWgt", "Netweight (kg)", "NetWeight"},
	colCIF:               {"cifvalue", "CIF Trade Value (US$)", "cif_trade_value_usd"},
	colFOB:               {"fobvalue", "FOB Trade Value (US$)", "fob_trade_value_usd"},
	colAltQuantity:       {"altQty", "Alt Qty"},
	colGrossWeight:       {"grossWgt", "Gross weight (kg)", "gross_weight_kg"},
	colLevel:             {"aggrLevel", "Aggregate Level", "isLeaf", "Is Leaf Code", "isLeafCode"},
	colValue:             {"primaryValue", "Trade Value (US$)", "TradeValue", "trade_value_usd"},
}

// String returns the name that the web site's table has for c.
func (c column) String() string { return columnNames[c][0] }

// A nameRank is a column and how far back among its names a name stands.
type nameRank struct {
	column column
	rank   int
}

// columnsByName has the columns by their names, folded.
var columnsByName = func() map[string]nameRank {
	byName := map[string]nameRank{}
	for c, names := range columnNames {
		for rank, name := range names {
			byName[foldName(name)] = nameRank{column(c), rank}
		}
	}
	return byName
}()

// foldName returns a column's name in lower case without spaces and punctuation:
// "Trade Value (US$)", "Trade.Value..US.." and "trade_value_us" are one.
func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) {
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
		return fmt.Errorf("column %s stands twice", feed.Shorten(name))
	case l.index[c] >= 0 && l.ranks[c] < known.rank:
		return nil
	}
	l.index[c], l.ranks[c] = i, known.rank
	return nil
}

// required are the columns without which no record can be made, beside period
// or refYear.
var required = []column{colReporterCode, colFlow, colPartnerCode, colCommodity, colClassification, colValue}

// isTariffLines reports whether rows may be lines of national tariffs, which have no
// total beside them: the table says of none what it is made of.
func (l *layout) isTariffLines() bool {
	return l.index[colAggregate] < 0 && l.index[colLevel] < 0 && (l.index[colAltQuantity] >= 0 || l.index[colGrossWeight] >= 0)
}

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
