package lexicon

// Portuguese is what numbers, hedges and their neighbours look like in
// Portuguese. A bilhão (Brazil) is a thousand million, a bilião (Portugal) a
// million million.
var Portuguese = Language{
	Frequent:    "cerca, de, por, que, para, mil, dólares, países, se, o, os, do, da, em, não, com, uma, um, na, no, ao, e, é, são, milhões, foi, mais, à, das, pelo, anos, bilhões, cento, até, dois",
	Months:      "janeiro; fevereiro; março; abril; maio; junho; julho; agosto; setembro; outubro; novembro; dezembro",
	ShortMonths: "jan; fev; mar; abr; mai; jun; jul; ago; set; out; nov; dez",
	Nouns:       portugueseNouns,
	Populations: "população, habitantes, usuários, pessoas, consumidores",
	PageWords:   "página, pág.",
	Claims:      portugueseClaims,
	Tag:         "pt", DottedOrdinals: true, CommaSplits: true, SpaceGroups: true, NounFirst: true, LongScale: true, Loose: true,
	Cardinals: map[string]int64{
		"zero": 0, "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9,
		"dez": 10, "onze": 11, "doze": 12, "treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17,
		"dezoito": 18, "dezenove": 19, "dezanove": 19,
		"vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "cinqüenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90,
		"cem": 100, "cento": 100, "duzentos": 200, "trezentos": 300, "quatrocentos": 400, "quinhentos": 500, "seiscentos": 600, "setecentos": 700, "oitocentos": 800, "novecentos": 900,
		"duzentas": 200, "trezentas": 300, "quatrocentas": 400, "quinhentas": 500, "seiscentas": 600, "setecentas": 700, "oitocentas": 800, "novecentas": 900,
	},
	Scales: map[string]int64{
		"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9, "trilhão": 1e12, "trilhões": 1e12, "bilião": 1e12, "biliões": 1e12,
		"quatrilhão": 1e15, "quatrilhões": 1e15, "trilião": 1e18, "triliões": 1e18, "quintilhão": 1e18, "quintilhões": 1e18,
	},
	Collectives: map[string]int64{
		"dúzia": 12, "dz": 12, "doz": 12, "dúz": 12, "dúzias": 12, "dezena": 10, "dezenas": 10, "par": 2, "vintena": 20, "centena": 100, "centenas": 100, "milhar": 1000, "milhares": 1000, "quinzena": 15,
	},
	Ordinals: gendered(map[string]int64{
		"primeiro": 1, "segundo": 2, "terceiro": 3, "quarto": 4, "quinto": 5, "sexto": 6, "sétimo": 7, "oitavo": 8, "nono": 9,
		"décimo": 10, "undécimo": 11, "duodécimo": 12, "vigésimo": 20, "trigésimo": 30, "quadragésimo": 40, "quinquagésimo": 50, "sexagésimo": 60,
		"septuagésimo": 70, "setuagésimo": 70, "octogésimo": 80, "nonagésimo": 90,
		"centésimo": 100, "ducentésimo": 200, "trecentésimo": 300, "tricentésimo": 300, "quadringentésimo": 400, "quingentésimo": 500, "sexcentésimo": 600, "seiscentésimo": 600,
		"septingentésimo": 700, "setingentésimo": 700, "octingentésimo": 800, "noningentésimo": 900, "nongentésimo": 900, "milésimo": 1e3, "milionésimo": 1e6, "bilionésimo": 1e9,
	}, nil),
	Parts: map[string]int64{
		"meio": 2, "meia": 2, "terço": 3, "quarto": 4, "quinto": 5, "sexto": 6, "sétimo": 7, "oitavo": 8, "nono": 9, "décimo": 10, "vigésimo": 20, "trigésimo": 30, "centésimo": 100, "milésimo": 1000, "milésima": 1000, "centésima": 100, "décima": 10, "milionésimo": 1e6, "milionésima": 1e6, "bilionésimo": 1e9, "bilionésima": 1e9, "trilionésimo": 1e12,
	},
	ManyParts: map[string]int64{
		"terços": 3, "quartos": 4, "quintos": 5, "sextos": 6, "sétimos": 7, "oitavos": 8, "nonos": 9, "décimos": 10, "vigésimos": 20, "trigésimos": 30, "centésimos": 100, "milésimos": 1000, "milésimas": 1000, "centésimas": 100, "décimas": 10, "milionésimos": 1e6, "milionésimas": 1e6, "bilionésimos": 1e9, "bilionésimas": 1e9, "trilionésimos": 1e12,
	},
	Alone:           map[string]int64{"metade": 2},
	PartWords:       "parte, partes",
	OrdinalSuffixes: "º, ª, o, a, os, as, °",
	Suffixes:        map[string]int64{"k": 1e3, "m": 1e6, "mi": 1e6, "bi": 1e9, "bn": 1e9, "tri": 1e12, "mn": 1e6},
	And:             "e", Articles: "um, uma", Halves: "meio, meia", Point: "vírgula, ponto", Round: "cem", Minus: "menos",
	Times: map[string]int64{
		"dobro": 2, "dobrou": 2, "dobrar": 2, "dobraram": 2, "dobra": 2, "dobrado": 2, "dobrará": 2, "duplicou": 2, "duplicar": 2, "duplicaram": 2, "duplicado": 2, "duplo": 2, "dupla": 2,
		"triplo": 3, "triplicou": 3, "triplicar": 3, "triplicaram": 3, "triplicado": 3, "quádruplo": 4, "quadruplicou": 4, "quadruplicar": 4, "quadruplicado": 4, "quadruplicaram": 4, "quíntuplo": 5, "quintuplicou": 5, "quintuplicar": 5,
	},
	Vague: map[string]string{
		"vários": "several", "várias": "several", "muitos": "many", "muitas": "many", "numerosos": "numerous", "numerosas": "numerous", "inúmeros": "numerous", "inúmeras": "numerous",
		"diversos": "several", "diversas": "several", "alguns": "several", "algumas": "several", "múltiplos": "numerous", "múltiplas": "numerous",
	},
	Plurals: map[string]int64{
		"dúzias": 12, "dezenas": 10, "centenas": 100, "milhares": 1e3, "milhões": 1e6, "bilhões": 1e9, "trilhões": 1e12, "biliões": 1e12,
	},
	Hedges: Hedges{
		Over: "mais de, acima de, superior a, superiores a, superou, supera, superam, superaram, superar, superará, ultrapassa, ultrapassou, ultrapassam, ultrapassaram, ultrapassar, ultrapassando, superando, maior que, maior do que, mais que, mais do que, " +
			"excede, excedeu, excederam, acima dos, superior aos",
		AtLeast: "pelo menos, ao menos, no mínimo, não menos de, não menos que, um mínimo de, mínimo de",
		Under:   "menos de, abaixo de, inferior a, inferiores a, menor que, menos que, menos do que, menor do que, abaixo dos",
		UpTo:    "até, no máximo, não mais de, não mais que, um máximo de, máximo de",
		Nearly:  "quase, perto de, próximo de, próximo a, próximos a, próximos de, pouco menos de, beirando, beirou, beira, beiram, beiraram, encostou em, encostou nos, encostando em, se aproximou de, se aproximou dos, aproximou-se de, aproximou-se dos, se aproxima de, se aproxima dos, se aproximam de, perto dos",
		About: "rondou, ronda, rondam, rondaram, rondando, rondava, cerca de, em torno de, ao redor de, aproximadamente, uns, umas, por volta de, mais ou menos, estimado em, estimada em, aprox., aprox, na casa de, na casa dos, na ordem de, da ordem de, à volta de, " +
			"apenas, em torno dos",
	},
	After: Hedges{
		Over:    "e poucos, e poucas, e tantos, e tantas, +",
		AtLeast: "ou mais, em diante, no mínimo, pelo menos",
		UpTo:    "ou menos, no máximo",
		About:   "aproximadamente, mais ou menos",
	},
	Degrees: "muito, bem, um pouco, pouco, bastante, ligeiramente",
	From:    "de, desde, dos, entre os", To: "a, até, ao, aos, às", Between: "entre, entre os, entre as",
	FullOf: "de",
	Moves: "subir, sobe, subiu, subiram, crescer, cresce, cresceu, cresceram, crescimento, aumentar, aumenta, aumentou, aumentaram, aumento, passar, passa, passou, passaram, passando, passado, cair, cai, caiu, caíram, queda, " +
		"reduzir, reduz, reduziu, redução, diminuiu, diminuir, elevou, elevar, ascendeu, saltou, saltar, crescendo, aumentando, caindo, subindo, ampliou, ampliar, recuou, expandiu, subiria, subirá, cresceria, crescerá, aumentaria, aumentará, cairia, cairá, passaria, passará, reduziria, reduzirá, elevaria, elevará, avançou, avançar, desceu, descer, encolheu, revisou, foi, ir, vai, " +
		"reduziram, diminuíram, elevaram, ascenderam, saltaram, ampliaram, recuaram, recuar, expandiram, avançaram, desceram, encolheram, encolher, despencou, despencaram, despencar, disparou, dispararam, disparar, desabou, desabaram, desabar, contraiu, contraíram, retraiu, retraíram, tombou, tombaram, " +
		"recuperou, recuperaram, recuando, avançando, diminuindo, crescido, caído, subido, recuado, avanço, recuo, alta, elevação, diminuição, retração, baixa, baixou, baixaram",
	Names: "iso, versão, agenda, grupo dos, covid, grupo de",
	Refs: "resolução, artigo, artigos, art., seção, secção, n.º, nº, n°, número, no., página, páginas, pág., p., parágrafo, cláusula, decreto, lei, capítulo, anexo, quadro, tabela, gráfico, figura, volume, inciso, tel., tel, telefone, fax, " +
		"documento, norma, regra, diretiva, nota, sala, linha",
	DateOf:      "de, do",
	Clock:       "am, pm",
	Determiners: "o, a, os, as, um, uma, seus, suas, esses, essas, estes, estas",
	Weighs:      "pesa, pesou, pesam, pesava, peso, pesar, perdeu",
	With:        "com",
	According:   "segundo, segunda", Weekdays: "feira",
	OutOf:    "em cada, de cada, por cada, a cada",
	Homonyms: "real, reais, sol, peso, coroa, libra, franco, boliviano, won, rand, balboa, córdoba, lira, centavo, cêntimo, marco, guarani, kip, florim, escudo",
	NotOne:   "cada, nenhum, algum, o, este, esse, outro",
	Avos:     "avos, avo",
	Years:    "em, desde, para, até, antes de, depois de, durante, ano, anos, de, do, a, ao, entre, fins de, início de, final de, o ano, e, que, contra, verão, outono, inverno, primavera",
	Pronouns: "cada, nenhum, algum, o, a, de, do, da, outro, que, é, mais",
	Ones:     "um, uma",
	Stops: "de, do, da, dos, das, em, no, na, nos, nas, a, ao, aos, à, às, por, pelo, pela, para, com, sem, sobre, e, ou, nem, o, os, as, um, uma, que, qual, quem, onde, quando, enquanto, como, seu, sua, seus, suas, este, esta, é, são, era, eram, foi, foram, " +
		"ser, há, tem, têm, tinha, será, serão, se, não, mais, menos, entre, até, desde, durante, após, segundo, contra, sob, mas, porque, também, já, muito, lhe, cada, agora, hoje, ontem, respectivamente, anuais, anual",
	Modifiers: "mais, novos, novas, outros, outras, os, as, grandes, principais, de, primeiros, primeiras, últimos, últimas, próximos, próximas, novo, nova",
}
