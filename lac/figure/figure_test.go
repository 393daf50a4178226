package figure_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
)

// describe writes what a figure says in one line:
// text | kind value unit, with the comparator, role, noun and vague word if there are any.
func describe(f figure.Figure, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s", f.Core.Of(text), f.Kind)
	if f.Stated.Value.IsReported() {
		fmt.Fprintf(&b, " %v", f.Stated.Value)
	}
	if f.Stated.High.IsReported() {
		fmt.Fprintf(&b, " to %v", f.Stated.High)
	} else if c := f.Stated.Comparator; c != "" && c != "eq" {
		fmt.Fprintf(&b, " %s", c)
	}
	if f.Stated.Vague != "" {
		fmt.Fprintf(&b, " vague %s", f.Stated.Vague)
	}
	if f.Role != "" {
		fmt.Fprintf(&b, " as %s", f.Role)
	}
	return b.String()
}

// Each text has one figure or some, which must be all.
func TestFind(t *testing.T) {
	for _, of := range []struct {
		rule, lang, text string
		want             []string
	}{
		{"nothing groups after a zero", "en", "The rate rose from 0.250 to 0.500, at 1,234 firms.",
			[]string{"0.250 | number 0.25 number", "0.500 | number 0.5 number", "1,234 | number 1234 companies"}},
		{"scale and currency", "en", "The loan of $4.2 billion was paid.", []string{"$4.2 billion | money 4200000000 USD"}},
		{"short scale, right after digits", "en", "worth US$3.5bn or €2m", []string{"US$3.5bn | money 3500000000 USD", "€2m | money 2000000 EUR"}},
		{"thousand million", "en", "70.2 thousand million yuan", []string{"70.2 thousand million yuan | money 70200000000 CNY"}},
		{"code before and after", "en", "EUR 45 billion and 9 billion USD", []string{"EUR 45 billion | money 45000000000 EUR", "9 billion USD | money 9000000000 USD"}},
		{"name with its country", "en", "30 Chilean pesos, 20 Canadian dollars", []string{"30 Chilean pesos | money 30 CLP", "20 Canadian dollars | money 20 CAD"}},
		{"cents", "en", "It costs $5 and 30 cents.", []string{"$5 and 30 cents | money 5.3 USD"}},
		{"a count keeps to its number", "en", "over 1,200 buses", []string{"1,200 | number 1200 buses gt"}},
		{"the noun phrase's head", "en", "some 450 million COVID-19 vaccine doses", []string{"450 million | number 450000000 doses about"}},
		{"an adjective with a hyphen", "en", "a 420-kilometre line, a 350-billion-yuan loan", []string{"420-kilometre | quantity 420 km", "350-billion-yuan | money 350000000000 CNY"}},
		{"points are no percent", "en", "2.5 percentage points, 40 per cent, 25 basis points",
			[]string{"2.5 percentage points | percent 2.5 percentage-points", "40 per cent | percent 40 percent", "25 basis points | percent 25 basis-points"}},
		{"hedges before", "en", "no fewer than 5, well over 6, just short of 7, up to 8, not more than 9, barely 10",
			[]string{"5 | number 5 number ge", "6 | number 6 number gt", "7 | number 7 number nearly", "8 | number 8 number le", "9 | number 9 number le", "10 | number 10 number about"}},
		{"hedges after", "en", "30-plus countries, 40 or more, 50+, 60 or so, 70 or less",
			[]string{"30 | number 30 countries gt", "40 | number 40 number ge", "50 | number 50 number gt", "60 | number 60 number about", "70 | number 70 number le"}},
		{"hedge before a determiner", "en", "more than the 200 firms", []string{"200 | number 200 companies gt"}},
		{"multiples", "en", "It doubled, rose threefold, five times, 10x and twice.",
			[]string{"doubled | number 2 times", "threefold | number 3 times", "five | number 5 times", "10 | number 10 times", "twice | number 2 times"}},
		{"fractions", "en", "two thirds, a quarter of all, 3/4, 2½, one-half", []string{"two thirds | number 0.666666666666667 number", "a quarter | number 0.25 number", "3/4 | number 0.75 number", "2½ | number 2.5 number", "one-half | number 0.5 number"}},
		{"mixed numbers", "en", "two and a half million, a million and a half, twenty and three fifths",
			[]string{"two and a half million | number 2500000 number", "a million and a half | number 1500000 number", "twenty and three fifths | number 20.6 number"}},
		{"fraction or place after an article", "en", "a fifth of it, a fifth round", []string{"a fifth | number 0.2 number", "fifth | ordinal 5 rank"}},
		{"collectives", "en", "a dozen, half a dozen, two dozen, a couple of", []string{"a dozen | number 12 number", "half a dozen | number 6 number", "two dozen | number 24 number", "a couple | number 2 number"}},
		{"vague numbers", "en", "dozens of ports, several hundred, tens of thousands, numerous plants",
			[]string{"dozens | number vague dozens", "several hundred | number vague hundreds", "tens of thousands | number 20000 number ge vague tens of thousands", "numerous | number vague numerous"}},
		{"ranges", "en", "from 5 to 10 million dollars, between two hundred and three hundred, 10-20%, $1m-$3m",
			[]string{"5 to 10 million dollars | range 5000000 USD to 10000000 USD", "two hundred and three hundred | range 200 number to 300 number", "10-20% | range 10 percent to 20 percent", "$1m-$3m | range 1000000 USD to 3000000 USD"}},
		{"what moves from one to another is two figures", "en", "It rose from 90 ships to 126 ships.", []string{"90 | number 90 ships", "126 | number 126 ships"}},
		{"a year ends no range of money", "en", "from 312 yuan in 2013 to 674 yuan", []string{"312 yuan | money 312 CNY", "2013 | number 2013 number as year", "674 yuan | money 674 CNY"}},
		{"negative numbers", "en", "minus five, -3.5 °C, a 5-7 loss", []string{"minus five | number -5 number", "-3.5 °C | quantity -3.5 celsius", "5-7 | range 5 number to 7 number"}},
		{"letters after digits: million, metres, a name", "en", "5m people, 5m tall, 5G, A380, G20", []string{"5m | number 5000000 people", "5m | quantity 5 m"}},
		{"pounds of money and of weight", "en", "five pounds; it weighs five pounds", []string{"five pounds | money 5 GBP", "five pounds | quantity 5 lb"}},
		{"dates, years, times", "en", "on 9 June 2025 at 10:30, in 1998, on March 3rd", []string{"9 | number 9 number as date", "2025 | number 2025 number as year", "10 | number 10 number as time", "30 | number 30 number as time", "1998 | number 1998 number as year", "3rd | ordinal 3 rank as date"}},
		{"names and references", "en", "the Group of 77, Agenda 2030, resolution 2758, COP 30, page 5",
			[]string{"77 | number 77 number as name", "2030 | number 2030 number as name", "2758 | number 2758 number as reference", "30 | number 30 number as name", "5 | number 5 number as reference"}},
		{"one that is no number", "en", "one of them, no one, this one, one million", []string{"one | number 1 number as pronoun", "one million | number 1000000 number"}},
		{"digits that spell no number", "en", "2025-06-09, 12.05.2020, +1 202 555 0143, 192.168.1.1", nil},
		{"more digits than a value has", "en", "1" + strings.Repeat("0", 50) + " grains", []string{"1" + strings.Repeat("0", 50) + " | number"}},

		{"a scale is not gone on with by the time that follows", "en", "$5 billion three years ago, five million two weeks later", []string{"$5 billion | money 5000000000 USD", "three | number 3 years", "five million | number 5000000 number", "two | number 2 weeks"}},
		{"more than is of the next number", "en", "$200 billion and more than 4,000 firms, 30 and over", []string{"$200 billion | money 200000000000 USD", "4,000 | number 4000 companies gt", "30 | number 30 number ge"}},
		{"a letter before a number with a scale is money", "en", "N4.17 trillion, K5bn, a G7 summit", []string{"N4.17 trillion | money 4170000000000 number", "K5bn | money 5000000000 number"}},
		{"whose letter, by the country named", "en", "Nigeria spent N4.17 trillion.", []string{"N4.17 trillion | money 4170000000000 NGN"}},

		{"a scale is not gone on with by the time that follows", "es", "5.000 millones dos años antes", []string{"5.000 millones | number 5000000000 number", "dos | number 2 years"}},
		{"mil millones", "es", "unos 5 mil millones de dólares y 451 mil 591 millones de euros", []string{"5 mil millones de dólares | money 5000000000 USD about", "451 mil 591 millones de euros | money 451591000000 EUR"}},
		{"the long scale", "es", "un billón de pesos chilenos", []string{"un billón de pesos chilenos | money 1000000000000 CLP"}},
		{"whose pesos, by the country named", "es", "Uruguay pagó 300 pesos.", []string{"300 pesos | money 300 UYU"}},
		{"parts", "es", "tres cuartas partes, un tercio, la mitad, treinta y cinco centésimas", []string{"tres cuartas partes | number 0.75 number", "un tercio | number 0.333333333333333 number", "mitad | number 0.5 number", "treinta y cinco centésimas | number 0.35 number"}},
		{"ordinals", "es", "la 3.ª, el 21º, vigésimo primero, 1er", []string{"3.ª | ordinal 3 rank", "21º | ordinal 21 rank", "vigésimo primero | ordinal 21 rank", "1er | ordinal 1 rank"}},
		{"al menos is no minus", "es", "al menos cinco, menos cinco grados", []string{"cinco | number 5 number ge", "menos cinco grados | quantity -5 degrees"}},
		{"ranges with articles", "es", "entre el 10 y el 20 por ciento", []string{"10 y el 20 por ciento | range 10 percent to 20 percent"}},
		{"the word for and belongs to the range", "es", "entre treinta y dos mil, entre mil y dos mil", []string{"treinta y dos mil | range 30 number to 2000 number", "mil y dos mil | range 1000 number to 2000 number"}},
		{"an article is no number", "es", "un puerto, una obra, un metro", []string{"un metro | quantity 1 m"}},
		{"adjectives follow the noun", "es", "500 becas gubernamentales", []string{"500 | number 500 scholarships"}},
		{"multiples", "es", "se duplicó, el doble, tres veces", []string{"duplicó | number 2 times", "doble | number 2 times", "tres | number 3 times"}},

		{"bilhões and mil milhões", "pt", "R$ 5,5 bilhões, dez mil milhões de euros", []string{"R$ 5,5 bilhões | money 5500000000 BRL", "dez mil milhões de euros | money 10000000000 EUR"}},
		{"parts", "pt", "meia dúzia, dois milhões e meio, três doze avos, metade", []string{"meia dúzia | number 6 number", "dois milhões e meio | number 2500000 number", "três doze avos | number 0.25 number", "metade | number 0.5 number"}},
		{"segundo that is no place", "pt", "segundo o ministro, o segundo lugar, segunda-feira", []string{"segundo | ordinal 2 rank"}},
		{"the word for and belongs to the range", "pt", "entre mil e cem e dez mil, entre vinte e trinta e cinco", []string{"mil e cem e dez mil | range 1100 number to 10000 number", "vinte e trinta e cinco | range 20 number to 35 number"}},
		{"hedges", "pt", "cerca de 20 países, pelo menos 5, quase 1.500 obras", []string{"20 | number 20 countries about", "5 | number 5 number ge", "1.500 | number 1500 obras nearly"}},

		{"万 and 亿", "zh", "达1.28万公里，12亿6000万人，5184.67亿美元", []string{"1.28万公里 | quantity 12800 km", "12亿6000万 | number 1260000000 people", "5184.67亿美元 | money 518467000000 USD"}},
		{"parts", "zh", "三分之二，百分之三十，七成五，三又二分之一，一半", []string{"三分之二 | number 0.666666666666667 number", "百分之三十 | percent 30 percent", "七成五 | percent 75 percent", "三又二分之一 | number 3.5 number", "一半 | number 0.5 number"}},
		{"the unspoken lower scale", "zh", "一百五，两万三，一千零三", []string{"一百五 | number 150 number", "两万三 | number 23000 number", "一千零三 | number 1003 number"}},
		{"hedges around", "zh", "近百万人，200多个国家，30余万名，五十左右，至少三家企业", []string{"百万 | number 1000000 people nearly", "200 | number 200 countries gt", "30余万 | number 300000 number gt", "五十 | number 50 number about", "三 | number 3 companies ge"}},
		{"two digits in a row are some", "zh", "两三百人，十七八个", []string{"两三百 | range 200 people to 300 people", "十七八 | range 17 number to 18 number"}},
		{"doublings", "zh", "翻了一番，翻两番，两倍", []string{"翻了一番 | number 2 times", "翻两番 | number 4 times", "两 | number 2 times"}},
		{"a shape behind money is a part of it", "zh", "五元三角，五角大楼", []string{"五元三角 | money 5.3 CNY"}},
		{"a currency before Chinese numbers", "zh", "美元五百万，港币三亿，新台币五百万元，以美元计三亿吨", []string{"美元五百万 | money 5000000 USD", "港币三亿 | money 300000000 HKD", "新台币五百万元 | money 5000000 TWD", "三亿吨 | quantity 300000000 t"}},
		{"a measure word before a great scale", "zh", "投资两个亿、5个亿，三个亿万富翁，20个国家", []string{"两个亿 | number 200000000 number", "5个亿 | number 500000000 number", "三 | number 3 number", "20 | number 20 countries"}},
		{"money in parts", "zh", "3元5角，三块五，人民币500元", []string{"3元5角 | money 3.5 CNY", "三块五 | money 3.5 CNY", "人民币500元 | money 500 CNY"}},
		{"characters of numbers in other words", "zh", "一带一路，十分重要，统一，两岸，千万不要", nil},
		{"dates and names", "zh", "2024年6月9日，二十国集团，第2758号", []string{"2024 | number 2024 years as year", "6 | number 6 number as date", "9 | number 9 days as date", "二十 | number 20 countries as name", "第2758 | ordinal 2758 rank as reference"}},
		{"ranges", "zh", "3.5%至4.2%，三至五年，10和20之间", []string{"3.5%至4.2% | range 3.5 percent to 4.2 percent", "三至五 | range 3 years to 5 years", "10和20 | range 10 number to 20 number"}},
	} {
		t.Run(of.lang+" "+of.rule, func(t *testing.T) {
			var got []string
			for _, f := range checkFigures(t, of.text, language.MustParse(of.lang)) {
				got = append(got, describe(f, of.text))
			}
			if diff := cmp.Diff(of.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", of.text, diff)
			}
		})
	}
}

