package xlsx

import (
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A look is how a style shows a number.
type look int

const (
	asNumber look = iota
	asDay
	asMonth
	asYear
	asPercent
)

var quoted = regexp.MustCompile(`\[[^\]]*\]|\\.|"[^"]*"`)

// lookOf returns how a style shows a number: by one of the formats that every workbook
// has (ECMA-376, 18.8.30), or by the letters of its own.
func lookOf(s *excelize.Style) look {
	if s.CustomNumFmt == nil {
		switch n := s.NumFmt; {
		case n == 9 || n == 10:
			return asPercent
		case n == 17:
			return asMonth
		case 14 <= n && n <= 16 || n == 22 || 27 <= n && n <= 36 || 50 <= n && n <= 58:
			return asDay
		}
		return asNumber
	}
	plain := strings.ToLower(quoted.ReplaceAllString(*s.CustomNumFmt, ""))
	switch {
	case strings.Contains(plain, "d"):
		return asDay
	case strings.Contains(plain, "y") && strings.Contains(plain, "m"):
		return asMonth
	case strings.Contains(plain, "y"):
		return asYear
	case strings.Contains(plain, "%"):
		return asPercent
	}
	return asNumber
}
