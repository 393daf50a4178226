package grammar

import "github.com/sinolac/sinolac/lac/internal/lexicon"

// spanish is the language's table.
var spanish = romance{&romanceTable{
	verdicts: spanishVerdicts, books: spanishBooks, short: spanishShort, hedges: spanishHedges, units: spanishUnits, ones: spanishOnes,
	places: spanishPlaces, topics: spanishTopics, differs: spanishDiffers, nouns: spanishNouns, scales: spanishScales,
	ordinals: spanishOrdinals[:], numbers: spanishNumbers[:], months: spanishMonths, articles: spanishArticles, phrases: spanishPhrases,
	tallies: spanishTallies, vague: spanishVague, joined: map[string]string{"de el": "del", "a el": "al"}, grouped: 5, aOne: "un",
}}

var spanishVerdicts = map[string]string{
	"supported": "Confirmado", "contradicted": "Desmentido", "mixed": "Depende de las cifras", "insufficient": "Datos insuficientes",
	"not checkable": "No verificable", "undecided": "Sin decidir", "not due": "Aún no vence", "on track": "Al ritmo previsto",
	"behind": "Con retraso", "met": "Cumplido", "missed": "Incumplido", "unmeasurable": "No medible", "misrounded": "Mal redondeado",
	"mixed count": "Depende de cómo se cuente",
}

// spanishArticles are those of areas whose names take one.
var spanishArticles = map[string]string{
	"GBR": "el", "NLD": "los", "BHS": "las", "DOM": "la", "EU": "la", "001": "el", "029": "el", "CELAC": "la",
	"CARICOM": "la", "MERCOSUR": "el", "ANDEAN": "la", "PACALL": "la", "SICA": "el", "ASEAN": "la", "ALADI": "la", "OECS": "la", "UNASUR": "la",
	"ARE": "los", "CAF": "la", "COD": "la", "COG": "el", "CYM": "las", "FLK": "las", "SGS": "las", "VGB": "las", "VIR": "las",
}

var spanishNouns = map[string]romanceNoun{
	"trade":               {word: "comercio", article: "el", by: "de", goods: "de"},
	"export":              {word: "exportaciones", article: "las", by: "de", to: "a"},
	"import":              {word: "importaciones", article: "las", by: "de", to: "desde"},
	"re-export":           {word: "reexportaciones", article: "las", by: "de", to: "a"},
	"re-import":           {word: "reimportaciones", article: "las", by: "de", to: "desde"},
	"balance":             {word: "saldo comercial", article: "el", by: "de", to: "con", goods: "en"},
	"projects":            {word: "proyectos", article: "los", by: "de", to: "en"},
	"infrastructure":      {word: "proyectos de infraestructura", article: "los", by: "de", to: "en"},
	"production-capacity": {word: "proyectos de capacidad productiva", article: "los", by: "de", to: "en"},
	"livelihood":          {word: "proyectos sociales", article: "los", by: "de", to: "en"},
	"jobs":                {word: "empleos", article: "los"},
	"scholarships":        {word: "becas", article: "las", by: "de", to: "para"},
	"training-places":     {word: "plazas de formación", article: "las", by: "de", to: "para"},
	"measures":            {word: "medidas", article: "las", by: "de", to: "para"},
	"fdi-stock":           {word: "inversión directa acumulada", article: "la", by: "de", to: "en"},
	"fdi-flow":            {word: "inversión directa", article: "la", by: "de", to: "en"},
	"finance":             {word: "financiación", article: "la", by: "de", to: "para"},
	"contracts":           {word: "contratos nuevos", article: "los", by: "de", to: "en"},
	"contract-turnover":   {word: "facturación de contratos", article: "la", by: "de", to: "en"},
	"agreement":           {word: "acuerdos", article: "los", by: "de", to: "con"},
	"ties":                {word: "países", article: "los"},
	"gdp":                 {word: "PIB", article: "el", by: "de"},
	"population":          {word: "población", article: "la", by: "de"},
}

// spanishTopics are what agreements are on.
var spanishTopics = map[string]string{
	"belt-and-road": "sobre la Iniciativa de la Franja y la Ruta", "free-trade": "de libre comercio", "visa-free": "de exención de visados",
}

var spanishPlaces = map[string]string{
	"trade": "socio comercial", "trade many": "socios comerciales", "export": "mercado de exportación", "export many": "mercados de exportación",
	"import": "proveedor", "import many": "proveedores", "fdi-stock": "inversor", "fdi-stock many": "inversores", "fdi-flow": "inversor", "fdi-flow many": "inversores",
}

var spanishHedges = map[string]string{
	"gt": "más de ", "ge": "al menos ", "lt": "menos de ", "le": "como máximo ", "nearly": "casi ", "about": "alrededor de ",
}

var spanishScales = []scale{{12, " billones", " billón"}, {6, " millones", " millón"}}

