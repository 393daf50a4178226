//go:build !amd64 || purego

package csvmark

func best() marking { return markWords }

// ways are all that this processor can run, by name.
func ways() map[string]marking { return map[string]marking{"words": markWords} }
