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
	tmp   string
	tests []test
}

// A binary is the tests of a package, and the directory that they run in.
type binary struct {
	path, dir  string
	properties bool // drawn by rapid
}

// quickly are flags that make properties fail at once: no search for a smaller case,
// no file of it.
var quickly = []string{"-rapid.shrinktime=0s", "-rapid.nofailfile"}

// drawsCases reports whether tests of a binary take those flags.
func (b binary) drawsCases() bool {
	cmd := exec.Command(b.path, append(quickly, "-test.run=^$")...)
	cmd.Dir = b.dir
	return cmd.Run() == nil
}

// A test is one with the mutants that it reaches, and how long it takes.
type test struct {
	binary
	name    string
	reaches []bool
	took    time.Duration
}

func (b binary) run(limit time.Duration, env, pattern string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	args := []string{"-test.run=" + pattern, "-test.failfast"}
	if b.properties {
		args = append(args, append(quickly, fmt.Sprint("-rapid.checks=", *checks))...)
	}
	if *short {
		args = append(args, "-test.short")
	}
	cmd := exec.CommandContext(ctx, b.path, args...)
	cmd.Dir, cmd.Env = b.dir, append(os.Environ(), env, "GOMEMLIMIT=2GiB")
	cmd.WaitDelay = time.Second
	return cmd.CombinedOutput()
}

// trace finds which test of a binary reaches which mutants.
func (r *runner) trace(b binary, mutants int) {
	list := exec.Command(b.path, "-test.list=^(Test|Example|Fuzz)")
	list.Dir = b.dir
	out, err := list.Output()
	check(err)
	wanted, unwanted := regexp.MustCompile(*run), regexp.MustCompile(*skip)
	for name := range strings.FieldsSeq(string(out)) {
		if !wanted.MatchString(name) || unwanted.MatchString(name) {
			continue
		}
		trace := filepath.Join(r.tmp, "trace")
		os.Remove(trace)
		began := time.Now()
		if out, err := b.run(20*time.Minute, "MUTANT_TRACE="+trace, "^"+name+"$"); err != nil {
			log.Printf("%s fails without a mutant and is left out: %v\n%s", name, err, out)
			continue
		}
		t := test{b, name, make([]bool, mutants), time.Since(began)}
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
}

// kill gives each mutant the tests that reach it, the quickest first.
func (r *runner) kill(mutants []*mutant) {
	slices.SortFunc(r.tests, func(a, b test) int { return int(a.took - b.took) })
	var group sync.WaitGroup
	next := make(chan int)
	for range *workers {
		group.Go(func() {
			for n := range next {
				m := mutants[n]
				if m.fate = r.fate(m.number); m.fate != "" {
					fmt.Printf("%s: %s: %s\n", m.place, m.fate, m.change())
				}
			}
		})
	}
	for n := range mutants {
		next <- n
	}
	close(next)
	group.Wait()
	var files []string
	all, killed := map[string]int{}, map[string]int{}
	for _, m := range mutants {
		if all[m.file]++; all[m.file] == 1 {
			files = append(files, m.file)
		}
		if m.fate == "" {
			killed[m.file]++
		}
	}
	sum := 0
	for _, file := range files {
		fmt.Printf("%s: %d of %d mutants killed\n", file, killed[file], all[file])
		sum += killed[file]
	}
	fmt.Printf("%d of %d mutants killed\n", sum, len(mutants))
}

// fate returns why a mutant is still alive, nothing if it is not.
func (r *runner) fate(n int) string {
	reached := false
	for i := 0; i < len(r.tests); {
		// Quick tests of one package in one go.
		var names []string
		var from binary
		var took time.Duration
		for ; i < len(r.tests) && (len(names) == 0 || took < time.Second); i++ {
			t := r.tests[i]
			if !t.reaches[n] {
				continue
			}
			if len(names) > 0 && t.binary != from {
				break
			}
			names, took, from = append(names, t.name), took+t.took, t.binary
		}
		if len(names) == 0 {
			continue
		}
		reached = true
		if _, err := from.run(10*took+20*time.Second, fmt.Sprint("MUTANT=", n), "^("+strings.Join(names, "|")+")$"); err != nil {
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
