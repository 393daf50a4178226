package extract

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A topic is what a word says a figure is about, as far as package lac has a
// subject for it.
type topic uint8

const (
	topicNone topic = iota
	topicTrade
	topicExport
	topicImport
	topicProject
	topicInfrastructure
	topicCapacity
	topicLivelihood
	topicJob
	topicScholarship
	topicTraining
	topicMeasure
	topicTies
	topicInvestment
	topicStock
	topicOther // of sums that package lac has no subject for, lest they be taken for trade
)

var topicNames = map[string]topic{
	"trade": topicTrade, "export": topicExport, "import": topicImport, "project": topicProject,
	"infrastructure": topicInfrastructure, "capacity": topicCapacity, "livelihood": topicLivelihood, "job": topicJob,
	"scholarship": topicScholarship, "training": topicTraining, "measure": topicMeasure, "ties": topicTies,
	"investment": topicInvestment, "stock": topicStock, "othersum": topicOther,
}

// partyAreas are the areas behind codes that are not the text of one: the
// press has letters where package lac has a number.
var partyAreas = map[string]lac.Area{
	"LAC": lac.LatinAmericaCaribbean, "WORLD": lac.World, "AFR": lac.Africa, "CARIB": lac.Caribbean, "SAM": lac.SouthAmerica,
}

// addAreas puts the names of all countries in a language into v.
func (v *vocabulary) addAreas(l lexicon.Language) {
	tag := language.Make(l.Tag)
	v.areas = map[string]lac.Area{}
	for code, a := range partyAreas {
		v.areas[code] = a
	}
	clean := strings.NewReplacer("&", "and", ".", "", "’", "'", "(", "", ")", "", ",", "")
	for _, a := range lac.World.Members(lac.Date{}) {
		v.areas[a.String()] = a
		name := strings.ToLower(clean.Replace(a.Name(tag)))
		v.add(name, meaning{cue: cueArea, party: a.String(), name: nameProper})
		if and := lexicon.List(l.And); strings.Contains(a.Name(tag), "&") && len(and) == 1 {
			v.add(strings.ToLower(clean.Replace(strings.ReplaceAll(a.Name(tag), "&", and[0]))), meaning{cue: cueArea, party: a.String(), name: nameProper})
		}
	}
}

// loadParties reads a table of "CODE: name; name" lines. The way a name is
// written there is that in which it is recognised.
func (v *vocabulary) loadParties(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		if a, err := lac.ParseArea(code); err == nil && a.IsBloc() {
			v.areas[code] = a
		}
		for name := range strings.SplitSeq(names, ";") {
			name = strings.TrimSpace(name)
			form := nameAny
			switch {
			case name == strings.ToLower(name):
			case name == strings.ToUpper(name):
				form = nameAcronym
			default:
				form = nameProper
			}
			v.add(strings.ToLower(name), meaning{cue: cueArea, party: code, name: form})
		}
	}
}

// loadPairs reads a table of words that name two sides: "中巴: BRA PAK". The first
// is always China.
func (v *vocabulary) loadPairs(table string) {
	for line := range strings.Lines(table) {
		names, codes, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), meaning{cue: cueArea, party: lac.China.String(), pair: strings.TrimSpace(codes)})
		}
	}
}

// loadGoods reads a table of "CODE: name; name" lines of goods in the Harmonized
// System. The code - is that of goods that no one code has.
func (v *vocabulary) loadGoods(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		m := meaning{hint: hintNarrow}
		if code != "-" {
			c, err := lac.CommodityOf("HS", code)
			if err != nil {
				panic("extract: goods: " + err.Error()) // a slip in a table of this package
			}
			m.goods = c
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), m)
		}
	}
}

// loadPlaces reads a table of "Name: name; name" lines of towns by their English
// name.
func (v *vocabulary) loadPlaces(table string) {
	for line := range strings.Lines(table) {
		town, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), meaning{place: town})
		}
	}
}

// loadBooks reads a table of "CODE: name; name" lines of those who publish an
// area's statistics of trade.
func (v *vocabulary) loadBooks(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), meaning{books: code})
		}
	}
}

// booksOf returns the area whose statistics the sentence says that it rests on;
// zero if it names none, or those of two.
func (c *claimReader) booksOf(ws []word) lac.Area {
	code := ""
	for i := range ws {
		switch b := ws[i].books; {
		case b == "" || b == code:
		case code != "":
			return 0
		default:
			code = b
		}
	}
	return c.areas[code]
}

// asianCountry is the code of "the Asian country": China, where the text has named it
// and none of the others that trade much with the region.
const asianCountry = "ASIA"

var otherAsians = []string{"JPN", "KOR", "IND", "VNM", "THA", "IDN", "MYS", "SGP", "PHL", "TWN"}

// pairUp gives words that may name one of several areas beside China the one that
// the sentence names too, or that the text has named.
func (c *claimReader) pairUp(ws []word) {
	for i := range ws {
		w := &ws[i]
		if w.party == asianCountry && c.seen[lac.China.String()] && !slices.ContainsFunc(otherAsians, func(code string) bool { return c.seen[code] }) {
			w.party = lac.China.String()
		}
		if w.pair == "" {
			continue
		}
		w.other = "?"
		if !strings.Contains(w.pair, " ") {
			w.other = w.pair
		}
		for code := range strings.FieldsSeq(w.pair) {
			if slices.ContainsFunc(ws, func(o word) bool { return o.party == code }) || c.seen[code] {
				w.other = code
				break
			}
		}
	}
	for _, w := range ws {
		if w.party != "" && len(c.seen) < 400 {
			c.seen[w.party] = true
		}
	}
}

// codes returns the parties that a word names.
func (w *word) codes() []string {
	switch {
	case w.party == "":
		return nil
	case w.other == "":
		return []string{w.party}
	}
	return []string{w.party, w.other}
}

// parties returns the codes of the parties that words name, each once, in their
// order, at most six.
func parties(ws []word) []string {
	var out []string
	for i := range ws {
		for _, code := range ws[i].codes() {
			if len(out) < 6 && code != "?" && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}
