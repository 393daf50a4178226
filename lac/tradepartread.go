package lac

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// UnmarshalBinary sets s to the stream that [TradeStream.AppendBinary] wrote as b. It
// errs with [ErrSyntax], and leaves s alone, if b is not that: cut off, changed, or in
// another version of the form.
func (s *TradeStream) UnmarshalBinary(b []byte) error {
	t, err := readPart(b)
	if err != nil {
		return fmt.Errorf("trade stream in %d bytes: %w", len(b), err)
	}
	*s = *t
	return nil
}

func readPart(b []byte) (*TradeStream, error) {
	text, ok := bytes.CutPrefix(b, []byte(partMagic))
	if !ok || len(text) < 1+sha256.Size {
		return nil, fmt.Errorf("%w: it is none", ErrSyntax)
	}
	if text[0] != partVersion {
		return nil, fmt.Errorf("%w: version %d, want %d", ErrSyntax, text[0], partVersion)
	}
	end := len(b) - sha256.Size
	if sum := sha256.Sum256(b[:end]); !bytes.Equal(sum[:], b[end:]) {
		return nil, fmt.Errorf("%w: it is not what was written: the checksum differs", ErrSyntax)
	}
	d := partDecoder{b: b[len(partMagic)+1 : end]}
	if err := json.Unmarshal(d.text(), &d.header); err != nil {
		return nil, fmt.Errorf("%w: header: %w", ErrSyntax, err)
	}
	return d.stream()
}

// partDecoder reads a part. After an error it reads zeros.
type partDecoder struct {
	b      []byte
	bad    bool
	header partHeader
}

func (d *partDecoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *partDecoder) varint() int64 {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

// below returns a number that must be less than n, 0 if it is not.
func (d *partDecoder) below(n int) int {
	v := d.uvarint()
	if v >= uint64(n) {
		d.bad = true
		return 0
	}
	return int(v)
}

// count returns how many things follow, of which each takes a byte.
func (d *partDecoder) count() int { return d.below(len(d.b) + 1) }

func (d *partDecoder) text() []byte {
	n := d.count()
	if n > len(d.b) {
		d.bad = true
		return nil
	}
	text := d.b[:n]
	d.b = d.b[n:]
	return text
}

func (d *partDecoder) figure() fixed.Dec {
	if len(d.b) == 0 {
		d.bad = true
		return fixed.Dec{}
	}
	places := d.b[0]
	d.b = d.b[1:]
	var n fixed.Dec
	var err error
	if places == partWide {
		n, err = fixed.Parse(d.text())
	} else {
		n, err = fixed.New(d.varint(), int(places))
	}
	d.bad = d.bad || err != nil
	return n
}

// stream makes the stream of what follows the header.
func (d *partDecoder) stream() (*TradeStream, error) {
	h := &d.header
	if len(h.Figures) == 0 || len(h.Late) != len(h.Figures) || h.Figures[0] != h.Query.Figure {
		return nil, fmt.Errorf("%w: header: figures", ErrSyntax)
	}
	if err := h.Query.validate(h.By); err != nil {
		return nil, err
	}
	s := NewTradeStream(h.Query, h.By...)
	for _, f := range h.Figures[1:] {
		if !f.isValid() || s.number(f) >= 0 {
			return nil, fmt.Errorf("%w: header: figure %s", ErrSyntax, quote(string(f)))
		}
		s.Also(f)
	}
	for i, late := range h.Late {
		s.figures[i].late = late
	}
	if err := s.putInputs(h.Inputs); err != nil {
		return nil, err
	}
	s.Expect(h.Expected...)
	goods, forms, err := d.number(s.dict)
	if err != nil {
		return nil, err
	}
	rows, heads, err := d.rows(s, goods, forms)
	if err != nil {
		return nil, err
	}
	s.more = h.More
	if s.more > maxRecords || s.more > 0 && len(s.summed) == 0 {
		return nil, fmt.Errorf("%w: header: %d records more", ErrSyntax, s.more)
	}
	if err := s.room(uint64(len(rows))); err != nil {
		return nil, err
	}
	spent := int(s.more)
	for _, r := range rows {
		if r.Spent {
			spent++
		}
	}
	var past [][]tally.PastSum
	for i := range h.Figures {
		sums, err := d.sums(heads, goods, forms, spent)
		if h.Figures[i] == FigureQuantity && !slices.Contains(h.By, ByCommodity) {
			for _, p := range sums {
				d.bad = d.bad || p.Form == tally.NoForm // each form has a sum of its own
			}
		}
		if err != nil {
			return nil, err
		}
		past = append(past, sums)
	}
	if d.bad || len(d.b) > 0 {
		return nil, fmt.Errorf("%w: rows and sums", ErrSyntax)
	}
	s.rows.Join(func(yield func(tally.StreamRow) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}, past)
	return s, nil
}

// number numbers the goods and forms of the header.
func (d *partDecoder) number(dict *tradeDict) (goods, forms []uint32, err error) {
	for _, c := range d.header.Goods {
		n, err := dict.commodity(c)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: header: %w", ErrSyntax, err)
		}
		goods = append(goods, uint32(n))
	}
	for _, f := range d.header.Forms {
		if f.Unit != "" && !f.Unit.IsValid() {
			return nil, nil, fmt.Errorf("%w: header: unit %s", ErrSyntax, quote(string(f.Unit)))
		}
		forms = append(forms, dict.forms.Of(form{f.Value, f.Weight, f.Unit}))
	}
	dict.grow()
	return goods, forms, nil
}

