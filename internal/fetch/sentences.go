package fetch

// The codes of what the web and this machine's disk can do to a fetch.
const (
	CodeURL                = "url"                 // not an address that can be asked
	CodeSecret             = "secret"              // a secret that cannot be sent
	CodePrivate            = "address.private"     // the host has an address that is not public
	CodeName               = "name"                // no such host
	CodeConnection         = "connection"          // no connection, or broken before the answer
	CodeTLS                = "tls"                 // what answers does not speak TLS
	CodeCertificate        = "certificate"         // signed by nobody we trust
	CodeCertificateExpired = "certificate.expired" // or not valid yet
	CodeCertificateName    = "certificate.name"    // for another host
	CodeTime               = "time"
	CodeRedirect           = "redirect"  // to an address that cannot be asked
	CodeRedirects          = "redirects" // too many
	CodeSignIn             = "status.401"
	CodeForbidden          = "status.403"
	CodeMissing            = "status.404"
	CodeTooOften           = "status.429"
	CodeServer             = "status.5xx"
	CodeStatus             = "status"       // any other than 200
	CodeWebPage            = "content.html" // a page for people in place of the data
	CodeEncoding           = "content.encoding"
	CodeCut                = "cut"      // at byte Found of Allowed; Allowed is "" when the server did not say
	CodeOpenEnd            = "open_end" // nothing tells the end from a cut
	CodeDamaged            = "damaged"  // compressed data that do not unpack
	CodeLarge              = "large"    // more bytes than allowed
	CodeUnpacked           = "unpacked" // grows more than honest data when unpacked
	CodeFolder             = "folder"   // open to others
	CodeDisk               = "disk"
	CodeOther              = "other"
)

