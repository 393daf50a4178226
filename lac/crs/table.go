package crs

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// What observations are about: aid and other official flows, as donors report them.
const (
	Commitments   lac.Subject = "aid-commitments"
	Disbursements lac.Subject = "aid-disbursements"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source               string
	stats                *lac.Stats
	donor, recipient, at int // columns; at is that of the figure
}

// subjects are by the kinds of transactions.
var subjects = map[lac.TransactionType]lac.Subject{lac.Commitment: Commitments, lac.Disbursement: Disbursements}

// figure returns the figure of column i, so many times which it is. It may be negative,
// where what was given before is taken back.
func figure(c *feed.Cells, i int, unit lac.Unit, times decimal.Decimal) lac.Stated {
	text := c.Text(i)
	q, err := lac.ParseNumber(text, unit)
	if err == nil {
		q, err = lac.NewQuantity(q.Amount().Mul(times), unit)
	}
	if err != nil {
		c.Fail(i, err)
		return lac.Stated{}
	}
	mantissa, _, _ := strings.Cut(strings.ToLower(text), "e")
	digits := strings.TrimLeft(strings.NewReplacer("-", "", "+", "", ".", "").Replace(mantissa), "0")
	return lac.Stated{Value: q, Digits: min(max(len(digits), 1), 38)}
}

// names are those of the OECD's lists that package lac does not have.
var names = map[string]string{
	"Korea": "KOR", "Kuwait (KFAED)": "KWT", "Micronesia, Fed. States": "FSM", "West Bank & Gaza Strip": "PSE", "West Bank and Gaza Strip": "PSE",
}

// country returns the country of a name of the OECD's lists. It errs if there is none:
// a region is what was given to no one country of it, not the sum of its countries.
func country(name string) (lac.Area, error) {
	if code, ok := names[name]; ok {
		name = code
	}
	a, err := lac.ParseArea(name)
	if err == nil && !a.IsCountry() {
		err = fmt.Errorf("%w: no country", lac.ErrUnknownCode)
	}
	return a, err
}

// isNoCountry reports whether the name of a recipient says that it is none.
func isNoCountry(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"regional", "unspecified", "unallocated", "total", "(blank)", "developing countries", "states ex-yugoslavia"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
