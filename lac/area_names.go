package lac

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

type areaName struct {
	name string
	area Area
}

// areaNamesFour are names in English, Spanish, Portuguese and Chinese that CLDR
// lacks, or has in a form that a reader of trade figures would mistake: its 419
// is "Latin America".
var areaNamesFour = [...]struct {
	area  Area
	names [4]string
}{
	{LatinAmericaCaribbean, [4]string{"Latin America and the Caribbean", "América Latina y el Caribe", "América Latina e Caribe", "拉丁美洲和加勒比"}},
	{OtherAsia, [4]string{"Other Asia, not elsewhere specified", "Otros de Asia, no especificados", "Outros da Ásia, não especificados", "亚洲其他地区，未另列明"}},
	{AreasNES, [4]string{"Areas, not elsewhere specified", "Áreas no especificadas", "Áreas não especificadas", "未另列明地区"}},
	{'A'<<16 | 'N'<<8 | 'T', [4]string{"Netherlands Antilles", "Antillas Neerlandesas", "Antilhas Holandesas", "荷属安的列斯"}},
	{CELAC, [4]string{"Community of Latin American and Caribbean States", "Comunidad de Estados Latinoamericanos y Caribeños", "Comunidade de Estados Latino-Americanos e Caribenhos", "拉丁美洲和加勒比国家共同体"}},
	{CARICOM, [4]string{"Caribbean Community", "Comunidad del Caribe", "Comunidade do Caribe", "加勒比共同体"}},
	{Mercosur, [4]string{"Mercosur", "Mercosur", "Mercosul", "南方共同市场"}},
	{AndeanCommunity, [4]string{"Andean Community", "Comunidad Andina", "Comunidade Andina", "安第斯共同体"}},
	{SICA, [4]string{"Central American Integration System", "Sistema de la Integración Centroamericana", "Sistema da Integração Centro-Americana", "中美洲一体化体系"}},
	{PacificAlliance, [4]string{"Pacific Alliance", "Alianza del Pacífico", "Aliança do Pacífico", "太平洋联盟"}},
	{ALADI, [4]string{"Latin American Integration Association", "Asociación Latinoamericana de Integración", "Associação Latino-Americana de Integração", "拉丁美洲一体化协会"}},
	{OECS, [4]string{"Organisation of Eastern Caribbean States", "Organización de Estados del Caribe Oriental", "Organização dos Estados do Caribe Oriental", "东加勒比国家组织"}},
	{UNASUR, [4]string{"Union of South American Nations", "Unión de Naciones Suramericanas", "União de Nações Sul-Americanas", "南美洲国家联盟"}},
	{ASEAN, [4]string{"Association of Southeast Asian Nations", "Asociación de Naciones de Asia Sudoriental", "Associação de Nações do Sudeste Asiático", "东南亚国家联盟"}},
	{SACU, [4]string{"Southern African Customs Union", "Unión Aduanera del África Meridional", "União Aduaneira da África Austral", "南部非洲关税同盟"}},
	{EuropeanUnion, [4]string{"European Union", "Unión Europea", "União Europeia", "欧洲联盟"}},
}

// ownName returns the name that areaNamesFour has for a, empty if it has none.
func (a Area) ownName(tag language.Tag) string {
	for _, n := range areaNamesFour {
		if n.area == a {
			return inLanguage(n.names, tag)
		}
	}
	return ""
}

