package lac_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

func TestParseCurrency(t *testing.T) {
	for _, tc := range []struct {
		rule, in, want string
		err            error
	}{
		{"a code", "USD", "USD", nil},
		{"in any case", "cny", "CNY", nil},
		{"the IMF's unit of account", "XDR", "XDR", nil},
		{"a withdrawn code of older tables", "VEF", "VEF", nil},
		{"newer than x/text: bolívar", "VES", "VES", nil},
		{"newer than x/text: digital bolívar", "VED", "VED", nil},
		{"newer than x/text: leone", "SLE", "SLE", nil},
		{"newer than x/text: Caribbean guilder", "XCG", "XCG", nil},
		{"newer than x/text: Zimbabwe gold", "ZWG", "ZWG", nil},
		{"newer than x/text: ouguiya", "MRU", "MRU", nil},
		{"dobra", "STN", "STN", nil},
		{"no currency is no currency", "XXX", "", lac.ErrUnknownCode},
		{"nor is the test code", "XTS", "", lac.ErrUnknownCode},
		{"unknown", "QQQ", "", lac.ErrUnknownCode},
		{"empty", "", "", lac.ErrSyntax},
		{"a symbol", "US$", "", lac.ErrSyntax},
		{"a number", "840", "", lac.ErrSyntax},
		{"two letters", "US", "", lac.ErrSyntax},
		{"four letters", "USDT", "", lac.ErrSyntax},
		{"not ASCII", "元", "", lac.ErrSyntax},
		{"a space", "USD ", "", lac.ErrSyntax},
	} {
		got, err := lac.ParseCurrency(tc.in)
		if got.String() != tc.want || !errors.Is(err, tc.err) || got.IsValid() != (tc.err == nil) {
			t.Errorf("%s: ParseCurrency(%q) = %v, %v; want %q, %v", tc.rule, tc.in, got, err, tc.want, tc.err)
		}
	}
}

func TestCurrencyConstantsAreKnown(t *testing.T) {
	for _, c := range []lac.Currency{
		lac.USD, lac.CNY, lac.EUR, lac.GBP, lac.JPY, lac.HKD, lac.MOP, lac.CAD, lac.KRW, lac.INR, lac.CHF, lac.XDR,
		lac.ARS, lac.AWG, lac.BBD, lac.BOB, lac.BRL, lac.BSD, lac.BZD, lac.CLP, lac.COP, lac.CRC, lac.CUP, lac.DOP,
		lac.GTQ, lac.GYD, lac.HNL, lac.HTG, lac.JMD, lac.MXN, lac.NIO, lac.PAB, lac.PEN, lac.PYG, lac.SRD, lac.TTD,
		lac.UYU, lac.VES, lac.XCD, lac.XCG,
	} {
		text := c.String()
		back, err := lac.ParseCurrency(text)
		if back != c || err != nil {
			t.Errorf("ParseCurrency(%q) = %v, %v", text, back, err)
		}
		var scanned lac.Currency
		if err := scanned.Scan(text); scanned != c || err != nil {
			t.Errorf("Scan(%q) = %v, %v", text, scanned, err)
		}
		if v, err := c.Value(); v != text || err != nil {
			t.Errorf("%v.Value() = %v, %v", c, v, err)
		}
	}
}

func TestZeroCurrencyIsAbsent(t *testing.T) {
	var c lac.Currency
	if v, err := c.Value(); c.IsValid() || c.String() != "" || v != nil || err != nil {
		t.Errorf("zero Currency: %v, %q, %v, %v", c.IsValid(), c.String(), v, err)
	}
	text, err := json.Marshal(struct {
		C lac.Currency `json:"c,omitzero"`
	}{})
	if string(text) != "{}" || err != nil {
		t.Errorf("%s, %v", text, err)
	}
	c = lac.USD
	if err := c.UnmarshalText(nil); c != 0 || err != nil {
		t.Errorf("empty text is %v, %v", c, err)
	}
}

func TestCurrencyOfUnknownCodeIsNotValid(t *testing.T) {
	for _, c := range []lac.Currency{1, 'X'<<16 | 'X'<<8 | 'X', 'u'<<16 | 's'<<8 | 'd', lac.USD | 1<<24, ^lac.Currency(0)} {
		if c.IsValid() {
			t.Errorf("%v is valid", c)
		}
		if _, err := c.MarshalText(); !errors.Is(err, lac.ErrUnknownCode) {
			t.Errorf("marshalling %v: %v", c, err)
		}
	}
}

func FuzzParseCurrency(f *testing.F) {
	for _, s := range []string{"USD", "usd", "XXX", "", "US$", "\xff\xff\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := lac.ParseCurrency(s)
		if (err == nil) != c.IsValid() {
			t.Fatalf("ParseCurrency(%q) = %v, %v", s, c, err)
		}
		if back, err := lac.ParseCurrency(c.String()); c != 0 && (back != c || err != nil) {
			t.Fatalf("%q is %v, then %v, %v", s, c, back, err)
		}
	})
}

func ExampleParseCurrency() {
	for _, s := range []string{"USD", "brl", "US$", "XXX"} {
		fmt.Println(lac.ParseCurrency(s))
	}
	// Output:
	// USD <nil>
	// BRL <nil>
	//  currency "US$": malformed: want three letters
	//  currency "XXX": unknown code
}
