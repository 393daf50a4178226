package grammar

// chinese is the language's rules, in simplified characters; its words stand in
// chinese_words.go.
type chinese struct{}

// A chineseNoun is what is measured: the word between the two sides, the word that
// follows them, and the classifier of what is counted.
type chineseNoun struct {
	between    string // 对, 自, 与, 在
	word       string
	classifier string
}

var chineseVerdicts = map[string]string{
	"supported": "属实", "contradicted": "不符", "mixed": "取决于依据谁的数据", "insufficient": "数据不足", "not checkable": "无法核查",
	"undecided": "未定", "not due": "尚未到期", "on track": "进度正常", "behind": "进度落后", "met": "已兑现", "missed": "未兑现",
	"unmeasurable": "无法衡量", "misrounded": "取整有误",
	"mixed count": "取决于统计口径",
}

var chineseNouns = map[string]chineseNoun{
	"trade":               {between: "与", word: "贸易额"},
	"export":              {between: "对", word: "出口额"},
	"import":              {between: "自", word: "进口额"},
	"re-export":           {between: "对", word: "转口额"},
	"re-import":           {between: "自", word: "复进口额"},
	"balance":             {between: "对", word: "贸易差额"},
	"projects":            {between: "在", word: "项目", classifier: "个"},
	"infrastructure":      {between: "在", word: "基础设施项目", classifier: "个"},
	"production-capacity": {between: "在", word: "产能合作项目", classifier: "个"},
	"livelihood":          {between: "在", word: "民生项目", classifier: "个"},
	"jobs":                {word: "就业岗位", classifier: "个"},
	"scholarships":        {between: "向", word: "奖学金名额", classifier: "个"},
	"training-places":     {between: "向", word: "培训名额", classifier: "个"},
	"measures":            {between: "对", word: "举措", classifier: "项"},
	"fdi-stock":           {between: "对", word: "直接投资存量"},
	"fdi-flow":            {between: "对", word: "直接投资流量"},
	"finance":             {between: "向", word: "融资"},
	"contracts":           {between: "在", word: "新签合同额"},
	"contract-turnover":   {between: "在", word: "承包工程营业额"},
	"agreement":           {between: "与", word: "协议", classifier: "项"},
	"ties":                {word: "建交国", classifier: "个"},
	"gdp":                 {word: "国内生产总值"},
	"population":          {word: "人口"},
}

// chineseDeeds are what is done in, or to, another side.
var chineseDeeds = map[string]string{"在": "实施", "向": "提供", "对": "采取"}

var chinesePlaces = map[string]string{
	"trade": "贸易伙伴", "export": "出口市场", "import": "进口来源地", "fdi-stock": "投资来源地", "fdi-flow": "投资来源地",
}

var chineseHedges = map[string]string{
	"gt": "超过", "ge": "至少", "lt": "不足", "le": "至多", "nearly": "近", "about": "约",
}

// chineseMultiples stand before what a multiple is of.
var chineseMultiples = map[string]string{
	"": "是", "range": "是", "gt": "超过", "ge": "至少是", "lt": "不足", "le": "至多是", "nearly": "接近", "about": "约为",
}

var chineseScales = []scale{{12, "万亿", ""}, {8, "亿", ""}, {4, "万", ""}}

var chineseUnits = map[string]string{
	"USD": "美元", "CNY": "元人民币", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "percent": "%", "percentage-points": "个百分点",
	"times": "倍", "countries": "个国家", "years": "年", "projects": "个项目", "jobs": "个岗位", "places": "个名额", "people": "人",
	"kg": "千克", "t": "吨",
}

var chineseNumerals = [...]string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

