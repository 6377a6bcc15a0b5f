// Package deliver brings editions to those who are to have them, and keeps the receipts.
//
// In comes an [Order]: which edition goes to which recipient by which [Target], and how its [Parcel] is made up. Out goes the
// parcel, to a folder ([Folder]), to object storage ([Bucket]), by e-mail ([SMTP], [Graph], [Letterbox]) or to a channel
// ([Teams]); and lines in the [Ledger], a file that is flushed before they count.
//
// Promised: the ledger has every attempt before it is made, and its end after. What has been delivered is not delivered
// again, over restarts and kills. What failed is tried again later and later, and what has failed [Alarming] times, or for
// good, is a [Finding] until it has arrived or a newer edition has taken its place. Files are held against what was
// published while they are copied: a damaged edition is not passed on.
//
// What a kill cut short may have arrived. In a folder or object storage it is laid once more where it lay. A message is sent
// once more, with the same Message-ID, and says of itself that it may have come before: that a board gets its figures twice
// is the smaller harm.
//
// No address, no secret and nothing that a mail server says in words stands in a ledger or an error: recipients are named by
// the id that the configuration gives them, and failures by their code.
//
//	desk := deliver.Desk{Ledger: ledger, Now: now}
//	err := desk.Round(ctx, orders, false)
//
// One process delivers at a time; the caller holds the lock of the data folder.
package deliver
