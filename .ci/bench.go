//go:build ignore

// Bench measures the program as a whole on a dump of the project's own articles: two workers beside one, and the memory of a
// dump beside that of one ten times as large. Each figure is the median of runs that take turns; the ratios are what counts.
//
//	go run .ci/bench.go PROGRAM SMALL LARGE
package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

const rounds = 5

func main() {
	if err := bench(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(program, small, large string) error {
	var one, two []time.Duration
	var memory, tenfold []int64
	for range rounds {
		for _, r := range []struct {
			jobs, dump string
			took       *[]time.Duration
			peak       *[]int64
		}{{"1", small, &one, nil}, {"2", small, &two, &memory}, {"2", large, nil, &tenfold}} {
			took, peak, err := run(program, r.jobs, r.dump)
			if err != nil {
				return err
			}
			if r.took != nil {
				*r.took = append(*r.took, took)
			}
			if r.peak != nil {
				*r.peak = append(*r.peak, peak)
			}
		}
	}
	info, err := os.Stat(small)
	if err != nil {
		return err
	}
	slices.Sort(one)
	slices.Sort(two)
	slices.Sort(memory)
	slices.Sort(tenfold)
	m := rounds / 2
	fmt.Printf("1 worker         %.2f s, %.2f MB/s\n", one[m].Seconds(), float64(info.Size())/1e6/one[m].Seconds())
	fmt.Printf("2 workers        %.2f s, %.2f times as fast (%.2f to %.2f)\n", two[m].Seconds(), one[m].Seconds()/two[m].Seconds(), one[0].Seconds()/two[rounds-1].Seconds(), one[rounds-1].Seconds()/two[0].Seconds())
	fmt.Printf("peak memory      %d MB\n", memory[m]>>10)
	fmt.Printf("ten times as long %d MB, %.2f times as much\n", tenfold[m]>>10, float64(tenfold[m])/float64(memory[m]))
	return nil
}

// run reads a dump, and gives the time and the peak of memory in KiB.
func run(program, jobs, dump string) (time.Duration, int64, error) {
	cmd := exec.Command(program, "-j", jobs, "--from", "jsonl", "-f", "jsonl", "-o", os.DevNull, dump)
	cmd.Stderr = os.Stderr
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return 0, 0, err
	}
	return time.Since(began), cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss, nil
}
