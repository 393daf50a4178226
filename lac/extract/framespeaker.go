package extract

import (
	"strings"
	"unicode/utf8"
)

// nameAt returns the end of the personal name that begins with word i: two or
// three capitalised words that mean nothing else.
func nameAt(ws []word, i int) int {
	j := i
	for j < len(ws) && j < i+6 {
		w := ws[j]
		if j > i && !w.upper && w.mark == 0 && w.sense.has(senseParticle) && j+1 < len(ws) && ws[j+1].upper && ws[j+1].cue == 0 && ws[j+1].topic == 0 && ws[j+1].party == "" && ws[j+1].place == "" && ws[j+1].mark == 0 && !ws[j+1].used {
			j += 2 // Lula da Silva
			continue
		}
		if !w.upper || w.mark != 0 || w.party != "" || w.figure != nil || w.caps && len(w.text) > 3 ||
			w.cue.has(cueMonth|cueMeeting|cueBody|cueOffice|cueStop|cueHonour|cueDet|cueSuper|cueIn) || w.topic != 0 || w.used || w.sense.has(senseNoName) {
			break
		}
		j++
	}
	if j-i < 2 {
		return i
	}
	return j
}

// introduce finds a speaker with the office that the text gives: "Zhang Run,
// director-general of the department, said", "Vice Minister Ma Zhaoxu said".
func (f *frameReader) introduce(s *sentence) {
	ws := s.words
	for i := 0; i < len(ws); i++ {
		if ws[i].han {
			i = max(i, f.introduceHan(s, i))
			continue
		}
		end := nameAt(ws, i)
		if end == i {
			continue
		}
		if i > 1 && has(ws, i-1, cueOf) && ws[i-2].mark == 0 && ws[i-2].upper && !has(ws, i-2, cueOffice) {
			i = end - 1 // the Association of Fruit Exporters
			continue
		}
		name := s.text[ws[i].Start:ws[end-1].End]
		office, first := "", -1
		if mark(ws, end, ",") {
			close := end + 1
			for close < len(ws) && close < end+25 && !mark(ws, close, ",.;") {
				close++
			}
			if close > end+1 && hasCue(ws[end+1:close], cueOffice) && !hasCue(ws[end+1:close], cueSay) {
				office = s.text[ws[end+1].Start:ws[close-1].End]
			}
		}
		switch {
		case office != "":
		case i > 0 && has(ws, i-1, cueOffice):
			start := i - 1
			for start > 0 && i-start < 8 && ws[start-1].mark == 0 && !ws[start-1].sense.has(senseSpeech) && (ws[start-1].upper || ws[start-1].cue.has(cueOffice|cueBody|cueArea)) && !ws[start-1].cue.has(cueStop) {
				start--
			}
			office, first = s.text[ws[start].Start:ws[i-1].End], start
		case i > 0 && ws[i-1].mark == 0 && !mark(ws, end, ","):
			if start := officeBefore(ws, i); start < i { // la viceministra de Relaciones Exteriores Hua Chunying
				office = s.text[ws[start].Start:ws[i-1].End]
			}
		}
		if office == "" && mark(ws, i-1, ",") { // el embajador de China en México, Zeng Gang
			start := i - 2
			for start >= 0 && start >= i-12 && ws[start].mark == 0 && !ws[start].cue.has(cueSay) && !ws[start].cue.has(cueOffice) {
				start--
			}
			if start >= 0 && has(ws, start, cueOffice) && ws[start].mark == 0 {
				office, first = s.text[ws[start].Start:ws[i-2].End], start
			}
		}
		if office != "" || speaksAt(ws, i, end) {
			f.add(name, office)
			f.speaksFor(name, s, first)
		}
		i = end - 1
	}
}

// officeBefore returns where the office begins that ends right before the name at i
// with what it is of: ministra de Economía. It is i if there is none.
func officeBefore(ws []word, i int) int {
	of := false
	for k := i - 1; k >= 0 && k >= i-9 && ws[k].mark == 0 && ws[k].figure == nil && !ws[k].cue.has(cueSay); k-- {
		w := ws[k]
		switch {
		case w.cue.has(cueOffice) && (of || k+2 == i && ws[k+1].party != ""): // el presidente uruguayo Lacalle
			return k
		case w.cue.has(cueOf):
			of = true
		case !w.sense.has(senseNoName) && !w.cue.has(cueAnd|cueDet|cueBody) && w.topic == 0 && w.party == "":
			return i
		}
	}
	return i
}

