package check_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/check"
)

// A line in three languages: Spanish, Portuguese, Chinese.
var translated = []struct{ line, es, pt, zh string }{
	{"CELAC, 25 of 33 members with both figures",
		"CELAC, 25 de 33 miembros con ambas cifras",
		"Celac, 25 de 33 membros com ambos os números",
		"拉共体，33个成员中有双向数据的25个"},
	{"CELAC, 25 of 33 members with both figures, the rest from China's books and years nearby",
		"CELAC, 25 de 33 miembros con ambas cifras, el resto según las cifras propias de China y los años cercanos",
		"Celac, 25 de 33 membros com ambos os números, o resto segundo os números próprios da China e os anos próximos",
		"拉共体，33个成员中有双向数据的25个，其余取自中国自身统计和相近年份"},
	{"a row of somebody's own, as published",
		"a row of somebody's own, según se publicó",
		"a row of somebody's own, conforme publicado",
		"a row of somebody's own，按公布数"},
	{"2024: sum of 50 records = 491.676 bn USD",
		"2024: suma de 50 registros = 491.676 millones de dólares",
		"2024: soma de 50 registros = US$ 491,676 bilhões",
		"2024年：50条记录之和 = 4916.76亿美元"},
	{"../2025-05-13: over 200 projects as published by CGTN, at Qatar Press",
		"hasta el 13 de mayo de 2025: más de 200 proyectos, según publica CGTN, at Qatar Press",
		"até 13 de maio de 2025: mais de 200 projetos, conforme publica CGTN, at Qatar Press",
		"截至2025年5月13日：超过200个项目（CGTN, at Qatar Press公布）"},
	{"CNY at 7.1957 CNY per USD, average of 2024 (fed) = at least 509.991 bn USD",
		"a 7,1957 yuanes por dólar, promedio de 2024 (fed) = al menos 509.991 millones de dólares",
		"a 7,1957 yuans por dólar, média de 2024 (fed) = pelo menos US$ 509,991 bilhões",
		"按1美元=7.1957元人民币，2024年平均（fed）折算 = 至少5099.91亿美元"},
	{"a lower bound: without Cuba, Dominica, Haiti and 19 more",
		"cota inferior: sin Cuba, Dominica, Haití y 19 más",
		"limite inferior: sem Cuba, Dominica, o Haiti e 19 mais",
		"下限：不含古巴、多米尼克、海地及另外19个"},
	{"without Jamaica, St. Vincent & Grenadines, Venezuela",
		"sin Jamaica, San Vicente y las Granadinas y Venezuela",
		"sem a Jamaica, São Vicente e Granadinas e a Venezuela",
		"不含牙买加、圣文森特和格林纳丁斯以及委内瑞拉"},
	{"without Jamaica, South Georgia & South Sandwich Islands, Israel",
		"sin Jamaica, las Islas Georgia del Sur y Sandwich del Sur e Israel",
		"sem a Jamaica, as Ilhas Geórgia do Sul e Sandwich do Sul e Israel",
		"不含牙买加、南乔治亚和南桑威奇群岛以及以色列"},
	{"flips if 2014 were at most 258.777 bn USD; exactly double would need 245.838 bn USD",
		"cambia si 2014 fuera como máximo 258.777 millones de dólares; el doble exacto exigiría 245.838 millones de dólares",
		"muda se 2014 fosse no máximo US$ 258,777 bilhões; o dobro exato exigiria US$ 245,838 bilhões",
		"若2014年至多2587.77亿美元即改变；恰好翻一番则须为2458.38亿美元"},
	{"Broken in 2014 (European Union is ahead by 17.542 bn USD; Brazil is behind by 186.063 bn USD): the run can have begun in 2015 at the earliest.",
		"Se rompe en 2014 (por delante, Unión Europea, con 17.542 millones de dólares más; por detrás, Brasil, con 186.063 millones de dólares menos): la racha no puede haber empezado antes de 2015.",
		"Rompe-se em 2014 (à frente, União Europeia, com US$ 17,542 bilhões a mais; atrás, Brasil, com US$ 186,063 bilhões a menos): a sequência não pode ter começado antes de 2015.",
		"2014年中断（欧盟领先175.42亿美元；巴西落后1860.63亿美元）：连续年份最早始于2015年。"},
	{"held in 2003-2006, 2009; not held in 2002",
		"se cumple en 2003-2006, 2009; no se cumple en 2002",
		"verifica-se em 2003-2006, 2009; não se verifica em 2002",
		"2003-2006、2009年成立，2002年不成立"},
	{"It holds on: China customs (GACC) (CELAC, 33 members); ECLAC (CELAC, 33 members).",
		"Se cumple según: la Aduana de China (CELAC, 33 miembros); la CEPAL (CELAC, 33 miembros).",
		"Confirma-se segundo: a Alfândega da China (Celac, 33 membros); a Cepal (Celac, 33 membros).",
		"成立的依据：中国海关统计（拉共体，33个成员）；拉美经委会数据（拉共体，33个成员）。"},
	{"ties since 2023-03-26, the source's window ends 2021-12-31",
		"relaciones desde el 26 de marzo de 2023; la fuente llega hasta el 31 de diciembre de 2021",
		"relações desde 26 de março de 2023; a fonte vai até 31 de dezembro de 2021",
		"2023年3月26日建交，来源时段止于2021年12月31日"},
	{"17,000 scholarships", "17.000 becas", "17.000 bolsas de estudo", "1.7万个奖学金名额"},
	{"2nd", "2nd", "2nd", "2nd"},
	{"A note of the data's own; at 2 o'clock", "A note of the data's own; at 2 o'clock", "A note of the data's own; at 2 o'clock", "A note of the data's own; at 2 o'clock"},
}

func TestTranslate(t *testing.T) {
	for _, row := range translated {
		for tag, want := range map[language.Tag]string{language.English: row.line, language.Spanish: row.es, language.Portuguese: row.pt, language.Chinese: row.zh} {
			if got := check.Translate(row.line, tag, nil); got != want {
				t.Errorf("%v of %q:\n got %q\nwant %q", tag, row.line, got, want)
			}
		}
	}
}

// The data's own words count wherever they stand in a line.
func TestTranslateOwnWords(t *testing.T) {
	own := map[string]string{"a row of its own": "una fila propia", "who; what": "quién; qué"}
	for line, want := range map[string]string{
		"a row of its own":               "una fila propia",
		"a row of its own, as published": "una fila propia, según se publicó",
		"who; what":                      "quién; qué",
		"who":                            "who",
	} {
		if got := check.Translate(line, language.Spanish, own); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
