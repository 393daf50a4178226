package lexicon

// Spanish is what numbers, hedges and their neighbours look like in Spanish.
// It has the long scale: a billón is a million million.
var Spanish = Language{
	Frequent:    "el, los, las, y, del, en, con, una, fue, más, al, su, es, un, la, hay, son, millones, millón, años, dos, ciento, hasta, cerca, de, por, que, para, mil, dólares, países, se",
	Months:      "enero; febrero; marzo; abril; mayo; junio; julio; agosto; septiembre setiembre; octubre; noviembre; diciembre",
	ShortMonths: "ene; feb; mar; abr; may; jun; jul; ago; sep sept; oct; nov; dic",
	Nouns:       spanishNouns,
	Populations: "población, habitantes, usuarios, personas, consumidores",
	PageWords:   "página, pág., pagina",
	Claims:      spanishClaims,
	Tag:         "es", DottedOrdinals: true, CommaGroups: "MX, US, GT, HN, NI, PA, PE, PR, SV, DO, 419, BZ, CU", CommaSplits: true, SpaceGroups: true, TwoWays: true, NounFirst: true, LongScale: true, Tens: true,
	Cardinals: map[string]int64{
		"cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
		"diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
		"veinte": 20, "veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25,
		"veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
		"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
		"cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600,
		"setecientos": 700, "ochocientos": 800, "novecientos": 900,
		"doscientas": 200, "trescientas": 300, "cuatrocientas": 400, "quinientas": 500, "seiscientas": 600, "setecientas": 700, "ochocientas": 800, "novecientas": 900,
	},
	Scales: map[string]int64{
		"mil": 1e3, "millón": 1e6, "millones": 1e6, "millardo": 1e9, "millardos": 1e9, "billón": 1e12, "billones": 1e12, "trillón": 1e18, "trillones": 1e18,
	},
	Collectives: map[string]int64{
		"docena": 12, "dz": 12, "doz": 12, "dozs": 12, "doc": 12, "docenas": 12, "decena": 10, "decenas": 10, "par": 2, "veintena": 20, "quincena": 15, "treintena": 30, "cincuentena": 50,
		"centena": 100, "centenas": 100, "centenar": 100, "centenares": 100, "millar": 1000, "millares": 1000,
	},
	Ordinals: gendered(map[string]int64{
		"primero": 1, "segundo": 2, "tercero": 3, "cuarto": 4, "quinto": 5, "sexto": 6, "séptimo": 7, "sétimo": 7, "octavo": 8, "noveno": 9,
		"décimo": 10, "undécimo": 11, "duodécimo": 12, "decimoprimero": 11, "decimosegundo": 12, "decimotercero": 13, "decimocuarto": 14, "decimoquinto": 15,
		"decimosexto": 16, "decimoséptimo": 17, "decimoctavo": 18, "decimonoveno": 19,
		"vigésimo": 20, "trigésimo": 30, "cuadragésimo": 40, "quincuagésimo": 50, "sexagésimo": 60, "septuagésimo": 70, "octogésimo": 80, "nonagésimo": 90,
		"vigesimoprimero": 21, "vigesimosegundo": 22, "vigesimotercero": 23, "vigesimocuarto": 24, "vigesimoquinto": 25, "vigesimosexto": 26,
		"vigesimoséptimo": 27, "vigesimoctavo": 28, "vigesimonoveno": 29,
		"centésimo": 100, "ducentésimo": 200, "tricentésimo": 300, "cuadringentésimo": 400, "quingentésimo": 500, "sexcentésimo": 600,
		"septingentésimo": 700, "octingentésimo": 800, "noningentésimo": 900, "milésimo": 1e3, "millonésimo": 1e6, "billonésimo": 1e12,
	}, map[string]int64{"primer": 1, "tercer": 3, "decimotercer": 13, "vigesimoprimer": 21, "vigesimotercer": 23}),
	Parts: avos(false, map[string]int64{
		"tercio": 3, "cuarto": 4, "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8, "noveno": 9, "décimo": 10, "décima": 10, "dieciseisavo": 16, "centésimo": 100, "centésima": 100, "milésimo": 1000, "milésima": 1000, "diezmilésima": 1e4, "cienmilésima": 1e5, "millonésima": 1e6, "millonésimo": 1e6, "milmillonésima": 1e9, "milmillonésimo": 1e9, "billonésima": 1e12, "billonésimo": 1e12,
	}),
	ManyParts: avos(true, map[string]int64{
		"tercios": 3, "cuartos": 4, "quintos": 5, "sextos": 6, "séptimos": 7, "octavos": 8, "novenos": 9, "décimos": 10, "décimas": 10, "dieciseisavos": 16, "centésimos": 100, "centésimas": 100,
		"milésimos": 1000, "milésimas": 1000, "diezmilésimas": 1e4, "cienmilésimas": 1e5, "millonésimas": 1e6, "millonésimos": 1e6, "milmillonésimas": 1e9, "milmillonésimos": 1e9, "billonésimas": 1e12, "billonésimos": 1e12,
	}),
	Alone:           map[string]int64{"mitad": 2},
	PartWords:       "parte, partes",
	OrdinalSuffixes: "º, ª, o, a, er, ro, ra, do, da, to, ta, mo, ma, vo, va, no, na, os, as, °, era, ero",
	Suffixes:        map[string]int64{"k": 1e3, "m": 1e6, "mm": 1e6, "mill": 1e6, "bn": 1e9, "mn": 1e6, "mi": 1e6, "mdo": 1e9},
	And:             "y", Articles: "un, una", Halves: "medio, media", Point: "coma, punto", Round: "cien", Minus: "menos",
	Times: map[string]int64{
		"doble": 2, "duplicó": 2, "duplicar": 2, "duplicado": 2, "duplica": 2, "duplicaron": 2, "duplicará": 2, "duplicando": 2, "duplican": 2, "duplicarse": 2,
		"triple": 3, "triplicó": 3, "triplicar": 3, "triplicado": 3, "triplica": 3, "triplicaron": 3, "triplicará": 3, "triplicando": 3,
		"cuádruple": 4, "cuadruplicó": 4, "cuadruplicado": 4, "cuadruplicar": 4, "cuadruplicaron": 4, "quíntuple": 5, "quintuplicó": 5, "quintuplicado": 5, "quintuplicar": 5, "séxtuple": 6,
	},
	Vague: map[string]string{
		"varios": "several", "varias": "several", "muchos": "many", "muchas": "many", "numerosos": "numerous", "numerosas": "numerous",
		"diversos": "several", "diversas": "several", "múltiples": "numerous", "innumerables": "numerous", "algunos": "several", "algunas": "several",
	},
	Plurals: map[string]int64{
		"docenas": 12, "decenas": 10, "cientos": 100, "centenas": 100, "centenares": 100, "miles": 1e3, "millares": 1e3, "millones": 1e6, "billones": 1e12,
	},
	Hedges: Hedges{
		Over: "más de, por encima de, superior a, superiores a, superó, supera, superan, superaron, superar, superará, supere, mayor a, mayor de, mayor que, mayores a, excede, excedió, excedieron, " +
			"sobrepasa, sobrepasó, sobrepasan, rebasa, rebasó, rebasan, más que, arriba de, superado, superando, superaba",
		AtLeast: "al menos, por lo menos, como mínimo, no menos de, un mínimo de, mínimo, cuando menos",
		Under:   "menos de, por debajo de, inferior a, inferiores a, menor a, menor de, menor que, debajo de",
		UpTo:    "hasta, como máximo, no más de, a lo sumo, un máximo de, máximo",
		Nearly:  "casi, cerca de, cerca del, próximo a, cercano a, cercana a, poco menos de, rozando, roza, rozó, rozaron, rozan, cercanos a, se acercó a, se acercaron a, se acerca a, acercándose a, se aproximó a, se aproximaron a, se aproxima a, estuvo cerca de",
		About: "bordeó, bordea, bordean, bordearon, bordeando, rondó, ronda, rondan, rondaron, rondando, rondaba, alrededor de, unos, unas, aproximadamente, en torno a, aproximado de, cerca a, más o menos, aprox., aprox, estimado en, estimada en, alrededor del, alrededor de los, en torno al, " +
			"en torno a los, apenas, del orden de, a eso de",
	},
	After: Hedges{
		Over:    "y pico, y tantos, y tantas, con creces, +",
		AtLeast: "o más, en adelante, como mínimo, al menos, por lo menos",
		UpTo:    "o menos, como máximo",
		About:   "aproximadamente, más o menos, aproximados",
	},
	Degrees: "muy, algo, un poco, bastante, mucho, bien, ligeramente, poco",
	From:    "de, desde, del, de los, desde los, desde el", To: "a, hasta, al, a los, a las", Between: "entre, entre los, entre el, entre las",
	FullOf: "de",
	Moves: "subir, sube, subió, subieron, crecer, crece, creció, crecieron, crecimiento, aumentar, aumenta, aumentó, aumentaron, aumento, pasar, pasa, pasó, pasaron, pasando, pasado, caer, cae, cayó, cayeron, caída, bajar, baja, bajó, bajaron, " +
		"reducir, reduce, redujo, reducirse, reducción, disminuyó, disminuir, incrementó, incrementar, incremento, elevó, elevar, elevarse, ascendió, descendió, saltó, creciendo, aumentando, bajando, subiendo, multiplicó, expandió, ampliar, amplió, subiría, subirá, subirían, crecería, crecerá, crecerían, aumentaría, aumentará, bajaría, bajará, caería, caerá, pasaría, pasará, pasarían, " +
		"reduciría, reducirá, elevaría, elevará, retrocedió, retroceder, avanzó, avanzar, trepó, escaló, rebajó, recortó, recortar, revisó, " +
		"redujeron, disminuyeron, incrementaron, elevaron, ascendieron, descendieron, descender, saltaron, multiplicaron, expandieron, ampliaron, retrocedieron, avanzaron, treparon, escalaron, recortaron, contrajo, contrajeron, contraerse, desplomó, desplomaron, desplomarse, hundió, hundieron, hundirse, " +
		"disparó, dispararon, dispararse, repuntó, repuntaron, repuntar, remontó, remontaron, cayendo, retrocediendo, descendiendo, disminuyendo, incrementándose, aumentado, crecido, caído, bajado, subido, retrocedido, avance, retroceso, descenso, alza, subida, baja, disminución, desplome, repunte",
	Names: "iso, versión, agenda, grupo de los, covid, grupo de",
	Refs: "resolución, artículo, artículos, art., sección, n.º, nº, núm., número, no., página, páginas, pág., p., párrafo, cláusula, decreto, ley, capítulo, anexo, cuadro, tabla, gráfico, figura, volumen, inciso, tel., tel, teléfono, fax, " +
		"documento, norma, regla, directiva, nota, sala, expediente, línea",
	DateOf:      "de, del",
	Clock:       "am, pm, a.m, p.m",
	Determiners: "el, la, los, las, un, una, sus, esos, esas, estos, estas",
	Weighs:      "pesa, pesó, pesan, pesaba, peso, pesar, perdió, perder",
	With:        "con",
	OutOf:       "de cada, por cada, entre cada",
	Homonyms:    "real, reales, sol, peso, corona, libra, franco, boliviano, colón, won, rand, balboa, córdoba, lira, centavo, céntimo, penique, marco, guaraní, kip, rial, florín, escudo, austral",
	LetterMoney: map[string]string{"Q": "GTQ", "L": "HNL"},
	ScaledMoney: map[string]Scaled{
		"mdd": {"USD", 1e6}, "mdp": {"MXN", 1e6}, "mde": {"EUR", 1e6}, "mmdd": {"USD", 1e9}, "mmdp": {"MXN", 1e9},
	},
	NotOne:   "cada, ningún, alguno, el, este, ese, otro",
	Years:    "en, desde, para, hasta, antes de, después de, durante, año, años, de, del, a, al, entre, fines de, principios de, finales de, el año, y, que, contra, desde el, en el, verano, otoño, invierno, primavera",
	Pronouns: "cada, ningún, ninguno, alguno, el, la, lo, de, del, otro, que, es, más",
	Ones:     "uno, una",
	Stops: "de, del, en, a, al, por, para, con, sin, sobre, y, o, e, u, ni, el, la, los, las, un, una, que, cual, quien, donde, cuando, mientras, como, su, sus, este, esta, estos, estas, ese, esa, es, son, era, eran, fue, fueron, ser, " +
		"ha, han, había, hay, será, serán, se, no, más, menos, entre, hasta, desde, durante, tras, según, contra, ante, bajo, pero, si, porque, también, ya, muy, le, les, lo, me, nos, cada, al, ahora, hoy, ayer, respectivamente, anuales, anual, mensuales, diarios",
	Modifiers: "más, nuevos, nuevas, otros, otras, los, las, grandes, principales, de, primeros, primeras, últimos, últimas, próximos, próximas, nuevo, nueva",
}

// avos returns the parts that Spanish names by their cardinals, doceavo, in all
// forms, together with more.
func avos(plural bool, more map[string]int64) map[string]int64 {
	out := map[string]int64{}
	for stem, n := range map[string]int64{
		"once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
		"veinte": 20, "veinticinco": 25, "treint": 30, "treinta": 30, "cuarent": 40, "cuarenta": 40, "cincuent": 50, "cincuenta": 50, "sesent": 60,
		"sesenta": 60, "setent": 70, "setenta": 70, "ochent": 80, "ochenta": 80, "novent": 90, "noventa": 90,
	} {
		for _, ending := range []string{"avo", "ava"} {
			if plural {
				ending += "s"
			}
			out[stem+ending] = n
		}
	}
	for w, n := range more {
		out[w] = n
	}
	return out
}

// gendered returns words in -o with their feminine and plural forms, and more.
func gendered(words, more map[string]int64) map[string]int64 {
	out := map[string]int64{}
	for w, n := range words {
		stem := w[:len(w)-1]
		for _, ending := range []string{"o", "a", "os", "as"} {
			out[stem+ending] = n
		}
	}
	for w, n := range more {
		out[w] = n
	}
	return out
}
