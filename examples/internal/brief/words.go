package brief

import (
	"fmt"
	"html/template"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// said holds the words of the page's frame in Spanish, Portuguese and Chinese, by the
// English ones. Figures and whose books they are of are said in the language; definitions,
// notes and arithmetic are English, and marked as that.
var said = map[string][3]string{
	".":                      {".", ".", "。"},
	"Briefing":               {"Informe", "Informe", "简报"},
	"Skip to the findings":   {"Ir a los resultados", "Ir aos resultados", "跳到结果"},
	"At a glance":            {"De un vistazo", "Em resumo", "概览"},
	"The statement":          {"La declaración", "A declaração", "声明"},
	"Claims":                 {"Afirmaciones", "Afirmações", "说法"},
	"Trade by year":          {"Comercio por año", "Comércio por ano", "逐年贸易"},
	"By partner":             {"Por socio", "Por parceiro", "按伙伴"},
	"Trade by partner":       {"Comercio por socio", "Comércio por parceiro", "按伙伴的贸易"},
	"Published totals":       {"Totales publicados", "Totais publicados", "公布的总数"},
	"Pledges":                {"Promesas", "Promessas", "承诺"},
	"Pledges as of":          {"Promesas al", "Promessas em", "承诺，截至"},
	"Sources":                {"Fuentes", "Fontes", "来源"},
	"As reported":            {"Según lo publicado", "Conforme publicado", "原话"},
	"Right if":               {"Cierto si", "Certo se", "成立条件"},
	"Missing":                {"Falta", "Falta", "缺少"},
	"Note":                   {"Nota", "Nota", "注"},
	"Witnesses":              {"Testigos", "Testemunhas", "佐证"},
	"Beside it":              {"Además", "Além disso", "此外"},
	"The records say":        {"Los registros dicen", "Os registros dizem", "记录所示"},
	"Verdict":                {"Veredicto", "Veredito", "结论"},
	"Basis":                  {"Base", "Base", "依据"},
	"Margin":                 {"Margen", "Margem", "余量"},
	"No record":              {"Sin registro", "Sem registro", "无记录"},
	"Back to the top":        {"Volver arriba", "Voltar ao início", "回到顶部"},
	"Words and notes":        {"Las palabras y las notas", "As palavras e as notas", "原话与注释"},
	"Its text, marked":       {"El texto, con las afirmaciones marcadas", "O texto, com as afirmações marcadas", "全文，标出各说法"},
	"Not held":               {"Sin contrastar con los registros", "Sem confronto com os registros", "未与记录对照"},
	"No claim":               {"No se halló ninguna afirmación que los registros puedan responder.", "Não se achou afirmação que os registros possam responder.", "没有找到记录可以回答的说法。"},
	"China’s trade by year":  {"El comercio de China con América Latina y el Caribe por año", "O comércio da China com a América Latina e o Caribe por ano", "中国与拉美和加勒比逐年贸易"},
	"Published against":      {"Totales publicados frente a los registros", "Totais publicados frente aos registros", "公布的总数与记录对照"},
	"Two books":              {"Dos libros del mismo comercio: exportaciones e importaciones juntas", "Dois livros do mesmo comércio: exportações e importações juntas", "同一贸易的两本账：进出口合计"},
	"China customs":          {"Aduana de China", "Alfândega da China", "中国海关"},
	"Members’ own books":     {"Libros de los miembros", "Livros dos membros", "成员自己的账"},
	"Pledges in time":        {"Las promesas en el tiempo", "As promessas no tempo", "承诺时间表"},
	"The largest partners":   {"Los mayores socios", "Os maiores parceiros", "最大的伙伴"},
	"China’s exports to":     {"Exportaciones de China", "Exportações da China", "中国出口"},
	"China’s imports from":   {"Importaciones de China", "Importações da China", "中国进口"},
	"All years as a table":   {"Todos los años en una tabla", "Todos os anos em uma tabela", "逐年数据表"},
	"The ten largest, table": {"Los diez mayores, y todos en una tabla", "Os dez maiores, e todos em uma tabela", "前十名与全部数据表"},
	"Meta": {
		"Las cifras se leen según la política %s; promesas al %s. Los números entre corchetes son fuentes.",
		"As cifras são lidas segundo a política %s; promessas em %s. Os números entre colchetes são fontes.",
		"数字按%s规则解读；承诺截至%s。方括号中的数字为来源。",
	},
	"Readings of claim":                 {"Lecturas de la afirmación", "Leituras da afirmação", "各口径，说法"},
	"does not decide":                   {"no decide", "não decide", "不作判断"},
	"Trade by year, billion US dollars": {"Comercio por año, miles de millones de dólares", "Comércio por ano, bilhões de dólares", "逐年贸易，十亿美元"},
	"Year":                              {"Año", "Ano", "年份"},
	"Members reporting":                 {"Miembros que informan", "Membros que informam", "上报成员"},
	"Partner":                           {"Socio", "Parceiro", "伙伴"},
	"Exports":                           {"Exportaciones", "Exportações", "出口"},
	"Imports":                           {"Importaciones", "Importações", "进口"},
	"Turnover":                          {"Intercambio", "Corrente de comércio", "进出口"},
	"Balance":                           {"Saldo", "Saldo", "差额"},
	"Share %":                           {"Parte %", "Parte %", "占比%"},
	"China’s flows":                     {"Exportaciones e importaciones son de China, hacia el socio y desde él.", "Exportações e importações são da China, para o parceiro e dele.", "出口和进口均从中国一方计。"},
	"Pledge":                            {"Promesa", "Promessa", "承诺"},
	"State":                             {"Estado", "Situação", "状态"},
	"How it stands":                     {"Cómo va", "Como está", "进展"},
	"Window":                            {"Plazo", "Prazo", "期限"},
	"Source":                            {"Fuente", "Fonte", "来源"},
	"no end named":                      {"sin plazo", "sem prazo", "未定期限"},
	"Totals, taken apart":               {"Totales, desglosados", "Totais, decompostos", "总数，逐项分解"},
	"Claim":                             {"Afirmación", "Afirmação", "说法"},
	"How claims are marked":             {"Cómo se marcan las afirmaciones", "Como se marcam as afirmações", "说法的标记方式"},
	"Sections":                          {"Secciones", "Seções", "各部分"},
	"In time":                           {"En el tiempo", "No tempo", "时间表"},
}

// english holds the words that are too long to be their own key.
var english = map[string]string{
	"China’s flows":          "Exports and imports are China’s, to and from the partner.",
	"Meta":                   "Figures are read under the %s policy; pledges as of %s. Numbers in brackets are sources.",
	"Words and notes":        "The words, and notes",
	"Its text, marked":       "Its text, with the claims marked",
	"Not held":               "Not held against the records",
	"No claim":               "No claim was found that records could answer.",
	"China’s trade by year":  "China’s trade with Latin America and the Caribbean by year",
	"Published against":      "Published totals against the records",
	"Two books":              "Two books of the same trade: exports and imports together",
	"The ten largest, table": "The ten largest as bars, and all as a table",
}

// wordsIn returns an interval in words of a language.
func wordsIn(tag language.Tag, i interval.Interval, u lac.Unit) string {
	if tag == language.English {
		return check.Text(i, u)
	}
	return check.Reading{Interval: i, Unit: u}.Words(tag)
}

// booksIn returns whose books a basis has, in words of a language.
func booksIn(tag language.Tag, b check.Basis) string {
	if tag == language.English {
		return b.Books
	}
	return b.Words(tag)
}

// englishIn marks what is English on a page of another language.
func englishIn(tag language.Tag) template.HTMLAttr {
	if tag == language.English {
		return ""
	}
	return ` lang="en"`
}

// in returns words of the frame in a language of the briefing, by their key.
func in(tag language.Tag, key string) string {
	base, _ := tag.Base()
	switch base.String() {
	case "es":
		return said[key][0]
	case "pt":
		return said[key][1]
	case "zh":
		return said[key][2]
	}
	if long, ok := english[key]; ok {
		return long
	}
	return key
}

var months = [2][12]string{
	{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
}

// dayIn writes a day as a language does.
func dayIn(tag language.Tag, d lac.Date) string {
	base, _ := tag.Base()
	switch base.String() {
	case "es":
		return fmt.Sprintf("%d de %s de %d", d.Day(), months[0][d.Month()-1], d.Year())
	case "pt":
		return fmt.Sprintf("%d de %s de %d", d.Day(), months[1][d.Month()-1], d.Year())
	case "zh":
		return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month(), d.Year())
}