// areaAliases are further names as the UN, customs and the press write them.
// Most spellings need no entry: see foldAreaName.
var areaAliases = [...]areaName{
	{"Mainland China", China}, {"Chinese mainland", China}, {"PRC", China}, {"China (mainland)", China},
	{"中国大陆", China}, {"中国内地", China}, {"中华人民共和国", China},
	{"Hong Kong", HongKong}, {"Hong Kong SAR", HongKong}, {"Hong Kong, China", HongKong}, {"China, Hong Kong", HongKong},
	{"香港", HongKong}, {"中国香港", HongKong},
	{"Macao", Macao}, {"Macau", Macao}, {"Macao SAR", Macao}, {"Macao, China", Macao}, {"China, Macao", Macao},
	{"澳门", Macao}, {"澳門", Macao}, {"中国澳门", Macao},
	{"Chinese Taipei", Taiwan}, {"Taiwan, China", Taiwan}, {"Taiwan Province of China", Taiwan}, {"中国台湾", Taiwan}, {"台湾地区", Taiwan},
	{"United States", UnitedStates}, {"U.S.", UnitedStates}, {"US of America", UnitedStates}, {"EE. UU.", UnitedStates}, {"EEUU", UnitedStates},
	{"EUA", UnitedStates}, {"Estados Unidos de América", UnitedStates}, {"美利坚合众国", UnitedStates},
	{"UK", UnitedKingdom}, {"Great Britain", UnitedKingdom}, {"Britain", UnitedKingdom},
	{"South Korea", SouthKorea}, {"ROK", SouthKorea}, {"República de Corea", SouthKorea}, {"大韩民国", SouthKorea},
	{"Holland", Netherlands}, {"Russia", Russia}, {"俄罗斯联邦", Russia},

	{"Bolivia", Bolivia}, {"Bolivia, Plurinational State", Bolivia}, {"Estado Plurinacional de Bolivia", Bolivia}, {"玻利维亚（多民族国）", Bolivia},
	{"Venezuela", Venezuela}, {"Venezuela (Bolivarian Rep. of)", Venezuela}, {"República Bolivariana de Venezuela", Venezuela},
	{"Brasil", Brazil}, {"The Bahamas", Bahamas}, {"Surinam", Suriname}, {"苏里南共和国", Suriname},
	{"Dominicana", DominicanRepublic}, {"Rep. Dominicana", DominicanRepublic}, {"多米尼加", DominicanRepublic},
	{"Commonwealth of Dominica", Dominica}, {"多米尼克国", Dominica}, {"多米尼克", Dominica},
	{"Co-operative Republic of Guyana", Guyana}, {"Cooperative Republic of Guyana", Guyana},
	{"Saint Christopher and Nevis", SaintKittsAndNevis}, {"Federation of Saint Christopher and Nevis", SaintKittsAndNevis},
	{"Federation of Saint Kitts and Nevis", SaintKittsAndNevis}, {"Trinidade e Tobago", TrinidadAndTobago},
	{"千里达", TrinidadAndTobago}, {"千里达及托巴哥", TrinidadAndTobago},
	{"PR China", China}, {"China continental", China}, {"Chine continentale", China}, {"Estados Unidos da América", UnitedStates},
	{"Bosnia", 'B'<<16 | 'I'<<8 | 'H'}, {"Bosnie", 'B'<<16 | 'I'<<8 | 'H'}, {"Bósnia", 'B'<<16 | 'I'<<8 | 'H'},
	// The Portuguese article is an English word too: it counts with these names alone.
	{"a Argentina", Argentina}, {"a Bolívia", Bolivia}, {"a China", China}, {"a Colômbia", Colombia}, {"a Costa Rica", CostaRica},
	{"a Dominica", Dominica}, {"a República Dominicana", DominicanRepublic}, {"a Guatemala", Guatemala}, {"a Guiana", Guyana},
	{"a Jamaica", Jamaica}, {"a Nicarágua", Nicaragua}, {"a Venezuela", Venezuela},
	{"St. Kitts-Nevis", SaintKittsAndNevis}, {"St. Kitts and Nevis", SaintKittsAndNevis}, {"圣基茨和尼维斯联邦", SaintKittsAndNevis},
	{"St. Vincent", SaintVincentAndTheGrenadines}, {"St. Vincent and Grenadines", SaintVincentAndTheGrenadines},
	{"Trinidad-Tobago", TrinidadAndTobago}, {"Trinidad Tobago", TrinidadAndTobago}, {"Antigua", AntiguaAndBarbuda},
	{"特立尼达和多巴哥共和国", TrinidadAndTobago}, {"墨西哥合众国", Mexico}, {"Méjico", Mexico},
	{"St. Maarten", SintMaarten}, {"Saint Maarten", SintMaarten}, {"Saint Martin (Dutch part)", SintMaarten}, {"St. Martin (Dutch part)", SintMaarten},
	{"St. Martin", SaintMartin}, {"St. Martin (French part)", SaintMartin}, {"Saint-Martin", SaintMartin},
	{"Guyane française", FrenchGuiana}, {"Guyane", FrenchGuiana}, {"Guayana Francesa", FrenchGuiana},
	{"法属圭亚那", FrenchGuiana}, {"Falkland Islands (Malvinas)", FalklandIslands}, {"Malvinas", FalklandIslands},
	{"Bonaire, Saint Eustatius and Saba", CaribbeanNetherlands}, {"Virgin Islands, British", BritishVirginIslands},
	{"BVI", BritishVirginIslands}, {"Virgin Islands, U.S.", USVirginIslands}, {"United States Virgin Islands", USVirginIslands},

	{"Ivory Coast", 'C'<<16 | 'I'<<8 | 'V'}, {"Cape Verde", 'C'<<16 | 'P'<<8 | 'V'}, {"Swaziland", 'S'<<16 | 'W'<<8 | 'Z'},
	{"Czech Republic", 'C'<<16 | 'Z'<<8 | 'E'}, {"Turkey", 'T'<<16 | 'U'<<8 | 'R'}, {"Burma", 'M'<<16 | 'M'<<8 | 'R'},
	{"Macedonia", 'M'<<16 | 'K'<<8 | 'D'}, {"Vietnam", 'V'<<16 | 'N'<<8 | 'M'}, {"North Korea", 'P'<<16 | 'R'<<8 | 'K'},
	{"DPRK", 'P'<<16 | 'R'<<8 | 'K'}, {"East Timor", 'T'<<16 | 'L'<<8 | 'S'}, {"UAE", 'A'<<16 | 'R'<<8 | 'E'},
	{"阿联酋", 'A'<<16 | 'R'<<8 | 'E'}, {"巴勒斯坦", 'P'<<16 | 'S'<<8 | 'E'}, {"刚果共和国", 'C'<<16 | 'O'<<8 | 'G'},
	{"刚果民主共和国", 'C'<<16 | 'O'<<8 | 'D'}, {"北马其顿", 'M'<<16 | 'K'<<8 | 'D'}, {"密克罗尼西亚联邦", 'F'<<16 | 'S'<<8 | 'M'},
	{"福克兰群岛（马尔维纳斯）", FalklandIslands}, {"圣皮埃尔和密克隆", 'S'<<16 | 'P'<<8 | 'M'}, {"格恩西", 'G'<<16 | 'G'<<8 | 'Y'},
	{"泽西", 'J'<<16 | 'E'<<8 | 'Y'}, {"博纳尔，圣俄斯塔休斯和萨巴", CaribbeanNetherlands}, {"布维岛", 'B'<<16 | 'V'<<8 | 'T'},
	{"法属南方领地", 'A'<<16 | 'T'<<8 | 'F'}, {"皮特凯恩", 'P'<<16 | 'C'<<8 | 'N'},
	{"南乔治亚岛和南桑德韦奇岛", 'S'<<16 | 'G'<<8 | 'S'}, {"斯瓦尔巴群岛和扬马延岛", 'S'<<16 | 'J'<<8 | 'M'},
	{"DRC", 'C'<<16 | 'O'<<8 | 'D'}, {"DR Congo", 'C'<<16 | 'O'<<8 | 'D'}, {"Congo, Dem. Rep.", 'C'<<16 | 'O'<<8 | 'D'},
	{"Congo, Rep.", 'C'<<16 | 'O'<<8 | 'G'}, {"Palestine", 'P'<<16 | 'S'<<8 | 'E'},

	// The World Bank's names.
	{"Korea, Rep.", SouthKorea}, {"Korea, Dem. Rep.", 'P'<<16 | 'R'<<8 | 'K'}, {"Iran, Islamic Rep.", 'I'<<16 | 'R'<<8 | 'N'},
	{"Egypt, Arab Rep.", 'E'<<16 | 'G'<<8 | 'Y'}, {"Yemen, Rep.", 'Y'<<16 | 'E'<<8 | 'M'}, {"Lao PDR", 'L'<<16 | 'A'<<8 | 'O'},
	{"Venezuela, RB", Venezuela}, {"Macedonia, FYR", 'M'<<16 | 'K'<<8 | 'D'}, {"Micronesia, Fed. Sts.", 'F'<<16 | 'S'<<8 | 'M'},
	{"Hong Kong SAR, China", HongKong}, {"Macao SAR, China", Macao}, {"Faeroe Islands", 'F'<<16 | 'R'<<8 | 'O'},
	{"Ethiopia(excludes Eritrea)", 'E'<<16 | 'T'<<8 | 'H'}, {"Serbia, FR(Serbia/Montenegro)", 'S'<<16 | 'C'<<8 | 'G'},
	{"Fm Sudan", 'S'<<16 | 'D'<<8 | 'N'}, {"Occ.Pal.Terr", 'P'<<16 | 'S'<<8 | 'E'}, {"West Bank and Gaza", 'P'<<16 | 'S'<<8 | 'E'},

	{"Korea, Dem. People's Rep.", 'P'<<16 | 'R'<<8 | 'K'}, {"Puerto Rico (US)", PuertoRico},

	// As the press and statistics of Brazil, Spain, France and China have them.
	{"República Tcheca", 'C'<<16 | 'Z'<<8 | 'E'}, {"Cingapura", 'S'<<16 | 'G'<<8 | 'P'}, {"韓國", SouthKorea}, {"哥斯達黎加", CostaRica},
	{"RPC", China}, {"RPCh", China}, {"China (RPC)", China}, {"China Popular", China}, {"Chine, Hong Kong RAS", HongKong}, {"Hong Kong RAS", HongKong},
	{"Taipei Chino", Taiwan}, {"Taipé Chinesa", Taiwan}, {"Union européenne", EuropeanUnion}, {"ANASE", ASEAN},
	{"Amérique latine", LatinAmericaCaribbean}, {"Amérique latine et Caraïbes", LatinAmericaCaribbean}, {"Amérique latine et les Caraïbes", LatinAmericaCaribbean},

	{"LAC", LatinAmericaCaribbean}, {"LCN", LatinAmericaCaribbean}, {"ALC", LatinAmericaCaribbean},
	{"Latin America", LatinAmericaCaribbean}, {"Latinoamérica", LatinAmericaCaribbean}, {"América Latina", LatinAmericaCaribbean},
	{"Latin America & Caribbean", LatinAmericaCaribbean}, {"Latinoamérica y el Caribe", LatinAmericaCaribbean},
	{"América Latina e o Caribe", LatinAmericaCaribbean}, {"América Latina y Caribe", LatinAmericaCaribbean},
	{"拉美", LatinAmericaCaribbean}, {"拉丁美洲", LatinAmericaCaribbean}, {"拉美和加勒比", LatinAmericaCaribbean},
	{"拉美地区", LatinAmericaCaribbean}, {"拉丁美洲和加勒比地区", LatinAmericaCaribbean}, {"拉美和加勒比地区", LatinAmericaCaribbean},
	{"América del Sur", SouthAmerica}, {"Suramérica", SouthAmerica}, {"América Central", CentralAmerica},
	{"El Caribe", Caribbean}, {"加勒比", Caribbean}, {"全球", World},

	{"拉共体", CELAC}, {"Caribbean Community and Common Market", CARICOM}, {"加共体", CARICOM}, {"Comunidad del Caribe", CARICOM},
	{"Common Market of the South", Mercosur}, {"Southern Common Market", Mercosur}, {"Mercado Común del Sur", Mercosur},
	{"Mercado Comum do Sul", Mercosur}, {"南共市", Mercosur},
	{"Andean Community of Nations", AndeanCommunity}, {"Comunidad Andina de Naciones", AndeanCommunity},
	{"安共体", AndeanCommunity}, {"Sistema de Integración Centroamericana", SICA}, {"UE", EuropeanUnion}, {"EUR", EuropeanUnion},
	{"LAIA", ALADI}, {"Latin American Integration Association (LAIA)", ALADI}, {"拉美一体化协会", ALADI},
	{"OECO", OECS}, {"Organization of Eastern Caribbean States", OECS}, {"UNASUL", UNASUR}, {"南美国家联盟", UNASUR}, {"ANSA", ASEAN}, {"东盟", ASEAN}, {"R4", ASEAN},
	{"ZA1", SACU}, {"Otros de Asia, nep", OtherAsia}, {"Other Asia n.e.s.", OtherAsia},
	{"The EU", EuropeanUnion}, {"欧盟", EuropeanUnion},
}

