package extract

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sayso/extract/article"
)

// countdown is a context that ends after it was asked a number of times: no clock decides when a reading is cut off.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Wherever a reading is cut off, it gives the context's error and no half of a record, and it asks often enough.
func TestExtractContextEnds(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	sentence := "“The mill of Leeds cost £3 million in May 2024,” said Jane Marlow, who met Paul Garrard on Friday. "
	a := article.Article{Text: strings.Repeat(sentence, 300), Language: article.Hint{Code: "en", From: "input"}}
	whole := &countdown{context.Background(), 1 << 30}
	if _, err := x.ExtractContext(whole, a); err != nil {
		t.Fatal(err)
	}
	asked := 1<<30 - whole.left
	if asked < 1500 {
		t.Errorf("asked %d times in 300 sentences", asked)
	}
	for after := 0; after < asked; after += 1 + asked/50 {
		d, err := x.ExtractContext(&countdown{context.Background(), after}, a)
		if d != nil || !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("cut off after %d of %d: %v, %v", after, asked, d != nil, err)
		}
	}
}
