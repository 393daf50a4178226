package comtrade_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

func TestReadIntoFixtures(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*.csv"))
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	if dir := os.Getenv("LAC_REAL_DATA"); dir != "" {
		real, err := filepath.Glob(filepath.Join(dir, "comtrade", "*.csv"))
		if err != nil || len(real) == 0 {
			t.Fatal("no real files", err)
		}
		names = append(names, real...)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			packed := compress(t, text)
			for _, size := range []int{0, 1, 7, 64, 301, 1 << 12, 100_000} {
				if size > 0 && size*10_000 < len(text) {
					continue
				}
				for _, strict := range []bool{false, true} {
					set := func(r *comtrade.Reader) *comtrade.Reader {
						r.Name, r.Strict = "name", strict
						r.SetPieceBytes(size)
						return r
					}
					same(t, func() *comtrade.Reader {
						r, err := comtrade.Open(name)
						if err != nil {
							t.Fatal(err)
						}
						t.Cleanup(func() { r.Close() })
						return set(r)
					})
					same(t, func() *comtrade.Reader {
						return set(comtrade.NewReader(iotest.OneByteReader(bytes.NewReader(text))))
					})
					same(t, func() *comtrade.Reader { return set(comtrade.NewReader(bytes.NewReader(packed))) })
				}
			}
		})
	}
}

