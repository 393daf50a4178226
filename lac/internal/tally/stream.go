package tally

import "slices"

// A Stream adds up rows that come once, in any order. It keeps rows as a table does;
// of a long stream in order it forgets the figures once they are added up, and keeps
// which rows there were: of each line which goods it has met.
//
// Rows are in order if those of a line follow one another, or have their goods in
// ascending order. A line's rows that came in order do not come twice, but for
// neighbours; if one does after all, far from the first, the line is refused with
// [Forgotten].
type Stream struct {
	Table Table // rows that are not in a block
	dict  *Dict
	plans []*Plan
	past  []*pastSums // of the plans; nil as long as nothing is forgotten

	blocks []*Block
	rows   int // in them
	untidy bool
	begun  bool // the rows of the first line are kept
	// keep is how many rows are kept before any is forgotten, stretch how many are
	// forgotten together.
	keep, stretch int

	lines       []uint64 // by line: the greatest order of its goods
	shared      bool     // two kinds have one book
	lineOf      []uint32 // by head, if kinds share books
	lineNumbers Heads    // heads with a book in place of a kind, if they do
	books       Numbering[book]
	bookOf      []uint32 // by kind
	watched     int      // rows that were looked at, from the first on
	lastLine    uint32
	ruler       ruler
	formOf      []uint32 // by form: the one that stands for it in spent blocks
	formNumbers map[Form]uint32
}

// A book is what the kinds of a line have in common.
type book struct {
	source uint32
	flow   uint8
}

// How many rows a stream keeps in any case, and how many it forgets together.
const (
	keepRows    = 1 << 15
	stretchRows = 1 << 13
)

// NewStream returns a stream of rows of a dictionary that may grow.
func NewStream(d *Dict) *Stream {
	return &Stream{dict: d, Table: Table{packer: &packer{}}, keep: keepRows, stretch: stretchRows, lastLine: ^uint32(0)}
}

// Keep sets how many rows are kept before any is forgotten, and how many are
// forgotten together at least.
func (s *Stream) Keep(rows, stretch int) { s.keep, s.stretch = rows, stretch }

// Forgot reports whether figures are forgotten.
func (s *Stream) Forgot() bool { return s.past != nil }

// Ask makes s answer one more question, which differs from others in the figure
// alone.
func (s *Stream) Ask(q Query) {
	s.plans = append(s.plans, &Plan{dict: s.dict, query: q, slots: []slot{{}}})
}

// Selected returns by head a number that is 0 if no question asks for its rows.
func (s *Stream) Selected() []uint32 {
	p := s.plans[0]
	p.selectHeads()
	return p.slotOf
}

// Len returns the number of rows.
func (s *Stream) Len() int { return s.rows + s.Table.Len() }

// lineOfHead returns the line of a head. While every kind is a book of its own, each
// head is a line of its own, and has its number.
func (s *Stream) lineOfHead(head uint32) uint32 {
	if !s.shared && int(head) >= len(s.lines) {
		s.addLines(head)
	}
	if !s.shared {
		return head
	}
	for i := len(s.lineOf); i <= int(head); i++ {
		s.lineOf = append(s.lineOf, s.bookLine(uint32(i)))
	}
	return s.lineOf[head]
}

// addLines makes lines of heads up to one.
func (s *Stream) addLines(head uint32) {
	for i := len(s.lines); i <= int(head); i++ {
		h := s.dict.Heads.At(uint32(i))
		s.bookOfKind(h.Kind)
		if len(s.books.Values) < len(s.bookOf) {
			s.shared = true // the lines so far are those of their books
			return
		}
		s.lines = append(s.lines, 0)
	}
}

func (s *Stream) bookOfKind(kind uint32) uint32 {
	for len(s.bookOf) <= int(kind) {
		k := &s.dict.Kinds[len(s.bookOf)]
		s.bookOf = append(s.bookOf, s.books.Of(book{k.Source, k.Flow}))
	}
	return s.bookOf[kind]
}

// bookLine returns the line of a head by its book.
func (s *Stream) bookLine(head uint32) uint32 {
	h := s.dict.Heads.At(head)
	h.Kind = s.bookOfKind(h.Kind)
	line := s.lineNumbers.Of(h)
	if int(line) == len(s.lines) {
		s.lines = append(s.lines, 0)
	}
	return line
}