var chineseBooks = map[string]string{
	"China customs (GACC)": "中国海关统计", "press": "媒体报道", "Press": "媒体报道", "reference page": "参考网页", "forum document": "论坛文件",
	"Encyclopedia mirror": "百科网页", "Encyclopedia": "百科网页", "IMF DOTS": "国际货币基金组织数据", "Member government": "成员国政府资料",
	"Eurostat by press": "媒体所引欧盟统计局数据", "Chinese government": "中国政府资料", "China Ministry of Foreign Affairs": "中国外交部资料",
	"not stated": "未注明来源的资料", "none": "未注明来源的资料", "The bloc itself": "该组织资料", "ECLAC": "拉美经委会数据",
	"AidData GCDF 3.0": "AidData的统计", "embassy": "使馆资料", "LAC countries reporting": "该地区自身统计",
	"Chinese government by CGTN":                     "CGTN所引中国政府数据",
	"Chinese statistics, not named":                  "未具名的中国统计",
	"China MOFCOM, investment":                       "中国商务部数据",
	"UN Comtrade, China reporting":                   "中国向联合国报送的数据",
	"UN Comtrade, LAC countries reporting":           "该地区向联合国报送的数据",
	"LAC-side figures by IDB":                        "美洲开发银行数据",
	"European Union":                                 "欧盟资料",
	"Eurostat":                                       "欧盟统计局数据",
	"Federal Reserve H.10/G.5A annual averages":      "美联储数据",
	"Oxford Business Group citing GACC":              "牛津商业集团所引中国海关数据",
	"Communist Party of China official":              "中共官员的说法",
	"Red ALC-China, academic count":                  "拉美和加勒比中国学术网的统计",
	"CASS yearbook":                                  "中国社会科学院年鉴",
	"UN Comtrade through WITS, LCN region reporting": "该地区向联合国报送的数据",
	"Academic blog":                                  "学者网页", "Trade agreement database": "贸易协定数据库",
	"US Census Bureau":                           "美国人口普查局数据",
	"US statistics by press":                     "媒体所引美国统计",
	"China-Latin America Finance Database":       "中国对拉美贷款数据库",
	"UN Comtrade through WITS, single countries": "各国向联合国报送的数据",
	"Inter-American Dialogue":                    "美洲对话组织的统计",
	"US balance of payments by ECLAC":            "拉美经委会所引美国国际收支数据",
	"China policy paper by press":                "媒体所引中国政策文件",
	"China MOFCOM":                               "中国商务部数据",
	"Chinese government by press":                "媒体所引中国政府数据",
	"Xinhua, converted in February 2026":         "新华社按2026年2月汇率折算的数据",
	"US and China books":                         "美国和中国的统计",
	"pledges that were due":                      "到期的承诺",
	"World Bank, World Development Indicators":   "世界银行数据",
	"US Bureau of Economic Analysis":             "美国经济分析局数据",
	"recorded events of relations":               "建交记录",
}

// chineseTopics are what agreements are on.
var chineseTopics = map[string]string{"belt-and-road": "共建“一带一路”", "free-trade": "自由贸易", "visa-free": "互免签证"}

var chineseDiffers = map[string]string{
	"comma": "、", "areas many": "%d个国家", "areas part": "不含%s", "areas whole": "含%s", "areas other": "为%s的数据",
	"areas both":  "仅两年均有数据的%s个成员",
	"period part": "仅%s", "period part some": "仅部分时段", "period whole": "%s全期", "period other": "为%s的数据",
	"flow part": "仅%s", "flow part some": "仅一个方向", "flow whole": "进出口合计", "flow other": "为%s",
	"goods part": "仅%s", "goods part some": "仅部分商品", "goods whole": "%s全部", "goods other": "为%s",
	"subject part": "仅%s", "subject whole": "各类合计", "subject other": "为%s",
	"prices other": "价格口径不同", "count whole": "按记录计，数条可能同属一个", "count other": "统计对象不同", "value part": "缺一项数值",
	"word pledge": "已承诺的", "word commitment": "已签约的", "word implementation": "在建的", "word completed": "已完工的",
	"way apart": "欧盟成员国分别计算", "way one": "欧盟作为一个伙伴", "way fob": "不含运费和保险费", "way cif": "含运费和保险费",
	"way first": "首次公布数", "way latest": "修订数", "way converted": "按平均汇率折算", "way each": "双方各自的进口额均含运费和保险费",
}

// chineseShort are short names by area code.
var chineseShort = map[string]string{
	"CELAC": "拉共体", "CARICOM": "加共体", "EU": "欧盟", "001": "全世界", "419": "拉丁美洲和加勒比地区",
}

// chineseVague are vague words for numbers.
var chineseVague = map[string]string{
	"some": "一些", "several": "数", "various": "多", "multiple": "多", "many": "许多", "numerous": "众多", "countless": "无数", "a few": "少数几",
	"a dozen": "十余", "dozens": "数十", "tens": "数十", "hundreds": "数百", "thousands": "数千", "tens of thousands": "数万", "hundreds of thousands": "数十万", "millions": "数百万",
}

// chineseKeepers are offices that keep books.
var chineseKeepers = map[string]string{"customs": "海关", "bank": "央行", "statistics": "统计部门"}
