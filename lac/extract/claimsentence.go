package extract

import (
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
	"github.com/sinolac/sinolac/lac/internal/readable"
)

// newSentenceReader returns a reader of text, which must be closed.
func newSentenceReader(text string, lang language.Tag) *sentenceReader {
	r := &sentenceReader{words: vocabularyOf(lang), figures: make([]figure.Figure, 0, maxWords+1)}
	r.nextPiece, r.stops[0] = iter.Pull(readable.Pieces(text, readable.AsWritten))
	r.nextFigure, r.stops[1] = iter.Pull(figure.All(text, lang))
	if r.readPiece() {
		r.readFigure()
	}
	return r
}

func (r *sentenceReader) close() {
	for _, stop := range r.stops {
		stop()
	}
}

// readPiece goes on to the next piece, false at the end of the text.
func (r *sentenceReader) readPiece() bool {
	piece, ok := r.nextPiece()
	if ok {
		r.piece, r.text, r.at = piece, piece.Plain, 0
		if r.more {
			r.placeFigure()
		}
	}
	return ok
}

// readFigure reads the next figure behind those of the sentence.
func (r *sentenceReader) readFigure() {
	f, ok := r.nextFigure()
	if r.more = ok; !ok {
		return
	}
	r.figures = append(r.figures, f)
	r.placeFigure()
}

// placeFigure finds the next figure in the piece, if it is there.
func (r *sentenceReader) placeFigure() {
	f := &r.figures[len(r.figures)-1]
	words := spanOf(f)
	r.figure.Start, r.figure.End = r.piece.At(words.Start, words.End)
}

// placed returns the next figure with its places in the piece and its words as they
// are there.
func (r *sentenceReader) placed() *figure.Figure {
	f := &r.figures[len(r.figures)-1]
	for _, p := range []*figure.Span{&f.Core, &f.Whole, &f.Numeral, &f.Noun, &f.Ends[0], &f.Ends[1]} {
		if *p != (figure.Span{}) {
			p.Start, p.End = r.piece.At(p.Start, p.End)
		}
	}
	f.Stated.Text = f.Whole.Of(r.text)
	return f
}

// next returns the next sentence, false at the end of the text. The sentence is
// valid until the next call.
func (r *sentenceReader) next() (sentence, bool) {
	for {
		s, ok := r.nextOfPiece()
		if ok || !r.readPiece() {
			return s, ok
		}
	}
}

// nextOfPiece returns the next sentence of the piece, false at its end.
func (r *sentenceReader) nextOfPiece() (sentence, bool) {
	r.forgetFigures()
	raw := r.buffer[:0]
	s := sentence{text: r.text, paragraph: r.at == 0 || r.broke, line: r.at == 0 || r.broke, headFirst: r.words.headFirst, lang: r.words.lang}
	newlines := 0
	spaced, cells := true, false
	r.broke = false
loop:
	for r.at < len(r.text) && len(raw) < maxWords {
		if w, ok := r.figureWord(); ok {
			w.joined = !spaced
			raw = append(raw, w)
			r.at = w.End
			spaced, newlines = false, 0
			continue
		}
		c, size := utf8.DecodeRuneInString(r.text[r.at:])
		start := r.at
		switch {
		case c == '\n':
			newlines++
			s.line = s.line || len(raw) == 0
			r.at += size
			spaced = true
			if cells && len(raw) > 0 || len(raw) > 0 && (labelled(r.text[r.at:]) || bulleted(r.text[r.at:])) {
				break loop // a row of a table; Question: a turn of a transcript
			}
			if newlines >= 2 {
				if len(raw) > 0 {
					r.broke = true
					break loop
				}
				s.paragraph = true
			}
		case unicode.IsSpace(c) || c == 0xFEFF || c == 0x200B || c >= 0x1F000 && c < 0x20000 || c == '¡' || c == '¿' || c == '#' && r.letterAt(r.at+size): // and signs such as flags, the marks of hashtags
			r.at += size
			spaced = true
			cells = cells || c == '\t' && len(raw) > 0
		case isHanzi(c):
			r.at += size
			raw = append(raw, word{Span: figure.Span{Start: start, End: r.at}, text: simplified(c, r.text[start:r.at]), joined: true, han: true})
			spaced, newlines = false, 0
		case unicode.IsLetter(c) || unicode.IsDigit(c) || (c == '\'' || c == '’') && !spaced && r.letterAt(r.at+size):
			raw = append(raw, r.rawWord(spaced))
			spaced, newlines = false, 0
		default:
			r.at += size
			newlines = 0
			w := word{Span: figure.Span{Start: start, End: r.at}, text: r.text[start:r.at], mark: markOf(c), joined: !spaced}
			if (c == '-' || c == '–' && r.letterAt(r.at)) && !spaced && r.at < len(r.text) && !unicode.IsSpace(firstRune(r.text[r.at:])) {
				continue // a hyphen: the next word is joined to the one before
			}
			if c == '.' && r.abbreviated(raw) || c == '/' && r.overLetter(start) {
				continue
			}
			raw = append(raw, w)
			spaced, cells = false, cells || c == '|'
			if r.ends(c) {
				if raw = r.closing(raw); r.goesOn() {
					continue // “…。”宋扬说
				}
				break loop
			}
		}
	}
	if len(raw) == 0 {
		return s, false
	}
	r.buffer = raw
	s.words = r.words.merge(raw)
	for i := range s.words {
		s.cues |= s.words[i].cue
		s.senses |= s.words[i].sense
	}
	return s, true
}

