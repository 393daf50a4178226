package grammar

import (
	"cmp"
	"fmt"
	"strings"
)

func (e chinese) Sentence(verdict string, c Clause, s Shown) string {
	return e.Verdict(verdict) + "：" + e.Claim(c) + "；" + e.Shown(c, s) + "。"
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
	if s.isOpenPledge() {
		answer = func(r Reading) string { return "据" + e.books(r) + "，迄今" + e.answer(c, r) }
	}
	if s.Event {
		answer = func(r Reading) string { return "据" + e.books(r) + "，" + e.happened(c, r) }
	}
	switch {
	case len(holds) > 0 && len(fails) > 0:
		return strings.Join(each(holds, answer), "，") + "，说法成立；" + strings.Join(each(fails, answer), "，") + "，说法不成立" + after("；", s.Reason)
	case len(holds) > 0:
		return strings.Join(each(holds, answer), "；")
	case len(fails) > 0 && s.Misrounded:
		return "取整有误：" + strings.Join(each(fails, answer), "；")
	case len(fails) > 0:
		return strings.Join(each(fails, answer), "；")
	case s.Pledge:
		return strings.Join(each(open, answer), "；")
	}
	if s.Event {
		return "现有记录不足以判断，最接近的是：" + strings.Join(each(open, answer), "；")
	}
	return "最接近的记录是：" + strings.Join(each(open, answer), "；")
}

// happened says when and where an event took place: 于2007年6月1日建交.
func (e chinese) happened(c Clause, r Reading) string {
	verb := "举行"
	switch {
	case c.Measure.Subject == "ties" && r.Tie == "none":
		return "截至" + e.bare(r.Time) + "尚无外交关系"
	case c.Measure.Subject == "ties":
		verb = cmp.Or(map[string]string{"suspended": "中止外交关系", "resumed": "复交"}[r.Tie], "建交")
	case c.Measure.Subject == "agreement" && c.Measure.Ends:
		verb = "终止"
	case c.Measure.Subject == "agreement":
		verb = "签署"
	}
	return "于" + e.bare(r.Time) + e.site(r) + verb
}

func (chinese) site(r Reading) string {
	if r.Where == "" {
		return ""
	}
	return "在" + r.Where
}

func (e chinese) Whose(r Reading) string { return e.books(r) }

// books returns whose books a reading rests on.
func (e chinese) books(r Reading) string {
	if office := chineseKeepers[r.Keeper]; office != "" && r.Own.Text != "" {
		return r.Own.Text + office
	}
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
	case isApart(c, f):
		by, way := apart(c, f)
		return map[string]string{"more": "高", "less": "低"}[way] + e.Figure(by) + e.aside(r)
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
	parts = append(parts, r.Differs...)
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

func (e chinese) Differs(d Difference) string {
	return differs(d, chineseDiffers, text, e.bare, func(s string) string { return e.noun(Measure{Subject: s}, Figure{}).word }, "、")
}
