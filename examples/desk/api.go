package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

// apiBriefing answers a request with the briefing as JSON, once it is done.
func (d *desk) apiBriefing(w http.ResponseWriter, r *http.Request) {
	asked, err := d.read(w, r)
	if err != nil {
		sendError(w, err)
		return
	}
	q, err := d.question(asked)
	if err == nil {
		var j *job
		if j, err = d.start(q); err == nil {
			select {
			case <-j.done:
			case <-r.Context().Done():
				return // nobody waits any more; it ends by itself
			}
			if err = j.err; err == nil {
				w.Header().Set("Location", "/briefings/"+j.ID)
				send(w, http.StatusOK, j.result)
				return
			}
			sendError(w, err)
			return
		}
	}
	asked.remove()
	sendError(w, err)
}

// apiReplay answers findings with what a replay of each comes to.
func (d *desk) apiReplay(w http.ResponseWriter, r *http.Request) {
	text, err := readAll(http.MaxBytesReader(w, r.Body, maxFinding), maxFinding)
	if err != nil {
		sendError(w, bodyError(err))
		return
	}
	results, err := d.replayAll(r.Context(), text)
	if err != nil {
		sendError(w, err)
		return
	}
	send(w, http.StatusOK, struct {
		Findings []replayed `json:"findings"`
	}{results})
}

// send writes JSON.
func send(w http.ResponseWriter, status int, v any) {
	var out bytes.Buffer
	if err := writeJSON(&out, v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes())
}

// sendError writes an error as JSON, with its status.
func sendError(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	var m *mistake
	if errors.As(err, &m) {
		status = m.status
	}
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	send(w, status, struct {
		Error string `json:"error"`
	}{err.Error()})
}

// openapi sends the description of the API.
func (d *desk) openapi(w http.ResponseWriter, _ *http.Request) {
	text, err := assets.ReadFile("openapi.json")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(text)
}

// A call is an operation of the API, as its page shows it.
type call struct {
	Method, Path, Summary, Description string
	Fields                             []field
	Answers                            []field
}

// A field is a name with what it means.
type field struct{ Name, Text string }

// apiPage shows the description as a page, which needs no script and no network.
func (d *desk) apiPage(w http.ResponseWriter, _ *http.Request) {
	text, err := assets.ReadFile("openapi.json")
	var calls []call
	if err == nil {
		calls, err = callsOf(text)
	}
	var out bytes.Buffer
	if err == nil {
		err = d.pages.ExecuteTemplate(&out, "api", struct {
			Title string
			Calls []call
		}{"The API", calls})
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(out.Bytes())
}

// callsOf reads the operations of an OpenAPI description in their order.
func callsOf(text []byte) ([]call, error) {
	var doc struct {
		Paths json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal(text, &doc); err != nil {
		return nil, err
	}
	var calls []call
	err := eachMember(doc.Paths, func(path string, operations json.RawMessage) error {
		return eachMember(operations, func(method string, value json.RawMessage) error {
			var o struct {
				Summary, Description string
				RequestBody          struct {
					Content json.RawMessage
				} `json:"requestBody"`
				Responses json.RawMessage
			}
			if err := json.Unmarshal(value, &o); err != nil {
				return err
			}
			c := call{Method: method, Path: path, Summary: o.Summary, Description: o.Description}
			first := true
			err := eachMember(o.RequestBody.Content, func(_ string, value json.RawMessage) error {
				var body struct {
					Schema struct {
						Properties json.RawMessage
					}
				}
				if err := json.Unmarshal(value, &body); err != nil || !first {
					return err
				}
				first = false
				return eachMember(body.Schema.Properties, func(name string, value json.RawMessage) error {
					var f struct{ Description string }
					err := json.Unmarshal(value, &f)
					c.Fields = append(c.Fields, field{name, f.Description})
					return err
				})
			})
			if err != nil {
				return err
			}
			err = eachMember(o.Responses, func(status string, value json.RawMessage) error {
				var f struct{ Description string }
				err := json.Unmarshal(value, &f)
				c.Answers = append(c.Answers, field{status, f.Description})
				return err
			})
			calls = append(calls, c)
			return err
		})
	})
	return calls, err
}

// eachMember calls f for each member of a JSON object in order; of none, for nothing.
func eachMember(object json.RawMessage, f func(name string, value json.RawMessage) error) error {
	if len(object) == 0 {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		return err
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		if err := f(name.(string), value); err != nil { // members have names
			return err
		}
	}
	return nil
}