// Forget looks whether the rows in the table came in order, and forgets them if
// they did and are many. It is called when rows were put there.
func (s *Stream) Forget() {
	s.watch()
	if s.untidy && len(s.Table.open.heads) >= s.stretch {
		s.Table.Seal()
	}
	if s.untidy || s.past == nil && s.Table.Len() < s.keep || s.Table.Len() < s.stretch {
		return
	}
	s.remember()
	for _, b := range s.Table.blocks { // that it has sealed by itself
		s.blocks = append(s.blocks, b)
		s.rows += b.Rows
	}
	s.Table.blocks, s.Table.sealed = nil, 0
	// The rows before may be in another part of the file: those of the first line are
	// kept, to be held against them.
	s.begun = s.begun || s.keepFirst()
	n := s.end()
	if n == 0 {
		return
	}
	b := s.Table.open.block(n)
	if rules, ok := s.ruler.judge(s, b); ok {
		s.spend(b, rules, nil)
	} else {
		s.Table.own(b)
	}
	s.Table.open.drop(n)
	s.blocks = append(s.blocks, b)
	s.rows += n
}

// keepFirst keeps the rows of the first line in a block of their own, if there is
// another after them.
func (s *Stream) keepFirst() bool {
	heads := s.Table.open.heads
	for i := range heads[1:] {
		if heads[i+1] != heads[i] && s.lineOfHead(heads[i+1]) != s.lineOfHead(heads[i]) {
			b := s.Table.open.block(i + 1)
			s.Table.own(b)
			s.Table.open.drop(i + 1)
			s.blocks = append(s.blocks, b)
			s.rows += i + 1
			return true
		}
	}
	return false
}

// spend adds up the figures of a block, and forgets them. counts are how many rows
// each of its rows stands for, nil if each stands for itself.
func (s *Stream) spend(b *Block, rules []RowRule, counts []uint32) {
	// Of forms the questions tell those apart that report what they are about.
	for i := len(s.formOf); i < len(s.dict.Forms); i++ {
		f := s.dict.Forms[i]
		asked := Form{}
		for _, p := range s.plans {
			figure := p.query.Figure
			asked.Reports[figure] = f.Reports[figure]
			if figure == figureQuantity {
				asked.Unit = f.Unit
			}
		}
		n, ok := s.formNumbers[asked]
		if !ok {
			n = uint32(i)
			if s.formNumbers == nil {
				s.formNumbers = map[Form]uint32{}
			}
			s.formNumbers[asked] = n
		}
		s.formOf = append(s.formOf, n)
	}
	for i, f := range b.Forms.b32 {
		b.Forms.b32[i] = s.formOf[f]
	}
	b.Forms = packIDs(b.Forms.b32)
	for _, past := range s.past {
		past.take(b, rules)
		past.countMore(b, counts)
	}
	b.rules, b.spent = rules, true
	b.Figures = [NumFigures]Figures{}
	for _, ids := range []*IDs{&b.Heads, &b.Forms, &b.Goods, &b.Numbers} {
		ids.shrink()
	}
}

// watch looks whether the rows that are new in the table come in order.
func (s *Stream) watch() {
	if s.untidy {
		return
	}
	o := &s.Table.open
	if s.watched < o.dropped {
		s.untidy = true // there are rows that it has not seen
		return
	}
	head, line := ^uint32(0), s.lastLine
	greatest := uint64(0) // order of the line's goods
	if line < uint32(len(s.lines)) {
		greatest = s.lines[line]
	}
	for i := s.watched - o.dropped; i < len(o.heads); i++ {
		h, g := o.heads[i], o.goods[i]
		if h != head {
			if !s.dict.KindOf(h).Confirmed {
				continue // no rule looks at it
			}
			head = h
			if l := s.lineOfHead(h); l != line {
				if line < uint32(len(s.lines)) {
					s.lines[line] = greatest
				}
				line, greatest = l, s.lines[l]
				if s.dict.Goods[g].Order <= greatest {
					s.untidy = true
					return
				}
			}
		}
		greatest = max(greatest, s.dict.Goods[g].Order)
	}
	if line < uint32(len(s.lines)) {
		s.lines[line] = greatest
	}
	s.lastLine = line
	s.watched = o.dropped + len(o.heads)
}

// end returns how many of the open rows end with the end of a line.
func (s *Stream) end() int {
	heads := s.Table.open.heads
	for i := len(heads) - 1; i > 0; i-- {
		if heads[i] != heads[i-1] && s.lineOfHead(heads[i]) != s.lineOfHead(heads[i-1]) {
			return i
		}
	}
	return 0
}

