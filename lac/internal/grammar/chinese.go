package grammar

import (
	"fmt"
	"math/big"
	"strings"
)

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

func (e chinese) Sentence(verdict string, c Clause, s Shown) string {
	return e.Verdict(verdict) + "：" + e.Claim(c) + "；" + e.Shown(c, s) + "。"
}

func (chinese) Verdict(v string) string { return lookup(chineseVerdicts, v) }

func (chinese) Short(code, name string) string {
	if s, ok := chineseShort[code]; ok {
		return s
	}
	return name
}

func (e chinese) Books(recorded string) string {
	if rest, ok := strings.CutPrefix(recorded, pledgedIn); ok {
		return "承诺（" + e.Books(rest) + "）"
	}
	return lookup(chineseBooks, recorded)
}

func (e chinese) noun(m Measure, f Figure) chineseNoun {
	n, ok := chineseNouns[m.Subject]
	if !ok {
		n = chineseNoun{between: "与", word: strings.ReplaceAll(m.Subject, "-", " ")}
	}
	if m.Subject == "balance" && f.Value != nil && f.Value.Sign() != 0 {
		n.word = "贸易顺差"
		if f.Value.Sign() < 0 {
			n.word = "贸易逆差"
		}
	}
	return n
}

// measure returns what is measured: 中国对巴西出口额.
func (e chinese) measure(m Measure, f Figure) string {
	n := e.noun(m, f)
	word := n.word
	if m.Goods != "" {
		word = m.Goods + word
	}
	var out string
	switch {
	case m.Subject == "jobs":
		if m.A.Text != "" {
			out = m.A.Text + "项目"
		}
		if m.B.Text != "" {
			out += "在" + m.B.Text
		}
		if out != "" {
			word = "创造的" + word
		}
		out += word
	case m.Subject == "ties":
		if m.B.Text != "" {
			out = m.B.Text
		}
		out += "与" + m.A.Text + "建交的国家"
	case m.A.Text == "" || m.B.Text == "":
		joint := ""
		if n.classifier != "" && m.A.Text+m.B.Text != "" {
			joint = "的"
		}
		out = m.A.Text + m.B.Text + joint + word
	default:
		joint := ""
		if n.between == "在" || n.between == "向" {
			joint = "的"
		}
		out = m.A.Text + n.between + m.B.Text + joint + word
	}
	if m.Real {
		out += "（不变价）"
	}
	return out
}

// counted returns a figure of things with their classifier: 超过200个.
func (e chinese) counted(n chineseNoun, f Figure) string {
	text := e.Figure(uncounted(f))
	if f.Value == nil || money(f.Unit) {
		return text
	}
	return text + n.classifier
}

func (e chinese) Claim(c Clause) string {
	n := e.noun(c.Measure, c.Figure)
	what := e.measure(c.Measure, c.Figure)
	figure := c.Figure
	if c.Measure.Subject == "balance" {
		figure, _ = falling(figure)
	}
	when, base := e.Time(c.Time), e.bare(c.Base)
	switch c.Form {
	case "level":
		return fmt.Sprintf("称%s%s%s", when, what, e.being(figure))
	case "average":
		return fmt.Sprintf("称%s%s年均%s", when, what, e.Figure(figure))
	case "count":
		return fmt.Sprintf("称%s%s%s%s", when, what, map[bool]string{true: "有", false: ""}[figure.Hedge == ""], e.counted(n, figure))
	case "pledge":
		return c.Measure.A.Text + "承诺" + e.promised(c)
	case "pledged":
		return fmt.Sprintf("称%s于%s承诺%s", c.Measure.A.Text, e.bare(c.Time), e.promised(c))
	case "change":
		if c.Of.Subject != "" {
			what += "占" + e.measure(c.Of, Figure{}) + "的比重"
		}
		return fmt.Sprintf("称%s%s比%s%s", when, what, base, e.change(c.Figure))
	case "multiple":
		return fmt.Sprintf("称%s%s%s", when, what, e.times(figure, base))
	case "share":
		return fmt.Sprintf("称%s%s占%s的比重%s", when, what, e.measure(c.Of, Figure{}), e.being(figure))
	case "ratio":
		if figure.Unit == "percent" {
			return fmt.Sprintf("称%s%s与%s之比%s", when, what, e.measure(c.Of, Figure{}), e.being(figure))
		}
		return fmt.Sprintf("称%s%s按%s平均%s", when, what, e.measure(c.Of, Figure{}), e.being(figure))
	case "comparison":
		return fmt.Sprintf("称%s%s%s", when, what, e.compared(c))
	case "record":
		return fmt.Sprintf("称%s%s%s", when, what, e.record(c))
	case "trend":
		return fmt.Sprintf("称%s%s", what, e.trend(c))
	case "rank":
		return fmt.Sprintf("称%s%s是%s%s", c.Measure.A.Text, when, c.Measure.B.Text, e.place(c.Figure, c.Measure.Subject))
	case "streak":
		return fmt.Sprintf("称%s连续%s是%s%s", c.Measure.A.Text, e.Figure(c.Figure), c.Measure.B.Text, e.ordinalPlace(c.Place, c.Measure.Subject))
	case "coverage":
		m := c.Measure
		m.B = Name{}
		set := "所有成员"
		if c.WithTies {
			set = "所有建交国"
		}
		return fmt.Sprintf("称%s%s遍及%s%s", when, e.measure(m, Figure{}), c.Measure.B.Text, set)
	case "ties":
		return fmt.Sprintf("称%s%s与%s有外交关系", when, c.Measure.A.Text, c.Measure.B.Text)
	case "event":
		switch c.Measure.Subject {
		case "ties":
			return fmt.Sprintf("称%s与%s于%s建立外交关系", c.Measure.A.Text, c.Measure.B.Text, e.bare(c.Time))
		case "agreement":
			return fmt.Sprintf("称%s与%s于%s签署协议", c.Measure.A.Text, c.Measure.B.Text, e.bare(c.Time))
		}
	}
	return "“" + c.Gist + "”"
}

