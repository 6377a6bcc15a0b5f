package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows how far the reading of a file has come: rows, rows per second and the time left, on a terminal only.
// Elsewhere the line with the row balance is enough.
type progress struct{ bar *progressbar.ProgressBar }

// watch begins to show the reading of a file.
func (c *console) watch(file string) progress {
	screen, ok := c.err.(*os.File)
	if !ok || !isTerminal(screen) {
		return progress{}
	}
	return progress{progressbar.NewOptions(rowsIn(file), progressbar.OptionSetWriter(screen),
		progressbar.OptionSetDescription(filepath.Base(file)), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(c.speaks().Say("progress.rows")), progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionFullWidth())}
}

// row counts a row.
func (p progress) row() {
	if p.bar != nil {
		p.bar.Add(1)
	}
}

// done takes the bar off the screen.
func (p progress) done() {
	if p.bar != nil {
		p.bar.Finish()
	}
}

// unseen is how long a work of several steps may take before it is shown.
const unseen = 2 * time.Second

// steps shows how far a work of several steps has come, on a terminal, and only when it takes long.
type steps struct {
	mutex sync.Mutex
	timer *time.Timer
	bar   *progressbar.ProgressBar
	done  int
}

// steps begins to watch a work of so many steps.
func (c *console) steps(what string, of int) *steps {
	s := &steps{}
	screen, ok := c.err.(*os.File)
	if !ok || !isTerminal(screen) {
		return s
	}
	s.timer = time.AfterFunc(unseen, func() {
		s.mutex.Lock()
		defer s.mutex.Unlock()
		if s.timer == nil { // it ended meanwhile
			return
		}
		if of == 1 { // nobody knows how far one step has come
			of = -1
		}
		s.bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(screen), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionFullWidth())
		s.bar.Add(s.done)
	})
	return s
}

// step counts a step that is done.
func (s *steps) step() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.done++
	if s.bar != nil {
		s.bar.Add(1)
	}
}

// end takes the bar off the screen.
func (s *steps) end() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	if s.bar != nil {
		s.bar.Finish()
	}
}

func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// rowsIn counts the lines of a text file, which is about its rows. Of a workbook nobody knows before it is read: -1.
func rowsIn(file string) int {
	if filepath.Ext(file) == ".xlsx" {
		return -1
	}
	f, err := os.Open(file)
	if err != nil {
		return -1
	}
	defer f.Close()
	lines, block := 0, make([]byte, 1<<20)
	for {
		n, err := f.Read(block)
		lines += bytes.Count(block[:n], []byte("\n"))
		if err == io.EOF {
			return max(lines-1, 1)
		}
		if err != nil {
			return -1
		}
	}
}