var (
	spanishUnits = map[string]string{
		"USD": "dólares", "CNY": "yuanes", "EUR": "euros", "GBP": "libras", "JPY": "yenes", "percentage-points": "puntos porcentuales", "times": "veces",
		"countries": "países", "years": "años", "projects": "proyectos", "jobs": "empleos", "places": "plazas", "people": "personas",
		"kg": "kilogramos", "t": "toneladas",
	}
	spanishOnes = map[string]string{
		"USD": "dólar", "CNY": "yuan", "EUR": "euro", "percentage-points": "punto porcentual", "times": "vez", "countries": "país", "years": "año",
		"projects": "proyecto", "jobs": "empleo", "places": "plaza", "people": "persona", "kg": "kilogramo", "t": "tonelada",
	}
)

// spanishOrdinals are ordinals before a masculine noun.
var spanishOrdinals = [...]string{"primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"}

var spanishNumbers = [...]string{"un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"}

var spanishMonths = months(lexicon.Spanish.Months)

var spanishBooks = map[string]string{
	"China customs (GACC)": "la Aduana de China", "press": "la prensa", "Press": "la prensa", "reference page": "una página de referencia",
	"forum document": "los documentos del foro", "Encyclopedia mirror": "una enciclopedia", "Encyclopedia": "una enciclopedia",
	"IMF DOTS": "el FMI", "Member government": "el gobierno de un miembro", "Eurostat by press": "Eurostat, citado por la prensa",
	"Chinese government": "el Gobierno chino", "China Ministry of Foreign Affairs": "el Ministerio de Relaciones Exteriores de China",
	"not stated": "una fuente que no lo indica", "none": "una fuente que no lo indica", "The bloc itself": "el propio bloque", "ECLAC": "la CEPAL",
	"AidData GCDF 3.0": "el recuento de AidData", "embassy": "una embajada", "LAC countries reporting": "las cifras propias de la región",
	"Chinese government by CGTN":                     "el Gobierno chino, citado por CGTN",
	"Chinese statistics, not named":                  "estadísticas chinas sin nombrar",
	"China MOFCOM, investment":                       "el Ministerio de Comercio de China",
	"UN Comtrade, China reporting":                   "lo que China comunica a la ONU",
	"UN Comtrade, LAC countries reporting":           "lo que la región comunica a la ONU",
	"LAC-side figures by IDB":                        "el Banco Interamericano de Desarrollo",
	"European Union":                                 "la Unión Europea",
	"Eurostat":                                       "Eurostat",
	"Federal Reserve H.10/G.5A annual averages":      "la Reserva Federal",
	"Oxford Business Group citing GACC":              "la Aduana de China, citada por Oxford Business Group",
	"Communist Party of China official":              "un funcionario del Partido Comunista de China",
	"Red ALC-China, academic count":                  "los investigadores de la Red ALC-China",
	"CASS yearbook":                                  "el anuario de la Academia China de Ciencias Sociales",
	"UN Comtrade through WITS, LCN region reporting": "lo que la región comunica a la ONU",
	"Academic blog":                                  "la página de un académico", "Trade agreement database": "una base de acuerdos comerciales",
	"US Census Bureau":                           "la Oficina del Censo de Estados Unidos",
	"US statistics by press":                     "estadísticas de Estados Unidos, citadas por la prensa",
	"China-Latin America Finance Database":       "la base de datos de préstamos chinos",
	"UN Comtrade through WITS, single countries": "lo que los países comunican a la ONU",
	"Inter-American Dialogue":                    "el Diálogo Interamericano",
	"US balance of payments by ECLAC":            "la balanza de pagos de Estados Unidos, citada por la CEPAL",
	"China policy paper by press":                "el documento de política de China, citado por la prensa",
	"China MOFCOM":                               "el Ministerio de Comercio de China",
	"Chinese government by press":                "el Gobierno chino, citado por la prensa",
	"Xinhua, converted in February 2026":         "Xinhua, en dólares de febrero de 2026",
	"US and China books":                         "las cifras de Estados Unidos y de China",
	"pledges that were due":                      "las promesas ya vencidas",
	"World Bank, World Development Indicators":   "el Banco Mundial",
	"US Bureau of Economic Analysis":             "la Oficina de Análisis Económico de Estados Unidos",
	"recorded events of relations":               "el registro de relaciones diplomáticas",
}

var spanishDiffers = map[string]string{
	"comma": ", ", "areas many": "%d países", "areas part": "sin %s", "areas whole": "con %s", "areas other": "de %s",
	"areas both":  "solo los %s miembros con datos de ambos años",
	"period part": "solo %s", "period part some": "solo una parte del período", "period whole": "todo el período %s", "period other": "de %s",
	"flow part": "solo %s", "flow part some": "solo un flujo", "flow whole": "ambos flujos", "flow other": "de %s",
	"goods part": "solo %s", "goods part some": "solo una parte de los bienes", "goods whole": "todo %s", "goods other": "de %s",
	"subject part": "solo %s", "subject whole": "de todo tipo", "subject other": "de %s",
	"prices other": "a otros precios", "count whole": "cuenta registros, y varios pueden ser de uno solo", "count other": "cuenta otra cosa", "value part": "falta un valor",
	"word pledge": "los prometidos", "word commitment": "los acordados", "word implementation": "los que están en ejecución", "word completed": "los terminados",
	"way apart": "con los miembros de la UE por separado", "way one": "con la UE como un solo socio", "way fob": "sin flete ni seguro", "way cif": "con flete y seguro",
	"way first": "en su primera publicación", "way latest": "en su última revisión", "way converted": "a un tipo de cambio medio", "way each": "cada parte cuenta lo que importa con flete y seguro",
}

