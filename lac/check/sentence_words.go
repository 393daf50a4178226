package check

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"
	textnumber "golang.org/x/text/number"

	"github.com/sinolac/sinolac/lac"
)

// languages lists the languages of sentences, as the columns of phrases and the
// elements of vocabularies have them.
var (
	languages       = [...]language.Tag{language.English, language.Spanish, language.BrazilianPortuguese, language.SimplifiedChinese}
	languageMatcher = language.NewMatcher(languages[:])
)

// A phraseTable holds each phrase in the languages of languages. Places are filled by
// number, for languages differ in order.
type phraseTable map[string][len(languages)]string

func (t phraseTable) has(phrase string) bool { _, ok := t[phrase]; return ok }

var phrases = phraseTable{
	"sentence": {"%[1]s: %[2]s; %[3]s.", "%[1]s: %[2]s; %[3]s.", "%[1]s: %[2]s; %[3]s.", "%[1]s：%[2]s；%[3]s。"},

	// Verdicts and states of pledges.
	string(Supported):    {"Supported", "Confirmado", "Confirmado", "属实"},
	string(Contradicted): {"Contradicted", "Desmentido", "Desmentido", "不符"},
	string(Mixed):        {"Mixed", "Depende de la base", "Depende da base", "视口径而定"},
	string(Insufficient): {"Insufficient evidence", "Datos insuficientes", "Dados insuficientes", "证据不足"},
	string(NotCheckable): {"Not checkable", "No verificable", "Não verificável", "无法核查"},
	string(Undecided):    {"Undecided", "Sin decidir", "Indefinido", "未定"},
	string(NotDue):       {"Not due yet", "Aún no vence", "Ainda não vencido", "尚未到期"},
	string(OnTrack):      {"On track", "Al ritmo previsto", "No ritmo previsto", "进度正常"},
	string(Behind):       {"Behind", "Con retraso", "Atrasado", "进度落后"},
	string(Met):          {"Met", "Cumplido", "Cumprido", "已兑现"},
	string(Missed):       {"Missed", "Incumplido", "Não cumprido", "未兑现"},
	string(Unmeasurable): {"Unmeasurable", "No medible", "Não mensurável", "无法衡量"},

	// Claims: measure, period, figure, baseline or whole.
	"says level":    {"%[1]s %[2]s is put at %[3]s", "%[1]s %[2]s se cifra en %[3]s", "%[1]s %[2]s é estimado em %[3]s", "称%[2]s%[1]s为%[3]s"},
	"says count":    {"%[1]s %[2]s are put at %[3]s", "%[1]s %[2]s se cifran en %[3]s", "%[1]s %[2]s seriam %[3]s", "称%[2]s%[1]s为%[3]s"},
	"says pledge":   {"%[1]s are promised: %[3]s", "sobre %[1]s se promete: %[3]s", "sobre %[1]s promete-se: %[3]s", "承诺%[1]s：%[3]s"},
	"says change":   {"%[1]s is said to have changed by %[3]s from %[5]s to %[4]s", "%[1]s habría variado en %[3]s de %[5]s a %[4]s", "%[1]s teria variado em %[3]s de %[5]s a %[4]s", "称%[1]s从%[5]s到%[4]s变动%[3]s"},
	"says multiple": {"%[1]s %[2]s is said to be %[3]s that of %[5]s", "%[1]s %[2]s habría sido %[3]s el de %[5]s", "%[1]s %[2]s teria sido %[3]s o de %[5]s", "称%[2]s%[1]s为%[5]s的%[3]s"},
	"says share":    {"%[1]s %[2]s is said to be %[3]s of %[4]s", "%[1]s %[2]s representaría %[3]s de %[4]s", "%[1]s %[2]s representaria %[3]s de %[4]s", "称%[2]s%[1]s占%[4]s的%[3]s"},
	"says rank":     {"%[1]s %[4]s is said to be number %[3]s among the trading partners of %[2]s", "%[1]s sería %[4]s el socio comercial número %[3]s de %[2]s", "%[1]s seria %[4]s o parceiro comercial número %[3]s de %[2]s", "称%[1]s%[4]s为%[2]s第%[3]s大贸易伙伴"},
	"says streak":   {"%[1]s is said to have been number %[3]s among the trading partners of %[2]s for %[4]s", "%[1]s habría sido por %[4]s el socio comercial número %[3]s de %[2]s", "%[1]s teria sido por %[4]s o parceiro comercial número %[3]s de %[2]s", "称%[1]s连续%[4]s为%[2]s第%[3]s大贸易伙伴"},
	"says coverage": {"%[1]s are said to be %[2]s %[3]s", "%[1]s llegarían, %[3]s, %[2]s", "%[1]s chegariam, %[3]s, %[2]s", "称%[3]s%[1]s遍及%[2]s"},
	"says":          {"“%[1]s”", "«%[1]s»", "“%[1]s”", "“%[1]s”"},

	"in every member":            {"in every member of %[1]s", "a todos los miembros de %[1]s", "a todos os membros de %[1]s", "%[1]s所有成员"},
	"in every country with ties": {"in every country of %[1]s with diplomatic ties", "a todos los países de %[1]s con relaciones diplomáticas", "a todos os países de %[1]s com relações diplomáticas", "%[1]s所有建交国"},

	// Measures: reporter or provider, partner or recipient; "only" without the
	// latter.
	"of trade":                 {"trade between %[1]s and %[2]s", "el comercio entre %[1]s y %[2]s", "o comércio entre %[1]s e %[2]s", "%[1]s与%[2]s贸易额"},
	"only trade":               {"trade of %[1]s", "el comercio de %[1]s", "o comércio de %[1]s", "%[1]s贸易额"},
	"of export":                {"the value of exports of %[1]s to %[2]s", "la exportación de %[1]s a %[2]s", "a exportação de %[1]s para %[2]s", "%[1]s对%[2]s出口额"},
	"only export":              {"the value of exports of %[1]s", "la exportación de %[1]s", "a exportação de %[1]s", "%[1]s出口额"},
	"of import":                {"the value of imports of %[1]s from %[2]s", "la importación de %[1]s desde %[2]s", "a importação de %[1]s de %[2]s", "%[1]s自%[2]s进口额"},
	"only import":              {"the value of imports of %[1]s", "la importación de %[1]s", "a importação de %[1]s", "%[1]s进口额"},
	"of projects":              {"projects of %[1]s in %[2]s", "los proyectos de %[1]s en %[2]s", "os projetos de %[1]s em %[2]s", "%[1]s在%[2]s的项目"},
	"only projects":            {"projects of %[1]s", "los proyectos de %[1]s", "os projetos de %[1]s", "%[1]s的项目"},
	"of infrastructure":        {"infrastructure projects of %[1]s in %[2]s", "los proyectos de infraestructura de %[1]s en %[2]s", "os projetos de infraestrutura de %[1]s em %[2]s", "%[1]s在%[2]s的基础设施项目"},
	"only infrastructure":      {"infrastructure projects of %[1]s", "los proyectos de infraestructura de %[1]s", "os projetos de infraestrutura de %[1]s", "%[1]s的基础设施项目"},
	"of production-capacity":   {"production-capacity projects of %[1]s in %[2]s", "los proyectos de capacidad productiva de %[1]s en %[2]s", "os projetos de capacidade produtiva de %[1]s em %[2]s", "%[1]s在%[2]s的产能合作项目"},
	"only production-capacity": {"production-capacity projects of %[1]s", "los proyectos de capacidad productiva de %[1]s", "os projetos de capacidade produtiva de %[1]s", "%[1]s的产能合作项目"},
	"of livelihood":            {"livelihood projects of %[1]s in %[2]s", "los proyectos sociales de %[1]s en %[2]s", "os projetos sociais de %[1]s em %[2]s", "%[1]s在%[2]s的民生项目"},
	"only livelihood":          {"livelihood projects of %[1]s", "los proyectos sociales de %[1]s", "os projetos sociais de %[1]s", "%[1]s的民生项目"},
	"of jobs":                  {"jobs that projects of %[1]s created in %[2]s", "los empleos creados por proyectos de %[1]s en %[2]s", "os empregos criados por projetos de %[1]s em %[2]s", "%[1]s项目在%[2]s创造的就业岗位"},
	"only jobs":                {"jobs that projects of %[1]s created", "los empleos creados por proyectos de %[1]s", "os empregos criados por projetos de %[1]s", "%[1]s项目创造的就业岗位"},
	"of scholarships":          {"scholarships from %[1]s for %[2]s", "las becas de %[1]s para %[2]s", "as bolsas de estudo de %[1]s para %[2]s", "%[1]s向%[2]s提供的奖学金"},
	"only scholarships":        {"scholarships from %[1]s", "las becas de %[1]s", "as bolsas de estudo de %[1]s", "%[1]s提供的奖学金"},
	"of training-places":       {"training places from %[1]s for %[2]s", "las plazas de formación de %[1]s para %[2]s", "as vagas de treinamento de %[1]s para %[2]s", "%[1]s向%[2]s提供的培训名额"},
	"only training-places":     {"training places from %[1]s", "las plazas de formación de %[1]s", "as vagas de treinamento de %[1]s", "%[1]s提供的培训名额"},
	"of measures":              {"measures of %[1]s for %[2]s", "las medidas de %[1]s para %[2]s", "as medidas de %[1]s para %[2]s", "%[1]s对%[2]s的举措"},
	"only measures":            {"measures of %[1]s", "las medidas de %[1]s", "as medidas de %[1]s", "%[1]s的举措"},
	"of fdi-stock":             {"direct investment of %[1]s held in %[2]s", "la inversión directa acumulada de %[1]s en %[2]s", "o estoque de investimento direto de %[1]s em %[2]s", "%[1]s在%[2]s的直接投资存量"},
	"only fdi-stock":           {"direct investment held by %[1]s", "la inversión directa acumulada de %[1]s", "o estoque de investimento direto de %[1]s", "%[1]s的直接投资存量"},
	"of fdi-flow":              {"direct investment of %[1]s made in %[2]s", "el flujo de inversión directa de %[1]s en %[2]s", "o fluxo de investimento direto de %[1]s em %[2]s", "%[1]s在%[2]s的直接投资流量"},
	"only fdi-flow":            {"direct investment made by %[1]s", "el flujo de inversión directa de %[1]s", "o fluxo de investimento direto de %[1]s", "%[1]s的直接投资流量"},
	"of anything":              {"%[1]s (%[2]s)", "%[1]s (%[2]s)", "%[1]s (%[2]s)", "%[1]s（%[2]s）"},

	// Evidence.
	"own books":     {"%[1]s's own books", "registros de %[1]s", "registros de %[1]s", "%[1]s统计"},
	"by books":      {"%[1]s: %[2]s", "%[1]s: %[2]s", "%[1]s: %[2]s", "%[1]s：%[2]s"},
	"recorded":      {"a record shows it (%[1]s)", "consta en un registro (%[1]s)", "consta em registro (%[1]s)", "有记录可证（%[1]s）"},
	"too little":    {"the records do not decide it (%[1]s)", "los registros no lo deciden (%[1]s)", "os registros não o decidem (%[1]s)", "现有记录不足以判断（%[1]s）"},
	"no basis":      {"no record decides it", "ningún registro lo decide", "nenhum registro o decide", "没有记录可作判断"},
	"no reading":    {"no amount delivered is recorded", "no consta ninguna entrega", "não consta nenhuma entrega", "尚无兑现记录"},
	"a view":        {"it is a view that no record can confirm or deny", "es una opinión que ningún registro puede confirmar ni desmentir", "é uma opinião que nenhum registro pode confirmar ou desmentir", "这是观点，任何记录都无法证实或否定"},
	"nothing known": {"nothing known", "nada consta", "nada consta", "无数据"},
	"shown for":     {"records show it for %[1]s of %[2]s", "consta para %[1]s de %[2]s", "consta para %[1]s de %[2]s", "%[2]s国中有记录者%[1]s国"},
	"not shown":     {"missing: %[1]s", "falta: %[1]s", "falta: %[1]s", "缺：%[1]s"},
	"not known":     {"not known: %[1]s", "se desconoce: %[1]s", "não se sabe: %[1]s", "不详：%[1]s"},
	"quoted":        {"“%[1]s”", "«%[1]s»", "“%[1]s”", "“%[1]s”"},

	// Hedges, by comparator.
	string(lac.Over):    {"over %[1]s", "más de %[1]s", "mais de %[1]s", "超过%[1]s"},
	string(lac.AtLeast): {"at least %[1]s", "al menos %[1]s", "pelo menos %[1]s", "至少%[1]s"},
	string(lac.Under):   {"under %[1]s", "menos de %[1]s", "menos de %[1]s", "不足%[1]s"},
	string(lac.UpTo):    {"at most %[1]s", "como máximo %[1]s", "no máximo %[1]s", "至多%[1]s"},
	string(lac.Nearly):  {"nearly %[1]s", "casi %[1]s", "quase %[1]s", "近%[1]s"},
	string(lac.About):   {"about %[1]s", "unos %[1]s", "cerca de %[1]s", "约%[1]s"},
	"from to":           {"%[1]s to %[2]s", "%[1]s a %[2]s", "%[1]s a %[2]s", "%[1]s至%[2]s"},

	// Times.
	"in":    {"in %[1]s", "en %[1]s", "em %[1]s", "%[1]s"},
	"on":    {"on %[1]s", "%[1]s", "em %[1]s", "%[1]s"},
	"up to": {"up to %[1]s", "hasta %[1]s", "até %[1]s", "截至%[1]s"},
	"since": {"since %[1]s", "desde %[1]s", "desde %[1]s", "自%[1]s以来"},
	"over":  {"from %[1]s to %[2]s", "desde %[1]s hasta %[2]s", "de %[1]s a %[2]s", "%[1]s至%[2]s"},
	"year":  {"%[1]s", "%[1]s", "%[1]s", "%[1]s年"},
	"month": {"%[1]s %[2]s", "%[1]s de %[2]s", "%[1]s de %[2]s", "%[2]s年%[3]s月"},
	"day":   {"%[1]s %[2]s %[3]s", "el %[1]s de %[2]s de %[3]s", "%[1]s de %[2]s de %[3]s", "%[3]s年%[4]s月%[1]s日"},

	// Units: one, more.
	"countries":         {"%[1]s countries", "%[1]s países", "%[1]s países", "%[1]s国"},
	"one years":         {"%[1]s year", "%[1]s año", "%[1]s ano", "%[1]s年"},
	"years":             {"%[1]s years", "%[1]s años", "%[1]s anos", "%[1]s年"},
	"times":             {"%[1]s times", "%[1]s veces", "%[1]s vezes", "%[1]s倍"},
	"rank":              {"%[1]s", "%[1]s", "%[1]s", "%[1]s"},
	"percent":           {"%[1]s percent", "%[1]s por ciento", "%[1]s por cento", "%[1]s%%"},
	"percentage-points": {"%[1]s percentage points", "%[1]s puntos porcentuales", "%[1]s pontos percentuais", "%[1]s个百分点"},
	"USD":               {"%[1]s US dollars", "%[1]s dólares", "%[1]s dólares", "%[1]s美元"},
	"CNY":               {"%[1]s yuan", "%[1]s yuanes", "%[1]s yuans", "%[1]s元人民币"},
	"EUR":               {"%[1]s euros", "%[1]s euros", "%[1]s euros", "%[1]s欧元"},
	"of millions":       {"%[1]s", "%[1]s de", "%[1]s de", "%[1]s"},
	"other unit":        {"%[1]s %[2]s", "%[1]s %[2]s", "%[1]s %[2]s", "%[1]s %[2]s"},
}

