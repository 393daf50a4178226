package lac

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:generate go run ./internal/gen/m49 -in internal/gen/m49/m49.tsv -out zz_m49.go

// An Area is a country, an M49 region, a statistical area of customs or a bloc.
// Its text is the ISO 3166-1 alpha-3 code ("BRA"), the three-digit number ("419")
// or the bloc's letters ("CELAC"). Areas are comparable with ==, and their values
// never change from one version to the next. The zero Area means absent.
//
// Country stands for whatever has an ISO 3166-1 code: territories such as
// Puerto Rico, Hong Kong and Macao are countries of their own, as in trade
// statistics, and [China] is the mainland. Codes that ISO has withdrawn and UN
// Comtrade still uses (ANT, SCG, …) are known.
//
// Statistical areas are the rests ("not elsewhere specified") and categories of
// UN Comtrade and of China's customs. One has UN Comtrade's number or, where it
// has none or M49 gives that number to a country, letters that ISO 3166 leaves to
// users: XEU.
type Area uint32

// An Area packs an alpha-3 code as ASCII, a number beside the mark numbered, or
// the first six letters of a bloc beside the mark lettered.
const (
	numbered Area = 1 << 24
	lettered Area = 1 << 31
)

type areaKind uint8

const (
	kindCountry     areaKind = iota
	kindDissolved            // a country whose code ISO 3166-1 has withdrawn
	kindRegion               // an M49 region
	kindStatistical          // a rest or category of customs, such as 490
)

type areaEntry struct {
	area   Area
	alpha2 uint16
	m49    uint16
	within [3]uint16 // M49 regions that hold it, the widest first, itself included
	kind   areaKind
	state  Date   // since when it is a sovereign state; zero: it is none
	name   string // as the UN writes it in English
}

// ParseArea reads an area's code or name:
//
//   - ISO 3166-1 alpha-2 in capitals, or alpha-3 in capitals or small letters:
//     "BR", "BRA", "bra". "no" and "And" are words, not Norway and Andorra;
//   - an M49 number of three digits: "076", "419"; numbers of UN Comtrade for a
//     customs territory wider than the country are the country: "842" is the
//     [UnitedStates]. Where a source prints numbers without their zeros, see [AreaOf];
//   - a bloc in any case: "CELAC", "EU";
//   - a name in English, Spanish, French, Portuguese or Chinese, or as the UN,
//     customs and the press write it: "Bolivia (Plurinational State of)", "Trinidad y
//     Tabago", "China, P.R.: Mainland", "Netherlands Antilles (...2010)",
//     "多米尼加". Case, accents, punctuation and articles make no difference.
//
// A code wins over a name: "CAN" is Canada, not the Andean Community. "China" and
// "Mainland China" are [China] without Hong Kong and Macao. "Taiwan" is its ISO
// code, TWN; UN Comtrade files its trade under 490, [OtherAsia]. The number 492
// is Monaco as in M49, though UN Comtrade uses it for [EuropeEUNES].
// Names that several areas answer to, such as "Korea" or "America", are unknown.
//
// It errs with [ErrSyntax] if s is empty, longer than 100 bytes, not UTF-8, has
// control characters or is a number of other than three digits, and with
// [ErrUnknownCode] otherwise.
func ParseArea(s string) (Area, error) {
	if a := areaByCode(s); a != 0 {
		return a, nil
	}
	const most = 100
	if s == "" || len(s) > most || !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		return 0, fmt.Errorf("area %s: %w", quote(s), ErrSyntax)
	}
	s = strings.TrimSpace(s)
	if a := areaByCode(s); a != 0 {
		return a, nil
	}
	if a := areaByName(s); a != 0 {
		return a, nil
	}
	if strings.Trim(s, "0123456789") == "" && len(s) != 3 || foldAreaName(s) == "" {
		return 0, fmt.Errorf("area %s: %w", quote(s), ErrSyntax)
	}
	return 0, fmt.Errorf("area %s: %w", quote(s), ErrUnknownCode)
}

