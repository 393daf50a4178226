package check

import (
	"fmt"
	"runtime"
	"sync"

	"github.com/sinolac/sinolac/lac"
)

// Prepared is a dataset made ready for claims under one policy: what one statement has
// to search it for is kept for the next. A service that answers many statements on the
// same records prepares them once. It is safe for concurrent use, and its findings are
// those of [Statement].
type Prepared struct {
	mu sync.Mutex
	ev *evidence
}

// maxKept bounds how many lookups are kept from one statement to the next. Beyond it
// all are dropped, and memory is again what one statement needs.
const maxKept = 2_000

// Prepare makes a dataset ready for claims under a policy.
func Prepare(data *lac.Dataset, p Policy) *Prepared {
	return &Prepared{ev: newEvidence(data, p)}
}

// Statement checks every claim of s, as [Statement] does.
func (p *Prepared) Statement(s lac.Statement) ([]Finding, error) {
	p.mu.Lock()
	if p.ev.kept() > maxKept {
		p.ev = newEvidence(p.ev.data, p.ev.policy) // statements at work have the old one
	}
	ev := p.ev
	p.mu.Unlock()
	return ev.statement(s)
}

// Statement checks every claim of s, in their order, on all processors. What the
// claims have in common is looked for once: many claims on one dataset are best
// checked as one statement, many statements by [Prepare].
func Statement(data *lac.Dataset, s lac.Statement, p Policy) ([]Finding, error) {
	return newEvidence(data, p).statement(s)
}

func (e *evidence) statement(s lac.Statement) ([]Finding, error) {
	findings, errs := make([]Finding, len(s.Claims)), make([]error, len(s.Claims))
	next := make(chan int, len(s.Claims))
	for i := range s.Claims {
		next <- i
	}
	close(next)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(s.Claims)) {
		wait.Go(func() {
			for i := range next {
				findings[i], errs[i] = e.claim(s.Claims[i])
			}
		})
	}
	digest := e.data.Digest() // at the same time: it reads every record
	wait.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("statement %s: %w", s.ID, err)
		}
		findings[i].Dataset = digest
	}
	return findings, nil
}
