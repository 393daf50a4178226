package lexicon

// A Unit is what figures measure. Symbols are written the same in all languages,
// and their case matters.
type Unit struct {
	Name    string
	Class   Class
	Symbols string
}

// A Class says what sort of unit a unit is.
type Class uint8

const (
	Measure Class = iota // of length, weight, power …
	Money
	Percent // percent and percentage points
	Times   // multiples
	Time    // years, days: a measure that counts
	Age
)

// Counted are the units of what figures of cooperation count, so that all
// languages give one unit for it. Other nouns are units by their own names.
var Counted = []string{
	"countries", "projects", "jobs", "people", "places", "scholarships", "meetings", "measures", "companies", "doses", "students", "cities", "agreements", "vehicles",
}

// Units are the units of measure.

var Units = []Unit{
	{"percent", Percent, "%, ％, ﹪, pct, pc"},
	{"percentage-points", Percent, "pp, p.p., ppts"},
	{"basis-points", Percent, "bp, bps"},
	{"permille", Percent, "‰"},
	{"times", Times, "×"},
	{"km", Measure, "km, kms, Km, KM, ㎞"},
	{"m", Measure, "m, ㎡"},
	{"cm", Measure, "cm"},
	{"mm", Measure, "mm"},
	{"dm", Measure, "dm"},
	{"nm", Measure, "nm"},
	{"um", Measure, "μm, µm"},
	{"miles", Measure, "mi"},
	{"nautical-miles", Measure, "nmi"},
	{"ft", Measure, "ft"},
	{"in", Measure, "″"},
	{"yd", Measure, "yd"},
	{"li", Measure, ""},
	{"light-years", Measure, "ly"},
	{"km2", Measure, "km², km2, km^2, sq km, sq. km, ㎢"},
	{"m2", Measure, "m², m2, m^2, sq m, sq. m, sqm"},
	{"cm2", Measure, "cm², cm2"},
	{"sq-miles", Measure, "sq mi, sq. mi, mi²"},
	{"sq-ft", Measure, "sq ft, sq. ft, ft², sqft"},
	{"sq-yd", Measure, "sq yd, yd²"},
	{"sq-in", Measure, "sq in, in²"},
	{"ha", Measure, "ha, has"},
	{"acres", Measure, "ac"},
	{"mu", Measure, ""},
	{"m3", Measure, "m³, m3, m^3, cbm, cu m"},
	{"cm3", Measure, "cm³, cm3, cc"},
	{"km3", Measure, "km³, km3"},
	{"cu-ft", Measure, "ft³, cu ft"},
	{"cu-in", Measure, "cu in, in³"},
	{"cu-yd", Measure, "cu yd, yd³"},
	{"L", Measure, "L, l, lt, lts, ℓ"},
	{"mL", Measure, "mL, ml, ㎖"},
	{"cL", Measure, "cL, cl"},
	{"hL", Measure, "hL, hl"},
	{"gallons", Measure, "gal"},
	{"pints", Measure, ""},
	{"quarts", Measure, "qt"},
	{"fl-oz", Measure, "fl oz"},
	{"cups", Measure, ""},
	{"tablespoons", Measure, "tbsp"},
	{"teaspoons", Measure, "tsp"},
	{"barrels", Measure, "bbl, bbls"},
	{"bushels", Measure, "bu"},
	{"t", Measure, "t, MT, mt"},
	{"kt", Measure, "kt"},
	{"kg", Measure, "kg, kgs, Kg, KG, ㎏"},
	{"g", Measure, "g, gr"},
	{"mg", Measure, "mg"},
	{"lb", Measure, "lb, lbs, lb., lbs."},
	{"oz", Measure, "oz"},
	{"st", Measure, ""},
	{"jin", Measure, ""},
	{"quintals", Measure, "qq"},
	{"carats", Measure, "ct"},
	{"dwt", Measure, "dwt, DWT"},
	{"TEU", Measure, "TEU, TEUs, teu, teus"},
	{"MW", Measure, "MW, Mw"},
	{"GW", Measure, "GW, Gw"},
	{"TW", Measure, "TW"},
	{"kW", Measure, "kW, kw, KW"},
	{"W", Measure, "W"},
	{"kWh", Measure, "kWh, kwh, KWh, kW·h"},
	{"MWh", Measure, "MWh"},
	{"GWh", Measure, "GWh"},
	{"TWh", Measure, "TWh"},
	{"MVA", Measure, "MVA"},
	{"kV", Measure, "kV, kv, KV"},
	{"V", Measure, "V"},
	{"hp", Measure, "hp"},
	{"kcal", Measure, "kcal"},
	{"J", Measure, "J"},
	{"Hz", Measure, "Hz"},
	{"MHz", Measure, "MHz"},
	{"GHz", Measure, "GHz"},
	{"km/h", Measure, "km/h, kmh, kph, km/hr, kmph"},
	{"mph", Measure, "mph"},
	{"m/s", Measure, "m/s"},
	{"km/s", Measure, "km/s"},
	{"knots", Measure, "kn"},
	{"bpd", Measure, "bpd, b/d"},
	{"celsius", Measure, "°C, ° C, ℃, ºC, º C"},
	{"fahrenheit", Measure, "°F, ° F, ℉, ºF, º F"},
	{"kelvin", Measure, ""},
	{"degrees", Measure, "°"},
	{"bit", Measure, ""},
	{"B", Measure, ""},
	{"kB", Measure, "kB, KB, kb, Kb"},
	{"MB", Measure, "MB, Mb, mb"},
	{"GB", Measure, "GB, Gb, gb"},
	{"TB", Measure, "TB, Tb"},
	{"PB", Measure, "PB"},
	{"Mbps", Measure, "Mbps, mbps, Mb/s, Mbit/s"},
	{"Gbps", Measure, "Gbps, Gb/s, Gbit/s"},
	{"years", Time, ""},
	{"decades", Time, ""},
	{"centuries", Time, ""},
	{"quarters", Time, ""},
	{"months", Time, ""},
	{"weeks", Time, ""},
	{"days", Time, ""},
	{"hours", Time, "hrs, h"},
	{"minutes", Time, "min, mins"},
	{"seconds", Time, "sec, secs"},
	{"ms", Time, "ms"},
}
