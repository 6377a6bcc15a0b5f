package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Why a delivery fails.
const (
	CodeDamaged     = "damaged"     // the edition is no longer what was published
	CodeMissing     = "missing"     // the folder is not there
	CodeFull        = "full"        // no space
	CodeReadOnly    = "read_only"   // or no permission
	CodeDisk        = "disk"        // anything else that a disk does
	CodeStorage     = "storage"     // object storage did not take it
	CodeUnreached   = "unreached"   // no connection, or broken before anything was sent
	CodeSilent      = "silent"      // somebody picks up, and does not answer as such a server does
	CodeCut         = "cut"         // broken when it may have been taken
	CodeCertificate = "certificate" // signed by nobody we trust, or for another host
	CodeEncryption  = "encryption"  // the server offers none
	CodeSignIn      = "sign_in"     // the secret was not accepted
	CodeSender      = "sender"      // the sender was not accepted
	CodeRecipient   = "recipient"   // the recipient was not accepted
	CodeBusy        = "busy"        // refused for now
	CodeRefused     = "refused"     // refused for good
	CodeLarge       = "large"       // more than may be sent
	CodeSecret      = "secret"      // the secret is not where the configuration says
	CodeWords       = "words"       // the message could not be made up
	CodePanic       = "panic"       // a fault of ours
	codeCutShort    = "cut_short"   // the program was killed each time
	codeStopped     = "stopped"     // the program was asked to stop
	codeReplaced    = "replaced"    // a newer edition, or another configuration
)

// Codes lists the reasons that a ledger may give.
func Codes() []string {
	return []string{CodeDamaged, CodeMissing, CodeFull, CodeReadOnly, CodeDisk, CodeStorage, CodeUnreached, CodeSilent, CodeCut, CodeCertificate,
		CodeEncryption, CodeSignIn, CodeSender, CodeRecipient, CodeBusy, CodeRefused, CodeLarge, CodeSecret, CodeWords, CodePanic,
		codeCutShort, codeStopped, codeReplaced}
}

// A Fault is why something could not be delivered. It names a host, a folder or a file of the edition, and never an address,
// a secret or what a server says in words, in which an address may stand.
type Fault struct {
	Code      string
	Asked     string // host, folder or file
	Found     string // the code of an answer, as 550 5.1.1
	Final     bool   // trying again cannot help before somebody has done something
	Uncertain bool   // it may have arrived all the same
	err       error
}

func (f *Fault) Error() string {
	s := f.Code
	if f.Asked != "" {
		s += " " + f.Asked
	}
	if f.Found != "" {
		s += ": " + f.Found
	}
	return s
}

func (f *Fault) Unwrap() error { return f.err }

// disk is what a file system did, as a fault. A fault stays what it is, and so does a stop.
func disk(folder string, err error) error {
	if _, is := errors.AsType[*Fault](err); is || err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	f := &Fault{Code: CodeDisk, Asked: folder, err: err}
	switch {
	case errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG):
		f.Code = CodeFull
	case errors.Is(err, syscall.EROFS) || errors.Is(err, fs.ErrPermission):
		f.Code = CodeReadOnly
	case errors.Is(err, fs.ErrNotExist):
		f.Code = CodeMissing
	}
	return f
}

// stack is where the program panicked.
type stack []byte

func (s stack) Error() string { return fmt.Sprintf("panic\n%s", []byte(s)) }