// ambiguousAreaNames are names that CLDR has and that more than one area answers
// to in the press: they stay unknown.
var ambiguousAreaNames = [...]string{"America", "Korea", "Corea", "Coreia", "Virgin Islands", "Guayana"}

// areasByName maps folded names to areas. What is written here wins over what the
// UN writes, and that over CLDR.
var areasByName = sync.OnceValue(func() map[string]Area {
	byName := make(map[string]Area, 2000)
	add := func(name string, a Area) {
		if folded := foldAreaName(name); folded != "" {
			if _, taken := byName[folded]; !taken {
				byName[folded] = a
			}
		}
	}
	for _, name := range ambiguousAreaNames {
		add(name, 0)
	}
	for _, n := range areaAliases {
		add(n.name, n.area)
	}
	for _, n := range areaNamesFour {
		for _, name := range n.names {
			add(name, n.area)
		}
	}
	// Countries come before the rests and withdrawn codes that share a name.
	for i := range areaTable {
		if e := &areaTable[i]; e.kind == kindCountry {
			add(e.name, e.area)
		}
	}
	for i := range areaTable {
		add(areaTable[i].name, areaTable[i].area)
	}
	for _, n := range areaFurtherNames {
		// UN Comtrade's letters for rests, such as _X, are no names.
		if len(foldAreaName(n.name)) > 2 {
			add(n.name, n.area)
		}
	}
	for _, tag := range [...]language.Tag{
		language.English, language.Spanish, language.LatinAmericanSpanish, language.French, language.Portuguese,
		language.EuropeanPortuguese, language.SimplifiedChinese, language.TraditionalChinese,
	} {
		for i := range areaTable {
			e := &areaTable[i]
			// The traditional 中美 for Central America reads "China and America" on the mainland.
			if e.kind == kindCountry || e.kind == kindRegion && tag != language.TraditionalChinese {
				add(e.displayName(tag), e.area)
			}
		}
	}
	return byName
})

