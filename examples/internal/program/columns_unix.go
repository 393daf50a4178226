//go:build linux || darwin || freebsd || netbsd

package program

import (
	"os"
	"strconv"
	"syscall"
	"unsafe"
)

// terminalColumns returns the columns of the terminal that f is, 0 if it is none.
// COLUMNS overrides what the terminal says of itself.
func terminalColumns(f *os.File) int {
	var size struct{ rows, columns, x, y uint16 }
	if _, _, err := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), syscall.TIOCGWINSZ, uintptr(unsafe.Pointer(&size))); err != 0 {
		return 0
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if size.columns == 0 {
		return 80
	}
	return int(size.columns)
}
