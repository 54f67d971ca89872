package files

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps other runs from writing a file until it is closed. A file system without locks keeps nobody.
func lock(f *os.File) error {
	if errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK) {
		return ErrLocked
	}
	return nil
}
