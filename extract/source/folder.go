package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/extract/article"
)

// errNoArticle is the answer to a folder without articles.
var errNoArticle = errors.New("the folder holds no article (.html .htm .mhtml .txt .md .eml .srt .vtt)")

// folder reads the articles in a folder and in those below it, in the order of their names. What is hidden (its name
// begins with a dot), and what is no plain file, is passed over; links to folders are not followed.
func (s *stream) folder(root, kind string) bool {
	start := walkable(root)
	found, goesOn := false, true
	visit := func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = true // the error says enough
			goesOn = s.fail(article.Source{Location: path}, err)
		case path != start && strings.HasPrefix(entry.Name(), "."):
			return skip(entry)
		case isArticle(path, entry):
			found = true
			goesOn = s.written(path) || s.file(path, kind)
		}
		if !goesOn {
			return fs.SkipAll
		}
		return nil
	}
	if err := filepath.WalkDir(start, visit); err != nil {
		return s.fail(article.Source{Location: root}, err)
	}
	if goesOn && !found {
		return s.fail(article.Source{Location: root}, errNoArticle)
	}
	return goesOn
}

// written reports whether a file of a folder is one that the run writes, which no user means to be read.
func (s *stream) written(path string) bool {
	if len(s.opt.Written) == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && s.isWritten(info)
}

// walkable is the root as a walk enters it: a link to a folder is one where the user names it.
func walkable(root string) string {
	if info, err := os.Lstat(root); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return root + string(filepath.Separator)
	}
	return root
}

func skip(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// isArticle reports whether the entry is a file that holds one article, or a link to one, by its suffix.
func isArticle(path string, entry fs.DirEntry) bool {
	_, suffix := splitName(path)
	kind := suffixes[strings.ToLower(suffix)]
	if !slices.Contains([]string{kindHTML, kindText, kindMHTML, kindMail, kindSubtitles}, kind) {
		return false
	}
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // a dangling link is an error worth telling
}
