-- Of the applicants whose tie to the region is known, how many have none?
-- One row per application. Who leaves the question open is unknown; who had no tie once, had none.
/*---
id: newcomer_applicant_share
version: 1
rank: 23
kind: rate
unit: applicant
goal: visible
direction: up
period: cohort
total: pooled
protected: true
needs: [applications]
audiences: [board, centre]
breakdowns: [gender, education, field, channel]
title:
  nb: Andel søkere uten tilknytning til regionen
  nn: Del søkjarar utan tilknyting til regionen
  en: Share of applicants without ties to the region
short:
  nb: Uten tilknytning
  nn: Utan tilknyting
  en: Without ties
meaning:
  nb: Av søkerne som har svart på hvilken tilknytning de har til regionen, andelen som ikke har noen. Søkere som ikke har svart, er ukjente.
  nn: Av søkjarane som har svart på kva tilknyting dei har til regionen, delen som ikkje har noka. Søkjarar som ikkje har svart, er ukjende.
  en: Of the applicants who have said what ties they have to the region, the share who have none. Applicants who have not said are unknown.
---*/
SELECT
	programme,
	cohort AS period,
	applicant_id AS subject,
	tie = 'none' AS outcome,
	1 AS weight,
	TRUE AS mature
FROM applications
