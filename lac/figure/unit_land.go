package figure

import (
	"slices"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// unitAfter returns the first unit that ok takes and that begins at token i, and
// the token behind. A name of money goes with the word for its land, before it or
// after it: Chilean pesos, pesos chilenos.
func (s *scanner) unitAfter(i int, ok func(*phrase) bool) (*phrase, int) {
	if s.lex.NounFirst {
		var land *phrase
		var end int
		name, _ := s.matchAfter(i, func(p *phrase) bool {
			if p.role != roleUnit || p.exact != "" || p.unit.lands == nil {
				return false
			}
			if k := s.phraseAt(i, p); k > 0 {
				land, end = s.matchAfter(k, func(q *phrase) bool { return q.role == roleLand && p.unit.isOf(q.unit) })
			}
			return land != nil && ok(land)
		})
		if name != nil {
			return land, end
		}
	}
	p, end := s.matchAfter(i, func(p *phrase) bool { return p.role == roleUnit && ok(p) })
	if s.lex.NounFirst {
		return p, end
	}
	land, k := s.matchAfter(i, func(q *phrase) bool { return q.role == roleLand })
	if land == nil {
		return p, end
	}
	name, behind := s.matchAfter(k, func(q *phrase) bool {
		return q.role == roleUnit && q.exact == "" && q.unit.class == lexicon.Money && (q.unit.isOf(land.unit) || q.unit.parts > 0) && ok(q)
	})
	if name == nil || behind <= end {
		return p, end
	}
	if name.unit.parts > 0 {
		return name, behind // US cents
	}
	return land, behind
}

// isOf reports whether u may be the money that of is.
func (u *unit) isOf(of *unit) bool { return slices.Contains(u.lands, string(of.unit)) }

// landAt reports whether the word for a land begins at token j: 多米尼加, not 多.
func (s *scanner) landAt(j int) bool {
	p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleLand })
	return p != nil
}
