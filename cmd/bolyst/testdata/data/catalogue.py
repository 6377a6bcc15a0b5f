"""Reads the catalogue of the open data and holds it against what DCAT-AP-NO 3 demands of each class (skal), and the most of what
it recommends (bør). Every file that it names must be there."""
import os
import sys

from rdflib import Graph, Namespace, RDF, URIRef, Literal
from rdflib.namespace import DCAT, DCTERMS, FOAF, XSD

folder, address = sys.argv[1:]
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ADMS = Namespace("http://www.w3.org/ns/adms#")
EU = "http://publications.europa.eu/resource/authority/"
catalogue = Graph().parse(os.path.join(folder, "catalogue.ttl"), format="turtle")

demanded = {
    DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.dataset],
    DCAT.Dataset: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.identifier, DCAT.contactPoint, DCAT.theme,
                   DCAT.distribution, DCAT.keyword, DCTERMS.spatial, DCTERMS.temporal, DCTERMS.accessRights],
    DCAT.Distribution: [DCTERMS.title, DCAT.accessURL, DCAT.downloadURL, DCTERMS.format, DCAT.mediaType, DCTERMS.license, ADMS.status],
    FOAF.Agent: [FOAF.name, DCTERMS.identifier],
    VCARD.Organization: [VCARD.fn, VCARD.hasEmail],
    DCTERMS.PeriodOfTime: [DCAT.startDate, DCAT.endDate],
    DCTERMS.Location: [DCTERMS.identifier],
}
for kind, properties in demanded.items():
    things = list(catalogue.subjects(RDF.type, kind))
    assert things, f"no {kind}"
    for thing in things:
        for what in properties:
            assert list(catalogue.objects(thing, what)), f"{thing} lacks {what}"

for what in (DCTERMS.license, DCTERMS.format, DCAT.theme, DCTERMS.accessRights, DCTERMS.language, ADMS.status):
    for _, value in catalogue.subject_objects(what):
        assert isinstance(value, URIRef) and str(value).startswith(EU), f"{what}: {value}"
for what in (DCTERMS.publisher, DCAT.contactPoint, DCAT.dataset, DCAT.distribution):
    for _, thing in catalogue.subject_objects(what):
        assert (thing, RDF.type, None) in catalogue, f"{thing} is named and not described"
for what in (DCTERMS.title, DCTERMS.description):
    for _, text in catalogue.subject_objects(what):
        assert isinstance(text, Literal) and text.language in ("nb", "en"), f"{what}: {text!r}"
(name,) = catalogue.objects(None, FOAF.name)
assert str(name) == 'KOM "Trainee"', name
(period,) = catalogue.subjects(RDF.type, DCTERMS.PeriodOfTime)
days = [catalogue.value(period, DCAT.startDate), catalogue.value(period, DCAT.endDate)]
assert [str(d) for d in days] == ["2006-01-01", "2010-12-31"] and {d.datatype for d in days} == {XSD.date}, days

files = 0
for what in (DCAT.downloadURL, DCAT.accessURL):
    for _, url in catalogue.subject_objects(what):
        path = os.path.join(folder, str(url).removeprefix(address))
        assert str(url).startswith(address) and os.path.isfile(path), url
        files += what == DCAT.downloadURL
print(f"{files} distributions")
