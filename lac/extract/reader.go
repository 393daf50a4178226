package extract

import (
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/readable"
)

// A sentenceReader cuts a text into sentences. It makes the text readable piece by
// piece; its words are at their places in the piece.
type sentenceReader struct {
	broke bool // a blank line ended the sentence before
	piece readable.Text
	text  string // of the piece
	at    int

	figures []figure.Figure // of the sentence, then the next one
	figure  figure.Span     // the words of the next one
	more    bool            // there is a next one
	words   *vocabulary
	buffer  []word

	nextPiece  func() (readable.Text, bool)
	nextFigure func() (figure.Figure, bool)
	stops      [2]func()
}
