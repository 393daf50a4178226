package figure

import "github.com/sinolac/sinolac/lac"

// hedge finds the words that qualify f, before and after it, and sets what they
// say. Words before win over words after.
func (s *scanner) hedge(f *Figure, m *measured) {
	f.Whole = f.Core
	if m.tight > 0 {
		f.Whole.End = max(f.Whole.End, s.tokens[m.number.to-1].end)
	}
	f.Stated.Comparator = lac.Equal
	if f.Stated.Vague != "" {
		f.Stated.Comparator = m.hedge
	}
	f.Stated.Text = f.Whole.Of(s.text)
	if f.Role != RoleFigure {
		return
	}
	f.Stated.Comparator = ""
	start, end := m.from, m.to
	p, from := s.matchBefore(start, 1<<roleHedge)
	if p == nil && s.has(start-1, flagDeterminer) {
		p, from = s.matchBefore(start-1, 1<<roleHedge) // more than the 200
	}
	if p != nil && p.hedge == lac.UpTo && len(p.words) == 1 && s.has(from, flagTo) && (f.Kind == KindMoney || f.Kind == KindQuantity) && s.moved(from) {
		p = nil // crecieron hasta 5 millones de euros: to, not up to
	}
	if p != nil && from >= s.taken {
		f.Stated.Comparator, start = p.hedge, from
		// at least some, up to about: what comes first says more
		if q, from := s.matchBefore(start, 1<<roleHedge); q != nil && from >= s.taken {
			f.Stated.Comparator, start = q.hedge, from
		}
		if q, from := s.matchBefore(start, 1<<roleDegree); q != nil && from >= s.taken {
			start = from
		}
		f.Whole.Start = s.tokens[start].start
	}
	j := end
	if s.dash(j) && s.glued(j) && s.glued(j+1) {
		j++ // 30-plus
	}
	if p, to := s.matchAfter(j, func(p *phrase) bool { return p.role == roleHedge }); p != nil && !s.hedgesNext(j, to) {
		if f.Stated.Comparator == "" {
			f.Stated.Comparator = p.hedge
		}
		f.Whole.End = s.tokens[to-1].end
	}
	if f.Stated.Comparator == "" {
		f.Stated.Comparator = m.hedge
	}
	if f.Stated.Comparator == "" && f.Stated.Vague == "" {
		f.Stated.Comparator = lac.Equal
	}
	f.Stated.Text = f.Whole.Of(s.text)
}

// hedgesNext reports whether the hedge of tokens i to j, behind a number, is that
// of the number after it: $200 billion | and more than 4,000 firms.
func (s *scanner) hedgesNext(i, j int) bool {
	if !s.has(i, flagAnd) || j >= len(s.tokens) {
		return false
	}
	next := s.sense(j)
	return s.has(j, flagThan) || s.tokens[j].kind == tokenNumeral || next != nil && (next.class == classCardinal || next.flags&(flagCurrency|flagOf) != 0)
}