// AreaOf returns the area of an M49 number, or of one that UN Comtrade has beside
// M49's: 76 is Brazil, 842 the [UnitedStates], and 0, which UN Comtrade prints for all
// partners, the [World]. It returns the zero Area if there is none.
func AreaOf(number int) Area {
	if number < 0 || number > 999 {
		return 0
	}
	return areaIndex().number[number]
}

// areaByCode returns the area whose code s is, 0 if there is none, without
// allocating.
func areaByCode(s string) Area {
	if n, ok := digits(s); ok {
		if len(s) != 3 || n == 0 {
			return 0
		}
		return areaIndex().number[n]
	}
	if len(s) == 2 || len(s) == 3 {
		var packed Area
		small := 0
		for i := range len(s) {
			c := s[i]
			if 'a' <= c && c <= 'z' {
				c -= 'a' - 'A'
				small++
			}
			if c < 'A' || c > 'Z' {
				return 0
			}
			packed = packed<<8 | Area(c)
		}
		switch {
		case small == 0 && len(s) == 2:
			if a := areaIndex().alpha2[packed>>8-'A'][packed&0xff-'A']; a != 0 {
				return a
			}
		case (small == 0 || small == len(s)) && packed.entry() != nil:
			return packed
		}
	}
	for _, b := range blocs {
		if len(s) == len(b.text) && strings.EqualFold(s, b.text) {
			return b.area
		}
	}
	return 0
}

type areaIndexes struct {
	alpha2 [26][26]Area
	number [1000]Area
}

var areaIndex = sync.OnceValue(func() *areaIndexes {
	x := new(areaIndexes)
	for _, n := range areaNumbers {
		x.number[n.number] = n.area
	}
	for i := range areaTable {
		e := &areaTable[i]
		if e.m49 != 0 && !e.lettersOnly() {
			x.number[e.m49] = e.area
		}
		if e.alpha2 != 0 {
			x.alpha2[e.alpha2>>8-'A'][e.alpha2&0xff-'A'] = e.area
		}
	}
	x.number[0] = World
	x.number[97], x.number[711], x.number[975] = EuropeanUnion, SACU, ASEAN
	return x
})

// lettersOnly reports whether e is a statistical area whose number, if it has
// one, is a country's in M49.
func (e *areaEntry) lettersOnly() bool { return e.kind == kindStatistical && e.area&numbered == 0 }

// entry returns what is known of a, nil if a is a bloc or not valid.
func (a Area) entry() *areaEntry {
	i, ok := sort.Find(len(areaTable), func(i int) int { return cmp.Compare(a, areaTable[i].area) })
	if !ok {
		return nil
	}
	return &areaTable[i]
}

// blocs are the blocs that package lac knows, with their texts.
var blocs = [...]struct {
	area Area
	text string
}{
	{CELAC, "CELAC"}, {CARICOM, "CARICOM"}, {Mercosur, "MERCOSUR"}, {AndeanCommunity, "ANDEAN"},
	{SICA, "SICA"}, {PacificAlliance, "PACALL"}, {EuropeanUnion, "EU"},
	{ALADI, "ALADI"}, {OECS, "OECS"}, {UNASUR, "UNASUR"}, {ASEAN, "ASEAN"}, {SACU, "SACU"},
}

func (a Area) blocText() string {
	for _, b := range blocs {
		if a == b.area {
			return b.text
		}
	}
	return ""
}

// AppendText appends the text of a to b: nothing for the zero Area,
// [ErrUnknownCode] if a is not valid.
func (a Area) AppendText(b []byte) ([]byte, error) {
	switch {
	case a == 0:
		return b, nil
	case !a.IsValid():
		return b, fmt.Errorf("area %#x: %w", uint32(a), ErrUnknownCode)
	case a&lettered != 0:
		return append(b, a.blocText()...), nil
	case a&numbered != 0:
		n := uint16(a &^ numbered)
		return append(b, '0'+byte(n/100), '0'+byte(n/10%10), '0'+byte(n%10)), nil
	}
	return append(b, byte(a>>16), byte(a>>8), byte(a)), nil
}