// promised returns what is promised with its number: 在拉共体的项目超过100个.
func (e chinese) promised(c Clause) string {
	m, n := c.Measure, e.noun(c.Measure, Figure{})
	to := ""
	if m.B.Text != "" {
		to = n.between + m.B.Text + "的"
	}
	return to + n.word + e.counted(n, c.Figure)
}

// being returns a figure with its verb: 为5184亿美元, 超过90亿美元.
func (e chinese) being(f Figure) string {
	if f.Hedge != "" && f.High == nil {
		return e.Figure(f)
	}
	return "为" + e.Figure(f)
}

// times returns a multiple of something: 是2014年的2倍, 超过2004年的3倍.
func (e chinese) times(f Figure, than string) string {
	hedge := f.Hedge
	f.Hedge = ""
	return chineseMultiples[hedge] + than + "的" + e.Figure(f)
}

func (e chinese) change(f Figure) string {
	if f.Unit == "percentage-points" && f.Value != nil && f.Value.Sign() > 0 {
		return "上升" + e.Figure(f)
	}
	down, fell := falling(f)
	switch {
	case f.Value != nil && f.Value.Sign() == 0 && f.Hedge == "":
		return "持平"
	case fell:
		return "下降" + e.Figure(down)
	}
	return "增长" + e.Figure(f)
}

func (e chinese) compared(c Clause) string {
	than := e.bare(c.Base)
	if c.Of.Subject != "" {
		than = e.measure(c.Of, Figure{})
		if !c.Base.IsZero() && c.Base != c.Time {
			than = e.bare(c.Base) + than
		}
	}
	way := "低"
	if c.Up {
		way = "高"
	}
	switch {
	case c.Figure.Value == nil && c.Up:
		return "高于" + than
	case c.Figure.Value == nil:
		return "低于" + than
	case c.Figure.Unit == "times":
		return e.times(c.Figure, than)
	}
	return "比" + than + way + e.Figure(c.Figure)
}

func (e chinese) record(c Clause) string {
	if c.Threshold.Value != nil {
		if c.Up {
			return "首次超过" + e.Figure(c.Threshold)
		}
		return "首次低于" + e.Figure(c.Threshold)
	}
	most := "最低"
	if c.Up {
		most = "最高"
	}
	if c.Base.First == (Day{}) {
		return "为历史" + most
	}
	return "为" + plain(c.Base.First.Year) + "年以来" + most
}

func (e chinese) trend(c Clause) string {
	years := "连续" + e.Figure(c.Figure)
	if c.Figure.Value == nil && c.Figure.Quoted == "" {
		years = e.Time(c.Time) + "逐年"
	}
	switch {
	case c.Threshold.Value != nil && c.Up:
		return years + "高于" + e.Figure(c.Threshold)
	case c.Threshold.Value != nil:
		return years + "低于" + e.Figure(c.Threshold)
	case c.Up:
		return years + "增长"
	}
	return years + "下降"
}

// place returns a rank: 第二大贸易伙伴.
func (e chinese) place(f Figure, subject string) string {
	n := whole(f.Value)
	if n == 0 {
		return e.Figure(f)
	}
	switch f.Hedge {
	case "le", "lt":
		if f.Hedge == "lt" {
			n--
		}
		if n > 1 {
			return "前" + e.numeral(n) + "大" + lookup(chinesePlaces, subject) + "之一"
		}
	case "ge", "gt":
		if f.Hedge == "gt" {
			n++
		}
		return "排名不高于第" + e.numeral(n) + "的" + lookup(chinesePlaces, subject)
	}
	return e.ordinalPlace(n, subject)
}