// A ruler finds the rules for the rows of a block by themselves.
type ruler struct {
	seen []uint32 // by good: the last run of rows of one line that met it
	run  uint32
	rows []codeRow
	// ranks are those of the breakdowns.
	ranks []uint32
}

// judge returns the rules for the rows of a block; false if a row may become
// something else by rows that are still to come, or must be refused.
func (r *ruler) judge(s *Stream, b *Block) (rules []RowRule, ok bool) {
	d := s.dict
	r.seen = append(r.seen, make([]uint32, len(d.Goods)-len(r.seen))...)
	if len(r.ranks) < len(d.Shapes) {
		r.ranks = d.rankBreakdowns()
	}
	ok = true
	heads, goods := s.Table.open.heads[:b.Rows], s.Table.open.goods[:b.Rows]
	for from := 0; from < b.Rows; {
		// A run of rows of one line.
		r.run++
		line, head, to := s.lineOfHead(heads[from]), ^uint32(0), from
		odd, apart := false, false // rows of one good may be apart
		for ; to < b.Rows; to++ {
			if h := heads[to]; h != head {
				if s.lineOfHead(h) != line {
					break
				}
				head = h
				odd = odd || d.KindOf(h).Breakdown != 0
			}
			if g := goods[to]; r.seen[g] == r.run {
				odd = true
				apart = apart || goods[to-1] != g
			} else {
				r.seen[g] = r.run
			}
		}
		if odd {
			if rules == nil {
				rules = make([]RowRule, b.Rows)
			}
			ok = r.judgeRun(d, b, heads, goods, from, to, apart, rules) && ok
		}
		from = to
	}
	if !slices.ContainsFunc(rules, func(r RowRule) bool { return r != RowKept }) {
		rules = nil
	}
	return rules, ok
}

// judgeRun applies the rules to the rows of one line that follow one another.
func (r *ruler) judgeRun(d *Dict, b *Block, heads, goods []uint32, from, to int, apart bool, rules []RowRule) bool {
	ok := true
	for from < to {
		end := from + 1
		for end < to && (apart || goods[end] == goods[from]) {
			end++
		}
		if end == from+1 {
			k := d.KindOf(heads[from])
			ok = ok && (k.Breakdown == 0 || !k.Confirmed)
			from = end
			continue
		}
		r.rows = r.rows[:0]
		for i := from; i < end; i++ {
			if k := d.KindOf(heads[i]); k.Confirmed {
				r.rows = append(r.rows, codeRow{RowAt{Row: i}, b, heads[i], goods[i], k.Breakdown})
			}
		}
		d.ruleRows(r.rows, r.ranks, func(row *codeRow, rule RowRule) { rules[row.at.Row] = rule })
		for i := range r.rows {
			rule := rules[r.rows[i].at.Row]
			ok = ok && !rule.refuses() && (rule != RowKept || r.rows[i].breakdown == 0)
		}
		from = end
	}
	return ok
}

// View returns the rows that came so far, in order.
func (s *Stream) View() View {
	blocks := slices.Concat(s.blocks, s.Table.blocks)
	if n := len(s.Table.open.heads); n > 0 {
		b := s.Table.open.block(n) // the table goes on as if it had not been asked
		s.Table.own(b)
		blocks = append(blocks, b)
	}
	return NewView(blocks)
}

// Plan returns the plan for question i about the rows so far, which lines were found
// for.
func (s *Stream) Plan(i int, x *Lines) *Plan {
	live := s.plans[i]
	live.selectHeads()
	if live.query.Figure == figureQuantity {
		for _, b := range x.Blocks {
			for i := range b.Rows { // so that it has a slot for each unit
				live.rowSlot(live.slotOf[b.Heads.At(i)], b.Forms.At(i))
			}
		}
	}
	p := &Plan{Lines: x, dict: x.dict, query: live.query, slotOf: live.slotOf, slots: live.slots, keys: live.keys,
		unitSlots: make(map[uint64]uint32, len(live.unitSlots)), rowKept: x.kept}
	for place, slot := range live.unitSlots {
		p.unitSlots[place] = slot
	}
	if s.past != nil {
		p.past = s.past[i]
	}
	return p
}

// remember makes room for the sums of what is forgotten.
func (s *Stream) remember() {
	if s.past == nil {
		for _, p := range s.plans {
			s.past = append(s.past, newPastSums(p))
		}
	}
}
