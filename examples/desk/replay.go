package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/sinolac/sinolac/lac/check"
)

func (d *desk) replayForm(w http.ResponseWriter, _ *http.Request) {
	d.show(w, http.StatusOK, "replay", sheet{Title: "Replay findings"})
}

// replay computes the findings of a file, or of what was pasted, anew.
func (d *desk) replay(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 2*maxFinding)
	fail := func(err error) {
		status := http.StatusInternalServerError
		var m *mistake
		if errors.As(err, &m) {
			status = m.status
		}
		d.show(w, status, "replay", sheet{Title: "Replay findings", Problem: err.Error()})
	}
	if err := r.ParseMultipartForm(4 << 20); err != nil {
		fail(bodyError(err))
		return
	}
	text := []byte(r.FormValue("findings"))
	if in, header, err := r.FormFile("file"); err == nil {
		defer in.Close()
		if header.Size > 0 {
			if text, err = readAll(in, maxFinding); err != nil {
				fail(err)
				return
			}
		}
	}
	results, err := d.replayAll(r.Context(), text)
	if err != nil {
		fail(err)
		return
	}
	d.show(w, http.StatusOK, "replay", sheet{Title: "Replay findings", Replays: results, Replayed: true})
}

// replayAll replays findings, one a line, or one that takes several lines.
func (d *desk) replayAll(ctx context.Context, text []byte) ([]replayed, error) {
	select { // it takes a turn as a briefing does
	case d.turns <- struct{}{}:
		defer func() { <-d.turns }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	lines := bytes.Split(text, []byte("\n"))
	if json.Valid(text) {
		lines = [][]byte{text}
	}
	var out []replayed
	for i, line := range lines {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := replayed{Line: i + 1}
		var head struct {
			Claim struct {
				ID string `json:"id"`
			} `json:"claim"`
		}
		_ = json.Unmarshal(line, &head) // Replay says what is wrong with it
		r.Claim = head.Claim.ID
		differences, err := check.Replay(d.base.Data(), line)
		switch {
		case err != nil:
			r.Error = err.Error()
		default:
			r.Same, r.Differences = len(differences) == 0, differences
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil, &mistake{http.StatusBadRequest, fmt.Errorf("no findings: give them as JSON, one a line")}
	}
	return out, nil
}
