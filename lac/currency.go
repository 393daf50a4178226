package lac

import (
	"database/sql/driver"
	"fmt"
	"strconv"

	"golang.org/x/text/currency"
)

// A Currency is an ISO 4217 code, such as USD. Currencies are comparable with ==,
// and their values never change from one version to the next. The zero Currency
// means absent.
type Currency uint32

// Currencies that figures of the region and its partners are stated in.
// [ParseCurrency] knows every other one.
const (
	USD Currency = 'U'<<16 | 'S'<<8 | 'D' // US dollar
	CNY Currency = 'C'<<16 | 'N'<<8 | 'Y' // Chinese yuan (renminbi)
	EUR Currency = 'E'<<16 | 'U'<<8 | 'R' // euro
	GBP Currency = 'G'<<16 | 'B'<<8 | 'P' // pound sterling
	JPY Currency = 'J'<<16 | 'P'<<8 | 'Y' // yen
	HKD Currency = 'H'<<16 | 'K'<<8 | 'D' // Hong Kong dollar
	MOP Currency = 'M'<<16 | 'O'<<8 | 'P' // Macao pataca
	CAD Currency = 'C'<<16 | 'A'<<8 | 'D' // Canadian dollar
	KRW Currency = 'K'<<16 | 'R'<<8 | 'W' // won
	INR Currency = 'I'<<16 | 'N'<<8 | 'R' // Indian rupee
	CHF Currency = 'C'<<16 | 'H'<<8 | 'F' // Swiss franc
	XDR Currency = 'X'<<16 | 'D'<<8 | 'R' // special drawing right of the IMF
	ARS Currency = 'A'<<16 | 'R'<<8 | 'S' // Argentine peso
	AWG Currency = 'A'<<16 | 'W'<<8 | 'G' // Aruban florin
	BBD Currency = 'B'<<16 | 'B'<<8 | 'D' // Barbados dollar
	BOB Currency = 'B'<<16 | 'O'<<8 | 'B' // boliviano
	BRL Currency = 'B'<<16 | 'R'<<8 | 'L' // real
	BSD Currency = 'B'<<16 | 'S'<<8 | 'D' // Bahamian dollar
	BZD Currency = 'B'<<16 | 'Z'<<8 | 'D' // Belize dollar
	CLP Currency = 'C'<<16 | 'L'<<8 | 'P' // Chilean peso
	COP Currency = 'C'<<16 | 'O'<<8 | 'P' // Colombian peso
	CRC Currency = 'C'<<16 | 'R'<<8 | 'C' // Costa Rican colón
	CUP Currency = 'C'<<16 | 'U'<<8 | 'P' // Cuban peso
	DOP Currency = 'D'<<16 | 'O'<<8 | 'P' // Dominican peso
	GTQ Currency = 'G'<<16 | 'T'<<8 | 'Q' // quetzal
	GYD Currency = 'G'<<16 | 'Y'<<8 | 'D' // Guyana dollar
	HNL Currency = 'H'<<16 | 'N'<<8 | 'L' // lempira
	HTG Currency = 'H'<<16 | 'T'<<8 | 'G' // gourde
	JMD Currency = 'J'<<16 | 'M'<<8 | 'D' // Jamaican dollar
	MXN Currency = 'M'<<16 | 'X'<<8 | 'N' // Mexican peso
	NIO Currency = 'N'<<16 | 'I'<<8 | 'O' // córdoba
	PAB Currency = 'P'<<16 | 'A'<<8 | 'B' // balboa
	PEN Currency = 'P'<<16 | 'E'<<8 | 'N' // sol
	PYG Currency = 'P'<<16 | 'Y'<<8 | 'G' // guaraní
	SRD Currency = 'S'<<16 | 'R'<<8 | 'D' // Surinam dollar
	TTD Currency = 'T'<<16 | 'T'<<8 | 'D' // Trinidad and Tobago dollar
	UYU Currency = 'U'<<16 | 'Y'<<8 | 'U' // Uruguayan peso
	VES Currency = 'V'<<16 | 'E'<<8 | 'S' // bolívar
	XCD Currency = 'X'<<16 | 'C'<<8 | 'D' // East Caribbean dollar
	XCG Currency = 'X'<<16 | 'C'<<8 | 'G' // Caribbean guilder
)

