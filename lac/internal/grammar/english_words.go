package grammar

import (
	"strings"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// english is the language's rules; its words stand below them.
type english struct{}

// A noun of English is what is measured, before and after the goods, with the
// words before each side.
type englishNoun struct {
	word   string
	many   bool   // its verb is plural
	to     string // before the second side
	things bool   // it can be counted: its figure is a number of them
}

var englishVerdicts = map[string]string{
	"supported": "Supported", "contradicted": "Contradicted", "mixed": "Depends on whose books", "insufficient": "Not enough data",
	"not checkable": "Not checkable", "undecided": "Undecided", "not due": "Not due yet", "on track": "On track", "behind": "Behind",
	"met": "Met", "missed": "Missed", "unmeasurable": "Not measurable", "misrounded": "Misrounded",
	"mixed count": "Depends on how it is counted",
}

// englishThe are the areas whose names take an article.
var englishThe = map[string]bool{
	"BHS": true, "USA": true, "GBR": true, "NLD": true, "DOM": true, "PHL": true, "ARE": true, "CZE": true, "MDV": true, "GMB": true,
	"COG": true, "COD": true, "CAF": true, "COM": true, "MHL": true, "SLB": true, "SYC": true, "FLK": true, "CYM": true, "TCA": true,
	"VGB": true, "VIR": true, "EU": true, "001": true, "029": true, "ANDEAN": true, "PACALL": true, "SICA": true, "150": true, "002": false,
}

var englishNouns = map[string]englishNoun{
	"trade":               {word: "trade"},
	"export":              {word: "exports", many: true, to: "to"},
	"import":              {word: "imports", many: true, to: "from"},
	"re-export":           {word: "re-exports", many: true, to: "to"},
	"re-import":           {word: "re-imports", many: true, to: "from"},
	"balance":             {word: "trade balance", to: "with"},
	"projects":            {word: "projects", many: true, to: "in", things: true},
	"infrastructure":      {word: "infrastructure projects", many: true, to: "in", things: true},
	"production-capacity": {word: "production-capacity projects", many: true, to: "in", things: true},
	"livelihood":          {word: "livelihood projects", many: true, to: "in", things: true},
	"jobs":                {word: "jobs", many: true, to: "in", things: true},
	"scholarships":        {word: "scholarships", many: true, to: "for", things: true},
	"training-places":     {word: "training places", many: true, to: "for", things: true},
	"measures":            {word: "measures", many: true, to: "for", things: true},
	"fdi-stock":           {word: "stock of direct investment", to: "in"},
	"fdi-flow":            {word: "direct investment", to: "in"},
	"finance":             {word: "finance", to: "for"},
	"contracts":           {word: "newly signed contracts", many: true, to: "in"},
	"contract-turnover":   {word: "turnover of contracts", to: "in"},
	"agreement":           {word: "agreements", many: true, to: "with", things: true},
	"ties":                {word: "countries with diplomatic relations", many: true, things: true},
	"gdp":                 {word: "GDP"},
	"population":          {word: "population", things: true},
}

// englishPlaces are what a rank is a place among.
var englishPlaces = map[string]string{
	"trade": "trading partner", "export": "export market", "import": "source of imports", "fdi-stock": "investor", "fdi-flow": "investor",
}

var englishHedges = map[string]string{
	"gt": "more than ", "ge": "at least ", "lt": "less than ", "le": "at most ", "nearly": "nearly ", "about": "about ",
}

var englishScales = []scale{{12, " trillion", ""}, {9, " billion", ""}, {6, " million", ""}}

var englishSymbols = map[string]string{"USD": "$", "EUR": "€", "GBP": "£"}

var (
	englishUnits = map[string]string{
		"CNY": "yuan", "JPY": "yen", "percent": "percent", "percentage-points": "percentage points", "times": "times", "countries": "countries",
		"years": "years", "kg": "kilograms", "t": "tonnes",
	}
	englishOnes = map[string]string{
		"percentage-points": "percentage point", "times": "time", "countries": "country", "years": "year", "projects": "project", "jobs": "job",
		"places": "place", "people": "person", "kg": "kilogram", "t": "tonne",
	}
)

var englishOrdinals = [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

var englishNumbers = [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

var englishMonths = each(months(lexicon.English.Months), func(s string) string { return strings.ToUpper(s[:1]) + s[1:] })

// englishBooks are sources' books, by the words with which they are recorded.
var englishBooks = map[string]string{
	"China customs (GACC)": "China customs", "press": "the press", "Press": "the press", "reference page": "a reference page",
	"forum document": "the forum's documents", "Encyclopedia mirror": "an encyclopedia", "Encyclopedia": "an encyclopedia",
	"IMF DOTS": "the IMF", "Member government": "a member's government", "Eurostat by press": "Eurostat, as the press has it",
	"Chinese government": "the Chinese government", "China Ministry of Foreign Affairs": "China's foreign ministry",
	"not stated": "a source that does not say", "none": "a source that does not say", "The bloc itself": "the bloc itself", "ECLAC": "ECLAC",
	"AidData GCDF 3.0": "AidData's count of Chinese finance", "embassy": "an embassy", "LAC countries reporting": "the region's own books",
	"Chinese government by CGTN":                     "the Chinese government, as CGTN has it",
	"Chinese statistics, not named":                  "Chinese statistics that are not named",
	"China MOFCOM, investment":                       "China's commerce ministry",
	"UN Comtrade, China reporting":                   "China's report to the UN",
	"UN Comtrade, LAC countries reporting":           "the region's reports to the UN",
	"LAC-side figures by IDB":                        "the Inter-American Development Bank",
	"European Union":                                 "the European Union",
	"Eurostat":                                       "Eurostat",
	"Federal Reserve H.10/G.5A annual averages":      "the Federal Reserve",
	"Oxford Business Group citing GACC":              "China customs, as the Oxford Business Group has it",
	"Communist Party of China official":              "an official of the Communist Party of China",
	"Red ALC-China, academic count":                  "the researchers of Red ALC-China",
	"CASS yearbook":                                  "the yearbook of China's academy of social sciences",
	"UN Comtrade through WITS, LCN region reporting": "the region's reports to the UN",
	"Academic blog":                                  "an academic's page", "Trade agreement database": "a database of trade agreements",
	"US Census Bureau":                           "the US Census Bureau",
	"US statistics by press":                     "US statistics, as the press has them",
	"China-Latin America Finance Database":       "the database of Chinese loans",
	"UN Comtrade through WITS, single countries": "the countries' reports to the UN",
	"Inter-American Dialogue":                    "the Inter-American Dialogue",
	"US balance of payments by ECLAC":            "the US balance of payments, as ECLAC has it",
	"China policy paper by press":                "China's policy paper, as the press has it",
	"China MOFCOM":                               "China's commerce ministry",
	"Chinese government by press":                "the Chinese government, as the press has it",
	"Xinhua, converted in February 2026":         "Xinhua, in dollars of February 2026",
	"US and China books":                         "the books of the United States and China",
	"pledges that were due":                      "the pledges that were due",
	"World Bank, World Development Indicators":   "the World Bank",
	"US Bureau of Economic Analysis":             "the US Bureau of Economic Analysis",
	"recorded events of relations":               "the record of diplomatic relations",
}

// englishTopics are what agreements are on.
var englishTopics = map[string]string{
	"belt-and-road": "the Belt and Road Initiative", "free-trade": "free trade", "visa-free": "visa-free travel",
}

// englishDiffers are the ways in which a figure's scope differs from a claim's.
var englishDiffers = map[string]string{
	"comma": ", ", "areas many": "%d countries", "areas part": "without %s", "areas whole": "with %s", "areas other": "of %s",
	"areas both":  "only the %s members with both years",
	"period part": "%s only", "period part some": "part of the time only", "period whole": "all of %s", "period other": "that of %s",
	"flow part": "%s only", "flow part some": "one flow only", "flow whole": "both flows", "flow other": "of %s",
	"goods part": "%s only", "goods part some": "some of the goods only", "goods whole": "all of %s", "goods other": "of %s",
	"subject part": "only %s", "subject whole": "of every kind", "subject other": "of %s",
	"prices other": "in other prices", "count whole": "records, of which several may be of one", "count other": "of other things", "value part": "a value is missing",
	"word pledge": "those pledged", "word commitment": "those agreed", "word implementation": "those under way", "word completed": "those completed",
	"way apart": "the EU's members apart", "way one": "the EU as one partner", "way fob": "without freight and insurance", "way cif": "with freight and insurance",
	"way first": "as first published", "way latest": "as revised", "way converted": "converted at an average rate", "way each": "each side counts its imports with freight and insurance",
}

// englishShort are short names by area code.
var englishShort = map[string]string{
	"CELAC": "CELAC", "CARICOM": "CARICOM", "SICA": "SICA", "001": "world",
}