func (e chinese) ordinalPlace(n int, subject string) string {
	if n == 1 {
		return "最大" + lookup(chinesePlaces, subject)
	}
	return "第" + e.numeral(n) + "大" + lookup(chinesePlaces, subject)
}

// numeral returns a small number in characters.
func (chinese) numeral(n int) string {
	if n >= 1 && n <= len(chineseNumerals) {
		return chineseNumerals[n-1]
	}
	return plain(n)
}

func (e chinese) Shown(c Clause, s Shown) string {
	switch {
	case s.Position:
		return "这是观点，任何记录都无法证实或否定"
	case s.Covered != nil:
		return e.covered(*s.Covered)
	case s.Pledge && len(s.Readings) == 0:
		return "没有记录说明已兑现多少"
	case len(s.Readings) == 0:
		return "没有记录可作判断"
	}
	holds, fails, open := byVerdict(s.Readings)
	answer := func(r Reading) string { return "据" + e.books(r) + e.answer(c, r) }
	if s.Event {
		held := "举行"
		if c.Measure.Subject == "ties" {
			held = "建交"
		}
		answer = func(r Reading) string { return "据" + e.books(r) + "，于" + e.bare(r.Time) + e.site(r) + held }
	}
	switch {
	case len(holds) > 0 && len(fails) > 0:
		return strings.Join(each(holds, answer), "，") + "，说法成立；" + strings.Join(each(fails, answer), "，") + "，说法不成立"
	case len(holds) > 0:
		return strings.Join(each(holds, answer), "；")
	case len(fails) > 0 && s.Misrounded:
		return "取整有误：" + strings.Join(each(fails, answer), "；")
	case len(fails) > 0:
		return strings.Join(each(fails, answer), "；")
	case s.Pledge:
		return strings.Join(each(open, answer), "；")
	}
	return "现有记录不足以判断，最接近的是：" + strings.Join(each(open, answer), "；")
}

func (chinese) site(r Reading) string {
	if r.Where == "" {
		return ""
	}
	return "在" + r.Where
}

// books returns whose books a reading rests on.
func (e chinese) books(r Reading) string {
	if r.Own.Text != "" {
		return r.Own.Text + "自身统计"
	}
	return e.Books(r.Books)
}

// answer returns what a reading says: 为5184.67亿美元, 下降3%.
func (e chinese) answer(c Clause, r Reading) string {
	f, n := r.Figure, e.noun(c.Measure, r.Figure)
	switch {
	case c.Form == "change" && f.Value != nil:
		return e.change(f) + e.aside(r)
	case c.Measure.Subject == "balance" && f.Value != nil && money(f.Unit):
		sized, _ := falling(f)
		return strings.TrimPrefix(n.word, "贸易") + e.Figure(sized) + e.aside(r)
	case f.Unit == "rank":
		return "是" + e.place(f, c.Measure.Subject) + e.aside(r)
	case told(c, f).Unit != f.Unit:
		verb := "为"
		if f.Hedge != "" {
			verb = ""
		}
		return verb + e.counted(n, f) + e.aside(r)
	}
	return e.being(f) + e.aside(r)
}

func (e chinese) aside(r Reading) string {
	var parts []string
	if !r.Time.IsZero() {
		parts = append(parts, e.bare(r.Time))
	}
	if r.Want > 0 {
		parts = append(parts, fmt.Sprintf("%d个成员中的%d个", r.Want, r.Have))
	}
	for _, d := range r.Differs {
		parts = append(parts, lookup(chineseDiffers, d))
	}
	if len(parts) == 0 {
		return ""
	}
	return "（" + strings.Join(parts, "，") + "）"
}

func (e chinese) covered(c Coverage) string {
	out := fmt.Sprintf("%d个国家中有记录的为%d个", c.Of, c.Shown)
	if len(c.Lacking) > 0 {
		out += "；缺" + strings.Join(each(c.Lacking, text), "、")
	}
	if len(c.Unknown) > 0 {
		out += "；" + strings.Join(each(c.Unknown, text), "、") + "情况不详"
	}
	return out
}

func (e chinese) Figure(f Figure) string {
	switch {
	case f.Quoted != "":
		return "“" + f.Quoted + "”"
	case f.Value == nil:
		return "无数据"
	case f.High != nil:
		return e.Amount(f.Value, rangeUnit(f.Unit)) + "至" + e.Amount(f.High, f.Unit)
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
		return e.day(t.First) + "至" + e.day(t.Last)
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (chinese) day(d Day) string {
	return plain(d.Year) + "年" + plain(d.Month) + "月" + plain(d.Day) + "日"
}
