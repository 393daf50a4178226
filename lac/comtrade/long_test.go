package comtrade_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/comtrade"
	"pgregory.net/rapid"
)

// A row is compared with the one before, and what it says is looked up among what
// others said. So tables have to be long, and fields of many lengths and to begin
// alike.
func TestReadIntoLongTables(t *testing.T) {
	const columns = "period,note,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,cmdDesc,qtyUnitAbbr,qty,netWgt,cifvalue,fobvalue,primaryValue,isAggregate"
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		quote := rapid.SampledFrom([]string{"", `"`}).Draw(t, "quote")
		ends := rapid.SampledFrom([]string{"\n", "\r\n", ",\n"}).Draw(t, "ends")
		digits := rapid.IntRange(1, 12).Draw(t, "digits")
		number := func(before string) string {
			switch random.IntN(4) {
			case 0: // it goes on as the one before
				if len(before) < 12 {
					return before + fmt.Sprint(random.IntN(10))
				}
			case 1:
				return before
			case 2:
				return before[:1+random.IntN(len(before))]
			}
			s := fmt.Sprint(1 + random.Int64N(1e12))
			return s[:1+random.IntN(min(digits, len(s)))]
		}
		// How often, of 100 rows, a field changes: some stay, some change in a part
		// of the table only.
		often := make([]int, 15)
		var b strings.Builder
		b.WriteString(columns + "\n")
		row := []string{"2022", "", "156", "X", "32", "H6", "010121", "Horses, live", "kg", "1", "1", "1", "1", "1", "true"}
		for i := range rapid.IntRange(1, 4).Draw(t, "thousands") * 1300 {
			if i%650 == 0 {
				for f := range often {
					often[f] = []int{0, 0, 3, 20, 100}[random.IntN(5)]
				}
			}
			for f := range row {
				if random.IntN(100) >= often[f] {
					continue
				}
				switch f {
				case 4:
					row[f] = []string{"32", "76", "0", "842"}[random.IntN(4)]
				case 6:
					row[f] = fmt.Sprintf("%06d", random.IntN(1_000_000))[:2*(1+random.IntN(3))]
				case 7:
					row[f] = strings.Repeat("goods, ", random.IntN(8)) + fmt.Sprint(random.IntN(30))
				case 9, 10, 11, 12, 13:
					row[f] = number(row[f])
				}
			}
			for f, s := range row {
				if f > 0 {
					b.WriteByte(',')
				}
				q := quote
				if f == 7 {
					q = `"`
				}
				b.WriteString(q + s + q)
			}
			b.WriteString(ends)
			if random.IntN(500) == 0 { // a row that is not plain
				b.WriteString("\"a\nb\",x\n")
			}
		}
		text := b.String()
		size := rapid.SampledFrom([]int{0, 1 << 14, 1 << 20}).Draw(t, "piece")
		same(t, func() *comtrade.Reader {
			r := comtrade.NewReader(strings.NewReader(text))
			r.SetPieceBytes(size)
			return r
		})
	})
}

// A value that mostly changes is the row's own, however it begins and whatever
// the lengths of those before it.
func TestReadIntoValuesThatBeginAlike(t *testing.T) {
	values := []string{"1", "12", "123", "124", "129", "1234", "1243"}
	for _, quote := range []string{"", `"`} {
		random := rand.New(rand.NewPCG(1, 2))
		var b strings.Builder
		b.WriteString("period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue,isAggregate\n")
		for range 20_000 {
			value := values[random.IntN(len(values))]
			b.WriteString("2022,156,X,32,H6,TOTAL," + quote + value + quote + ",true\n")
		}
		same(t, func() *comtrade.Reader {
			r := comtrade.NewReader(strings.NewReader(b.String()))
			r.SetPieceBytes(1 << 20) // for one parser
			return r
		})
	}
}
