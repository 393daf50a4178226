package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// times finds the mentions of a time in s and marks their words as used.
func (c calendar) times(s *sentence) {
	for i := 0; i < len(s.words); {
		if w := &s.words[i]; w.mark != 0 || w.blank() && !strings.HasPrefix(w.text, fiscalYear) {
			i++
			continue
		}
		if w := &s.words[i]; isFiscal(w.text) {
			w.sense |= senseFiscalYear
			s.senses |= senseFiscalYear
		}
		m, ok := c.mention(s.words, i)
		if !ok {
			i++
			continue
		}
		for j := m.from; j < m.to; j++ {
			s.words[j].used = true
		}
		i = m.to
		if n := len(s.times); n > 0 && s.times[n-1].joins(s.words, &m) {
			continue
		}
		if !m.period.IsZero() && m.role == timeAt {
			c.before = m.period
		}
		s.times = append(s.times, m)
	}
	for i := range s.times {
		m := &s.times[i]
		c.relate(s.words, m)
		c.place(m)
	}
	// In 2017, ... through November: the month is one of that year.
	for i := range s.times {
		m := &s.times[i]
		if m.role != timeThrough || m.dated(s.words) {
			continue
		}
		for _, n := range s.times {
			if n.role == timeAt && n.period.IsYear() && !m.period.IsZero() {
				m.period = m.period.AddYears(n.period.First().Year() - m.period.First().Year())
				break
			}
		}
	}
}

// dated reports whether the words of a time have its year.
func (m *timeMention) dated(ws []word) bool {
	for k := m.from; k < m.to; k++ {
		if yearAt(ws, k) != 0 || ws[k].hint.has(hintYear|hintThat) || ws[k].cue.has(cueYear) {
			return true
		}
	}
	return false
}

// joins makes m and the time n after it one span, if that is what the words
// between them say: "between 2013 and the first half of 2018", 2010年到2019年.
func (m *timeMention) joins(ws []word, n *timeMention) bool {
	if m.period.First().IsZero() || n.period.Last().IsZero() || m.role != timeAt || n.role != timeAt || m.span || m.ago || n.ago ||
		!m.period.First().Before(n.period.First()) {
		return false
	}
	between := ws[m.to:n.from]
	for len(between) > 1 && (between[1].cue.has(cueDet) || between[1].cue.has(cueThis)) && between[1].mark == 0 {
		between = append([]word{between[0]}, between[2:]...)
	}
	started := has(ws, m.from-1, cueFrom) || has(ws, m.from-2, cueFrom) && has(ws, m.from-1, cueDet)
	switch {
	case len(between) != 1:
		return false
	case mark(between, 0, "-"):
	case between[0].mark != 0 || !between[0].cue.has(cueTo|cueAnd):
		return false
	case between[0].cue.has(cueAnd) && !started:
		return false
	case !between[0].han && !started:
		return false
	}
	for k := m.to; k < n.from; k++ {
		ws[k].used = true
	}
	m.period, m.to, m.span = lac.Days(m.period.First(), n.period.Last()), n.to, true
	return true
}

// mention reads the time that begins with word i.
func (c calendar) mention(ws []word, i int) (timeMention, bool) {
	m := timeMention{from: i}
	if ws[i].mark != 0 {
		return m, false
	}
	if p, end := c.monthsTo(ws, i); end > i {
		m.period, m.to, m.undated, m.counted = p, end, p.IsZero(), true
		return m, true
	}
	if y, end := c.yearHead(ws, i); end > i && (ws[end-1].han || means(ws, end, hintSame)) {
		m.undated = y == 0
		for end < len(ws) && ws[end].han && has(ws, end, cueOf) {
			end++
		}
		if p, e := c.within(ws, end, y); e > end {
			m.period, m.to = p, e
			return m, true
		}
	}
	for _, read := range [...]func([]word, int, int) (lac.Period, int){c.days, c.months, c.part} {
		if p, end := read(ws, i, 0); end > i {
			m.period, m.to, m.undated = p, end, p.IsZero()
			return m, true
		}
	}
	if p, end := c.years(ws, i); end > i {
		m.period, m.to, m.span = p, end, p.First().Year() != p.Last().Year()
		return m, true
	}
	if c.phrase(ws, i, &m) || c.relative(ws, i, &m) {
		return m, true
	}
	return m, false
}

