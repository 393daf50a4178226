package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// Claims that do not fit in memory come out as the others do, behind their statement.
func TestClaimsBeyondMemory(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	const sentence = "China bought 5 million tonnes of soybeans from Brazil in 2023.\n\n"
	n := inMemory / len(sentence) / 3 // a row is longer than six sentences
	out := extracted(t, strings.Repeat(sentence, n), "-date", "2025-06-09", "-")
	lines := strings.SplitAfter(out, "\n")
	if len(lines) != n+2 || len(out) < inMemory+n*len(sentence) {
		t.Fatalf("%d lines of %d bytes, of %d sentences", len(lines), len(out), n)
	}
	for i, line := range lines[1 : n+1] {
		var r struct{ Start int }
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.Start/len(sentence) != i {
			t.Fatalf("line %d: %v, claim at %d", i, err, r.Start)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestSpool(t *testing.T) {
	for _, size := range []int{0, 10, inMemory, inMemory + 1, 3 * inMemory} {
		var s spool
		want := bytes.Repeat([]byte("0123456789abcde\n"), size/16+1)[:size]
		for p := want; len(p) > 0; p = p[min(len(p), 1000):] {
			if _, err := s.Write(p[:min(len(p), 1000)]); err != nil {
				t.Fatal(err)
			}
		}
		var got bytes.Buffer
		if err := s.copyTo(&got); err != nil || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%d bytes: %d came back, %v", size, got.Len(), err)
		}
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
}
