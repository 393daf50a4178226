package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
)

// A store is one set of generated rows in memory, in every contestant's form.
type store struct {
	data   *lac.Dataset
	floats []float64
	// Of our table: the time to fill it and to answer the first question, for
	// which it builds its index, and the bytes it takes before and after that.
	fill, first          time.Duration
	tableBytes, allBytes uint64
}

func newStore(db *sql.DB, n int) (*store, error) {
	s := &store{}
	before := heap()
	start := time.Now()
	table, err := fillTable(n)
	if err != nil {
		return nil, err
	}
	s.fill = time.Since(start)
	s.tableBytes = heap() - before
	if s.data, err = newDataset(table); err != nil {
		return nil, err
	}
	start = time.Now()
	if _, err := s.data.Totals(lac.TradeQuery{}, lac.ByYear); err != nil {
		return nil, err
	}
	s.first = time.Since(start)
	s.allBytes = heap() - before
	runtime.KeepAlive(table)

	s.floats = make([]float64, 0, n)
	for r := range rows(n) {
		s.floats = append(s.floats, float64(r.value.thousandths())/1000)
	}
	return s, duckLoad(db, n)
}

// heap returns the bytes of the live heap.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what the first one's sweeping had left
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// collect returns the seconds that a full garbage collection takes while s lives.
func (s *store) collect() (float64, error) {
	start := time.Now()
	runtime.GC()
	took := time.Since(start)
	runtime.KeepAlive(s)
	return took.Seconds(), nil
}

// peakInChild runs an entry of question 1 in a fresh process of this program and
// returns the most anonymous memory that it had, in bytes.
func peakInChild(path, entry string) (float64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(self, "-peak", entry, "-file", path)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("%s in a process of its own: %w: %s", entry, err, &stderr)
	}
	return strconv.ParseFloat(strings.TrimSpace(stdout.String()), 64)
}

// printPeak is what the process that peakInChild starts does.
func printPeak(e entry) error {
	done := make(chan error)
	go func() {
		_, err := e.run()
		done <- err
	}()
	peak := uint64(0)
	for tick := time.NewTicker(2 * time.Millisecond); ; {
		now, err := anonymous()
		if err != nil {
			return err
		}
		peak = max(peak, now)
		select {
		case err := <-done:
			if err == nil {
				fmt.Println(peak)
			}
			return err
		case <-tick.C:
		}
	}
}

// anonymous returns the process's anonymous memory in bytes: what it has
// allocated, without the files that it has mapped.
func anonymous() (uint64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			kilobytes, err := strconv.ParseUint(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")), 10, 64)
			return kilobytes << 10, err
		}
	}
	return 0, fmt.Errorf("/proc/self/status has no RssAnon")
}