// relate looks at the words around a time for how it is meant.
func (c calendar) relate(ws []word, m *timeMention) {
	if m.role != timeAt || m.counted {
		return
	}
	if means(ws, m.to, hintSame) || means(ws, m.to-1, hintSame) {
		m.same = true
	}
	if has(ws, m.to, cueSince) && ws[m.to].han && !has(ws, m.to+1, cueArea) { // 2013年以来, and not 2024年自巴西进口
		m.role, m.period = timeSince, c.since(m.period)
		ws[m.to].used = true
		return
	}
	for k := m.to; k > 0 && k < len(ws) && k < m.to+6 && ws[k].han && ws[k].mark == 0; k++ {
		if k > m.to && has(ws, k, cueSince) && mark(ws, k+1, ",") { // 2023年建交以来，
			m.role, m.period = timeSince, c.since(m.period)
			return
		}
	}
	for k := m.to; has(ws, m.from-1, cueAnd) && k < len(ws) && k < m.to+3 && ws[k].mark == 0 && ws[k].figure == nil; k++ {
		if ws[k].han && ws[k].hint.has(hintCompared) && ws[k].cue.has(cueThan) { // 与去年同期相比
			m.role = timeBaseline
			return
		}
	}
	far := 0 // words that say nothing of a time
	for j := m.from - 1; j >= 0 && j >= m.from-9; j-- {
		w := ws[j]
		if w.hint.has(hintSame) {
			m.same = true
			continue
		}
		if w.hint.has(hintPeriod) && far == 0 {
			continue
		}
		last := j == m.from-1
		switch {
		case w.cue.has(cueMore) && aboveThat(ws, j, m.from, m.to): // 33% acima do registrado em 2022
			m.role = timeBaseline
			return
		case w.figure != nil && w.figure.Kind == figure.KindPercent && exceeds(ws, j, j+1): // superando en 2,3% los envíos de 2019
			m.role = timeBaseline
			return
		case w.mark != 0 || w.figure != nil && w.figure.Kind != figure.KindOrdinal || w.used:
			return
		case w.cue.has(cueThan) && w.hint.has(hintCompared), last && w.hint.has(hintBy) && means(ws, j-1, hintExceed): // superado por enero
			m.role = timeBaseline
			return
		case w.cue.has(cueThan) && c.comparing(ws, j) && (w.hint.has(hintCompared) || !w.cue.has(cueStop|cueBy) || last && (m.period.IsYear() || m.ago) || w.cue.has(cueFrom) && (m.ago || m.same) || w.cue.has(cueRefer)):
			m.role = timeBaseline
			return
		case far > 0:
		case w.cue.has(cueSince) && w.han && figureBehind(ws, m.to) >= 0: // 从2000年的126亿美元
			return
		case w.cue.has(cueSince):
			m.role = timeSince
			m.period = c.since(m.period)
			ws[j].used = true
			return
		case w.cue.has(cueBy) && (m.spansYears() || w.hint.has(hintTo) && m.from < m.to && ws[m.from].cue.has(cueThis)): // para los próximos tres años, para este ano
			return
		case w.hint.has(hintThrough) && last && m.period.First().Month() == m.period.Last().Month() && !m.period.IsZero():
			m.role = timeThrough
			return
		case w.cue.has(cueBy) && !w.cue.has(cueIn|cueAgo) && !m.period.IsZero() || w.cue.has(cueBy) && last && m.years == 0 && !m.period.IsZero():
			m.role = timeBy
			m.period = until(m.period)
			return
		}
		if !w.cue.has(cueDet | cueIn | cueEnd | cueOf | cueFirst | cueThis | cueFrom | cueStop | cueMonthUnit | cueQuarter | cueYear) {
			if far++; far > 4 {
				return
			}
		}
	}
}

// comparing reports whether the word at i, such as "que" or "on", compares: it
// stands behind a figure or a word of growth or of more.
func (c calendar) comparing(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		w := ws[j]
		switch {
		case j == i-1 && says(ws, i, senseThan) && w.figure != nil && (isFraction(w.figure) || w.figure.Kind == figure.KindPercent):
			return false // um quarto do que o Peru exportou em 2024
		case w.figure != nil && w.figure.Kind != figure.KindOrdinal, w.cue.has(cueMore | cueLess | cueUp | cueDown | cueGrowth):
			return true
		case w.mark != 0:
			return false
		}
	}
	return false
}
