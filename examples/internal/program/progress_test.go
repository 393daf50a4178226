package program

import (
	"testing"
	"time"
)

// 250 of 1,000 MB in 5 s are 50 MB/s, at which the rest takes 15 s.
func TestRate(t *testing.T) {
	for _, tt := range []struct {
		read, size int64
		gone       time.Duration
		want       string
	}{
		{250_000_000, 1_000_000_000, 5 * time.Second, "f: 250 of 1000 MB read, 50 MB/s, 15 s left"},
		{250_000_000, 0, 5 * time.Second, "f: 250 MB read, 50 MB/s"},
		{0, 1_000_000_000, time.Second, "f: 0 MB read, 0 MB/s"},
		{2_000_000, 1_000_000, time.Second, "f: 1 of 1 MB read, 1 MB/s, 0 s left"}, // grown since
		{5, 10, 100 * time.Second, "f: 0 of 0 MB read, 0 MB/s, 5 s left"},
	} {
		if got := Rate("f", tt.read, tt.size, tt.gone); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
