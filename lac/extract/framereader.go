package extract

import (
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

// A frameReader follows who speaks in a text, and where and when.
type frameReader struct {
	lang     language.Tag
	headings bool // to keep positions, which are nothing but a heading
	speakers []lac.Speaker
	sides    map[string]lac.Area  // of those speakers whose office says for whom they speak
	asked    map[lac.Speaker]bool // whose office was read for that
	last     string               // the name of the one who spoke last
	quoted   string               // who speaks in a quotation that is still open
	begun    bool                 // the first sentence is read
	turn     string               // whose turn it is in a transcript
	event    string
	place    string
	voice    string // the speaker of the sentence read last
	// positions are what was said without a claim.
	positions []lac.Claim
}
