package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/parquet-go/parquet-go"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(initialized{m}, map[string]func(){"sayso-beam": main})
}

// initialized are tests that may run pipelines in this process.
type initialized struct{ *testing.M }

// Run runs them.
func (m initialized) Run() int {
	flag.Parse()
	beam.Init()
	return m.M.Run()
}

// TestScripts runs the cases of testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata"})
}

// articles is where the project keeps the articles that its own tests read.
const articles = "../../testdata/articles"

// sayso builds the command that the pipeline is held against, and is a way to run it.
func sayso(t *testing.T) func(args ...string) []byte {
	t.Helper()
	program := filepath.Join(t.TempDir(), "sayso")
	build := exec.Command("go", "build", "-o", program, "./cmd/sayso")
	build.Dir = "../.."
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return func(args ...string) []byte {
		cmd := exec.Command(program, args...)
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "XDG_CONFIG_HOME=", "SAYSO_CACHE=off")
		out, err := cmd.Output()
		if ended, ok := err.(*exec.ExitError); err != nil && (!ok || ended.ExitCode() != 2) { // 2: some inputs failed
			t.Fatalf("%v: %v\n%s", args, err, ended.Stderr)
		}
		return out
	}
}

// run runs a pipeline on Prism. It is the files that were written, in their order, and what the counters say.
func run(t *testing.T, s settings) ([]string, map[string]int64) {
	t.Helper()
	if s.format == "" {
		s.format = "jsonl"
	}
	if s.shardSize == 0 {
		s.shardSize = 16 << 20
	}
	s.output = filepath.Join(t.TempDir(), "news")
	p, err := s.pipeline(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	result, err := beam.Run(context.Background(), "prism", p)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(s.output + "*")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files, counted(result.Metrics())
}

// linesOf are the lines of files, sorted.
func linesOf(t *testing.T, files ...string) []string {
	t.Helper()
	var all []string
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, slices.Collect(strings.Lines(string(content)))...)
	}
	slices.Sort(all)
	return all
}

// same holds that two sorted lists are the same.
func same(t *testing.T, got, want []string) {
	t.Helper()
	if len(want) == 0 || len(got) != len(want) {
		t.Fatalf("%d records, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("record is\n%.600s\nwant\n%.600s", got[i], want[i])
		}
	}
}

// withoutPlace is records without what the command puts behind an id that another article of the run has, and without its
// warning of that: shards do not know of each other's ids.
func withoutPlace(records string) string {
	records = regexp.MustCompile(`(?m)^(\{"schema":\d+,"id":"[^"@]*)@[^"]*"`).ReplaceAllString(records, `$1"`)
	warning := `"the id (?:[^"\\]|\\.)*? is another article's of this run: (?:[^"\\]|\\.)*? is used"`
	records = regexp.MustCompile(`,`+warning).ReplaceAllString(records, "")
	return regexp.MustCompile(warning+`,?`).ReplaceAllString(records, "")
}