// head reads a head, and returns its number.
func (d *partDecoder) head(dict *tradeDict) (head uint32, k kind, err error) {
	h := &d.header
	reporter, partner, period, of := d.below(len(h.Areas)), d.below(len(h.Areas)), d.below(len(h.Periods)), d.below(len(h.Kinds))
	if d.bad {
		return 0, k, fmt.Errorf("%w: a head", ErrSyntax)
	}
	k = h.Kinds[of].kind()
	r := TradeRecord{ID: "head", Source: k.source, Reporter: h.Areas[reporter], Partner: h.Areas[partner], Flow: k.flow, Period: h.Periods[period],
		Commodity: AllGoods, Valuation: k.valuation, Breakdown: k.breakdown, Status: k.status, Evidence: k.evidence, Note: k.note}
	if k.currency != 0 {
		r.Value = MoneyOf(0, k.currency)
	}
	if err := r.Validate(); err != nil {
		return 0, k, fmt.Errorf("%w: %w", ErrSyntax, err)
	}
	r.Value = Money{currency: k.currency}
	head, err = dict.number(&r, k.named)
	return head, k, err
}

// rows reads heads and their rows.
func (d *partDecoder) rows(s *TradeStream, goods, forms []uint32) (rows []tally.StreamRow, heads []uint32, err error) {
	tag := uint64(0)
	for range d.count() {
		head, k, err := d.head(s.dict)
		if err != nil {
			return nil, nil, err
		}
		heads = append(heads, head)
		good, number := uint64(0), int64(0)
		n := d.below(2*len(d.b) + 2) // each row takes a byte
		if n&1 != 0 {
			d.bad = d.bad || n == 1 // nothing was added up
			if s.summed == nil {
				s.summed = map[uint32]bool{}
			}
			s.summed[head] = true
		}
		for range n >> 1 {
			r := tally.StreamRow{Row: tally.Row{Head: head}}
			step := d.uvarint()
			good += step >> 1
			if step&1 != 0 {
				tag = d.uvarint()
			}
			of := tag >> partTagBits
			rule := tally.RowRule(tag & partRuleBits)
			if good >= uint64(len(goods)) || of >= uint64(len(forms)) || rule > tally.RowPart {
				d.bad = true
				break
			}
			r.Good, r.Form, r.Spent, r.Rule = goods[good], forms[of], tag&partSpent != 0, rule
			if k.named {
				r.Number = s.dict.names.add(string(d.text()))
			} else {
				number += d.varint()
				if number < 0 || number > math.MaxUint32 {
					d.bad = true
					break
				}
				r.Number = uint32(number)
			}
			f := &d.header.Forms[of]
			if f.Value && k.currency == 0 {
				d.bad = true
			}
			if !r.Spent {
				for i, reports := range [...]bool{f.Value, f.Weight, f.Unit != ""} {
					if reports {
						n := d.figure()
						d.bad = d.bad || i != figureValue && n.Sign() < 0
						r.Figures[i] = tally.FigureOf(n)
					}
				}
			}
			rows = append(rows, r)
		}
		if d.bad {
			return nil, nil, fmt.Errorf("%w: rows of a head", ErrSyntax)
		}
	}
	return rows, heads, nil
}

// sums reads what a figure's question has forgotten of some rows.
func (d *partDecoder) sums(heads, goods, forms []uint32, rows int) (all []tally.PastSum, err error) {
	for range d.count() {
		head, of, good, exact := d.below(len(heads)), d.below(len(forms)+1), d.below(max(len(goods), 1)), d.below(2)
		added, missing := d.below(rows+1), d.below(rows+1)
		rows -= added + missing
		var sum fixed.Sum
		if err := sum.UnmarshalBinary(d.text()); err != nil || d.bad || rows < 0 || len(heads) == 0 || len(goods) == 0 {
			return nil, fmt.Errorf("%w: sums", ErrSyntax)
		}
		p := tally.PastSum{Head: heads[head], Form: tally.NoForm, Exact: exact != 0, Added: uint32(added), Missing: uint32(missing), Sum: sum}
		if of > 0 {
			p.Form = forms[of-1]
		}
		p.Good = goods[good]
		all = append(all, p)
	}
	return all, nil
}
