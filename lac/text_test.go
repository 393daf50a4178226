package lac_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// duckDecimal is a NUMERIC as DuckDB's driver gives it.
type duckDecimal struct {
	Width, Scale uint8
	Value        *big.Int
}

func (d duckDecimal) String() string {
	return decimal.NewFromBigInt(d.Value, -int32(d.Scale)).StringFixed(int32(d.Scale))
}

type column interface {
	sql.Scanner
	json.Unmarshaler
}

func TestNullLeavesNothingBehind(t *testing.T) {
	money, quantity, date, period := lac.MoneyOf(5, lac.USD), lac.QuantityOf(5, lac.UnitJobs), lac.DateOf(2024, 1, 2), lac.Year(2024)
	area, currency, commodity := lac.Brazil, lac.USD, lac.AllGoods
	total, err := lac.Sum(func(yield func(int) bool) { yield(5) }, func(n int) lac.Money { return lac.MoneyOf(5, lac.USD) })
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []column{&money, &quantity, &date, &period, &area, &currency, &commodity, &total} {
		before, err := x.(driver.Valuer).Value()
		if err != nil || before == nil {
			t.Fatalf("%T: %v, %v", x, before, err)
		}
		if err := x.UnmarshalJSON([]byte("null")); err != nil {
			t.Errorf("%T: %v", x, err)
		}
		if after, err := x.(driver.Valuer).Value(); after != nil || err != nil {
			t.Errorf("%T: null leaves %v, %v", x, after, err)
		}
		for _, form := range []any{before, []byte(before.(string)), sql.RawBytes(before.(string))} {
			if err := x.Scan(form); err != nil {
				t.Errorf("%T: %v", x, err)
			}
			if after, _ := x.(driver.Valuer).Value(); after != before {
				t.Errorf("%T: scan of %T gives %v, want %v", x, form, after, before)
			}
		}
		if err := x.Scan(nil); err != nil {
			t.Errorf("%T: %v", x, err)
		}
		if after, _ := x.(driver.Valuer).Value(); after != nil {
			t.Errorf("%T: NULL leaves %v", x, after)
		}
		for _, wrong := range []any{1.5, true, "nothing of the kind", struct{}{}} {
			if err := x.Scan(wrong); err == nil {
				t.Errorf("%T: scan of %v gives no error", x, wrong)
			}
		}
	}
	var m struct{ Price lac.Money }
	m.Price = lac.MoneyOf(5, lac.USD)
	if err := json.Unmarshal([]byte(`{"Price":null}`), &m); err != nil || m.Price.IsReported() {
		t.Errorf("null into a field: %v, %v", m.Price, err)
	}
}

func TestScanOfNumbers(t *testing.T) {
	number := duckDecimal{18, 0, big.NewInt(2024)}
	for _, tt := range []struct {
		to   column
		src  any
		want string // empty: an error
	}{
		{new(lac.Period), int32(2024), "2024"},
		{new(lac.Period), int64(2024), "2024"},
		{new(lac.Period), number, "2024"},
		{new(lac.Period), time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC), "2024-05-06"},
		{new(lac.Period), int32(24), ""},
		{new(lac.Date), time.Date(2024, 5, 6, 23, 0, 0, 0, time.UTC), "2024-05-06"},
		{new(lac.Date), int64(20240506), ""},
		{new(lac.Area), int32(76), "BRA"},
		{new(lac.Area), uint16(419), "419"},
		{new(lac.Area), int64(0), ""},
		{new(lac.Area), int64(-76), ""},
		{new(lac.Money), int64(5), ""},
		{new(lac.Money), number, ""},
		{new(lac.Quantity), int32(5), ""},
		{new(lac.Commodity), int64(2603), ""},
		{new(lac.Currency), int64(156), ""},
		{new(lac.Total), int64(5), ""},
	} {
		err := tt.to.Scan(tt.src)
		got, _ := tt.to.(driver.Valuer).Value()
		if tt.want == "" && (err == nil || got != nil) || tt.want != "" && (err != nil || got != tt.want) {
			t.Errorf("%T from %T %v: %v, %v; want %q", tt.to, tt.src, tt.src, got, err, tt.want)
		}
	}
}

