package projects

import (
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A plan answers one question about the projects of a list.
type plan struct {
	*List
	q       Query
	by      [lac.ByKind + 1]bool
	sectors *sectorFilter
	records []record       // of the source asked for
	number  map[string]int // of records, by ID
}

// A record is a project with the amounts that the question is about.
type record struct {
	*lac.Project
	undertaking int // its number in the list
	parts       []part
	partOf      map[partID]int // place in parts, where these are many
	shown       bool           // of the kind and status asked for
	divided     bool           // by everything that parts may differ in
	whole       bool           // no part of it is outside the question
	paid        bool           // has a transaction of the type
	valued      bool           // has one with an amount on the basis, selected or not
	out         lac.Guard      // the rule that leaves it out, if one does
}

// A part is the amounts of a record that share what a partID says.
type part struct {
	partID
	sum  fixed.Sum
	held decimal.Decimal // how much of it stands in other records too
	// unsure is how much of held may stand there too, or may not.
	unsure decimal.Decimal
}

// A partID is where and when an amount goes. What the question does not keep apart
// is zero, but in a record that is divided.
type partID struct {
	place    place
	sector   lac.Sector
	period   lac.Period
	to       int // the number of the record that the money is passed on to, from 1
	selected bool
	out      lac.Guard // the rule that leaves the part out, if one does
	amountBasis
}

// A place is a recipient.
type place struct {
	area             lac.Area
	vocabulary, code string
}

// left returns what of a part no other record holds.
func (p *part) left() decimal.Decimal { return p.sum.Decimal().Sub(p.held) }
