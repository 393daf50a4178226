package comtrade

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// flows are the codes of flows in all dialects: the letters of the current
// tables, the numbers of the legacy ones and the words of both.
var flows = map[string]lac.TradeFlow{
	"M": lac.Import, "1": lac.Import, "import": lac.Import, "imports": lac.Import,
	"X": lac.Export, "2": lac.Export, "export": lac.Export, "exports": lac.Export,
	"RX": lac.ReExport, "3": lac.ReExport, "re-export": lac.ReExport, "re-exports": lac.ReExport,
	"RM": lac.ReImport, "4": lac.ReImport, "re-import": lac.ReImport, "re-imports": lac.ReImport,
}

// partFlows are the flows that are part of M or X and of which no record is made.
var partFlows = map[string]string{
	"DX": "domestic exports", "FM": "foreign imports",
	"MIP": "imports for inward processing", "XIP": "exports after inward processing",
	"MOP": "imports after outward processing", "XOP": "exports for outward processing",
	"MIF": "imports within a firm", "XIF": "exports within a firm",
}

// editionOf returns the mark of a classification that package lac has for UN
// Comtrade's: of services it is another.
func editionOf(classification string) string {
	switch classification {
	case "EB02":
		return "E2"
	case "EB10", "EB10S":
		return "E1"
	}
	return classification
}

// A quantityCode is one of UN Comtrade's units of quantity: its code, its
// abbreviation, and the unit of package lac if the abbreviation is not one.
type quantityCode struct {
	code, abbr string
	unit       lac.Unit
}

// quantityCodes is UN Comtrade's list of them. Codes up to 13 are those of the
// legacy tables too.
var quantityCodes = [...]quantityCode{
	{"2", "m²", "m2"}, {"3", "1000 kWh", "MWh"}, {"4", "m", ""}, {"5", "u", ""}, {"6", "2u", "pairs"}, {"7", "l", ""},
	{"8", "kg", ""}, {"9", "1000u", "thousands"}, {"10", "u (jeu/pack)", "packs"}, {"11", "12u", "dozens"},
	{"12", "m³", "m3"}, {"13", "carat", ""}, {"14", "km", ""}, {"15", "g", ""}, {"16", "hive", ""},
	{"17", "1000 m³", "thousand m3"}, {"18", "TJ", ""}, {"19", "BBL", ""}, {"20", "1000 L", "thousand l"}, {"21", "1000 KG", "t"},
	{"22", "kWH", ""}, {"23", "l alc 100%", ""}, {"24", "head", ""}, {"25", "kg/net eda", ""},
	{"26", "kg C5H14ClNO", ""}, {"27", "kg P2O5", ""}, {"28", "kg H2O2", ""}, {"29", "kg met.am.", ""}, {"30", "kg N", ""},
	{"31", "kg KOH", ""}, {"32", "kg K2O", ""}, {"33", "kg NaOH", ""}, {"34", "kg 90% sdt", ""}, {"35", "kg U", ""},
	{"36", "ct/l", ""}, {"37", "Bq", ""}, {"38", "gi F/S", ""}, {"39", "GRT", ""}, {"40", "GT", ""}, {"41", "ce/el", ""},
}

// legacyUnits are the units of the legacy tables in words, by their codes.
var legacyUnits = map[string]string{
	"area in square metres": "2", "electrical energy in thousands of kilowatt-hours": "3", "length in metres": "4",
	"number of items": "5", "number of pairs": "6", "volume in litres": "7", "weight in kilograms": "8",
	"thousands of items": "9", "number of packages": "10", "dozen of items": "11", "volume in cubic metres": "12",
	"weight in carats": "13",
}

// unitsByText are the units by the texts that a table may have for them, in
// lower case.
var unitsByText = func() map[string]lac.Unit {
	byText := map[string]lac.Unit{}
	for _, q := range quantityCodes {
		unit := q.unit
		if unit == "" {
			unit = lac.Unit(q.abbr)
		}
		byText[q.code], byText[strings.ToLower(q.abbr)] = unit, unit
	}
	for words, code := range legacyUnits {
		byText[words] = byText[code]
	}
	return byText
}()

// A unitKind says how a quantity in a unit is read.
type unitKind uint8

const (
	noUnit    unitKind = iota // it is not looked at
	validUnit                 // it is the record's Quantity
	notedUnit                 // it goes to the Note
)

// kindOf takes the code, the abbreviation or the words of a unit, as unitOf does.
// The codes -1 and, in the legacy tables, 1 are of no quantity.
func kindOf(unit string) unitKind {
	switch unit = whole(unit); {
	case absent(unit) || unit == "-1" || unit == "1" || unit == "No Quantity":
		return noUnit
	case unitOf(unit).IsValid():
		return validUnit
	}
	return notedUnit
}

func unitOf(unit string) lac.Unit {
	unit = whole(unit)
	if u, ok := unitsByText[strings.ReplaceAll(strings.ToLower(unit), "meters", "metres")]; ok {
		return u
	}
	return lac.Unit(unit)
}

// absent reports whether a field says nothing, which UN Comtrade, pandas and R
// spell out.
func absent(s string) bool {
	switch s {
	case "", "N/A", "NA", "<NA>", "NaN", "nan", "None", "NULL", "null":
		return true
	}
	return false
}

// whole returns a code as an integer, where pandas made a number of it: 156.0.
func whole(code string) string {
	if digits, ok := strings.CutSuffix(code, ".0"); ok && isNumber(digits) {
		return digits
	}
	return code
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// europeEUNES is the code of lac.EuropeEUNES, which M49 gives to Monaco. UN
// Comtrade has Monaco in France, and even so lists this code with MCO.
const europeEUNES = "492"