func TestFigureSpans(t *testing.T) {
	text := "Sales: just over 2.67 billion yuan, and some 4,500 big trucks."
	figures := figure.Find(text, language.English)
	var got [][4]string
	for _, f := range figures {
		got = append(got, [4]string{f.Whole.Of(text), f.Core.Of(text), f.Numeral.Of(text), f.Noun.Of(text)})
	}
	want := [][4]string{{"just over 2.67 billion yuan", "2.67 billion yuan", "2.67", ""}, {"some 4,500", "4,500", "4,500", "trucks"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("whole, core, numeral, noun (-want +got):\n%s", diff)
	}
	text = "between $5 million and $10 million"
	f := figure.Find(text, language.English)[0]
	if low, high := f.Ends[0].Of(text), f.Ends[1].Of(text); low != "$5 million" || high != "$10 million" {
		t.Errorf("got ends %q and %q", low, high)
	}
}

func TestFigureDigits(t *testing.T) {
	for text, want := range map[string]int{
		"$518.4 billion": 4, "17,200": 5, "0.7%": 1, "6.0%": 2, "a million": 0, "doubled": 0, "five billion": 1, "two hundred": 3,
		"two hundred and fifty thousand": 3, "twenty-one": 2, "half a million": 0, "2.5 million": 2, "007": 1,
	} {
		if f := figure.Find(text, language.English); len(f) != 1 || f[0].Stated.Digits != want {
			t.Errorf("%q: got %+v, want %d digits", text, f, want)
		}
	}
}

func TestFigureDoubt(t *testing.T) {
	for _, of := range []struct {
		rule, lang, text, value string
		doubt                   bool
	}{
		{"a dot groups in Spanish, unless", "es", "1.234 obras", "1234", false},
		{"a comma splits in Spanish, in some countries", "es", "1,234 obras", "1.234", true},
		{"before millions it groups: nobody gives them to three decimals", "es", "451,591 millones de dólares", "451591000000", false},
		{"but not before mil millones", "es", "451,591 mil millones de dólares", "451591000000", true},
		{"nor where the text shows that it splits", "es", "451,591 millones de dólares y un 3,5 %", "451591000", false},
		{"nor in Portuguese", "pt", "451,591 milhões de dólares", "451591000", false},
		{"in Mexico it groups", "es-MX", "1,234 obras", "1234", false},
		{"a dot splits in Mexico, but elsewhere groups", "es-MX", "1.234 obras", "1.234", true},
		{"the text shows that it groups", "es", "1,234 obras y 2,345.6 km", "1234", false},
		{"an unknown language leaves a doubt", "und", "más de 1.234 obras", "1234", true},
		{"four digits before it: it splits", "es", "1234.567 obras", "1234.567", false},
		{"a zero before it: it splits", "es", "0.567 puntos", "0.567", false},
		{"three groups leave none", "und", "1.234.567 things", "1234567", false},
		{"a Spanish billón in English may be a misspelt billion", "en", "$36 billon", "36000000000000", true},
		{"so it may in Portuguese", "pt", "36 billones de dólares", "36000000000000", true},
		{"and a trillón", "en", "36 trillones of dollars", "36000000000000000000", true},
		{"in Spanish it is what it says", "es", "36 billones de dólares", "36000000000000", false},
		{"a Portuguese bilhão is as much as a billion", "en", "$36 bilhões", "36000000000", false},
		{"nothing is spelled as millardos", "en", "36 millardos of dollars", "36000000000", false},
		{"whose pesos", "en", "500 pesos", "500", true},
		{"pesos of two countries", "en", "in Chile or Cuba, 500 pesos", "500", true},
	} {
		t.Run(of.rule, func(t *testing.T) {
			f := checkFigures(t, of.text, language.MustParse(of.lang))[0]
			if got := f.Stated.Value.Amount().String(); got != of.value || (f.Doubt != "") != of.doubt {
				t.Errorf("%q: got %s, doubt %q; want %s, doubt %v", of.text, got, f.Doubt, of.value, of.doubt)
			}
		})
	}
}

func TestFiguresGuessLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Más de 3,5 millones de personas trabajan en los proyectos.": "3500000",
		"Mais de 3,5 milhões de pessoas trabalham nos projetos.":     "3500000",
		"超过350万人参与了这些项目。":                                            "3500000",
		"More than 3.5 million people work on the projects.":         "3500000",
		"五分之一": "0.2",
	} {
		f := figure.Find(text, language.Und)
		if len(f) != 1 || f[0].Stated.Value.Amount().String() != want {
			t.Errorf("%q: got %+v, want %s", text, f, want)
		}
	}
}

