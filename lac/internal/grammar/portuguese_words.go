package grammar

import "github.com/sinolac/sinolac/lac/internal/lexicon"

// portuguese is the language's table, as it is written in Brazil.
var portuguese = romance{&romanceTable{
	verdicts: portugueseVerdicts, books: portugueseBooks, short: portugueseShort, hedges: portugueseHedges, units: portugueseUnits, ones: portugueseOnes,
	places: portuguesePlaces, topics: portugueseTopics, differs: portugueseDiffers, nouns: portugueseNouns, scales: portugueseScales,
	ordinals: portugueseOrdinals[:], numbers: portugueseNumbers[:], months: portugueseMonths, articles: portugueseArticles, phrases: portuguesePhrases,
	tallies: portugueseTallies, vague: portugueseVague, endings: portugueseEndings, joined: portugueseJoined, symbols: map[string]string{"USD": "US$"}, grouped: 4, belowTwo: true,
}}

var portugueseVerdicts = map[string]string{
	"supported": "Confirmado", "contradicted": "Desmentido", "mixed": "Depende dos números", "insufficient": "Dados insuficientes",
	"not checkable": "Não verificável", "undecided": "Indefinido", "not due": "Ainda não vencido", "on track": "No ritmo previsto",
	"behind": "Atrasado", "met": "Cumprido", "missed": "Não cumprido", "unmeasurable": "Não mensurável", "misrounded": "Mal arredondado",
	"mixed count": "Depende de como se conta",
}

// portugueseArticles are those of areas that the endings would get wrong; empty
// for names without one.
var portugueseArticles = map[string]string{
	"ATG": "", "BRB": "", "BLZ": "", "CUB": "", "DMA": "", "SLV": "", "GRD": "", "HND": "", "PRT": "", "PRI": "", "KNA": "", "LCA": "",
	"VCT": "", "TTO": "", "HKG": "", "MAC": "", "TWN": "", "CUW": "", "ABW": "", "MSR": "", "AIA": "", "AGO": "", "MOZ": "", "ISR": "",
	"SGP": "", "EU": "a", "419": "a", "005": "a", "013": "a", "029": "o", "001": "o", "CELAC": "a", "CARICOM": "a",
	"MERCOSUR": "o", "ANDEAN": "a", "PACALL": "a", "SICA": "o", "ASEAN": "a", "ALADI": "a", "OECS": "a", "UNASUR": "a",
}

// portugueseEndings are the articles of names by the end of their first word; the
// last fits all.
var portugueseEndings = []articleEnding{
	{"as", "as"}, {"os", "os"}, {"es", "os"}, {"a", "a"}, {"", "o"},
}

// portugueseJoined are prepositions joined with articles.
var portugueseJoined = map[string]string{
	"de o": "do", "de a": "da", "de os": "dos", "de as": "das", "em o": "no", "em a": "na", "em os": "nos", "em as": "nas",
	"a o": "ao", "a a": "à", "a os": "aos", "a as": "às", "por o": "pelo", "por a": "pela", "por os": "pelos", "por as": "pelas",
}

var portugueseNouns = map[string]romanceNoun{
	"trade":               {word: "comércio", article: "o", by: "de"},
	"export":              {word: "exportações", article: "as", by: "de", to: "para"},
	"import":              {word: "importações", article: "as", by: "de", to: "provenientes de"},
	"re-export":           {word: "reexportações", article: "as", by: "de", to: "para"},
	"re-import":           {word: "reimportações", article: "as", by: "de", to: "provenientes de"},
	"balance":             {word: "saldo comercial", article: "o", by: "de", to: "com", goods: "em"},
	"projects":            {word: "projetos", article: "os", by: "de", to: "em"},
	"infrastructure":      {word: "projetos de infraestrutura", article: "os", by: "de", to: "em"},
	"production-capacity": {word: "projetos de capacidade produtiva", article: "os", by: "de", to: "em"},
	"livelihood":          {word: "projetos sociais", article: "os", by: "de", to: "em"},
	"jobs":                {word: "empregos", article: "os"},
	"scholarships":        {word: "bolsas de estudo", article: "as", by: "de", to: "para"},
	"training-places":     {word: "vagas de treinamento", article: "as", by: "de", to: "para"},
	"measures":            {word: "medidas", article: "as", by: "de", to: "para"},
	"fdi-stock":           {word: "estoque de investimento direto", article: "o", by: "de", to: "em"},
	"fdi-flow":            {word: "investimento direto", article: "o", by: "de", to: "em"},
	"finance":             {word: "financiamento", article: "o", by: "de", to: "para"},
	"contracts":           {word: "novos contratos", article: "os", by: "de", to: "em"},
	"contract-turnover":   {word: "faturamento de contratos", article: "o", by: "de", to: "em"},
	"agreement":           {word: "acordos", article: "os", by: "de", to: "com"},
	"ties":                {word: "países", article: "os"},
	"gdp":                 {word: "PIB", article: "o", by: "de"},
	"population":          {word: "população", article: "a", by: "de"},
}

