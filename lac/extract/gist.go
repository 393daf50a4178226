package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxGist bounds a heading in bytes.
const maxGist = 140

// gistEdges are marks that a heading neither begins nor ends with.
const gistEdges = "\"“”«»「」,， "

// gist returns the words around a claim as far as the next marks, for headings:
// without the date line, the one who says it and the marks of a quotation.
func gist(s *sentence, from, to int) string {
	ws := s.words
	stop := func(i int) bool { return mark(ws, i, ",;:.") }
	start, end := from, to
	for start > 0 && !stop(start-1) {
		start--
	}
	for end < len(ws) && !stop(end) {
		end++
	}
	if end-start < 5 && start > 1 { // too short to be understood
		for start--; start > 0 && !stop(start-1); {
			start--
		}
	}
	start, end = s.said(start, end, from, to)
	for start < from && (ws[start].cue.has(cueAnd) && !ws[start].cue.has(cueDet) || ws[start].mark != 0) {
		start++
	}
	return heading(s.text[ws[start].Start:ws[end-1].End])
}

// positionGist returns what a sentence says, for a heading: without who says it.
func positionGist(s *sentence) string {
	ws := s.words
	start, end := s.said(0, s.stop(), s.stop(), 0)
	if start >= end { // nothing but who says it
		start, end = 0, len(ws)
	}
	for start < end-1 && ws[start].mark != 0 {
		start++
	}
	return heading(s.text[ws[start].Start:ws[end-1].End])
}

// heading returns words of a text as a heading of at most maxGist bytes and the mark of
// what was left out. It reads no more of them than that.
func heading(words string) string {
	var b strings.Builder
	b.Grow(min(len(words), 2*maxGist))
	for w := range strings.FieldsSeq(strings.TrimLeft(words, gistEdges)) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if b.WriteString(w[:min(len(w), 2*maxGist)]); b.Len() > 2*maxGist {
			break
		}
	}
	return sentenceCase(shorten(strings.Trim(b.String(), gistEdges), maxGist))
}

// said narrows the words [start,end) around a claim in [from,to) down to what is
// said: behind "the minister said that", before "he added", without a date line.
func (s *sentence) said(start, end, from, to int) (int, int) {
	ws := s.words
	for k := start; k < from && k < start+14; k++ { // LIMA, June 9 (Xinhua) --
		if ws[k].mark == '-' && k > start && (!ws[k].joined || ws[k-1].mark != 0) && (hasDay(ws[:k]) || mark(ws, k-1, ").") && ws[0].caps) {
			start = k + 1
			break
		}
	}
	for k := start; k < from && k < start+14; k++ {
		if !ws[k].cue.has(cueSay) || ws[k].mark != 0 {
			continue
		}
		for k+1 < from && ws[k+1].mark == 0 && (ws[k+1].used || ws[k+1].cue.has(cueThis)) { // dijo este lunes que
			k++
		}
		if k+1 < from && ws[k+1].mark == 0 && (ws[k+1].sense.has(senseThatSaid) || ws[k+1].hint.has(hintThat)) {
			start = k + 2
		} else if k+1 < from && mark(ws, k+1, ",:") {
			start = k + 2
		}
		break
	}
	for k := end - 1; k >= to && k >= end-7; k-- { // ", he added"
		if ws[k].mark == ',' || ws[k].mark == '"' {
			for n := k + 1; n < end; n++ {
				if ws[n].cue.has(cueSay) && ws[n].mark == 0 {
					return start, k
				}
			}
			break
		}
	}
	return start, end
}

// hasDay reports whether words have a time that a sentence reader found.
func hasDay(ws []word) bool {
	for _, w := range ws {
		if w.used {
			return true
		}
	}
	return false
}

// asserts reports whether what somebody is said to have said is more than a courtesy
// or the setting: "made the remarks at the salon", "Good morning".
func (s *sentence) asserts() bool {
	ws := s.words
	said := -1
	for k := range ws {
		w := ws[k]
		if w.sense.has(senseCourtesy) && w.mark == 0 {
			return false
		}
		if w.cue.has(cueSay) && w.mark == 0 && said < 0 {
			said = k
		}
	}
	if s.asks() {
		return false
	}
	if said < 0 || quotes(ws) {
		return true
	}
	// What is said stands behind the verb, or before a comma that it follows.
	for k := 0; k < said; k++ {
		if mark(ws, k, ",") && said-k <= 6 && k > 3 {
			return true
		}
	}
	rest := 0
	for k := said + 1; k < len(ws); k++ {
		if w := ws[k]; w.mark == 0 && !w.used && !w.cue.has(cueMeeting|cueIn|cueDet|cueStop|cueOf) && w.place == "" {
			rest++
		}
	}
	return rest >= 3
}

// sentenceCase returns text with a capital at its beginning.
func sentenceCase(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// shorten cuts a text at a space or character before the given number of bytes.
func shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	cut := 0
	for i, r := range text {
		if i > most {
			break
		}
		if unicode.IsSpace(r) || isHanzi(r) {
			cut = i
		}
	}
	if cut == 0 {
		for i := range text {
			if i > most {
				break
			}
			cut = i
		}
	}
	return text[:cut] + "…"
}
