package lac

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"strings"
)

// A Commodity is a code of goods, or of services, with the edition of the nomenclature
// that it belongs to, such as HS 2022 heading 2603 ("H6:2603"). Codes keep their leading
// zeros. [AllGoods] is every commodity together, in no edition, and has no service in
// it; [AllServices] is every service. The zero Commodity means not stated.
//
// The edition is a letter-and-digit mark as UN Comtrade gives it: H0 to H6 for
// the Harmonized System of 1988/92, 1996, 2002, 2007, 2012, 2017 and 2022, HS for
// an edition as reported, S1 to S4 and SS for SITC, B4, B5 and BE for BEC. Of EBOPS,
// the services of the balance of payments, E1 is that of 2010 (UN Comtrade's EB10), E2
// that of 2002 (EB02), and EB one as reported.
type Commodity uint64

// AllGoods is the total of all commodities, TOTAL in UN Comtrade.
const AllGoods Commodity = commodityTotal

// AllServices is the total of all services, EB:S.
const AllServices Commodity = (15*commodityBase+12)*commodityEdition + 29*commodityEdition/commodityBase

// A Commodity packs its edition (two base-37 digits) above its code (ten).
const (
	commodityTotal    = Commodity(1) << 63
	commodityBase     = 37
	commodityCodeSize = 10
	commodityEdition  = 4_808_584_372_417_849 // commodityBase to the power of commodityCodeSize
)

// ParseCommodity reads "TOTAL", or an edition and a code such as "H6:2603" or
// "S4:00". It errs with [ErrSyntax] if s has another form and with
// [ErrUnknownCode] if there is no such edition. Whether the edition lists the
// code is not looked up.
func ParseCommodity(s string) (Commodity, error) {
	if s == "TOTAL" {
		return AllGoods, nil
	}
	edition, code, ok := strings.Cut(s, ":")
	if !ok {
		return 0, fmt.Errorf("commodity %s: %w: want edition and code, as in H6:2603", quote(s), ErrSyntax)
	}
	return CommodityOf(edition, code)
}

// CommodityOf returns the code, of 1 to 10 digits or capital letters, in the given
// edition. The code TOTAL is [AllGoods] in every edition of goods, and [AllServices] in
// those of services. It errs as
// [ParseCommodity], and with [ErrSyntax] if a code of the Harmonized System has 1,
// 3 or 5 digits: a program has taken it for a number, and its leading zero is lost.
func CommodityOf[T ~string | ~[]byte](edition string, code T) (Commodity, error) {
	if !knownEdition(edition) {
		if len(edition) != 2 {
			return 0, fmt.Errorf("commodity edition %s: %w", quote(edition), ErrSyntax)
		}
		return 0, fmt.Errorf("commodity edition %s: %w", quote(edition), ErrUnknownCode)
	}
	switch service := edition[0] == 'E'; {
	case service && (string(code) == "TOTAL" || string(code) == "S" || edition == "E2" && string(code) == "200"):
		return AllServices, nil
	case string(code) == "TOTAL":
		return AllGoods, nil
	}
	if len(code) == 0 || len(code) > commodityCodeSize {
		return 0, fmt.Errorf("commodity code %s: %w: want 1 to %d digits or letters", quote(string(code)), ErrSyntax, commodityCodeSize)
	}
	c := commodityDigits[edition[0]]*commodityBase + commodityDigits[edition[1]]
	for i := range len(code) {
		digit := commodityDigits[code[i]]
		if digit == 0 {
			return 0, fmt.Errorf("commodity code %s: %w: want digits or capital letters", quote(string(code)), ErrSyntax)
		}
		c = c*commodityBase + digit
	}
	if edition[0] == 'H' && len(code)%2 == 1 && len(code) < 6 {
		if _, ok := digits(string(code)); ok {
			return 0, fmt.Errorf("commodity code %s: %w: want 2, 4 or 6 digits: a leading zero may be lost", quote(string(code)), ErrSyntax)
		}
	}
	return c * commodityPowers[commodityCodeSize-len(code)], nil
}

// commodityDigits are the digits of a code's characters, 0 for others, and
// commodityPowers the powers of commodityBase.
var (
	commodityDigits = func() (digits [256]Commodity) {
		for c := range digits {
			digits[c] = commodityDigit(byte(c))
		}
		return digits
	}()
	commodityPowers = func() (powers [commodityCodeSize + 1]Commodity) {
		powers[0] = 1
		for i := range commodityCodeSize {
			powers[i+1] = powers[i] * commodityBase
		}
		return powers
	}()
)

