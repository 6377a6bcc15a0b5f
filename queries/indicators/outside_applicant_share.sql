-- Of the applicants whose municipality is known, how many lived outside the region when they applied?
-- One row per application, by the region as it was on the day of the application. An application without a municipality is
-- unknown; who applied from outside once, did so.
/*---
id: outside_applicant_share
version: 1
rank: 24
kind: rate
unit: applicant
goal: market
direction: up
period: cohort
total: pooled
protected: true
needs: [applications]
audiences: [board, centre]
breakdowns: [gender, education, field, channel]
title:
  nb: Andel søkere bosatt utenfor regionen
  nn: Del søkjarar busette utanfor regionen
  en: Share of applicants living outside the region
short:
  nb: Bosatt utenfor
  nn: Busette utanfor
  en: Living outside
meaning:
  nb: Av søkerne med kjent bostedskommune, andelen som bodde utenfor regionen da de søkte. Søkere uten oppgitt bosted er ukjente.
  nn: Av søkjarane med kjend bustadkommune, delen som budde utanfor regionen då dei søkte. Søkjarar utan oppgitt bustad er ukjende.
  en: Of the applicants whose municipality of residence is known, the share who lived outside the region when they applied. Applicants without a stated residence are unknown.
---*/
SELECT
	programme,
	cohort AS period,
	applicant_id AS subject,
	NOT lives_in_region AS outcome,
	1 AS weight,
	TRUE AS mature
FROM applications
