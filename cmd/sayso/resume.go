package main

import (
	"errors"
	"fmt"
	"os"

	"sayso/extract/files"
	"sayso/extract/journal"
)

// resumeFault says why a journal does not serve.
func resumeFault(name, fingerprint string, err error) error {
	if other := (*journal.OtherError)(nil); errors.As(err, &other) {
		return misused("--resume: %s is of a run that differs in %s; run the same command, or use another journal and output", name, differences(other.Fingerprint, fingerprint))
	}
	changed, short := (*journal.ChangedError)(nil), (*journal.ShortError)(nil)
	if errors.As(err, &changed) || errors.As(err, &short) {
		return misused("--resume: %v, as %s says; for changed inputs use another journal and output", err, name)
	}
	return failure(fmt.Errorf("--resume: %w", named(name, err)))
}

// cut cuts a file to what the run before wrote up to its journal's last line.
func cut(f *files.File, written journal.Bytes, resume string) error {
	if f == nil {
		return nil
	}
	err := isWritten(f, written, resume)
	if err == nil {
		err = f.Cut(written.Length)
	}
	if err != nil {
		return failure(named(f.Name(), err))
	}
	return nil
}

// isWritten holds that a file begins with what a run wrote.
func isWritten(f *files.File, written journal.Bytes, resume string) error {
	if written.Length == 0 {
		return nil
	}
	in, err := os.Open(f.Name())
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	switch {
	case err != nil:
		return err
	case info.Size() < written.Length:
		return fmt.Errorf("is shorter than %s says; remove both to start again", resume)
	}
	same, err := written.BeginsWith(in)
	if err == nil && !same {
		err = fmt.Errorf("is not what was written as %s says; remove both to start again", resume)
	}
	return err
}
