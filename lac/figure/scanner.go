package figure

import (
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A scanner reads a text once, a few thousand tokens at a time.
type scanner struct {
	whole    string // the text as it is
	text     string // the piece of it that is read, made readable
	lex      *lexis
	conv     convention
	guessed  bool // the language is a guess
	tokens   []token
	numerals []numeral
	taken    int             // tokens before this one belong to figures
	figures  []Figure        // of the tokens
	ands     int             // how many words for and a number may have; negative: any
	nested   bool            // the parts of a fraction are read
	money    map[*unit]*unit // what moneyOf found
	last     amount          // the last of the sentence
	cells    []cell          // of the tables in text
	headings []Span          // of those tables
	within   bool            // it reads a figure within a text of another language
}

// A token is a word, a numeral, or any other character of a text. Each character
// of Chinese is a token.
type token struct {
	start, end int
	kind       tokenKind
	spaced     bool // white space comes before
	sense      *sense
	numeral    int // index into scanner.numerals
}

type tokenKind uint8

const (
	tokenMark    tokenKind = iota // one character that is none of the others
	tokenWord                     // letters
	tokenName                     // letters and digits together: G20, A380
	tokenNumeral                  // digits, with separators
	tokenHan                      // one character
	tokenBreak                    // the end of a paragraph
)

// An amount is the last large number of a sentence: money, or a number that may
// be money whose currency is named once for several.
type amount struct {
	unit  lac.Unit // of money, empty for a bare number
	doubt string
	at    int // among the figures
	end   int // the token behind it
}

// A cell is a cell of a table whose heading names the unit and the scale of what is
// below it: "Exports ($bn)".
type cell struct {
	Span
	column
}

// A convention says which mark splits the decimals from a number.
type convention struct {
	comma bool // a comma does, not a dot
	sure  bool // numbers in the text show it
	mixed bool // numbers in the text show both
}

// A numeral is a number in digits.
type numeral struct {
	value fixed.Dec
	state numeralState
	// digits is the number of digits written, without leading zeros; whole the
	// number of those before the point.
	digits, whole int
	// plain says that there are digits only, without separators.
	plain bool
	zero  bool // there are leading zeros: 007
	doubt string
}

type numeralState uint8

const (
	numeralKnown numeralState = iota
	numeralLong               // more digits than a value can have
	numeralCode               // digits and separators that spell no number: a date, a version, an address
)

// A digitGroup is a run of digits and the separator before it, 0 for the first.
type digitGroup struct {
	start, end int
	n          int // digits
	sep        byte
}

// A column is what a heading says of its column: a unit, a scale, or both.
type column struct {
	unit *unit
	by   int64
}

// A number is what a run of tokens spells, without unit and hedge.
type number struct {
	from, to int // its tokens
	value    fixed.Dec
	high     fixed.Dec // of an approximate number such as 两三百, if between is set
	between  bool
	long     bool // too long for a value
	ratio    ratio
	form     numberForm
	digits   int
	mantissa fixed.Dec // what the last scale multiplied, or value
	scale    fixed.Dec // that scale, 0 for none
	numeral  Span
	hedge    lac.Comparator // that stands inside: 30余万
	vague    string
	code     bool     // digits that spell no number
	lone     *numeral // the digits, if the number is nothing else
	pronoun  bool     // it is the word for one
	year     bool     // it is a year in words
	doubt    string
	unit     *unit // that the number itself names: 百分之三十
	tight    int   // tokens at the end that hedge: 十几

	collective bool // it ends in a noun of number: dozen
}

type numberForm uint8

const (
	formCardinal numberForm = iota
	formOrdinal
	formFraction
	formMultiple
)

// A measured is a number with its sign, unit and currency.
type measured struct {
	number
	from, to int
	unit     *unit // that the number has, or that stands beside it
	named    bool  // the letters before it make a name of it
	negative bool
	ends     [2]Span // the part and the whole of one out of five
	part     Span    // what the part is of, if it is named there and is no money: one barrel in eight
}

// sense returns what the lexicon says of token i, nil if nothing.
func (s *scanner) sense(i int) *sense {
	if i < 0 || i >= len(s.tokens) {
		return nil
	}
	return s.tokens[i].sense
}

// has reports whether token i has one of the flags.
func (s *scanner) has(i int, f flags) bool {
	w := s.sense(i)
	return w != nil && w.flags&f != 0
}

func (s *scanner) article(i int) bool { return s.has(i, flagArticle) }

// mark returns the text of token i if it is a mark, otherwise "".
func (s *scanner) mark(i int) string {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != tokenMark {
		return ""
	}
	return s.text[s.tokens[i].start:s.tokens[i].end]
}

// span returns the part of the text from token i to before token j.
func (s *scanner) span(i, j int) Span { return Span{s.tokens[i].start, s.tokens[j-1].end} }

// widen returns span with token k in it.
func (s *scanner) widen(span Span, k int) Span {
	if span == (Span{}) {
		return s.span(k, k+1)
	}
	span.End = s.tokens[k].end
	return span
}

// glued reports whether token i follows the one before without a space.
func (s *scanner) glued(i int) bool { return i > 0 && i < len(s.tokens) && !s.tokens[i].spaced }

// scaleAt reports whether token i is a scale of at least a thousand, or of
// Chinese any.
func (s *scanner) scaleAt(i int) bool {
	w := s.sense(i)
	return w != nil && w.class == classScale && (w.value >= 1000 || s.tokens[i].kind == tokenHan)
}

// is reports whether token i of the segment is the folded word w.
func (s *scanner) is(i int, w string) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	t := &s.tokens[i]
	if s.text[t.start:t.end] == w {
		return true
	}
	if t.kind != tokenWord && t.kind != tokenName {
		return false
	}
	if c := s.text[t.start]; c < utf8.RuneSelf && c|0x20 != w[0] {
		return false // most words end here, before they are folded
	}
	var buf [maxWord + 8]byte
	return string(s.folded(buf[:0], i)) == w
}

