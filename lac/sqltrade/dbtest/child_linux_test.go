package dbtest

import "syscall"

// endWithParent sees to it that a server does not outlive tests that are killed.
func endWithParent(a *syscall.SysProcAttr) { a.Pdeathsig = syscall.SIGINT }
