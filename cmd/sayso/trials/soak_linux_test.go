package trials

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	soak      = flag.Bool("soak", false, "read a million short articles and ten thousand long ones, killed every few minutes")
	soakShort = flag.Int("short", 1_000_000, "with -soak: how many short articles, and a hundredth of long ones")
	soakEvery = flag.Duration("every", 3*time.Minute, "with -soak: how long a part is")
)

// A soaked run is how many articles of which kind it reads, and how often it is killed.
type soaked struct {
	short, long int
	every       time.Duration // it is killed so often
	kills       int           // at most
}

// A long run of two workers, killed and gone on with again and again, writes every article once, in their order; no part of it
// takes more memory than another, whatever the words.
func TestSoak(t *testing.T) {
	s := soaked{short: 3_000, long: 12, every: 1500 * time.Millisecond, kills: 4}
	if *soak {
		s = soaked{short: *soakShort, long: *soakShort / 100, every: *soakEvery, kills: 1_000}
	}
	program, dir := built(t), t.TempDir()
	in, out := filepath.Join(dir, "dump.jsonl"), filepath.Join(dir, "out.jsonl")
	writeSoak(t, in, s)
	var peaks []int64 // kB, of each part of the run
	for ended := false; !ended; {
		run := exec.Command(program, "-q", "-j", "2", "-o", out, "--resume", filepath.Join(dir, "journal"), in)
		run.Env = append(os.Environ(), "HOME="+dir)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		stop := func() bool { return false }
		if len(peaks) < s.kills {
			signal := []os.Signal{os.Kill, syscall.SIGTERM, syscall.SIGHUP}[len(peaks)%3]
			stop = time.AfterFunc(s.every, func() { _ = run.Process.Signal(signal) }).Stop
		}
		_ = run.Wait()
		stop()
		peaks = append(peaks, run.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
		switch code := run.ProcessState.ExitCode(); code {
		case 0:
			ended = true
		case -1, exitInterrupted:
		default:
			t.Fatalf("exit code %d", code)
		}
	}
	holdSoak(t, out, s)
	for i, kB := range peaks {
		if kB > maxMemory {
			t.Errorf("part %d took %d MB", i+1, kB>>10)
		}
	}
	t.Logf("%d parts, peaks in kB %v", len(peaks), peaks)
}

// writeSoak writes the articles: the long ones stand evenly among the others. Every name and figure is another one.
func writeSoak(t *testing.T, name string, s soaked) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	random := rand.New(rand.NewPCG(1, 2))
	sentences := map[string]string{
		"fr": "« Nous verserons %[2]d millions d'euros », a déclaré %[1]s, maire de %[3]s, le %[4]d mai 2024. ",
		"en": "“We will pay $%[2]d million,” said %[1]s, the mayor of %[3]s, on May %[4]d, 2024. ",
		"pt": "\"Vamos pagar %[2]d milhões de reais\", disse %[1]s, prefeito de %[3]s, em %[4]d de maio de 2024. ",
	}
	total := s.short + s.long
	for i := range total {
		n, lang := 1+random.IntN(3), []string{"fr", "en", "pt"}[i%3]
		if i%(total/s.long) == 0 {
			n = 400
		}
		var text strings.Builder
		for range n {
			fmt.Fprintf(&text, sentences[lang], coined(random)+" "+coined(random), random.IntN(900)+1, coined(random), random.IntN(28)+1)
		}
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint(i), "lang": lang, "text": text.String()})
		if err != nil {
			t.Fatal(err)
		}
		w.Write(append(line, '\n'))
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// coined is a name that no text before has had.
func coined(random *rand.Rand) string {
	name := []string{"Bar", "Cel", "Dor", "Fen", "Gal", "Mor", "Tal", "Vel"}[random.IntN(8)]
	for range 2 + random.IntN(2) {
		name += []string{"ana", "ebo", "ido", "ole", "uma", "ate", "ino", "era"}[random.IntN(8)]
	}
	return name
}

// holdSoak holds that every article was written once, in their order.
func holdSoak(t *testing.T, name string, s soaked) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	n := 0
	for ; lines.Scan(); n++ {
		var record struct{ ID string }
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil || record.ID != fmt.Sprint(n) {
			t.Fatalf("line %d is of article %q: %v", n+1, record.ID, err)
		}
	}
	if n != s.short+s.long {
		t.Errorf("%d articles of %d", n, s.short+s.long)
	}
}
