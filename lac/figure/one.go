package figure

import (
	"cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// one makes a figure of one number.
func (s *scanner) one(m *measured) Figure {
	f := Figure{Core: s.span(m.from, m.to), Numeral: m.numeral, Doubt: m.doubt}
	if m.to == m.number.to {
		f.Core.End = s.tokens[m.to-m.tight-1].end
	}
	unit := lac.Unit("")
	f.Kind = KindNumber
	switch {
	case m.form == formOrdinal:
		f.Kind, unit = KindOrdinal, lac.UnitRank
	case m.form == formMultiple:
		unit = lac.UnitTimes
	case m.unit != nil:
		unit = m.unit.unit
		f.Kind = m.unit.kind()
		f.Doubt = cmp.Or(f.Doubt, m.unit.doubt)
	}
	if m.unit != nil && m.unit.class == lexicon.Time || m.form == formMultiple && m.unit != nil {
		// A span of time and a multiple are numbers; what they count is a noun.
		f.Core.End = s.tokens[m.number.to-m.tight-1].end
		first := m.number.to
		if s.dash(first) {
			first++
		}
		f.Noun = s.span(first, m.to)
	}
	if unit == "" {
		f.Noun, unit = s.noun(m.to)
	}
	if m.part != (Span{}) {
		f.Noun = m.part
	}
	unit = cmp.Or(unit, UnitNumber)
	f.Stated.Digits = min(m.digits, fixed.MaxDigits)
	f.Stated.Vague = m.vague
	if !m.long && !(m.vague != "" && m.value.IsZero()) {
		f.Stated.Value = m.quantity(m.value, unit)
	}
	f.Numerator, f.Denominator, f.Ends = m.ratio.num, m.ratio.den, m.ends
	if m.negative {
		f.Numerator = -f.Numerator
	}
	f.Role = s.role(m)
	s.hedge(&f, m)
	return f
}

// kind returns the kind of figures in unit u.
func (u *unit) kind() Kind {
	switch u.class {
	case lexicon.Money:
		return KindMoney
	case lexicon.Percent:
		return KindPercent
	case lexicon.Times, lexicon.Time:
		return KindNumber
	}
	return KindQuantity
}