func knownEdition(e string) bool {
	if len(e) != 2 {
		return false
	}
	switch e[0] {
	case 'H':
		return '0' <= e[1] && e[1] <= '6' || e[1] == 'S'
	case 'S':
		return '1' <= e[1] && e[1] <= '4' || e[1] == 'S'
	case 'B':
		return e[1] == '4' || e[1] == '5' || e[1] == 'E'
	case 'E':
		return e[1] == '1' || e[1] == '2' || e[1] == 'B'
	}
	return false
}

func commodityDigit(c byte) Commodity {
	switch {
	case '0' <= c && c <= '9':
		return Commodity(c-'0') + 1
	case 'A' <= c && c <= 'Z':
		return Commodity(c-'A') + 11
	}
	return 0
}

// IsValid reports whether c is AllGoods or a code of a known edition.
func (c Commodity) IsValid() bool {
	if c.IsTotal() {
		return true
	}
	if c == 0 || c > AllGoods {
		return false
	}
	again, err := CommodityOf(c.Edition(), c.Code())
	return err == nil && again == c
}

// IsService reports whether c is a service, or all of them.
func (c Commodity) IsService() bool {
	return c != 0 && !c.IsTotal() && c/commodityEdition/commodityBase == 15 // E
}

// IsTotal reports whether c is [AllGoods].
func (c Commodity) IsTotal() bool { return c == AllGoods }

// Edition returns the mark of the nomenclature's edition, empty for AllGoods.
func (c Commodity) Edition() string {
	if c == 0 || c.IsTotal() {
		return ""
	}
	e := c / commodityEdition
	return string([]byte{commodityLetter(e / commodityBase), commodityLetter(e % commodityBase)})
}

// Code returns the code alone, TOTAL for AllGoods.
func (c Commodity) Code() string {
	if c.IsTotal() {
		return "TOTAL"
	}
	var b [commodityCodeSize]byte
	n := commodityCodeSize
	for i, rest := commodityCodeSize-1, c%commodityEdition; i >= 0; i-- {
		b[i] = commodityLetter(rest % commodityBase)
		if b[i] == 0 {
			n = i
		}
		rest /= commodityBase
	}
	return string(b[:n])
}

func commodityLetter(digit Commodity) byte {
	switch {
	case digit == 0:
		return 0
	case digit <= 10:
		return '0' + byte(digit-1)
	}
	return 'A' + byte(digit-11)
}

// Depth returns the number of characters in the code: 2 for an HS chapter, 4
// for a heading, 6 for a subheading; 0 for AllGoods.
func (c Commodity) Depth() int {
	if c.IsTotal() {
		return 0
	}
	return len(c.Code())
}

// Contains reports whether d is c or a finer code of it in the same edition,
// one that begins with c's: 26 contains 2603. AllGoods contains every commodity that is
// no service, and AllServices every service; the zero Commodity contains none and is
// contained in none.
func (c Commodity) Contains(d Commodity) bool {
	switch {
	case c == 0 || d == 0:
		return false
	case c == d:
		return true
	case c.IsTotal() || c == AllServices:
		return d.IsService() == c.IsService() && !d.IsTotal()
	case d.IsTotal():
		return false
	}
	return c.Edition() == d.Edition() && strings.HasPrefix(d.Code(), c.Code())
}

// Compare returns -1, 0 or +1. The zero Commodity sorts first, then AllGoods,
// then codes by edition and code.
func (c Commodity) Compare(d Commodity) int {
	if c.IsTotal() != d.IsTotal() && c != 0 && d != 0 {
		if c.IsTotal() {
			return -1
		}
		return 1
	}
	return cmp.Compare(c, d)
}

// AppendText appends the text form; nothing for the zero Commodity.
func (c Commodity) AppendText(b []byte) ([]byte, error) {
	switch {
	case c == 0:
		return b, nil
	case c.IsTotal():
		return append(b, "TOTAL"...), nil
	}
	b = append(b, c.Edition()...)
	b = append(b, ':')
	return append(b, c.Code()...), nil
}

// String returns the text form, empty for the zero Commodity.
func (c Commodity) String() string { b, _ := c.AppendText(nil); return string(b) }

// MarshalText implements [encoding.TextMarshaler].
func (c Commodity) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; empty text is the zero Commodity.
func (c *Commodity) UnmarshalText(text []byte) error { return unmarshal(c, text, ParseCommodity) }

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is the zero Commodity.
func (c *Commodity) UnmarshalJSON(data []byte) error { return unmarshalJSON(c, data) }

// Value implements [driver.Valuer]: the text, or NULL for the zero Commodity.
func (c Commodity) Value() (driver.Value, error) { return sqlValue(c, c == 0) }

// Scan implements [database/sql.Scanner] for text columns.
func (c *Commodity) Scan(src any) error { return sqlScan(c, src) }

// A commodityLevel is what codes must share to be added up.
type commodityLevel struct {
	edition string
	depth   int
}

func (c Commodity) level() commodityLevel { return commodityLevel{c.Edition(), c.Depth()} }
