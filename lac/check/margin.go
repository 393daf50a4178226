package check

import (
	"fmt"
	"math/big"

	"github.com/sinolac/sinolac/lac"
)

// A Margin is the smallest change of one figure that would flip a reading's
// verdict. The zero Margin means that none can be named.
type Margin struct {
	Of   string   `json:"of"`   // the figure that would have to differ
	Is   Interval `json:"is"`   // what it is
	Need Interval `json:"need"` // where it would have to lie
	// Gap is how far it is from there, exactly; 0 if it stands on the edge.
	Gap  Bound    `json:"gap"`
	Unit lac.Unit `json:"unit,omitempty"`
	Text string   `json:"text"`
}

// IsZero reports whether m names no change.
func (m Margin) IsZero() bool { return m.Text == "" }

// String returns the margin in words.
func (m Margin) String() string { return m.Text }

// nearer reports whether m is nearer to flipping than n, each measured by what its
// figure is. One without a gap is not.
func (m Margin) nearer(n Margin) bool {
	if n.IsZero() || n.Gap.IsNone() {
		return !m.IsZero() && (n.IsZero() || !m.Gap.IsNone())
	}
	return !m.Gap.IsNone() && compare(m.relative(), n.relative()) < 0
}

// relative returns the gap as a part of what the figure is; 0 for a part of
// nothing.
func (m Margin) relative() *big.Rat {
	size := m.Is.Lower.value
	if size == nil {
		size = m.Is.Upper.value
	}
	if size == nil || size.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(m.Gap.value, new(big.Rat).Abs(size))
}

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
func (e edge) need() Interval {
	b := Bound{e.at, e.open}
	if e.above {
		return Interval{Lower: b}
	}
	return Interval{Upper: b}
}

// flip returns the nearest edge at which the verdict on a reading is another, or
// at which there is one. False if no edge does that.
func flip(reading, stated Interval) (edge, bool) {
	var edges []edge
	leave := func(from Bound, at Bound, above bool) { // out of the stated interval
		if !from.IsNone() && !at.IsNone() {
			edges = append(edges, edge{at: at.value, from: from.value, above: above, open: !at.open})
		}
	}
	enter := func(from Bound, at Bound, above bool) { // into it
		if !from.IsNone() && !at.IsNone() {
			edges = append(edges, edge{at: at.value, from: from.value, above: above, open: at.open})
		}
	}
	switch judge(reading, stated) {
	case Supported:
		leave(reading.Lower, stated.Lower, false)
		leave(reading.Upper, stated.Upper, true)
	case Contradicted:
		if reaches(reading.Lower, stated.Upper) {
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
func amountMargin(of string, reading, stated Interval, unit lac.Unit) Margin {
	e, ok := flip(reading, stated)
	if !ok {
		return Margin{}
	}
	m := Margin{Of: of, Is: reading, Need: e.need(), Gap: closed(e.gap()), Unit: unit}
	direction := "lower"
	if e.above {
		direction = "higher"
	}
	verb := "flips"
	if e.decides {
		verb = "decided"
	}
	m.Text = fmt.Sprintf("%s at %s, %s %s", verb, amountOf(e.at, unit), amountOf(e.gap(), unit), direction)
	return m
}

// countMargin is that of a count, in the words of counts where the claim names
// no upper bound.
func countMargin(reading, stated Interval, unit lac.Unit) Margin {
	m := amountMargin("the count", reading, stated, unit)
	if m.IsZero() || !stated.Upper.IsNone() || stated.Lower.IsNone() || reading.Lower.IsNone() {
		return m
	}
	gap := new(big.Rat).Sub(reading.Lower.value, stated.Lower.value)
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
func ratioMargin(p pair, stated Interval) Margin {
	if !p.now.interval.IsPoint() || !p.then.interval.IsPoint() || p.then.interval.Lower.value.Sign() <= 0 ||
		p.now.interval.Lower.value.Sign() <= 0 {
		return Margin{}
	}
	now, then := p.now.interval.Lower.value, p.then.interval.Lower.value
	e, ok := flip(divide(p.now.interval, p.then.interval), stated)
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
	m := Margin{Of: p.then.basis.Period.String(), Is: p.then.interval, Need: turned.need(), Gap: closed(turned.gap()), Unit: p.then.unit}
	m.Text = fmt.Sprintf("flips if %s were %s %s", m.Of, limit, amountOf(need, p.then.unit))
	two := big.NewRat(2, 1)
	if e.at.Cmp(two) != 0 && stated.Lower.value != nil && stated.Lower.value.Cmp(two) < 0 &&
		stated.Upper.value != nil && stated.Upper.value.Cmp(two) > 0 {
		m.Text += fmt.Sprintf("; exactly double would need %s", amountOf(new(big.Rat).Quo(now, two), p.then.unit))
	}
	return m
}

// shareMargin says what the part would have had to be of its whole for the
// verdict on a share to flip. stated is in percent.
func shareMargin(p pair, stated Interval) Margin {
	if !p.now.interval.IsPoint() || !p.then.interval.IsPoint() || p.then.interval.Lower.value.Sign() <= 0 {
		return Margin{}
	}
	// The stated share of the whole, beside the part itself: nothing is divided.
	whole := p.then.interval.Lower.value
	wanted := mapBounds(stated, func(v *big.Rat) *big.Rat {
		v = new(big.Rat).Mul(v, whole)
		return v.Quo(v, big.NewRat(100, 1))
	})
	return amountMargin("the part", p.now.interval, wanted, p.now.unit)
}
