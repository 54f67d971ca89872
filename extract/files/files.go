// Package files opens the files that a run writes. What a file holds stays until it is known that no file is lost by the run:
// files are told by what they are (their device and inode), whatever names lead to them.
package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// A File is one that a run writes. It is open, and holds what it held.
type File struct {
	*os.File
	info  fs.FileInfo
	isNew bool // it was not there before
}

// A Set is the files that one run writes. The zero value is empty.
type Set struct{ all []*File }

// A SharedError is two files of a set that are one.
type SharedError struct{ Name, Other string }

// Error names both.
func (e *SharedError) Error() string {
	if e.Name == e.Other {
		return e.Name + " is to be written twice"
	}
	return fmt.Sprintf("%s and %s are one file", e.Name, e.Other)
}

// Open opens the file of that name to be written, and makes it where there is none. Its error is that of the system, a
// *SharedError where the set has the file already, or ErrLocked.
func (s *Set) Open(name string) (*File, error) { return s.open(name, os.O_WRONLY) }

// OpenBoth is Open of a file that is to be read too.
func (s *Set) OpenBoth(name string) (*File, error) { return s.open(name, os.O_RDWR) }

func (s *Set) open(name string, mode int) (*File, error) {
	f, err := os.OpenFile(name, mode|os.O_CREATE|os.O_EXCL, 0o666)
	isNew := err == nil
	if errors.Is(err, fs.ErrExist) {
		f, err = os.OpenFile(name, mode|os.O_CREATE, 0o666) // a link that leads nowhere is made there
	}
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	file := &File{f, info, isNew}
	for _, other := range s.all {
		if file.Is(other.info) {
			f.Close()
			return nil, &SharedError{other.Name(), name}
		}
	}
	if err := lock(f); err != nil && info.Mode().IsRegular() {
		f.Close()
		return nil, err
	}
	s.all = append(s.all, file)
	return file, nil
}

// ErrLocked is the answer to a file that another run is writing, as far as the system tells (Linux does).
var ErrLocked = errors.New("is being written by another run")

// ErrNotPlain is the answer to a file that would be waited for, or has no end.
var ErrNotPlain = errors.New("not a plain file")

// Plain holds that a file is a plain one of no more than max bytes. It is not opened: to open a pipe is to wait for it.
func Plain(name string, max int64) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return ErrNotPlain
	case info.Size() > max:
		return tooLong(max)
	}
	return nil
}

func tooLong(max int64) error { return fmt.Errorf("longer than %d bytes", max) }

// Read is what a plain file holds, of no more than max bytes.
func Read(name string, max int64) ([]byte, error) {
	if err := Plain(name, max); err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, max+1))
	if err == nil && int64(len(content)) > max {
		err = tooLong(max)
	}
	return content, err
}

// All are the files of the set.
func (s *Set) All() []*File { return s.all }

// Infos are the files of the set as those who read can tell them.
func (s *Set) Infos() []fs.FileInfo {
	var all []fs.FileInfo
	for _, f := range s.all {
		all = append(all, f.info)
	}
	return all
}

// Abandon closes the files, and removes those that were not there before.
func (s *Set) Abandon() {
	for _, f := range s.all {
		f.Close()
		if f.isNew {
			os.Remove(f.Name())
		}
	}
	s.all = nil
}

// Close closes the files. The error is the first one, with its file.
func (s *Set) Close() (failed *File, err error) {
	for _, f := range s.all {
		if wrong := f.Close(); wrong != nil && err == nil {
			failed, err = f, wrong
		}
	}
	s.all = nil
	return failed, err
}

// Is reports whether this is that file. What is no plain file, as a terminal or a pipe, is none: nothing in it can be lost.
func (f *File) Is(other fs.FileInfo) bool { return Same(f.info, other) }

// Same reports whether two infos are of one plain file.
func Same(a, b fs.FileInfo) bool {
	return a != nil && b != nil && a.Mode().IsRegular() && os.SameFile(a, b)
}

// IsNew reports whether the file was not there before.
func (f *File) IsNew() bool { return f.isNew }

// Info is what the file was when it was opened.
func (f *File) Info() fs.FileInfo { return f.info }

// Cut cuts the file to a length, in bytes, and goes to its end. A pipe or device stays what it is.
func (f *File) Cut(length int64) error {
	if !f.info.Mode().IsRegular() {
		return nil
	}
	if err := f.Truncate(length); err != nil {
		return err
	}
	_, err := f.Seek(length, io.SeekStart)
	return err
}