// areaByName returns the area that has a name, 0 if none or several have it.
func areaByName(s string) Area {
	byName := areasByName()
	if a := byName[foldAreaName(s)]; a != 0 {
		return a
	}
	// "Netherlands Antilles (...2010)" says until when UN Comtrade has an area, and
	// "Aruba, Kingdom of the Netherlands" whose territory it is.
	if i := strings.LastIndex(s, " (..."); i > 0 {
		return areaByName(s[:i])
	}
	if i := strings.LastIndex(s, ", Kingdom of the "); i > 0 {
		return areaByName(s[:i])
	}
	// "Korea, Republic of" and "Bolivia (Plurinational State of)" put the name first.
	if i := strings.IndexAny(s, ",("); i >= 0 {
		return byName[foldAreaName(s[i:]+" "+s[:i])]
	}
	return 0
}

// areaNameWords spells out what customs and the press abbreviate, and has one word
// for what languages say alike. An empty word is left out.
var areaNameWords = map[string]string{
	"the": "", "st": "saint", "rep": "republic", "republica": "republic", "republique": "republic", "dem": "democratic",
	"isds": "islands", "isd": "island", "is": "islands", "terr": "territory", "fed": "federal",
	"y": "and", "e": "and", "et": "and", "former": "", "fmr": "",
}