var phrasebook = func() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for phrase, texts := range phrases {
		for i, text := range texts {
			if err := b.SetString(languages[i], phrase, text); err != nil {
				panic(fmt.Sprintf("phrase %q: %v", text, err)) // of this file: a test reads them all
			}
		}
	}
	return b
}()

// A vocabulary is what a language has besides phrases.
type vocabulary struct {
	months        [12]string
	comma, listed string
	scales        []scaleWord // the largest first
	// myriad says that every number takes scale words, and no separators.
	myriad bool
	// article returns the article of an area by its name, with a space; it may be
	// nil. contract joins articles with the prepositions before them.
	article  func(lac.Area, string) string
	contract *strings.Replacer
}

// A scaleWord is a word for a power of ten.
type scaleWord struct {
	zeros int
	word  string // with the space before it
	one   string // after exactly one, where that differs
}

var vocabularies = [len(languages)]vocabulary{
	{[12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		", ", "; ", []scaleWord{{12, " trillion", ""}, {9, " billion", ""}, {6, " million", ""}}, false, nil, nil},
	{[12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		", ", "; ", []scaleWord{{12, " billones", " billón"}, {6, " millones", " millón"}}, false, nil, nil},
	{[12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
		", ", "; ", []scaleWord{{12, " trilhões", " trilhão"}, {9, " bilhões", " bilhão"}, {6, " milhões", " milhão"}}, false, portugueseArticle, portugueseContractions},
	{[12]string{}, "、", "；", []scaleWord{{12, "万亿", ""}, {8, "亿", ""}, {4, "万", ""}}, true, nil, nil},
}

var portugueseContractions = strings.NewReplacer(" de a ", " da ", " de o ", " do ", " de as ", " das ", " de os ", " dos ",
	" em a ", " na ", " em o ", " no ", " em as ", " nas ", " em os ", " nos ")

// portugueseArticle goes by the end of the name's first word, as most names of
// countries do: a China, o Brasil, as Bahamas, os Estados Unidos. The others that
// the region's record has take none.
func portugueseArticle(a lac.Area, name string) string {
	switch a {
	case lac.AntiguaAndBarbuda, lac.Barbados, lac.Belize, lac.Cuba, lac.Dominica, lac.ElSalvador, lac.Grenada, lac.Honduras, lac.Portugal, lac.PuertoRico,
		lac.SaintKittsAndNevis, lac.SaintLucia, lac.SaintVincentAndTheGrenadines, lac.TrinidadAndTobago, lac.HongKong, lac.Macao, lac.Taiwan,
		lac.Curacao, lac.Aruba, lac.Montserrat, lac.Anguilla:
		return ""
	}
	first, _, _ := strings.Cut(name, " ")
	switch {
	case a.IsBloc() && a != lac.EuropeanUnion: // known by initials
		return ""
	case strings.HasSuffix(first, "as"):
		return "as "
	case strings.HasSuffix(first, "os"), strings.HasSuffix(first, "es"):
		return "os "
	case strings.HasSuffix(first, "a"), strings.HasSuffix(first, "ão") && a == lac.EuropeanUnion:
		return "a "
	}
	return "o "
}

// amount returns a value with its unit. Amounts of money, in Chinese every number,
// take the largest scale word that they reach.
func (s speech) amount(v *big.Rat, u lac.Unit) string {
	_, money := u.Currency()
	text := s.number(v)
	if money || s.words.myriad {
		size := new(big.Rat).Abs(v)
		for _, sc := range s.words.scales {
			one := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(sc.zeros)), nil))
			if size.Cmp(one) < 0 {
				continue
			}
			word := sc.word
			if sc.one != "" && size.Cmp(one) == 0 {
				word = sc.one
			}
			if text = s.number(new(big.Rat).Quo(v, one)) + word; money {
				text = s.say("of millions", text)
			}
			break
		}
	}
	key := string(u)
	if v.IsInt() && v.Num().IsInt64() && v.Num().Int64() == 1 && phrases.has("one "+key) {
		key = "one " + key
	}
	switch {
	case u == "":
		return text
	case !phrases.has(key):
		return s.say("other unit", text, string(u))
	}
	return s.say(key, text)
}

// number returns a value in the language's form, with at most three decimal
// places. The printer groups the whole part and knows the decimal separator; it
// takes no decimals but floats, so that the places are set here.
func (s speech) number(v *big.Rat) string {
	text := decimal.NewFromBigInt(v.Num(), 0).DivRound(decimal.NewFromBigInt(v.Denom(), 0), 3).String()
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, places, _ := strings.Cut(text, ".")
	if n, err := strconv.ParseInt(whole, 10, 64); err == nil && !s.words.myriad {
		whole = s.Sprint(textnumber.Decimal(n))
	}
	if places != "" {
		tenth := s.Sprint(textnumber.Decimal(1, textnumber.Scale(1))) // 1.0 or 1,0
		places = strings.Trim(tenth, "10") + places
	}
	return sign + whole + places
}

// plain returns a number without separators, as years and days are written.
func plain(n int) string { return strconv.Itoa(n) }
