package lac_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"math/big"

	"github.com/sinolac/sinolac/lac"
	"pgregory.net/rapid"
)

// must returns v; the texts that tests are written with are right.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func money(s string) lac.Money { return must(lac.ParseMoney(s)) }

// testingT is what *testing.T and *rapid.T have in common.
type testingT interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkRoundTrip checks that the text, JSON and SQL forms of v give v back.
func checkRoundTrip[V interface {
	comparable
	encoding.TextMarshaler
	encoding.TextAppender
	driver.Valuer
}, P interface {
	*V
	encoding.TextUnmarshaler
	sql.Scanner
}](t testingT, v V) {
	t.Helper()
	text, err := v.MarshalText()
	if err != nil {
		t.Errorf("MarshalText of %v: %v", v, err)
	}
	if appended, err := v.AppendText([]byte("x")); err != nil || string(appended) != "x"+string(text) {
		t.Errorf("AppendText of %v = %q, %v; MarshalText %q", v, appended, err, text)
	}
	var got V
	if err := P(&got).UnmarshalText(text); err != nil || got != v {
		t.Errorf("text %q of %v is read as %v, %v", text, v, got, err)
	}
	inJSON, err := json.Marshal(map[string]V{"v": v})
	if err != nil {
		t.Errorf("JSON of %v: %v", v, err)
	}
	var fromJSON map[string]V
	if err := json.Unmarshal(inJSON, &fromJSON); err != nil || fromJSON["v"] != v {
		t.Errorf("JSON %s of %v is read as %v, %v", inJSON, v, fromJSON["v"], err)
	}
	column, err := v.Value()
	if err != nil || !driver.IsValue(column) {
		t.Errorf("Value of %v = %v, %v", v, column, err)
	}
	got = *new(V)
	if err := P(&got).Scan(column); err != nil || got != v {
		t.Errorf("column %v of %v is read as %v, %v", column, v, got, err)
	}
	if s, ok := column.(string); ok {
		got = *new(V)
		if err := P(&got).Scan([]byte(s)); err != nil || got != v {
			t.Errorf("column of bytes %q of %v is read as %v, %v", s, v, got, err)
		}
	}
}

// numeral draws a decimal numeral, at times one too long to fit.
func numeral() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`-?[0-9]{1,15}(\.[0-9]{1,4})?`),
		rapid.StringMatching(`-?[0-9]{1,19}\.[0-9]{1,19}`),
		rapid.StringMatching(`-?[0-9]{30,39}(\.[0-9]{1,3})?`),
		rapid.StringMatching(`-?0\.[0-9]{34,39}`),
		rapid.StringMatching(`-?[1-9][0-9]?(\.[0-9])?e[+-]?[0-9]{1,2}`),
		rapid.StringMatching(`[+-]?9{36,38}`),
	)
}

func rat(numeral string) *big.Rat {
	r, ok := new(big.Rat).SetString(numeral)
	if !ok {
		panic(numeral)
	}
	return r
}

var tenTo38 = new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)

// fits reports whether r is a whole number below 10^38 over a power of ten of
// at most 10^38: what a Money or a Quantity holds.
func fits(r *big.Rat) bool {
	coefficient := new(big.Int).Abs(r.Num())
	denominator := new(big.Int).Set(r.Denom())
	// The least power of ten that the denominator divides gives the digits.
	power := big.NewInt(1)
	for places := 0; places <= 38; places++ {
		if q, rest := new(big.Int).QuoRem(power, denominator, new(big.Int)); rest.Sign() == 0 {
			return coefficient.Mul(coefficient, q).Cmp(tenTo38) < 0
		}
		power.Mul(power, big.NewInt(10))
	}
	return false
}

// half rounds r half away from zero to places decimal places.
func half(r *big.Rat, places int) *big.Rat {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(r), scale)
	scaled.Add(scaled, big.NewRat(1, 2))
	whole := new(big.Rat).SetInt(new(big.Int).Quo(scaled.Num(), scaled.Denom()))
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole.Quo(whole, scale)
}

func second[T any](_ T, err error) error { return err }
