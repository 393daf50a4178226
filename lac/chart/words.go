package chart

import (
	"math/big"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/grammar"
)

// Words are those that pictures print, in one language.
type words struct {
	grammar.Language
	tag                     language.Tag
	thousands, point        string
	list, colon             string
	sources, stated         string
	says, allows            string
	shown                   string // of a reading that decides nothing
	noFigure, covered, gap  string
	asOf, delivered, of     string
	exports, imports, other string
	own, mirror             string
	notStated, outside      string
	ownBooks                func(area string) string
	status                  map[lac.ProjectStatus]string
	in                      map[int]string
	units                   map[lac.Unit]string
}

var languages = []words{
	{
		tag: language.English, thousands: ",", point: ".", list: "; ", colon: ": ",
		sources: "Sources: ", stated: "stated", says: "what the source says", allows: "what may be so besides",
		shown: "shown, decides nothing", noFigure: "no figure", covered: "members with figures", gap: "gap",
		asOf: "as of", delivered: "delivered", of: "of", exports: "exports", imports: "imports", other: "others",
		own: "own books", mirror: "partner’s books",
		ownBooks: func(a string) string { return a + "’s books" },
		outside:  "places elsewhere", notStated: "not stated", status: statuses("not stated", "completed", "under way", "committed", "pledged", "suspended", "cancelled"),
		in:    map[int]string{6: "million", 9: "billion", 12: "trillion"},
		units: map[lac.Unit]string{"USD": "US dollars", "CNY": "yuan", "EUR": "euros", lac.UnitPercent: "percent", lac.UnitPoints: "percentage points", lac.UnitTimes: "times", lac.UnitKilograms: "kilograms", lac.UnitTonnes: "tonnes"},
	},
	{
		tag: language.Spanish, thousands: ".", point: ",", list: "; ", colon: ": ",
		sources: "Fuentes: ", stated: "lo dicho", says: "lo que dice la fuente", allows: "lo que además puede ser",
		shown: "se muestra, no decide", noFigure: "sin cifra", covered: "miembros con cifras", gap: "diferencia",
		asOf: "al", delivered: "cumplido", of: "de", exports: "exportaciones", imports: "importaciones", other: "otros",
		own: "registros propios", mirror: "registros del socio",
		ownBooks: func(a string) string { return "registros propios: " + a },
		outside:  "lugares fuera del mapa", notStated: "sin indicar", status: statuses("sin indicar", "terminados", "en ejecución", "comprometidos", "prometidos", "suspendidos", "cancelados"),
		in: map[int]string{6: "millones de", 9: "miles de millones de", 12: "billones de"},
		units: map[lac.Unit]string{"USD": "dólares", "CNY": "yuanes", "EUR": "euros", lac.UnitPercent: "por ciento", lac.UnitPoints: "puntos porcentuales", lac.UnitTimes: "veces", lac.UnitKilograms: "kilogramos", lac.UnitTonnes: "toneladas",
			lac.UnitProjects: "proyectos", lac.UnitJobs: "empleos", lac.UnitPlaces: "plazas", lac.UnitPeople: "personas", lac.UnitScholarships: "becas", lac.UnitCountries: "países", lac.UnitYears: "años", lac.UnitMeasures: "medidas", lac.UnitMeetings: "reuniones", lac.UnitRank: "puesto", lac.UnitDays: "días"},
	},
	{
		tag: language.Portuguese, thousands: ".", point: ",", list: "; ", colon: ": ",
		sources: "Fontes: ", stated: "o dito", says: "o que diz a fonte", allows: "o que mais pode ser",
		shown: "mostra-se, não decide", noFigure: "sem número", covered: "membros com números", gap: "diferença",
		asOf: "em", delivered: "cumprido", of: "de", exports: "exportações", imports: "importações", other: "outros",
		own: "registros próprios", mirror: "registros do parceiro",
		ownBooks: func(a string) string { return "registros próprios: " + a },
		outside:  "lugares fora do mapa", notStated: "não informado", status: statuses("não informado", "concluídos", "em execução", "comprometidos", "prometidos", "suspensos", "cancelados"),
		in: map[int]string{6: "milhões de", 9: "bilhões de", 12: "trilhões de"},
		units: map[lac.Unit]string{"USD": "dólares", "CNY": "yuans", "EUR": "euros", lac.UnitPercent: "por cento", lac.UnitPoints: "pontos percentuais", lac.UnitTimes: "vezes", lac.UnitKilograms: "quilogramas", lac.UnitTonnes: "toneladas",
			lac.UnitProjects: "projetos", lac.UnitJobs: "empregos", lac.UnitPlaces: "vagas", lac.UnitPeople: "pessoas", lac.UnitScholarships: "bolsas", lac.UnitCountries: "países", lac.UnitYears: "anos", lac.UnitMeasures: "medidas", lac.UnitMeetings: "reuniões", lac.UnitRank: "lugar", lac.UnitDays: "dias"},
	},
	{
		tag: language.Chinese, thousands: ",", point: ".", list: "；", colon: "：",
		sources: "来源：", stated: "所称数字", says: "来源所示", allows: "另有可能的范围",
		shown: "仅列出，不作判断", noFigure: "无数据", covered: "有数据的成员", gap: "差额",
		asOf: "截至", delivered: "已完成", of: "/", exports: "出口", imports: "进口", other: "其他",
		own: "己方统计", mirror: "对方统计",
		ownBooks: func(a string) string { return a + "统计" },
		outside:  "图外地点", notStated: "未注明", status: statuses("未注明", "已完工", "实施中", "已签约", "已承诺", "暂停", "取消"),
		// Chinese counts in myriads; 100 million and 10^12 have words of their own.
		in: map[int]string{6: "百万", 9: "十亿", 12: "万亿"},
		units: map[lac.Unit]string{"USD": "美元", "CNY": "元人民币", "EUR": "欧元", lac.UnitPercent: "%", lac.UnitPoints: "个百分点", lac.UnitTimes: "倍", lac.UnitKilograms: "千克", lac.UnitTonnes: "吨",
			lac.UnitProjects: "个项目", lac.UnitJobs: "个岗位", lac.UnitPlaces: "个名额", lac.UnitPeople: "人", lac.UnitScholarships: "个奖学金名额", lac.UnitCountries: "个国家", lac.UnitYears: "年", lac.UnitMeasures: "项措施", lac.UnitMeetings: "次会议", lac.UnitRank: "名次", lac.UnitDays: "天"},
	},
}