// table draws a table that is full of what is unusual.
func table(t *rapid.T) string {
	const columns = "freqCode,refYear,period,note,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code," +
		"classificationCode,cmdCode,cmdDesc,customsCode,motCode,qtyUnitAbbr,qty,netWgt,cifvalue,fobvalue,primaryValue,isAggregate"
	choice := func(of ...string) *rapid.Generator[string] { return rapid.SampledFrom(of) }
	quantity := []string{"0", "12", "12.5", "12.50", "0012.5", "0.0", "1234567890123456", "123456789012345.5", "1"}
	money := append(quantity, "")
	oddFigure := []string{"1.", ".5", ".", "-1", "-0", "+3", "1e3", "1,5", " 7 ", "x", "1/2", "1:2", "\xe9", "123456789012345678", "1234567890123456789",
		"1234567890.12345678", "12345678901.12345678", strings.Repeat("9", 38), "1e400", "0.000000000000000001"}
	fields := map[string]struct{ good, odd []string }{
		"freqCode":           {[]string{"A"}, []string{"M", ""}},
		"refYear":            {[]string{"2022", "2021"}, []string{""}},
		"period":             {[]string{"2022", "202205", ""}, []string{"202213", "22", " 2022"}},
		"note":               {[]string{"", "text", "a,b", "\r", "Côte", "C\xf4te", strings.Repeat("long ", 30)}, []string{"a\nb", "a\r\nb\n", "\"\"", "x\"\"y"}},
		"reporterCode":       {[]string{"156", "842"}, []string{"999"}},
		"reporterISO":        {[]string{"CHN", "USA", ""}, []string{"\"\""}},
		"flowCode":           {[]string{"M", "X", "RM", "RX"}, []string{"FM", " M", ""}},
		"partnerCode":        {[]string{"76", "0", "32"}, []string{"492", "", "\xe9"}},
		"partnerISO":         {[]string{"BRA", "W00", "ARG", "N/A", ""}, []string{"_X", "B\nRA", "\u00a0"}},
		"partner2Code":       {[]string{"0", "344"}, []string{"x"}},
		"classificationCode": {[]string{"H6", "H5", "S4"}, []string{"H9", "", " H6", "H\"\"6"}},
		"cmdCode":            {[]string{"TOTAL", "26", "2603", "260300"}, []string{"26030010X", "2603001000", "", "26 ", "x", "2603\x00", "\x00", "260300\x00"}},
		"cmdDesc":            {[]string{"Copper ores", "", strings.Repeat("ore, ", 20)}, []string{"Copper \"\"ores\"\"", "a\nb"}},
		"customsCode":        {[]string{"C00", "C01"}, []string{strings.Repeat("c", 70)}},
		"motCode":            {[]string{"0", "2100"}, nil},
		"qtyUnitAbbr":        {[]string{"kg", "N/A", "", "u", "m²", "m\xb2", "1000u"}, []string{"ce/él", "k\"\"g"}},
		"qty":                {quantity, oddFigure},
		"netWgt":             {quantity, oddFigure},
		"cifvalue":           {money, oddFigure},
		"fobvalue":           {money, oddFigure},
		"primaryValue":       {money, oddFigure},
		"isAggregate":        {[]string{"true", "false", ""}, nil},
	}
	names := strings.Split(columns, ",")
	var b strings.Builder
	b.WriteString(choice("", "", "\uFEFF").Draw(t, "mark"))
	b.WriteString(columns + choice("\n", "\r\n", ",\n").Draw(t, "header's end"))
	quote := rapid.IntRange(0, 3).Draw(t, "quoting") // 0: never
	ends := choice("\n", "\r\n", ",\n", ",\r\n").Draw(t, "end")
	odd := rapid.IntRange(0, 200)
	cell := func(text string) string {
		if quote > 0 && (text != "" || odd.Draw(t, "quoted") < 100) || strings.ContainsAny(text, "\n,\"") {
			return `"` + text + `"`
		}
		return text
	}
	good := make([]string, len(names))
	for i, name := range names {
		good[i] = cell(fields[name].good[0])
	}
	for range rapid.OneOf(rapid.IntRange(0, 20), rapid.IntRange(0, 60), rapid.IntRange(0, 300)).Draw(t, "rows") {
		last := slices.Clone(good)
		for i, name := range names {
			switch n := odd.Draw(t, "new"); {
			case n < 30:
				good[i] = cell(choice(fields[name].good...).Draw(t, name))
				last[i] = good[i]
			case n == 30 && fields[name].odd != nil:
				last[i] = cell(choice(fields[name].odd...).Draw(t, name))
			}
		}
		row := strings.Join(last, ",") + ends
		switch odd.Draw(t, "odd") {
		case 0:
			row = "\n" + row
		case 1:
			row = "\r\n\r" + row
		case 2:
			row = row[:len(row)/2] + "\"" + row[len(row)/2:]
		case 3:
			row = row[:len(row)/2] + "\n" + row[len(row)/2:]
		case 4:
			row = "," + row
		case 5:
			row = strings.TrimRight(row, "\r\n") + ",\n"
		case 6:
			row = strings.TrimRight(row, "\r\n") + `,""` + "\n"
		case 7:
			row = strings.Repeat(row, 2)[len(row)/2:]
		case 8:
			row = "\"" + row
		case 9:
			row = strings.ReplaceAll(row, "\"", "")
		case 10:
			row = strings.Repeat("x", 600) + row
		}
		b.WriteString(row)
	}
	text := b.String()
	return text[:len(text)-rapid.IntRange(0, min(40, len(text))).Draw(t, "cut")]
}

func TestReadIntoRandom(t *testing.T) {
	file := filepath.Join(t.TempDir(), "table.csv")
	rapid.Check(t, func(t *rapid.T) {
		text := table(t)
		size := rapid.OneOf(rapid.IntRange(1, 20), rapid.IntRange(1, 1000), rapid.Just(1<<16)).Draw(t, "piece")
		strict := rapid.IntRange(0, 9).Draw(t, "strict") == 0
		most := rapid.SampledFrom([]int{0, 600, 350, 1 << 12}).Draw(t, "row bytes")
		number := rapid.SampledFrom([]int64{0, 0, 0, 2, 20}).Draw(t, "number")
		goods := rapid.SampledFrom([]int{0, 0, 1, 3}).Draw(t, "goods")
		in := rapid.SampledFrom([]string{"text", "stream", "stream", "file", "file", "broken"}).Draw(t, "in")
		same(t, func() *comtrade.Reader {
			var r *comtrade.Reader
			switch in {
			case "text": // of which something has been read
				in := strings.NewReader("begin" + text)
				in.Seek(5, io.SeekStart)
				r = comtrade.NewReader(in)
			case "stream":
				r = comtrade.NewReader(io.MultiReader(strings.NewReader(text)))
			case "broken":
				r = comtrade.NewReader(io.MultiReader(strings.NewReader(text), iotest.ErrReader(errors.New("broken"))))
			case "file":
				r = openText(t, file, text)
				t.Cleanup(func() { r.Close() })
			}
			r.Strict, r.MaxRowBytes = strict, most
			r.SetPieceBytes(size)
			r.SetMostNumber(number)
			r.SetMostGoods(goods)
			return r
		})
	})
}

