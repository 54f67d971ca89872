package mail

import (
	"io"
	"slices"
	"strings"
	"testing"
)

const mixed = "From: =?utf-8?q?Z=C3=A9lia_Prado?= <z@example.org>, r@example.org\r\nSubject: =?iso-8859-1?Q?A_ponte_n=E3o?=\r\n  abre\r\nDate: Wed, 12 Mar 2025 23:30:00 -0300\r\nMessage-ID: <a@example.org>\r\n" +
	"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\npreamble\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n" +
	"--y\r\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nA ponte n=E3o abre =\r\nhoje,=20\r\ndisse ela.\r\n\r\nFim.\r\n--=20\r\nZ. Prado\r\n" +
	"--y\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+QSBwb25\r\n0ZTwvcD4=\r\n--y--\r\n" +
	"--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNo.\r\n--x--\r\n"

func TestParse(t *testing.T) {
	m, err := Parse([]byte(mixed))
	if err != nil {
		t.Fatal(err)
	}
	if m.Subject != "A ponte n\u00e3o abre" || m.Date != "2025-03-12" || m.ID != "a@example.org" || !slices.Equal(m.From, []string{"Z\u00e9lia Prado"}) {
		t.Errorf("%+v", m)
	}
	if m.Text != "A ponte n\u00e3o abre hoje, disse ela.\n\nFim." || string(m.Page) != "<p>A ponte</p>" {
		t.Errorf("%q, %q", m.Text, m.Page)
	}
	for about, c := range map[string]struct{ in, text, err string }{
		"no MIME":           {"Subject: One\n\nOne.\n", "One.\n", ""},
		"windows-1252":      {"Subject: One\n\n\x93Un \xe9t\xe9\x94", "\u201cUn \u00e9t\u00e9\u201d", ""},
		"an unknown one":    {"Content-Type: text/plain; charset=no-such\n\nOne.", "One.", ""},
		"cut":               {mixed[:strings.Index(mixed, "hoje")+4], "A ponte n\u00e3o abre hoje", ""},
		"a message in it":   {"Content-Type: message/rfc822\n\nSubject: Two\n\nTwo.", "Two.", ""},
		"no header":         {"One.", "", "not a message: it has no header"},
		"nothing":           {"", "", "not a message: it has no header"},
		"an image alone":    {"Content-Type: image/png\n\nx", "", "a message without a text"},
		"within themselves": {strings.Repeat("Content-Type: message/rfc822\n\n", 50) + "Subject: x\n\nDeep.", "", "a message without a text"},
	} {
		m, err := Parse([]byte(c.in))
		if got := message(err); m.Text != c.text || got != c.err {
			t.Errorf("%s: %q, %s", about, m.Text, got)
		}
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestBox(t *testing.T) {
	box := "From a@example.org Wed Mar 12 09:00:00 2025\nSubject: One\n\nOne.\nFrom here on it is one.\n>From there too.\n\n" +
		"From b@example.org Wed Mar 12 09:00:00 2025\nSubject: Two\n\n" + strings.Repeat("long ", 100) + "\n\nFrom c Wed\nSubject: Three\n\nThree."
	b := NewBox(strings.NewReader(box), 200)
	var got []string
	for {
		m, err := b.Next()
		if err == io.EOF {
			break
		}
		got = append(got, string(m)+message(err))
	}
	want := []string{"Subject: One\n\nOne.\nFrom here on it is one.\nFrom there too.\n\n", "longer than 0 MB", "Subject: Three\n\nThree."}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(mixed))
	f.Add([]byte("Subject: One\n\nOne.\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		b := NewBox(strings.NewReader(string(in)), 1<<16)
		for range len(in) + 2 {
			m, err := b.Next()
			if err == io.EOF {
				return
			}
			Parse(m)
		}
		t.Error("messages without end")
	})
}
