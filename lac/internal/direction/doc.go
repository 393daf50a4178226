// Package direction holds no code. Its test asserts which package of the module
// may import which, so that the design's map stays true.
package direction
