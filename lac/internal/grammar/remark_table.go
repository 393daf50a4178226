package grammar

// A Remark is a line of evidence that is recorded in English: what an area is by
// definition, a step of arithmetic, a note. Each stands in a table by its pattern in
// four languages, English first, with slots for what differs from line to line:
//
//	{fig}   a figure with its hedge and unit: at least 491.676 bn USD
//	{num}   a number by itself: 25
//	{dec}   a decimal number: 7.1957
//	{year}  a year, {years} several: 2002-2003, 2007
//	{cur}   a currency, {one} the currency of one
//	{code}  codes of goods
//	{when}  a period: 2024, 2005/2020, ../2025-05-13
//	{day}   a day
//	{units} a figure with its unit
//	{areas} names of areas: Cuba, Haiti and 19 more
//	{place} the name of one area, without an article, and what it is without
//	{books} whose books they are, or several; {ground}, {grounds} with their definition
//	{noun}  what is measured: trade, projects
//	{vague} a vague word for a number: numerous
//	{line}  another remark, names of areas, or words of the data's own
//	{known} another remark or words of the data's own that are known
//	{name}  a name or words that stay as they are
//
// Its translations have the slots by number, with a preposition that may join an
// article: {1}, {de 2}. {in 1} is an adverb of time.
type Remark [4]string

// remarkUnits are units that figures of sentences do not have: of one, and of more.
var remarkUnits = map[string]Remark{
	"scholarships": {"", "beca|becas", "bolsa de estudo|bolsas de estudo", "个奖学金名额"},
	"measures":     {"", "medida|medidas", "medida|medidas", "项举措"},
	"meetings":     {"", "reunión|reuniones", "reunião|reuniões", "次会议"},
	"records":      {"", "registro|registros", "registro|registros", "条记录"},
	"months":       {"", "mes|meses", "mês|meses", "个月"},
	"days":         {"", "día|días", "dia|dias", "天"},
}

// nothing is said in place of a figure.
var nothing = Remark{"nothing known", "sin datos", "sem dados", "无数据"}
