package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFetchedNamesThatCollide saves pages whose addresses give one name: each has a file of its own.
func TestFetchedNamesThatCollide(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, "<p>page %s", r.URL.RequestURI())
	}))
	defer server.Close()
	dir := t.TempDir()
	var out, errs bytes.Buffer
	c := &command{in: strings.NewReader(""), out: &out, err: &errs}
	args := []string{"fetch", "--allow-private", "--ignore-robots", "-o", dir}
	paths := []string{"/a/b", "/a-b", "/a?b", "/A/B"}
	for _, path := range paths {
		args = append(args, server.URL+path)
	}
	if code := c.run(t.Context(), args); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(names) != len(paths) {
		t.Fatalf("%d files: %v, %v", len(names), names, err)
	}
	seen := map[string]bool{}
	all := ""
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all += string(content)
		seen[strings.ToLower(name)] = true
	}
	for _, path := range paths {
		if !strings.Contains(all, "<p>page "+path) {
			t.Errorf("%s is not there", path)
		}
	}
	if len(seen) != len(paths) {
		t.Errorf("names differ by their case alone: %v", names)
	}
}
