package lexicon

// A Han is what numbers in Chinese characters are built and told by, besides
// digits and scales. Each list has the forms of one word, or words of one use.
type Han struct {
	Place   []string // before an ordinal: 第
	Numbers []string // after an ordinal that names something: 第三号
	Few     []string // in place of a digit: 几
	Some    []string // in place of a digit, before a scale alone: 数
	Two     []string // for two of things, which is in no row of digits: 两

	Turn, Turns, Done []string // doubles, times, and what stands between: 翻, 番, 了

	Off, NotOff     []string // tenths of the price, and words that begin alike: 折, 折叠
	Tenth, NotTenth []string // tenths, and words that begin alike: 成, 成立
	Pair            []string // before Off, for a half of the price: 对
	Dozen           []string

	Half         []string // 半
	One          []string // before Half, for a half: 一
	HalfNumber   []string // after Half, for a half of many: 数
	NotHalf      []string // after a hedge and Half, what is no half: 年
	AndHalf      []string // behind a number, for a half more: 个半
	TimesHalf    []string // the same for a multiple: 倍半
	Hundred      []string
	NotHundred   []string // words that begin with it: 百分
	HundredParts []string // 百分之
	Kilo         []string // words that begin with a thousand: 千米
	Parts        []string // between the parts and their number: 分之
	PartsEnd     []string // 之
	PartsBegin   []string // 分
	MoreParts    []string // the same behind a further scale: 万分之
	And          []string // between a whole and a fraction: 又

	Minutes, NotMinutes []string // behind digits that are no decimals: 分, 分之
	QuarterHour         []string // 刻
	Cheque              []string // beside digits as cheques have them: 拾, 元
	First               []string // before a number of those at the front: 前

	Year, Ages, Month, Day []string // behind a number: 年, 世纪, 月, 日
	GroupName              []string // behind a number in a name: 国集团
	To                     []string // between the years of a span: 至
	Piece                  []string // money or a piece: 块
	Each                   []string // a measure word that may stand before a great scale: 两个亿
	Every, Among           []string // before the whole and before its part: 每十家企业中有三家
}

var han = Han{
	Place: []string{"第"}, Numbers: []string{"号", "號", "条"}, Few: []string{"几", "幾"}, Some: []string{"数", "數"}, Two: []string{"两", "兩", "俩", "倆", "仨"},
	Every: []string{"每"}, Among: []string{"当中有", "當中有", "中就有", "中有"},
	Each: []string{"个亿", "個億", "个多亿", "個多億"},
	Turn: []string{"翻"}, Turns: []string{"番"}, Done: []string{"了"},
	Off: []string{"折"}, NotOff: []string{"折叠", "折射"}, Pair: []string{"对", "對"}, Dozen: []string{"打"},
	Tenth:    []string{"成"},
	NotTenth: []string{"成员", "成立", "成为", "成功", "成果", "成本", "成长", "成都", "成年", "成套", "成交", "成品", "成就", "成份", "成分", "成人", "成熟", "成群"},
	Half:     []string{"半"}, One: []string{"一"}, HalfNumber: []string{"数"}, AndHalf: []string{"个半", "個半"}, TimesHalf: []string{"倍半"},
	NotHalf: []string{"年", "天", "夜", "岛", "导", "球", "径", "途"},
	Hundred: []string{"百"}, NotHundred: []string{"百分"}, HundredParts: []string{"百分之"}, Kilo: []string{"千米"},
	Parts: []string{"分之"}, PartsEnd: []string{"之"}, PartsBegin: []string{"分"}, MoreParts: []string{"万分之"}, And: []string{"又"},
	Minutes: []string{"分"}, NotMinutes: []string{"分之"}, QuarterHour: []string{"刻"},
	Cheque: []string{"拾", "佰", "仟", "元", "圆", "整"}, First: []string{"前"},
	Year: []string{"年"}, Ages: []string{"世纪", "年代"}, Month: []string{"月"}, Day: []string{"日", "号"}, GroupName: []string{"国集团", "国联盟"}, To: []string{"至"}, Piece: []string{"块"},
}
