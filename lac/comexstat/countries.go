package comexstat

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// country returns the area of one of Secex's codes of countries, of which spreadsheets
// drop leading zeros. It errs with [lac.ErrUnknownCode] if it is not in countries.
func country(code string) (lac.Area, error) {
	if n := 3 - len(code); n > 0 {
		code = strings.Repeat("0", n) + code
	}
	to, ok := countries[code]
	if !ok {
		return 0, fmt.Errorf("%w: no country of Secex's list", lac.ErrUnknownCode)
	}
	return lac.ParseArea(to)
}

// countries are Secex's codes, which are those of the Central Bank of Brazil without
// their check digit (its table of countries, as NF-e and e-Financeira use it). Ships' stores, goods to be designated, international
// organisations and what is not declared are no country's: 990, 994, 997 and 999.
var countries = map[string]string{
	"013": "AFG", "017": "ALB", "023": "DEU", "031": "BFA", "037": "AND", "040": "AGO", "041": "AIA",
	"043": "ATG", "047": "ANT", "053": "SAU", "059": "DZA", "063": "ARG", "064": "ARM", "065": "ABW",
	"069": "AUS", "072": "AUT", "073": "AZE", "077": "BHS", "080": "BHR", "081": "BGD", "083": "BRB",
	"085": "BLR", "087": "BEL", "088": "BLZ", "090": "BMU", "093": "MMR", "097": "BOL", "098": "BIH",
	"101": "BWA", "105": "BRA", "108": "BRN", "111": "BGR", "115": "BDI", "119": "BTN", "127": "CPV",
	"137": "CYM", "141": "KHM", "145": "CMR", "149": "CAN", "153": "KAZ", "154": "QAT", "158": "CHL",
	"160": "CHN", "161": "TWN", "163": "CYP", "165": "CCK", "169": "COL", "173": "COM", "177": "COG",
	"183": "COK", "187": "PRK", "190": "KOR", "193": "CIV", "195": "HRV", "196": "CRI", "198": "KWT",
	"199": "CUB", "229": "BEN", "232": "DNK", "235": "DMA", "239": "ECU", "240": "EGY", "243": "ERI",
	"244": "ARE", "245": "ESP", "246": "SVN", "247": "SVK", "249": "USA", "251": "EST", "253": "ETH",
	"255": "FLK", "259": "FRO", "267": "PHL", "271": "FIN", "275": "FRA", "281": "GAB", "285": "GMB",
	"289": "GHA", "291": "GEO", "293": "GIB", "297": "GRD", "301": "GRC", "305": "GRL", "309": "GLP",
	"313": "GUM", "317": "GTM", "325": "GUF", "329": "GIN", "331": "GNQ", "334": "GNB", "337": "GUY",
	"341": "HTI", "345": "HND", "351": "HKG", "355": "HUN", "357": "YEM", "361": "IND", "365": "IDN",
	"369": "IRQ", "372": "IRN", "375": "IRL", "379": "ISL", "383": "ISR", "386": "ITA", "391": "JAM",
	"399": "JPN", "403": "JOR", "411": "KIR", "420": "LAO", "426": "LSO", "427": "LVA", "431": "LBN",
	"434": "LBR", "438": "LBY", "440": "LIE", "442": "LTU", "445": "LUX", "447": "MAC", "449": "MKD",
	"450": "MDG", "455": "MYS", "458": "MWI", "461": "MDV", "464": "MLI", "467": "MLT", "472": "MNP",
	"474": "MAR", "476": "MHL", "477": "MTQ", "485": "MUS", "488": "MRT", "493": "MEX", "494": "MDA",
	"495": "MCO", "497": "MNG", "498": "MNE", "499": "FSM", "501": "MSR", "505": "MOZ", "507": "NAM",
	"508": "NRU", "511": "CXR", "517": "NPL", "521": "NIC", "525": "NER", "528": "NGA", "531": "NIU",
	"535": "NFK", "538": "NOR", "542": "NCL", "545": "PNG", "548": "NZL", "551": "VUT", "556": "OMN",
	"573": "NLD", "575": "PLW", "576": "PAK", "578": "PSE", "580": "PAN", "586": "PRY", "589": "PER",
	"593": "PCN", "599": "PYF", "603": "POL", "607": "PRT", "611": "PRI", "623": "KEN", "625": "KGZ",
	"628": "GBR", "640": "CAF", "647": "DOM", "660": "REU", "665": "ZWE", "670": "ROU", "675": "RWA",
	"676": "RUS", "677": "SLB", "685": "ESH", "687": "SLV", "690": "WSM", "691": "ASM", "695": "KNA",
	"697": "SMR", "700": "SPM", "705": "VCT", "710": "SHN", "715": "LCA", "720": "STP", "728": "SEN",
	"731": "SYC", "735": "SLE", "737": "SRB", "741": "SGP", "744": "SYR", "748": "SOM", "750": "LKA",
	"754": "SWZ", "756": "ZAF", "759": "SDN", "760": "SSD", "764": "SWE", "767": "CHE", "770": "SUR",
	"772": "TJK", "776": "THA", "780": "TZA", "782": "IOT", "783": "DJI", "788": "TCD", "791": "CZE",
	"795": "TLS", "800": "TGO", "805": "TKL", "810": "TON", "815": "TTO", "820": "TUN", "823": "TCA",
	"824": "TKM", "827": "TUR", "828": "TUV", "831": "UKR", "833": "UGA", "845": "URY", "847": "UZB",
	"848": "VAT", "850": "VEN", "858": "VNM", "863": "VGB", "866": "VIR", "870": "FJI", "888": "COD",
	"890": "ZMB", "200": "CUW", "099": "BES", "321": "GGY", "393": "JEY", "359": "IMN", "693": "BLM", "698": "MAF", "699": "SXM",
	"755": "SJM", "875": "WLF", "990": "899", "994": "899", "997": "899", "999": "899",
}
