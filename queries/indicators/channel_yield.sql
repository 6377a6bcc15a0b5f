-- Of the applicants who say how they heard of the programme, how many were well qualified?
-- One row per application of an applicant whose channel is known, to be told apart by channel. An applicant who was not
-- assessed is unknown; who was well qualified once, is well qualified.
/*---
id: channel_yield
version: 1
rank: 26
kind: rate
unit: applicant
goal: market
direction: up
period: cohort
total: pooled
protected: true
needs: [applications]
audiences: [staff]
breakdowns: [channel]
title:
  nb: Godt kvalifiserte søkere, etter kanal
  nn: Godt kvalifiserte søkjarar, etter kanal
  en: Well-qualified applicants by channel
short:
  nb: Kvalifiserte etter kanal
  nn: Kvalifiserte etter kanal
  en: Qualified by channel
meaning:
  nb: Av søkerne som har oppgitt hvordan de hørte om programmet, og som er vurdert, andelen som er vurdert som godt kvalifiserte. Vises for hver kanal. Kanalen er den i den siste søknaden.
  nn: Av søkjarane som har oppgitt korleis dei høyrde om programmet, og som er vurderte, delen som er vurderte som godt kvalifiserte. Blir vist for kvar kanal. Kanalen er den i den siste søknaden.
  en: Of the applicants who have said how they heard of the programme and have been assessed, the share assessed as well qualified. Shown for each channel. The channel is the one in the newest application.
---*/
SELECT
	a.programme,
	a.cohort AS period,
	a.applicant_id AS subject,
	a.assessment = 'well_qualified' AS outcome,
	1 AS weight,
	TRUE AS mature
FROM applications AS a
JOIN applicants AS p ON p.programme = a.programme AND p.applicant_id = a.applicant_id
WHERE p.channel IS NOT NULL