// Long rows are rejected as they are met, whatever the pieces.
func TestReadIntoLongRows(t *testing.T) {
	for name, long := range map[string]string{
		"one line":        strings.Repeat("x", 3<<19),
		"quoted lines":    `"` + strings.Repeat("x\n", 3<<18),
		"many rejected":   strings.Repeat("?\n", 1<<17),
		"empty lines":     strings.Repeat("\n", 1<<17),
		"carriage return": strings.Repeat("\r", 3<<19),
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() {
				long = long[:len(long)/8]
			}
			text := header + row("32", "1") + long + "\n" + row("76", "2") + row("152", "3")
			for _, size := range []int{0, 1 << 14} {
				same(t, func() *comtrade.Reader {
					r := comtrade.NewReader(strings.NewReader(text))
					r.SetPieceBytes(size)
					return r
				})
			}
		})
	}
}

// What a parser remembers is bounded: when there is too much it begins anew.
func TestReadIntoManyHeads(t *testing.T) {
	const columns = "period,reporterCode,reporterISO,flowCode,partnerCode,classificationCode,cmdCode,customsCode,cmdDesc,primaryValue\n"
	row := func(period any, iso string, flow, edition, code, customs, value any) string {
		return fmt.Sprintf("%v,156,%s,%v,0,%v,%v,%v,,%v\n", period, iso, flow, edition, code, customs, value)
	}
	for name, of := range map[string]func(int) string{
		"texts": func(i int) string { return row(2022, "CHN", "X", "H6", 26, i, 1) },
		"areas": func(i int) string { return row(2022, fmt.Sprintf("C%02d", i%32768), "X", "H6", 26, "C00", 1) },
		"heads": func(i int) string { return row(1900+i%200, "CHN", "X", "H6", 26, i/200, 1) },
		"codes": func(i int) string { return row(2022, "CHN", "X", "H6", i, "C00", 1) },
		"editions": func(i int) string {
			return row(2022, "CHN", "X", fmt.Sprintf("%*s%*s", i%10, "", -2-i/10%10, "H6"), 26, "C00", 1)
		},
		"no heads": func(i int) string { return row(2022, "CHN", i%100, "H6", 26, i/100, 1) },
		"texts too long": func(i int) string {
			return row(2022, "CHN", "X", "H6", 26, fmt.Sprintf("%0*d", 60+i%10, i/100), 1)
		},
		"values too long": func(i int) string { return row(2022, "CHN", "X", "H6", 26, "C00", fmt.Sprintf("%0*d", 10+i%10, i)) },
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name != "heads" && name != "texts" {
				t.Skip("long with the race detector")
			}
			var b strings.Builder
			b.WriteString(columns)
			for i := range 30_000 {
				b.WriteString(of(i))
			}
			for _, start := range []string{"", "\""} { // a stray quotation mark makes one piece of them all
				text := strings.Replace(b.String(), "\n", "\n"+start, 1)
				same(t, func() *comtrade.Reader {
					r := comtrade.NewReader(strings.NewReader(text))
					r.MaxRowBytes = 1 << 23
					return r
				})
			}
		})
	}
}

