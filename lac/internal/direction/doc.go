// Package direction holds no code. Its tests assert which package of the module
// may import which, so that the design's map stays true, and that the files of each
// package form floors too.
package direction
