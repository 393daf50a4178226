// Package program holds what the programs of examples share: one vocabulary of
// flags, how records, texts and policies are opened, how wide a terminal is, and
// with which status a program ends.
package program

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// A program ends with status 0, or with one of these.
const (
	// StatusFailed is that of no answer, and of one that does not rest on all rows of
	// the files: see ErrRejected.
	StatusFailed = 1
	// StatusUsage is that of a mistake on the command line.
	StatusUsage = 2
)

// ErrRejected says that an answer does not rest on all rows of the files.
var ErrRejected = errors.New("rows of the files were rejected, as said above")

// A UsageError is a mistake on the command line.
type UsageError struct{ Err error }

func (e *UsageError) Error() string { return e.Err.Error() + "; -h tells more" }

// Unwrap returns the mistake itself.
func (e *UsageError) Unwrap() error { return e.Err }

// Usage returns a UsageError.
func Usage(format string, a ...any) error { return &UsageError{fmt.Errorf(format, a...)} }

// Streams are what a program reads and writes. Those of a test need no more than
// the first three.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// Columns is the width of the terminal that Out is, 0 if it is none.
	Columns int
	// Colour says that Out shows colours, and that they are wanted.
	Colour bool
	// Progress says that Err is a terminal, which is told of long work.
	Progress bool
}

// Main runs a program with the command line and ends the process with its status.
// An interrupt ends ctx.
func Main(name string, run func(ctx context.Context, s Streams, args []string) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	s := Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Progress: isTerminal(os.Stderr)}
	if isTerminal(os.Stdout) {
		s.Columns = terminalColumns(os.Stdout)
		s.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	err := run(ctx, s, os.Args[1:])
	stop()
	if status := Status(err); status != 0 {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(status)
	}
}

// Status returns the status of a program that ends with err.
func Status(err error) int {
	var usage *UsageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &usage):
		return StatusUsage
	}
	return StatusFailed
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull && terminalColumns(f) > 0
}