// Whatever a dump is, and however it is cut, its records are those that sayso writes, byte for byte.
func TestRecordsAreThoseOfSayso(t *testing.T) {
	plain := sayso(t)
	d := dumper{t, t.TempDir()}
	lines := d.lines()
	dump := d.write("dump.jsonl", lines)
	d.write("dump-2.jsonl.gz", d.packed(lines, gz))
	d.write("dump-3.jsonl.zst", d.packed(lines, zst))
	d.write("pages.warc", d.pages(false))
	d.write("pages-2.warc.gz", d.pages(true))
	d.write("broken.jsonl.gz", d.packed(lines, gz)[:9000])
	d.write("list.json", []byte("[\n{\"text\": \"One.\"}\n]\n"))
	d.write("empty.jsonl", nil)
	for _, c := range []struct {
		name   string
		input  string
		size   int64
		shards int // at least
		more   settings
		flags  []string
	}{
		{name: "lines", input: dump, shards: 1},
		{name: "lines in pieces", input: dump, size: 4000, shards: 10},
		{name: "compressed lines", input: d.dir + "/dump-2.*", size: 4000, shards: 1},
		{name: "archives", input: d.dir + "/pages*", size: 4000, shards: 2},
		{name: "files that are broken", input: d.dir + "/[bel]*", shards: 1},
		{name: "all", input: d.dir + "/*", size: 60_000, shards: 4},
		{name: "flags", input: dump, shards: 1,
			more:  settings{from: "jsonl", date: "2024-02-29", lang: "en", types: []string{"dates", "money"}, text: true},
			flags: []string{"--from", "jsonl", "--date", "2024-02-29", "--lang", "en", "--types", "dates,money", "--text"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.more
			s.input, s.shardSize = c.input, c.size
			files, n := run(t, s)
			if len(files) < c.shards || !strings.HasSuffix(files[0], "/news-00000-of-"+files[0][len(files[0])-11:]) {
				t.Errorf("files %q, want %d or more", files, c.shards)
			}
			inputs, err := filepath.Glob(c.input)
			if err != nil {
				t.Fatal(err)
			}
			got := linesOf(t, files...)
			want := slices.Sorted(strings.Lines(withoutPlace(string(plain(slices.Concat([]string{"-q", "-f", "jsonl", "--error-records"}, c.flags, inputs)...)))))
			same(t, got, want)
			if counts := countsOf(t, want); !reflect.DeepEqual(n, counts) {
				t.Errorf("counters %v, want %v", n, counts)
			}
		})
	}
}

// countsOf is what the counters have to say of records.
func countsOf(t *testing.T, lines []string) map[string]int64 {
	t.Helper()
	n := map[string]int64{}
	for _, line := range lines {
		var r struct {
			Error    string
			Language struct{ Code *string }
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		n[records]++
		if r.Error != "" {
			n[failures]++
		} else if r.Language.Code == nil {
			n[refusals]++
		}
	}
	return n
}

// Two runs write the same files, byte for byte.
func TestRunsAreTheSame(t *testing.T) {
	d := dumper{t, t.TempDir()}
	s := settings{input: d.write("dump.jsonl", d.lines()), shardSize: 20_000}
	first, _ := run(t, s)
	second, _ := run(t, s)
	if len(first) < 3 || len(first) != len(second) {
		t.Fatalf("%d files, then %d", len(first), len(second))
	}
	for i := range first {
		a, _ := os.ReadFile(first[i])
		b, _ := os.ReadFile(second[i])
		if len(a) == 0 || !bytes.Equal(a, b) || filepath.Base(first[i]) != filepath.Base(second[i]) {
			t.Errorf("%s (%d bytes) and %s (%d bytes) differ", first[i], len(a), second[i], len(b))
		}
	}
}

// A Parquet file a shard, with the rows that sayso writes.
func TestParquet(t *testing.T) {
	plain := sayso(t)
	d := dumper{t, t.TempDir()}
	dump := d.write("dump.jsonl", d.lines())
	whole := filepath.Join(t.TempDir(), "whole.parquet")
	plain("-q", "-o", whole, dump)
	want := rowsOf(t, whole)
	for size, least := range map[int64]int{1 << 20: 1, 20_000: 3} {
		files, n := run(t, settings{input: dump, format: "parquet", shardSize: size})
		if len(files) < least || filepath.Ext(files[0]) != ".parquet" {
			t.Errorf("files %q, want %d or more", files, least)
		}
		same(t, rowsOf(t, files...), want)
		if n[failures] != 3 {
			t.Errorf("counters %v, want 3 %s", n, failures)
		}
	}
}

// rowsOf are the rows of Parquet files, sorted.
func rowsOf(t *testing.T, files ...string) []string {
	t.Helper()
	var all []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		rows := parquet.NewReader(bytes.NewReader(data))
		for range rows.NumRows() {
			row := map[string]any{}
			if err := rows.Read(&row); err != nil {
				t.Fatal(err)
			}
			line, err := json.Marshal(row)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, string(line))
		}
	}
	slices.Sort(all)
	return all
}
