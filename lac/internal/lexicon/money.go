package lexicon

// A Currency has a code of ISO 4217 and marks, which stand before or after a
// number and are the same in all languages.
type Currency struct{ Code, Marks string }

// A SharedName is a name that the money of several countries has. Alone it is the
// unit Word, with a doubt, unless Usual gives what it means by default.
type SharedName struct {
	Word, Usual string
	Weight      string // what the name means where something is weighed: pounds
	Parts       int64  // how many make the unit of a currency: 100 cents
	Of          []Land
}

// A Land has a currency of a shared name. Names are parts of the country's name
// and of the words for its people, in all languages: where a text has those of
// one country only, its money is meant.
type Land struct{ Code, Names string }

// Currencies are listed by their marks; names that several have are SharedNames.

var Currencies = []Currency{
	{"USD", "$, US$, U.S.$, USD, US $, ＄, u$s, US dollars"},
	{"CNY", "RMB, CNY, CN¥, RMB¥, 人民币, 人民幣"},
	{"EUR", "€, EUR"},
	{"GBP", "£, GBP, ￡"},
	{"JPY", "JPY, JP¥"},
	{"BRL", "R$, BRL"},
	{"HKD", "HK$, HKD"},
	{"MOP", "MOP, MOP$"},
	{"TWD", "NT$, TWD"},
	{"CAD", "C$, CAD, CA$, Can$"},
	{"AUD", "A$, AUD, AU$"},
	{"NZD", "NZ$, NZD"},
	{"SGD", "S$, SGD"},
	{"JMD", "J$, JMD"},
	{"TTD", "TT$, TTD"},
	{"BBD", "Bds$, BBD"},
	{"BZD", "BZ$, BZD"},
	{"GYD", "G$, GYD"},
	{"XCD", "EC$, XCD"},
	{"BSD", "B$, BSD"},
	{"MXN", "MX$, MXN, Mex$"},
	{"ARS", "AR$, ARS"},
	{"COP", "COL$, COP, COP$"},
	{"CLP", "CLP, CLP$"},
	{"UYU", "UYU, $U"},
	{"DOP", "RD$, DOP"},
	{"CUP", "CUP"},
	{"PHP", "₱, PHP"},
	{"PEN", "S/, S/., PEN"},
	{"BOB", "Bs., Bs, BOB"},
	{"VES", "VES, Bs.S, Bs.D"},
	{"PYG", "₲, PYG, Gs."},
	{"CRC", "₡, CRC"},
	{"GTQ", "GTQ"},
	{"HNL", "HNL"},
	{"NIO", "C$N, NIO"},
	{"PAB", "B/., PAB"},
	{"HTG", "HTG"},
	{"KRW", "₩, KRW, ￦"},
	{"INR", "₹, INR, Rs., Rs"},
	{"PKR", "PKR"},
	{"LKR", "LKR"},
	{"IDR", "IDR, Rp"},
	{"VND", "₫, VND"},
	{"THB", "฿, THB"},
	{"MYR", "RM, MYR"},
	{"RUB", "₽, RUB"},
	{"UAH", "₴, UAH"},
	{"TRY", "₺, TRY"},
	{"ILS", "₪, ILS"},
	{"CHF", "CHF, SFr, Fr."},
	{"SEK", "SEK"},
	{"NOK", "NOK"},
	{"DKK", "DKK"},
	{"PLN", "zł, PLN"},
	{"CZK", "CZK, Kč"},
	{"HUF", "HUF, Ft"},
	{"ZAR", "ZAR"},
	{"NGN", "₦, NGN"},
	{"KES", "KSh, KES, Ksh"},
	{"ETB", "ETB"},
	{"EGP", "EGP, E£"},
	{"GHS", "GHS, GH₵"},
	{"AOA", "AOA"},
	{"MZN", "MZN"},
	{"SAR", "SAR"},
	{"AED", "AED"},
	{"KZT", "₸, KZT"},
	{"MNT", "₮, MNT"},
	{"BDT", "৳, BDT"},
	{"KHR", "៛, KHR"},
	{"LAK", "₭, LAK"},
	{"MMK", "MMK"},
	{"IRR", "IRR"},
	{"XDR", "SDR, XDR"},
	{"XOF", "FCFA, XOF"},
}

// SharedNames are the names that several currencies have.
var SharedNames = []SharedName{
	{Word: "dollars", Usual: "USD", Of: []Land{{"USD", ""}, {"CAD", ""}, {"AUD", ""}, {"NZD", ""}, {"HKD", ""}, {"SGD", ""}, {"TWD", ""}, {"JMD", ""}, {"TTD", ""}, {"BBD", ""}, {"BSD", ""}, {"BZD", ""}, {"GYD", ""}, {"SRD", ""}, {"XCD", ""}, {"FJD", ""}, {"NAD", ""}, {"ZWL", ""}}},
	{Word: "pesos", Of: []Land{{"MXN", "Mexic, México, 墨西哥"}, {"ARS", "Argentin, 阿根廷"}, {"COP", "Colombia, 哥伦比亚"}, {"CLP", "Chile, 智利"}, {"UYU", "Urugua, 乌拉圭"}, {"DOP", "Dominican, 多米尼加"}, {"CUP", "Cuba, 古巴"}, {"PHP", "Philippine, Filipin, 菲律宾"}}},
	{Word: "pounds", Usual: "GBP", Weight: "lb", Of: []Land{{"EGP", ""}, {"LBP", ""}, {"SYP", ""}, {"SDG", ""}}},
	{Word: "rupees"},
	{Word: "dinars", Of: []Land{{"KWD", ""}, {"DZD", ""}, {"IQD", ""}, {"JOD", ""}, {"TND", ""}, {"RSD", ""}, {"BHD", ""}, {"LYD", ""}}},
	{Word: "francs"},
	{Word: "shillings"},
	{Word: "crowns"},
	{Word: "liras"},
	{Word: "cents", Usual: "cents", Parts: 100},
	{Word: "jiao", Usual: "jiao", Parts: 10},
	{Word: "pence", Usual: "pence", Parts: 100},
}

// Letters are the currencies that a capital letter before a number stands for,
// where the text names the country: N4.17 trillion.
var Letters = map[string][]Land{
	"B": {{"PAB", "Panam, 巴拿马"}},
	"D": {{"GMD", "Gambia, Gâmbia, 冈比亚"}},
	"K": {{"ZMW", "Zambia, Zâmbia, 赞比亚"}, {"MWK", "Malawi, Malaui, 马拉维"}, {"PGK", "Papua, 巴布亚"}, {"MMK", "Myanmar, Birmania, 缅甸"}},
	"L": {{"HNL", "Hondur, 洪都拉斯"}},
	"M": {{"LSO", "Lesotho, Lesoto, 莱索托"}},
	"N": {{"NGN", "Nigeria, Nigéria, 尼日利亚"}},
	"P": {{"PHP", "Philippin, Filipin, 菲律宾"}, {"BWP", "Botswana, Botsuana, 博茨瓦纳"}},
	"Q": {{"GTQ", "Guatemal, 危地马拉"}},
	"R": {{"ZAR", "South Africa, Sudáfrica, África do Sul, 南非"}},
}