// A column of numbers is in the currency or unit that the program says.
func TestScanIn(t *testing.T) {
	number := duckDecimal{18, 2, big.NewInt(525)}
	for _, tt := range []struct {
		src  any
		want string // empty: an error
		is   error
	}{
		{int64(5), "5", nil}, {int32(-5), "-5", nil}, {uint8(0), "0", nil}, {number, "5.25", nil}, {"5.250", "5.25", nil},
		{[]byte("99999999999999999999999999999999999999"), "99999999999999999999999999999999999999", nil},
		{5.25, "", lac.ErrSyntax}, {float32(5), "", lac.ErrSyntax}, {true, "", lac.ErrSyntax}, {time.Now(), "", lac.ErrSyntax},
		{"NaN", "", lac.ErrSyntax}, {"five", "", lac.ErrSyntax}, {"1e400", "", lac.ErrRange},
	} {
		m, q := lac.MoneyOf(7, lac.CNY), lac.QuantityOf(7, "km") // which do not stay
		errs := []error{m.ScanIn(lac.USD).Scan(tt.src), q.ScanIn("kg").Scan(tt.src)}
		money, quantity := tt.want+" USD", tt.want+" kg"
		if tt.want == "" {
			money, quantity = "7 CNY", "7 km"
		}
		for _, err := range errs {
			if !errors.Is(err, tt.is) {
				t.Errorf("%T %v: %v, want %v", tt.src, tt.src, err, tt.is)
			}
		}
		if m.String() != money || q.String() != quantity {
			t.Errorf("%T %v: %v and %v, want %s and %s", tt.src, tt.src, m, q, money, quantity)
		}
	}
	m, q := lac.MoneyOf(7, lac.CNY), lac.QuantityOf(7, "km")
	if err := errors.Join(m.ScanIn(lac.USD).Scan("5 USD"), q.ScanIn("kg").Scan("5 kg")); err != nil || m != lac.MoneyOf(5, lac.USD) || q != lac.QuantityOf(5, "kg") {
		t.Errorf("%v, %v: %v", m, q, err)
	}
	if err := m.ScanIn(lac.CNY).Scan("5 USD"); !errors.Is(err, lac.ErrCurrencyMismatch) {
		t.Error(err)
	}
	if err := q.ScanIn("km").Scan("5 kg"); !errors.Is(err, lac.ErrUnitMismatch) {
		t.Error(err)
	}
	for _, v := range []sql.Scanner{&m, &q} {
		if err := v.Scan(int64(5)); err == nil || !strings.HasSuffix(err.Error(), ": a number alone is for ScanIn") {
			t.Errorf("%T: %v", v, err)
		}
	}
	if err := m.ScanIn(0).Scan(int64(5)); !errors.Is(err, lac.ErrUnknownCode) {
		t.Error(err)
	}
	if err := errors.Join(m.ScanIn(lac.USD).Scan(nil), q.ScanIn("kg").Scan(nil)); err != nil || m.IsReported() || q.IsReported() {
		t.Errorf("NULL: %v, %v: %v", m, q, err)
	}
}

func TestLongNumbersAreRefusedUnread(t *testing.T) {
	long := strings.Repeat("7", 4_000_000)
	for _, tt := range []struct {
		to any
		in string
	}{
		{new(lac.Money), `"` + long + ` USD"`},
		{new(lac.Money), long},
		{new(lac.Rate), `{"rate":` + long + `}`},
		{new(lac.Rate), `{"rate":"` + long + `"}`},
		{new(lac.AreaShare), `{"percent":` + long + `}`},
		{new(lac.SectorShare), `{"percent":` + long + `}`},
		{new(lac.Location), `{"name":"x","latitude":` + long + `}`},
		{new(lac.Total), `{"sum":"` + long + `","records":1,"missing":0}`},
	} {
		err := json.Unmarshal([]byte(tt.in), tt.to)
		if err == nil || len(err.Error()) > 200 {
			t.Errorf("%T: %d bytes of error", tt.to, len(err.Error()))
		}
		if !errors.Is(err, lac.ErrRange) && !errors.Is(err, lac.ErrSyntax) {
			t.Errorf("%T: %v", tt.to, err)
		}
	}
}

func TestYearOfPeriod(t *testing.T) {
	for in, want := range map[string]int{"2024": 2024, "2024-Q2": 2024, "2024-05-13": 2024, "2024/2025": 0, "../2024": 0, "2024/..": 0} {
		if p, err := lac.ParsePeriod(in); err != nil || p.Year() != want {
			t.Errorf("%s: %d, want %d", in, p.Year(), want)
		}
	}
	if (lac.Period{}).Year() != 0 {
		t.Error("the zero Period has a year")
	}
}
