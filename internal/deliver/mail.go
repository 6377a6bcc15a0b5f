package deliver

import (
	"bytes"
	"context"
	"io"
	"path"
	"slices"
	"time"

	"github.com/wneessen/go-mail"
)

// Envelope is what all e-mail has.
type Envelope struct {
	From     string   // an address, or a name with one
	To       string   // one address: nobody sees who else gets it
	Attached []string // the endings of the documents that go along, as .xlsx; none: the letter alone
	Now      func() time.Time
}

// mostAttached is what the documents of one message may weigh together. Many servers refuse more.
const mostAttached = 20 << 20

// message makes the e-mail. It is the same at every attempt, but for its date and the sentence of a doubtful one.
func (e Envelope) message(ctx context.Context, p Parcel) (*mail.Msg, error) {
	m := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := m.From(e.From); err != nil {
		return nil, &Fault{Code: CodeSender, Final: true}
	}
	if err := m.To(e.To); err != nil {
		return nil, &Fault{Code: CodeRecipient, Final: true}
	}
	from := m.GetFrom()[0].Address
	id := p.messageID(from)
	m.SetMessageIDWithValue(id)
	m.SetDateWithValue(e.Now())
	m.SetGenHeader("List-Id", "<"+p.Audience+".bolyst."+domainOf(from)+">")
	m.SetGenHeader("Auto-Submitted", "auto-generated")           // RFC 3834: nobody's absence is answered to us
	m.SetGenHeader("X-Auto-Response-Suppress", "OOF, AutoReply") // the same for Exchange
	l := p.said()
	m.SetGenHeader("Content-Language", l.Language)
	m.Subject(l.Subject)
	m.SetBodyString(mail.TypeTextPlain, l.text())
	page, err := l.html()
	if err != nil {
		return nil, &Fault{Code: CodeWords, err: err}
	}
	m.AddAlternativeString(mail.TypeTextHTML, page)
	return m, e.attach(ctx, m, p)
}

// attach adds the documents, held against what was published.
func (e Envelope) attach(ctx context.Context, m *mail.Msg, p Parcel) error {
	weight := 0
	for _, file := range p.Files {
		if !file.isDocument() || !slices.Contains(e.Attached, path.Ext(file.Name)) {
			continue
		}
		var content bytes.Buffer
		if err := file.copyTo(ctx, &content); err != nil {
			return err
		}
		if weight += content.Len(); weight > mostAttached {
			return &Fault{Code: CodeLarge, Asked: file.Name, Final: true}
		}
		err := m.AttachReader(path.Base(file.Name), &content, mail.WithFileContentType(typeOf(file.Name)))
		if err != nil {
			return &Fault{Code: CodeWords, Asked: file.Name, err: err}
		}
	}
	return nil
}

func typeOf(name string) mail.ContentType {
	if path.Ext(name) == ".pdf" {
		return "application/pdf"
	}
	return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}

// write is the e-mail as it is sent.
func (e Envelope) write(ctx context.Context, p Parcel, w io.Writer) error {
	m, err := e.message(ctx, p)
	if err != nil {
		return err
	}
	if _, err := m.WriteTo(w); err != nil {
		return &Fault{Code: CodeWords, err: err}
	}
	return nil
}
