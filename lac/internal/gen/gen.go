// Package gen is the frame of the programs below it, which write Go tables of
// package lac from tab-separated ones.
package gen

import (
	"flag"
	"log"
	"os"
)

// Main reads the table named by the flag -in and writes what generate makes of
// it to the file named by -out.
func Main(generate func(table string) ([]byte, error)) {
	in := flag.String("in", "", "table to read")
	out := flag.String("out", "", "Go file to write")
	flag.Parse()
	data, err := os.ReadFile(*in)
	if err != nil {
		log.Fatal(err)
	}
	src, err := generate(string(data))
	if err != nil {
		log.Fatalf("%s: %v", *in, err)
	}
	if err := os.WriteFile(*out, src, 0o666); err != nil {
		log.Fatal(err)
	}
}
