package figure_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
)

// brief writes figures as their values, with the units of money, percent and
// quantities; those that count nothing are left out.
func brief(text string, figures []figure.Figure) string {
	var out []string
	for _, f := range figures {
		if f.Role != "" || f.Stated.Vague != "" {
			continue
		}
		s := f.Stated.Value.Amount().String()
		if f.Kind == figure.KindRange {
			s += ".." + f.Stated.High.Amount().String()
		}
		r := figure.Rows(text, []figure.Figure{f})
		if len(r) == 1 && r[0].Unit != "" {
			s += " " + r[0].Unit
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// Kinds of figures that readers of text are known to get wrong, each in several
// wordings and in the languages that have it.
func TestKindsOfFigures(t *testing.T) {
	for _, of := range []struct{ kind, lang, text, want string }{
		{"a fall to a sum is no range", "en", "Revenue dropped 9.1% to 2.3 billion pesos.", "9.1 percent, 2300000000 pesos"},
		{"a fall to a sum is no range", "en", "Output fell 2% to 40 yen a kilo.", "2 percent, 40 JPY"},
		{"a fall to a sum is no range", "en", "The rate rose 25 basis points to 4.5 percent.", "25 basis-points, 4.5 percent"},
		{"a fall to a sum is no range", "en", "It grew 5 to 7 percent.", "5..7 percent"},
		{"a fall to a sum is no range", "en", "Prices gained 3 percent to 5,120.", "3 percent, 5120"},
		{"a fall to a sum is no range", "es", "El peso cayó 1,4% a 19,50 por dólar.", "1.4 percent, 19.5"},
		{"a fall to a sum is no range", "es", "Las reservas crecieron 3% hasta 64.100 millones de dólares.", "3 percent, 64100000000 USD"},
		{"a fall to a sum is no range", "es", "La tasa subiría de 3% a 5%.", "3 percent, 5 percent"},
		{"a fall to a sum is no range", "pt", "O dólar caiu 1,1% a R$ 5,02.", "1.1 percent, 5.02 BRL"},
		{"a fall to a sum is no range", "pt", "O lucro subiu 12% para 3,4 bilhões de reais.", "12 percent, 3400000000 BRL"},
		{"addresses", "en", "Write to desk7@stats20.example.org or see data.example.org/a/2024/10%25.", ""},
		{"addresses", "en", "(https://example.org/x?a=50%25&b=7) says 12 ships sank.", "12"},
		{"addresses", "es", "En www.ejemplo.org/precio/30%25/mil hay 14 tablas.", "14"},
		{"addresses", "zh", "网址为http://example.cn/a?x=90%25，共有15家企业。", "15"},
		{"dozens", "en", "They sold 3 dozen shirts, eleven doz. caps and 2 dz gloves.", "36, 132, 24"},
		{"dozens", "en", "two hundred dozen eggs", "2400"},
		{"dozens", "es", "Vendieron 3 docenas y media docena más.", "36, 6"},
		{"dozens", "pt", "Venderam 5 dz de ovos e duas dúzias de pães.", "60, 24"},
		{"one euro", "es", "Pagaron un euro por acción y una libra esterlina.", "1 EUR, 1 GBP"},
		{"one euro", "es", "Fue un real avance y un peso menos.", ""},
		{"one euro", "pt", "Custa um dólar por quilo e um euro por litro.", "1 USD, 1 EUR"},
		{"currency before the magnitude", "en", "It paid EUR 12 million, 7.5 GBP billion and 30 CNY mn.", "12000000 EUR, 7500000000 GBP, 30000000 CNY"},
		{"currency before the magnitude", "en", "A credit of yuan 2.5 billion was signed.", "2500000000 CNY"},
		{"currency before the magnitude", "es", "Fueron millones de dólares 40 y euros 3,5 millones.", "40000000 USD, 3500000 EUR"},
		{"currency before the magnitude", "es", "El plan costó 80 US$ millones.", "80000000 USD"},
		{"currency before the magnitude", "pt", "O fundo tem 18 EUR bilhões e 12 US$ milhões.", "18000000000 EUR, 12000000 USD"},
		{"glued codes", "en", "Sales: 3.5 MEUR, 70 kUSD and bnUSD 2.", "3500000 EUR, 70000 USD, 2000000000 USD"},
		{"glued codes", "es", "Ingresos de 250 MMUSD y 12 mdd; deuda de 3 mmdd.", "250000000 USD, 12000000 USD, 3000000000 USD"},
		{"glued codes", "pt", "Receita de 8 MBRL e dívida de MEUR 15.", "8000000 BRL, 15000000 EUR"},
		{"currencies", "en", "They owed 9 million Deutsche marks, 400 Dutch guilders, 12 zlotys and 5 lari.", "9000000 DEM, 400 NLG, 12 PLN, 5 GEL"},
		{"currencies", "es", "Debían 20 millones de dracmas, 300 francos belgas y U$S 45.", "20000000 GRD, 300 BEF, 45 USD"},
		{"currencies", "pt", "Deviam 7 milhões de escudos, 30 liras italianas e US$ 4.", "7000000 PTE, 30 ITL, 4 USD"},
		{"currencies", "zh", "欠款为七百万比塞塔、40美圆和30荷兰盾。", "7000000 ESP, 40 USD, 30 NLG"},
		{"digits and words", "en", "They hold 3 thousand and 20 hectares, and 1 million 200 thousand tonnes.", "3020 ha, 1200000 t"},
		{"digits and words", "en", "It fell by 6 hundred and 5 yen.", "605 JPY"},
		{"digits and words", "es", "Son 3 mil 450 hectáreas y 12 millones 300 mil pesos.", "3450 ha, 12300000 pesos"},
		{"digits and words", "pt", "São 2 mil e 500 hectares.", "2500 ha"},
		{"tenths", "zh", "商品打七折，利润降了三成，另有半成损耗，清仓对折。", "70 percent, 30 percent, 5 percent, 50 percent"},
		{"tenths", "zh", "八五折优惠，近六成五企业参与。", "85 percent, 65 percent"},
		{"quarters of a million", "en", "It cost three quarters of a billion dollars, half a million euros and a quarter million yuan.", "750000000 USD, 500000 EUR, 250000 CNY"},
		{"quarters of a million", "en", "A quarter of the budget and a quarter-million jobs.", "0.25, 250000"},
		{"quarters of a million", "en", "The port took three-quarter million boxes, then three quarter million, then a third-million.", "750000, 750000, 333333.333333333"},
		{"quarters of a million", "es", "Costó tres cuartos de millón de euros y medio billón de pesos.", "750000 EUR, 500000000000 pesos"},
		{"quarters of a million", "pt", "Custou meio bilhão de reais e três quartos de milhão.", "500000000 BRL, 750000 BRL"},
		{"a half with a scale of its own", "en", "three billion and a half million euros", "3000500000 EUR"},
		{"a half with a scale of its own", "es", "tres billones y medio millón", "3000000500000"},
		{"零", "zh", "两千零三十五人，4千零8户，十万零二百元，5百零6家。", "2035, 4008, 100200 CNY, 506"},
		{"digits alone", "zh", "结果为五。数量是三还是四？得分达九。", "5, 3, 4, 9"},
		{"clock", "zh", "上午九点三位代表到会，晚上八点两人离开。", "3, 2"},
		{"clock", "zh", "汇率为六点八，水位涨到三十点五米。", "6.8, 30.5 m"},
		{"words with digits", "zh", "他拾到钱包，三三两两的人走在陆地上，参加五角星活动。", ""},
		{"times and a half", "zh", "出口是十年前的两倍半，利润增长了3倍半。", "10, 2.5, 3.5"},
		{"half a hundred", "zh", "他年逾半百，收入过半。", "50, 0.5"},
		{"pairs", "zh", "买了三双鞋、两对耳环、四打鸡蛋。", "3, 2, 48"},
		{"pairs", "zh", "一打开门就看见他。", ""},
		{"percentiles", "zh", "处于百分之九十五百分位，提高三百个百分点。", "95 percent, 300 percentage-points"},
		{"the first", "zh", "跻身全球前十，位居前二。", "10, 2"},
		{"spaces", "zh", "共 8 亿 5 千 万 元，占 百分之 十 二。", "850000000 CNY, 12 percent"},
		{"spelled decimals", "zh", "增长百分之一百零六点五，达三百二十点七亿元。", "106.5 percent, 32070000000 CNY"},
		{"stacked scales", "zh", "人口四万万，欠款五万万两千万元，十万亿元。", "400000000, 520000000 CNY, 10000000000000 CNY"},
		{"some", "zh", "一百二十余万人，三百零几万元，二十几亿美元。", "1200000, 3000000 CNY, 2000000000 USD"},
		{"兆", "zh", "規模達四兆五千億日圓，約三兆元；装机100兆瓦。", "4500000000000 JPY, 3000000000000 CNY, 100 MW"},
		{"塊", "zh", "他花了五塊錢，買了三塊麵包，零售三块五。", "5 CNY, 3, 3.5 CNY"},
		{"cents", "zh", "单价为4美元又30美分，门票5欧元50欧分，零售价七元二角。", "4.3 USD, 5.5 EUR, 7.2 CNY"},
		{"parts of a thousand", "zh", "千分之五、万分之１.２、五百分之三、百分之零点五。", "0.005, 0.00012, 0.006, 0.5 percent"},
		{"lists", "en", "Lines 2,4,6,8 and blocks 11,13,15 stop.", "2, 4, 6, 8, 11, 13, 15"},
		{"a million and a fraction", "en", "four million and one third dollars", "4333333.33333333 USD"},
		{"out of", "en", "Nine out of ten firms, 3 out of every 8 lots, one in six people, 5 in 100 loans.", "0.9, 0.375, 0.166666666666667, 0.05"},
		{"out of", "en", "It rose 3 in May, 5 in 2023, 2 in five years and 10 in 30 days.", "3, 5, 2, 5, 10, 30"},
		{"out of", "es", "Uno de cada cinco; 7 de cada 10 empresas; cuatro de cada nueve.", "0.2, 0.7, 0.444444444444444"},
		{"out of", "pt", "Um em cada quatro; 3 em cada 10 lojas; dois de cada três.", "0.25, 0.3, 0.666666666666667"},
		{"powers of ten", "en", "It was 6.02×10^23, 4 x 10^6 tonnes, 3.1*10^-2 and 1.5×10⁹ dollars.", "602000000000000000000000, 4000000 t, 0.031, 1500000000 USD"},
		{"powers of ten", "zh", "约为2.5×10^4吨，系数８.１ｅ－３。", "25000 t, 0.0081"},
		{"signed fractions", "en", "It moved -5/8 and +3/4, then −1/2.", "-0.625, 0.75, -0.5"},
		{"signed fractions", "zh", "完成３／４，变化-2/5，增长-1.6%。", "0.75, -0.4, -1.6 percent"},
		{"spaced hyphens", "en", "thirty - two wells, two - thirds of them", "32, 0.666666666666667"},
		{"spelled decimals", "en", "two hundred and six point five percent, nought point two five, one thousand point one", "206.5 percent, 0.25, 1000.1"},
		{"spelled decimals", "es", "ciento cinco coma cinco por ciento", "105.5 percent"},
		{"spelled decimals", "pt", "cento e dois vírgula sete por cento", "102.7 percent"},
		{"spelled fractions", "en", "five and seventeen hundredths, one forty-fifth of it", "5.17, 0.0222222222222222"},
		{"spelled fractions", "es", "un millonésimo, tres diezmilésimas, siete centésimas", "0.000001, 0.0003, 0.07"},
		{"spelled fractions", "pt", "um bilionésimo, quatro décimos, nove centésimos", "0.000000001, 0.4, 0.09"},
		{"glued scales", "en", "US$ 12MM, $4bil, €6mil, 2.2b barrels, $7MN", "12000000 USD, 4000000000 USD, 6000000 EUR, 2200000000 barrels, 7000000 USD"},
		{"each mark has its number", "en", "£ 20 £ 35.50 £ 1,200", "20 GBP, 35.5 GBP, 1200 GBP"},
		{"each mark has its number", "es", "€ 20 € 35,50", "20 EUR, 35.5 EUR"},
		{"below zero", "en", "a result of $(3.2) billion and growth of (0.8)%", "-3200000000 USD, -0.8 percent"},
		{"below zero", "en", "The fee is five (5) percent, or ten (10) dollars.", "5 percent, 10 USD"},
		{"below zero", "es", "un saldo de -US$ 300 millones, -2,5%", "-300000000 USD, -2.5 percent"},
		{"elided currency", "en", "It lent 4.1 billion dollars, of which 2 billion were repaid.", "4100000000 USD, 2000000000 USD"},
		{"elided currency", "es", "Invirtió 60.000 millones de euros, de los cuales 20.000 millones son chinos.", "60000000000 EUR, 20000000000 EUR"},
		{"elided currency", "pt", "Exportou 90 bilhões de dólares e importou 40 bilhões.", "90000000000 USD, 40000000000 USD"},
		{"elided currency", "zh", "出口120亿、进口80亿美元，人口14亿。", "12000000000 USD, 8000000000 USD, 1400000000"},
		{"a count is no money", "en", "It spent $5 billion on 3 million people.", "5000000000 USD, 3000000"},
		{"Indian scales", "en", "Rs 5 lakh crore, 3.5 crore people, ₹12,34,567", "5000000000000 INR, 35000000, 1234567 INR"},
		{"per mille", "en", "3 per mille and 5‰", "3 permille, 5 permille"},
		{"comma thousands by the whole text", "es", "Costó 12,500 dólares; otras 3,200 obras; 45.5%.", "12500 USD, 3200, 45.5 percent"},
		{"comma thousands by the whole text", "es", "Subió 3,5% con 12.500 obras.", "3.5 percent, 12500"},
		{"ranges of money", "es", "entre 5 y 7 mil millones de dólares; de US$ 3 a US$ 4 millones", "5000000000..7000000000 USD, 3000000..4000000 USD"},
		{"no overlap", "zh", "20%以上5个国家", "20 percent, 5"},
		{"foreign scales", "pt", "A nota diz \"12 billion dollars\" e 3 mil milhões de euros.", "12000000000 USD, 3000000000 EUR"},
		{"entities and tags", "en", "<ul><li>US&#36;3.5&nbsp;bn</li><li>12&thinsp;345&nbsp;t</li></ul><p>km<sup>2</sup> 7.5 km<sup>2</sup>, up 4%<sup>3</sup>", "3500000000 USD, 12345 t, 7.5 km2, 4 percent"},
		{"tables", "pt", "Produto | Valor (R$ mi) | Peso (mil t)\nSoja | 1.200 | 3,5\nCarne | 450 | 1,2", "1200000000 BRL, 3500 t, 450000000 BRL, 1200 t"},
		{"tables", "en", "Country\tTrade, US$ million\tGrowth (%)\nPeru\t1,250\t-3.1", "1250000000 USD, -3.1 percent"},
		{"quoted mail", "en", "> Trade was $5\n> billion, up\n> 3 percent.", "5000000000 USD, 3 percent"},
		{"list items and pages", "en", "It says:\n1. 30 ports\n2. 4 roads\n\n- 12 -\n\nPage 3 of 9\n", "30, 4"},
		{"French", "fr", "Le commerce a atteint 518,4 milliards de dollars, en hausse de 6 %.", "518400000000 USD, 6 percent"},
		{"French", "fr", "Haïti a reçu plus de 12 345 tonnes et 3,5 millions d'euros.", "12345 t, 3500000 EUR"},
		{"French", "fr", "quatre-vingt-dix-sept, soixante et onze, soixante-dix-huit, vingt et un, quatre-vingts, deux cent trois", "97, 71, 78, 21, 80, 203"},
		{"French", "fr", "mille neuf cent quatre-vingt-quatorze gourdes, trois mille deux cents euros", "1994 HTG, 3200 EUR"},
		{"French", "fr", "deux tiers, un quart, la moitié, trois quarts de million", "0.666666666666667, 0.25, 0.5, 750000"},
		{"French", "fr", "entre 5 et 7 %, de 10 à 15 millions de pesos mexicains, une douzaine", "5..7 percent, 10000000..15000000 MXN, 12"},
		{"French", "fr", "Elle a baissé de 4,2 % à 310 450 tonnes.", "4.2 percent, 310450 t"},
		{"French", "und", "Les deux pays ont signé pour une centaine de projets et 20 Mds€ dans les transports.", "2, 100, 20000000000 EUR"},
		{"malformed bytes", "es", "5.000 millones de d\xf3lares y 3 a\xf1os", "5000000000, 3"},
		{"powers of ten alone", "en", "a load of 10^6 tonnes, 10<sup>3</sup> km", "1000000 t, 1000 km"},
		{"names", "en", "7-Eleven, COVID-19, G20, Boeing 737, A380", ""},
	} {
		t.Run(of.lang+" "+of.kind, func(t *testing.T) {
			if got := brief(of.text, checkFigures(t, of.text, language.MustParse(of.lang))); got != of.want {
				t.Errorf("%q:\n got %s\nwant %s", of.text, got, of.want)
			}
		})
	}
}
