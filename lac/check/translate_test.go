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
	{"with the 8 that are missing from China's books: 500.591 bn USD",
		"con los 8 que faltan según las cifras propias de China: 500.591 millones de dólares",
		"com os 8 que faltam segundo os números próprios da China: US$ 500,591 bilhões",
		"计入缺少的8个成员（取自中国自身统计）：5005.91亿美元"},
	{"decided at 5 years, 1 year higher", "se decide con 5 años, 1 año más", "decide-se com 5 anos, 1 ano a mais", "到5年即可判断，需再多1年"},
	{"57 projects above the stated figure", "57 proyectos por encima de la cifra dada", "57 projetos acima do número dado", "比所称数字多57个项目"},
	{"2019, not 2024: the last year that the data decide",
		"2019, no 2024: el último año que los datos permiten decidir",
		"2019, não 2024: o último ano que os dados permitem decidir",
		"为2019年而非2024年：数据能够判断的最后一年"},
	{"neither a part nor the whole: counts records, of which several may be of one; the source's window is 2000/2021",
		"ni una parte ni el todo: cuenta registros, y varios pueden ser de un mismo proyecto; la fuente abarca 2000-2021",
		"nem uma parte nem o todo: conta registros, e vários podem ser de um mesmo projeto; a fonte abrange 2000-2021",
		"既非部分也非整体：按记录计，数条可能同属一个项目；来源时段为2000年至2021年"},
	{"place as stated, ECLAC", "puesto declarado, la CEPAL", "posição declarada, a Cepal", "所称名次，拉美经委会数据"},
	{"United States 760.949 bn USD; Germany from 39.167 bn to 62.681 bn USD",
		"Estados Unidos: 760.949 millones de dólares; Alemania: entre 39.167 y 62.681 millones de dólares",
		"Estados Unidos: US$ 760,949 bilhões; Alemanha: entre US$ 39,167 bilhões e US$ 62,681 bilhões",
		"美国：7609.49亿美元；德国：391.67亿至626.81亿美元"},
	{"Guyana Times (basis: not stated) gives 269 bn USD for 2014 and nothing on the same basis for 2024.",
		"Guyana Times (base: una fuente que no lo indica) da 269.000 millones de dólares para 2014 y nada sobre la misma base para 2024.",
		"Guyana Times (base: uma fonte que não o indica) dá US$ 269 bilhões para 2014 e nada sobre a mesma base para 2024.",
		"Guyana Times（依据：未注明来源的资料）给出2014年为2690亿美元，但没有2024年同一口径的数字。"},
	{"The trade of Latin America and the Caribbean with all its large partners in 2024: the competition set. Years with data: 2000-2019.",
		"El comercio de América Latina y el Caribe con todos sus grandes socios en 2024: el conjunto de competidores. Años con datos: 2000-2019.",
		"O comércio da América Latina e Caribe com todos os seus grandes parceiros em 2024: o conjunto de concorrentes. Anos com dados: 2000-2019.",
		"拉丁美洲和加勒比地区2024年与所有主要伙伴的贸易，即可比对象。有数据的年份：2000-2019年。"},
	{"sum of 106 cells of records by recipient, sector and status, completed = 234 records",
		"suma de 106 casillas de «registros por país receptor, sector y estado, terminados» = 234 registros",
		"soma de 106 células de “registros por país receptor, setor e situação, concluídos” = 234 registros",
		"“按受援国、部门和状态列出的记录，已完工”中106格之和 = 234条记录"},
	{"24 of 26 covered, 0 missing, 2 unknown",
		"24 de 26 con registro, 0 sin él, 2 de los que nada se sabe",
		"24 de 26 com registro, 0 sem ele, 2 sobre os quais nada se sabe",
		"26个中24个有记录，0个没有，2个不明"},
	{"Due by 2027-12-31; no record shows a delivery yet.",
		"Vence el 31 de diciembre de 2027; aún ningún registro muestra una entrega.",
		"Vence em 31 de dezembro de 2027; ainda nenhum registro mostra uma entrega.",
		"2027年12月31日到期；尚无兑现记录。"},
	{"699 of 1095 days of the window gone by on 2026-11-30.",
		"Hasta el 30 de noviembre de 2026 han pasado 699 de los 1095 días del plazo.",
		"Em 30 de novembro de 2026 passaram 699 dos 1.095 dias do prazo.",
		"截至2026年11月30日，期限1095天中已过699天。"},
	{"300 people a year for 3 years.", "300 personas al año durante 3 años.", "300 pessoas por ano durante 3 anos.", "每年300人，为期3年。"},
	{"2015-01-08/2015-01-09", "del 8 al 9 de enero de 2015", "de 8 a 9 de janeiro de 2015", "2015年1月8日至9日"},
	{"2014-07-17/2014-08-16", "del 17 de julio al 16 de agosto de 2014", "de 17 de julho a 16 de agosto de 2014", "2014年7月17日至8月16日"},
	{"2024-Q2", "el segundo trimestre de 2024", "o segundo trimestre de 2024", "2024年第二季度"},
	{"nothing known", "sin datos", "sem dados", "无数据"},
	{"Brazil, of CELAC, 33 members", "Brasil, de CELAC, 33 miembros", "Brasil, de Celac, 33 membros", "巴西，占拉共体，33个成员"},
	{"Central America without Mexico, 7 members", "Centroamérica sin México, 7 miembros", "América Central sem o México, 7 membros", "中美洲（不含墨西哥），7个成员"},
	{"a lower bound: H6:2603 alone", "cota inferior: solo H6:2603", "limite inferior: só H6:2603", "下限：仅H6:2603"},
	{"times 100 = nothing known", "por 100 = sin datos", "vezes 100 = sem dados", "乘以100 = 无数据"},
	{"The claim says 10,000 scholarships, the pledge on record 3,500 scholarships (government).",
		"La afirmación dice 10.000 becas; la promesa registrada, 3500 becas (government).",
		"A afirmação diz 10.000 bolsas de estudo; a promessa registrada, 3.500 bolsas de estudo (government).",
		"声明称1万个奖学金名额，而承诺记录为3500个奖学金名额（government）。"},
	{"A record of an agreement on belt and road of China and Peru in 2019.",
		"Un registro de un acuerdo (belt and road) entre China y Perú en 2019.",
		"Um registro de um acordo (belt and road) entre a China e o Peru em 2019.",
		"中国与秘鲁2019年的协议（belt and road）记录。"},
	{"No pledge \"p1\" made by 2025-06-09 in the dataset.",
		"El conjunto de datos no tiene la promesa «p1» hecha hasta el 9 de junio de 2025.",
		"O conjunto de dados não tem a promessa “p1” feita até 9 de junho de 2025.",
		"数据集中没有截至2025年6月9日的承诺“p1”。"},
	{"The claim does not name this index of prices: from 2019 to 2022 two indexes may draw apart by 3.5 percent.",
		"La afirmación no nombra este índice de precios: de 2019 a 2022 dos índices pueden separarse un 3,5 %.",
		"A afirmação não nomeia este índice de preços: de 2019 a 2022 dois índices podem afastar-se 3,5%.",
		"声明未指明该价格指数：2019年至2022年两种指数可能相差3.5%。"},
	{"figure: at least 518.4 bn USD, was none", "cifra: al menos 518.400 millones de dólares, antes ninguno", "número: pelo menos US$ 518,4 bilhões, antes nenhum", "数字：至少5184亿美元，原为无"},
	{"period: ../2025-06-09, was 2025/2027", "periodo: hasta el 9 de junio de 2025, antes 2025-2027", "período: até 9 de junho de 2025, antes 2025-2027", "时期：截至2025年6月9日，原为2025年至2027年"},
	{"Exports of \"$121.7 billion\" and imports of 119 bn USD make from 240.15 bn to under 241.25 bn USD, not \"$230 billion\". If digits were cut, not rounded, it can be.",
		"Exportaciones por \"$121.7 billion\" e importaciones por 119.000 millones de dólares suman entre 240.150 y 241.250 millones de dólares, no \"$230 billion\". Si se cortaron cifras, sin redondear, puede ser.",
		"Exportações de \"$121.7 billion\" e importações de US$ 119 bilhões somam entre US$ 240,15 bilhões e US$ 241,25 bilhões, não \"$230 billion\". Se os dígitos foram cortados, sem arredondar, pode ser.",
		"出口\"$121.7 billion\"与进口1190亿美元合计为2401.5亿至2412.5亿美元，而不是\"$230 billion\"。如系截尾而非四舍五入，则有可能。"},
	{"489 mn USD is off by a factor of 1,000: the records have 489 bn USD.",
		"489 millones de dólares se desvía por un factor de 1000: los registros tienen 489.000 millones de dólares.",
		"US$ 489 milhões desvia-se por um fator de 1.000: os registros têm US$ 489 bilhões.",
		"4.89亿美元相差1000倍：记录为4890亿美元。"},
	{"The figure is that of 2018, not of 2019.", "La cifra es la de 2018, no la de 2019.", "O número é o de 2018, não o de 2019.", "该数字是2018年的，而不是2019年的。"},
	{"Right of Brazil, not of Mexico.", "Es correcto para Brasil, no para México.", "Está certo para o Brasil, não para o México.", "对巴西成立，而不是对墨西哥。"},
	{"It holds on: China's books (CELAC, 33 members). It does not hold on: CELAC's own books (the 25 reporters with both years).",
		"Se cumple según: las cifras propias de China (CELAC, 33 miembros). No se cumple según: las cifras propias de la CELAC (los 25 miembros que informan de ambos años).",
		"Confirma-se segundo: os números próprios da China (Celac, 33 membros). Não se confirma segundo: os números próprios da Celac (os 25 membros que informam os dois anos).",
		"成立的依据：中国自身统计（拉共体，33个成员）。不成立的依据：拉共体自身统计（两年均有申报的25个成员）。"},
	{"hedge: over, was nearly", "matiz: más de, antes casi", "ressalva: mais de, antes quase", "限定词：超过，原为近"},
	{"scope: none, was Red ALC-China Monitor", "alcance: ninguno, antes Red ALC-China Monitor", "alcance: nenhum, antes Red ALC-China Monitor", "范围：无，原为Red ALC-China Monitor"},
	{"Of Central America, 8 members it does not hold; of what else the name stands for the records leave it open.",
		"No se cumple para Centroamérica, 8 miembros; para lo demás que designa el nombre, los registros no lo deciden.",
		"Não se confirma para América Central, 8 membros; para o mais que o nome designa, os registros não decidem.",
		"就中美洲，8个成员而言不成立；就该名称的其他含义而言，记录无法判断。"},
	{"not a part of what it is held against", "no es parte de aquello con lo que se compara", "não é parte daquilo com que se compara", "并非所比整体的一部分"},
	{"The claim's figure is round: 518.467 bn USD comes to it in round numbers.",
		"La cifra de la afirmación es redonda: 518.467 millones de dólares equivale a ella en números redondos.",
		"O número da afirmação é redondo: US$ 518,467 bilhões equivale a ele em números redondos.",
		"声明的数字是整数：5184.67亿美元取整即为该数。"},
	{"1 record", "1 registro", "1 registro", "1条记录"},
	{"17,000 scholarships", "17.000 becas", "17.000 bolsas de estudo", "1.7万个奖学金名额"},
	{"2nd", "2.º", "2º", "第2位"},
	{"from 518.35 bn to under 518.5 bn USD", "entre 518.350 y 518.500 millones de dólares", "entre US$ 518,35 bilhões e US$ 518,5 bilhões", "5183.5亿至5185亿美元"},
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

// What a claim of a text lacks is said in the language too.
func TestTranslateMissing(t *testing.T) {
	for line, want := range map[string]string{
		"the date of the text":                             "la fecha del texto",
		`a place among trading partners: "mayor socio"`:    `un puesto entre los socios comerciales: "mayor socio"`,
		"a statement of fact: somebody denies it":          "una afirmación de un hecho: alguien lo niega",
		"the year: it is what it came to since 2013-01-01": "el año: es lo que sumó desde 2013-01-01",
	} {
		if got := check.Translate(line, language.Spanish, nil); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
