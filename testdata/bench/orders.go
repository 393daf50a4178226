package main

import (
	"bufio"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
)

// An order is how the rows of a generated file stand.
type order uint8

const (
	sorted   order = iota // as [rows] gives them
	shuffled              // the same rows, each anywhere
	// asItComes is as statistical offices deliver: a block for each reporter, year
	// and flow, in any order. To the rows of each partner it adds one of all goods,
	// and to the partners of each block the World's rows, which are their sums. A
	// tenth of all rows is broken down by mode of transport, in two.
	asItComes
)

var orders = [...]order{sorted, shuffled, asItComes}

func (o order) suffix() string { return [...]string{"", "-shuffled", "-as-it-comes"}[o] }

// rowsIn returns about n rows in an order, the same in every run.
func rowsIn(o order, n int) iter.Seq[row] {
	switch o {
	case shuffled:
		all := slices.AppendSeq(make([]row, 0, n), rows(n))
		rand.New(rand.NewPCG(2026, 1130)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return slices.Values(all)
	case asItComes:
		return comingRows(n)
	}
	return rows(n)
}

// comingRows returns about n rows as they come.
func comingRows(n int) iter.Seq[row] {
	// With a hundred rows of partners come some 96 of the World and of all goods, of
	// two million rows in all, and with a hundred rows of either 20 parts.
	blocks := make([][]row, len(reporters)*years*len(flows))
	for r := range rows(n * 100 / 236) {
		blocks[r.group()] = append(blocks[r.group()], r)
	}
	random := rand.New(rand.NewPCG(2026, 1301))
	random.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return func(yield func(row) bool) {
		for _, block := range blocks {
			for _, r := range withSums(block) {
				if !yield(r) {
					return
				}
				if random.IntN(10) > 0 {
					continue
				}
				for _, part := range inTwo(r, random) {
					if !yield(part) {
						return
					}
				}
			}
		}
	}
}

// withSums returns the rows of a block, which are in the order of partners and
// goods, with those of the World before them and that of all goods before those of
// each partner.
func withSums(block []row) []row {
	if len(block) == 0 {
		return nil
	}
	var ofPartners []row
	ofWorld := map[int]row{}
	for len(block) > 0 {
		n := 1
		for n < len(block) && block[n].partner == block[0].partner {
			n++
		}
		total := block[0]
		total.good, total.value, total.weight, total.quantity = -1, number{}, number{}, number{}
		for _, r := range block[:n] {
			total.add(r)
			w, ok := ofWorld[r.good]
			if !ok {
				w = r
				w.partner, w.value, w.weight, w.quantity = -1, number{}, number{}, number{}
			}
			w.add(r)
			ofWorld[r.good] = w
		}
		ofPartners = append(append(ofPartners, total), block[:n]...)
		block = block[n:]
	}
	var all []row
	total := ofPartners[0]
	total.partner, total.value, total.weight, total.quantity = -1, number{}, number{}, number{}
	for _, r := range ofWorld {
		total.add(r)
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b row) int { return a.good - b.good })
	return slices.Concat([]row{total}, all, ofPartners)
}

// add adds the figures of another row, in thousandths.
func (r *row) add(other row) {
	for _, f := range []struct {
		to *number
		of number
	}{{&r.value, other.value}, {&r.weight, other.weight}, {&r.quantity, other.quantity}} {
		*f.to = number{f.to.thousandths() + f.of.thousandths(), 3}
	}
}

// inTwo returns a row's parts by two modes of transport.
func inTwo(r row, random *rand.Rand) [2]row {
	sea, air := r, r
	sea.mode, air.mode = "2100", "1000"
	for _, f := range [][2]*number{{&sea.value, &air.value}, {&sea.weight, &air.weight}, {&sea.quantity, &air.quantity}} {
		whole := f[0].units
		f[0].units = whole - whole*random.Int64N(50)/100
		f[1].units = whole - f[0].units
	}
	return [2]row{sea, air}
}

// writeFile writes n rows to path, which appears only when it is complete.
func writeFile(path string, n int, o order) error {
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(header + "\r\n")
	var line []byte
	for r := range rowsIn(o, n) {
		line = r.appendCSV(line[:0])
		w.Write(line)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}