// introduceHan finds a Chinese speaker: a name of two to four characters between
// an office or a mark and a verb of saying. It returns the last word it used.
func (f *frameReader) introduceHan(s *sentence, i int) int {
	ws := s.words
	if !has(ws, i, cueOffice) && i > 0 && ws[i-1].mark == 0 {
		return i
	}
	from := i
	if has(ws, i, cueOffice) {
		from++
	}
	end := from
	for end < len(ws) && end < from+4 && (isSingleHan(ws[end]) || end > from && end < from+3 && means(ws, from, hintSurname) && isAreaHan(ws[end])) {
		end++
	}
	if has(ws, i, cueOffice) && !means(ws, from, hintSurname) { // 总理斯凯里特说
		last := from
		for last < len(ws) && last < from+8 && (isSingleHan(ws[last]) || allCharacters(ws[last:last+1])) && !ws[last].cue.has(cueSay) && !ws[last].sense.has(senseNoName) {
			last++
		}
		if last > from+1 && last < from+8 && has(ws, last, cueSay) && isSingleHan(ws[from]) {
			f.add(s.text[ws[from].Start:ws[last-1].End], s.text[ws[i].Start:ws[i].End])
			return last - 1
		}
	}
	if family := end; end-from == 2 && means(ws, from, hintSurname) && has(ws, family+1, cueSay) && has(ws, i, cueOffice) && allCharacters(ws[family:family+1]) {
		end++ // 发言人何咏前表示
	}
	foreign := false // 克劳迪娅·桑韦萨
	for end < len(ws) && end > from && end < from+16 && (isDot(ws[end]) || foreign && isSingleHan(ws[end])) {
		foreign = true
		end++
	}
	n := end - from
	said := has(ws, end, cueSay)
	switch family := means(ws, from, hintSurname); {
	case n < 2 || n > 4 && !foreign:
		return i
	case !has(ws, i, cueOffice) && !family && !foreign, n == 4 && family && !foreign && !said: // 能否介绍, 毛宁主持
		return i
	}
	for k := end; !said && k < len(ws) && k < end+6 && ws[k].mark == 0; k++ {
		said = has(ws, k, cueSay)
	}
	office := ""
	if has(ws, i, cueOffice) {
		start := i
		for start > 0 && ws[start-1].mark == 0 && i-start < 12 && (ws[start-1].cue.has(cueBody|cueOffice|cueArea) || isSingleHan(ws[start-1])) {
			start--
		}
		office = s.text[ws[start].Start:ws[i].End]
	}
	if said || office != "" {
		f.add(s.text[ws[from].Start:ws[end-1].End], office)
		return end - 1
	}
	return i
}

// isDot reports whether a word is the point between the parts of a foreign name.
func isDot(w word) bool { return w.text == "·" || w.text == "•" || w.text == "・" }

// isSingleHan reports whether a word is one Chinese character without a meaning
// of its own.
func isSingleHan(w word) bool {
	return w.mark == 0 && w.figure == nil && w.han && !w.sense.has(senseNoName) && w.text != "" && w.cue&^(cueStop|cueMember) == 0 && w.topic == 0 && w.party == "" && w.n == 0
}

// isAreaHan reports whether a word is one Chinese character that stands for an area and
// may be one of a name as well: 江华.
func isAreaHan(w word) bool {
	return w.han && w.mark == 0 && w.figure == nil && w.party != "" && utf8.RuneCountInString(w.text) == 1
}

// speaksAt reports whether the one named in [from,to) says something.
func speaksAt(ws []word, from, to int) bool {
	return has(ws, to, cueSay) || has(ws, to, cuePledge) && says(ws, to+1, senseThatSaid) || has(ws, from-1, cueSay) && ws[from-1].mark == 0
}

// speakerOf returns the name of the one to whom a sentence is attributed, empty
// if it is to nobody: the subject of its verb of saying.
func (f *frameReader) speakerOf(s *sentence) string {
	ws := s.words
	for i, w := range ws {
		named := i > 0 && !w.han && (f.known(s, i-1) != "" || i > 1 && mark(ws, i-1, ",") && f.known(s, i-2) != "")                                                         // Lula anunciou; Sérgio Mendes, projeta
		titled := s.headFirst && i > 1 && (ws[i-1].cue.has(cueOffice) || ws[i-1].hint.has(hintPerson)) && ws[i-1].mark == 0 && (has(ws, i-2, cueDet) || isArticle(ws[i-2])) // el funcionario estima
		quoted := i > 0 && (mark(ws, i-1, "\"") || mark(ws, i-1, ",") && mark(ws, i-2, "\""))                                                                               // "...", anunciou
		promises := w.cue.has(cuePledge) && (says(ws, i+1, senseThatSaid) || named || quoted) || w.cue.has(cueForecast) && (named || titled)
		if !w.cue.has(cueSay) && !promises || w.mark != 0 {
			continue
		}
		if name := f.subjectOf(s, i); name != "" {
			f.last = name
			return name
		}
	}
	return ""
}

