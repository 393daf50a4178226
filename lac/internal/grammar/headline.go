package grammar

import "strings"

// headlines are the parts of a headline in their order: claims by verdict, then
// pledges by state, then views.
var headlines = []struct {
	verdict string
	always  bool // said for none too
}{
	{"supported", true}, {"mixed", false}, {"contradicted", true}, {"insufficient", false},
	{"met", false}, {"on track", false}, {"behind", false}, {"missed", false}, {"not due", false}, {"unmeasurable", false}, {"not checkable", false},
}

// headline returns what a number of findings come to: how many claims hold,
// depend on whose books they are, are contradicted, lack data.
func headline(counts map[string]int, words map[string]tally, comma string) string {
	var parts []string
	for _, h := range headlines {
		n, w := counts[h.verdict], words[h.verdict]
		text := w.more
		switch {
		case n == 0 && !h.always:
			continue
		case n == 0:
			text = w.none
		case n == 1:
			text = w.one
		}
		parts = append(parts, strings.ReplaceAll(text, "#", plain(n)))
	}
	return strings.Join(parts, comma)
}

func (english) Headline(counts map[string]int) string   { return headline(counts, englishTallies, ", ") }
func (e romance) Headline(counts map[string]int) string { return headline(counts, e.tallies, ", ") }
func (chinese) Headline(counts map[string]int) string   { return headline(counts, chineseTallies, "，") }

var englishTallies = map[string]tally{
	"supported":     {"no claim holds", "1 claim holds", "# claims hold"},
	"mixed":         {"", "1 depends on whose books", "# depend on whose books"},
	"contradicted":  {"none is contradicted", "1 is contradicted", "# are contradicted"},
	"insufficient":  {"", "1 lacks data", "# lack data"},
	"met":           {"", "1 pledge is met", "# pledges are met"},
	"on track":      {"", "1 pledge is on track", "# pledges are on track"},
	"behind":        {"", "1 pledge is behind", "# pledges are behind"},
	"missed":        {"", "1 pledge was missed", "# pledges were missed"},
	"not due":       {"", "1 pledge is not due yet", "# pledges are not due yet"},
	"unmeasurable":  {"", "1 pledge cannot be measured", "# pledges cannot be measured"},
	"not checkable": {"", "1 is a view", "# are views"},
}

var spanishTallies = map[string]tally{
	"supported":     {"ninguna afirmación se confirma", "1 afirmación se confirma", "# afirmaciones se confirman"},
	"mixed":         {"", "1 depende de qué cifras se usen", "# dependen de qué cifras se usen"},
	"contradicted":  {"ninguna se desmiente", "1 se desmiente", "# se desmienten"},
	"insufficient":  {"", "en 1 faltan datos", "en # faltan datos"},
	"met":           {"", "1 promesa se ha cumplido", "# promesas se han cumplido"},
	"on track":      {"", "1 promesa va al ritmo previsto", "# promesas van al ritmo previsto"},
	"behind":        {"", "1 promesa va con retraso", "# promesas van con retraso"},
	"missed":        {"", "1 promesa se incumplió", "# promesas se incumplieron"},
	"not due":       {"", "1 promesa aún no vence", "# promesas aún no vencen"},
	"unmeasurable":  {"", "1 promesa no puede medirse", "# promesas no pueden medirse"},
	"not checkable": {"", "1 es una opinión", "# son opiniones"},
}

var portugueseTallies = map[string]tally{
	"supported":     {"nenhuma afirmação se confirma", "1 afirmação se confirma", "# afirmações se confirmam"},
	"mixed":         {"", "1 depende de quais números se usam", "# dependem de quais números se usam"},
	"contradicted":  {"nenhuma é desmentida", "1 é desmentida", "# são desmentidas"},
	"insufficient":  {"", "em 1 faltam dados", "em # faltam dados"},
	"met":           {"", "1 promessa foi cumprida", "# promessas foram cumpridas"},
	"on track":      {"", "1 promessa está no ritmo previsto", "# promessas estão no ritmo previsto"},
	"behind":        {"", "1 promessa está atrasada", "# promessas estão atrasadas"},
	"missed":        {"", "1 promessa não foi cumprida", "# promessas não foram cumpridas"},
	"not due":       {"", "1 promessa ainda não venceu", "# promessas ainda não venceram"},
	"unmeasurable":  {"", "1 promessa não pode ser medida", "# promessas não podem ser medidas"},
	"not checkable": {"", "1 é uma opinião", "# são opiniões"},
}

var chineseTallies = map[string]tally{
	"supported":     {"没有说法属实", "1项说法属实", "#项说法属实"},
	"mixed":         {"", "1项取决于依据谁的数据", "#项取决于依据谁的数据"},
	"contradicted":  {"没有不符的", "1项不符", "#项不符"},
	"insufficient":  {"", "1项数据不足", "#项数据不足"},
	"met":           {"", "1项承诺已兑现", "#项承诺已兑现"},
	"on track":      {"", "1项承诺进度正常", "#项承诺进度正常"},
	"behind":        {"", "1项承诺进度落后", "#项承诺进度落后"},
	"missed":        {"", "1项承诺未兑现", "#项承诺未兑现"},
	"not due":       {"", "1项承诺尚未到期", "#项承诺尚未到期"},
	"unmeasurable":  {"", "1项承诺无法衡量", "#项承诺无法衡量"},
	"not checkable": {"", "1项是观点", "#项是观点"},
}
