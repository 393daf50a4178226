package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
)

// read takes what a sentence says of the frame.
func (f *frameReader) read(s *sentence) {
	f.introduce(s)
	f.setting(s)
	f.takeTurn(s)
	f.monologue(s)
	f.voice = f.speakerOf(s)
	switch {
	case f.voice != "":
	case f.turn != "":
		f.voice = f.turn
	case f.quoted != "":
		f.voice = f.quoted
	case !s.paragraph && quotes(s.words):
		f.voice = f.last
	}
	if open := openQuote(s.words); open {
		if f.voice == "" {
			f.voice = f.ahead(s)
		}
		f.quoted = f.voice
	} else if closes(s.words) {
		f.quoted = ""
	}
}

// ahead returns who speaks in a quotation that goes on beyond the sentence: the
// speaker named right behind its end, in the same paragraph.
func (f *frameReader) ahead(s *sentence) string {
	const most = 2000
	rest := s.text[s.words[len(s.words)-1].End:]
	rest = rest[:min(len(rest), most)]
	if i := strings.Index(rest, "\n\n"); i >= 0 {
		rest = rest[:i]
	}
	i := strings.IndexAny(rest, "\"”»」")
	if i < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(rest[i:])
	rest = rest[i+n:]
	if i = strings.IndexAny(rest, ".;。；\n\"“"); i >= 0 {
		rest = rest[:i]
	}
	for _, sp := range f.speakers {
		family := sp.Name[strings.LastIndexByte(sp.Name, ' ')+1:]
		if strings.Contains(rest, sp.Name) || len(family) > 2 && strings.Contains(" "+rest+" ", " "+family+" ") {
			return sp.Name
		}
	}
	return f.introduced(rest)
}

// introduced returns who is named for the first time in the words behind a quotation:
// said Jiang Hua, the ambassador.
func (f *frameReader) introduced(text string) string {
	r := newSentenceReader(text, f.lang)
	defer r.close()
	s, ok := r.next()
	if !ok {
		return ""
	}
	behind := frameReader{lang: f.lang}
	behind.introduce(&s)
	return behind.speakerOf(&s)
}

// attribute gives the claims of the sentence their speaker. What is said without
// a claim is kept as a position.
func (f *frameReader) attribute(s *sentence, ds []draft) {
	for i := range ds {
		ds[i].Speaker = f.voice
	}
	if !f.headings || len(ds) > 0 || f.voice == "" || len(s.words) < 5 || !s.asserts() {
		return
	}
	end := s.words[len(s.words)-1].End
	if stop := s.stop(); stop > 0 && stop < len(s.words) {
		end = s.words[stop-1].End
	}
	start := s.words[0].Start
	f.positions = append(f.positions, lac.Claim{
		Form: lac.FormPosition, Speaker: f.voice, Start: start, End: end, Gist: positionGist(s),
	})
}

// takeTurn follows the turns of a transcript: a line that begins with a speaker and
// a colon, or with a label in brackets and a speaker with the office.
func (f *frameReader) takeTurn(s *sentence) {
	ws := s.words
	if !s.line || len(ws) < 3 {
		return
	}
	if ws[0].mark == '(' {
		f.turn = ""
		for k := 2; k < len(ws) && k < 18 && !mark(ws, k, ",.;"); k++ {
			if ws[k].cue.has(cueSay) && ws[k].mark == 0 {
				return
			}
			if name := f.known(s, k); name != "" && mark(ws, 2, ")") {
				f.turn, f.last = name, name
				return
			}
		}
		return
	}
	reach := 7
	if hasCue(ws[:min(reach, len(ws))], cueOffice) {
		reach = 14 // the ambassador of China in Brazil, Zhu Ping
	}
	if ws[0].han {
		reach = 24 // a Chinese office may be long
	}
	for k := 1; k < len(ws) && k < reach; k++ {
		if !mark(ws, k, ":") {
			if mark(ws, k, ",") && hasCue(ws[:k], cueOffice) && nameAt(ws, k+1) > k+1 && mark(ws, nameAt(ws, k+1), ":") {
				continue
			}
			if ws[k].mark != 0 && !(ws[k].han || ws[k].text == "、") || ws[k].cue.has(cueSay) && ws[k].han {
				return
			}
			continue
		}
		office := officeNamed(ws[:k])
		switch name := f.known(s, k-1); {
		case name != "":
			f.turn = name
		case office > 0:
			f.turn = s.text[ws[office+1].Start:ws[k-1].End]
			f.add(f.turn, s.text[ws[0].Start:ws[office].End])
		case ws[0].han && k >= 2 && k <= 3 && allCharacters(ws[:k]) && ws[0].hint.has(hintSurname):
			f.turn = s.text[ws[0].Start:ws[k-1].End]
			f.add(f.turn, "")
		case shouted(ws[:k]) > 0:
			from := shouted(ws[:k])
			f.turn = titled(s.text[ws[from].Start:ws[k-1].End])
			f.add(f.turn, titled(s.text[ws[0].Start:ws[from-1].End]))
		case isName(ws[:k]):
			f.turn = s.text[ws[0].Start:ws[k-1].End]
			f.add(f.turn, "")
		case f.turn != "":
			f.turn = "" // somebody else's
		}
		if f.turn != "" {
			f.last = f.turn
		}
		return
	}
}

