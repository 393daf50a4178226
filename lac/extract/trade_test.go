package extract_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// The measure of the last claim of each text, read on 9 June 2025; empty where the
// claim must stay unmapped.
func TestTradeClaimsMapWhereAllIsUnderstood(t *testing.T) {
	tests := []struct {
		name, lang, text, want string
	}{
		{"both sides named", "en", "Trade between China and Chile reached $61.7 billion in 2024.", "turnover CHN CHL 2024 eq"},
		{"joined by a hyphen", "en", "China-Chile trade was $61.7 billion in 2024.", "turnover CHN CHL 2024 eq"},
		{"two letters for two sides", "zh", "2023年，中智贸易额为670亿美元。", "turnover CHN CHL 2023 eq"},
		{"letters that may be of several, named beside", "zh", "2023年中巴双边贸易额为1714亿美元，巴西是重要伙伴。", "turnover CHN BRA 2023 eq"},
		{"letters that may be of several", "zh", "2023年中巴双边贸易额为1714亿美元。", ""},
		{"an adjective for both sides", "es", "El comercio sino-peruano sumó 43.000 millones de dólares en 2024.", "turnover CHN PER 2024 eq"},
		{"exports by their owner", "en", "Peru's exports to China were $25 billion in 2024.", "export PER CHN 2024 eq"},
		{"exports in Spanish", "es", "Las exportaciones de Chile a China sumaron 38.000 millones de dólares en 2024.", "export CHL CHN 2024 eq"},
		{"exports by an adjective", "pt", "As exportações brasileiras para a China somaram US$ 94 bilhões em 2024.", "export BRA CHN 2024 eq"},
		{"exports in Chinese", "zh", "2024年，巴西对华出口940亿美元。", "export BRA CHN 2024 eq"},
		{"imports in Chinese", "zh", "2024年，中国自秘鲁进口250亿美元。", "import CHN PER 2024 eq"},
		{"sold to", "en", "China sold Mexico goods worth $90 billion in 2024.", "export CHN MEX 2024 eq"},
		{"bought from", "en", "Mexico bought $90 billion of goods from China in 2024.", "import MEX CHN 2024 eq"},
		{"sold, in Portuguese", "pt", "O Chile vendeu US$ 38 bilhões à China em 2024.", "export CHL CHN 2024 eq"},
		{"a surplus with its owner", "en", "Brazil's trade surplus with China was $30 billion in 2024.", "balance BRA CHN 2024 eq 30000000000"},
		{"a deficit with its owner", "en", "Mexico's trade deficit with China was $120 billion in 2024.", "balance MEX CHN 2024 eq -120000000000"},
		{"a gap of nobody", "en", "The trade gap between China and Mexico was $120 billion in 2024.", ""},
		{"goods that have a code", "en", "Soybean trade between China and Brazil was worth $39 billion in 2023.", "turnover CHN BRA 2023 eq HS:1201"},
		{"goods without one code", "es", "El comercio agrícola entre China y Brasil alcanzó 60.000 millones de dólares en 2023.", ""},
		{"goods that are not known", "en", "Gizmo trade between China and Brazil reached $60 billion in 2023.", ""},
		{"exports to all the world", "en", "Brazil's exports were $339 billion in 2023, a third of them to China.", ""},
		{"and others", "en", "Chile's exports to China and all other markets totalled $98 billion in 2022.", ""},
		{"three sides", "en", "Trade of China, Peru and Japan came to $5 billion in 2023.", ""},
		{"an average", "pt", "O comércio mensal entre a China e o Brasil foi em média de US$ 15 bilhões em 2024.", ""},
		{"not reached", "en", "Trade between China and Chile did not reach $70 billion in 2024.", "turnover CHN CHL 2024 lt"},
		{"fell short", "en", "Trade between China and Chile fell short of $70 billion in 2024.", "turnover CHN CHL 2024 lt"},
		{"not exceeded", "zh", "2024年中国与智利贸易额未超过700亿美元。", "turnover CHN CHL 2024 le"},
		{"not reached, in Chinese", "zh", "2024年中国与智利贸易额没有达到700亿美元。", "turnover CHN CHL 2024 lt"},
		{"passed", "pt", "O comércio entre a China e o Chile passou de US$ 60 bilhões em 2024.", "turnover CHN CHL 2024 gt"},
		{"passed from and to", "pt", "O comércio entre a China e o Chile passou de US$ 6 bilhões em 2004 para US$ 60 bilhões em 2024.", "turnover CHN CHL 2024 eq"},
		{"denied by others", "es", "Los críticos niegan que el comercio entre China y Chile alcanzara 60.000 millones de dólares en 2024.", ""},
		{"not true", "en", "It is not true that trade between China and Chile was $61 billion in 2024.", ""},
		{"a condition", "pt", "Se o comércio entre a China e o Chile chegasse a US$ 90 bilhões em 2024, seria um recorde.", ""},
		{"a condition in Chinese", "zh", "如果2024年中国与智利贸易额达到900亿美元，那将创下纪录。", ""},
		{"what could have been", "en", "Trade between China and Chile could have reached $90 billion in 2024.", ""},
		{"without some goods", "en", "China's trade with Chile, excluding wine, was $50 billion in 2024.", ""},
		{"in another currency", "en", "Trade between China and Chile rose 7.7 percent in yuan terms in 2024.", ""},
		{"a question", "en", "Was trade between China and Chile $61 billion in 2024?", ""},
		{"through a month", "en", "In 2017, trade between China and Chile reached $30 billion through November.", "turnover CHN CHL 2017-01/2017-11 eq"},
		{"by a year that is over", "en", "Trade between China and Chile was $31 billion in 2016. By 2018 it had climbed to $43 billion.", "turnover CHN CHL 2018 eq"},
		{"a year later, without a subject", "es", "El comercio entre China y Chile fue de 31.000 millones de dólares en 2016. Dos años después llegó a 43.000 millones de dólares.", "turnover CHN CHL 2018 eq"},
		{"something else in the next sentence", "es", "El comercio entre China y Chile fue de 31.000 millones de dólares en 2016. El puerto costó 3.000 millones de dólares.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			claims := extract.Claims(tt.text, extract.Options{Language: language.Make(tt.lang), Date: lac.DateOf(2025, 6, 9)})
			if len(claims) == 0 {
				t.Fatalf("%s: no claim", tt.text)
			}
			c := claims[len(claims)-1]
			got := ""
			if m := c.Measure; m.Subject != "" {
				got = string(m.Flow) + " " + m.Reporter.String() + " " + m.Partner.String() + " " + c.Period.String() + " " + string(c.Stated.Comparator)
				if m.Flow == lac.Balance {
					got += " " + c.Stated.Value.Amount().String()
				}
				if m.Commodity != 0 {
					got += " " + m.Commodity.String()
				}
			}
			if got != tt.want {
				t.Errorf("%s: %q, want %q; missing %q", tt.text, got, tt.want, c.Missing)
			}
		})
	}
}

