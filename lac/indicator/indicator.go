package indicator

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// maxPlaces is the most decimal places that a quotient is rounded to, as in
// [lac.Money.DivRound].
const maxPlaces = 30

// Growth returns the relative change, (to - from) / from, as a fraction rounded half
// away from zero to places decimal places: 0.0673 is 6.73 percent. It errs as [lac.Money.Sub] and
// [lac.Money.DivRound]: with [lac.ErrRange] if from is zero.
func Growth(from, to lac.Money, places int32) (decimal.Decimal, error) {
	rise, err := to.Sub(from)
	if err != nil {
		return decimal.Decimal{}, err
	}
	return rise.DivRound(from, places)
}

// CAGR returns the compound annual growth rate over a number of years,
// (to/from)^(1/years) - 1, as a fraction rounded half away from zero to places
// decimal places; that of one year is [Growth]. The years are those between the two
// amounts: ten from 2014 to 2024. The root is found in integers, so that every digit
// is right. It errs with [lac.ErrMissing] or [lac.ErrCurrencyMismatch] as [lac.Money.DivRound], and with
// [lac.ErrRange] unless both amounts are positive, years is from 1 to 200 and places
// from 0 to 30.
func CAGR(from, to lac.Money, years int, places int32) (decimal.Decimal, error) {
	if _, err := from.Cmp(to); err != nil {
		return decimal.Decimal{}, fmt.Errorf("growth from %v to %v: %w", from, to, err)
	}
	if from.Sign() <= 0 || to.Sign() <= 0 || years < 1 || years > 200 || places < 0 || places > maxPlaces {
		return decimal.Decimal{}, fmt.Errorf("growth from %v to %v in %d years to %d places: %w", from, to, years, places, lac.ErrRange)
	}
	// The factor g is x/10^places with x rounded; twice its floor at one more
	// binary digit decides the rounding: find the largest y with
	// (y / (2*10^places))^years <= to/from, then x = (y+1)/2. A fall that is exactly
	// half way goes down, away from no growth.
	ratio := new(big.Rat).Quo(to.Amount().Rat(), from.Amount().Rat())
	scale := new(big.Int).Mul(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	n := big.NewInt(int64(years))
	limit := new(big.Int).Mul(ratio.Num(), new(big.Int).Exp(scale, n, nil))
	fits := func(y *big.Int) bool {
		return new(big.Int).Mul(new(big.Int).Exp(y, n, nil), ratio.Denom()).Cmp(limit) <= 0
	}
	low, high := new(big.Int), new(big.Int).Set(scale)
	for fits(high) {
		low.Set(high)
		high.Lsh(high, 1)
	}
	for one := big.NewInt(1); new(big.Int).Sub(high, low).Cmp(one) > 0; {
		middle := new(big.Int).Add(low, high)
		if middle.Rsh(middle, 1); fits(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	x := new(big.Int).Add(low, big.NewInt(1))
	if exact := new(big.Int).Mul(new(big.Int).Exp(low, n, nil), ratio.Denom()).Cmp(limit) == 0; exact && low.Cmp(scale) < 0 {
		x.Set(low)
	}
	return decimal.NewFromBigInt(x.Rsh(x, 1), -places).Sub(decimal.NewFromInt(1)), nil
}

// Shares returns each amount's share of their sum in percent, to places decimal
// places. They add up to exactly 100: each is rounded down, and the units of the last
// place that are left go one by one to the largest remainders, of equal ones to the
// earlier. This is Hamilton's method (M. L. Balinski and H. P. Young, Fair
// Representation, 1982): a share may differ from the one rounded by itself. It errs with
// [lac.ErrMissing] if an amount is not reported or nothing adds up to a whole, with
// [lac.ErrCurrencyMismatch] if the currencies differ, and with [lac.ErrRange] if an
// amount is negative or places is not from 0 to 30.
func Shares(amounts []lac.Money, places int32) ([]decimal.Decimal, error) {
	sum, err := sumOf(amounts)
	if err != nil {
		return nil, fmt.Errorf("shares: %w", err)
	}
	if places < 0 || places > maxPlaces {
		return nil, fmt.Errorf("shares to %d places: %w", places, lac.ErrRange)
	}
	type part struct {
		index int
		units *big.Int
		rest  *big.Rat
	}
	whole := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)+2), nil)
	left := new(big.Int).Set(whole)
	parts := make([]part, len(amounts))
	for i, m := range amounts {
		exact := new(big.Rat).Quo(m.Amount().Rat(), sum)
		exact.Mul(exact, new(big.Rat).SetInt(whole))
		units := new(big.Int).Quo(exact.Num(), exact.Denom())
		parts[i] = part{i, units, exact.Sub(exact, new(big.Rat).SetInt(units))}
		left.Sub(left, units)
	}
	order := slices.Clone(parts)
	slices.SortStableFunc(order, func(a, b part) int { return b.rest.Cmp(a.rest) })
	for i := range int(left.Int64()) {
		order[i].units.Add(order[i].units, big.NewInt(1))
	}
	shares := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		shares[i] = decimal.NewFromBigInt(p.units, -places)
	}
	return shares, nil
}

