-- Of the trainees who completed the programme, how many lived in the region five years later?
-- One row per trainee who completed or is still under way; immature until the day, 60 months after the last day as a
-- trainee, has come. What is known of that day is told in known/anniversaries.sql. Whether they work there does not matter.
/*---
id: regional_retention_5y
version: 2
rank: 55
kind: rate
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, residency]
audiences: [board, centre]
breakdowns: [gender, education, field, mobility, host_sector, centrality]
any_region: true
title:
  nb: Bor i regionen etter fem år
  nn: Bur i regionen etter fem år
  en: Live in the region after five years
short:
  nb: Blitt etter fem år
  nn: Blitt etter fem år
  en: Stayed after five years
meaning:
  nb: Av traineene som fullførte for minst fem år siden, andelen som bodde i regionen fem år etter at de fullførte. Siste opplysning om bosted kan være høyst 18 måneder gammel den dagen. Finnes ingen slik, gjelder den første fra de neste 18 månedene, når den ikke melder om flytting. Den som bor der da, regnes som bosatt den dagen, og den som bor utenfor, som flyttet, men bare når bostedet var kjent også før dagen. Ellers er bostedet ukjent.
  nn: Av traineeane som fullførte for minst fem år sidan, delen som budde i regionen fem år etter at dei fullførte. Siste opplysning om bustad kan vere høgst 18 månader gammal den dagen. Finst det inga slik, gjeld den første frå dei neste 18 månadene, når ho ikkje melder om flytting. Den som bur der då, blir rekna som busett den dagen, og den som bur utanfor, som flytta, men berre når bustaden var kjend òg før dagen. Elles er bustaden ukjend.
  en: Of the trainees who completed at least five years ago, the share who lived in the region five years after completing. The newest information on residence may be at most 18 months old on that day. Where there is none, the first from the next 18 months counts, when it reports no move; those who live there then are taken to have lived there on the day, and those who live outside to have left, but only where the residence was known before the day too. Otherwise the residence is unknown.
---*/
SELECT
	programme,
	cohort AS period,
	trainee_id AS subject,
	in_region AS outcome,
	1 AS weight,
	mature
FROM anniversaries
WHERE years = 5