// spanishShort are short names by area code.
var spanishShort = map[string]string{
	"CELAC": "CELAC", "CARICOM": "CARICOM", "SICA": "SICA", "001": "mundo",
}

// spanishVague are vague words for numbers.
var spanishVague = map[string]string{
	"some": "algunos|algunas", "several": "varios|varias", "various": "varios|varias", "multiple": "múltiples", "many": "muchos|muchas",
	"numerous": "numerosos|numerosas", "countless": "incontables", "a few": "unos pocos|unas pocas", "a dozen": "una docena", "dozens": "decenas",
	"tens": "decenas", "hundreds": "cientos", "thousands": "miles", "tens of thousands": "decenas de miles", "hundreds of thousands": "cientos de miles",
	"millions": "millones",
}

// spanishPhrases are what the rules put together.
var spanishPhrases = map[string]string{
	"and": "y", "the": "el", "a": "un", "in": "en", "with": "con", "th": ".º", "quoted": "«%s»", "nothing": "nada", "between": "entre %s y %s",
	"until": "hasta", "on day": "%s", "a promise": "una promesa (%s)", "surplus": "superávit comercial", "deficit": "déficit comercial",
	"made by projects": "creados por proyectos %s", "with ties": "con relaciones diplomáticas", "real": ", a precios constantes,",
	"been": "habría sido|habrían sido", "have": "habría|habrían", "average": ", en promedio, de %s al año", "number": "serían",
	"has promised": "ha prometido", "would have promised": "habría prometido", "share": "la participación %s %s", "make up": "representaría|representarían",
	"equal": "equivaldría a|equivaldrían a", "for time": "durante", "all members": "todos los miembros %s", "all countries": "todos los países %s",
	"reach": "llegaría|llegarían", "have ties": "%s y %s tendrían relaciones diplomáticas%s",
	"have no ties": "%s y %s no tendrían relaciones diplomáticas%s", "broke off ties": "%s y %s habrían roto relaciones diplomáticas%s",
	"took up ties": "%s y %s habrían establecido relaciones diplomáticas%s", "ended": "se habría puesto fin%[3]s al acuerdo%[4]s entre %[1]s y %[2]s",
	"signed": "%s y %s habrían firmado%s un acuerdo%s", "stayed equal": "quedado igual", "fallen": "caído", "grown": "crecido", "twice of": "que",
	"larger": "mayor|mayores", "smaller": "menor|menores", "larger of": "mayor %s",
	"first larger":  "habría superado por primera vez|habrían superado por primera vez",
	"first smaller": "habría bajado por primera vez de|habrían bajado por primera vez de", "the many": "los", "per head": "por habitante", "more by": "%s más", "less by": "%s menos", "so far": "hasta ahora", "of the series": "de toda la serie",
	"stayed above": "se habría mantenido por encima de|se habrían mantenido por encima de",
	"stayed below": "se habría mantenido por debajo de|se habrían mantenido por debajo de", "every year": "cada año", "in a row": "seguidos",
	"one of the largest": "uno de los %s mayores %s", "at best": "a lo sumo", "by percent": "un %s %%", "percent": "el %s %%", "double": "el doble",
	"half": "el %s semestre de %s", "quarter": "el %s trimestre de %s", "first months": "los primeros %s meses de %s", "day": "el %s de %s de %s", "first day": "1",
	"a view": "es una opinión que ningún registro puede confirmar ni desmentir", "nothing on delivery": "ningún registro indica cuánto se ha cumplido",
	"no record": "ningún registro permite verificarlo", "according": "según %s", "nearest": "el dato más cercano, según %s, es %s",
	"holds but not": "es así según %s, pero no según %s", "nor according": "ni según", "misrounded": "está mal redondeado",
	"undecided": "los registros no permiten verificarlo", "own figures": "las cifras propias", "customs": "la aduana", "bank": "el banco central", "statistics": "el instituto de estadística", "no change": "sin cambios", "a fall": "una caída",
	"a rise": "un alza", "took place": "tuvo lugar", "were established": "se establecieron", "were suspended": "se suspendieron", "were resumed": "se reanudaron", "were none": "no había relaciones", "was ended": "se le puso fin", "was signed": "se firmó",
	"of members": "%d de %d miembros", "recorded for": "consta en %d de %d", "lacking": "falta", "nothing known": "nada se sabe", "more": "más",
}
