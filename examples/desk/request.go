package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// A question is a request that was understood.
type question struct {
	request
	date, on lac.Date
	lang     language.Tag
	policy   check.Policy
	files    []*multipart.FileHeader
}

// A mistake is an error of who asks, with the status that says so.
type mistake struct {
	status int
	err    error
}

func (m *mistake) Error() string { return m.err.Error() }

// Unwrap returns the error itself.
func (m *mistake) Unwrap() error { return m.err }

func mistaken(format string, a ...any) error {
	return &mistake{http.StatusBadRequest, fmt.Errorf(format, a...)}
}

// read reads a request: a form, with files or without, or JSON. The form's files are
// the caller's to remove.
func (d *desk) read(w http.ResponseWriter, r *http.Request) (request, error) {
	var q request
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	var err error
	switch kind {
	case "application/json":
		r.Body = http.MaxBytesReader(w, r.Body, maxText)
		dec := json.NewDecoder(r.Body)
		dec.DisallowUnknownFields()
		if err = dec.Decode(&q); err == nil && dec.More() {
			err = errors.New("something follows the JSON object")
		}
		return q, bodyError(err)
	case "application/x-www-form-urlencoded":
		r.Body = http.MaxBytesReader(w, r.Body, 3*maxText+1<<16) // a byte may take three
		err = r.ParseForm()
	case "multipart/form-data":
		r.Body = http.MaxBytesReader(w, r.Body, d.limits.body)
		err = r.ParseMultipartForm(4 << 20)
		q.form, r.MultipartForm = r.MultipartForm, nil // else the server removes it when this request ends
	default:
		return q, &mistake{http.StatusUnsupportedMediaType, fmt.Errorf("content type %q: want a form or application/json", kind)}
	}
	if err != nil {
		q.remove()
		return q, bodyError(err)
	}
	q.Text, q.Speaker, q.Date, q.On, q.Lang, q.Policy = r.PostFormValue("text"), r.PostFormValue("speaker"), r.PostFormValue("date"),
		r.PostFormValue("on"), r.PostFormValue("lang"), r.PostFormValue("policy")
	if q.form != nil {
		get := func(name string) string { return strings.Join(q.form.Value[name], "") }
		q.Text, q.Speaker, q.Date, q.On, q.Lang, q.Policy = get("text"), get("speaker"), get("date"), get("on"), get("lang"), get("policy")
	}
	return q, nil
}

// bodyError returns a mistake for what is wrong with a body.
func bodyError(err error) error {
	var long *http.MaxBytesError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &long):
		return &mistake{http.StatusRequestEntityTooLarge, fmt.Errorf("more than %d MB", max(long.Limit>>20, 1))}
	case errors.Is(err, multipart.ErrMessageTooLarge):
		return &mistake{http.StatusRequestEntityTooLarge, err}
	}
	return &mistake{http.StatusBadRequest, err}
}

// remove removes the files of a request.
func (q request) remove() {
	if q.form != nil {
		_ = q.form.RemoveAll() // what is left is in the system's folder for such files
	}
}

// question understands a request.
func (d *desk) question(q request) (question, error) {
	out := question{request: q, policy: d.policy}
	out.Text = strings.ReplaceAll(q.Text, "\r\n", "\n") // as forms send the ends of lines
	if q.form != nil {
		for _, f := range q.form.File["files"] {
			if f.Filename != "" && f.Size > 0 {
				out.files = append(out.files, f)
			}
		}
	}
	var err error
	switch {
	case len(q.Text) > maxText:
		return out, &mistake{http.StatusRequestEntityTooLarge, fmt.Errorf("a text of more than %d MB", maxText>>20)}
	case strings.TrimSpace(q.Text) == "" && len(out.files) == 0:
		return out, mistaken("paste a statement, or give a file")
	case len(out.files) > maxFiles:
		return out, mistaken("%d files: at most %d at once", len(out.files), maxFiles)
	case len(q.Speaker) > 200:
		return out, mistaken("the speaker's name is longer than 200 bytes")
	}
	now := time.Now()
	out.on = lac.DateOf(now.Year(), now.Month(), now.Day())
	if q.On != "" {
		if out.on, err = lac.ParseDate(q.On); err != nil {
			return out, mistaken("pledges as of: %w", err)
		}
	}
	if q.Date != "" {
		if out.date, err = lac.ParseDate(q.Date); err != nil {
			return out, mistaken("day of the text: %w", err)
		}
	}
	if q.Lang != "" {
		if out.lang, err = program.ParseLanguage(q.Lang); err != nil {
			return out, mistaken("%w", err)
		}
	}
	switch q.Policy {
	case "":
	case "default":
		out.policy = check.Default()
	case "strict":
		out.policy = check.Strict()
	case "loose":
		out.policy = check.Loose()
	default:
		return out, mistaken("policy %q: want default, strict or loose", q.Policy)
	}
	return out, nil
}

// readAll reads a part of a form, a file or a field, up to a limit.
func readAll(in io.Reader, limit int64) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(text)) > limit {
		err = &mistake{http.StatusRequestEntityTooLarge, fmt.Errorf("more than %d MB", limit>>20)}
	}
	return text, err
}

// spoken returns the language that a statement is briefed on in: its own.
func spoken(s lac.Statement) language.Tag {
	tag, err := program.ParseLanguage(s.Language)
	if err != nil {
		return language.English
	}
	return tag
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
