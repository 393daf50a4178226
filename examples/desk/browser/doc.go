// Package browser drives the desk and the briefing's page in Chromium, as a reader
// would: it pastes, drops, presses keys, prints. It is a module of its own, so that
// the library does not depend on a browser. Run it with Chromium installed (Debian: apt-get install
// chromium):
//
//	cd examples/desk/browser && GOWORK=off go test
//
// Without a browser it skips. Where AXE names the file axe.min.js of axe-core (npm
// install axe-core), every page is held to its rules too.
package browser
