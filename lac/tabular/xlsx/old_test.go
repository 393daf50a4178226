package xlsx_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular/xlsx"
)

// The files in testdata were written by three programs that know the format: xlwt,
// Spreadsheet::WriteExcel and SheetJS. What they were told to write stands here.
func TestOldForm(t *testing.T) {
	for name, want := range map[string][]string{
		"xlwt.xls": { // which keeps an empty text as the result of a formula
			"what|value", "text|Côte d'Ivoire", "han|秘鲁（Perú）", "whole|1234567", "negative|-42", "cents|1234.56", "tenth|1.1", "million|31000000123", "small|0.000001234",
			`10:2: field B10 "9007199254740992": out of range: more than the 15 digits that Excel shows`,
			`11:2: field B11 "0.30000000000000004": out of range: more than the 15 digits that Excel shows`,
			"yes|true", "day|2024-05-13", "month|2024-05", "month in Chinese|2024-05", "share|12.5%",
			"formula|", "", "after an empty row|3", "both|1", "both|2", "first|7",
			"23:2: field B23: malformed: the number in B22 is merged over rows 22 to 23: it is not known whose it is",
		},
		"writeexcel.xls": {"what|value", "text|Côte d'Ivoire", "han|秘鲁", "whole|1234567", "tenth|1.1", "share|5.25%", "day|2024-05-13", "formula of a text|ab", "formula of a number|3", "10:2: field B10: not reported: a formula that was never computed: open the workbook in a spreadsheet and save it"},
		"sheetjs.xls":    {"what|value", "text|Côte d'Ivoire", "han|秘鲁", "whole|1234567", "tenth|1.1", "cents|-1234.56", "long|31000000123.5", "yes|false", "formula of a text|Perú", "formula of a number|2.5", "day|2024-05-13", `12:2: field B12 "#DIV/0!": malformed: the cell has an error`},
		"from1904.xls":   {"day", "2024-05-13"},
	} {
		if diff := cmp.Diff(want, show(open(t, filepath.Join("testdata", name)))); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
	w := open(t, "testdata/xlwt.xls")
	w.Shown = true
	var notes []string
	w.Notes = func(e *lac.RowError) { notes = append(notes, e.Error()) }
	if got := show(w); got[9] != "huge|9007199254740990" || got[10] != "sum|0.3" {
		t.Errorf("%q", got[9:11])
	}
	if diff := cmp.Diff([]string{`1: field B: column B of sheet "Cells" is hidden, and is read`, `19: row 19 of sheet "Cells" is hidden, and is read`}, notes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Cells", "Many"}, w.Sheets()); diff != "" {
		t.Error(diff)
	}
}

// The texts of a long table go over the ends of records, in one and two bytes a character.
func TestOldFormLong(t *testing.T) {
	n := 0
	for cells, err := range open(t, "testdata/xlwt.xls").Rows("Many") {
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"n", "text"}
		if n > 0 {
			want = []string{strconv.Itoa(n), fmt.Sprintf("text %d of a table that is long enough ", n)}
			if n%3 == 0 {
				want[1] += "秘鲁"
			}
		}
		if !cmp.Equal(cells, want) {
			t.Fatalf("%q, want %q", cells, want)
		}
		n++
	}
	if n != 600 {
		t.Errorf("%d rows", n)
	}
}

// China customs' table by country, whose titles and heads are merged.
func TestOldFormOfCustoms(t *testing.T) {
	w := open(t, "testdata/customs.xls")
	f, err := load.Read(t.Context(), w.CSV(""), "customs.xls", load.Options{})
	if err != nil || f.Report.Format != load.GACC || f.Report.Rejected > 0 {
		t.Fatalf("%v, %v", f.Report, err)
	}
	data, err := load.Dataset(f)
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(lac.TradeQuery{Reporter: lac.China, Partner: lac.Chile, Period: lac.Month(2024, 12)})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	exports, _ := total.Exports.Money()
	imports, _ := total.Imports.Money()
	if exports != lac.MoneyOf(13_420_000, lac.CNY) || imports != lac.MoneyOf(27_840_000, lac.CNY) {
		t.Errorf("exports %v, imports %v", exports, imports)
	}
}

func TestOldFormRefused(t *testing.T) {
	if _, err := xlsx.Open("testdata/biff5.xls"); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "save it as .xlsx") {
		t.Error(err)
	}
	whole, err := os.ReadFile("testdata/xlwt.xls")
	try(t, err)
	for name, text := range map[string][]byte{"cut off": whole[:20_000], "head alone": whole[:8], "zeros": append(bytes.Clone(whole[:8]), make([]byte, 4096)...)} {
		path := filepath.Join(t.TempDir(), "book.xls")
		try(t, os.WriteFile(path, text, 0o600))
		w, err := xlsx.Open(path)
		if err == nil {
			for _, err = range w.Rows("Many") {
			}
		}
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for _, err := range open(t, "testdata/xlwt.xls").Rows("none") {
		if !errors.Is(err, lac.ErrMissing) {
			t.Error(err)
		}
	}
}

