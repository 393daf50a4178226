package iati

import (
	"github.com/sinolac/sinolac/lac"
)

// A tree is what is read of one activity. It is filled again for the next one.
type tree struct {
	nodes   []node // nodes[0] is the activity
	attrs   []attr
	text    []byte
	counts  []int // of the open elements' children, by kind
	ordinal int   // of the activity in its file, from 1
	schema  *element
	lenient bool // the schema may not have all that there is
	faults  []fault
	strange string // an element that the version does not have, if lenient
}

// parts are the elements of an activity that are rejected alone where their form is
// wrong: the rest of the activity means the same without them.
var parts = map[string]bool{"transaction": true, "budget": true, "result": true, "location": true}

// A node is an element. Indexes are small, for a hostile activity has very many.
type node struct {
	name                     string
	schema                   *element
	line, column             int
	ordinal                  int32 // among its parent's children of that name, from 1
	parent, next, head, last int32 // indexes of nodes, 0: none
	attrs, text, textEnd     int32
	attrCount                uint8
	repeats                  bool // there may be several
	rejected                 bool // it is a part with a fault
}

type attr struct {
	name         string
	line, column int
	value, end   int32 // in text
}

// A fault is what is wrong with the form of an activity, or of a part of it that is
// rejected alone.
type fault struct {
	part int // index of the part's element, 0: the activity
	err  *lac.RowError
}

// languageAttr is the only attribute of another namespace that means something.
const languageAttr = "xml:lang"
