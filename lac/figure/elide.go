package figure

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

var million = fixed.FromInt64(1e6)

// elide gives f, which ends before token end, the currency that its sentence names
// once for several amounts: "4.1 billion dollars, of which 2 billion were lent",
// 出口2515亿、进口2315亿美元.
func (s *scanner) elide(f *Figure, m *measured, end int) {
	if m.scale.Cmp(million) < 0 || f.Stated.Vague != "" || f.Role != RoleFigure || m.form != formCardinal {
		return
	}
	bare := f.Kind == KindNumber && m.unit == nil && f.Noun == (Span{}) && s.endsPhrase(m.to) && !s.peopled(m.from)
	if f.Kind != KindMoney && !bare {
		return
	}
	last := s.last
	s.last = amount{at: len(s.figures), end: end}
	if f.Kind == KindMoney {
		s.last.unit, s.last.doubt = f.Stated.Value.Unit(), f.Doubt
	}
	if last.end == 0 || s.breaks(last.end, m.from) {
		return
	}
	switch {
	case bare && last.unit != "":
		s.last.unit, s.last.doubt = last.unit, last.doubt
		f.become(last.unit, last.doubt)
	case !bare && last.unit == "" && last.at < len(s.figures) && s.lex.Characters && m.from-last.end < 12:
		s.figures[last.at].become(s.last.unit, s.last.doubt)
	}
}

// become makes f an amount of money.
func (f *Figure) become(u lac.Unit, doubt string) {
	q, err := lac.NewQuantity(f.Stated.Value.Amount(), u)
	if err != nil || !f.Stated.Value.IsReported() {
		return
	}
	f.Kind, f.Stated.Value = KindMoney, q
	if f.Doubt == "" {
		f.Doubt = doubt
	}
}

// peopled reports whether the words right before token i say that people or things
// are counted: a population of, 人口.
func (s *scanner) peopled(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if p, _ := s.matchBefore(k+1, 1<<rolePopulation); p != nil {
			return true
		}
	}
	return false
}

// endsPhrase reports whether nothing that a number could count stands at token j.
func (s *scanner) endsPhrase(j int) bool {
	if j >= len(s.tokens) {
		return true
	}
	t := &s.tokens[j]
	switch t.kind {
	case tokenMark, tokenBreak:
		return !s.dash(j)
	case tokenWord:
		return s.has(j, flagStop|flagAnd) && !s.has(j, flagOf)
	}
	return false
}

// breaks reports whether a sentence ends between tokens i and j.
func (s *scanner) breaks(i, j int) bool {
	for ; i < j; i++ {
		switch s.mark(i) {
		case "。", "!", "?", "！", "？":
			return true
		case ".":
			if i+1 < len(s.tokens) && s.tokens[i+1].spaced {
				return true
			}
		}
		if s.tokens[i].kind == tokenBreak {
			return true
		}
	}
	return false
}
