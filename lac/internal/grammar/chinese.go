package grammar

import (
	"fmt"
	"strings"
)

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
		switch n.between {
		case "在":
			joint = "的"
		case "向":
			joint = "提供的"
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
	if w := chineseVague[c.Figure.Vague]; w != "" {
		c.Figure.Quoted = w
		if c.Form == "streak" || c.Form == "trend" {
			c.Figure.Quoted += "年"
		}
	}
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
		return fmt.Sprintf("称%s%s%s%s", when, what, map[bool]string{true: "有", false: ""}[figure.Hedge == "" && figure.Vague == ""], e.counted(n, figure))
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
		if c.None {
			return fmt.Sprintf("称%s%s与%s没有外交关系", when, c.Measure.A.Text, c.Measure.B.Text)
		}
		return fmt.Sprintf("称%s%s与%s有外交关系", when, c.Measure.A.Text, c.Measure.B.Text)
	case "event":
		switch c.Measure.Subject {
		case "ties":
			if c.None {
				return fmt.Sprintf("称%s与%s于%s断绝外交关系", c.Measure.A.Text, c.Measure.B.Text, e.bare(c.Time))
			}
			return fmt.Sprintf("称%s与%s于%s建立外交关系", c.Measure.A.Text, c.Measure.B.Text, e.bare(c.Time))
		case "agreement":
			if c.Measure.Ends {
				return fmt.Sprintf("称%s与%s于%s终止%s协议", c.Measure.A.Text, c.Measure.B.Text, e.bare(c.Time), lookup(chineseTopics, c.Measure.Topic))
			}
			return fmt.Sprintf("称%s与%s于%s签署%s协议", c.Measure.A.Text, c.Measure.B.Text, e.bare(c.Time), lookup(chineseTopics, c.Measure.Topic))
		}
	}
	return "“" + c.Gist + "”"
}

// promised returns what is promised with its number: 在拉共体实施超过100个项目.
func (e chinese) promised(c Clause) string {
	m, n := c.Measure, e.noun(c.Measure, Figure{})
	to, does := "", chineseDeeds[n.between]
	if does == "" {
		does = "提供"
	}
	if m.B.Text != "" {
		to = n.between + m.B.Text
	}
	return to + does + e.counted(n, c.Figure) + n.word
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
	switch n, at := placed(f); at {
	case amongFirst:
		return "前" + e.numeral(n) + "大" + lookup(chinesePlaces, subject) + "之一"
	case atBest:
		return "排名不高于第" + e.numeral(n) + "的" + lookup(chinesePlaces, subject)
	case thePlace:
		return e.ordinalPlace(n, subject)
	}
	return e.Figure(f)
}

func (e chinese) ordinalPlace(n int, subject string) string {
	if n == 1 {
		return "最大" + lookup(chinesePlaces, subject)
	}
	return "第" + e.numeral(n) + "大" + lookup(chinesePlaces, subject)
}