// TestBinaryNumbers holds numbers against a search in whole numbers: one that has up to 15 digits is
// entered, and is written so; any other is not.
func TestBinaryNumbers(t *testing.T) {
	seen := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		bits := rapid.Uint64Range(0, 1<<53-1).Draw(t, "sign, mantissa")
		bits = bits>>52<<63 | rapid.Uint64Range(64, 0x7fe).Draw(t, "exponent")<<52 | bits&(1<<52-1)
		if rapid.Bool().Draw(t, "entered") {
			digits := rapid.Int64Range(1, 999_999_999_999_999).Draw(t, "digits")
			value := new(big.Rat).Mul(new(big.Rat).SetInt64(digits), power(10, rapid.IntRange(-30, 20).Draw(t, "exponent")))
			bits = nearest(value)
		}
		// The number is mantissa × step, and what lies within half a step of it is read as it.
		mantissa, step := bits&(1<<52-1)|1<<52, power(2, int(bits>>52&0x7ff)-1075)
		n := new(big.Rat).Mul(new(big.Rat).SetInt(new(big.Int).SetUint64(mantissa)), step)
		places := 0
		for n.Cmp(power(10, 15-places)) >= 0 {
			places--
		}
		for n.Cmp(power(10, 14-places)) < 0 {
			places++
		}
		scaled := new(big.Rat).Mul(n, power(10, places)) // 15 digits before its point
		scaled.Add(scaled, big.NewRat(1, 2))
		digits := new(big.Int).Div(scaled.Num(), scaled.Denom())
		short := new(big.Rat).Mul(new(big.Rat).SetInt(digits), power(10, -places))
		off := new(big.Rat).Abs(new(big.Rat).Sub(short, n))
		half := new(big.Rat).Mul(step, big.NewRat(1, 2))
		if mantissa == 1<<52 && short.Cmp(n) < 0 { // the next number below is half as far
			half.Mul(half, big.NewRat(1, 2))
		}
		within := off.Cmp(half)
		want := within < 0 || within == 0 && mantissa%2 == 0
		got, entered, err := xlsx.Decimal(bits)
		if err != nil || entered != want {
			t.Fatalf("%x: %s, %v, %v", bits, got, entered, err)
		}
		written, ok := new(big.Rat).SetString(got)
		if bits>>63 == 1 {
			short.Neg(short)
		}
		if !ok || entered && written.Cmp(short) != 0 {
			t.Fatalf("%x: %s, want %s", bits, got, short)
		}
		seen[entered]++
	})
	if seen[true] == 0 || seen[false] == 0 {
		t.Error(seen)
	}
	for _, bits := range []uint64{0x7ff8000000000001, 0x7ff0000000000000, 0xfff0000000000000} { // no number, and the two infinite
		if got, _, err := xlsx.Decimal(bits); err == nil {
			t.Error(got)
		}
	}
}

// power returns base to the power of n.
func power(base int64, n int) *big.Rat {
	p := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(base), big.NewInt(int64(max(n, -n))), nil))
	if n < 0 {
		p.Inv(p)
	}
	return p
}

// nearest returns the bits of the binary number that is nearest to a positive value, the even one of two.
func nearest(value *big.Rat) uint64 {
	exponent := 1075 // that of a step of 1
	scaled := new(big.Rat).Set(value)
	for scaled.Cmp(power(2, 53)) >= 0 {
		scaled.Mul(scaled, big.NewRat(1, 2))
		exponent++
	}
	for scaled.Cmp(power(2, 52)) < 0 {
		scaled.Mul(scaled, big.NewRat(2, 1))
		exponent--
	}
	down, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	mantissa := down.Uint64()
	if c := rest.Lsh(rest, 1).Cmp(scaled.Denom()); c > 0 || c == 0 && mantissa%2 == 1 {
		mantissa++
	}
	// A mantissa that was rounded up to the next power of two carries into the exponent.
	return uint64(exponent-1)<<52 + mantissa
}

// FuzzOldForm: no file panics, and none has a row with more cells than a sheet has.
func FuzzOldForm(f *testing.F) {
	for _, name := range []string{"customs.xls", "sheetjs.xls", "from1904.xls", "writeexcel.xls"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		w, err := xlsx.ReadOld(text)
		if err != nil {
			return
		}
		for _, sheet := range append(w.Sheets(), "") {
			for cells, err := range w.Rows(sheet) {
				if err == nil && len(cells) > 65_536 {
					t.Fatalf("%d cells", len(cells))
				}
			}
		}
	})
}
