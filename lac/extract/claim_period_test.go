package extract_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// The time of the last claim of each text, and that which it is compared with,
// written on 14 May 2024.
func TestClaimPeriods(t *testing.T) {
	tests := []struct {
		name, lang, text, period, baseline string
	}{
		{"first quarters", "es", "En los tres primeros trimestres de 2021 las ventas sumaron 30.000 millones de dólares.", "2021-01/2021-09", ""},
		{"first months", "es", "En los primeros cinco meses de 2022 el intercambio sumó 30.000 millones de dólares.", "2022-01/2022-05", ""},
		{"first months, the number first", "pt", "Nos quatro primeiros meses de 2022, a corrente de comércio somou US$ 30 bilhões.", "2022-01/2022-04", ""},
		{"the first quarters of a year in Chinese", "zh", "2021年前三季度，双边贸易额达300亿美元。", "2021-01/2021-09", ""},
		{"so many months in Chinese", "zh", "2021年前8个月，进口额达300亿美元。", "2021-01/2021-08", ""},
		{"from month to month in Chinese", "zh", "2021年1至4月出口300亿美元。", "2021-01/2021-04", ""},
		{"months with a hyphen", "zh", "今年1-3月，出口300亿美元。", "2024-Q1", ""},
		{"a numbered quarter", "zh", "2023年三季度，出口300亿美元。", "2023-Q3", ""},
		{"the second half", "zh", "2022年下半年，出口300亿美元。", "2022-07/2022-12", ""},
		{"last year in Chinese", "zh", "去年双边贸易额达300亿美元。", "2023", ""},
		{"traditional characters", "zh", "去年雙邊貿易額達300億美元。", "2023", ""},
		{"a quarter by its letter", "en", "Exports came to $30 billion in Q3 2022.", "2022-Q3", ""},
		{"a half by its letter", "en", "Exports came to $30 billion in H1 2022.", "2022-01/2022-06", ""},
		{"months of last year", "en", "From March to June last year exports came to $30 billion.", "2023-03/2023-06", ""},
		{"this year so far", "en", "So far this year exports have reached $30 billion.", "2024-01-01/2024-05-14", ""},
		{"this year so far in Spanish", "es", "En lo que va del año las exportaciones suman 30.000 millones de dólares.", "2024-01-01/2024-05-14", ""},
		{"last month in Portuguese", "pt", "No mês passado as exportações somaram US$ 3 bilhões.", "2024-04", ""},
		{"last month in Chinese", "zh", "上月出口增长3.5%。", "2024-04", "2023-04"},
		{"from the month before", "zh", "2024年3月出口环比增长3.5%。", "2024-03", "2024-02"},
		{"a span of years in Chinese", "zh", "2012年到2021年，累计出口900亿美元。", "2012/2021", ""},
		{"from a year to part of another", "pt", "Entre 2013 e o primeiro semestre de 2022, as exportações somaram US$ 90 bilhões.", "2013-01/2022-06", ""},
		{"the same months of the year before", "es", "En marzo de 2024 las exportaciones crecieron 12% respecto al mismo mes del año anterior.", "2024-03", "2023-03"},
		{"compared with a named month", "pt", "Em março de 2024 as compras subiram 9% em relação a março de 2022.", "2024-03", "2022-03"},
		{"compared with a year, in Chinese", "zh", "2023年贸易额达300亿美元，比2021年增长6%。", "2023", "2021"},
		{"the year before, in Chinese", "zh", "2022年出口额较前一年增长21%。", "2022", "2021"},
		{"growth since a year", "es", "Desde 2013 el comercio ha crecido 45%.", "2013-01-01/2024-05-14", "2013"},
		{"growth since a year, in Chinese", "zh", "2013年以来，贸易额增长45%。", "2013-01-01/2024-05-14", "2013"},
		{"from one year to another", "es", "El comercio aumentó 40% de 2015 a 2020.", "2020", "2015"},
		{"a figure of the year before beside that of the year", "pt", "As exportações somaram US$ 19 bilhões no primeiro trimestre, ante US$ 22 bilhões um ano antes.", "2023-Q1", ""},
		{"a share of the year before beside that of the year", "pt", "A China respondeu por 28% das exportações em 2022, contra 30,6% no ano anterior.", "2021", ""},
		{"a year later", "en", "Trade between China and Chile was $30 billion in 2019. A year later it was $28 billion.", "2020", ""},
		{"two years later", "zh", "2016年中国与智利贸易额为300亿美元。两年后达到350亿美元。", "2018", ""},
		{"within a decade", "en", "Trade between China and Chile was $15 billion in 2012. It tripled to $45 billion within a decade.", "2022", ""},
		{"now is the last whole year", "en", "Trade between China and Chile was $30 billion in 2014. It now stands at $57 billion.", "2023", ""},
		{"a meeting's year is not that of the next sentence", "es", "El foro se reunió en 2015. El comercio con Chile fue de 57.000 millones de dólares.", "", ""},
		{"a fiscal year that ends in the year", "en", "In fiscal 2023, US exports to Brazil rose 8 percent.", "2022-10/2023-09", "2021-10/2022-09"},
		{"a fiscal year that begins in the year", "zh", "2023财年，日本出口100亿美元。", "2023-04/2024-03", ""},
		{"a fiscal year of nobody knows whom", "es", "En el ejercicio fiscal 2023 las exportaciones sumaron 30.000 millones de dólares.", "2023", ""},
		{"the next sentence goes on", "pt", "Em 2022 o comércio com o Chile somou US$ 57 bilhões. As exportações foram de US$ 30 bilhões.", "2022", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			claims := extract.Claims(tt.text, extract.Options{Language: language.Make(tt.lang), Date: lac.DateOf(2024, 5, 14)})
			if len(claims) == 0 {
				t.Fatalf("%s: no claim", tt.text)
			}
			c := claims[len(claims)-1]
			period, baseline := "", ""
			if !c.Period.IsZero() {
				period = c.Period.String()
			}
			if !c.Baseline.IsZero() {
				baseline = c.Baseline.String()
			}
			if period != tt.period || baseline != tt.baseline {
				t.Errorf("%s\n%q: period %q, baseline %q; want %q, %q", tt.text, c.Stated.Text, period, baseline, tt.period, tt.baseline)
			}
		})
	}
}
