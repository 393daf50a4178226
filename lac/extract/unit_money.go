package extract

import (
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A moneyRow names a currency. Marks stand before or after the number, and are
// the same in all languages; names stand after it.
type moneyRow struct {
	code   lac.Unit
	marks  string
	en, es string
	pt, zh string
}

// Currencies by their marks and their own names. Names that several countries
// have are in sharedMoney.
var moneyRows = []moneyRow{
	{"USD", "$, US$, U.S.$, USD, US $, ＄, u$s, US dollars", "", "", "", "美元, 美金, 美钞"},
	{"CNY", "RMB, CNY, CN¥, RMB¥, 人民币, 人民幣", "yuan, yuan renminbi, renminbi, renminbi yuan, Chinese yuan, yuans", "yuanes, yuan, renminbi, renminbis, yuanes chinos, yuan chino", "iuanes, yuans, yuan, iuan, renminbi, yuan chinês, yuans chineses", "元, 元人民币, 块钱, 块, 圆"},
	{"EUR", "€, EUR", "euros, euro", "euros, euro", "euros, euro", "欧元, 歐元"},
	{"GBP", "£, GBP, ￡", "pounds sterling, pound sterling, British pounds, British pound, quid", "libras esterlinas, libra esterlina", "libras esterlinas, libra esterlina", "英镑, 英鎊"},
	{"JPY", "JPY, JP¥", "yen, Japanese yen", "yenes, yen, yenes japoneses", "ienes, iene, ienes japoneses", "日元, 日圆, 日円"},
	{"BRL", "R$, BRL", "reais, real, Brazilian reais, Brazilian real, Brazilian reals, reals", "reales, real, reales brasileños, real brasileño", "reais, real, reais brasileiros, real brasileiro", "雷亚尔, 巴西雷亚尔"},
	{"HKD", "HK$, HKD", "", "", "", "港元, 港币, 港幣"},
	{"MOP", "MOP, MOP$", "patacas, pataca", "patacas, pataca", "patacas, pataca", "澳门元, 葡币"},
	{"TWD", "NT$, TWD", "", "", "", "新台币, 台币, 新臺幣"},
	{"CAD", "C$, CAD, CA$, Can$", "", "", "", "加元, 加拿大元, 加币"},
	{"AUD", "A$, AUD, AU$", "", "", "", "澳元, 澳大利亚元, 澳币"},
	{"NZD", "NZ$, NZD", "", "", "", "新西兰元, 纽元"},
	{"SGD", "S$, SGD", "", "", "", "新加坡元, 新元, 新币, 坡币"},
	{"JMD", "J$, JMD", "", "", "", "牙买加元"},
	{"TTD", "TT$, TTD", "", "", "", "特立尼达和多巴哥元"},
	{"BBD", "Bds$, BBD", "", "", "", "巴巴多斯元"},
	{"BZD", "BZ$, BZD", "", "", "", "伯利兹元"},
	{"GYD", "G$, GYD", "", "", "", "圭亚那元"},
	{"XCD", "EC$, XCD", "", "", "", "东加勒比元"},
	{"BSD", "B$, BSD", "", "", "", "巴哈马元"},
	{"MXN", "MX$, MXN, Mex$", "", "", "", "墨西哥比索"},
	{"ARS", "AR$, ARS", "", "", "", "阿根廷比索"},
	{"COP", "COL$, COP, COP$", "", "", "", "哥伦比亚比索"},
	{"CLP", "CLP, CLP$", "", "", "", "智利比索"},
	{"UYU", "UYU, $U", "", "", "", "乌拉圭比索"},
	{"DOP", "RD$, DOP", "", "", "", "多米尼加比索"},
	{"CUP", "CUP", "", "", "", "古巴比索"},
	{"PHP", "₱, PHP", "", "", "", "菲律宾比索"},
	{"PEN", "S/, S/., PEN", "soles, nuevos soles, Peruvian soles, Peruvian sol", "soles, nuevos soles, nuevo sol, soles peruanos", "sóis, soles, novos sóis", "索尔, 新索尔, 秘鲁索尔"},
	{"BOB", "Bs., Bs, BOB", "bolivianos, boliviano", "bolivianos, boliviano", "bolivianos, boliviano", "玻利维亚诺"},
	{"VES", "VES, Bs.S, Bs.D", "bolivars, bolívares, bolivar", "bolívares, bolívar", "bolívares, bolívar", "玻利瓦尔"},
	{"PYG", "₲, PYG, Gs.", "guaranis, guarani, guaraníes", "guaraníes, guaraní", "guaranis, guarani", "瓜拉尼"},
	{"CRC", "₡, CRC", "colones, colons, Costa Rican colones", "colones, colón, colones costarricenses", "colones, colons", "科朗, 哥斯达黎加科朗"},
	{"GTQ", "GTQ", "quetzals, quetzales, quetzal", "quetzales, quetzal", "quetzais, quetzal", "格查尔"},
	{"HNL", "HNL", "lempiras, lempira", "lempiras, lempira", "lempiras, lempira", "伦皮拉"},
	{"NIO", "C$N, NIO", "córdobas, cordobas", "córdobas, córdoba", "córdobas, córdoba", "科多巴"},
	{"PAB", "B/., PAB", "balboas, balboa", "balboas, balboa", "balboas, balboa", "巴波亚"},
	{"HTG", "HTG", "gourdes, gourde", "gourdes, gourde", "gourdes, gourde", "古德"},
	{"KRW", "₩, KRW, ￦", "South Korean won, Korean won, won", "wones, wones surcoreanos, won", "wons, won, wons sul-coreanos", "韩元, 韩圆, 韩币"},
	{"INR", "₹, INR, Rs., Rs", "Indian rupees, Indian rupee, rupees, rupee", "rupias indias, rupias indianas", "rupias indianas", "印度卢比"},
	{"PKR", "PKR", "Pakistani rupees, Pakistani rupee", "rupias pakistaníes", "rupias paquistanesas", "巴基斯坦卢比"},
	{"LKR", "LKR", "Sri Lankan rupees", "", "", "斯里兰卡卢比"},
	{"IDR", "IDR, Rp", "rupiah, rupiahs, Indonesian rupiah", "rupias indonesias", "rupias indonésias", "印尼盾, 印度尼西亚盾"},
	{"VND", "₫, VND", "dong, Vietnamese dong", "dongs", "dongs", "越南盾"},
	{"THB", "฿, THB", "baht, bahts, Thai baht", "bahts, baht", "bahts, baht", "泰铢"},
	{"MYR", "RM, MYR", "ringgit, ringgits, Malaysian ringgit", "ringgits, ringgit", "ringgits, ringgit", "林吉特, 马币, 令吉"},
	{"RUB", "₽, RUB", "rubles, ruble, roubles, rouble, Russian rubles, Russian ruble", "rublos, rublo, rublos rusos", "rublos, rublo", "卢布, 俄罗斯卢布"},
	{"UAH", "₴, UAH", "hryvnias, hryvnia", "grivnas", "hryvnias, grívnias", "格里夫纳"},
	{"TRY", "₺, TRY", "Turkish lira, Turkish liras, lira", "liras turcas, lira turca", "liras turcas, lira turca", "土耳其里拉, 里拉"},
	{"ILS", "₪, ILS", "shekels, shekel, Israeli shekels", "shekels, séqueles", "shekels", "谢克尔"},
	{"CHF", "CHF, SFr, Fr.", "Swiss francs, Swiss franc", "francos suizos, franco suizo", "francos suíços, franco suíço", "瑞士法郎, 瑞郎"},
	{"SEK", "SEK", "Swedish kronor, Swedish krona, Swedish crowns", "coronas suecas, corona sueca", "coroas suecas, coroa sueca", "瑞典克朗"},
	{"NOK", "NOK", "Norwegian kroner, Norwegian krone, Norwegian crowns", "coronas noruegas, corona noruega", "coroas norueguesas, coroa norueguesa", "挪威克朗"},
	{"DKK", "DKK", "Danish kroner, Danish krone", "coronas danesas, corona danesa", "coroas dinamarquesas, coroa dinamarquesa", "丹麦克朗"},
	{"PLN", "zł, PLN", "zloty, zlotys, zlotych, Polish zloty", "zlotys, zloty", "zlotys, zloty", "兹罗提"},
	{"CZK", "CZK, Kč", "Czech koruna, Czech crowns, korunas", "coronas checas", "coroas checas", "捷克克朗"},
	{"HUF", "HUF, Ft", "forints, forint", "florines húngaros, forintos", "florins húngaros", "福林"},
	{"ZAR", "ZAR", "rand, rands, South African rand", "rands, rand", "rands, rand", "兰特, 南非兰特"},
	{"NGN", "₦, NGN", "naira, nairas", "nairas, naira", "nairas, naira", "奈拉"},
	{"KES", "KSh, KES, Ksh", "Kenyan shillings, Kenyan shilling", "chelines kenianos", "xelins quenianos", "肯尼亚先令"},
	{"ETB", "ETB", "birr, Ethiopian birr", "birrs, birr", "birrs, birr", "比尔"},
	{"EGP", "EGP, E£", "Egyptian pounds, Egyptian pound", "libras egipcias", "libras egípcias", "埃及镑"},
	{"GHS", "GHS, GH₵", "cedis, cedi", "cedis", "cedis", "塞地"},
	{"AOA", "AOA", "kwanzas, kwanza", "kwanzas", "kwanzas", "宽扎"},
	{"MZN", "MZN", "meticals, metical, meticais", "meticales", "meticais, metical", "梅蒂卡尔"},
	{"SAR", "SAR", "Saudi riyals, Saudi riyal, riyals, riyal", "riyales saudíes, riyales", "riais sauditas, riyals", "沙特里亚尔, 里亚尔"},
	{"AED", "AED", "dirhams, dirham, UAE dirhams", "dírhams, dirhams", "dirhams, dirham", "迪拉姆"},
	{"KZT", "₸, KZT", "tenge, Kazakh tenge", "tenges, tenge", "tenges, tenge", "坚戈"},
	{"MNT", "₮, MNT", "tugrik, tugriks, togrog", "tugriks", "tugriks", "图格里克"},
	{"BDT", "৳, BDT", "taka, Bangladeshi taka", "takas, taka", "takas, taka", "塔卡"},
	{"KHR", "៛, KHR", "riel, riels", "rieles", "riels", "瑞尔"},
	{"LAK", "₭, LAK", "kip, Lao kip", "kips, kip", "kips, kip", "基普"},
	{"MMK", "MMK", "kyat, kyats", "kyats, kyat", "kyats, kyat", "缅元"},
	{"IRR", "IRR", "Iranian rials, rials, rial", "riales iraníes", "riais iranianos", "伊朗里亚尔"},
	{"XDR", "SDR, XDR", "special drawing rights", "derechos especiales de giro", "direitos especiais de saque", "特别提款权"},
	{"XOF", "FCFA, XOF", "CFA francs, CFA franc", "francos CFA", "francos CFA", "西非法郎, 非洲法郎"},
}

// A sharedRow is a name that the money of several countries has. Alone it is the
// unit word, with a doubt, unless usual gives what it means by default.
type sharedRow struct {
	word   lac.Unit
	usual  lac.Unit
	en, es string // noun forms
	pt, zh string
	// of lists codes with the adjectives that choose them, by language.
	of []sharedCode
	// weight is what the name means where something is weighed: pounds.
	weight lac.Unit
}

type sharedCode struct {
	code   lac.Unit
	en     string // stand before the noun
	es, pt string // stand after it
	// lands are parts of the country's name and of the words for its people, in
	// the four languages: where a text has those of one country only, its money
	// is meant.
	lands string
}

var sharedMoney = []sharedRow{
	{"dollars", "USD", "dollars, dollar, bucks, buck", "dólares, dólar", "dólares, dólar", "", []sharedCode{
		{"USD", "US, U.S., American, United States, USA", "estadounidenses, estadounidense, americanos, americano, norteamericanos, norteamericano, de Estados Unidos, de los Estados Unidos, de EE. UU., de EEUU, de EE.UU., USD", "norte-americanos, norte-americano, americanos, americano, estadunidenses, estadunidense, dos Estados Unidos, dos EUA, estado-unidenses", ""},
		{"CAD", "Canadian", "canadienses, canadiense", "canadenses, canadense, canadianos", ""},
		{"AUD", "Australian", "australianos, australiano", "australianos, australiano", ""},
		{"NZD", "New Zealand", "neozelandeses, neozelandés", "neozelandeses, neozelandês", ""},
		{"HKD", "Hong Kong", "de Hong Kong, hongkoneses", "de Hong Kong", ""},
		{"SGD", "Singapore, Singaporean", "de Singapur, singapurenses", "de Singapura, singapurianos", ""},
		{"TWD", "New Taiwan, Taiwan", "taiwaneses", "taiwaneses, de Taiwan", ""},
		{"JMD", "Jamaican, Jamaica", "jamaiquinos, jamaicanos", "jamaicanos", ""},
		{"TTD", "Trinidad and Tobago, Trinidadian, TT", "de Trinidad y Tobago, trinitenses", "de Trinidad e Tobago", ""},
		{"BBD", "Barbadian, Barbados", "de Barbados, barbadenses", "de Barbados", ""},
		{"BSD", "Bahamian", "bahameños", "bahamenses", ""},
		{"BZD", "Belize, Belizean", "beliceños", "belizenhos", ""},
		{"GYD", "Guyanese, Guyana", "guyaneses", "guianenses", ""},
		{"SRD", "Surinamese, Surinam, Suriname", "surinameses", "surinameses", ""},
		{"XCD", "East Caribbean, Eastern Caribbean", "del Caribe Oriental", "do Caribe Oriental", ""},
		{"FJD", "Fiji, Fijian", "fiyianos", "fijianos", ""},
		{"NAD", "Namibian", "namibios", "namibianos", ""},
		{"ZWL", "Zimbabwe, Zimbabwean", "zimbabuenses", "zimbabuanos", ""},
	}, ""},
	{"pesos", "", "pesos, peso", "pesos, peso", "pesos, peso", "比索", []sharedCode{
		{"MXN", "Mexican", "mexicanos, mexicano", "mexicanos, mexicano", "Mexic, México, 墨西哥"},
		{"ARS", "Argentine, Argentinian, Argentinean", "argentinos, argentino", "argentinos, argentino", "Argentin, 阿根廷"},
		{"COP", "Colombian", "colombianos, colombiano", "colombianos, colombiano", "Colombia, 哥伦比亚"},
		{"CLP", "Chilean", "chilenos, chileno", "chilenos, chileno", "Chile, 智利"},
		{"UYU", "Uruguayan", "uruguayos, uruguayo", "uruguaios, uruguaio", "Urugua, 乌拉圭"},
		{"DOP", "Dominican", "dominicanos, dominicano", "dominicanos, dominicano", "Dominican, 多米尼加"},
		{"CUP", "Cuban", "cubanos, cubano", "cubanos, cubano", "Cuba, 古巴"},
		{"PHP", "Philippine, Filipino", "filipinos, filipino", "filipinos, filipino", "Philippine, Filipin, 菲律宾"},
	}, ""},
	{"pounds", "GBP", "pounds, pound", "libras, libra", "libras, libra", "", []sharedCode{
		{"EGP", "Egyptian", "egipcias, egipcia", "egípcias, egípcia", ""},
		{"LBP", "Lebanese", "libanesas, libanesa", "libanesas, libanesa", ""},
		{"SYP", "Syrian", "sirias", "sírias", ""},
		{"SDG", "Sudanese", "sudanesas", "sudanesas", ""},
	}, "lb"},
	{"rupees", "", "", "rupias, rupia", "rupias, rupia", "卢比", nil, ""},
	{"dinars", "", "dinars, dinar", "dinares, dinar", "dinares, dinar", "第纳尔", []sharedCode{
		{"KWD", "Kuwaiti", "kuwaitíes", "kuwaitianos", ""}, {"DZD", "Algerian", "argelinos", "argelinos", ""}, {"IQD", "Iraqi", "iraquíes", "iraquianos", ""},
		{"JOD", "Jordanian", "jordanos", "jordanianos", ""}, {"TND", "Tunisian", "tunecinos", "tunisianos", ""}, {"RSD", "Serbian", "serbios", "sérvios", ""},
		{"BHD", "Bahraini", "bareiníes", "bareinitas", ""}, {"LYD", "Libyan", "libios", "líbios", ""},
	}, ""},
	{"francs", "", "francs, franc", "francos, franco", "francos, franco", "法郎", nil, ""},
	{"shillings", "", "shillings, shilling", "chelines, chelín", "xelins, xelim", "先令", nil, ""},
	{"crowns", "", "kronor, krona, kroner, krone, crowns", "coronas, corona", "coroas, coroa", "克朗", nil, ""},
	{"liras", "", "liras", "liras, lira", "liras, lira", "", nil, ""},
	{"cents", "cents", "cents, cent", "centavos, centavo, céntimos, céntimo, centavos de dólar", "centavos, centavo, cêntimos", "美分, 欧分, 分钱, 分", nil, ""},
	{"jiao", "jiao", "", "", "", "角, 毛钱, 毛", nil, ""},
	{"pence", "pence", "pence, pennies, penny", "peniques, penique", "pence", "便士", nil, ""},
}

// plainCode reports whether a mark is a code that people also write in small
// letters, and that is no word.
func plainCode(mark string) bool {
	switch mark {
	case "USD", "EUR", "GBP", "CNY", "RMB", "JPY", "HKD", "CHF", "CAD", "AUD", "NZD", "SGD", "TWD", "KRW", "INR", "MXN", "BRL", "THB", "RUB", "MYR", "IDR":
		return true
	}
	return false
}

// A country has a currency of a shared name.
type country struct {
	code  lac.Unit
	lands []string
}

// moneyOf returns the currency that unit u, a name that several countries have,
// stands for in the text: that of the one country that the text names, or u.
func (s *scanner) moneyOf(u *unit) *unit {
	if len(u.countries) == 0 {
		return u
	}
	if known, ok := s.money[u]; ok {
		return known
	}
	found := u
	for _, c := range u.countries {
		if !slices.ContainsFunc(c.lands, func(land string) bool { return strings.Contains(s.text, land) }) {
			continue
		}
		if found != u {
			found = u // two countries
			break
		}
		found = &unit{unit: c.code, class: unitMoney}
	}
	if s.money == nil {
		s.money = map[*unit]*unit{}
	}
	s.money[u] = found
	return found
}

const doubtCountry = "the text does not say which country's money this is"

func (l *lexicon) addCurrencies() {
	for _, r := range moneyRows {
		u := &unit{unit: r.code, class: unitMoney}
		for _, mark := range list(r.marks) {
			p := phrase{role: roleCurrency, unit: u}
			if !plainCode(mark) {
				p.exact = mark
			}
			l.addBefore(mark, p)
			p.role = roleUnit
			l.addAfter(mark, p)
			// A code or the letters before a sign, right before digits.
			if w := pieces(mark); len(w) == 1 {
				l.of(w[0]).flags |= flagCurrency
			}
		}
		row := unitRow{en: r.en, es: r.es, pt: r.pt, zh: r.zh}
		l.addAfter(row.names(l.tag), phrase{role: roleUnit, unit: u})
	}
	for _, r := range sharedMoney {
		u := &unit{unit: r.word, class: unitMoney, doubt: doubtCountry}
		if r.usual != "" {
			u = &unit{unit: r.usual, class: unitMoney}
		}
		switch r.word {
		case "cents", "pence":
			u.parts = 100
		case "jiao":
			u.parts = 10
		}
		for _, of := range r.of {
			if of.lands != "" && u.doubt != "" {
				u.countries = append(u.countries, country{of.code, list(of.lands)})
			}
		}
		if r.weight != "" {
			u.weight = &unit{unit: r.weight, class: unitMeasure}
		}
		row := unitRow{en: r.en, es: r.es, pt: r.pt, zh: r.zh}
		nouns := row.names(l.tag)
		l.addAfter(nouns, phrase{role: roleUnit, unit: u})
		for _, of := range r.of {
			row := unitRow{en: of.en, es: of.es, pt: of.pt}
			p := phrase{role: roleUnit, unit: &unit{unit: of.code, class: unitMoney}}
			for _, adjective := range list(row.names(l.tag)) {
				for _, noun := range list(nouns) {
					if l.tag == "en" {
						l.addAfter(adjective+" "+noun, p)
					} else {
						l.addAfter(noun+" "+adjective, p)
					}
				}
			}
		}
	}
	// The yen and the yuan share a sign.
	sign := &unit{unit: "CNY", class: unitMoney, doubt: "¥ is the sign of the yuan and of the yen"}
	if l.tag == "zh" {
		sign = &unit{unit: "CNY", class: unitMoney}
	}
	l.addBefore("¥, ￥", phrase{role: roleCurrency, unit: sign})
	l.addAfter("¥, ￥", phrase{role: roleUnit, unit: sign})
}
