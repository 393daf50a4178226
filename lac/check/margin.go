package check

import (
	"fmt"
	"math/big"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// An edge is where a verdict flips: at a bound of the stated interval.
type edge struct {
	at    *big.Rat
	from  *big.Rat // the bound of the reading that would have to get there
	above bool     // whether it would have to be at or above the edge, or below
	open  bool     // whether the edge itself does not do
	// decides says that more must be known for a verdict at all, not that one
	// flips.
	decides bool
}

func (e edge) gap() *big.Rat {
	gap := new(big.Rat).Sub(e.at, e.from)
	return gap.Abs(gap)
}

// need returns the values that flip the verdict.
func (e edge) need() interval.Interval {
	b := interval.Closed(e.at)
	if e.open {
		b = interval.Open(e.at)
	}
	if e.above {
		return interval.From(b)
	}
	return interval.To(b)
}

// flip returns the nearest edge at which the verdict on a reading is another, or
// at which there is one. False if no edge does that.
func flip(reading, stated interval.Interval) (edge, bool) {
	var edges []edge
	leave := func(from interval.Bound, at interval.Bound, above bool) { // out of the stated interval
		if !from.IsNone() && !at.IsNone() {
			edges = append(edges, edge{at: at.Rat(), from: from.Rat(), above: above, open: !at.IsOpen()})
		}
	}
	enter := func(from interval.Bound, at interval.Bound, above bool) { // into it
		if !from.IsNone() && !at.IsNone() {
			edges = append(edges, edge{at: at.Rat(), from: from.Rat(), above: above, open: at.IsOpen()})
		}
	}
	switch judge(reading, stated) {
	case Supported:
		leave(reading.Lower, stated.Lower, false)
		leave(reading.Upper, stated.Upper, true)
	case Contradicted:
		if interval.From(reading.Lower).Meets(interval.To(stated.Upper)) {
			enter(reading.Upper, stated.Lower, true)
		} else {
			enter(reading.Lower, stated.Upper, false)
		}
	default:
		if stated.Upper.IsNone() {
			enter(reading.Lower, stated.Lower, true)
		} else {
			leave(reading.Lower, stated.Upper, true)
		}
		if stated.Lower.IsNone() {
			enter(reading.Upper, stated.Upper, false)
		} else {
			leave(reading.Upper, stated.Lower, false)
		}
		for i := range edges {
			edges[i].decides = true
		}
	}
	if len(edges) == 0 {
		return edge{}, false
	}
	nearest := edges[0]
	for _, e := range edges[1:] {
		if e.gap().Cmp(nearest.gap()) < 0 {
			nearest = e
		}
	}
	return nearest, true
}

// amountMargin says by how much a reading's own figure would have to differ.
func amountMargin(of string, reading, stated interval.Interval, unit lac.Unit) Margin {
	e, ok := flip(reading, stated)
	if !ok {
		return Margin{}
	}
	m := Margin{Of: of, Is: reading, Need: e.need(), Gap: interval.Closed(e.gap()), Unit: unit}
	direction := "lower"
	if e.above {
		direction = "higher"
	}
	verb := "flips"
	if e.decides {
		verb = "decided"
	}
	if unit.IsCounted() { // 17,000, not 16,999.5
		b := m.Need.Whole().Lower
		if b.IsNone() {
			b = m.Need.Whole().Upper
		}
		e.at = b.Rat()
	}
	m.Text = fmt.Sprintf("%s at %s, %s %s", verb, amountOf(e.at, unit), amountOf(e.gap(), unit), direction)
	return m
}

// amountMargin says by how much a reading's own figure would have to differ: what
// is printed, or where rounding leaves the verdict open, what it says.
func (k *checker) amountMargin(of string, r Reading) Margin {
	i := r.Interval
	if judge(i, k.stated) != r.Verdict {
		i = r.Says
	}
	return amountMargin(of, i, k.stated, r.Unit)
}

// countMargin is that of a count, in the words of counts where the claim names
// no upper bound.
func countMargin(reading, stated interval.Interval, unit lac.Unit) Margin {
	m := amountMargin("the count", reading, stated, unit)
	if m.IsZero() || !stated.Upper.IsNone() || stated.Lower.IsNone() || reading.Lower.IsNone() {
		return m
	}
	gap := new(big.Rat).Sub(reading.Lower.Rat(), stated.Lower.Rat())
	switch {
	case gap.Sign() > 0:
		m.Text = fmt.Sprintf("%s above the stated figure", amountOf(gap, unit))
	case gap.Sign() < 0:
		m.Text = fmt.Sprintf("%s short of the stated figure", amountOf(gap.Abs(gap), unit))
	default:
		m.Text = "exactly at the claim's figure"
	}
	return m
}

// ratioMargin says what the second figure of a ratio would have had to be for the
// verdict to flip. stated is in times. The quotient is never compared: a ratio of
// at least e is a second figure of at most the first divided by e.
func ratioMargin(p pair, stated interval.Interval) Margin {
	if !p.now.interval.IsPoint() || !p.then.interval.IsPoint() || p.then.interval.Lower.Sign() <= 0 ||
		p.now.interval.Lower.Sign() <= 0 {
		return Margin{}
	}
	now, then := p.now.interval.Lower.Rat(), p.then.interval.Lower.Rat()
	e, ok := flip(p.now.interval.NotNegative().Div(p.then.interval.NotNegative()), stated)
	if !ok || e.at.Sign() <= 0 {
		return Margin{}
	}
	need := new(big.Rat).Quo(now, e.at)
	// What is above the edge as a ratio is below it as a divisor.
	turned := edge{at: need, from: then, above: !e.above, open: e.open}
	limit := "at most"
	if turned.above {
		limit = "at least"
	}
	m := Margin{Of: p.then.basis.Period.String(), Is: p.then.interval, Need: turned.need(), Gap: interval.Closed(turned.gap()), Unit: p.then.unit}
	m.Text = fmt.Sprintf("flips if %s were %s %s", m.Of, limit, amountOf(need, p.then.unit))
	two := big.NewRat(2, 1)
	if stated.Lower.Rat() != nil && stated.Lower.Rat().Cmp(two) < 0 &&
		stated.Upper.Rat() != nil && stated.Upper.Rat().Cmp(two) > 0 {
		m.Text += fmt.Sprintf("; exactly double would need %s", amountOf(new(big.Rat).Quo(now, two), p.then.unit))
	}
	return m
}

// shareMargin says what the part would have had to be of its whole for the
// verdict on a share to flip. stated is in percent.
func shareMargin(p pair, stated interval.Interval) Margin {
	if !p.now.interval.IsPoint() || !p.then.interval.IsPoint() || p.then.interval.Lower.Sign() <= 0 {
		return Margin{}
	}
	// The stated share of the whole, beside the part itself: nothing is divided.
	whole := p.then.interval.Lower.Rat()
	wanted := stated.Map(func(v *big.Rat) *big.Rat {
		v = new(big.Rat).Mul(v, whole)
		return v.Quo(v, big.NewRat(100, 1))
	})
	return amountMargin("the part", p.now.interval, wanted, p.now.unit)
}
