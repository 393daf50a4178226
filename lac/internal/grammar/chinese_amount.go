package grammar

import (
	"fmt"
	"math/big"
	"strings"
)

func (e chinese) Figure(f Figure) string {
	switch {
	case f.Quoted != "":
		return "“" + f.Quoted + "”"
	case f.Value == nil:
		return "无数据"
	case f.High != nil:
		return e.Amount(f.Value, "") + "至" + e.Amount(f.High, f.Unit)
	}
	return chineseHedges[f.Hedge] + e.Amount(f.Value, f.Unit)
}

func (e chinese) Amount(v *big.Rat, unit string) string {
	size, s := scaled(v, chineseScales)
	number := grouped(size, "", ".", 1<<30) + s.word
	if unit == "" || unit == "rank" {
		return number
	}
	return number + lookup(chineseUnits, unit)
}

func (e chinese) Time(t Time) string {
	switch k, _ := t.kind(); k {
	case untilYear, untilDay:
		return "截至" + e.bare(Time{t.Last, t.Last})
	case sinceYear:
		return "自" + plain(t.First.Year) + "年以来"
	case sinceDay:
		return "自" + e.day(t.First) + "以来"
	}
	return e.bare(t)
}

// bare returns a time without a preposition.
func (e chinese) bare(t Time) string {
	k, n := t.kind()
	year := plain(t.Last.Year) + "年"
	switch k {
	case always:
		return ""
	case yearSpan:
		return year
	case yearsSpan:
		return plain(t.First.Year) + "年至" + year
	case halfSpan:
		return year + [...]string{"上半年", "下半年"}[n-1]
	case quarterSpan:
		return year + "第" + e.numeral(n) + "季度"
	case monthsSpan:
		return fmt.Sprintf("%s前%d个月", year, n)
	case monthSpan:
		return year + plain(t.Last.Month) + "月"
	case daysSpan:
		last := e.day(t.Last)
		if t.First.Year == t.Last.Year {
			last = strings.TrimPrefix(last, year)
			if t.First.Month == t.Last.Month {
				last = plain(t.Last.Day) + "日"
			}
		}
		return e.day(t.First) + "至" + last
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (chinese) day(d Day) string {
	return plain(d.Year) + "年" + plain(d.Month) + "月" + plain(d.Day) + "日"
}

// numeral returns a small number in characters.
func (chinese) numeral(n int) string {
	if n >= 1 && n <= len(chineseNumerals) {
		return chineseNumerals[n-1]
	}
	return plain(n)
}
