-- Of the applicants whom the programme assessed, how many were well qualified?
-- One row per application. An applicant who was not assessed is unknown; who was well qualified once, is well qualified.
/*---
id: qualified_applicant_rate
version: 1
rank: 20
kind: rate
unit: applicant
goal: access
direction: up
period: cohort
total: pooled
protected: true
needs: [applications]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, channel]
title:
  nb: Andel godt kvalifiserte søkere
  nn: Del godt kvalifiserte søkjarar
  en: Share of well-qualified applicants
short:
  nb: Godt kvalifiserte søkere
  nn: Godt kvalifiserte søkjarar
  en: Well-qualified applicants
meaning:
  nb: Av søkerne som programmet har vurdert, andelen som er vurdert som godt kvalifiserte. Søkere uten vurdering er ukjente.
  nn: Av søkjarane som programmet har vurdert, delen som er vurderte som godt kvalifiserte. Søkjarar utan vurdering er ukjende.
  en: Of the applicants whom the programme has assessed, the share assessed as well qualified. Applicants without an assessment are unknown.
---*/
SELECT
	programme,
	cohort AS period,
	applicant_id AS subject,
	assessment = 'well_qualified' AS outcome,
	1 AS weight,
	TRUE AS mature
FROM applications
