package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/lac"
)

func (d *desk) home(w http.ResponseWriter, _ *http.Request) {
	d.show(w, http.StatusOK, "home", sheet{Title: "Is it so?"})
}

// refuse shows the form again, with what was typed and what is wrong with it.
func (d *desk) refuse(w http.ResponseWriter, q request, err error) {
	status := http.StatusInternalServerError
	var m *mistake
	if errors.As(err, &m) {
		status = m.status
	}
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	d.show(w, status, "home", sheet{Title: "That cannot be answered", Request: q, Problem: err.Error()})
}

// patience is how long a page is waited for before its progress is shown instead.
const patience = time.Second

// post takes a question and leads to its briefing.
func (d *desk) post(w http.ResponseWriter, r *http.Request) {
	asked, err := d.read(w, r)
	if err != nil {
		d.refuse(w, asked, err)
		return
	}
	q, err := d.question(asked)
	if err != nil {
		asked.remove()
		d.refuse(w, asked, err)
		return
	}
	j, err := d.start(q)
	if err != nil {
		asked.remove()
		d.refuse(w, asked, err)
		return
	}
	select {
	case <-j.done:
	case <-time.After(patience):
	case <-r.Context().Done():
	}
	http.Redirect(w, r, "/briefings/"+j.ID, http.StatusSeeOther)
}

// lost answers for a briefing that is not kept.
func (d *desk) lost(w http.ResponseWriter) {
	d.show(w, http.StatusNotFound, "home", sheet{Title: "No such briefing", Problem: fmt.Sprintf("The desk keeps the newest %d briefings while it runs. This one is not among them.", maxKept)})
}

// briefing shows a briefing, or how far it is: that page asks again every second.
func (d *desk) briefing(w http.ResponseWriter, r *http.Request) {
	j, ok := d.find(r.PathValue("id"))
	if !ok {
		d.lost(w)
		return
	}
	select {
	case <-j.done:
	default:
		w.Header().Set("Refresh", "1")
		d.show(w, http.StatusOK, "progress", sheet{Title: "At work", Job: j})
		return
	}
	if j.err != nil {
		d.refuse(w, j.asked, j.err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	d.page(w, j, d.links(j))
}

// page writes the briefing's page with links above it.
func (d *desk) page(w io.Writer, j *job, links []brief.Link) {
	var out bytes.Buffer
	notes := []string{}
	for _, r := range j.reports {
		notes = append(notes, strings.Split(strings.TrimSpace(r.String()), "\n")...)
	}
	if err := j.result.WritePage(&out, brief.Page{Links: links, Notes: notes}); err != nil {
		fmt.Fprintln(w, err)
		return
	}
	_, _ = w.Write(out.Bytes())
}

// links are the ways on from a briefing.
func (d *desk) links(j *job) []brief.Link {
	at := "/briefings/" + j.ID + "/"
	links := []brief.Link{{Text: "New briefing", Address: "/"}, {Text: "Page to keep", Address: at + "page.html"},
		{Text: "Findings to replay", Address: at + "findings.jsonl"}, {Text: "All as JSON", Address: at + "briefing.json"}}
	if len(j.result.Statement.Speakers) > 0 {
		links = append(links, brief.Link{Text: "ClaimReview", Address: at + "claimreview.json"})
	}
	return links
}

// download sends a briefing in one of its forms.
func (d *desk) download(w http.ResponseWriter, r *http.Request) {
	j, ok := d.find(r.PathValue("id"))
	if ok {
		select {
		case <-j.done:
			ok = j.err == nil
		default:
			ok = false
		}
	}
	if !ok {
		d.lost(w)
		return
	}
	var out bytes.Buffer
	var err error
	form, kind := r.PathValue("form"), "application/json"
	switch form {
	case "page.html":
		kind = "text/html; charset=utf-8"
		d.page(&out, j, nil)
	case "findings.jsonl":
		kind = "application/jsonl"
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false) // else a line is not what its digest is of
		for _, f := range j.result.Findings {
			err = errors.Join(err, enc.Encode(f))
		}
	case "briefing.json":
		err = writeJSON(&out, j.result)
	case "claimreview.json":
		err = brief.WriteReviews(&out, j.result.Source, j.result.Statement, j.result.Findings, brief.Publication{
			URL: "http://" + r.Host + "/briefings/" + j.ID, Anchor: "claim-", Author: "Desk",
			Date: today(), Language: j.result.Lang,
		})
	default:
		d.lost(w)
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", `attachment; filename="`+form+`"`)
	_, _ = w.Write(out.Bytes())
}

func today() lac.Date {
	now := time.Now()
	return lac.DateOf(now.Year(), now.Month(), now.Day())
}
