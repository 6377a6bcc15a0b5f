package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// The codes of what a database can do to a fetch, besides those of the web.
const (
	CodeDSN        = "postgres.dsn"
	CodeNotSelect  = "postgres.not_select" // begins with another word
	CodeStatements = "postgres.statements" // more than one
	CodeWrites     = "postgres.writes"     // and was refused for it
	CodePassword   = "postgres.password"
	CodeDatabase   = "postgres.database" // no such database
	CodeUnsafe     = "postgres.unsafe"   // the server has no TLS
	CodeDenied     = "postgres.denied"   // the role may not read it
	CodeQuery      = "postgres.query"    // a mistake in line Allowed of the query
	CodeValue      = "postgres.value"    // a value the query cannot compute with
	CodeRows       = "postgres.rows"     // more than allowed
	CodeText       = "postgres.text"     // a value that cannot be made UTF-8
	CodeState      = "postgres.sqlstate" // any other error of the server
)

var postgresSentences = map[string]said{
	CodeDSN: {
		"tilkoblingen til databasen er tom eller lar seg ikke lese; skriv den som postgres://bruker@vert/database, med passordet i hemmeligheten",
		"the connection to the database is empty or cannot be read; write it as postgres://user@host/database, with the password in the secret"},
	CodeNotSelect: {
		"spørringen til {asked} må begynne med SELECT eller WITH, og ble ikke sendt; hent data med én SELECT",
		"the query for {asked} must begin with SELECT or WITH, and was not sent; fetch data with one SELECT"},
	CodeStatements: {
		"spørringen til {asked} er mer enn én setning, og ble ikke utført; skriv én SELECT",
		"the query for {asked} is more than one statement, and was not carried out; write one SELECT"},
	CodeWrites: {
		"spørringen ville ha endret {asked}, og databasen avviste den; hent data med en SELECT som bare leser",
		"the query would have changed {asked}, and the database refused it; fetch data with a SELECT that only reads"},
	CodePassword: {
		"{asked} slapp oss ikke inn; sjekk bruker, passord og hva serveren tillater fra denne maskinen",
		"{asked} did not let us in; check user, password and what the server allows from this machine"},
	CodeDatabase: {
		"{asked} finnes ikke på serveren; sjekk navnet på databasen",
		"{asked} does not exist on the server; check the name of the database"},
	CodeUnsafe: {
		"{asked} tilbyr ikke kryptering (TLS), og persondata sendes ikke i klartekst; slå det på i serveren, eller skriv sslmode=disable i tilkoblingen hvis nettet er trygt",
		"{asked} offers no encryption (TLS), and personal data are not sent in the clear; turn it on in the server, or write sslmode=disable in the connection if the network is safe"},
	CodeDenied: {
		"brukeren har ikke lov til å lese det spørringen ber {asked} om; be om leserett (GRANT SELECT)",
		"the user may not read what the query asks {asked} for; ask for the right to read (GRANT SELECT)"},
	CodeQuery: {
		"{asked} forstår ikke spørringen, linje {allowed}: {found}; rett spørringen",
		"{asked} does not understand the query, line {allowed}: {found}; correct the query"},
	CodeValue: {
		"{asked} stanset ved en verdi som spørringen ikke kan regne med (SQLSTATE {found}); se etter omforminger og delinger i spørringen",
		"{asked} stopped at a value that the query cannot compute with (SQLSTATE {found}); look for casts and divisions in the query"},
	CodeRows: {
		"spørringen til {asked} gir mer enn {allowed} rader, som er grensen, og ingenting ble tatt imot; be om færre, eller hev grensen",
		"the query for {asked} gives more than {allowed} rows, which is the limit, and nothing was kept; ask for fewer, or raise the limit"},
	CodeText: {
		"{asked} har tekst som ikke lar seg gjøre om til UTF-8 (SQLSTATE {found}), og ingenting ble tatt imot; rett tegnsettet i databasen, eller gjør om i spørringen",
		"{asked} has text that cannot be made UTF-8 (SQLSTATE {found}), and nothing was kept; correct the encoding in the database, or convert in the query"},
	CodeState: {
		"{asked} avbrøt spørringen (SQLSTATE {found}); prøv den i databasens eget verktøy, som viser mer",
		"{asked} broke off the query (SQLSTATE {found}); try it in the database's own tool, which shows more"},
}

// fault is the fault behind an error of the database. Of the server's own words
// only those about the text of the query are passed on; others may quote data.
func (p Postgres) fault(ctx context.Context, config *pgconn.Config, err error) error {
	if _, ok := errors.AsType[*Fault](err); ok {
		return asked(database(config), err)
	}
	if ctx.Err() != nil {
		return outOfTime(database(config))
	}
	if theirs, ok := errors.AsType[*pgconn.PgError](err); ok {
		return p.state(database(config), theirs)
	}
	f := &Fault{Code: CodeConnection, Asked: database(config), Passing: true}
	if name, ok := errors.AsType[*net.DNSError](err); ok {
		f.Code, f.Passing, f.Asked = CodeName, !name.IsNotFound, clean(config.Host)
	} else if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		f.Code, f.Passing = CodeCertificate, false
	} else if strings.Contains(err.Error(), "server refused TLS connection") { // pgconn has no type for it
		f.Code, f.Passing = CodeUnsafe, false
	}
	return f
}

// state sorts what the server said by its SQLSTATE.
func (p Postgres) state(asked string, e *pgconn.PgError) *Fault {
	f := &Fault{Code: CodeState, Asked: asked, Found: e.Code}
	switch class := e.Code[:min(2, len(e.Code))]; {
	case e.Code == "25006": // read_only_sql_transaction
		f.Code = CodeWrites
	case e.Code == "42501": // insufficient_privilege
		f.Code = CodeDenied
	case e.Code == "42601" && e.Position == 0: // "cannot insert multiple commands into a prepared statement"
		f.Code = CodeStatements
	case class == "42" && e.Position > 0:
		f.Code, f.Found = CodeQuery, clean(e.Message)
		f.Allowed = strconv.Itoa(lineOf(p.Query, int(e.Position)))
	case class == "28": // invalid_authorization_specification, invalid_password
		f.Code = CodePassword
	case e.Code == "3D000": // invalid_catalog_name
		f.Code = CodeDatabase
	case e.Code == "22021", e.Code == "22P05": // character_not_in_repertoire, untranslatable_character
		f.Code = CodeText
	case class == "22":
		f.Code = CodeValue
	case e.Code == "57014": // query_canceled: its statement_timeout
		return outOfTime(asked)
	case class == "08", class == "53", class == "40", strings.HasPrefix(e.Code, "57P0"):
		f.Passing = true // connection, resources, a clash with another, a server that starts or stops
	}
	return f
}