var brazil, _ = lac.ParseArea("BRA")

func TestBooksAreThoseThatTheSentenceNames(t *testing.T) {
	tests := []struct {
		lang, text string
		want       lac.Area
	}{
		{"en", "China-Chile trade was $61 billion in 2024, Chinese customs said.", lac.China},
		{"zh", "据海关统计，2024年中国与智利贸易额为610亿美元。", lac.China},
		{"pt", "Segundo a Secex, as exportações do Brasil para a China somaram US$ 94 bilhões em 2024.", brazil},
		{"pt", "Segundo a Secex, o comércio entre o Brasil e a China somou US$ 157,5 bilhões em 2023.", brazil},
		{"es", "El comercio entre China y Chile sumó 61.000 millones de dólares en 2024.", 0},
	}
	for _, tt := range tests {
		claims := extract.Claims(tt.text, extract.Options{Language: language.Make(tt.lang), Date: lac.DateOf(2025, 6, 9)})
		if len(claims) != 1 || claims[0].Books != tt.want || claims[0].Measure.Subject == "" {
			t.Errorf("%s: %+v, want the books of %v", tt.text, claims, tt.want)
		}
	}
}

func TestAPlaceInARegionAloneIsNoPlaceAmongAllPartners(t *testing.T) {
	for lang, text := range map[string]string{
		"en": "Brazil is China's largest trading partner in Latin America.",
		"es": "México es el segundo socio comercial de China en América Latina.",
		"pt": "O Brasil é o maior parceiro comercial da China na América Latina.",
		"zh": "巴西是中国在拉美最大的贸易伙伴。",
	} {
		for _, c := range extract.Claims(text, extract.Options{Language: language.Make(lang), Date: lac.DateOf(2025, 6, 9)}) {
			if c.Form == lac.FormRank && len(c.Missing) == 0 {
				t.Errorf("%s: mapped to %+v", text, c.Measure)
			}
		}
	}
}
