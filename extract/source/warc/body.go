package warc

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"hash"
	"io"
	"strings"
)

// A body is the content of a record.
type body struct {
	in   io.Reader
	left int64
	sum  hash.Hash // nil where there is nothing to compare it with
	want string    // the sum in the record's header
}

// Read gives no more than the record has, and ErrCut where the stream has less.
func (b *body) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, io.EOF
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if b.sum != nil {
		b.sum.Write(p[:n])
	}
	if err == io.EOF && b.left > 0 {
		err = ErrCut
	}
	return n, err
}

// sums are the algorithms of digests.
var sums = map[string]func() hash.Hash{"sha1": sha1.New, "sha256": sha256.New, "md5": md5.New}

// newBody is the content of a record with a digest, as its header has it ("sha1:…"), or none.
func newBody(in io.Reader, length int64, digest string) *body {
	b := &body{in: in, left: length}
	name, want, _ := strings.Cut(digest, ":")
	begin := sums[strings.ReplaceAll(strings.ToLower(name), "-", "")]
	want = strings.TrimRight(strings.TrimSpace(want), "=")
	if begin == nil {
		return b
	}
	sum := begin()
	if n := len(want); n == hex.EncodedLen(sum.Size()) || n == base32.StdEncoding.WithPadding(base32.NoPadding).EncodedLen(sum.Size()) {
		b.sum, b.want = sum, want
	}
	return b
}

// isKnown reports whether there is a digest that tells whether the content is whole.
func (b *body) isKnown() bool { return b.sum != nil }

// isWhole reports whether what was read has the digest that it should have.
func (b *body) isWhole() bool {
	if b.sum == nil {
		return true
	}
	got := b.sum.Sum(nil)
	return strings.EqualFold(b.want, hex.EncodeToString(got)) ||
		strings.EqualFold(b.want, base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(got))
}
