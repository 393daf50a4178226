//go:build !(linux || darwin || freebsd || netbsd)

package program

import (
	"os"
	"strconv"
)

// terminalColumns returns what COLUMNS says of the terminal, 0 if nothing: then it
// is taken for none.
func terminalColumns(*os.File) int {
	n, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil {
		return 0
	}
	return max(n, 0)
}