// shouted returns where the name begins in words that are all in capitals, an office before
// the name of a speaker: AMBASSADOR LI FENG. It is 0 if they are none.
func shouted(ws []word) int {
	from := 0
	for i, w := range ws {
		switch {
		case !w.caps || w.han || w.mark != 0 || w.figure != nil:
			return 0
		case w.cue.has(cueOffice | cueHonour):
			from = i + 1
		}
	}
	if n := len(ws) - from; from == 0 || n < 2 || n > 4 {
		return 0
	}
	return from
}

// titled returns words in capitals as a name is written.
func titled(words string) string {
	parts := strings.Fields(words)
	for i, w := range parts {
		_, n := utf8.DecodeRuneInString(w)
		parts[i] = w[:n] + strings.ToLower(w[n:])
	}
	return strings.Join(parts, " ")
}

// officeNamed returns the last word of the office that words begin with, before a
// Chinese name that ends them: 海关总署新闻发言人吕大良. It is 0 if they are none.
func officeNamed(ws []word) int {
	for k := len(ws) - 3; k > 0 && k >= len(ws)-4; k-- {
		if name := ws[k+1:]; ws[k].han && ws[k].mark == 0 && ws[k].cue.has(cueOffice) && name[0].hint.has(hintSurname) && allCharacters(name) {
			return k
		}
	}
	return 0
}

// monologue gives all of a text to the one whose remarks its head says that it is:
// "Remarks by Ambassador Chen Hui", "Discurso de la embajadora".
func (f *frameReader) monologue(s *sentence) {
	if f.begun {
		return
	}
	f.begun = true
	for i := 0; i < len(s.words) && i < 3 && s.words[i].mark == 0; i++ {
		if s.words[i].sense.has(senseSpeech) && len(f.speakers) == 1 {
			f.turn, f.last = f.speakers[0].Name, f.speakers[0].Name
			return
		}
	}
}

// isName reports whether words are two to four capitalised ones that mean nothing
// else, as a name before a colon is.
func isName(ws []word) bool {
	if len(ws) == 2 && ws[0].upper && ws[0].hint.has(hintThird) { // He Yongqian
		ws = []word{ws[1], ws[1]}
	}
	for _, w := range ws {
		if !w.upper || w.han || w.mark != 0 || w.figure != nil || w.cue != 0 || w.topic != 0 || w.party != "" || w.place != "" {
			return false
		}
	}
	return len(ws) >= 2 && len(ws) <= 4
}

// openQuote reports whether a quotation begins and does not end in words.
func openQuote(ws []word) bool {
	n := 0
	for i := range ws {
		if ws[i].quote() {
			n++
		}
	}
	return n%2 == 1 && !closes(ws)
}

// closes reports whether the only quotation mark is at the end.
func closes(ws []word) bool {
	first := -1
	for i := range ws {
		if ws[i].quote() {
			first = i
		}
	}
	return first >= 0 && first >= len(ws)-3 && len(ws) > 3
}

// setting keeps the first occasion and place: "at the Linjia 7 Salon, held in
// Beijing", or a date line "BEIJING, June 9 (Xinhua)".
func (f *frameReader) setting(s *sentence) {
	ws := s.words
	if s.paragraph && f.place == "" && len(ws) > 3 && ws[0].caps && len(s.text[ws[0].Start:ws[0].End]) > 3 && mark(ws, 1, ",") && (has(ws, 2, cueMonth) || dayAt(ws, 2) != 0) {
		place := s.text[ws[0].Start:ws[0].End]
		f.place = place[:1] + strings.ToLower(place[1:])
	}
	if f.event != "" {
		return
	}
	for i, w := range ws {
		if !w.cue.has(cueMeeting) || w.mark != 0 || !w.upper && !w.han {
			continue
		}
		start := i
		for start > 0 && i-start < 8 && ws[start-1].mark == 0 && (ws[start-1].upper || ws[start-1].figure != nil || ws[start-1].n > 0) && !ws[start-1].cue.has(cueStop) {
			start--
		}
		if start == i && i > 0 && !s.headFirst {
			continue
		}
		end := i + 1
		for s.headFirst && end < len(ws) && end < i+5 && ws[end].mark == 0 && (ws[end].upper || ws[end].figure != nil || ws[end].n > 0) {
			end++
		}
		f.event = s.text[ws[start].Start:ws[end-1].End]
		for k := i + 1; k < len(ws) && k < i+8 && f.place == ""; k++ {
			if ws[k].sense.has(senseAtPlace) {
				if k+1 < len(ws) && ws[k+1].upper && ws[k+1].mark == 0 && !ws[k+1].used {
					f.place = s.text[ws[k+1].Start:ws[k+1].End]
				}
				break
			}
		}
		return
	}
}