// areaNameArticles are the articles that a name may begin with, or end with after a
// bracket: "los Estados Unidos", "Bahamas (las)".
var areaNameArticles = map[string]bool{
	"the": true, "el": true, "la": true, "los": true, "las": true, "le": true, "les": true, "l": true, "o": true, "os": true, "as": true,
}

// endsHan and startsHan report whether a name has a Chinese character there: between
// two of them stands no space, whatever brackets there were.
func endsHan(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

func startsHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

// foldAreaName returns the words of a name in lower case without accents,
// punctuation and articles, with abbreviations spelled out.
func foldAreaName(s string) string {
	var b strings.Builder
	elided := false // after "l'", a word of its own
	for _, r := range norm.NFKD.String(strings.ReplaceAll(s, "&", " and ")) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
			if text := b.String(); !elided && (text == "l" || strings.HasSuffix(text, " l")) {
				b.WriteByte(' ')
				elided = true
			}
		case unicode.In(r, unicode.Mn, unicode.Cf), r == 'ʼ', r == '`':
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	if len(words) > 1 && areaNameArticles[words[0]] {
		words = words[1:]
	}
	if len(words) > 2 && words[0] == "a" && words[1] == "republica" { // "a República Federativa do Brasil"
		words = words[1:]
	}
	if n := len(words); n > 1 && areaNameArticles[words[n-1]] {
		words = words[:n-1]
	}
	b.Reset()
	initials := false
	for i, w := range words {
		initial := len(w) == 1
		// "U.S.A." and "U S A" are one word; the y of "Trinidad y Tobago" is one by itself.
		next := i+1 < len(words) && len(words[i+1]) == 1
		runs := initial && (initials || next)
		if long, ok := areaNameWords[w]; ok && (!initial || !runs && i > 0 && i < len(words)-1) {
			w = long
		}
		if w == "" {
			continue
		}
		if b.Len() > 0 && !(initial && initials) && !(endsHan(b.String()) && startsHan(w)) {
			b.WriteByte(' ')
		}
		initials = runs
		b.WriteString(w)
	}
	return b.String()
}
