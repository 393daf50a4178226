// Package docs has a page for each thing that people come for, with a whole program
// that a test builds and runs outside the module, and the picture of the README.
package docs

//go:generate go run ./draw
