package ingest

import (
	"runtime"
	"sync"
)

// blocks are the rows of a sheet on their way. One goroutine divides the sheet
// into blocks, several check them, and the one that called Read takes them in
// their order: what it hands over is the same as if it did all of it alone.
type blocks struct {
	free      chan *block
	unchecked chan *block
	inOrder   chan *block
	stopped   chan struct{}
	running   sync.WaitGroup
}

// blocks begins to read the rows below the header. Those ahead were read in
// search of it. Stop them before the source is used for something else.
func (r *reading) blocks(h header, first *checker, ahead []*row) *blocks {
	checkers := runtime.GOMAXPROCS(0)
	many := 2 * (checkers + 1) // one in every hand and one on the way there
	bs := &blocks{free: make(chan *block, many), unchecked: make(chan *block, many), inOrder: make(chan *block, many), stopped: make(chan struct{})}
	for range many {
		b := &block{checked: make(chan struct{}, 1)}
		if r.m.Policy.Type == PolicyReject {
			b.types = make([]typeCount, len(r.m.Feed.Fields))
		}
		bs.free <- b
	}
	bs.running.Go(func() {
		defer close(bs.unchecked)
		for n := 0; ; n++ {
			var b *block
			select {
			case b = <-bs.free:
			case <-bs.stopped:
				return
			}
			r.fill(b, &ahead)
			if n < checkers { // a short file needs but one
				c := first
				if n > 0 {
					c = newChecker(r, h)
				}
				bs.running.Go(func() { bs.check(c) })
			}
			bs.inOrder <- b
			bs.unchecked <- b
			if b.err != nil {
				return
			}
		}
	})
	return bs
}

// fill reads rows into the block.
func (r *reading) fill(b *block, ahead *[]*row) {
	for b.empty(); !b.full(); {
		next, err := r.nextRow(ahead)
		if err != nil {
			b.err = err
			return
		}
		if !next.blank() {
			b.add(next)
		}
	}
}

func (bs *blocks) check(c *checker) {
	for b := range bs.unchecked {
		b.judge(c)
		b.checked <- struct{}{}
	}
}

// next is the next block of the sheet, checked. The one before it is given
// back.
func (bs *blocks) next(before *block) *block {
	if before != nil {
		bs.free <- before
	}
	b := <-bs.inOrder
	<-b.checked
	return b
}

// stop ends the reading and waits until it has.
func (bs *blocks) stop() {
	close(bs.stopped)
	bs.running.Wait()
}