// overLetter reports whether the slash at i stands between two single letters: y/y.
func (r *sentenceReader) overLetter(i int) bool {
	letter := func(k int) bool { return k >= 0 && k < len(r.text) && ('a' <= r.text[k]|0x20 && r.text[k]|0x20 <= 'z') }
	return letter(i-1) && !letter(i-2) && letter(i+1) && !letter(i+2)
}

var variants = sync.OnceValue(lexicon.Simplified)

// simplified returns the simplified form of a character, which is text.
func simplified(c rune, text string) string {
	if s, ok := variants()[c]; ok {
		return s
	}
	return text
}

// figureWord returns the word for a figure that begins here.
func (r *sentenceReader) figureWord() (word, bool) {
	for r.more && r.figure.Start < r.at {
		r.figures = r.figures[:len(r.figures)-1]
		r.readFigure()
	}
	if !r.more || r.figure.Start != r.at {
		return word{}, false
	}
	f := &r.figures[len(r.figures)-1]
	if f.Role != figure.RoleFigure && f.Role != figure.RolePronoun || r.figure.End <= r.at || r.figure.End > len(r.text) {
		return word{}, false
	}
	w := word{Span: r.figure, figure: r.placed()}
	v := f.Stated.Value
	if n := v.Amount(); v.IsReported() && n.IsInteger() && n.Sign() >= 0 && n.NumDigits() <= 6 {
		w.n = int(n.IntPart())
	}
	w.upper = startsUpper(r.text[w.Start:])
	w.text = strings.ToLower(r.text[w.Start:w.End])
	r.readFigure()
	return w, true
}

// place moves a claim from its piece to the text.
func (r *sentenceReader) place(c *lac.Claim) {
	c.Start, c.End = r.piece.Raw(c.Start, c.End)
	c.Stated.Text = r.keep(c.Stated.Text)
}

// keep returns words of the piece so that they do not hold on to all of it.
func (r *sentenceReader) keep(words string) string {
	if r.piece.Changed() {
		return strings.Clone(words)
	}
	return words
}

// forgetFigures makes room for the figures of another sentence.
func (r *sentenceReader) forgetFigures() {
	n := len(r.figures)
	if n == 0 {
		return
	}
	kept := r.figures[:0]
	if r.more {
		kept = append(kept, r.figures[n-1])
	}
	r.figures = kept
}

// spanOf returns the words of a figure. The unit and the hedge of an ordinal or
// of a duration are words of their own, for the rules of time.
func spanOf(f *figure.Figure) figure.Span {
	if f.Kind == figure.KindOrdinal || durations[f.Stated.Value.Unit()] {
		return f.Numeral
	}
	return f.Whole
}

// durations are units of time: a number of them is not a claim by itself.
var durations = map[lac.Unit]bool{
	lac.UnitYears: true, lac.UnitDays: true, "months": true, "weeks": true, "hours": true, "minutes": true,
	"seconds": true, "decades": true, "quarters": true, "centuries": true,
}
