// Desk is a server for one's own machine that shows how to embed the library in a
// service: paste a statement or drop files, choose day, language and policy, and the
// page answers with the briefing. Beside it stands a JSON API, described at /api.
//
//	go run ./examples/desk [-addr 127.0.0.1:8787] [-data FILE]... [-policy strict]
//
// It listens on loopback alone and asks nothing of the network. What it was given is
// kept in memory, the newest hundred briefings of it, and gone when it stops. Findings
// can be downloaded as JSON, as schema.org ClaimReview and as a page that stands alone;
// one that somebody wrote down can be replayed. SIGINT and SIGTERM stop it once the
// briefings at work are done, ten seconds later at the latest.
//
// Exit status 1: it could not listen, or not read a file; 2: the command line is wrong.
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/sinolac/sinolac/examples/internal/program"
)

//go:embed main.go
var source string

func main() { program.Main("desk", run) }

// graceful is how long briefings at work may take after the desk was told to stop.
const graceful = 10 * time.Second

func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("desk", source, s)
	addr := "127.0.0.1:8787"
	flags.Func("addr", "the `ADDRESS` to listen on, of loopback; port 0 is any that is free (default "+addr+")", func(text string) error {
		at, err := netip.ParseAddrPort(text)
		if err == nil && !at.Addr().IsLoopback() {
			err = errors.New("not of loopback: the desk knows no users; put a server that does before it")
		}
		addr = at.String()
		return err
	})
	flags.DataFlag("add the records of `FILE` to what every briefing rests on", true)
	flags.PolicyFlag()
	var limits limits
	flags.Func("body", "the most `MB` of one request's files, from 1 to 4096 (default 256)", limits.parseBody)
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	if err := flags.NoFiles(files, "records are given with -data"); err != nil {
		return err
	}
	records, rejected, err := flags.Files(ctx)
	if err != nil {
		return err
	}
	if rejected > 0 {
		fmt.Fprintf(s.Err, "desk: %v\n", program.Rejected(rejected, "briefings rest"))
	}
	d, err := newDesk(ctx, records, flags.Policy, limits)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "The desk is at http://%s/\n", listener.Addr())
	return d.serve(ctx, listener)
}

// serve answers requests until ctx is done.
func (d *desk) serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           d.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       5 * time.Minute, // of a long file
		WriteTimeout:      6 * time.Minute, // of the API, which waits for its answer
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceful)
	defer cancel()
	err := errors.Join(server.Shutdown(stop), d.finish(stop))
	if err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}
