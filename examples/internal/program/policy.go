package program

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/sinolac/sinolac/lac/check"
)

// PolicyFlag takes -policy.
func (f *Flags) PolicyFlag() {
	f.Func("policy", "how figures are read: default, strict, loose or the JSON `FILE` of a policy", func(s string) (err error) {
		f.Policy, err = f.readPolicy(s)
		return err
	})
}

// readPolicy returns a policy by its name, or reads it from a file.
func (f *Flags) readPolicy(name string) (check.Policy, error) {
	switch name {
	case "default":
		return check.Default(), nil
	case "strict":
		return check.Strict(), nil
	case "loose":
		return check.Loose(), nil
	}
	text, err := f.ReadAll(name, maxJSON)
	if errors.Is(err, os.ErrNotExist) {
		return check.Policy{}, fmt.Errorf("policy %q: want default, strict, loose or a JSON file: %w", name, err)
	}
	if err != nil {
		return check.Policy{}, err
	}
	return Decode[check.Policy](Called(name), bytes.TrimPrefix(text, []byte("\ufeff")))
}
