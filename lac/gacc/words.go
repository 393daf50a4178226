package gacc

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
)

// The customs publish the same tables in Chinese and, on their English site, in
// English. What stands here is what a published table says in either.

var (
	titleMonth   = regexp.MustCompile(`(\d{4})年(?:1(?:至|-|－|—|~)(?:\d{1,2}))?(\d{0,2})月`)
	englishMonth = regexp.MustCompile(`(?i),?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(\d{4})`)
	dottedMonth  = regexp.MustCompile(`\D(?:1-)?(\d{1,2})\.((?:19|20)\d{2})(?:\D|$)`)
	oneMonth     = regexp.MustCompile(`^(?:\d{4}年)?(\d{1,2})(?:月(?:当月)?)?$`)
	upToMonth    = regexp.MustCompile(`^(?:\d{4}年)?1(?:至|-?to-?|-|－|—|~)(\d{1,2})(?:月(?:累计)?)?$`)
	englishUnit  = regexp.MustCompile(`(?i)^unit:(us\$|usd|cny|rmb)([0-9,]*)(million|billion)?$`)
)

// isPublished reports whether a text begins as the customs' own table does.
func isPublished(start []byte) bool {
	text := string(start[:min(len(start), 2000)])
	if strings.Contains(text, "数据年月") {
		return false
	}
	chinese := (strings.Contains(text, "单位") || strings.Contains(text, "总值表")) && strings.Contains(text, "出口") && strings.Contains(text, "进口")
	english := strings.Contains(text, "Unit:") && strings.Contains(text, "Export") && strings.Contains(text, "Import") && strings.Contains(text, "Country")
	return chinese || english
}

// titleOf returns the year and the month of a title, zero if it has none: 2024年12月,
// December 2024, January-February 2025, 12.2024.
func titleOf(title string) (year, month int) {
	title = together(title)
	if m := titleMonth.FindStringSubmatch(title); m != nil {
		year, _ = strconv.Atoi(m[1])
		month, _ = strconv.Atoi(m[2])
	} else if m := englishMonth.FindStringSubmatch(title); m != nil {
		year, _ = strconv.Atoi(m[2])
		month = 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(m[1]))/3
	} else if m := dottedMonth.FindStringSubmatch(title); m != nil {
		month, _ = strconv.Atoi(m[1])
		year, _ = strconv.Atoi(m[2])
	}
	return year, month
}

// together returns a text without its spaces.
func together(s string) string { return strings.Join(strings.Fields(s), "") }

// A unit is what 1 in a table stands for.
type unit struct {
	currency lac.Currency
	times    int64
}

// publishedUnits are those by the words behind 单位.
var publishedUnits = map[string]unit{
	"万元人民币": {lac.CNY, 10_000}, "人民币万元": {lac.CNY, 10_000}, "万元": {lac.CNY, 10_000}, "亿元人民币": {lac.CNY, 100_000_000}, "人民币亿元": {lac.CNY, 100_000_000}, "亿元": {lac.CNY, 100_000_000},
	"千美元": {lac.USD, 1000}, "万美元": {lac.USD, 10_000}, "百万美元": {lac.USD, 1_000_000}, "亿美元": {lac.USD, 100_000_000}, "美元": {lac.USD, 1}, "元": {lac.CNY, 1},
}

// unitOf returns the words of a line that say the unit, empty if none do, and what they
// mean: 单位：万元人民币, Unit: US$1,000, Unit: CNY 100 Million.
func unitOf(line string) (words string, of unit, ok bool) {
	line = together(line)
	if _, after, found := strings.Cut(line, "单位"); found {
		words = strings.Trim(strings.NewReplacer("：", "", ":", "", "（", "", "）", "").Replace(after), ",")
		of, ok = publishedUnits[words]
		return words, of, ok
	}
	if len(line) < 5 || !strings.EqualFold(line[:5], "unit:") {
		return "", unit{}, false
	}
	m := englishUnit.FindStringSubmatch(line)
	if m == nil {
		return line[5:], unit{}, false
	}
	of = unit{lac.USD, 1}
	if c := strings.ToUpper(m[1]); c == "CNY" || c == "RMB" {
		of.currency = lac.CNY
	}
	if n := strings.ReplaceAll(m[2], ",", ""); n != "" {
		times, err := strconv.ParseInt(n, 10, 32)
		if err != nil || times == 0 {
			return line[5:], unit{}, false
		}
		of.times = times
	}
	switch strings.ToLower(m[3]) {
	case "million":
		of.times *= 1_000_000
	case "billion":
		of.times *= 1_000_000_000
	}
	return line[5:], of, true
}

// flowOf returns the flow of the columns below a heading, empty if it is none.
func flowOf(heading string) (lac.TradeFlow, lac.Valuation) {
	switch strings.ToLower(together(heading)) {
	case "进出口", "export&import", "exports&imports", "importsandexports", "total":
		return lac.Turnover, lac.NotStated
	case "出口", "export", "exports":
		return lac.Export, lac.FOB
	case "进口", "import", "imports":
		return lac.Import, lac.CIF
	}
	return "", lac.NotStated
}

// spanOf returns the month that a column's heading names, or the one up to which it
// is, where month is that of the title. Last is 0 if there is no such month, and ok is
// false if the column is another.
func spanOf(heading string, month int) (last time.Month, cumulative, ok bool) {
	heading = strings.ToLower(together(heading))
	m := oneMonth.FindStringSubmatch(heading)
	if m == nil {
		m = upToMonth.FindStringSubmatch(heading)
		cumulative = m != nil || heading == "累计"
	}
	if m == nil && !cumulative && heading != "当月" {
		return 0, false, false
	}
	if m != nil {
		month, _ = strconv.Atoi(m[1])
	}
	if month < 1 || month > 12 {
		return 0, cumulative, true
	}
	return time.Month(month), cumulative, true
}

// isGroup reports whether a row is of a group that package lac does not have, whose
// members have rows of their own.
func isGroup(name string) bool {
	name = strings.ToLower(name)
	for _, group := range []string{"apec", "asia-pacific economic", "亚太经济合作", "comprehensive economic partnership", "区域全面经济伙伴", "rcep", "belt and road", "一带一路"} {
		if strings.Contains(name, group) {
			return true
		}
	}
	return false
}