// folded appends token i of the segment, folded, to b; nothing if it is longer
// than any word that matters.
func (s *scanner) folded(b []byte, i int) []byte {
	if i < 0 || i >= len(s.tokens) {
		return b
	}
	t := &s.tokens[i]
	if t.end-t.start > maxWord {
		return b
	}
	return fold(b, s.text[t.start:t.end])
}

// lookup returns what the lexicon says of a word, nil if nothing.
func (s *scanner) lookup(word string) *sense {
	if len(word) > maxWord || !s.lex.mayHave(word) {
		return nil
	}
	var buf [maxWord + 8]byte
	return s.lex.words[string(fold(buf[:0], word))]
}

// dash reports whether token i is a hyphen or a dash.
func (s *scanner) dash(i int) bool {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != tokenMark {
		return false
	}
	switch s.text[s.tokens[i].start:s.tokens[i].end] {
	case "-", "‐", "‑", "–", "—", "−", "~", "～", "－":
		return true
	}
	return false
}

// phraseAt returns the token behind phrase p if it begins at token i, otherwise 0.
func (s *scanner) phraseAt(i int, p *phrase) int {
	j := i
	for k, w := range p.words {
		if k > 0 && s.dash(j) && w != "-" && !s.tokens[j].spaced {
			j++ // percentage-points
		}
		if !s.is(j, w) {
			return 0
		}
		if k > 0 && s.tokens[j].kind == tokenWord && !s.tokens[j].spaced && s.tokens[j-1].kind == tokenWord {
			return 0
		}
		j++
	}
	if p.exact != "" && s.text[s.tokens[i].start:s.tokens[j-1].end] != p.exact {
		return 0
	}
	return j
}

// matchAfter returns the phrases of token i that the text has from there on, the
// first that ok takes, and the token behind it.
func (s *scanner) matchAfter(i int, ok func(*phrase) bool) (*phrase, int) {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].sense == nil {
		return nil, i
	}
	after := s.tokens[i].sense.after
	for k := range after {
		p := &after[k]
		if !ok(p) {
			continue
		}
		if j := s.phraseAt(i, p); j > 0 {
			return p, j
		}
	}
	return nil, i
}

// firstByte returns the first byte of token i, 0 if it is beyond ASCII or of a dash,
// which phrases may leave out.
func (s *scanner) firstByte(i int) byte {
	if i < 0 || s.dash(i) {
		return 0
	}
	if c := s.text[s.tokens[i].start]; c < utf8.RuneSelf {
		return c
	}
	return 0
}

// matchBefore returns the first phrase with one of the roles that ends before token
// i, and the token that it begins with.
func (s *scanner) matchBefore(i int, roles roleSet) (*phrase, int) {
	if i <= 0 || s.tokens[i-1].sense == nil || s.tokens[i-1].sense.roles&roles == 0 {
		return nil, i
	}
	before, keys := s.tokens[i-1].sense.before, s.tokens[i-1].sense.keys
	first := s.firstByte(i - 2)
	for k, key := range keys {
		if roles&(1<<key.role) == 0 || first != 0 && key.first != 0 && key.first != first && key.first != first|0x20 {
			continue
		}
		p := &before[k]
		j := i
		for w := len(p.words) - 1; w >= 0; w-- {
			j--
			if w < len(p.words)-1 && s.dash(j) && p.words[w] != "-" {
				j--
			}
			if !s.is(j, p.words[w]) {
				j = -1
				break
			}
		}
		if j >= 0 && (p.exact == "" || s.text[s.tokens[j].start:s.tokens[i-1].end] == p.exact) {
			return p, j
		}
	}
	return nil, i
}
