// Package programtest holds every program to what all of them promise: -h is the doc
// comment, and no command line ends in a panic.
package programtest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/examples/internal/program"
)

// values are what nobody should give a flag.
var values = []string{
	"", "-", "--", "-3", "0", "99999999999999999999", "1e999", "2025-02-30", "0000-00-00", "CHN", "es-MX", "none.csv",
	"a\x00b", "\xff\xfe", "’\u202e𝔘", strings.Repeat("9", 1<<16), "{}", "[", "%s%n",
}

// shared are the flags that mean the same in every program that has them.
var shared = []string{"data", "statement", "text", "date", "on", "lang", "policy", "json", "html"}

// trade is a file that every program can read.
const trade = "id,source,reporter,partner,flow,period,commodity,value,value.currency\na,s,CHN,BRA,export,2024,TOTAL,12.50,USD\n"

var flagName = regexp.MustCompile(`(?m)^  -([a-z-]+)`)

// Hold runs a program with -h and with hostile command lines. It has ctx, and runs in a
// folder of its own, where it may write.
func Hold(t *testing.T, ctx context.Context, source string, run func(context.Context, program.Streams, []string) error) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("own.csv", []byte(trade), 0o600); err != nil {
		t.Fatal(err)
	}
	try := func(args ...string) (out, errs string, err error) {
		var stdout, stderr bytes.Buffer
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v", r)
				t.Errorf("%.200q panics: %v", args, r)
			}
		}()
		err = run(ctx, program.Streams{In: strings.NewReader(""), Out: &stdout, Err: &stderr}, args)
		return stdout.String(), stderr.String(), err
	}
	help, errs, err := try("-h")
	doc := program.Doc(source)
	if program.Status(err) != 0 || errs != "" || !strings.HasPrefix(help, doc) {
		t.Errorf("-h: %v, %q\n%s", err, errs, help)
	}
	for _, want := range []string{"go run ./examples/", "Exit status 1: "} {
		if !strings.Contains(doc, want) {
			t.Errorf("the doc comment lacks %q", want)
		}
	}
	has := map[string]bool{}
	for _, m := range flagName.FindAllStringSubmatch(help, -1) {
		has[m[1]] = true
		for _, value := range values {
			try("-"+m[1]+"="+value, "own.csv")
			try("own.csv", "-"+m[1], value)
		}
	}
	for _, name := range shared {
		_, _, err := try("-"+name+"=x", "none.csv")
		told := err != nil && strings.Contains(err.Error(), "-"+name+" means nothing to ")
		if told == has[name] || told && program.Status(err) != program.StatusUsage {
			t.Errorf("-%s: %v", name, err)
		}
	}
	if _, _, err := try("-no-such-flag"); program.Status(err) != program.StatusUsage {
		t.Errorf("-no-such-flag: %v", err)
	}
	if written, _ := filepath.Glob("*"); len(written) > 1 && !has["html"] {
		t.Errorf("%q are written", written)
	}
}