// A range of a hedge, a fraction and a vague word in one text: what a caller sees.
func ExampleFind() {
	text := "Over 4,500 trucks carried goods worth some 2.67 billion yuan, up by 10 to 15 percent, in dozens of convoys."
	for _, f := range figure.Find(text, language.English) {
		fmt.Printf("%s: %s %s %v\n", f.Stated.Text, f.Kind, f.Stated.Comparator, f.Stated.Value)
	}
	// Output:
	// Over 4,500: number gt 4500 trucks
	// some 2.67 billion yuan: money about 2670000000 CNY
	// 10 to 15 percent: range range 10 percent
	// dozens: number  not reported
}

func ExampleFind_doubt() {
	text := "Se exportaron 1.234 toneladas por 500 pesos."
	for _, f := range figure.Find(text, language.Und) {
		fmt.Printf("%v: %s\n", f.Stated.Value, f.Doubt)
	}
	// Output:
	// 1234 t: the dot is read as grouping digits; it may split decimals
	// 500 pesos: the text does not say which country's money this is
}

func ExampleRows() {
	text := "贸易额达5184.67亿美元，增长6%"
	e := json.NewEncoder(os.Stdout)
	for _, row := range figure.Rows(text, figure.Find(text, language.Chinese)) {
		e.Encode(row)
	}
	// Output:
	// {"text":"5184.67亿美元","start":4,"end":14,"kind":"money","value":"518467000000","low":null,"high":null,"unit":"USD"}
	// {"text":"6%","start":17,"end":19,"kind":"percent","value":"6","low":null,"high":null,"unit":"percent"}
}
