package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

const lockName = "bolyst.lock" // in the data folder

// lockFolder keeps other processes out of the folder until the file is closed, or the process is gone. It returns ErrInUse
// when another one is in. The file stays: two that make and remove it would lock different ones.
func lockFolder(folder string) (*os.File, error) {
	file, err := os.OpenFile(filepath.Join(folder, lockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, errors.Join(ErrInUse, file.Close())
	}
	if err != nil {
		return nil, errors.Join(&os.PathError{Op: "flock", Path: file.Name(), Err: err}, file.Close())
	}
	return file, nil
}
