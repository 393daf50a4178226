package load_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
)

// A long file is read until the context is done: the error says how far.
func TestACancelledReadEndsSoonAndSaysHowFar(t *testing.T) {
	const header = "period,reporterCode,flowCode,partnerCode,cmdCode,classificationCode,primaryValue,note\n"
	web := filepath.Join(t.TempDir(), "trade.csv")
	var b bytes.Buffer
	b.WriteString(header)
	for b.Len() < 64<<20 {
		b.WriteString("2022,156,X,76,120190,H6,1000,\n")
	}
	if err := os.WriteFile(web, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(t.TempDir(), "table.csv")
	text := strings.Repeat(strings.SplitAfter(trade, "\n")[1], 1<<19)
	if err := os.WriteFile(table, []byte(strings.SplitAfter(trade, "\n")[0]+text), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{web, table} {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(30*time.Millisecond, cancel)
		f, err := load.Open(ctx, name, load.Options{})
		// On a busy machine it may be cancelled before the first row.
		said := f.Report.Rows == 0 || err != nil && strings.Contains(err.Error(), "after ")
		if !errors.Is(err, context.Canceled) || !said || f.Report.Rows != f.Report.Records {
			t.Errorf("%s: %v, %v", name, err, f.Report)
		}
		cancel()
	}
}

func TestAReportReadsBackFromJSON(t *testing.T) {
	files := fstest.MapFS{"trade.csv": {Data: []byte(trade + "b,s,CHN,BRA,export,2024,TOTAL,twelve,USD\n")}}
	f, err := load.FS(t.Context(), files, "trade.csv", load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := f.Report
	want.Err = io.ErrUnexpectedEOF
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got load.Report
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(load.Report{}, "Err"), cmpopts.IgnoreFields(lac.RowError{}, "Err")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.String() != want.String() || !errors.Is(got.Rejects[0].First, lac.ErrSyntax) {
		t.Errorf("%v, want %v", got, want)
	}
}