// ParseCurrency reads an ISO 4217 code of three letters in any case. Withdrawn
// codes that statistics still carry, such as VEF, are known. XXX and XTS stand
// for no currency and for tests: they are unknown. It errs with [ErrSyntax] if s
// is not three ASCII letters, and with [ErrUnknownCode] if they are no currency.
func ParseCurrency(s string) (Currency, error) {
	if len(s) != 3 {
		return 0, fmt.Errorf("currency %s: %w: want three letters", quote(s), ErrSyntax)
	}
	var c Currency
	for i := range len(s) {
		b := s[i]
		if 'a' <= b && b <= 'z' {
			b -= 'a' - 'A'
		}
		if b < 'A' || b > 'Z' {
			return 0, fmt.Errorf("currency %s: %w: want three letters", quote(s), ErrSyntax)
		}
		c = c<<8 | Currency(b)
	}
	if !c.IsValid() {
		return 0, fmt.Errorf("currency %s: %w", quote(s), ErrUnknownCode)
	}
	return c, nil
}

// IsValid reports whether c is a currency that package lac knows; the zero
// Currency is not.
func (c Currency) IsValid() bool {
	switch c {
	case USD, CNY, EUR:
		return true
	case 'X'<<16 | 'X'<<8 | 'X', 'X'<<16 | 'T'<<8 | 'S':
		return false
	case VES, XCG,
		'M'<<16 | 'R'<<8 | 'U', 'S'<<16 | 'L'<<8 | 'E', 'U'<<16 | 'Y'<<8 | 'W', 'V'<<16 | 'E'<<8 | 'D',
		'X'<<16 | 'A'<<8 | 'D', 'Z'<<16 | 'W'<<8 | 'G':
		// Added to ISO 4217 after the list that x/text carries.
		return true
	}
	letters := c.letters()
	for _, b := range letters {
		if b < 'A' || b > 'Z' { // ParseISO would take lower case
			return false
		}
	}
	_, err := currency.ParseISO(string(letters))
	return c>>24 == 0 && err == nil
}

func (c Currency) letters() []byte { return []byte{byte(c >> 16), byte(c >> 8), byte(c)} }

// AppendText appends the code to b: nothing for the zero Currency,
// [ErrUnknownCode] if c is not valid.
func (c Currency) AppendText(b []byte) ([]byte, error) {
	if c == 0 {
		return b, nil
	}
	if !c.IsValid() {
		return b, fmt.Errorf("currency %#x: %w", uint32(c), ErrUnknownCode)
	}
	return append(b, c.letters()...), nil
}

// String returns the code, empty for the zero Currency.
func (c Currency) String() string {
	b, err := c.AppendText(nil)
	if err != nil {
		return "Currency(0x" + strconv.FormatUint(uint64(c), 16) + ")"
	}
	return string(b)
}

// Compare returns -1, 0 or +1 in alphabetical order, the zero Currency first.
func (c Currency) Compare(d Currency) int {
	switch {
	case c < d:
		return -1
	case c > d:
		return 1
	}
	return 0
}

// MarshalText implements [encoding.TextMarshaler].
func (c Currency) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseCurrency]; empty
// text is the zero Currency.
func (c *Currency) UnmarshalText(text []byte) error { return unmarshal(c, text, ParseCurrency) }

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is the zero Currency.
func (c *Currency) UnmarshalJSON(data []byte) error { return unmarshalJSON(c, data) }

// Value implements [driver.Valuer]: the code, or NULL for the zero Currency.
func (c Currency) Value() (driver.Value, error) { return sqlValue(c, c == 0) }

// Scan implements [database/sql.Scanner] for text columns.
func (c *Currency) Scan(src any) error { return sqlScan(c, src) }