var webSentences = map[string]said{
	CodeURL: {
		"adressen kan ikke brukes: den må begynne med https:// og kan ikke ha brukernavn eller passord; legg slikt i kildens hemmelighet",
		"the address cannot be used: it must begin with https:// and hold no user name or password; put those into the source's secret"},
	CodeSecret: {
		"hemmeligheten til {asked} kan ikke sendes, for den er tom eller har tegn som ikke hører hjemme der, som linjeskift; sjekk filen eller variabelen den leses fra",
		"the secret for {asked} cannot be sent, for it is empty or has characters that do not belong there, such as line breaks; check the file or variable it is read from"},
	CodePrivate: {
		"{asked} har adressen {found}, som ikke er offentlig, og ble ikke spurt; er det meningen å hente fra eget nett, nevn verten under allow_hosts i kilden",
		"{asked} has the address {found}, which is not public, and was not asked; if fetching from your own network is meant, name the host under allow_hosts of the source"},
	CodeName: {
		"navnet {asked} fører ikke til noen adresse; sjekk skrivemåten og at nettet er oppe",
		"the name {asked} leads to no address; check its spelling and that the network is up"},
	CodeConnection: {
		"{asked} svarte ikke, eller forbindelsen ble brutt før svaret kom; sjekk at tjenesten er oppe og kan nås herfra",
		"{asked} did not answer, or the connection broke before the answer came; check that the service is up and can be reached from here"},
	CodeTLS: {
		"{asked} svarer ikke med TLS; sjekk adressen og porten",
		"{asked} does not answer in TLS; check the address and the port"},
	CodeCertificate: {
		"sertifikatet til {asked} er ikke utstedt av noen vi stoler på; be eieren rette det, eller legg utstederen til",
		"the certificate of {asked} was issued by nobody we trust; ask its owner to correct it, or add the issuer"},
	CodeCertificateExpired: {
		"sertifikatet til {asked} er utløpt eller gjelder ikke ennå; be eieren fornye det, og sjekk klokken på denne maskinen",
		"the certificate of {asked} has expired or is not valid yet; ask its owner to renew it, and check this machine's clock"},
	CodeCertificateName: {
		"sertifikatet til {asked} gjelder en annen vert; sjekk adressen",
		"the certificate of {asked} is for another host; check the address"},
	CodeTime: {
		"{asked} var ikke ferdig etter {allowed}, og ingenting ble tatt imot; prøv igjen senere, eller gi kilden mer tid",
		"{asked} had not finished after {allowed}, and nothing was kept; try again later, or give the source more time"},
	CodeRedirect: {
		"{asked} viste videre til {found}, som ikke kan spørres; bare https uten brukernavn og passord følges",
		"{asked} pointed on to {found}, which cannot be asked; only https without user name and password is followed"},
	CodeRedirects: {
		"{asked} viste videre mer enn {allowed} ganger; skriv adressen der filen til slutt ligger",
		"{asked} pointed on more than {allowed} times; write the address where the file finally lies"},
	CodeSignIn: {
		"{asked} krever innlogging og godtok ikke det vi sendte (HTTP 401); legg inn en gyldig hemmelighet, eller forny den",
		"{asked} requires a sign-in and did not accept what we sent (HTTP 401); enter a valid secret, or renew it"},
	CodeForbidden: {
		"{asked} gir oss ikke tilgang (HTTP 403); be eieren gi lesetilgang til akkurat dette",
		"{asked} gives us no access (HTTP 403); ask its owner for permission to read exactly this"},
	CodeMissing: {
		"{asked} har ingenting på denne adressen ({found}); sjekk om filen er flyttet eller lenken er utløpt",
		"{asked} has nothing at this address ({found}); check whether the file was moved or the link has expired"},
	CodeTooOften: {
		"{asked} mener vi spør for ofte (HTTP 429); vent, eller hent sjeldnere",
		"{asked} says that we ask too often (HTTP 429); wait, or fetch less often"},
	CodeServer: {
		"{asked} har en feil hos seg selv ({found}); prøv igjen senere, og si fra til eieren om det varer",
		"{asked} has a fault of its own ({found}); try again later, and tell its owner if it lasts"},
	CodeStatus: {
		"{asked} svarte {found} i stedet for å sende filen; sjekk adressen med eieren",
		"{asked} answered {found} instead of sending the file; check the address with its owner"},
	CodeWebPage: {
		"{asked} sendte en nettside, ikke en fil; ofte er det en innloggingsside, så bruk lenken som laster ned selve filen, og sjekk hemmeligheten",
		"{asked} sent a web page, not a file; often it is a sign-in page, so use the link that downloads the file itself, and check the secret"},
	CodeEncoding: {
		"{asked} pakket filen på en måte vi ikke ba om ({found}); tillatt er {allowed}",
		"{asked} packed the file in a way we did not ask for ({found}); allowed is {allowed}"},
	CodeCut: {
		"overføringen fra {asked} ble kuttet ved byte {found} av {allowed}, og ingenting ble tatt imot; prøv igjen",
		"the transfer from {asked} was cut at byte {found} of {allowed}, and nothing was kept; try again"},
	CodeOpenEnd: {
		"{asked} sier ikke hvor lang filen er, så vi kan ikke vite om den kom hel, og ingenting ble tatt imot; be eieren om en server som oppgir lengden (Content-Length)",
		"{asked} does not say how long the file is, so we cannot know whether it came whole, and nothing was kept; ask its owner for a server that states the length (Content-Length)"},
	CodeDamaged: {
		"det {asked} sendte, er pakket med gzip, men lar seg ikke pakke ut; be eieren lage filen på nytt",
		"what {asked} sent is packed with gzip, but cannot be unpacked; ask its owner to make the file again"},
	CodeLarge: {
		"{asked} har mer enn {allowed}, som er grensen, og ingenting ble tatt imot; be om et mindre uttrekk, eller hev grensen",
		"{asked} holds more than {allowed}, which is the limit, and nothing was kept; ask for a smaller extract, or raise the limit"},
	CodeUnpacked: {
		"det {asked} sendte, vokser mer enn {allowed} ganger når det pakkes ut, som ærlige data ikke gjør, og ble ikke tatt imot; be eieren sende filen upakket",
		"what {asked} sent grows more than {allowed} times when unpacked, as honest data do not, and was not kept; ask its owner to send the file unpacked"},
	CodeFolder: {
		"andre brukere av maskinen kan åpne mappen {asked} ({found}); kjør chmod {allowed} på den",
		"other users of this machine can open the folder {asked} ({found}); run chmod {allowed} on it"},
	CodeDisk: {
		"filen kunne ikke skrives i mappen {asked}: {found}; sjekk plass og rettigheter",
		"the file could not be written in the folder {asked}: {found}; check space and permissions"},
	CodeOther: {
		"{asked} ga et svar vi ikke forstår; sjekk adressen med eieren",
		"{asked} gave an answer we do not understand; check the address with its owner"},
}

// cutOpen is the sentence of CodeCut when nobody said how long the whole is.
var cutOpen = said{
	"overføringen fra {asked} ble kuttet ved byte {found}, før slutten, og ingenting ble tatt imot; prøv igjen",
	"the transfer from {asked} was cut at byte {found}, before its end, and nothing was kept; try again"}
