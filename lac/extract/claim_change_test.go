package extract_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// The last claim of each text, in short.
func TestClaimsOfChangeAndPlace(t *testing.T) {
	tests := []struct {
		name, lang, text, want string
	}{
		{"a noun of growth", "es", "En 2021 las ventas sumaron 30 millones de dólares, un repunte del 8 %.", "change 8 percent"},
		{"a noun of a fall", "es", "En 2021 las ventas sumaron 30 millones de dólares, con una merma de 8%.", "change -8 percent"},
		{"lower by so much", "es", "El total fue inferior en un 8% al de 2020.", "change -8 percent"},
		{"more than", "es", "Vendieron soja (7% más que en mayo de 2019).", "change 7 percent"},
		{"a percentage of growth", "es", "Esto significó un 9% de aumento.", "change 9 percent"},
		{"a sign above zero", "es", "Destacaron Chile (200 millones de dólares, -9%) y Perú (100 millones de dólares, +20%).", "change 20 percent"},
		{"multiplied by", "es", "El valor de las ventas se multiplicó por 49.", "multiple 49 times"},
		{"more, in Portuguese", "pt", "O total foi de US$ 30 bilhões, 16,5% a mais que em 2022.", "change 16.5 percent"},
		{"less, in Portuguese", "pt", "O total foi de US$ 30 bilhões, 16,5% a menos que em 2022.", "change -16.5 percent"},
		{"a fall, in Portuguese", "pt", "Houve um tombo de 4,2% nas vendas.", "change -4.2 percent"},
		{"grown a year", "zh", "2023年出口年增5%。", "change 5 percent"},
		{"fallen a year", "zh", "2023年进口同比下降了0.4%。", "change -0.4 percent"},
		{"in traditional characters", "zh", "2023年對東盟出口同比分別增長28.2%。", "change 28.2 percent"},
		{"a part of a whole, in Chinese", "zh", "中国接收了其出口总额的32%。", "share 32 percent"},
		{"the first partner, numbered", "es", "China es el primer socio comercial del Perú.", "rank 1"},
		{"and the second", "es", "China es el primer socio comercial del Perú, y el segundo de la Argentina.", "rank 2"},
		{"the third destination", "es", "China se ha convertido en el tercer destino de las exportaciones mexicanas.", "rank 3"},
		{"the largest recipient", "es", "Brasil fue el mayor receptor de capital chino.", "rank 1"},
		{"the busiest port", "pt", "Será o porto mais movimentado da América Latina.", "rank 1"},
		{"the world's biggest", "en", "It is the world's biggest trading bloc.", "rank 1"},
		{"the world's two largest are no place", "en", "They are the world's two largest economies.", ""},
		{"the largest in a place", "en", "It is the single largest investment in Jamaica.", "rank 1"},
		{"a numbered place in Chinese", "zh", "中国是巴西第一大贸易伙伴国。", "rank 1"},
		{"third market", "zh", "秘鲁第三大市场是美国。", "rank 3"},
		{"third producer", "zh", "秘鲁是世界第三大铜生产国。", "rank 3"},
		{"so many years running", "zh", "东盟已经连续8年是中国农产品进口来源地。", "streak 8 years"},
		{"no longer the largest", "en", "China is no longer its largest trading partner.", ""},
		{"one of the largest", "pt", "A China tornou-se um dos maiores investidores no país.", ""},
		{"counted before its measure word", "zh", "新设立外商投资企业29591家。", "count 29591 number"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, c := range extract.Claims(tt.text, extract.Options{Language: language.Make(tt.lang), Date: lac.DateOf(2024, 5, 14)}) {
				got = string(c.Form) + " " + c.Stated.Value.String()
				if c.Form == lac.FormRank {
					got = string(c.Form) + " " + c.Stated.Value.Amount().String()
				}
			}
			if got != tt.want {
				t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}