// portugueseTopics are what agreements are on.
var portugueseTopics = map[string]string{
	"belt-and-road": "sobre a Iniciativa Cinturão e Rota", "free-trade": "de livre comércio", "visa-free": "de isenção de vistos",
}

var portuguesePlaces = map[string]string{
	"trade": "parceiro comercial", "trade many": "parceiros comerciais", "export": "mercado de exportação", "export many": "mercados de exportação",
	"import": "fornecedor", "import many": "fornecedores", "fdi-stock": "investidor", "fdi-stock many": "investidores",
	"fdi-flow": "investidor", "fdi-flow many": "investidores",
}

var portugueseHedges = map[string]string{
	"gt": "mais de ", "ge": "pelo menos ", "lt": "menos de ", "le": "no máximo ", "nearly": "quase ", "about": "cerca de ",
}

var portugueseScales = []scale{{12, " trilhões", " trilhão"}, {9, " bilhões", " bilhão"}, {6, " milhões", " milhão"}}

var (
	portugueseUnits = map[string]string{
		"USD": "dólares", "CNY": "yuans", "EUR": "euros", "GBP": "libras", "JPY": "ienes", "percentage-points": "pontos percentuais", "times": "vezes",
		"countries": "países", "years": "anos", "projects": "projetos", "jobs": "empregos", "places": "vagas", "people": "pessoas",
		"kg": "quilogramas", "t": "toneladas",
	}
	portugueseOnes = map[string]string{
		"USD": "dólar", "CNY": "yuan", "EUR": "euro", "percentage-points": "ponto percentual", "times": "vez", "countries": "país", "years": "ano",
		"projects": "projeto", "jobs": "emprego", "places": "vaga", "people": "pessoa", "kg": "quilograma", "t": "tonelada",
	}
)

// portugueseOrdinals are ordinals before a masculine noun.
var portugueseOrdinals = [...]string{"primeiro", "segundo", "terceiro", "quarto", "quinto", "sexto", "sétimo", "oitavo", "nono", "décimo"}

var portugueseNumbers = [...]string{"um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"}

var portugueseMonths = months(lexicon.Portuguese.Months)

