package mail

import (
	"bufio"
	"bytes"
	"io"
)

// A Box reads the messages of a mailbox one after another.
type Box struct {
	in    *bufio.Reader
	most  int
	begun bool // the line that a message begins with has been read
}

// between is what the line between two messages begins with.
var between = []byte("From ")

// NewBox is a reader of a mailbox (mbox) whose messages have no more than most bytes.
func NewBox(in io.Reader, most int) *Box {
	return &Box{in: bufio.NewReaderSize(in, 1<<16), most: most}
}

// Next is the next message as it stands, or io.EOF. A message that is too long is an error, and the next one can be read; after
// any other error none can.
func (b *Box) Next() ([]byte, error) {
	var message []byte
	found, blank, long := b.begun, true, false
	for {
		line, whole, err := b.line()
		if blank && bytes.HasPrefix(line, between) {
			if found {
				b.begun = true
				return message, b.tooLong(long)
			}
			found = true
			continue
		}
		if err == io.EOF && len(line) == 0 {
			if b.begun = false; found {
				return message, b.tooLong(long)
			}
			return nil, io.EOF
		}
		if err != nil && err != io.EOF {
			return nil, err
		}
		if long = long || len(message)+len(line) > b.most; long {
			message = nil
		} else {
			message = append(message, unquoted(line)...)
		}
		found = true
		blank = whole && len(bytes.TrimRight(line, "\r\n")) == 0
	}
}

// line is the next line, or so much of it as fits; whole says that it is all.
func (b *Box) line() (line []byte, whole bool, err error) {
	line, err = b.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		return line, false, nil
	}
	return line, true, err
}

func (b *Box) tooLong(long bool) error {
	if long {
		return &TooLongError{b.most}
	}
	return nil
}

// unquoted is a line that begins with From in the message itself: mailboxes put a bracket before it.
func unquoted(line []byte) []byte {
	if bare := bytes.TrimLeft(line, ">"); len(bare) < len(line) && bytes.HasPrefix(bare, between) {
		return line[1:]
	}
	return line
}
