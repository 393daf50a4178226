// Command bench asks this library and others the same questions of one
// generated file, in one run, and prints a table of medians and ratios.
//
//	cd testdata/bench && go run .
//
// The files are made on the first run: 2,000,000 rows as UN Comtrade's web site
// writes them, 672 MB, in the user's cache folder, sorted, shuffled, and as they come. Before any time is taken, all
// contestants must agree: to the last digit where they are exact. Then they take
// turns. Before each turn the file is read through once, on all processors, so
// that it is in the system's cache; where the question is about rows in memory,
// the contestant answers it five times before the time is taken.
package main

import (
	"database/sql"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.dir, "dir", "", "folder of the generated file (default: the user's cache folder)")
	flag.IntVar(&o.rows, "rows", 2_000_000, "rows of the generated file")
	flag.IntVar(&o.memory, "memory", 10_000_000, "rows in memory")
	flag.IntVar(&o.samples, "n", 7, "samples of each contestant, of which the median counts")
	flag.StringVar(&o.only, "only", "", "run only the contests whose name matches this regular expression")
	flag.StringVar(&o.with, "with", "", "run only the contestants whose name matches this regular expression")
	profile := flag.String("cpuprofile", "", "write a CPU profile to this file")
	flag.StringVar(&o.peak, "peak", "", "print the peak memory of one contestant of the first contest and nothing else")
	flag.StringVar(&o.file, "file", "", "read this file instead of generating one")
	flag.Parse()
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			log.Fatal(err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			log.Fatal(err)
		}
	}
	err := o.run()
	pprof.StopCPUProfile()
	if err != nil {
		log.Fatal(err)
	}
}

type options struct {
	dir, file, only, with, peak string
	rows, memory, samples       int
}

func (o options) run() error {
	only, err := regexp.Compile(o.only)
	if err != nil {
		return err
	}
	with, err := regexp.Compile(o.with)
	if err != nil {
		return err
	}
	if o.peak != "" {
		return o.printPeak()
	}
	db, err := openDuckDB()
	if err != nil {
		return err
	}
	defer db.Close()
	var paths files
	for _, order := range orders {
		if paths[order], err = o.generated(order); err != nil {
			return err
		}
		if err := evict(paths[order]); err != nil {
			return err
		}
	}
	if err := describe(db, paths[sorted], o.memory); err != nil {
		return err
	}
	fmt.Println("\n| question | contestant | median | sinolac is |\n|---|---|--:|--:|")
	for _, c := range contests(db, paths, o.memory) {
		if !only.MatchString(c.name) {
			continue
		}
		if err := c.hold(with, o.samples); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

// printPeak prints the peak memory of one contestant. Only DuckDB has a DuckDB.
func (o options) printPeak() error {
	var db *sql.DB
	if o.peak == duckDB {
		var err error
		if db, err = openDuckDB(); err != nil {
			return err
		}
		defer db.Close()
	}
	entries := map[bool]func(*sql.DB, string) []entry{false: byReporter, true: byWorld}[strings.Contains(o.file, asItComes.suffix())]
	for _, e := range entries(db, o.file) {
		if e.name == o.peak {
			return printPeak(e)
		}
	}
	return fmt.Errorf("no contestant %q", o.peak)
}

// generated returns the path of the file with rows in an order, which it makes if it
// is not there.
func (o options) generated(order order) (string, error) {
	if o.file != "" {
		return o.file, nil
	}
	if o.dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		o.dir = filepath.Join(cache, "sinolac-bench")
	}
	path := filepath.Join(o.dir, fmt.Sprintf("TradeData-%d%s.csv", o.rows, order.suffix()))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return "", err
	}
	log.Printf("generating %s", path)
	return path, writeFile(path, o.rows, order)
}

// describe prints what the numbers depend on.
func describe(db *sql.DB, path string, memory int) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	var duck string
	if err := db.QueryRow("SELECT version()").Scan(&duck); err != nil {
		return err
	}
	fmt.Printf("%s, %s, %d cores, %s, DuckDB %s, shopspring/decimal %s\n", time.Now().Format(time.DateOnly), processor(),
		runtime.NumCPU(), runtime.Version(), duck, version("github.com/shopspring/decimal"))
	fmt.Printf("%s: %.0f MB; in memory: %d rows\n", filepath.Base(path), float64(info.Size())/1e6, memory)
	if _, err := exec.LookPath("mawk"); err != nil {
		fmt.Println("mawk is not installed and left out")
	}
	fmt.Println(strings.TrimSpace("cd testdata/bench && go run . " + strings.Join(os.Args[1:], " ")))
	return nil
}

func processor() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(info)) {
		if name, model, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(model)
		}
	}
	return runtime.GOARCH
}

// version returns the version of a module that this program is built with.
func version(module string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == module {
				return m.Version
			}
		}
	}
	return "of unknown version"
}