// Wherever a piece ends, between a carriage return and its newline too.
func TestReadIntoPieces(t *testing.T) {
	rows := []string{
		`2022,156,CHN,X,32,,H6,TOTAL,"1","` + strings.Repeat("a", 80) + `"`, `2022,156,CHN,X,76,,H6,TOTAL,2,"b` + "\r\n" + `b"`, `2022,156,CHN,X,152,,H6,TOTAL,3,"""c"""`,
		`2022,156,CHN,X,484,,H6,TOTAL,"4"x,d`, `2022,156,CHN,X,604,,H6,TOTAL,5,` + strings.Repeat("e", 86), ``, `2022,156,CHN,X,858,,H6,TOTAL,6,` + "\r", `"2022`,
	}
	text := strings.Replace(header, "primaryValue\n", "primaryValue,cmdDesc\r\n", 1) + strings.Join(rows, "\r\n")
	for size := range 150 {
		for _, most := range []int{0, 112, 113, 114, 115, 116, 117, 118, 119, 120} { // the first row has 116
			same(t, func() *comtrade.Reader {
				r := comtrade.NewReader(strings.NewReader(text))
				r.MaxRowBytes = most
				r.SetPieceBytes(size)
				return r
			})
		}
	}
}

// Rows inside quotation marks are no rows, although what is parsed ahead takes
// them for some. Heads of theirs are known when they do come.
func TestReadIntoRowsInQuotes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var b strings.Builder
	b.WriteString(strings.Replace(header, "primaryValue", "primaryValue,cmdDesc", 1))
	for _, partner := range []string{"32", "76", "152", "484"} {
		line := strings.TrimSpace(row(partner, "1.5")) + ",x\n"
		b.WriteString(strings.Replace(line, "x", "\"x\n"+strings.Repeat(line, 40)+"\"", 1))
		b.WriteString(strings.Repeat(line, 40))
	}
	for size := 50; size < 1000; size += 50 {
		same(t, func() *comtrade.Reader {
			r := comtrade.NewReader(strings.NewReader(b.String()))
			r.SetPieceBytes(size)
			return r
		})
	}
}

func TestReadIntoAfterAll(t *testing.T) {
	r := open(t, "rejected.csv")
	for range r.All(context.Background()) {
		break
	}
	var got recordSink
	rejected, err := r.ReadInto(context.Background(), &got)
	if err != nil || len(got.records) != 1 || len(rejected) != 13 || got.batches != 0 {
		t.Errorf("%d records in %d batches, %d rejected, %v", len(got.records), got.batches, len(rejected), err)
	}
}

// FuzzReadInto holds ReadInto against ReadAll on any bytes.
func FuzzReadInto(f *testing.F) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*.csv"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		seed, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed, 100)
		f.Add(seed, 1)
	}
	f.Add([]byte(header+row("32", "1.0")+row("0", "\"1\n\"")+row("999", "-0")), 9)
	file := filepath.Join(f.TempDir(), "table.csv")
	f.Fuzz(func(t *testing.T, in []byte, size int) {
		same(t, func() *comtrade.Reader {
			r := openText(t, file, string(in))
			t.Cleanup(func() { r.Close() })
			r.MaxRowBytes = 1 << 12
			r.SetPieceBytes(1 + size&0xfff)
			return r
		})
	})
}

// A row costs no allocation: more rows of as many lines and commodities cost none
// but for what the goroutines' turns make of it.
func TestReadIntoAllocatesNothingForRows(t *testing.T) {
	text := func(goods int) string {
		var b strings.Builder
		b.WriteString("period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,netWgt,primaryValue\n")
		for i := range 600 {
			for good := 10; good < 97; good++ {
				if i == 0 || good < 10+goods {
					fmt.Fprintf(&b, "%d%02d,M,156,M,76,H6,%d,%d.5,%d\n", 1970+i/12, 1+i%12, good, good, i*good)
				}
			}
		}
		return b.String()
	}
	allocations := func(in string) float64 {
		return testing.AllocsPerRun(3, func() {
			r := comtrade.NewReader(strings.NewReader(in))
			s := lac.NewTradeStream(lac.TradeQuery{}, lac.ByCommodity).Also(lac.FigureNetWeight)
			if rejected, err := r.ReadInto(context.Background(), s); err != nil || len(rejected) > 0 {
				t.Fatal(rejected, err)
			}
		})
	}
	few, many := allocations(text(10)), allocations(text(87))
	// Pools lose some of what they hold, more with the race detector; a row that
	// allocated would be tens of thousands.
	if rows := 600 * 77; many-few > float64(rows)/50 {
		t.Errorf("%v allocations, and %v with %d rows more", few, many, rows)
	}
}