// statuses names the statuses of projects in the order of statusOrder, and first
// the one that is not stated.
func statuses(none string, names ...string) map[lac.ProjectStatus]string {
	out := map[lac.ProjectStatus]string{"": none}
	for i, name := range names {
		out[statusOrder[i]] = name
	}
	return out
}

var matcher = func() language.Matcher {
	var tags []language.Tag
	for i, g := range grammar.Languages() {
		languages[i].Language = g.Language
		tags = append(tags, languages[i].tag)
	}
	return language.NewMatcher(tags)
}()

// wordsOf returns the words of a language, the English ones for one that it does
// not have.
func wordsOf(tag language.Tag) words {
	_, i, confidence := matcher.Match(tag)
	if confidence < language.High {
		i = 0
	}
	return languages[i]
}

// number returns v with at most the given decimal places, in the language's form.
func (w words) number(v *big.Rat, places int) string {
	text := v.FloatString(places)
	sign := ""
	if text[0] == '-' {
		sign, text = "−", text[1:]
	}
	whole, decimals, _ := strings.Cut(text, ".")
	decimals = strings.TrimRight(decimals, "0")
	for i := len(whole) - 3; i > 0 && len(whole) > 4; i -= 3 {
		whole = whole[:i] + w.thousands + whole[i:]
	}
	if decimals != "" {
		decimals = w.point + decimals
	}
	return sign + whole + decimals
}

// short returns v with some three digits.
func (w words) short(v *big.Rat) string {
	size := new(big.Rat).Abs(v)
	switch {
	case size.Cmp(big.NewRat(10, 1)) >= 0:
		return w.number(v, 1)
	case size.Cmp(big.NewRat(1, 1)) >= 0:
		return w.number(v, 2)
	}
	return w.number(v, 3)
}

// unit returns what the figures of a measure are in: billion US dollars.
func (w words) unit(m measure) string {
	name, ok := w.units[m.unit]
	if !ok {
		name = string(m.unit)
	}
	scaled := w.in[m.zeros]
	switch {
	case scaled == "":
		return name
	case w.tag == language.Chinese:
		return scaled + name
	case w.units[m.unit] == "" && strings.HasSuffix(scaled, " de"):
		return scaled + " " + name
	}
	return scaled + " " + name
}

var statusOrder = []lac.ProjectStatus{
	lac.StatusCompleted, lac.StatusImplementation, lac.StatusCommitment, lac.StatusPledge, lac.StatusSuspended, lac.StatusCancelled, "",
}
