package extract

import (
	"strings"
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// maxSpeakers bounds how many speakers of a text are kept.
const maxSpeakers = 32

// sideOf returns the country in whose name the holder of an office speaks: the first that
// its words name, and not as where it is held. Zero if they name none.
func (f *frameReader) sideOf(office string) lac.Area {
	r := newSentenceReader(office, f.lang)
	defer r.close()
	s, _ := r.next()
	for i, w := range s.words {
		a := r.words.areas[w.party]
		switch {
		case a == 0:
		case i > 0 && !has(s.words, i-1, cueOf) && (has(s.words, i-1, cueIn|cueTo) || means(s.words, i-1, hintAt|hintTo)), i > 0 && s.words[i-1].text == lexicon.Stationed:
			// ambassador in Peru, 驻华大使
		case a.IsCountry():
			return a
		default:
			return 0
		}
	}
	return 0
}

// setSide keeps for whom the holder of an office speaks, unless that is known.
func (f *frameReader) setSide(name, office string) {
	held := lac.Speaker{Name: name, Office: office}
	if f.sides[name] != 0 || office == "" || f.asked[held] || len(f.asked) > 2*maxSpeakers {
		return
	}
	if f.sides == nil {
		f.sides, f.asked = map[string]lac.Area{}, map[lac.Speaker]bool{}
	}
	f.asked[held] = true
	if a := f.sideOf(office); a != 0 {
		f.sides[name] = a
	}
}

// speaksFor keeps for whom somebody speaks whose office begins at a word, by the country that
// stands before it: Colombia's trade minister.
func (f *frameReader) speaksFor(name string, s *sentence, office int) {
	ws := s.words
	if k := office - 1; k > 0 && has(ws, k, cuePossess) && ws[k-1].party != "" || k >= 0 && ws[k].party != "" && !s.headFirst && ws[k].mark == 0 {
		f.setSide(strings.Join(strings.Fields(name), " "), s.text[ws[max(k-1, 0)].Start:ws[k].End])
	}
}

// add keeps a speaker, once, with the first office given.
func (f *frameReader) add(name, office string) {
	name = strings.Join(strings.Fields(name), " ")
	body := ""
	f.setSide(name, office)
	office = withoutArticle(strings.Join(strings.Fields(office), " "))
	first := len(office)
	for _, of := range offices() {
		if i := strings.Index(office, " "+of+" "); i >= 0 && i < first {
			first, body = i, withoutArticle(office[i+len(of)+2:])
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
	if len(f.speakers) < maxSpeakers {
		f.speakers = append(f.speakers, lac.Speaker{Name: name, Office: office, Organisation: body})
	}
}

var (
	offices        = sync.OnceValue(func() []string { return lexicon.List(lexicon.Offices) })
	officeArticles = sync.OnceValue(func() []string { return lexicon.List(lexicon.OfficeArticles) })
)

// withoutArticle returns a name of an office or a body without its article.
func withoutArticle(name string) string {
	for _, article := range officeArticles() {
		name = strings.TrimPrefix(name, article+" ")
	}
	return name
}
