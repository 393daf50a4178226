package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A frameReader follows who speaks in a text, and where and when.
type frameReader struct {
	headings bool // to keep positions, which are nothing but a heading
	speakers []lac.Speaker
	last     string // the name of the one who spoke last
	quoted   string // who speaks in a quotation that is still open
	event    string
	place    string
	voice    string // the speaker of the sentence read last
	// positions are what was said without a claim.
	positions []lac.Claim
}

// read takes what a sentence says of the frame.
func (f *frameReader) read(s *sentence) {
	f.introduce(s)
	f.setting(s)
	f.voice = f.speakerOf(s)
	if f.voice == "" && f.quoted != "" {
		f.voice = f.quoted
	}
	if open := openQuote(s.words); open {
		f.quoted = f.voice
	} else if closes(s.words) {
		f.quoted = ""
	}
}

// attribute gives the claims of the sentence their speaker. What is said without
// a claim is kept as a position.
func (f *frameReader) attribute(s *sentence, ds []draft) {
	for i := range ds {
		ds[i].Speaker = f.voice
	}
	if !f.headings || len(ds) > 0 || f.voice == "" || len(s.words) < 5 {
		return
	}
	end := s.words[len(s.words)-1].End
	if last := s.words[len(s.words)-1]; last.mark == '.' {
		end = last.Start
	}
	start := s.words[0].Start
	f.positions = append(f.positions, lac.Claim{
		Form: lac.FormPosition, Speaker: f.voice, Start: start, End: end, Gist: gist(s, 0, len(s.words)),
	})
}

// openQuote reports whether a quotation begins and does not end in words.
func openQuote(ws []word) bool {
	n := 0
	for _, w := range ws {
		if w.mark == '"' {
			n++
		}
	}
	return n%2 == 1 && !closes(ws)
}

// closes reports whether the only quotation mark is at the end.
func closes(ws []word) bool {
	first := -1
	for i, w := range ws {
		if w.mark == '"' {
			first = i
		}
	}
	return first >= 0 && first >= len(ws)-3 && len(ws) > 3
}

// nameAt returns the end of the personal name that begins with word i: two or
// three capitalised words that mean nothing else.
func nameAt(ws []word, i int) int {
	j := i
	for j < len(ws) && j < i+4 {
		w := ws[j]
		if !w.upper || w.mark != 0 || w.party != "" || w.figure != nil || w.caps && len(w.text) > 3 ||
			w.cue.has(cueMonth|cueMeeting|cueBody|cueOffice|cueStop|cueHonour|cueDet|cueSuper|cueIn) || w.topic != 0 || w.used {
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
		name := s.text[ws[i].Start:ws[end-1].End]
		office := ""
		switch {
		case mark(ws, end, ","):
			close := end + 1
			for close < len(ws) && close < end+25 && !mark(ws, close, ",.;") {
				close++
			}
			if close > end+1 && hasCue(ws[end+1:close], cueOffice) {
				office = s.text[ws[end+1].Start:ws[close-1].End]
			}
		case i > 0 && has(ws, i-1, cueOffice):
			start := i - 1
			for start > 0 && i-start < 8 && ws[start-1].mark == 0 && (ws[start-1].upper || ws[start-1].cue.has(cueOffice|cueBody|cueArea)) && !ws[start-1].cue.has(cueStop) {
				start--
			}
			office = s.text[ws[start].Start:ws[i-1].End]
		}
		if office != "" || speaksAt(ws, i, end) {
			f.add(name, office)
		}
		i = end - 1
	}
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
	for end < len(ws) && end < from+4 && isSingleHan(ws[end]) {
		end++
	}
	if n := end - from; n < 2 || n > 4 {
		return i
	}
	said := has(ws, end, cueSay)
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

// isSingleHan reports whether a word is one Chinese character without a meaning
// of its own.
func isSingleHan(w word) bool {
	return w.mark == 0 && w.figure == nil && w.han && w.cue&^(cueStop|cueMember) == 0 && w.topic == 0 && w.party == "" && w.n == 0
}

// add keeps a speaker, once, with the first office given.
func (f *frameReader) add(name, office string) {
	name = strings.Join(strings.Fields(name), " ")
	body := ""
	office = strings.TrimPrefix(office, "the ")
	office = strings.Join(strings.Fields(office), " ")
	first := len(office)
	for _, of := range []string{" of ", " at ", " for ", " del ", " de ", " do ", " da ", " dos "} {
		if i := strings.Index(office, of); i >= 0 && i < first {
			first = i
			body = strings.TrimPrefix(strings.TrimPrefix(office[i+len(of):], "the "), "la ")
		}
	}
	office = office[:first]
	for i := range f.speakers {
		sp := &f.speakers[i]
		if sp.Name == name || strings.HasSuffix(sp.Name, " "+name) {
			if sp.Office == "" {
				sp.Office, sp.Organisation = office, body
			}
			return
		}
	}
	if len(f.speakers) < 32 {
		f.speakers = append(f.speakers, lac.Speaker{Name: name, Office: office, Organisation: body})
	}
}

// speaksAt reports whether the one named in [from,to) says something.
func speaksAt(ws []word, from, to int) bool {
	return has(ws, to, cueSay) || has(ws, from-1, cueSay) && ws[from-1].mark == 0
}

// speakerOf returns the name of the one to whom a sentence is attributed, empty
// if it is to nobody: the subject of its verb of saying.
func (f *frameReader) speakerOf(s *sentence) string {
	ws := s.words
	for i, w := range ws {
		if !w.cue.has(cueSay) || w.mark != 0 {
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
// name, a pronoun, an organisation.
func (f *frameReader) subjectOf(s *sentence, i int) string {
	ws := s.words
	// The nearest name before the verb in its clause, past an apposition.
	for j := i - 1; j >= 0 && j >= i-25; j-- {
		if name := f.known(s, j); name != "" {
			return name
		}
		if ws[j].mark == '.' || ws[j].mark == ';' {
			break
		}
		if pronounOfPerson(ws[j]) && j >= i-2 {
			return f.last
		}
	}
	for j := i + 1; j < len(ws) && j <= i+6; j++ {
		if ws[j].mark == '.' || ws[j].mark == ';' || ws[j].cue.has(cueSay) {
			break
		}
		if name := f.known(s, j); name != "" {
			return name
		}
		if pronounOfPerson(ws[j]) && j == i+1 {
			return f.last
		}
	}
	// "..., dijo, ...": languages that leave the pronoun out.
	if s.headFirst && mark(ws, i-1, ",") && mark(ws, i+1, ",.") {
		return f.last
	}
	// An organisation: "the foreign ministry said".
	if j := i - 1; has(ws, j, cueBody) && ws[j].mark == 0 {
		start := j
		for start > 0 && j-start < 5 && ws[start-1].mark == 0 && !ws[start-1].cue.has(cueStop|cueFact) && !ws[start-1].used {
			start--
		}
		return s.text[ws[start].Start:ws[j].End]
	}
	return ""
}

func pronounOfPerson(w word) bool {
	switch w.text {
	case "he", "she", "they", "him", "her", "él", "ella", "ele", "ela", "他", "她":
		return true
	}
	return false
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
			if ws[k].text == "in" || ws[k].text == "en" || ws[k].text == "em" {
				if k+1 < len(ws) && ws[k+1].upper && ws[k+1].mark == 0 && !ws[k+1].used {
					f.place = s.text[ws[k+1].Start:ws[k+1].End]
				}
				break
			}
		}
		return
	}
}
