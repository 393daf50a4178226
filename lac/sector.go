package lac

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// A Sector is what a project serves: an OECD DAC/CRS purpose code, whose first
// three digits are its sector group, a code of another vocabulary, and a plain
// word such as "energy".
type Sector struct {
	Purpose string `json:"purpose,omitempty"` // five digits, or three where the source gives the group alone
	Field   string `json:"field,omitempty"`   // the plain word: see [ParseSector]
	// Vocabulary and Code are the sector in a list other than the OECD DAC's:
	// the number of the list in IATI's SectorVocabulary, and the code in it.
	Vocabulary string `json:"vocabulary,omitempty"`
	Code       string `json:"code,omitempty"`
}

// A SectorShare is the part of a project that falls to one sector.
type SectorShare struct {
	Sector  Sector          `json:"sector"`
	Percent decimal.Decimal `json:"percent"` // above 0, at most 100
}

// UnmarshalJSON refuses numbers that are longer than one can be before it reads
// them.
func (s *SectorShare) UnmarshalJSON(data []byte) error {
	type plain SectorShare
	in := struct {
		*plain
		Percent number `json:"percent"`
	}{(*plain)(s), number{s.Percent}}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	s.Percent = in.Percent.Decimal
	return nil
}

// sectorFields are the plain words for the groups of the OECD DAC's list of
// purpose codes, as AidData names them: hyphens for blanks. The first group is the
// one that the word alone stands for. Where AidData has one sector, such as 310
// for farming, forestry and fishing, the DAC's list has several groups, 311 to
// 313, which share the word.
var sectorFields = [...]struct{ field, groups string }{
	{"education", "110 111 112 113 114"},
	{"health", "120 121 122 123"},
	{"population-policies-programmes-and-reproductive-health", "130"},
	{"water-supply-and-sanitation", "140"},
	{"government-and-civil-society", "150 151 152"},
	{"other-social-infrastructure-and-services", "160"},
	{"transport-and-storage", "210"},
	{"communications", "220"},
	{"energy", "230 231 232 233 234 235 236"},
	{"banking-and-financial-services", "240"},
	{"business-and-other-services", "250"},
	{"agriculture-forestry-fishing", "310 311 312 313"},
	{"industry-mining-construction", "320 321 322 323"},
	{"trade-policies-and-regulations", "330 331"},
	{"tourism", "332"},
	{"general-environmental-protection", "410"},
	{"other-multisector", "430"},
	{"general-budget-support", "510"},
	{"developmental-food-aid-food-security-assistance", "520"},
	{"other-commodity-assistance", "530"},
	{"action-relating-to-debt", "600"},
	{"emergency-response", "720"},
	{"reconstruction-relief-and-rehabilitation", "730"},
	{"disaster-prevention-and-preparedness", "740"},
	{"administrative-costs-of-donors", "910"},
	{"support-to-non-governmental-organisations", "920"},
	{"refugees-in-donor-countries", "930"},
	{"unallocated-unspecified", "998"},
}

// ParseSector reads a sector and gives its Field with it:
//
//   - a purpose code of the OECD DAC: "23210", or one of its groups: "232";
//   - a group that AidData rounds to a whole ten: "230", "310";
//   - a Field, or AidData's name of a sector, in any case: "energy", "TRANSPORT AND
//     STORAGE", for which the Purpose is the group.
//
// Of a purpose code only the group is held against the list, for the last two
// digits change with each edition. It errs with [ErrSyntax] if s is empty, a
// number of other than three or five digits, or longer than 100 bytes, and with
// [ErrUnknownCode] if there is no such group or name.
func ParseSector(s string) (Sector, error) {
	n := len(s)
	if n > 0 && n <= 100 && strings.Trim(s, "0123456789") == "" {
		if n != 3 && n != 5 {
			return Sector{}, fmt.Errorf("sector %s: %w: want three or five digits", quote(s), ErrSyntax)
		}
		for _, f := range sectorFields {
			if strings.Contains(f.groups, s[:3]) {
				return Sector{Purpose: s, Field: f.field}, nil
			}
		}
		return Sector{}, fmt.Errorf("sector %s: %w", quote(s), ErrUnknownCode)
	}
	if n == 0 || n > 100 {
		return Sector{}, fmt.Errorf("sector %s: %w", quote(s), ErrSyntax)
	}
	name := strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	for _, f := range sectorFields {
		if f.field == name {
			return Sector{Purpose: f.groups[:3], Field: name}, nil
		}
	}
	return Sector{}, fmt.Errorf("sector %s: %w", quote(s), ErrUnknownCode)
}

// Group returns the three-digit sector group of the purpose code, empty if there
// is none.
func (s Sector) Group() string {
	if len(s.Purpose) < 3 {
		return ""
	}
	return s.Purpose[:3]
}

func (s Sector) validate(v *validation, field string) {
	if s.Purpose != "" {
		_, ok := digits(s.Purpose)
		v.check(ok && (len(s.Purpose) == 5 || len(s.Purpose) == 3), field+".purpose", s.Purpose, ErrSyntax)
	}
	v.check(s.Vocabulary == "" || s.Code != "", field+".code", "", ErrMissing)
	v.check(s.Code == "" || s.Vocabulary != "", field+".vocabulary", "", ErrMissing)
	v.check(s != Sector{}, field, "", ErrMissing)
}
