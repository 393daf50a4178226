package main

import (
	"bytes"
	"net/http"

	"github.com/sinolac/sinolac/lac/check"
)

// A sheet is what a page of the desk shows, a briefing apart.
type sheet struct {
	Title    string
	Request  request
	Problem  string // what is wrong with the request
	Own      bool   // the almanac's statement can be briefed on
	Limit    int64  // MB of files
	Job      *job   // that is at work
	Replays  []replayed
	Replayed bool // findings were replayed
}

// show writes a page of the desk.
func (d *desk) show(w http.ResponseWriter, status int, page string, s sheet) {
	s.Limit = d.limits.body >> 20
	var out bytes.Buffer
	if err := d.pages.ExecuteTemplate(&out, page, s); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // whoever asked may be gone
}

// A replayed is what came of one finding that was computed anew.
type replayed struct {
	Line        int                `json:"line"`
	Claim       string             `json:"claim"`
	Same        bool               `json:"same"`
	Differences []check.Difference `json:"differences,omitempty"`
	Error       string             `json:"error,omitempty"`
}