// HHI returns the Herfindahl-Hirschman index of concentration, the sum of the
// squares of the shares in percent: from near 0 to 10000 for one holder alone.
// It is exact until it is rounded, half away from zero, to places decimal places.
// It is on the scale of the Horizontal Merger Guidelines of the U.S. Department of
// Justice and the Federal Trade Commission (2010), section 5.3; on the other one in
// use it is divided by 10000. It errs as [Shares].
func HHI(amounts []lac.Money, places int32) (decimal.Decimal, error) {
	sum, err := sumOf(amounts)
	if err != nil {
		return decimal.Decimal{}, fmt.Errorf("concentration: %w", err)
	}
	if places < 0 || places > maxPlaces {
		return decimal.Decimal{}, fmt.Errorf("concentration to %d places: %w", places, lac.ErrRange)
	}
	squares := new(big.Rat)
	for _, m := range amounts {
		x := m.Amount().Rat()
		squares.Add(squares, new(big.Rat).Mul(x, x))
	}
	index := squares.Quo(squares, sum.Mul(sum, sum))
	index.Mul(index, big.NewRat(10000, 1))
	return roundRat(index, places), nil
}

func roundRat(r *big.Rat, places int32) decimal.Decimal {
	return decimal.NewFromBigInt(r.Num(), 0).DivRound(decimal.NewFromBigInt(r.Denom(), 0), places)
}

// sumOf adds amounts that must be comparable parts of a whole.
func sumOf(amounts []lac.Money) (*big.Rat, error) {
	sum := new(big.Rat)
	for _, m := range amounts {
		if _, err := amounts[0].Cmp(m); err != nil {
			return nil, fmt.Errorf("%v and %v: %w", amounts[0], m, err)
		}
		if m.Sign() < 0 {
			return nil, fmt.Errorf("%v: %w: negative", m, lac.ErrRange)
		}
		sum.Add(sum, m.Amount().Rat())
	}
	if sum.Sign() == 0 {
		return nil, fmt.Errorf("the amounts add up to nothing: %w", lac.ErrMissing)
	}
	return sum, nil
}

// A Ranked is one competitor's place in an order of amounts.
type Ranked[K any] struct {
	Who   K         `json:"who"`
	Value lac.Money `json:"value"`
	Place int       `json:"place"`          // from 1; equal amounts share the better place: 1, 2, 2, 4
	Tied  bool      `json:"tied,omitempty"` // another competitor has the same place
}

// Rank orders competitors by their amounts, the largest first; equal amounts
// keep the order given and share a place. It errs with [lac.ErrMissing] if an amount
// is not reported and [lac.ErrCurrencyMismatch] if the currencies differ.
func Rank[K any](competitors []K, amount func(K) lac.Money) ([]Ranked[K], error) {
	ranked := make([]Ranked[K], len(competitors))
	for i, who := range competitors {
		ranked[i] = Ranked[K]{Who: who, Value: amount(who)}
		if _, err := ranked[0].Value.Cmp(ranked[i].Value); err != nil {
			return nil, fmt.Errorf("ranking %v: %w", who, err)
		}
	}
	slices.SortStableFunc(ranked, func(a, b Ranked[K]) int { return b.Value.Compare(a.Value) })
	for i := range ranked {
		ranked[i].Place = i + 1
		if i > 0 && ranked[i].Value == ranked[i-1].Value {
			ranked[i].Place = ranked[i-1].Place
			ranked[i].Tied, ranked[i-1].Tied = true, true
		}
	}
	return ranked, nil
}

// A Streak is how long something has held without a break, counted back from
// its last year.
type Streak struct {
	Last    int   `json:"last"`              // the year counted back from
	Years   int   `json:"years"`             // years in a row known to hold, up to Last
	Broken  int   `json:"broken,omitempty"`  // the year in which it did not hold; 0 if none is known
	Unknown []int `json:"unknown,omitempty"` // years without data between Broken, or the first year known, and Last
}

// StreakOf counts back from the year last. held says of each year for which
// there are data whether it held. A year without data ends the count of years
// known in a row; it is listed, and the search for the break goes on before it.
func StreakOf(held map[int]bool, last int) Streak {
	s := Streak{Last: last}
	first := last
	for y := range held {
		first = min(first, y)
	}
	counting := true
	for y := last; y >= first; y-- {
		holds, known := held[y]
		switch {
		case !known:
			s.Unknown = append(s.Unknown, y)
			counting = false
		case !holds:
			s.Broken = y
			slices.Sort(s.Unknown)
			return s
		case counting:
			s.Years++
		}
	}
	slices.SortFunc(s.Unknown, cmp.Compare)
	return s
}