var portugueseBooks = map[string]string{
	"China customs (GACC)": "a Alfândega da China", "press": "a imprensa", "Press": "a imprensa", "reference page": "uma página de referência",
	"forum document": "os documentos do fórum", "Encyclopedia mirror": "uma enciclopédia", "Encyclopedia": "uma enciclopédia",
	"IMF DOTS": "o FMI", "Member government": "o governo de um membro", "Eurostat by press": "o Eurostat, citado pela imprensa",
	"Chinese government": "o governo chinês", "China Ministry of Foreign Affairs": "o Ministério das Relações Exteriores da China",
	"not stated": "uma fonte que não o indica", "none": "uma fonte que não o indica", "The bloc itself": "o próprio bloco", "ECLAC": "a Cepal",
	"AidData GCDF 3.0": "a contagem da AidData", "embassy": "uma embaixada", "LAC countries reporting": "os números próprios da região",
	"Chinese government by CGTN":                     "o governo chinês, citado pela CGTN",
	"Chinese statistics, not named":                  "estatísticas chinesas não identificadas",
	"China MOFCOM, investment":                       "o Ministério do Comércio da China",
	"UN Comtrade, China reporting":                   "o que a China informa à ONU",
	"UN Comtrade, LAC countries reporting":           "o que a região informa à ONU",
	"LAC-side figures by IDB":                        "o Banco Interamericano de Desenvolvimento",
	"European Union":                                 "a União Europeia",
	"Eurostat":                                       "o Eurostat",
	"Federal Reserve H.10/G.5A annual averages":      "o Federal Reserve",
	"Oxford Business Group citing GACC":              "a Alfândega da China, citada pelo Oxford Business Group",
	"Communist Party of China official":              "um dirigente do Partido Comunista da China",
	"Red ALC-China, academic count":                  "os pesquisadores da Red ALC-China",
	"CASS yearbook":                                  "o anuário da Academia Chinesa de Ciências Sociais",
	"UN Comtrade through WITS, LCN region reporting": "o que a região informa à ONU",
	"Academic blog":                                  "a página de um acadêmico", "Trade agreement database": "uma base de acordos comerciais",
	"US Census Bureau":                           "o Departamento do Censo dos Estados Unidos",
	"US statistics by press":                     "estatísticas dos Estados Unidos, citadas pela imprensa",
	"China-Latin America Finance Database":       "a base de dados de empréstimos chineses",
	"UN Comtrade through WITS, single countries": "o que os países informam à ONU",
	"Inter-American Dialogue":                    "o Diálogo Interamericano",
	"US balance of payments by ECLAC":            "o balanço de pagamentos dos Estados Unidos, citado pela Cepal",
	"China policy paper by press":                "o documento de política da China, citado pela imprensa",
	"China MOFCOM":                               "o Ministério do Comércio da China",
	"Chinese government by press":                "o governo chinês, citado pela imprensa",
	"Xinhua, converted in February 2026":         "a Xinhua, em dólares de fevereiro de 2026",
	"US and China books":                         "os números dos Estados Unidos e da China",
	"pledges that were due":                      "as promessas já vencidas",
	"World Bank, World Development Indicators":   "o Banco Mundial",
	"US Bureau of Economic Analysis":             "o Departamento de Análise Econômica dos Estados Unidos",
	"recorded events of relations":               "o registro de relações diplomáticas",
}

var portugueseDiffers = map[string]string{
	"comma": ", ", "areas many": "%d países", "areas part": "sem %s", "areas whole": "com %s", "areas other": "de %s",
	"areas both":  "só os %s membros com dados de ambos os anos",
	"period part": "só %s", "period part some": "só uma parte do período", "period whole": "todo o período %s", "period other": "de %s",
	"flow part": "só %s", "flow part some": "só um fluxo", "flow whole": "ambos os fluxos", "flow other": "de %s",
	"goods part": "só %s", "goods part some": "só uma parte dos bens", "goods whole": "todo %s", "goods other": "de %s",
	"subject part": "só %s", "subject whole": "de todo tipo", "subject other": "de %s",
	"prices other": "a outros preços", "count whole": "conta registros, e vários podem ser de um só", "count other": "conta outra coisa", "value part": "falta um valor",
	"word pledge": "os prometidos", "word commitment": "os acordados", "word implementation": "os em execução", "word completed": "os concluídos",
	"way apart": "com os membros da UE em separado", "way one": "com a UE como um só parceiro", "way fob": "sem frete nem seguro", "way cif": "com frete e seguro",
	"way first": "na primeira divulgação", "way latest": "na última revisão", "way converted": "a uma taxa de câmbio média", "way each": "cada lado conta o que importa com frete e seguro",
}

// portugueseShort are short names by area code.
var portugueseShort = map[string]string{
	"CELAC": "Celac", "CARICOM": "Caricom", "SICA": "Sica", "001": "mundo",
}

