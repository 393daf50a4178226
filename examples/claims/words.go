package main

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// A page is printed in a language, in lines as wide as a terminal; without one, a fact
// a line.
type page struct {
	io.Writer
	columns int
	tag     language.Tag
}

// say returns a line of a finding in the page's language, or as it is where there are
// no words for it.
func (w *page) say(text string) string { return brief.Say(w.tag, text) }

func (w *page) sayAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = w.say(text)
	}
	return out
}

// period returns a period as the language has it, in English as records do.
func (w *page) period(p lac.Period) string {
	if w.tag == language.English {
		return p.String()
	}
	return brief.During(w.tag, p)
}

// verdict returns a verdict as it stands within a line.
func (w *page) verdict(v check.Verdict) string {
	if w.tag == language.English {
		return string(v)
	}
	return strings.ToLower(check.Finding{Verdict: v}.Word(w.tag))
}

// in returns the program's own words in the page's language.
func (w *page) in(key string) string {
	row, ok := words[key]
	switch {
	case !ok:
		return brief.In(w.tag, key)
	case w.tag == language.Spanish:
		return row[0]
	case w.tag == language.Portuguese:
		return row[1]
	case w.tag == language.Chinese:
		return row[2]
	}
	return key
}

// counted returns a number of claims or conflicts.
func (w *page) counted(n int, what string) string {
	return fmt.Sprintf(w.in("%d "+several(n, what)), n)
}

// counted returns a number of things in English.
func counted(n int, what string) string { return fmt.Sprintf("%d %s", n, several(n, what)) }

func several(n int, what string) string {
	if n == 1 {
		return what
	}
	return what + "s"
}

// words are the program's own in Spanish, Portuguese and Chinese, by the English ones;
// the others are those of a briefing.
var words = map[string][3]string{
	"said":      {"dicho", "dito", "原话"},
	"right if":  {"cierto si", "certo se", "成立条件"},
	"reading":   {"lectura", "leitura", "口径"},
	"base year": {"año base", "ano-base", "基年"},
	"also said": {"también", "também", "另有说法"},
	"note":      {"nota", "nota", "注"},
	"covered":   {"con datos", "com dados", "有记录"},
	"unknown":   {"se ignora", "ignorado", "不明"},
	"digest":    {"resumen", "resumo", "摘要值"},

	"parts":      {"partes", "partes", "合计"},
	"ratio":      {"razón", "razão", "比率"},
	"twice":      {"dos veces", "duas vezes", "重复"},
	"scale":      {"escala", "escala", "量级"},
	"magnitude":  {"magnitud", "magnitude", "悬殊"},
	"entity":     {"área", "área", "对象"},
	"period":     {"periodo", "período", "时期"},
	"stock-flow": {"saldo", "estoque", "存流量"},
	"per-year":   {"por año", "por ano", "每年"},
	"percent":    {"porcentaje", "percentual", "百分比"},
	"scope":      {"alcance", "alcance", "范围"},
	"basis":      {"cuentas", "contas", "账目"},
	"records":    {"registros", "registros", "记录"},

	"%d claim":     {"%d afirmación", "%d afirmação", "%d条说法"},
	"%d claims":    {"%d afirmaciones", "%d afirmações", "%d条说法"},
	"%d conflict":  {"%d contradicción", "%d contradição", "%d处不一致"},
	"%d conflicts": {"%d contradicciones", "%d contradições", "%d处不一致"},
	"%s, read under the %s policy, on dataset %s": {
		"%s; política %s; conjunto de datos %s", "%s; política %s; conjunto de dados %s", "%s；按%s规则解读；数据集%s"},
	"unnamed": {"sin nombre", "sem nome", "未命名"},

	"What does not fit together, or with the records": {
		"Lo que no concuerda entre sí, o con los registros", "O que não concorda entre si, ou com os registros", "彼此不符或与记录不符之处"},
	"missing %s":               {"falta %s", "falta %s", "缺少%s"},
	"%s figure":                {"cifra %s", "número %s", "%s数字"},
	"no record of %s":          {"sin registro de %s", "sem registro de %s", "无%s的记录"},
	"%d of %d: %s":             {"%d de %d: %s", "%d de %d: %s", "%d/%d：%s"},
	"; changed: ":              {"; cambió: ", "; mudou: ", "；有改动："},
	"%s, %s: %s, of %v [%s]%s": {"%s, %s: %s (%v) [%s]%s", "%s, %s: %s (%v) [%s]%s", "%s，%s：%s（%v）[%s]%s"},
}