// String returns the text of a, empty for the zero Area.
func (a Area) String() string {
	b, err := a.AppendText(nil)
	if err != nil {
		return "Area(0x" + strconv.FormatUint(uint64(a), 16) + ")"
	}
	return string(b)
}

// IsValid reports whether a is an area that package lac knows; the zero Area is
// not.
func (a Area) IsValid() bool { return a.IsBloc() || a.entry() != nil }

// IsCountry reports whether a has, or had, an ISO 3166-1 code of its own.
func (a Area) IsCountry() bool {
	e := a.entry()
	return e != nil && (e.kind == kindCountry || e.kind == kindDissolved)
}

// IsRegion reports whether a is an M49 region, such as [LatinAmericaCaribbean].
// Statistical areas, such as [OtherAsia], are not: they are rests
// that stand beside the countries of a table, neither country nor region nor bloc.
func (a Area) IsRegion() bool {
	e := a.entry()
	return e != nil && e.kind == kindRegion
}

// IsBloc reports whether a is a bloc, such as [CELAC].
func (a Area) IsBloc() bool { return a&lettered != 0 && a.blocText() != "" }

// Alpha2 returns the ISO 3166-1 alpha-2 code of a country, "EU" for the European
// Union, otherwise empty.
func (a Area) Alpha2() string {
	if a == EuropeanUnion {
		return "EU"
	}
	if e := a.entry(); e != nil && e.alpha2 != 0 {
		return string([]byte{byte(e.alpha2 >> 8), byte(e.alpha2)})
	}
	return ""
}

// M49 returns the UN M49 number of a, or its number in UN Comtrade if it is a
// statistical area: 492, Monaco's, for [EuropeEUNES]. It is 0 if a has none.
func (a Area) M49() int {
	if e := a.entry(); e != nil {
		return int(e.m49)
	}
	return 0
}

// Name returns the name of a in the language of tag, as CLDR gives it for
// countries and most regions. Blocs, withdrawn codes and statistical areas have
// English, Spanish, Portuguese and (simplified) Chinese names at most. Where the
// language has no name the English one is returned; if a is not valid, its text.
func (a Area) Name(tag language.Tag) string {
	if n := a.ownName(tag); n != "" {
		return n
	}
	if e := a.entry(); e != nil {
		if e.kind == kindCountry || e.kind == kindRegion {
			for _, t := range [...]language.Tag{tag, language.English} {
				if n := e.displayName(t); n != "" {
					return n
				}
			}
		}
		return e.name
	}
	return a.String()
}

// displayName returns the CLDR name, empty if there is none.
func (e *areaEntry) displayName(tag language.Tag) string {
	code := e.area.Alpha2()
	if e.kind == kindRegion {
		code = e.area.String()
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return ""
	}
	namer := display.Regions(tag)
	if namer == nil {
		return ""
	}
	return namer.Name(region)
}

// Compare returns -1, 0 or +1. The zero Area sorts first, then countries by
// alpha-3 code, numbered areas by number, and blocs by their letters.
func (a Area) Compare(b Area) int { return cmp.Compare(a, b) }

// MarshalText implements [encoding.TextMarshaler].
func (a Area) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseArea]; empty text
// is the zero Area.
func (a *Area) UnmarshalText(text []byte) error { return unmarshal(a, text, ParseArea) }

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is the zero Area.
func (a *Area) UnmarshalJSON(data []byte) error { return unmarshalJSON(a, data) }

// Value implements [driver.Valuer]: the text, or NULL for the zero Area.
func (a Area) Value() (driver.Value, error) { return sqlValue(a, a == 0) }

// Scan implements [database/sql.Scanner] for text columns, and for columns of whole
// numbers: M49 numbers, which have lost their leading zeros there.
func (a *Area) Scan(src any) error {
	switch r := reflect.ValueOf(src); {
	case r.IsValid() && r.CanInt():
		return a.UnmarshalText(fmt.Appendf(nil, "%03d", r.Int()))
	case r.IsValid() && r.CanUint():
		return a.UnmarshalText(fmt.Appendf(nil, "%03d", r.Uint()))
	}
	return sqlScan(a, src)
}
