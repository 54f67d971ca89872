package browser

import (
	"context"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// holdAxe holds that axe-core finds nothing serious, in light and in dark.
func holdAxe(t *testing.T, tab context.Context) {
	t.Helper()
	script, err := os.ReadFile(os.Getenv("AXE"))
	if err != nil {
		t.Log("AXE names no file of axe-core: the page is not checked for barriers (make report-test does)")
		return
	}
	value[chromedp.Void](t, tab, string(script))
	for _, scheme := range []string{"light", "dark"} {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
		if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		for _, f := range value[[]violation](t, tab, `axe.run().then((r) => r.violations)`) {
			t.Logf("%s: %s (%s): %s, %d places", scheme, f.ID, f.Impact, f.Help, len(f.Nodes))
			if f.Impact == "serious" || f.Impact == "critical" {
				t.Errorf("%s: %s: %s: %s", scheme, f.ID, f.Help, f.Nodes[0].HTML)
			}
		}
	}
}

// A violation is what axe-core finds.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML string }
}
