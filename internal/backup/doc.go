// Package backup copies an installation to a folder elsewhere, and back.
//
// In come files, each with the name that it is to have. Out comes a folder that is named by its time:
//
//	root/2027-03-01T020000Z/manifest.json   every file with its size and SHA-256
//	                        config/…        the configuration
//	                        data/…          batches, ledgers, editions
//
// Each such folder is a whole backup by itself. What has not changed since the backup before is a hard link to it where the
// disk has such links, and takes no room; where it has none, it is copied.
//
// Promised: a backup appears whole or not at all, after a crash or a loss of power at any moment too, and making one changes
// nothing in those that are there. A file in an older backup that has been damaged meanwhile is not linked to.
//
// Journals (.jsonl) may grow meanwhile: they are taken up to their last whole line.
//
// One process makes backups at a time; the caller holds the installation's lock.
package backup
