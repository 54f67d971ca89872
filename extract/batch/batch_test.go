package batch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/extract/article"
	"sayso/extract/document"
)

// numbered is a stream of articles called 0, 1, 2, …; every fifth is an error.
func numbered(n int) func(func(article.Article, error) bool) {
	return func(yield func(article.Article, error) bool) {
		for i := range n {
			var err error
			if i%5 == 4 {
				err = errors.New("broken")
			}
			if !yield(article.Article{ID: fmt.Sprint(i)}, err) {
				return
			}
		}
	}
}

func everything(article.Article) bool { return true }

func TestOrderStays(t *testing.T) {
	slowFirst := func(_ context.Context, a article.Article) (*document.Document, error) {
		time.Sleep(time.Duration(len(a.ID)%2) * time.Millisecond)
		return &document.Document{ID: a.ID}, nil
	}
	for _, workers := range []int{0, 1, 2, 8} {
		p := Pool{Workers: workers, Wants: everything, Read: slowFirst}
		n := 0
		for r := range p.Run(t.Context(), numbered(100)) {
			if n%5 == 4 && r.Err == nil || n%5 != 4 && r.Document.ID != fmt.Sprint(n) {
				t.Fatalf("%d workers: result %d is %+v", workers, n, r)
			}
			n++
		}
		if n != 100 {
			t.Errorf("%d workers: %d results", workers, n)
		}
	}
}

// Articles that are not wanted, and those of a run before, are not read.
func TestWhatIsLeftOut(t *testing.T) {
	read, asked := "", ""
	p := Pool{Workers: 1, Known: 3, Read: func(_ context.Context, a article.Article) (*document.Document, error) {
		read += a.ID
		return &document.Document{}, nil
	}}
	p.Wants = func(a article.Article) bool {
		asked += a.ID
		return a.ID != "5"
	}
	results, left := 0, 0
	for r := range p.Run(t.Context(), numbered(8)) {
		results++
		if r.Document == nil && r.Err == nil {
			left++
		}
	}
	if read != "367" || asked != "0123567" || results != 5 || left != 1 {
		t.Errorf("read %s, asked of %s, %d results, %d left out", read, asked, results, left)
	}
}

// A late article costs itself, and is told to stop; one that does not listen is not waited for.
func TestALongArticleCostsItself(t *testing.T) {
	stopped, end := make(chan struct{}), make(chan struct{})
	defer close(end)
	for _, read := range []Reader{
		func(ctx context.Context, _ article.Article) (*document.Document, error) {
			<-ctx.Done()
			close(stopped)
			return nil, ctx.Err()
		},
		func(context.Context, article.Article) (*document.Document, error) { <-end; return nil, nil },
	} {
		d := desk{read: read, limit: time.Millisecond}
		r := d.take(t.Context(), article.Article{Source: article.Source{Location: "dump.jsonl", Line: 7}})
		if late := (*LateError)(nil); !errors.As(r.Err, &late) || r.Err.Error() != "dump.jsonl:7: not read within 1ms, the deadline" {
			t.Errorf("error %v", r.Err)
		}
	}
	<-stopped
}

func TestAFaultCostsOneArticle(t *testing.T) {
	faulty := Reader(func(context.Context, article.Article) (*document.Document, error) { panic("index out of range") })
	d := desk{read: faulty}
	r := d.take(t.Context(), article.Article{Source: article.Source{Location: "dump.jsonl", Line: 7}})
	if r.Err == nil || r.Err.Error() != "dump.jsonl:7: internal error: index out of range" {
		t.Errorf("error %v", r.Err)
	}
}

// A run that is cancelled gives what is read within its grace, and waits for nothing that is not.
func TestCancelledRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	end := make(chan struct{})
	defer close(end)
	p := Pool{Workers: 2, Wants: everything, Read: func(_ context.Context, a article.Article) (*document.Document, error) {
		switch a.ID {
		case "0":
			cancel()
			time.Sleep(10 * time.Millisecond) // it is in flight, and ends
		default:
			<-end
		}
		return &document.Document{ID: a.ID}, nil
	}}
	n := 0
	for r := range p.Run(ctx, numbered(1000)) {
		if r.Err == nil && r.Document.ID != "0" {
			t.Errorf("result %+v", r)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d results", n)
	}
}

// Articles that are read at once, or wait to be used, have no more text together than the budget; a longer one is read alone.
func TestWorkersShareABudget(t *testing.T) {
	const (
		workers     = 4
		maxUnderWay = underWay + workers*underWayByWorker
	)
	sizes := []int{maxUnderWay / 2, maxUnderWay / 2, 10, 3 * maxUnderWay, maxUnderWay / 4, maxUnderWay / 4, maxUnderWay / 4, maxUnderWay / 4, maxUnderWay}
	articles := func(yield func(article.Article, error) bool) {
		for _, n := range sizes {
			if !yield(article.Article{Text: strings.Repeat("a", n)}, nil) {
				return
			}
		}
	}
	var mu sync.Mutex
	under, n := map[int]int{}, 0 // way, by number
	p := Pool{Workers: workers, Wants: everything, Read: func(_ context.Context, a article.Article) (*document.Document, error) {
		mu.Lock()
		defer mu.Unlock()
		under[n] = len(a.Text)
		n++
		sum := 0
		for _, size := range under {
			sum += size
		}
		if sum > maxUnderWay && len(under) > 1 {
			t.Errorf("%d bytes under way in %d articles", sum, len(under))
		}
		return &document.Document{ID: fmt.Sprint(n - 1)}, nil
	}}
	got := 0
	for r := range p.Run(t.Context(), articles) {
		time.Sleep(time.Millisecond)
		mu.Lock()
		var k int
		fmt.Sscan(r.Document.ID, &k)
		delete(under, k)
		mu.Unlock()
		got++
	}
	if got != len(sizes) {
		t.Errorf("%d of %d articles", got, len(sizes))
	}
}

// The articles of a desk are read by one goroutine, until one is late: those after it are read all the same.
func TestADeskGoesOnAfterALateArticle(t *testing.T) {
	end := make(chan struct{})
	defer close(end)
	d := desk{limit: 50 * time.Millisecond, read: func(_ context.Context, a article.Article) (*document.Document, error) {
		if a.ID == "late" {
			<-end
		}
		return &document.Document{ID: a.ID}, nil
	}}
	defer d.close()
	for _, id := range []string{"1", "2", "late", "3", "late", "4"} {
		r := d.take(t.Context(), article.Article{ID: id})
		if late := r.Err != nil; late != (id == "late") || !late && r.Document.ID != id {
			t.Errorf("%s: %+v", id, r)
		}
	}
}
