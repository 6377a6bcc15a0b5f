package fetch

// The codes of what an API in pages can do to a fetch, besides those of the web.
const (
	CodeForm    = "teamtailor.form"    // page Found is not a page of job applications
	CodePartial = "teamtailor.partial" // page Found lacks what it points to
	CodeNext    = "teamtailor.next"    // the next page is on another host
	CodeLoop    = "teamtailor.loop"    // after Found pages it points back
	CodePages   = "teamtailor.pages"   // more than allowed
	CodeChanged = "teamtailor.changed" // what was read is not one whole list
)

var teamtailorSentences = map[string]said{
	CodeForm: {
		"side {found} fra {asked} er ikke en side med søknader i JSON:API, og ingenting ble tatt imot; sjekk adressen og versjonen av API-et",
		"page {found} from {asked} is not a page of job applications in JSON:API, and nothing was kept; check the address and the version of the API"},
	CodePartial: {
		"side {found} fra {asked} viser til kandidat, stilling, fase eller avslagsgrunn som ikke fulgte med, og ingenting ble tatt imot; sjekk at nøkkelen har lov til å lese alt dette",
		"page {found} from {asked} points to a candidate, job, stage or reject reason that did not come along, and nothing was kept; check that the key may read all of these"},
	CodeNext: {
		"{asked} viser videre til en annen vert ({found}), som ikke får nøkkelen, og ingenting ble tatt imot; sjekk adressen til API-et",
		"{asked} points on to another host ({found}), which does not get the key, and nothing was kept; check the address of the API"},
	CodeLoop: {
		"{asked} viser etter {found} sider tilbake til en side vi har lest, og ingenting ble tatt imot; prøv igjen, og si fra til eieren om det varer",
		"{asked} points back, after {found} pages, to a page we have read, and nothing was kept; try again, and tell its owner if it lasts"},
	CodePages: {
		"{asked} har mer enn {allowed} sider, som er grensen, og ingenting ble tatt imot; hev grensen om det skal være så mange søknader",
		"{asked} has more than {allowed} pages, which is the limit, and nothing was kept; raise the limit if there should be as many applications"},
	CodeChanged: {
		"listen hos {asked} kom ikke hel, heller ikke da vi begynte på nytt: den ble endret mens vi leste, eller noe mangler, og ingenting ble tatt imot; prøv igjen senere",
		"the list at {asked} did not come whole, nor when we began anew: it was changed while we read, or something is missing, and nothing was kept; try again later"},
}