// portugueseVague are vague words for numbers.
var portugueseVague = map[string]string{
	"some": "alguns|algumas", "several": "vários|várias", "various": "vários|várias", "multiple": "múltiplos|múltiplas", "many": "muitos|muitas",
	"numerous": "numerosos|numerosas", "countless": "incontáveis", "a few": "uns poucos|umas poucas", "a dozen": "uma dúzia", "dozens": "dezenas",
	"tens": "dezenas", "hundreds": "centenas", "thousands": "milhares", "tens of thousands": "dezenas de milhares", "hundreds of thousands": "centenas de milhares",
	"millions": "milhões",
}

// portuguesePhrases are what the rules put together.
var portuguesePhrases = map[string]string{
	"and": "e", "the": "o", "a": "um", "in": "em", "with": "com", "th": "º", "quoted": "“%s”", "nothing": "nada", "between": "entre %s e %s",
	"until": "até", "on day": "em %s", "a promise": "uma promessa (%s)", "surplus": "superávit comercial", "deficit": "déficit comercial",
	"made by projects": "criados por projetos %s", "with ties": "com relações diplomáticas", "real": ", a preços constantes,",
	"been": "teria sido|teriam sido", "have": "teria|teriam", "average": ", em média, de %s por ano", "number": "seriam", "has promised": "prometeu",
	"would have promised": "teria prometido", "share": "a participação %s %s", "make up": "representaria|representariam",
	"equal": "equivaleria a|equivaleriam a", "for time": "por", "all members": "todos os membros %s", "all countries": "todos os países %s",
	"reach": "chegaria|chegariam", "have ties": "%s e %s teriam relações diplomáticas%s",
	"have no ties": "%s e %s não teriam relações diplomáticas%s", "broke off ties": "%s e %s teriam rompido relações diplomáticas%s",
	"took up ties": "%s e %s teriam estabelecido relações diplomáticas%s", "ended": "o acordo%[4]s entre %[1]s e %[2]s teria sido encerrado%[3]s",
	"signed": "%s e %s teriam assinado%s um acordo%s", "stayed equal": "ficado igual", "fallen": "caído", "grown": "crescido", "twice of": "de",
	"larger": "maior|maiores", "smaller": "menor|menores", "larger of": "maior %s",
	"first larger":  "teria ultrapassado pela primeira vez|teriam ultrapassado pela primeira vez",
	"first smaller": "teria ficado pela primeira vez abaixo de|teriam ficado pela primeira vez abaixo de", "the many": "os", "per head": "por habitante", "more by": "%s a mais", "less by": "%s a menos", "so far": "até agora", "of the series": "de toda a série",
	"stayed above": "teria ficado acima de|teriam ficado acima de", "stayed below": "teria ficado abaixo de|teriam ficado abaixo de",
	"every year": "a cada ano", "in a row": "seguidos", "one of the largest": "um dos %s maiores %s", "at best": "no máximo", "by percent": "%s%%",
	"percent": "%s%%", "double": "o dobro", "half": "o %s semestre de %s", "quarter": "o %s trimestre de %s",
	"first months": "os primeiros %s meses de %s", "day": "%s de %s de %s", "first day": "1º", "a view": "é uma opinião que nenhum registro pode confirmar ou desmentir",
	"nothing on delivery": "nenhum registro indica quanto foi cumprido", "no record": "nenhum registro permite verificá-lo", "according": "segundo %s",
	"nearest": "o dado mais próximo, segundo %s, é %s", "holds but not": "é assim segundo %s, mas não segundo %s", "nor according": "nem segundo",
	"misrounded": "está mal arredondado", "undecided": "os registros não permitem verificá-lo", "own figures": "os números próprios", "customs": "a alfândega", "bank": "o banco central", "statistics": "o instituto de estatística",
	"no change": "sem mudança", "a fall": "uma queda", "a rise": "uma alta", "took place": "ocorreu", "were established": "foram estabelecidas", "were suspended": "foram suspensas", "were resumed": "foram retomadas", "were none": "não havia relações",
	"was ended": "foi encerrado", "was signed": "foi assinado", "of members": "%d de %d membros", "recorded for": "consta em %d de %d",
	"lacking": "falta", "nothing known": "nada se sabe", "more": "mais",
}
