package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

type runner struct {
	binary, dir, tmp string
	tests            []test
}

// A test is one with the mutants that it reaches, and how long it takes.
type test struct {
	name    string
	reaches []bool
	took    time.Duration
}

func (r *runner) run(limit time.Duration, env, pattern string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	args := []string{"-test.run=" + pattern, "-test.failfast"}
	if *short {
		args = append(args, "-test.short")
	}
	cmd := exec.CommandContext(ctx, r.binary, args...)
	cmd.Dir, cmd.Env = r.dir, append(os.Environ(), env, "GOMEMLIMIT=2GiB")
	cmd.WaitDelay = time.Second
	return cmd.CombinedOutput()
}

// trace finds which test reaches which mutants.
func (r *runner) trace(mutants int) {
	list := exec.Command(r.binary, "-test.list=^(Test|Example|Fuzz)")
	list.Dir = r.dir
	out, err := list.Output()
	check(err)
	unwanted := regexp.MustCompile(*skip)
	for name := range strings.FieldsSeq(string(out)) {
		if unwanted.MatchString(name) {
			continue
		}
		trace := filepath.Join(r.tmp, "trace")
		os.Remove(trace)
		began := time.Now()
		if out, err := r.run(20*time.Minute, "MUTANT_TRACE="+trace, "^"+name+"$"); err != nil {
			log.Printf("%s fails without a mutant and is left out: %v\n%s", name, err, out)
			continue
		}
		t := test{name, make([]bool, mutants), time.Since(began)}
		text, _ := os.ReadFile(trace)
		for n := range strings.FieldsSeq(string(text)) {
			var i int
			fmt.Sscan(n, &i)
			t.reaches[i] = true
		}
		if slices.Contains(t.reaches, true) {
			r.tests = append(r.tests, t)
		}
	}
	slices.SortFunc(r.tests, func(a, b test) int { return int(a.took - b.took) })
}

// kill gives each mutant the tests that reach it, the quickest first.
func (r *runner) kill(mutants []*mutant) {
	var group sync.WaitGroup
	next := make(chan int)
	for range *workers {
		group.Go(func() {
			for n := range next {
				mutants[n].fate = r.fate(n)
			}
		})
	}
	for n := range mutants {
		next <- n
	}
	close(next)
	group.Wait()
	killed := 0
	for _, m := range mutants {
		if m.fate != "" {
			fmt.Printf("%s: %s: %s -> %s\n", m.place, m.fate, m.before, m.after)
			continue
		}
		killed++
	}
	fmt.Printf("%d of %d mutants killed\n", killed, len(mutants))
}

// fate returns why a mutant is still alive, nothing if it is not.
func (r *runner) fate(n int) string {
	reached := false
	for i := 0; i < len(r.tests); {
		// Quick tests in one go.
		var names []string
		var took time.Duration
		for ; i < len(r.tests) && (len(names) == 0 || took < time.Second); i++ {
			if t := r.tests[i]; t.reaches[n] {
				names, took = append(names, t.name), took+t.took
			}
		}
		if len(names) == 0 {
			continue
		}
		reached = true
		if _, err := r.run(10*took+time.Minute, fmt.Sprint("MUTANT=", n), "^("+strings.Join(names, "|")+")$"); err != nil {
			return ""
		}
	}
	if !reached {
		return "not reached"
	}
	return "lives"
}

func absolute(path string) string {
	abs, err := filepath.Abs(path)
	check(err)
	return abs
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
