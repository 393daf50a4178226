package main

import (
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"
)

// A contest is one question to several contestants, ours first.
type contest struct {
	name string
	unit unit
	// file is the generated file that the contestants read; empty if they read none.
	file    string
	entries func() ([]entry, error)
}

// An entry is one contestant's way to the answer. Either it is run, and its
// time is taken, or it is gauged, and gives a number in the contest's unit.
type entry struct {
	name        string
	approximate bool // sums of floats
	run         func() (result, error)
	gauge       func() (float64, error)
}

// A unit is what a contest's numbers count.
type unit uint8

const (
	seconds unit = iota
	megabytes
	bytesPerRecord
)

// sample runs or gauges e once.
func (e entry) sample() (float64, error) {
	if e.gauge != nil {
		return e.gauge()
	}
	start := time.Now()
	_, err := e.run()
	return time.Since(start).Seconds(), err
}

// hold runs one contest and prints its lines of the table.
func (c contest) hold(with *regexp.Regexp, samples int) error {
	entries, err := c.entries()
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool { return !with.MatchString(e.name) })
	if len(entries) == 0 {
		return nil
	}
	if err := agree(entries); err != nil {
		return err
	}
	taken := make([][]float64, len(entries))
	for range samples {
		for i, e := range entries {
			runtime.GC() // of what others have left
			switch {
			case c.file != "":
				if err := warm(c.file); err != nil {
					return err
				}
			case e.run != nil:
				// What it reads is then as near to the processor as it gets.
				for range 5 {
					if _, err := e.run(); err != nil {
						return fmt.Errorf("%s: %w", e.name, err)
					}
				}
			}
			s, err := e.sample()
			if err != nil {
				return fmt.Errorf("%s: %w", e.name, err)
			}
			taken[i] = append(taken[i], s)
		}
	}
	ours := 0.0
	for i, e := range entries {
		slices.Sort(taken[i])
		median := taken[i][samples/2]
		if i == 0 {
			ours = median
			fmt.Printf("| %s | %s | %s | |\n", c.name, e.name, c.unit.format(median))
		} else {
			fmt.Printf("| | %s | %s | %s |\n", e.name, c.unit.format(median), c.unit.compare(ours, median))
		}
	}
	return nil
}

// agree errs if the contestants' answers are not the same.
func agree(entries []entry) error {
	var first answer
	for i, e := range entries {
		if e.run == nil {
			continue
		}
		r, err := e.run()
		if err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		a, err := r()
		if err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		if i == 0 {
			first = a
		} else if err := first.differs(a, e.approximate); err != nil {
			return fmt.Errorf("%s and %s do not agree: %w", entries[0].name, e.name, err)
		}
	}
	return nil
}

// warm reads a file through, a part of it on each processor: the file is then in
// the system's cache, and no processor asleep.
func warm(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var all errgroup.Group
	parts := int64(runtime.NumCPU())
	size := info.Size()/parts + 1
	for i := range parts {
		all.Go(func() error {
			_, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, io.NewSectionReader(f, i*size, size), make([]byte, 1<<20))
			return err
		})
	}
	return all.Wait()
}

func (u unit) format(v float64) string {
	switch u {
	case megabytes:
		return fmt.Sprintf("%.1f MB", v/1e6)
	case bytesPerRecord:
		return fmt.Sprintf("%.1f B a record", v)
	}
	if v < 0.1 {
		return fmt.Sprintf("%.2f ms", v*1000)
	}
	return fmt.Sprintf("%.3f s", v)
}

func (u unit) compare(ours, theirs float64) string {
	if u == seconds {
		return fmt.Sprintf("%.2f × as fast", theirs/ours)
	}
	return fmt.Sprintf("%.2f × as large", ours/theirs)
}
