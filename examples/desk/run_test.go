package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
)

// The desk stops when it is told to, and the address it prints is where it is.
func TestRun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, program.Streams{In: strings.NewReader(""), Out: in, Err: io.Discard}, []string{"-addr", "127.0.0.1:0"})
		in.Close()
	}()
	var address string
	if _, err := fmt.Fscanf(out, "The desk is at %s\n", &address); err != nil {
		t.Fatal(err)
	}
	_, page := get(t, address)
	has(t, page, "Is it so?")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	for want, args := range map[string][]string{
		"not of loopback":      {"-addr", "0.0.0.0:80"},
		"-addr":                {"-addr", "localhost"},
		"want MB from 1":       {"-body", "0"},
		"records are given":    {"x.csv"},
		"no records":           {"-almanac=false"},
		"none.csv: no such":    {"-data", "none.csv"},
		"-html means nothing ": {"-html", "x"},
	} {
		err := run(ctx, program.Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, args)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", args, err)
		}
	}
}

func TestCommandLines(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // a server that begins is to end at once
	programtest.Hold(t, ctx, source, run)
}

// BenchmarkFifty asks for fifty briefings at once, on a sentence and on a statement of
// seventeen claims, and reports how long the slowest took.
func BenchmarkFifty(b *testing.B) {
	_, server := open(b)
	statement, err := os.ReadFile(filepath.Join("..", "..", "testdata", "extract", "statement-en.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for name, text := range map[string]string{"sentence": sentence, "statement": string(statement)} {
		b.Run(name, func(b *testing.B) {
			var slowest time.Duration
			for b.Loop() {
				var wait sync.WaitGroup
				took := make([]time.Duration, 50)
				begun := time.Now()
				for i := range took {
					wait.Go(func() {
						if r, _ := post(b, server.URL+"/briefings", part{"text", "", text}); r.StatusCode != http.StatusOK {
							b.Error(r.Status)
						}
						took[i] = time.Since(begun)
					})
				}
				wait.Wait()
				slowest = max(slowest, slices.Max(took))
			}
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(slowest.Milliseconds()), "slowest-ms")
			b.ReportMetric(float64(memory.Sys>>20), "MB-of-memory")
		})
	}
}
