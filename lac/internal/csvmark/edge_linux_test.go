package csvmark_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/csvmark"
)

// TestSameAtTheEdge compares parts that end where memory does.
func TestSameAtTheEdge(t *testing.T) {
	page := os.Getpagesize()
	memory, err := syscall.Mmap(-1, 0, 2*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Munmap(memory)
	if err := syscall.Mprotect(memory[page:], syscall.PROT_NONE); err != nil {
		t.Fatal(err)
	}
	data := memory[:page]
	for n := range int32(130) {
		end := int32(page)
		checkSame(t, data, []csvmark.Span{{Begin: end - n, End: end}}, []csvmark.Span{{Begin: 0, End: n}})
		checkSame(t, data, []csvmark.Span{{Begin: 0, End: n}}, []csvmark.Span{{Begin: end - n, End: end}})
	}
}