// subjectOf returns who says, by the verb at word i: a speaker by name or family
// name, a pronoun, an office that the one who spoke last holds. What an
// organisation says is nobody's.
func (f *frameReader) subjectOf(s *sentence, i int) string {
	ws := s.words
	if pronounOfPerson(ws[i]) {
		return f.latest() // a su juicio
	}
	// The nearest name before the verb in its clause, past an apposition.
	for j := i - 1; j >= 0 && j >= i-25; j-- {
		if name := f.known(s, j); name != "" && (!ws[j].han || i-j <= 12) {
			return name
		}
		if ws[j].mark == '.' || ws[j].mark == ';' || ws[j].mark == ',' && ws[j].han {
			break
		}
		if pronounOfPerson(ws[j]) && j >= i-2 {
			return f.latest()
		}
		// The minister said, el mandatario dijo.
		if j >= i-4 && ws[j].mark == 0 && (ws[j].cue.has(cueOffice) || ws[j].hint.has(hintPerson)) && has(ws, j-1, cueDet) && !s.headFirst == (j == i-1) {
			return f.latest()
		}
		if s.headFirst && j >= i-3 && ws[j].mark == 0 && (ws[j].cue.has(cueOffice) || ws[j].hint.has(hintPerson)) && (has(ws, j-1, cueDet) || j > 0 && isArticle(ws[j-1])) {
			return f.latest()
		}
	}
	if ws[i].han {
		return ""
	}
	// Behind the verb: said Wang, dijo el embajador de China, Zeng Gang.
	others := 0
	for j := i + 1; j < len(ws) && j <= i+14; j++ {
		w := ws[j]
		if w.mark != 0 && w.mark != ',' || w.cue.has(cueSay) || w.hint.has(hintThat) {
			break
		}
		if name := f.known(s, j); name != "" {
			return name
		}
		if pronounOfPerson(w) && j == i+1 {
			return f.latest()
		}
		if w.mark == 0 && !w.used && !w.upper && !w.cue.has(cueOffice|cueBody|cueDet|cueOf|cueIn|cueHonour) && w.party == "" {
			if others++; others > 2 || w.cue.has(cueRefer) && !w.cue.has(cueOf|cueDet) {
				break
			}
		}
		if s.headFirst && j <= i+2 && (w.cue.has(cueOffice) || w.hint.has(hintPerson)) && (j+1 == len(ws) || ws[j+1].mark != 0 && nameAt(ws, j+2) == j+2) {
			return f.latest() // dijo el ministro
		}
	}
	if s.headFirst && opens(ws, i) && means(ws, i+1, hintThat) || s.headFirst && opens(ws, i) && says(ws, i+1, senseThatSaid) {
		return f.latest() // Agregó que ...; Asimismo, señaló que ...
	}
	// "..., dijo, ...": languages that leave the pronoun out.
	if s.headFirst && (mark(ws, i-1, ",") || mark(ws, i-1, "\"")) && (mark(ws, i+1, ",.") || i+1 == len(ws)) {
		return f.latest()
	}
	return ""
}

// opens reports whether the verb at i begins its sentence, or stands behind a small
// word or two and a comma.
func opens(ws []word, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if i-k > 4 || ws[k].mark != 0 && ws[k].mark != ',' && ws[k].mark != '"' || ws[k].cue.has(cueOffice|cueBody|cueSay) || ws[k].party != "" || ws[k].upper && k > 0 || ws[k].figure != nil {
			return false
		}
	}
	return i == 0 || ws[i-1].mark == ','
}

// latest returns who spoke last or, where nobody has yet, the only one named.
func (f *frameReader) latest() string {
	if f.last == "" && len(f.speakers) == 1 {
		return f.speakers[0].Name
	}
	return f.last
}

func pronounOfPerson(w word) bool {
	return w.hint.has(hintThird)
}

// known returns the full name of the speaker whose name or family name ends with
// word i.
func (f *frameReader) known(s *sentence, i int) string {
	w := s.words[i]
	if w.mark != 0 || w.used {
		return ""
	}
	word := s.text[w.Start:w.End]
	for _, sp := range f.speakers {
		if len(word) < 2 {
			continue
		}
		if w.han && w.cue.has(cueOffice) && i > 0 && means(s.words, i-1, hintSurname) && strings.HasPrefix(sp.Name, s.words[i-1].text) {
			return sp.Name // 江大使
		}
		if w.han {
			if start := w.End - len(sp.Name); start >= 0 && s.text[start:w.End] == sp.Name {
				return sp.Name
			}
			continue
		}
		if w.upper && (sp.Name == word || strings.HasPrefix(sp.Name, word+" ") || strings.HasSuffix(sp.Name, " "+word)) {
			return sp.Name
		}
	}
	return ""
}

// allCharacters reports whether words are Chinese characters that may be those of a
// name, whatever else they mean: 何咏前.
func allCharacters(ws []word) bool {
	for _, w := range ws {
		if !w.han || w.mark != 0 || w.figure != nil || w.party != "" || w.topic != 0 || utf8.RuneCountInString(w.text) != 1 {
			return false
		}
	}
	return true
}
